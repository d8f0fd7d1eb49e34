//! What a person answered.

use super::Time;
use crate::content::{Catalog, Fact, Facts, NONE, Role, StepKind};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// The option of every step that says "I'm not sure". It states nothing, so no rule mentions it.
pub const UNSURE: &str = "unsure";

/// Answers by step: `{"role": ["self"], "moment": ["about-to-start"]}`. A step that is missing was skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Vec<String>>);

/// Why an answer could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerProblem {
    /// The walkthrough has no such step.
    UnknownStep(String),
    /// The step has no such option.
    UnknownOption(Fact),
    /// The step takes one answer.
    TooMany(String),
}

impl fmt::Display for AnswerProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownStep(step) => write!(f, "there is no step '{step}'; it was left out"),
            Self::UnknownOption(fact) => {
                write!(f, "step '{}' has no answer '{}'; it was left out", fact.step, fact.option)
            }
            Self::TooMany(step) => write!(f, "step '{step}' takes one answer; the first was kept"),
        }
    }
}

impl Answers {
    /// The options chosen in a step.
    pub fn chosen(&self, step: &str) -> &[String] {
        self.0.get(step).map_or(&[], Vec::as_slice)
    }

    /// Whether an option is chosen.
    pub fn has(&self, step: &str, option: &str) -> bool {
        self.chosen(step).iter().any(|chosen| chosen == option)
    }

    /// Whose list it is; the person's own as long as nobody said.
    pub fn role(&self) -> Role {
        self.chosen(Role::STEP).first().map_or_else(Role::default, |option| Role::of(option))
    }

    /// How much time there is for questions; the usual as long as nobody said.
    pub fn time(&self) -> Time {
        self.chosen(Time::STEP).first().map_or_else(Time::default, |option| Time::of(option))
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Replaces what was chosen in a step; nothing chosen means that it was skipped.
    pub fn set(&mut self, step: &str, options: Vec<String>) {
        if options.is_empty() {
            self.0.remove(step);
        } else {
            self.0.insert(step.to_owned(), options);
        }
    }

    /// Takes in newer answers: a step answered there replaces the one here.
    pub fn extend(&mut self, newer: Self) {
        for (step, options) in newer.0 {
            self.0.insert(step, options);
        }
    }

    /// Chooses an option or, in a step with several answers, takes it back if it was chosen. "I'm not sure" and
    /// "none of these" stand alone.
    pub fn toggle(&mut self, step: &str, kind: StepKind, option: &str) {
        let mut chosen = self.chosen(step).to_vec();
        let alone = |option: &str| option == UNSURE || option == NONE;
        match kind {
            StepKind::One => chosen = vec![option.to_owned()],
            StepKind::Many if self.has(step, option) => chosen.retain(|other| other != option),
            StepKind::Many => {
                chosen.retain(|other| !alone(other) && !alone(option));
                chosen.push(option.to_owned());
            }
        }
        self.set(step, chosen);
    }

    /// The answers as facts. "I'm not sure" states nothing.
    pub fn facts(&self) -> Facts {
        let pairs =
            self.0.iter().flat_map(|(step, options)| options.iter().map(move |option| (step, option)));
        let mut facts = Facts::new();
        for (step, option) in pairs.filter(|(_, option)| *option != UNSURE) {
            facts.push(Fact::new(step, option));
        }
        facts
    }

    /// Keeps what the catalog knows, follows renamed treatments, and says what had to be left out.
    #[must_use = "the problems should be shown or logged"]
    pub fn mend(&mut self, catalog: &Catalog) -> Vec<AnswerProblem> {
        let mut problems = Vec::new();
        let mut mended = BTreeMap::new();
        for (id, options) in std::mem::take(&mut self.0) {
            let Some(step) = catalog.step(&id) else {
                problems.push(AnswerProblem::UnknownStep(id));
                continue;
            };
            let known = catalog.options(step);
            let mut kept: Vec<String> = Vec::new();
            for option in options {
                let current = if id == "treatment" {
                    catalog.card(&option).map(|card| card.id.to_string())
                } else {
                    None
                };
                let option = current.unwrap_or(option);
                if option != UNSURE && !known.iter().any(|other| other.id == option) {
                    problems.push(AnswerProblem::UnknownOption(Fact::new(&id, option)));
                } else if !kept.contains(&option) {
                    kept.push(option);
                }
            }
            if step.kind == StepKind::One && kept.len() > 1 {
                problems.push(AnswerProblem::TooMany(id.clone()));
                kept.truncate(1);
            }
            if !kept.is_empty() {
                mended.insert(id, kept);
            }
        }
        self.0 = mended;
        problems
    }
}
