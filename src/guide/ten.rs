//! A short way for whoever is in a hurry.

use super::{Answers, Ranked, rank};
use crate::content::{Catalog, TopicId};

/// How many questions whoever is in a hurry gets.
pub const TEN: usize = 10;

/// What the ten are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Whatever was said so far.
    #[default]
    Said,
    /// A treatment, in place of those that were named.
    Treatment(String),
    /// One topic only; it may hold fewer.
    Topic(TopicId),
}

/// The first [`TEN`] of the ranking: without answers those that are useful to nearly everyone, with answers those
/// that fit them best. Nothing is inferred, and no answer is needed.
///
/// ```
/// # use ask_about_immunotherapy::guide::{About, Answers, TEN, ten};
/// # let catalog = ask_about_immunotherapy::content::check::bundle("content".as_ref(), "en").unwrap().catalog;
/// assert_eq!(ten(&catalog, &Answers::default(), &About::Said).len(), TEN);
/// ```
pub fn ten<'a>(catalog: &'a Catalog, answers: &Answers, about: &About) -> Vec<Ranked<'a>> {
    let mut answers = answers.clone();
    if let About::Treatment(class) = about {
        answers.set("treatment", vec![class.clone()]);
    }
    let mut ranked = rank(catalog, &answers);
    if let About::Topic(topic) = about {
        ranked.retain(|ranked| ranked.question.topic == *topic);
    }
    ranked.truncate(TEN);
    ranked
}
