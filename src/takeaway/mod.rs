//! What leaves the app: the list as text, as a printed sheet, as a calendar file, as FHIR R4, as an e-mail or a text
//! message, and as a link or a QR code that another device opens; what came of the visit as a summary.
//!
//! [`sheet::Sheet`] and [`full::Full`] gather what goes on paper, [`alert::AlertCard`] what goes in
//! the wallet; the pages and [`text`] only set it out, [`mail`] shortens it. [`link`] and [`qr`] carry the saved record
//! itself. Ids and the time
//! come in with [`Made`]. Every word a person reads comes from the catalog. Start reading at [`sheet`].

pub mod alert;
pub mod calendar;
pub mod fhir;
pub mod full;
mod letters;
pub mod link;
pub mod mail;
pub mod qr;
pub mod sheet;
mod squeeze;
pub mod summary;
pub mod text;

pub use alert::AlertCard;
pub use full::Full;
pub use sheet::{Sheet, SheetQuestion};

/// Which file this is and when it was made: this room knows neither chance nor the time.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// A new UUID, in lower case with hyphens.
    pub id: &'a str,
    /// Now in UTC, `2026-11-22T10:00:00Z`; fractions of a second are allowed, as JavaScript's `toISOString` gives them.
    pub at: &'a str,
}
