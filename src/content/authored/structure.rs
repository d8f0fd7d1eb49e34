//! What is true in every language: the entries of `catalog/`.

use crate::content::ids::{
    CancerId, CardId, DrugId, ID, QuestionId, QuizId, SectionId, SignId, SourceId, StepId, TermId, TopicId,
};
use crate::content::model::{Group, OptionSource, Route, Row, Status, StepKind, Tone, Urgency};
use crate::content::rule::{Fact, Rule};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The structure of a step.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepShape {
    /// Its id.
    pub id: StepId,
    /// One answer or several.
    pub kind: StepKind,
    /// Where its options come from.
    #[serde(default)]
    pub from: OptionSource,
    /// Its own options.
    #[serde(default)]
    #[schemars(inner(regex(pattern = ID)))]
    pub options: Vec<String>,
    /// Whether it is asked beside the list, and not as a step of the walkthrough.
    #[serde(default)]
    pub aside: bool,
    /// The options that are shown while a long list is folded; left out, the first ones are.
    #[serde(default)]
    pub first: Vec<String>,
}

/// The structure of a topic.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicShape {
    /// Its id.
    pub id: TopicId,
    /// Whether the signs that cannot wait for a visit are shown beside its questions.
    #[serde(default)]
    pub signs: bool,
}

/// The structure of a question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionShape {
    /// Its id.
    pub id: QuestionId,
    /// Its topic.
    pub topic: TopicId,
    /// The treatments it is about; empty for every treatment.
    #[serde(default)]
    pub classes: Vec<CardId>,
    /// When it is offered at all.
    #[serde(default)]
    pub when: Option<Rule>,
    /// What makes it matter more.
    #[serde(default)]
    pub more: Vec<Fact>,
    /// A name that questions which ask the same in other words share: a list suggests one of them.
    #[serde(default)]
    pub same: String,
    /// How useful it is to nearly everyone.
    #[schemars(range(min = 1, max = 10))]
    pub weight: u8,
    /// Whether it is one of the hard questions.
    #[serde(default)]
    pub tone: Tone,
    /// Where it comes from.
    pub kind: QuestionKind,
    /// What it or its reason rests on.
    pub sources: Vec<SourceId>,
}

/// Where a question comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// A source lists it as a question.
    Listed,
    /// Derived from a fact in a source.
    Derived,
    /// No source asks it.
    Gap,
}

/// The structure of a card. Its drugs, signs and questions name it, not the other way round, so that each link
/// stands once.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct CardShape {
    /// Where the schema of this file is.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its family.
    pub group: Group,
    /// The wider class that it is a kind of. Its questions hold for this one too.
    #[serde(default)]
    pub parent: Option<CardId>,
    /// Former ids that lead here.
    #[serde(default)]
    pub aliases: Vec<CardId>,
    /// How it is given.
    pub routes: Vec<Route>,
    /// The drawing of its mechanism.
    pub drawing: String,
    /// What the statements rest on, in the order of the words.
    pub sources: CardSources,
    /// Who reviewed this card, name and profession; left out until somebody did.
    #[serde(default)]
    pub reviewer: Option<String>,
    /// Day of the last check.
    pub checked: String,
    /// Day the next check is due, within twelve months.
    pub due: String,
    /// Day the next check of approvals and supply is due, within six months.
    pub approvals_due: String,
}

/// Sources of a card's statements.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardSources {
    /// Of the "in short" sentence.
    pub short: Vec<SourceId>,
    /// Of each statement of each row.
    #[schemars(extend("propertyNames" = {"enum": Row::ALL.map(Row::as_str)}))]
    pub rows: BTreeMap<Row, Vec<Vec<SourceId>>>,
}

/// The structure of a drug.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct DrugShape {
    /// Its id.
    pub id: DrugId,
    /// The card it leads to.
    pub class: CardId,
    /// Brand names by region.
    #[serde(default)]
    pub brands: Brands,
    /// Trial codes.
    #[serde(default)]
    pub codes: Vec<String>,
    /// What it acts on.
    #[serde(default)]
    pub target: String,
    /// How it is given.
    #[serde(default)]
    pub routes: Vec<Route>,
    /// Where and when it was first approved.
    #[serde(default)]
    pub first_approval: Option<Approval>,
    /// Whether it can be had.
    #[serde(default)]
    pub status: Status,
    /// Of a named combination: its parts.
    #[serde(default)]
    pub parts: Vec<DrugId>,
    /// What the entry rests on.
    pub sources: Vec<SourceId>,
}

/// Brand names by region.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Brands {
    /// United States.
    pub us: Vec<String>,
    /// European Union and United Kingdom.
    pub eu: Vec<String>,
    /// Spain, Latin America and elsewhere.
    pub latam: Vec<String>,
}

/// Where and when a medicine was first approved.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Region, for example `US`.
    pub region: String,
    /// Year.
    pub year: u16,
}

/// The structure of a warning sign.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignShape {
    /// Its id.
    pub id: SignId,
    /// How soon to call.
    pub urgency: Urgency,
    /// Part of the body.
    pub area: String,
    /// The treatments it belongs to.
    pub classes: Vec<CardId>,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// The structure of a kind of cancer.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancerShape {
    /// Its id.
    pub id: CancerId,
    /// Treatments in standard use for some people with it.
    pub classes: Vec<CardId>,
    /// What that rests on.
    pub sources: Vec<SourceId>,
}

/// The structure of a glossary word.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermShape {
    /// Its id.
    pub id: TermId,
    /// What the meaning rests on.
    pub sources: Vec<SourceId>,
}

/// A publication.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SourceShape {
    /// Its id.
    pub id: SourceId,
    /// Who published it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// Its public address.
    pub address: String,
    /// When it was published.
    pub date: String,
    /// What is uncertain about that date.
    #[serde(default)]
    pub date_note: String,
    /// Day the page was last looked at; left out when it was not, and then the note on its date says so.
    #[serde(default)]
    pub checked: String,
    /// What kind of publisher stands behind it.
    pub authority: Authority,
}

/// What kind of publisher stands behind a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// A medicines regulator or health-technology body.
    Regulator,
    /// A national institute, hospital or university.
    Institute,
    /// A professional guideline.
    Guideline,
    /// A scientific journal.
    Journal,
    /// A patient charity.
    Charity,
    /// A medicine's label or leaflet.
    Label,
}

/// The structure of a section of the opening article.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionShape {
    /// Its id.
    pub id: SectionId,
    /// Cards to read next.
    #[serde(default)]
    pub cards: Vec<CardId>,
    /// What each statement rests on, in the order of the words.
    pub sources: Vec<Vec<SourceId>>,
}

/// The structure of an item of the quiz.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizShape {
    /// Its id.
    pub id: QuizId,
    /// Whether its statement holds.
    pub holds: bool,
    /// The card to read next.
    pub card: CardId,
    /// What its explanation rests on.
    pub sources: Vec<SourceId>,
}
