//! Finding cards, drugs, questions and words by name, while typing, also misspelt.
//!
//! Owns: what can be found ([`Document`]), how text becomes words ([`text`]), the [`Index`], and the order of the
//! [`Hit`]s ([`WEIGHTS`]). Must not know: screens, the browser, how content is stored.
//!
//! | file | about |
//! |---|---|
//! | [`document`] | what can be found, taken from the catalog |
//! | [`text`] | folding case and accents, splitting into words, plurals, stop words |
//! | `distance` | edit distance of one word to many, letter by letter |
//! | `dictionary` | the sorted words: exact, by their start, nearly |
//! | [`index`] | names and texts by word |
//! | `expand` | from what was typed to words of the dictionary |
//! | [`rank`] | from words of the dictionary to ordered hits |
//!
//! How the order comes about, with an example worked through: `docs/SEARCH.md`. Start reading at [`Index::search`].
//!
//! ```
//! use ask_about_immunotherapy::search::{Document, Index, Kind, Match};
//! let index = Index::build(vec![Document {
//!     kind: Kind::Drug,
//!     id: "pembrolizumab".into(),
//!     title: "Pembrolizumab".into(),
//!     also: vec!["Keytruda".into(), "MK-3475".into()],
//!     text: "For some people with melanoma.".into(),
//!     class: Some("pd-1".into()),
//! }]);
//! let hits = index.search("what is keytrda", 10);
//! assert_eq!((hits[0].id.as_str(), hits[0].matched.as_str()), ("pembrolizumab", "Keytruda"));
//! assert_eq!(hits[0].how, Match::Corrected);
//! ```

mod dictionary;
mod distance;
pub mod document;
mod expand;
pub mod index;
pub mod rank;
pub mod text;

pub use document::{Document, Kind, documents};
pub use index::Index;
pub use rank::{Hit, Match, WEIGHTS, Weights};
