//! What leaves the app: the list as text, as a printed sheet, as a calendar file, as FHIR R4; what came of the visit as a summary.
//!
//! [`sheet::Sheet`] gathers what goes on paper; the print page and [`text`] only set it out. Ids and the time
//! come in with [`Made`]. Every word a person reads comes from the catalog. Start reading at [`sheet`].

pub mod calendar;
pub mod fhir;
pub mod sheet;
pub mod summary;
pub mod text;

pub use sheet::{Sheet, SheetQuestion};

/// Which file this is and when it was made: this room knows neither chance nor the time.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// A new UUID, in lower case with hyphens.
    pub id: &'a str,
    /// Now in UTC, `2026-11-22T10:00:00Z`; fractions of a second are allowed, as JavaScript's `toISOString` gives them.
    pub at: &'a str,
}
