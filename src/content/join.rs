//! Structure and words of one language, joined into the bundle that the browser reads.

use super::authored::{
    Authored, CardShape, CardWords, DrawingWords, QuizShape, SectionShape, SourceShape, TopicShape,
};
use super::check::ContentError;
use super::ids::{CardId, SourceId};
use super::model::{
    Bundle, Cancer, Card, CardBody, Catalog, Details, Drawing, Drug, Question, QuizItem, Row, Section, Sign,
    Source, Statement, Step, StepOption, Term, Topic,
};
use super::wording::Wording;
use std::collections::{BTreeMap, BTreeSet};

/// The drawing that holds the parts shared by all others.
pub const PARTS: &str = "parts";

/// Joins content that passed the check.
///
/// # Errors
/// A reference without a target, which the check would have reported first.
pub fn join(authored: &Authored) -> Result<Bundle, Vec<ContentError>> {
    let sources = shown_sources(authored);
    let numbers = sources.iter().enumerate().map(|(place, source)| (&source.id, place)).collect();
    let joiner = Joiner { authored, numbers };
    let missing = |what: &str| vec![ContentError::new(what, "", "missing")];
    let release = authored.release.clone().ok_or_else(|| missing("catalog/release.json"))?;
    let catalog = Catalog {
        language: authored.words.language.clone(),
        release,
        words: authored.words.interface.clone(),
        steps: joiner.steps().ok_or_else(|| missing("catalog/steps.json"))?,
        topics: joiner.topics().ok_or_else(|| missing("catalog/topics.json"))?,
        questions: joiner.questions().ok_or_else(|| missing("catalog/questions.json"))?,
        cards: joiner.cards().ok_or_else(|| missing("catalog/cards.json"))?,
        drugs: joiner.drugs().ok_or_else(|| missing("catalog/drugs.json"))?,
        cancers: joiner.cancers().ok_or_else(|| missing("catalog/cancers.json"))?,
    };
    let details = Details {
        bodies: joiner.bodies().ok_or_else(|| missing("catalog/cards"))?,
        reasons: joiner.reasons().ok_or_else(|| missing("catalog/questions.json"))?,
        signs: joiner.signs().ok_or_else(|| missing("catalog/signs.json"))?,
        terms: joiner.terms().ok_or_else(|| missing("catalog/terms.json"))?,
        article: joiner.article().ok_or_else(|| missing("catalog/article.json"))?,
        quiz: joiner.quiz().ok_or_else(|| missing("catalog/quiz.json"))?,
        sources: sources.into_iter().map(source).collect(),
        drawing_parts: authored.drawings.get(PARTS).cloned().ok_or_else(|| missing("drawings/parts.svg"))?,
    };
    Ok(Bundle { catalog, details })
}

struct Joiner<'a> {
    authored: &'a Authored,
    numbers: BTreeMap<&'a SourceId, usize>,
}

impl Joiner<'_> {
    fn numbers(&self, sources: &[SourceId]) -> Option<Vec<usize>> {
        sources.iter().map(|source| self.numbers.get(source).copied()).collect()
    }

    fn steps(&self) -> Option<Vec<Step>> {
        let join = |shape: &super::authored::StepShape| {
            let words = self.authored.words.steps.get(&shape.id)?;
            let option = |id: &String| {
                let option = words.options.get(id)?;
                Some(StepOption {
                    id: id.clone(),
                    label: Wording::new(&option.label),
                    said: Wording::new(&option.said),
                })
            };
            Some(Step {
                id: shape.id.clone(),
                kind: shape.kind,
                from: shape.from,
                title: Wording::new(&words.title),
                name: Wording::new(&words.name),
                help: Wording::new(&words.help),
                options: shape.options.iter().map(option).collect::<Option<_>>()?,
                aside: shape.aside,
                first: shape.first.clone(),
            })
        };
        self.authored.steps.iter().map(join).collect()
    }

    fn topics(&self) -> Option<Vec<Topic>> {
        let words = &self.authored.words.topics;
        let join = |shape: &TopicShape| {
            let title = words.get(&shape.id)?.title.clone();
            Some(Topic { id: shape.id.clone(), title, signs: shape.signs })
        };
        self.authored.topics.iter().map(join).collect()
    }

    fn questions(&self) -> Option<Vec<Question>> {
        let words = &self.authored.words.topics;
        let join = |shape: &super::authored::QuestionShape| {
            Some(Question {
                id: shape.id.clone(),
                topic: shape.topic.clone(),
                text: Wording::new(&words.get(&shape.topic)?.questions.get(&shape.id)?.text),
                classes: self.with_kinds(&shape.classes),
                when: shape.when.clone(),
                more: shape.more.clone(),
                same: shape.same.clone(),
                weight: shape.weight,
                tone: shape.tone,
            })
        };
        self.authored.questions.iter().map(join).collect()
    }

    /// The classes and every class that is a kind of one of them: a question about checkpoint inhibitors holds for
    /// PD-1 inhibitors too.
    fn with_kinds(&self, classes: &[CardId]) -> Vec<CardId> {
        let order = &self.authored.card_order;
        let kind = |id: &&CardId| {
            let parent = self.authored.cards.get(*id).and_then(|card| card.parent.as_ref());
            !classes.contains(id) && parent.is_some_and(|parent| classes.contains(parent))
        };
        classes.iter().chain(order.iter().filter(kind)).cloned().collect()
    }

    fn reasons(&self) -> Option<Vec<Statement>> {
        let words = &self.authored.words.topics;
        let join = |shape: &super::authored::QuestionShape| {
            let text = words.get(&shape.topic)?.questions.get(&shape.id)?.why.clone();
            Some(Statement { text, sources: self.numbers(&shape.sources)? })
        };
        self.authored.questions.iter().map(join).collect()
    }

    fn cards(&self) -> Option<Vec<Card>> {
        let join = |id: &CardId| {
            let shape = self.authored.cards.get(id)?;
            let words = self.authored.words.cards.get(id)?;
            Some(Card {
                id: id.clone(),
                parent: shape.parent.clone(),
                aliases: shape.aliases.clone(),
                group: shape.group,
                title: words.title.clone(),
                also: words.also.clone(),
                short: words.short.clone(),
                routes: shape.routes.clone(),
            })
        };
        self.authored.card_order.iter().map(join).collect()
    }

    fn bodies(&self) -> Option<Vec<CardBody>> {
        let join = |id: &CardId| self.body(self.authored.cards.get(id)?, self.authored.words.cards.get(id)?);
        self.authored.card_order.iter().map(join).collect()
    }

    fn body(&self, shape: &CardShape, words: &CardWords) -> Option<CardBody> {
        let mut rows = Vec::new();
        for row in Row::ALL {
            rows.push(self.statements(words.rows.get(&row)?, shape.sources.rows.get(&row)?)?);
        }
        Some(CardBody {
            short_sources: self.numbers(&shape.sources.short)?,
            rows,
            drawing: self.drawing(&shape.drawing, &words.drawing)?,
            reviewer: shape.reviewer.clone(),
            checked: shape.checked.clone(),
            due: shape.due.clone(),
            approvals_due: shape.approvals_due.clone(),
        })
    }

    /// Each text with its own sources.
    fn statements(&self, texts: &[String], sources: &[Vec<SourceId>]) -> Option<Vec<Statement>> {
        let join = |(text, sources): (&String, &Vec<SourceId>)| {
            Some(Statement { text: text.clone(), sources: self.numbers(sources)? })
        };
        texts.iter().zip(sources).map(join).collect()
    }

    /// Takes the frames out of a drawing's file and writes the labels into them.
    fn drawing(&self, id: &str, words: &DrawingWords) -> Option<Drawing> {
        let mut svg = self.authored.drawings.get(id)?.clone();
        for (key, label) in ["all", id].iter().filter_map(|of| self.authored.words.labels.get(*of)).flatten()
        {
            svg = svg.replace(&format!("{{{{{key}}}}}"), &escape(label));
        }
        let frames = svg
            .split("</svg>")
            .filter_map(|part| part.find("<svg").map(|start| format!("{}</svg>", &part[start..])));
        Some(Drawing {
            title: words.title.clone(),
            description: words.description.clone(),
            captions: words.captions.clone(),
            frames: frames.collect(),
        })
    }

    fn drugs(&self) -> Option<Vec<Drug>> {
        let join = |shape: &super::authored::DrugShape| {
            let words = self.authored.words.drugs.get(&shape.id)?;
            let mut brands: Vec<String> = Vec::new();
            for brand in shape.brands.us.iter().chain(&shape.brands.eu).chain(&shape.brands.latam) {
                if !brands.contains(brand) {
                    brands.push(brand.clone());
                }
            }
            Some(Drug {
                id: shape.id.clone(),
                class: shape.class.clone(),
                name: words.name.clone(),
                brands,
                also: words.also.iter().chain(&shape.codes).cloned().collect(),
                say: words.say.clone(),
                uses: words.uses.clone(),
                status: shape.status,
            })
        };
        self.authored.drugs.iter().map(join).collect()
    }

    fn signs(&self) -> Option<Vec<Sign>> {
        let join = |shape: &super::authored::SignShape| {
            let words = self.authored.words.signs.get(&shape.id)?;
            Some(Sign {
                id: shape.id.clone(),
                urgency: shape.urgency,
                area: shape.area.clone(),
                classes: shape.classes.clone(),
                name: words.name.clone(),
                brief: words.brief.clone(),
                signs: words.signs.clone(),
                emergency_if: words.emergency_if.clone(),
                act: words.act.clone(),
                say: words.say.clone(),
                onset: words.onset.clone(),
                sources: self.numbers(&shape.sources)?,
            })
        };
        self.authored.signs.iter().map(join).collect()
    }

    fn cancers(&self) -> Option<Vec<Cancer>> {
        let join = |shape: &super::authored::CancerShape| {
            let words = self.authored.words.cancers.get(&shape.id)?;
            Some(Cancer {
                id: shape.id.clone(),
                name: words.name.clone(),
                also: words.also.clone(),
                said: words.said.clone(),
                classes: shape.classes.clone(),
            })
        };
        self.authored.cancers.iter().map(join).collect()
    }

    fn terms(&self) -> Option<Vec<Term>> {
        let join = |shape: &super::authored::TermShape| {
            let words = self.authored.words.terms.get(&shape.id)?;
            Some(Term {
                id: shape.id.clone(),
                term: words.term.clone(),
                also: words.also.clone(),
                meaning: words.meaning.clone(),
            })
        };
        let mut terms: Vec<Term> = self.authored.terms.iter().map(join).collect::<Option<_>>()?;
        terms.sort_by_key(|term| term.term.to_lowercase());
        Some(terms)
    }

    fn article(&self) -> Option<Vec<Section>> {
        let words = &self.authored.words.article;
        let join = |shape: &SectionShape| {
            let words = words.get(&shape.id)?;
            Some(Section {
                id: shape.id.clone(),
                title: words.title.clone(),
                statements: self.statements(&words.statements, &shape.sources)?,
                cards: shape.cards.clone(),
            })
        };
        self.authored.article.iter().map(join).collect()
    }

    fn quiz(&self) -> Option<Vec<QuizItem>> {
        let join = |shape: &QuizShape| {
            let words = self.authored.words.quiz.get(&shape.id)?;
            Some(QuizItem {
                id: shape.id.clone(),
                statement: words.statement.clone(),
                holds: shape.holds,
                why: Statement { text: words.why.clone(), sources: self.numbers(&shape.sources)? },
                card: shape.card.clone(),
            })
        };
        self.authored.quiz.iter().map(join).collect()
    }
}

/// The publications that a screen can show: those that a card, a question, a sign, the article or the quiz names. What
/// a drug, a cancer or a word of the glossary rests on is for editors, and would be a twentieth of the download.
fn shown_sources(authored: &Authored) -> Vec<&SourceShape> {
    let cards = authored.cards.values().map(|card| &card.sources);
    let mut shown: BTreeSet<&SourceId> =
        cards.flat_map(|of| of.rows.values().flatten().flatten().chain(&of.short)).collect();
    shown.extend(authored.questions.iter().flat_map(|question| &question.sources));
    shown.extend(authored.signs.iter().flat_map(|sign| &sign.sources));
    shown.extend(authored.article.iter().flat_map(|section| section.sources.iter().flatten()));
    shown.extend(authored.quiz.iter().flat_map(|item| &item.sources));
    authored.sources.iter().filter(|source| shown.contains(&source.id)).collect()
}

fn source(shape: &SourceShape) -> Source {
    Source {
        organisation: shape.organisation.clone(),
        title: shape.title.clone(),
        address: shape.address.clone(),
        date: shape.date.clone(),
        date_note: shape.date_note.clone(),
        checked: shape.checked.clone(),
    }
}

/// The keys of the labels in a drawing, written `{{key}}`.
pub fn labels(svg: &str) -> Vec<&str> {
    svg.split("{{").skip(1).filter_map(|rest| rest.split_once("}}").map(|(key, _)| key)).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
