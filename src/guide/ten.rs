//! A short way for whoever is in a hurry.

use super::{Answers, Ranked, rank};
use crate::content::Catalog;

/// How many questions whoever is in a hurry gets.
pub const TEN: usize = 10;

/// The first [`TEN`] of the ranking: without answers those that are useful to nearly everyone, with answers those
/// that fit them best. Nothing is inferred, and no answer is needed.
///
/// ```
/// # use ask_about_immunotherapy::guide::{Answers, TEN, ten};
/// # let catalog = ask_about_immunotherapy::content::check::bundle("content".as_ref(), "en").unwrap().catalog;
/// assert_eq!(ten(&catalog, &Answers::default()).len(), TEN);
/// ```
pub fn ten<'a>(catalog: &'a Catalog, answers: &Answers) -> Vec<Ranked<'a>> {
    let mut ranked = rank(catalog, answers);
    ranked.truncate(TEN);
    ranked
}
