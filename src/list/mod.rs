//! The person's list: what it holds, how it is edited and undone, and how it is saved.
//!
//! Everything here is a plain value: a [`Notebook`] holds a [`PersonalList`] for each visit, both change only through
//! their functions, what is saved is text that [`parse`] reads and [`to_json`] writes (the format: [`record`]), and
//! [`undo::History`] keeps former states. Where the text is kept, and when, is not this room's business. Start reading at [`model`].

mod alert;
mod copies;
mod edit;
pub(crate) mod json;
mod merge;
pub mod model;
mod next_step;
pub mod notebook;
mod problem;
mod read;
pub mod record;
mod saying;
mod suggest;
pub mod undo;
pub mod visit;
mod words;

pub use alert::Alert;
pub use copies::{Opened, open_newest};
pub use edit::{HEARD_LIMIT, NAME_LIMIT, NOTE_LIMIT, OWN_LIMIT, Refused, TEAM_LIMIT};
pub use model::{By, Item, ItemId, MAX_ITEMS, MAX_STARS, MAX_STEPS, PersonalList, What};
pub use next_step::NextStep;
pub use notebook::{MAX_LISTS, Notebook};
pub use record::{Problem, Unreadable, parse, to_json};
pub use undo::{Edit, History};
pub use visit::{Day, TimeOfDay, Visit};
