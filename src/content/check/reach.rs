//! Rules over answers: they name real steps and options, and some set of answers satisfies them.

use super::Errors;
use crate::content::authored::{Authored, QuestionShape};
use crate::content::{CardId, Fact, Facts, OptionSource, Rule, StepKind, Tone};
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "catalog/questions.json";

/// A rule over more facts than this is refused: nobody could explain it, and every combination is tried.
const MOST_FACTS: usize = 14;

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    let steps = Steps::of(authored);
    for (place, question) in authored.questions.iter().enumerate() {
        let mut facts: Vec<&Fact> = question.more.iter().collect();
        if let Some(rule) = &question.when {
            rule.mentioned(&mut facts);
        }
        let wrong: Vec<String> = facts.iter().filter_map(|fact| steps.complaint(fact)).collect();
        if wrong.is_empty() {
            reachable(place, question, &steps.kinds, errors);
        }
        for reason in wrong {
            errors.add(FILE, format!("/{place}"), format!("question '{}': {reason}", question.id));
        }
    }
}

struct Steps {
    kinds: BTreeMap<String, StepKind>,
    facts: BTreeSet<Fact>,
}

impl Steps {
    fn of(authored: &Authored) -> Self {
        let mut facts = BTreeSet::new();
        for step in &authored.steps {
            let options: Vec<String> = match step.from {
                OptionSource::Listed => step.options.clone(),
                OptionSource::Cancers => {
                    authored.cancers.iter().map(|cancer| cancer.id.to_string()).collect()
                }
                OptionSource::Cards => authored.cards.keys().map(CardId::to_string).collect(),
            };
            facts.extend(options.into_iter().map(|option| Fact::new(step.id.as_str(), option)));
        }
        Self { kinds: authored.steps.iter().map(|step| (step.id.to_string(), step.kind)).collect(), facts }
    }

    fn complaint(&self, fact: &Fact) -> Option<String> {
        if !self.kinds.contains_key(&fact.step) {
            Some(format!("'{fact}' names an unknown step '{}'", fact.step))
        } else if !self.facts.contains(fact) {
            Some(format!("'{fact}' names an unknown option '{}'", fact.option))
        } else {
            None
        }
    }
}

/// The rule together with what the question's class and tone ask for.
fn reachable(
    place: usize,
    question: &QuestionShape,
    kinds: &BTreeMap<String, StepKind>,
    errors: &mut Errors,
) {
    let mut all: Vec<Rule> = question.when.iter().cloned().collect();
    if !question.classes.is_empty() {
        let named = question.classes.iter().map(|class| Rule::Fact(Fact::new("treatment", class.as_str())));
        all.push(Rule::Any(named.collect()));
    }
    if question.tone == Tone::Hard {
        all.push(Rule::Fact(Fact::new("hard", "yes")));
    }
    match can_hold(&Rule::All(all), kinds) {
        Some(true) => {}
        Some(false) => {
            let reason = format!("question '{}': no set of answers can bring it", question.id);
            errors.add(FILE, format!("/{place}/when"), reason);
        }
        None => {
            let reason = format!("question '{}': a rule over more than {MOST_FACTS} facts", question.id);
            errors.add(FILE, format!("/{place}/when"), reason);
        }
    }
}

/// Whether some set of answers satisfies the rule, where a step that takes one answer has at most one.
/// `None` if the rule mentions too many facts to try.
pub fn can_hold(rule: &Rule, kinds: &BTreeMap<String, StepKind>) -> Option<bool> {
    let mut mentioned = Vec::new();
    rule.mentioned(&mut mentioned);
    let mentioned: Vec<&Fact> = mentioned.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    if mentioned.len() > MOST_FACTS {
        return None;
    }
    let possible = |facts: &Facts| {
        let one = |fact: &Fact| kinds.get(&fact.step) == Some(&StepKind::One);
        facts.iter().filter(|fact| one(fact)).map(|fact| &fact.step).collect::<BTreeSet<_>>().len()
            == facts.iter().filter(|fact| one(fact)).count()
    };
    Some((0..1_u32 << mentioned.len()).any(|chosen| {
        let facts: Facts = mentioned
            .iter()
            .enumerate()
            .filter(|(place, _)| chosen & (1 << place) != 0)
            .map(|(_, fact)| (*fact).clone())
            .collect();
        possible(&facts) && rule.holds(&facts)
    }))
}
