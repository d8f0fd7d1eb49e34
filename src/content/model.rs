//! The content as the program uses it: one language, structure and words joined.
//!
//! Two parts travel separately ([`Bundle::parts`]). What the first screen and the first steps need comes first:
//! words, steps, treatments. Other names of treatments, questions, drugs, cancers and the [`Details`] follow while
//! the person reads.
//!
//! Invariants, which the build's check ([`crate::content::check`]) has proved of every bundle:
//! 1. ids are unique within their kind, and every id that something refers to exists;
//! 2. `catalog.cards[i]` and `details.bodies[i]` are the same card;
//!    `catalog.questions[i]` belongs to `details.reasons[i]`;
//! 3. no text is empty.

use super::ids::{CancerId, CardId, DrugId, QuestionId, QuizId, SectionId, SignId, StepId, TermId, TopicId};
use super::rule::{Fact, Rule};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything, for one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bundle {
    /// What is needed at once.
    pub catalog: Catalog,
    /// What is read later.
    pub details: Details,
}

impl Bundle {
    /// The two parts as they travel: the catalog without questions, drugs, cancers and the other names of the cards, and the
    /// details with them. The browser reads them back with [`read`](super::read).
    ///
    /// # Errors
    /// Never for content that was joined; `serde_json` asks for it.
    pub fn parts(&self) -> serde_json::Result<(String, String)> {
        let mut first = serde_json::to_value(&self.catalog)?;
        let mut second = serde_json::to_value(&self.details)?;
        if let (Some(first), Some(second)) = (first.as_object_mut(), second.as_object_mut()) {
            second.extend(first.remove_entry("questions"));
            second.extend(first.remove_entry("drugs"));
            second.extend(first.remove_entry("cancers"));
            let cards = first.get_mut("cards").and_then(Value::as_array_mut);
            let also = |card: &mut Value| card.as_object_mut().and_then(|card| card.remove("also"));
            let also = cards.map(|cards| cards.iter_mut().filter_map(also).collect());
            second.insert("also".to_owned(), Value::Array(also.unwrap_or_default()));
        }
        Ok((first.to_string(), second.to_string()))
    }
}

/// What is needed at once: interface words, steps, treatments; and what completes it: questions, drugs, cancers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Catalog {
    /// BCP 47 tag of the words, for example `en`.
    pub language: String,
    /// Which content this is and how it was checked.
    pub release: Release,
    /// Words of the interface by key.
    pub words: Words,
    /// The walkthrough, in order.
    pub steps: Vec<Step>,
    /// Subjects of questions, in the order they are shown.
    pub topics: Vec<Topic>,
    /// Every question.
    pub questions: Vec<Question>,
    /// Every therapy card, without its body.
    pub cards: Vec<Card>,
    /// Every medicine.
    pub drugs: Vec<Drug>,
    /// Kinds of cancer.
    pub cancers: Vec<Cancer>,
}

/// What is read later: card bodies, reasons, signs, glossary, article, quiz, sources, drawings.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Details {
    /// Bodies of the cards, in the order of [`Catalog::cards`].
    pub bodies: Vec<CardBody>,
    /// Why each question is worth asking, and its sources, in the order of [`Catalog::questions`].
    pub reasons: Vec<Statement>,
    /// Warning signs.
    pub signs: Vec<Sign>,
    /// Glossary.
    pub terms: Vec<Term>,
    /// The opening article, section by section.
    pub article: Vec<Section>,
    /// The quiz.
    pub quiz: Vec<QuizItem>,
    /// Publications that statements name, in the order of their numbers.
    pub sources: Vec<Source>,
    /// Shared parts of the drawings, one SVG document.
    pub drawing_parts: String,
}

/// Which content this is, and its honest review status.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Release {
    /// Version of the content; saved lists carry it.
    pub version: String,
    /// Who wrote it.
    pub author: String,
    /// Who checked it, if anybody did.
    pub reviewer: Option<String>,
    /// Day of the last check, `YYYY-MM-DD`.
    pub checked: String,
    /// Day the next check is due, `YYYY-MM-DD`.
    pub due: String,
}

/// Words of the interface, by key such as `list.empty`, sorted by key. (A list and no map: each type of map brings
/// its own 3 kB of program.)
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Words(Vec<(String, String)>);

impl From<BTreeMap<String, String>> for Words {
    fn from(words: BTreeMap<String, String>) -> Self {
        Self(words.into_iter().collect())
    }
}

impl From<Words> for BTreeMap<String, String> {
    fn from(words: Words) -> Self {
        words.0.into_iter().collect()
    }
}

impl Words {
    /// The words for a key; the key itself when there are none, so that a gap is seen and nothing fails.
    /// (A test proves that every key used in the source exists.)
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        let found = self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok();
        found.map_or(key, |place| &self.0[place].1)
    }

    /// Words that stand in the order of their keys, as the fields of a JSON object do.
    pub(super) fn sorted(words: Vec<(String, String)>) -> Self {
        Self(words)
    }

    /// Every key with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, words)| (key.as_str(), words.as_str()))
    }

    /// The words for a key with `{0}`, `{1}` .. replaced.
    pub fn fill(&self, key: &str, values: &[&str]) -> String {
        values.iter().enumerate().fold(self.get(key).to_owned(), |text, (place, value)| {
            text.replace(&format!("{{{place}}}"), value)
        })
    }

    /// The words for a count: `key.one` for one, else `key.many`, with `{0}` replaced by the count.
    pub fn count(&self, key: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "many" };
        self.fill(&format!("{key}.{form}"), &[&count.to_string()])
    }
}

/// One step of the walkthrough.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its id, part of saved lists.
    pub id: StepId,
    /// One answer or several.
    pub kind: StepKind,
    /// Where the options come from.
    pub from: OptionSource,
    /// The question, as heading.
    pub title: String,
    /// Its short name, for "Step 2 of 7: where you are now".
    pub name: String,
    /// One line of help.
    pub help: String,
    /// Its own options; for cancers and treatments they are taken from the catalog when it is read.
    pub options: Vec<StepOption>,
    /// The ids of the options that are shown while a long list is folded; none stands for the first ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<String>,
}

/// The option of a step that stands alone: "none of these".
pub const NONE: &str = "none";

/// How many answers a step takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StepKind {
    /// One.
    One,
    /// Any number.
    Many,
}

/// Where a step's options come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum OptionSource {
    /// The step's own list.
    #[default]
    Listed,
    /// The kinds of cancer.
    Cancers,
    /// The therapy cards.
    Cards,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepOption {
    /// Its id within the step.
    pub id: String,
    /// What the row says.
    pub label: String,
    /// What stands after "because you said:".
    pub said: String,
}

/// A subject of questions.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its heading.
    pub title: String,
    /// Whether the signs that cannot wait for a visit are shown beside its questions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signs: bool,
}

/// A question to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id; saved lists refer to it.
    pub id: QuestionId,
    /// Its topic.
    pub topic: TopicId,
    /// The question, in the first person.
    pub text: String,
    /// The treatments it is about; empty for every treatment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<CardId>,
    /// When it is offered at all; always, if there is no rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Rule>,
    /// What makes it matter more, without restricting it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Fact>,
    /// How useful it is to nearly everyone, 1 to 10.
    pub weight: u8,
    /// Whether it is one of the hard questions.
    #[serde(default, skip_serializing_if = "Tone::is_open")]
    pub tone: Tone,
}

/// Whether a question is shown to everyone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Tone {
    /// Shown.
    #[default]
    Open,
    /// Shown only to those who asked for the hard topics.
    Hard,
}

impl Tone {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
    fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

/// A therapy card: what finds it and introduces it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Its id, also the class of treatment.
    pub id: CardId,
    /// The wider class that it is a kind of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<CardId>,
    /// Former ids that lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<CardId>,
    /// Its family.
    pub group: Group,
    /// Its name.
    pub title: String,
    /// Synonyms, abbreviations and lay names.
    pub also: Vec<String>,
    /// In short, 25 words at most.
    pub short: String,
    /// How it is given.
    pub routes: Vec<Route>,
}

/// The families of cards, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Group {
    /// Takes brakes off immune cells.
    Checkpoint,
    /// Antibodies made in a laboratory.
    Antibody,
    /// Living cells.
    Cell,
    /// Vaccines.
    Vaccine,
    /// Viruses and genes.
    Virus,
    /// Messengers and other boosters.
    ImmuneBooster,
    /// Uses outside cancer.
    Noncancer,
    /// Anything else.
    Other,
}

impl Group {
    /// Every family, in order.
    pub const ALL: [Self; 8] = [
        Self::Checkpoint,
        Self::Antibody,
        Self::Cell,
        Self::Vaccine,
        Self::Virus,
        Self::ImmuneBooster,
        Self::Noncancer,
        Self::Other,
    ];
}

/// How a treatment is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Route {
    /// Into a vein.
    Drip,
    /// Under the skin or into a muscle.
    Injection,
    /// By mouth.
    Tablet,
    /// On the skin.
    Cream,
    /// Into the bladder through a soft tube.
    Bladder,
    /// Into the tumor.
    Tumor,
    /// Into the belly through a tube.
    Belly,
    /// Needs an operation first.
    Surgery,
    /// Needs cells to be collected first.
    Cells,
}

/// The rows of a card, in the one order they always have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Row {
    /// How it works.
    How,
    /// What it is used for, with region and status.
    UsedFor,
    /// How it is given.
    Given,
    /// Tests before.
    Tests,
    /// What it is like.
    Like,
    /// Good points.
    Good,
    /// Bad points.
    Bad,
    /// Who needs extra care.
    Cautions,
    /// How well it works.
    Evidence,
    /// What is not known.
    Unknown,
}

impl Row {
    /// Every row, in order.
    pub const ALL: [Self; 10] = [
        Self::How,
        Self::UsedFor,
        Self::Given,
        Self::Tests,
        Self::Like,
        Self::Good,
        Self::Bad,
        Self::Cautions,
        Self::Evidence,
        Self::Unknown,
    ];

    /// Its word in files and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::How => "how",
            Self::UsedFor => "used-for",
            Self::Given => "given",
            Self::Tests => "tests",
            Self::Like => "like",
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Cautions => "cautions",
            Self::Evidence => "evidence",
            Self::Unknown => "unknown",
        }
    }
}

/// The body of a card.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CardBody {
    /// Sources of the "in short" sentence: places in [`Details::sources`].
    pub short_sources: Vec<usize>,
    /// Every row in the order of [`Row::ALL`], each with at least one statement.
    pub(super) rows: Vec<Vec<Statement>>,
    /// How the mechanism looks.
    pub drawing: Drawing,
    /// Who reviewed this card, if anybody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// Day of the last check, `YYYY-MM-DD`.
    pub checked: String,
    /// Day the next check is due, `YYYY-MM-DD`.
    pub due: String,
    /// Day the next check of approvals and supply is due, `YYYY-MM-DD`.
    pub approvals_due: String,
}

impl CardBody {
    /// The statements of a row.
    pub fn row(&self, row: Row) -> &[Statement] {
        self.rows.get(row as usize).map_or(&[], Vec::as_slice)
    }
}

/// A sentence or a few that stand together, with what they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The words.
    pub text: String,
    /// Places in [`Details::sources`].
    pub sources: Vec<usize>,
}

/// A drawing in two frames, with the same story in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// Its name.
    pub title: String,
    /// The whole story for someone who cannot see it.
    pub description: String,
    /// A sentence under each frame.
    pub captions: Vec<String>,
    /// One SVG document a frame, labels filled in.
    pub frames: Vec<String>,
}

/// How soon a warning sign needs a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Urgency {
    /// The emergency number, now.
    EmergencyNow,
    /// The team's line, the same day, day or night.
    CallToday,
    /// The next visit, sooner if it gets worse.
    NextVisit,
}

/// A warning sign: general information by class. Nothing here is computed from what a person enters.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sign {
    /// Its id.
    pub id: SignId,
    /// How soon to call.
    pub urgency: Urgency,
    /// Part of the body.
    pub area: String,
    /// The treatments it belongs to.
    pub classes: Vec<CardId>,
    /// Its name.
    pub name: String,
    /// In a few words, for the printed sheet.
    pub brief: String,
    /// What a person would notice.
    pub signs: Vec<String>,
    /// What makes it an emergency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emergency_if: Vec<String>,
    /// What to do now.
    #[serde(rename = "do")]
    pub act: String,
    /// What to say on the phone.
    pub say: String,
    /// When it usually starts.
    pub onset: String,
    /// Places in [`Details::sources`].
    pub sources: Vec<usize>,
}

/// A medicine, or a named combination.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Drug {
    /// Its id.
    pub id: DrugId,
    /// The card it leads to.
    pub class: CardId,
    /// General name.
    pub name: String,
    /// Brand names, most widely used first.
    pub brands: Vec<String>,
    /// Short names and codes people use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How to say it, by syllables.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub say: String,
    /// What it is used for, in one sentence.
    pub uses: String,
    /// Whether it can be had.
    #[serde(default, skip_serializing_if = "Status::is_available")]
    pub status: Status,
}

/// Whether a medicine can be had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Status {
    /// Approved and supplied somewhere.
    #[default]
    Available,
    /// No longer approved or made.
    Withdrawn,
    /// In trials only.
    Trial,
}

impl Status {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
    fn is_available(&self) -> bool {
        *self == Self::Available
    }
}

/// A kind of cancer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cancer {
    /// Its id.
    pub id: CancerId,
    /// Its name in plain words.
    pub name: String,
    /// Lay names and synonyms.
    pub also: Vec<String>,
    /// What stands after "because you said:".
    pub said: String,
    /// The treatments that are in standard use for some people with it.
    pub classes: Vec<CardId>,
}

/// A word of the glossary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// The word.
    pub term: String,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Its meaning, 30 words at most.
    pub meaning: String,
}

/// A section of the opening article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
    /// What it says, a few sentences at a time.
    pub statements: Vec<Statement>,
    /// Cards to read next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<CardId>,
}

/// A statement to judge, with the answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct QuizItem {
    /// Its id.
    pub id: QuizId,
    /// The statement.
    pub statement: String,
    /// Whether it holds.
    pub holds: bool,
    /// Why.
    pub why: Statement,
    /// The card to read next.
    pub card: CardId,
}

/// A publication that statements rest on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Who published it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// Its public address.
    pub address: String,
    /// When it was published, as exactly as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// What is uncertain about that date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date_note: String,
    /// Day it was last looked at, `YYYY-MM-DD`; empty when only others' words about it were.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub checked: String,
}

impl Catalog {
    /// The card with this id or with this alias.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.card_place(id).map(|place| &self.cards[place])
    }

    /// Where the card with this id or alias stands in [`Catalog::cards`].
    pub fn card_place(&self, id: &str) -> Option<usize> {
        let named =
            |card: &Card| card.id.as_str() == id || card.aliases.iter().any(|alias| alias.as_str() == id);
        self.cards.iter().position(named)
    }

    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.question_place(id).map(|place| &self.questions[place])
    }

    /// Where the question with this id stands in [`Catalog::questions`].
    pub fn question_place(&self, id: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == *id)
    }

    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id.as_str() == id)
    }

    /// The drug with this id.
    pub fn drug(&self, id: &str) -> Option<&Drug> {
        self.drugs.iter().find(|drug| drug.id.as_str() == id)
    }

    /// The options of a step, wherever they come from. Cancers come commonest first, cards by family.
    pub fn options(&self, step: &Step) -> Vec<StepOption> {
        match step.from {
            OptionSource::Listed => step.options.clone(),
            OptionSource::Cancers => self
                .cancers
                .iter()
                .map(|cancer| StepOption {
                    id: cancer.id.to_string(),
                    label: cancer.name.clone(),
                    said: cancer.said.clone(),
                })
                .collect(),
            OptionSource::Cards => self
                .cards
                .iter()
                .map(|card| StepOption {
                    id: card.id.to_string(),
                    label: card.title.clone(),
                    said: card.title.clone(),
                })
                .collect(),
        }
    }

    /// What the person said with a fact, as it stands after "because you said:".
    pub fn said(&self, fact: &Fact) -> Option<String> {
        let step = self.step(&fact.step)?;
        self.options(step).into_iter().find(|option| option.id == fact.option).map(|option| option.said)
    }
}
