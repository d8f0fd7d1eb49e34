//! Rules over answers: they name real steps and options, and some set of answers satisfies them.

use super::Errors;
use crate::content::authored::{Authored, QuestionShape};
use crate::content::{Fact, Facts, NONE, QuestionId, Rule, StepKind, Tone};
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
            errors.add(FILE, format!("/questions/{place}"), format!("question '{}': {reason}", question.id));
        }
    }
}

pub(super) struct Steps {
    pub(super) kinds: BTreeMap<String, StepKind>,
    facts: BTreeSet<Fact>,
}

impl Steps {
    pub(super) fn of(authored: &Authored) -> Self {
        let mut facts = BTreeSet::new();
        for step in &authored.steps {
            let options = authored.options(step);
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
pub(super) fn whole_rule(question: &QuestionShape) -> Rule {
    let mut all: Vec<Rule> = question.when.iter().cloned().collect();
    if !question.classes.is_empty() {
        let named = question.classes.iter().map(|class| Rule::Fact(Fact::new("treatment", class.as_str())));
        all.push(Rule::Any(named.collect()));
    }
    if question.tone == Tone::Hard {
        all.push(Rule::Fact(Fact::new("hard", "yes")));
    }
    Rule::All(all)
}

fn reachable(
    place: usize,
    question: &QuestionShape,
    kinds: &BTreeMap<String, StepKind>,
    errors: &mut Errors,
) {
    match can_hold(&whole_rule(question), kinds) {
        Some(true) => {}
        Some(false) => {
            let reason = format!("question '{}': no set of answers can bring it", question.id);
            errors.add(FILE, format!("/questions/{place}/when"), reason);
        }
        None => {
            let reason = format!("question '{}': a rule over more than {MOST_FACTS} facts", question.id);
            errors.add(FILE, format!("/questions/{place}/when"), reason);
        }
    }
}

/// For each question the fewest answers that bring it; none are needed for a question that is for everybody.
pub(super) fn shortest(authored: &Authored) -> BTreeMap<QuestionId, Facts> {
    let kinds = Steps::of(authored).kinds;
    let shortest =
        |question: &QuestionShape| Some((question.id.clone(), satisfying(&whole_rule(question), &kinds)??));
    authored.questions.iter().filter_map(shortest).collect()
}

/// Whether some set of answers satisfies the rule, where a step that takes one answer has at most one and "none of
/// these" stands alone.
/// `None` if the rule mentions too many facts to try.
pub fn can_hold(rule: &Rule, kinds: &BTreeMap<String, StepKind>) -> Option<bool> {
    satisfying(rule, kinds).map(|facts| facts.is_some())
}

/// A smallest set of answers that satisfies the rule, if any does. `None` if it mentions too many facts to try.
#[expect(clippy::option_option, reason = "not known and none are two answers")]
fn satisfying(rule: &Rule, kinds: &BTreeMap<String, StepKind>) -> Option<Option<Facts>> {
    let mut mentioned = Vec::new();
    rule.mentioned(&mut mentioned);
    let mentioned: Vec<&Fact> = mentioned.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    if mentioned.len() > MOST_FACTS {
        return None;
    }
    // Two answers of one step exclude each other where it takes one, or where one of them is "none of these".
    let exclude = |one: &Fact, other: &Fact| {
        let alone =
            kinds.get(&one.step) == Some(&StepKind::One) || one.option == NONE || other.option == NONE;
        one.step == other.step && one.option != other.option && alone
    };
    let possible = |facts: &Facts| !facts.iter().any(|one| facts.iter().any(|other| exclude(one, other)));
    let chosen = |set: u32| -> Facts {
        let places = mentioned.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
        places.map(|(_, fact)| (*fact).clone()).collect()
    };
    let mut sets: Vec<u32> = (0..1 << mentioned.len()).collect();
    sets.sort_by_key(|set| set.count_ones());
    Some(sets.into_iter().map(chosen).find(|facts| possible(facts) && rule.holds(facts)))
}
