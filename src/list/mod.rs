//! The person's list: what it holds, how it is edited and undone, and how it is saved.
//!
//! Everything here is a plain value: the list changes only through the functions of [`PersonalList`], a saved
//! list is text that [`parse`] reads and [`to_json`] writes (the format: [`record`]), and [`undo::History`] keeps
//! former states. Where the text is kept, and when, is not this room's business. Start reading at [`model`].

mod edit;
pub(crate) mod json;
pub mod model;
mod problem;
mod read;
pub mod record;
mod suggest;
pub mod undo;
pub mod visit;

pub use edit::{OWN_LIMIT, Refused, TEAM_LIMIT};
pub use model::{By, Item, ItemId, MAX_ITEMS, PersonalList, What};
pub use record::{Problem, Unreadable, parse, to_json};
pub use undo::{Edit, History};
pub use visit::{Day, TimeOfDay, Visit};
