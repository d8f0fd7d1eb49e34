//! Ask About Immunotherapy: a person's own questions for the appointment, and cards that explain the treatments.
//!
//! # The rooms
//!
//! | room | owns |
//! |---|---|
//! | [`content`] | the types of the content; reading, checking and joining what authors write |
//! | [`guide`] | the walkthrough: answers, and ranking questions for them |
//! | [`search`] | finding cards, drugs, questions and words by name, also misspelt |
//! | [`list`] | the person's list: edits, undo, the saved record |
//! | [`takeaway`] | what leaves the app: text, printed sheet, calendar file, FHIR, drafts, link, QR code |
//! | [`route`] | addresses within the app |
//! | `browser` | the browser's own functions, each total (wasm only) |
//! | `app` | the screens, in Leptos (wasm only) |
//!
//! # The one rule
//!
//! Every room above `browser` is plain Rust: it knows `std`, `serde` and the other plain rooms, never the browser,
//! Leptos, the time, chance or storage; those come in as parameters. `browser` knows the web and not Leptos. `app`
//! knows all of them and holds no rule of the product. `tests/rooms.rs` keeps it so.
//!
//! Start reading at [`content::model`], then [`guide::rank()`].

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod content;
pub mod guide;
pub mod list;
mod order;
pub mod route;
pub mod search;
pub mod takeaway;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
