//! From answers to questions, in order, with reasons.

use super::Answers;
use crate::content::{CardId, Catalog, Fact, Facts, Question, Tone};
use crate::order::sorted;

/// How many questions come first.
pub const TOP: usize = 3;

/// How many more are put on the list for "if there is time", where nobody said how much there is.
pub const IF_TIME: usize = 5;

/// At most this many of the first questions are about one topic.
const TOP_PER_TOPIC: usize = 2;

/// At most this many of the questions of a usual list are about one topic, so that a treatment with many questions of
/// its own does not crowd out the rest.
const LIST_PER_TOPIC: usize = 3;

/// The same for the whole of a longer list.
const LONG_PER_TOPIC: usize = 5;

/// How much a reason raises a question, by the step it comes from. What a person said about their own health or
/// treatment is most particular to them, so it counts most; a question's own weight runs from 1 to 10.
struct Raises {
    health: u32,
    treatment: u32,
    moment: u32,
    values: u32,
    other: u32,
}

const RAISES: Raises = Raises { health: 7, treatment: 5, moment: 5, values: 4, other: 3 };

/// A question in a person's ranked list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<'a> {
    /// The question.
    pub question: &'a Question,
    /// What the person said that brought or raised it, strongest first.
    pub reasons: Vec<Fact>,
    /// Its weight plus what the reasons are worth.
    pub score: u32,
    /// Its place, from 1.
    pub rank: usize,
    /// Whether it is one of the first [`TOP`].
    pub top: bool,
}

/// A question with its score and the reasons for it.
type Scored<'a> = (u32, &'a Question, Vec<Fact>);

/// The questions for these answers, most useful first.
///
/// A question is offered when it is about every treatment or about one that was named, when its rule holds, and,
/// if it is a hard one, when the hard topics were asked for. Its score is its weight plus, for each step that gave
/// a reason, what such a reason is worth. Equal scores keep the order of the catalog. The first three hold at
/// most two of one topic, the first eight at most three, a longer list at most five. Of questions that ask the same in
/// other words only the best is among them; the others come last.
///
/// ```
/// # use ask_about_immunotherapy::{content::{authored, join}, guide::{Answers, rank}};
/// # let catalog = ask_about_immunotherapy::content::check::bundle("content".as_ref(), "en").unwrap().catalog;
/// let answers: Answers = serde_json::from_str(r#"{"moment": ["about-to-start"]}"#).unwrap();
/// let ranked = rank(&catalog, &answers);
/// assert!(ranked[0].top && ranked[0].rank == 1);
/// ```
pub fn rank<'a>(catalog: &'a Catalog, answers: &Answers) -> Vec<Ranked<'a>> {
    let facts = answers.facts();
    let mut offered: Vec<Scored<'_>> = catalog
        .questions
        .iter()
        .filter(|question| is_offered(question, answers, &facts))
        .map(|question| {
            let reasons = reasons(question, &facts);
            (score(question, &reasons), question, reasons)
        })
        .collect();
    offered = sorted(offered, &|a, b| b.0.cmp(&a.0));
    let size = answers.time().size();
    let offered = spread(once(offered), size, LONG_PER_TOPIC);
    let offered = spread(offered, size.min(TOP + IF_TIME), LIST_PER_TOPIC);
    let offered = spread(offered, TOP, TOP_PER_TOPIC);
    let numbered = offered.into_iter().enumerate();
    numbered
        .map(|(place, (score, question, reasons))| Ranked {
            question,
            reasons,
            score,
            rank: place + 1,
            top: place < TOP,
        })
        .collect()
}

fn is_offered(question: &Question, answers: &Answers, facts: &Facts) -> bool {
    let named = |class: &CardId| answers.has("treatment", class.as_str());
    (question.classes.is_empty() || question.classes.iter().any(named))
        && (question.tone == Tone::Open || answers.has("hard", "yes"))
        && question.when.as_ref().is_none_or(|rule| rule.holds(facts))
}

/// What the person said that speaks for the question, strongest first, each once.
fn reasons(question: &Question, facts: &Facts) -> Vec<Fact> {
    let mut found = Vec::new();
    if let Some(rule) = &question.when {
        rule.reasons(facts, &mut found);
    }
    found.extend(question.more.iter().filter(|fact| facts.contains(fact)));
    let classes: Vec<Fact> =
        question.classes.iter().map(|class| Fact::new("treatment", class.as_str())).collect();
    found.extend(classes.iter().filter(|fact| facts.contains(fact)));
    if question.tone == Tone::Hard {
        found.extend(facts.iter().filter(|fact| fact.step == "hard"));
    }
    let mut reasons: Vec<Fact> = Vec::new();
    for fact in found {
        if !reasons.contains(fact) {
            reasons.push(fact.clone());
        }
    }
    sorted(reasons, &|a, b| raise(b).cmp(&raise(a)))
}

fn raise(fact: &Fact) -> u32 {
    match fact.step.as_str() {
        "health" => RAISES.health,
        "treatment" => RAISES.treatment,
        "moment" => RAISES.moment,
        "values" => RAISES.values,
        _ => RAISES.other,
    }
}

/// Weight plus one raise for each step that gave a reason: two answers in one step do not count double.
fn score(question: &Question, reasons: &[Fact]) -> u32 {
    let first_of_step =
        |(place, fact): &(usize, &Fact)| reasons[..*place].iter().all(|other| other.step != fact.step);
    let raised: u32 = reasons.iter().enumerate().filter(first_of_step).map(|(_, fact)| raise(fact)).sum();
    u32::from(question.weight) + raised
}

/// Moves questions down so that the first `first` hold at most `limit` of one topic, keeping the order otherwise.
fn spread(questions: Vec<Scored<'_>>, first: usize, limit: usize) -> Vec<Scored<'_>> {
    let same = |one: &Question, other: &Question| one.topic == other.topic;
    bring_forward(questions, first, limit, &same)
}

/// Moves a question that asks what a better one asks in other words to the end.
fn once(questions: Vec<Scored<'_>>) -> Vec<Scored<'_>> {
    let same = |one: &Question, other: &Question| !one.same.is_empty() && one.same == other.same;
    bring_forward(questions, usize::MAX, 1, &same)
}

fn bring_forward<'a>(
    questions: Vec<Scored<'a>>,
    first: usize,
    limit: usize,
    same: &dyn Fn(&Question, &Question) -> bool,
) -> Vec<Scored<'a>> {
    let mut front: Vec<Scored<'a>> = Vec::new();
    let mut back = Vec::new();
    for item in questions {
        let before = front.iter().filter(|other| same(other.1, item.1)).count();
        if front.len() < first && before < limit { front.push(item) } else { back.push(item) }
    }
    // Too few topics to fill the front: the best of the rest follow, whatever their topic.
    front.extend(back);
    front
}
