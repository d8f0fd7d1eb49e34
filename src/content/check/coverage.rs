//! Enough questions for every person: by moment, by health, by role. And how many there are for each answer.

use super::Errors;
use crate::content::authored::{Authored, QuestionShape, StepShape};
use crate::content::{Fact, Tone};
use serde::Serialize;

/// Fewest questions that an answer of a step brings or raises. "None of these" brings none.
const FEWEST: [(&str, &[&str], usize); 3] =
    [("moment", &[], 8), ("health", &["none"], 3), ("role", &["self"], 3)];

/// How many questions an answer brings or raises.
#[derive(Debug, Serialize)]
pub struct Coverage {
    /// The answer, `step:option`.
    pub answer: String,
    /// Questions that name it in `when`, `more` or `classes`, or that it alone shows.
    pub questions: usize,
}

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    for (step, exempt, fewest) in FEWEST {
        for covered in count(authored).iter().filter(|covered| {
            covered.answer.split_once(':').is_some_and(|(of, option)| of == step && !exempt.contains(&option))
        }) {
            if covered.questions < fewest {
                let reason =
                    format!("{} questions name {}; it needs {fewest}", covered.questions, covered.answer);
                errors.add("catalog/questions.json", "/questions", reason);
            }
        }
    }
}

/// For every answer that the walkthrough offers.
pub(super) fn count(authored: &Authored) -> Vec<Coverage> {
    let covered = |step: &StepShape, option: &str| {
        let fact = Fact::new(step.id.as_str(), option);
        let questions = authored.questions.iter().filter(|question| names(question, &fact)).count();
        Coverage { answer: fact.to_string(), questions }
    };
    let of_step = |step| authored.options(step).into_iter().map(|option| covered(step, option));
    authored.steps.iter().flat_map(of_step).collect()
}

fn names(question: &QuestionShape, fact: &Fact) -> bool {
    let mut named = Vec::new();
    if let Some(rule) = &question.when {
        rule.mentioned(&mut named);
    }
    named.contains(&fact)
        || question.more.contains(fact)
        || (fact.step == "treatment" && question.classes.iter().any(|class| class.as_str() == fact.option))
        || (*fact == Fact::new("hard", "yes") && question.tone == Tone::Hard)
}
