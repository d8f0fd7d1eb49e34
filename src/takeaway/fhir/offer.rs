//! The questions that the walkthrough offers, each enabled by the answers that bring it.
//!
//! A question's condition is a conjunction of clauses, each a disjunction of answers that were or were not given.
//! FHIR joins the conditions of one item either all with "and" or all with "or" (`enableBehavior`); more takes an
//! item within an enabled group. So a group stands for each topic, within it one for each set of treatments, and
//! further groups where a question needs them.

use super::{CODES, answer_link, node};
use crate::content::{Catalog, Fact, Question, Role, Rule, Tone, Topic};
use crate::list::json::{object, text};
use serde_json::Value;

/// An answer, and whether it must have been given.
type Literal = (Fact, bool);

/// At least one of these holds.
type Clause = Vec<Literal>;

/// The group of everything that is offered.
pub(super) fn offer(catalog: &Catalog, role: Role) -> Value {
    let topics = catalog.topics.iter().filter_map(|topic| by_topic(catalog, topic, role)).collect();
    group("offer", catalog.words.get("fhir.offer"), &[], topics)
}

fn by_topic(catalog: &Catalog, topic: &Topic, role: Role) -> Option<Value> {
    let offered_ever = |question: &&Question| conditions(question).iter().all(|clause| !clause.is_empty());
    let questions = catalog.questions.iter().filter(|question| question.topic == topic.id);
    let questions: Vec<&Question> = questions.filter(offered_ever).collect();
    if questions.is_empty() {
        return None;
    }
    let link = format!("offer/{}", topic.id);
    let shared = shared(&questions);
    let mut items: Vec<Value> = Vec::new();
    let mut done: Vec<&[_]> = Vec::new();
    for question in &questions {
        let classes = question.classes.as_slice();
        if classes.is_empty() {
            items.push(offered(catalog, role, question, conditions(question), &shared));
        } else if !done.contains(&classes) {
            // All of these treatments together, where the first of them stands.
            done.push(classes);
            let named: Vec<&str> = classes.iter().map(crate::content::CardId::as_str).collect();
            let condition = by_class(question);
            let same = questions.iter().filter(|other| other.classes == classes);
            let within = [shared.clone(), vec![condition.clone()]].concat();
            let children =
                same.map(|other| offered(catalog, role, other, conditions(other), &within)).collect();
            if shared.contains(&condition) {
                items.extend(children);
            } else {
                let titles = named.iter().filter_map(|id| catalog.card(id)).map(|card| card.title.as_str());
                let titles = titles.collect::<Vec<_>>().join(", ");
                items.push(group(&format!("{link}/{}", named.join("+")), &titles, &[condition], children));
            }
        }
    }
    Some(group(&link, &topic.title, &shared, items))
}

/// What enables the whole topic: every question in it needs one of these answers. Nothing where a question needs
/// none, or needs that an answer was not given.
fn shared(questions: &[&Question]) -> Vec<Clause> {
    let mut any = Clause::new();
    for question in questions {
        let first = conditions(question).into_iter().next();
        let Some(clause) = first.filter(|clause| clause.iter().all(|(_, given)| *given)) else {
            return Vec::new();
        };
        for literal in clause {
            if !any.contains(&literal) {
                any.push(literal);
            }
        }
    }
    vec![any]
}

/// A question, in as many groups as its conditions need beyond those that hold already.
fn offered(
    catalog: &Catalog,
    role: Role,
    question: &Question,
    conditions: Vec<Clause>,
    hold: &[Clause],
) -> Value {
    let open = conditions.into_iter().filter(|clause| !hold.contains(clause));
    let (all, any): (Vec<Clause>, Vec<Clause>) = open.partition(|clause| clause.len() == 1);
    let mut levels: Vec<Vec<Clause>> = any.into_iter().map(|clause| vec![clause]).collect();
    if !all.is_empty() {
        levels.insert(0, all);
    }
    let link = format!("offer/question/{}", question.id);
    let own = levels.pop().unwrap_or_default();
    let mut item = node(&link, question.text.text(role), with_conditions("display", &own));
    for (depth, level) in levels.iter().enumerate().rev() {
        item = group(&format!("{link}/{depth}"), &said(catalog, role, level), level, vec![item]);
    }
    item
}

/// What must hold for a question, as the guide decides it.
fn conditions(question: &Question) -> Vec<Clause> {
    let mut clauses = Vec::new();
    if !question.classes.is_empty() {
        clauses.push(by_class(question));
    }
    if question.tone == Tone::Hard {
        clauses.push(vec![(Fact::new("hard", "yes"), true)]);
    }
    if let Some(rule) = &question.when {
        clauses.extend(clauses_of(rule, true));
    }
    clauses
}

fn by_class(question: &Question) -> Clause {
    question.classes.iter().map(|class| (Fact::new("treatment", class.as_str()), true)).collect()
}

/// The rule, or its opposite, as clauses that all hold.
fn clauses_of(rule: &Rule, holds: bool) -> Vec<Clause> {
    match (rule, holds) {
        (Rule::Fact(fact), _) => vec![vec![(fact.clone(), holds)]],
        (Rule::Not(rule), _) => clauses_of(rule, !holds),
        (Rule::All(rules), true) | (Rule::Any(rules), false) => {
            rules.iter().flat_map(|rule| clauses_of(rule, holds)).collect()
        }
        // One of several: each clause of the one joined with each of the others.
        (Rule::Any(rules), true) | (Rule::All(rules), false) => {
            rules.iter().fold(vec![Clause::new()], |joined, rule| {
                let next = clauses_of(rule, holds);
                joined
                    .iter()
                    .flat_map(|one| next.iter().map(move |other| [one.as_slice(), other].concat()))
                    .collect()
            })
        }
    }
}

fn group(link: &str, words: &str, conditions: &[Clause], items: Vec<Value>) -> Value {
    let mut more = with_conditions("group", conditions);
    more.push(("item", Value::Array(items)));
    node(link, words, more)
}

/// Type and `enableWhen`. The conditions are one clause, or several of one answer each.
fn with_conditions(kind: &str, conditions: &[Clause]) -> Vec<(&'static str, Value)> {
    let literals: Vec<&Literal> = conditions.iter().flatten().collect();
    let mut fields = vec![("type", text(kind))];
    if !literals.is_empty() {
        fields.push(("enableWhen", literals.iter().map(|literal| enable_when(literal)).collect()));
    }
    if literals.len() > 1 {
        fields.push(("enableBehavior", text(if conditions.len() > 1 { "all" } else { "any" })));
    }
    fields
}

/// `!=` also holds where nothing was answered (R4, questionnaire-enable-operator), as "not" does in the guide.
fn enable_when((fact, given): &Literal) -> Value {
    let coding = object(vec![("system", text(CODES)), ("code", text(&fact.to_string()))]);
    object(vec![
        ("question", text(&answer_link(&fact.step))),
        ("operator", text(if *given { "=" } else { "!=" })),
        ("answerCoding", coding),
    ])
}

/// The answers of these conditions in words.
fn said(catalog: &Catalog, role: Role, conditions: &[Clause]) -> String {
    let facts = conditions.iter().flatten().map(|(fact, _)| fact);
    facts.filter_map(|fact| catalog.said(fact, role)).collect::<Vec<_>>().join(", ")
}
