//! Reading the two parts of a bundle in the browser.
//!
//! Written out field by field over [`serde_json::Value`]: derived reading of these types would add about 100 kB to
//! the program, a seventh of it, for documents that the build itself wrote. A native test reads every field back.

use super::ids::{CancerId, CardId, DrugId, QuestionId, QuizId, SectionId, SignId, StepId, TermId, TopicId};
use super::model::{
    Cancer, Card, CardBody, Catalog, Details, Drawing, Drug, Group, OptionSource, Question, QuizItem,
    Release, Route, Section, Sign, Source, Statement, Status, Step, StepKind, StepOption, Term, Tone, Topic,
    Urgency, Words,
};
use super::rule::Rule;
use super::wording::Wording;
use serde_json::{Map, Value};
use std::cell::Cell;

/// Reads the first part from JSON: the [`Catalog`] without questions, drugs, cancers and other names of cards.
///
/// # Errors
/// Not JSON, or the name of a field that is missing or wrong.
pub fn catalog(json: &str) -> Result<Catalog, String> {
    read(json, |mut fields| Catalog {
        language: fields.text("language"),
        release: release(fields.object("release")),
        words: words(fields.object("words")),
        steps: fields.list("steps", step),
        topics: fields.list("topics", topic),
        questions: Vec::new(),
        cards: fields.list("cards", card),
        drugs: Vec::new(),
        cancers: Vec::new(),
    })
}

/// What comes second.
pub type Second = (Completion, Details);

/// What completes the [`Catalog`].
#[derive(Debug)]
pub struct Completion {
    /// Other names of each card, in the order of the cards.
    pub also: Vec<Vec<String>>,
    /// Every question.
    pub questions: Vec<Question>,
    /// Every medicine.
    pub drugs: Vec<Drug>,
    /// Kinds of cancer.
    pub cancers: Vec<Cancer>,
}

impl Completion {
    /// The whole catalog.
    #[must_use]
    pub fn complete(self, mut first: Catalog) -> Catalog {
        for (card, also) in first.cards.iter_mut().zip(self.also) {
            card.also = also;
        }
        Catalog { questions: self.questions, drugs: self.drugs, cancers: self.cancers, ..first }
    }
}

/// Reads the second part from JSON.
///
/// # Errors
/// Not JSON, or the name of a field that is missing or wrong.
pub fn details(json: &str) -> Result<Second, String> {
    read(json, |mut fields| {
        let completion = Completion {
            also: fields.array("also").into_iter().map(texts).collect(),
            questions: fields.list("questions", question),
            drugs: fields.list("drugs", drug),
            cancers: fields.list("cancers", cancer),
        };
        let details = Details {
            bodies: fields.list("bodies", body),
            reasons: fields.list("reasons", statement),
            signs: fields.list("signs", sign),
            terms: fields.list("terms", term),
            article: fields.list("article", section),
            quiz: fields.list("quiz", quiz_item),
            sources: fields.list("sources", source),
            drawing_parts: fields.text("drawing_parts"),
        };
        (completion, details)
    })
}

/// Reads everything, then says whether anything was missing or wrong: leaving at the first mistake would need code
/// after every field to give back what had been read.
fn read<T>(json: &str, read: impl FnOnce(Fields) -> T) -> Result<T, String> {
    let value = serde_json::from_str(json).map_err(|error: serde_json::Error| error.to_string())?;
    let wrong = Cell::new(None);
    let read = read(Fields::of(value, "content", &wrong));
    match wrong.get() {
        None => Ok(read),
        Some(field) => Err(format!("the field '{field}' is missing or wrong")),
    }
}

fn texts(value: Value) -> Vec<String> {
    if let Value::Array(values) = value { values.into_iter().filter_map(text).collect() } else { Vec::new() }
}

fn text(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}

/// The fields of an object, taken out one by one. The last one that was missing or wrong is noted, and something
/// empty stands for it.
struct Fields<'a> {
    fields: Map<String, Value>,
    wrong: &'a Cell<Option<&'static str>>,
}

impl<'a> Fields<'a> {
    fn of(value: Value, name: &'static str, wrong: &'a Cell<Option<&'static str>>) -> Self {
        let fields = if let Value::Object(fields) = value {
            fields
        } else {
            wrong.set(Some(name));
            Map::new()
        };
        Self { fields, wrong }
    }

    fn or_wrong<T: Default>(&self, name: &'static str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.wrong.set(Some(name));
            T::default()
        })
    }

    fn object(&mut self, name: &'static str) -> Self {
        Self::of(self.fields.remove(name).unwrap_or_default(), name, self.wrong)
    }

    fn text(&mut self, name: &'static str) -> String {
        let value = self.fields.remove(name).and_then(text);
        self.or_wrong(name, value)
    }

    /// A text that may be left out when it is empty.
    fn text_or_empty(&mut self, name: &str) -> String {
        self.fields.remove(name).and_then(text).unwrap_or_default()
    }

    /// A list that may be left out when it is empty.
    fn array(&mut self, name: &str) -> Vec<Value> {
        if let Some(Value::Array(values)) = self.fields.remove(name) { values } else { Vec::new() }
    }

    fn texts(&mut self, name: &str) -> Vec<String> {
        self.fields.remove(name).map(texts).unwrap_or_default()
    }

    fn cards(&mut self, name: &str) -> Vec<CardId> {
        self.texts(name).into_iter().map(CardId::new).collect()
    }

    /// Places in the list of sources.
    fn places(&mut self, name: &str) -> Vec<usize> {
        self.array(name).iter().filter_map(|value| usize::try_from(value.as_u64()?).ok()).collect()
    }

    /// A yes that may be left out when it is no.
    fn flag(&mut self, name: &str) -> bool {
        matches!(self.fields.remove(name), Some(Value::Bool(true)))
    }

    fn list<T>(&mut self, name: &'static str, read: fn(Fields) -> T) -> Vec<T> {
        let mut read_all = Vec::new();
        for value in self.array(name) {
            read_all.push(read(Fields::of(value, name, self.wrong)));
        }
        read_all
    }

    /// One of a few words; a word that is left out is the first of them.
    fn one_of<T: Copy>(&mut self, name: &'static str, words: &[(&str, T)]) -> T {
        let word = self.text_or_empty(name);
        choose(&word, words).unwrap_or_else(|| {
            self.wrong.set(Some(name));
            words[0].1
        })
    }
}

fn choose<T: Copy>(word: &str, words: &[(&str, T)]) -> Option<T> {
    let chosen = if word.is_empty() { words.first() } else { words.iter().find(|(known, _)| *known == word) };
    chosen.map(|(_, value)| *value)
}

fn words(fields: Fields) -> Words {
    Words::sorted(
        fields.fields.into_iter().map(|(key, value)| (key, text(value).unwrap_or_default())).collect(),
    )
}

fn release(mut fields: Fields) -> Release {
    Release {
        version: fields.text("version"),
        author: fields.text("author"),
        reviewer: fields.fields.remove("reviewer").and_then(text),
        checked: fields.text("checked"),
        due: fields.text("due"),
    }
}

fn step(mut fields: Fields) -> Step {
    Step {
        id: StepId::new(fields.text("id")),
        kind: fields.one_of("kind", &[("one", StepKind::One), ("many", StepKind::Many)]),
        from: fields.one_of(
            "from",
            &[
                ("listed", OptionSource::Listed),
                ("cancers", OptionSource::Cancers),
                ("cards", OptionSource::Cards),
            ],
        ),
        title: Wording::new(fields.text("title")),
        name: Wording::new(fields.text("name")),
        help: Wording::new(fields.text("help")),
        options: fields.list("options", option),
        aside: fields.flag("aside"),
        first: fields.texts("first"),
    }
}

fn option(mut fields: Fields) -> StepOption {
    StepOption {
        id: fields.text("id"),
        label: Wording::new(fields.text("label")),
        said: Wording::new(fields.text("said")),
    }
}

fn topic(mut fields: Fields) -> Topic {
    Topic { id: TopicId::new(fields.text("id")), title: fields.text("title"), signs: fields.flag("signs") }
}

fn question(mut fields: Fields) -> Question {
    let more = fields.texts("more").iter().filter_map(|fact| fact.parse().ok()).collect();
    let weight = fields.fields.remove("weight").and_then(|weight| u8::try_from(weight.as_u64()?).ok());
    let when = fields.fields.remove("when").map(|when| {
        let when = rule(when);
        // A rule that cannot be read must not hold for everyone.
        fields.or_wrong("when", when.map(Some)).unwrap_or(Rule::Any(Vec::new()))
    });
    Question {
        id: QuestionId::new(fields.text("id")),
        topic: TopicId::new(fields.text("topic")),
        text: Wording::new(fields.text("text")),
        classes: fields.cards("classes"),
        when,
        more,
        same: fields.text_or_empty("same"),
        weight: fields.or_wrong("weight", weight),
        tone: fields.one_of("tone", &[("open", Tone::Open), ("hard", Tone::Hard)]),
    }
}

fn rule(value: Value) -> Option<Rule> {
    match value {
        Value::String(fact) => Some(Rule::Fact(fact.parse().ok()?)),
        Value::Object(fields) => {
            let (word, value) = fields.into_iter().next()?;
            match (word.as_str(), value) {
                ("all", Value::Array(rules)) => {
                    Some(Rule::All(rules.into_iter().map(rule).collect::<Option<_>>()?))
                }
                ("any", Value::Array(rules)) => {
                    Some(Rule::Any(rules.into_iter().map(rule).collect::<Option<_>>()?))
                }
                ("not", value) => Some(Rule::Not(Box::new(rule(value)?))),
                _ => None,
            }
        }
        _ => None,
    }
}

const GROUPS: [(&str, Group); 8] = [
    ("checkpoint", Group::Checkpoint),
    ("antibody", Group::Antibody),
    ("cell", Group::Cell),
    ("vaccine", Group::Vaccine),
    ("virus", Group::Virus),
    ("immune-booster", Group::ImmuneBooster),
    ("noncancer", Group::Noncancer),
    ("other", Group::Other),
];

const ROUTES: [(&str, Route); 9] = [
    ("drip", Route::Drip),
    ("injection", Route::Injection),
    ("tablet", Route::Tablet),
    ("cream", Route::Cream),
    ("bladder", Route::Bladder),
    ("tumor", Route::Tumor),
    ("belly", Route::Belly),
    ("surgery", Route::Surgery),
    ("cells", Route::Cells),
];

fn card(mut fields: Fields) -> Card {
    Card {
        id: CardId::new(fields.text("id")),
        parent: fields.fields.remove("parent").and_then(text).map(CardId::new),
        aliases: fields.cards("aliases"),
        group: fields.one_of("group", &GROUPS),
        title: fields.text("title"),
        also: Vec::new(),
        short: fields.text("short"),
        routes: fields.texts("routes").iter().filter_map(|route| choose(route, &ROUTES)).collect(),
    }
}

fn body(mut fields: Fields) -> CardBody {
    let mut drawing = fields.object("drawing");
    let rows = fields.array("rows");
    let wrong = fields.wrong;
    let read_row = |row| {
        let Value::Array(statements) = row else { return Vec::new() };
        statements.into_iter().map(|value| statement(Fields::of(value, "rows", wrong))).collect()
    };
    CardBody {
        short_sources: fields.places("short_sources"),
        rows: rows.into_iter().map(read_row).collect(),
        drawing: Drawing {
            title: drawing.text("title"),
            description: drawing.text("description"),
            captions: drawing.texts("captions"),
            frames: drawing.texts("frames"),
        },
        reviewer: fields.fields.remove("reviewer").and_then(text),
        checked: fields.text("checked"),
        due: fields.text("due"),
        approvals_due: fields.text("approvals_due"),
    }
}

fn statement(mut fields: Fields) -> Statement {
    Statement { text: fields.text("text"), sources: fields.places("sources") }
}

fn sign(mut fields: Fields) -> Sign {
    Sign {
        id: SignId::new(fields.text("id")),
        urgency: fields.one_of(
            "urgency",
            &[
                ("emergency-now", Urgency::EmergencyNow),
                ("call-today", Urgency::CallToday),
                ("next-visit", Urgency::NextVisit),
            ],
        ),
        area: fields.text("area"),
        classes: fields.cards("classes"),
        name: fields.text("name"),
        brief: fields.text("brief"),
        signs: fields.texts("signs"),
        emergency_if: fields.texts("emergency_if"),
        act: fields.text("do"),
        say: fields.text("say"),
        onset: fields.text("onset"),
        sources: fields.places("sources"),
    }
}

fn drug(mut fields: Fields) -> Drug {
    Drug {
        id: DrugId::new(fields.text("id")),
        class: CardId::new(fields.text("class")),
        name: fields.text("name"),
        brands: fields.texts("brands"),
        also: fields.texts("also"),
        say: fields.text_or_empty("say"),
        uses: fields.text("uses"),
        status: fields.one_of(
            "status",
            &[("available", Status::Available), ("withdrawn", Status::Withdrawn), ("trial", Status::Trial)],
        ),
    }
}

fn cancer(mut fields: Fields) -> Cancer {
    Cancer {
        id: CancerId::new(fields.text("id")),
        name: fields.text("name"),
        also: fields.texts("also"),
        said: fields.text("said"),
        classes: fields.cards("classes"),
    }
}

fn term(mut fields: Fields) -> Term {
    Term {
        id: TermId::new(fields.text("id")),
        term: fields.text("term"),
        also: fields.texts("also"),
        meaning: fields.text("meaning"),
    }
}

fn section(mut fields: Fields) -> Section {
    Section {
        id: SectionId::new(fields.text("id")),
        title: fields.text("title"),
        statements: fields.list("statements", statement),
        cards: fields.cards("cards"),
    }
}

fn quiz_item(mut fields: Fields) -> QuizItem {
    QuizItem {
        id: QuizId::new(fields.text("id")),
        statement: fields.text("statement"),
        holds: fields.flag("holds"),
        why: statement(fields.object("why")),
        card: CardId::new(fields.text("card")),
    }
}

fn source(mut fields: Fields) -> Source {
    Source {
        organisation: fields.text("organisation"),
        title: fields.text("title"),
        address: fields.text("address"),
        date: fields.text("date"),
        date_note: fields.text_or_empty("date_note"),
        checked: fields.text_or_empty("checked"),
    }
}
