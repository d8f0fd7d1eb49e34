//! The content as authors write it: structure in `catalog/`, words in a folder for each language.
//!
//! Reading never stops at the first mistake: each file that cannot be read becomes an error, and the rest is
//! read all the same, so that an editor sees everything at once.

use super::check::ContentError;
use super::duplicate::Unique;
use super::ids::{CancerId, CardId, DrugId, QuestionId, SignId, SourceId, StepId, TermId, TopicId};
use super::model::{Group, OptionSource, Release, Route, Row, Status, StepKind, Tone, Urgency, Words};
use super::rule::{Fact, Rule};
use serde::{Deserialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Everything under `content/` for one language.
#[derive(Debug, Default)]
pub struct Authored {
    /// `catalog/release.json`.
    pub release: Option<Release>,
    /// `catalog/steps.json`.
    pub steps: Vec<StepShape>,
    /// `catalog/topics.json`: ids in the order they are shown.
    pub topics: Vec<TopicId>,
    /// `catalog/questions.json`.
    pub questions: Vec<QuestionShape>,
    /// `catalog/cards.json`: ids in the order they are shown.
    pub card_order: Vec<CardId>,
    /// `catalog/cards/ID.json`.
    pub cards: BTreeMap<CardId, CardShape>,
    /// `catalog/drugs.json`.
    pub drugs: Vec<DrugShape>,
    /// `catalog/signs.json`.
    pub signs: Vec<SignShape>,
    /// `catalog/cancers.json`.
    pub cancers: Vec<CancerShape>,
    /// `catalog/terms.json`.
    pub terms: Vec<TermShape>,
    /// `catalog/sources.json`.
    pub sources: Vec<SourceShape>,
    /// `drawings/ID.svg`.
    pub drawings: BTreeMap<String, String>,
    /// The words of one language.
    pub words: LanguageWords,
}

/// One folder of words.
#[derive(Debug, Default)]
pub struct LanguageWords {
    /// BCP 47 tag: the folder's name.
    pub language: String,
    /// `interface.json`.
    pub interface: Words,
    /// `style.json`.
    pub style: Style,
    /// `steps.json`.
    pub steps: BTreeMap<StepId, StepWords>,
    /// `questions/TOPIC.json`.
    pub topics: BTreeMap<TopicId, TopicWords>,
    /// `cards/ID.json`.
    pub cards: BTreeMap<CardId, CardWords>,
    /// `drugs.json`.
    pub drugs: BTreeMap<DrugId, DrugWords>,
    /// `signs.json`.
    pub signs: BTreeMap<SignId, SignWords>,
    /// `cancers.json`.
    pub cancers: BTreeMap<CancerId, CancerWords>,
    /// `terms.json`.
    pub terms: BTreeMap<TermId, TermWords>,
    /// `drawings.json`: labels shared by all drawings under `all`, the rest under the drawing's id.
    pub labels: BTreeMap<String, BTreeMap<String, String>>,
}

/// What the check of one language needs to know about its words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Style {
    /// Medical names that cannot be avoided; the reading grade counts them as two syllables.
    pub medical_names: Vec<String>,
    /// Phrases that no text may hold.
    pub forbidden: Vec<String>,
    /// Words of urgent signs: a text that holds one must also say to call.
    pub urgent: Vec<String>,
    /// Words that say to call, one of which an urgent text must hold.
    pub call: Vec<String>,
    /// Words that tell a reader to wait for a visit, which an urgent text must not hold.
    pub wait: Vec<String>,
}

/// The structure of a step.
#[derive(Debug, Deserialize)]
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
    pub options: Vec<String>,
}

/// The words of a step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// The question, as heading.
    pub title: String,
    /// Its short name.
    pub name: String,
    /// One line of help.
    pub help: String,
    /// Its own options.
    #[serde(default)]
    pub options: BTreeMap<String, OptionWords>,
}

/// The words of an option.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// What the row says.
    pub label: String,
    /// What stands after "because you said:".
    pub said: String,
}

/// The structure of a question.
#[derive(Debug, Deserialize)]
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
    /// 1 to 10.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// A source lists it as a question.
    Listed,
    /// Derived from a fact in a source.
    Derived,
    /// No source asks it.
    Gap,
}

/// The words of a topic and its questions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicWords {
    /// Its heading.
    pub title: String,
    /// Its questions.
    pub questions: BTreeMap<QuestionId, QuestionWords>,
}

/// The words of a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question, in the first person.
    pub text: String,
    /// Why it is worth asking.
    pub why: String,
}

/// The structure of a card. Its drugs, signs and questions name it, not the other way round, so that each link
/// stands once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardShape {
    /// Its family.
    pub group: Group,
    /// Former ids and narrower classes that lead here.
    #[serde(default)]
    pub aliases: Vec<CardId>,
    /// How it is given.
    pub routes: Vec<Route>,
    /// The drawing of its mechanism.
    pub drawing: String,
    /// What the statements rest on, in the order of the words.
    pub sources: CardSources,
    /// Day of the last check.
    pub checked: String,
    /// Day the next check is due.
    pub due: String,
}

/// Sources of a card's statements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardSources {
    /// Of the "in short" sentence.
    pub short: Vec<SourceId>,
    /// Of each statement of each row.
    pub rows: BTreeMap<Row, Vec<Vec<SourceId>>>,
}

/// The words of a card.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// Its name.
    pub title: String,
    /// Synonyms, abbreviations and lay names.
    pub also: Vec<String>,
    /// In short.
    pub short: String,
    /// Statements by row.
    pub rows: BTreeMap<Row, Vec<String>>,
    /// The drawing in words.
    pub drawing: DrawingWords,
}

/// The words of a drawing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawingWords {
    /// Its name.
    pub title: String,
    /// The whole story.
    pub description: String,
    /// A sentence under each frame.
    pub captions: Vec<String>,
}

/// The structure of a drug.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct DrugShape {
    /// Its id.
    pub id: DrugId,
    /// The card it leads to.
    pub class: CardId,
    /// The narrower class of the fact sheet.
    #[serde(default)]
    pub subclass: Option<CardId>,
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
#[derive(Debug, Default, Deserialize)]
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Region, for example `US`.
    pub region: String,
    /// Year.
    pub year: u16,
}

/// The words of a drug.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrugWords {
    /// General name.
    pub name: String,
    /// Short names people use.
    #[serde(default)]
    pub also: Vec<String>,
    /// How to say it, by syllables.
    #[serde(default)]
    pub say: String,
    /// What it is used for.
    pub uses: String,
}

/// The structure of a warning sign.
#[derive(Debug, Deserialize)]
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

/// The words of a warning sign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SignWords {
    /// Its name.
    pub name: String,
    /// In a few words.
    pub brief: String,
    /// What a person would notice.
    pub signs: Vec<String>,
    /// What makes it an emergency.
    #[serde(default)]
    pub emergency_if: Vec<String>,
    /// What to do now.
    #[serde(rename = "do")]
    pub act: String,
    /// What to say on the phone.
    pub say: String,
    /// When it usually starts.
    pub onset: String,
}

/// The structure of a kind of cancer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancerShape {
    /// Its id.
    pub id: CancerId,
    /// Treatments in standard use for some people with it.
    pub classes: Vec<CardId>,
    /// What that rests on.
    pub sources: Vec<SourceId>,
}

/// The words of a kind of cancer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancerWords {
    /// Its name.
    pub name: String,
    /// Lay names and synonyms.
    pub also: Vec<String>,
    /// What stands after "because you said:".
    pub said: String,
}

/// The structure of a glossary word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermShape {
    /// Its id.
    pub id: TermId,
    /// What the meaning rests on.
    pub sources: Vec<SourceId>,
}

/// The words of a glossary word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermWords {
    /// The word.
    pub term: String,
    /// Other spellings.
    #[serde(default)]
    pub also: Vec<String>,
    /// Its meaning.
    pub meaning: String,
}

/// A publication.
#[derive(Debug, Deserialize)]
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
    /// Day it was last looked at.
    pub checked: String,
    /// What kind of publisher stands behind it.
    pub authority: Authority,
}

/// What kind of publisher stands behind a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
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

impl Authored {
    /// Reads `content/` for one language. What cannot be read is in the errors and missing from the result.
    pub fn read(content: &Path, language: &str) -> (Self, Vec<ContentError>) {
        let mut reader = Reader { content, errors: Vec::new() };
        let authored = Self {
            release: reader.file("catalog/release.json"),
            steps: reader.file("catalog/steps.json").unwrap_or_default(),
            topics: reader.file("catalog/topics.json").unwrap_or_default(),
            questions: reader.file("catalog/questions.json").unwrap_or_default(),
            card_order: reader.file("catalog/cards.json").unwrap_or_default(),
            cards: reader.folder("catalog/cards", CardId::new),
            drugs: reader.file("catalog/drugs.json").unwrap_or_default(),
            signs: reader.file("catalog/signs.json").unwrap_or_default(),
            cancers: reader.file("catalog/cancers.json").unwrap_or_default(),
            terms: reader.file("catalog/terms.json").unwrap_or_default(),
            sources: reader.file("catalog/sources.json").unwrap_or_default(),
            drawings: reader.drawings(),
            words: reader.words(language),
        };
        (authored, reader.errors)
    }
}

struct Reader<'a> {
    content: &'a Path,
    errors: Vec<ContentError>,
}

impl Reader<'_> {
    fn words(&mut self, language: &str) -> LanguageWords {
        let path = |name: &str| format!("{language}/{name}");
        LanguageWords {
            language: language.to_owned(),
            interface: self.file(&path("interface.json")).unwrap_or_default(),
            style: self.file(&path("style.json")).unwrap_or_default(),
            steps: self.file(&path("steps.json")).unwrap_or_default(),
            topics: self.folder(&path("questions"), TopicId::new),
            cards: self.folder(&path("cards"), CardId::new),
            drugs: self.file(&path("drugs.json")).unwrap_or_default(),
            signs: self.file(&path("signs.json")).unwrap_or_default(),
            cancers: self.file(&path("cancers.json")).unwrap_or_default(),
            terms: self.file(&path("terms.json")).unwrap_or_default(),
            labels: self.file(&path("drawings.json")).unwrap_or_default(),
        }
    }

    fn text(&mut self, name: &str) -> Option<String> {
        match fs::read_to_string(self.content.join(name)) {
            Ok(text) => Some(text),
            Err(error) => {
                self.errors.push(ContentError::new(name, "", format!("cannot be read: {error}")));
                None
            }
        }
    }

    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let text = self.text(name)?;
        let value = parse::<T>(&text).and_then(|value| parse::<Unique>(&text).map(|_| value));
        match value {
            Ok(value) => Some(value),
            Err((field, reason)) => {
                self.errors.push(ContentError::new(name, field, reason));
                None
            }
        }
    }

    fn folder<I: Ord, T: DeserializeOwned>(&mut self, folder: &str, id: fn(String) -> I) -> BTreeMap<I, T> {
        let names = self.names(folder, "json");
        names
            .into_iter()
            .filter_map(|name| self.file(&format!("{folder}/{name}.json")).map(|value| (id(name), value)))
            .collect()
    }

    fn drawings(&mut self) -> BTreeMap<String, String> {
        let names = self.names("drawings", "svg");
        names
            .into_iter()
            .filter_map(|name| self.text(&format!("drawings/{name}.svg")).map(|text| (name, text)))
            .collect()
    }

    /// The stems of the files with this ending, sorted, so that a bundle does not depend on the file system.
    fn names(&mut self, folder: &str, ending: &str) -> Vec<String> {
        let stem = |path: PathBuf| {
            let matches = path.extension().is_some_and(|extension| extension == ending);
            matches.then(|| path.file_stem().map(|stem| stem.to_string_lossy().into_owned())).flatten()
        };
        match fs::read_dir(self.content.join(folder)) {
            Ok(entries) => {
                let mut names: Vec<String> =
                    entries.flatten().filter_map(|entry| stem(entry.path())).collect();
                names.sort();
                names
            }
            Err(error) => {
                self.errors.push(ContentError::new(folder, "", format!("cannot be read: {error}")));
                Vec::new()
            }
        }
    }
}

/// Reads JSON, or says where reading stopped and why.
fn parse<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| (pointer(error.path()), error.inner().to_string()))?;
    json.end().map_err(|error| (String::new(), error.to_string()))?;
    Ok(value)
}

/// A JSON pointer (RFC 6901) to where reading stopped.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let part = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } | Segment::Enum { variant: key } => {
            format!("/{}", key.replace('~', "~0").replace('/', "~1"))
        }
        Segment::Unknown => "/?".to_owned(),
    };
    path.iter().map(part).collect()
}
