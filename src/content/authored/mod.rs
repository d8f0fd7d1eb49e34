//! The content as authors write it: structure in `catalog/`, words in a folder for each language.
//!
//! Reading never stops at the first mistake: each file that cannot be read becomes an error, and the rest is
//! read all the same, so that an editor sees everything at once.

mod files;
mod reader;
mod rules;
mod structure;
mod words;

pub use files::schemas;
pub use structure::*;
pub use words::*;

use super::check::ContentError;
use super::ids::{CancerId, CardId, DrugId, QuizId, SectionId, SignId, StepId, TermId, TopicId};
use super::model::{OptionSource, Release, Words};
use files::{
    ArticleFile, ArticleWordsFile, CancerWordsFile, CancersFile, CardsFile, DrawingWordsFile, DrugWordsFile,
    DrugsFile, InterfaceWordsFile, QuestionsFile, QuizFile, QuizWordsFile, ReleaseFile, SignWordsFile,
    SignsFile, SourcesFile, StepWordsFile, StepsFile, TermWordsFile, TermsFile, TopicsFile,
};
use reader::Reader;
use std::{collections::BTreeMap, path::Path};

/// Everything under `content/` for one language.
#[derive(Debug, Default)]
pub struct Authored {
    /// `catalog/release.json`.
    pub release: Option<Release>,
    /// `catalog/steps.json`.
    pub steps: Vec<StepShape>,
    /// `catalog/topics.json`, in the order they are shown.
    pub topics: Vec<TopicShape>,
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
    /// `catalog/article.json`: the sections in order.
    pub article: Vec<SectionShape>,
    /// `catalog/quiz.json`.
    pub quiz: Vec<QuizShape>,
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
    /// `article.json`.
    pub article: BTreeMap<SectionId, SectionWords>,
    /// `quiz.json`.
    pub quiz: BTreeMap<QuizId, QuizWords>,
    /// `drawings.json`: labels shared by all drawings under `all`, the rest under the drawing's id.
    pub labels: BTreeMap<String, BTreeMap<String, String>>,
}

impl Authored {
    /// Reads `content/` for one language. What cannot be read is in the errors and missing from the result.
    pub fn read(content: &Path, language: &str) -> (Self, Vec<ContentError>) {
        let mut reader = Reader { content, errors: Vec::new() };
        let authored = Self {
            release: reader.file::<ReleaseFile>("catalog/release.json"),
            steps: reader.file::<StepsFile>("catalog/steps.json").unwrap_or_default(),
            topics: reader.file::<TopicsFile>("catalog/topics.json").unwrap_or_default(),
            questions: reader.file::<QuestionsFile>("catalog/questions.json").unwrap_or_default(),
            card_order: reader.file::<CardsFile>("catalog/cards.json").unwrap_or_default(),
            cards: reader.folder::<CardShape, _>("catalog/cards", CardId::new),
            drugs: reader.file::<DrugsFile>("catalog/drugs.json").unwrap_or_default(),
            signs: reader.file::<SignsFile>("catalog/signs.json").unwrap_or_default(),
            cancers: reader.file::<CancersFile>("catalog/cancers.json").unwrap_or_default(),
            terms: reader.file::<TermsFile>("catalog/terms.json").unwrap_or_default(),
            sources: reader.file::<SourcesFile>("catalog/sources.json").unwrap_or_default(),
            article: reader.file::<ArticleFile>("catalog/article.json").unwrap_or_default(),
            quiz: reader.file::<QuizFile>("catalog/quiz.json").unwrap_or_default(),
            drawings: reader.drawings(),
            words: words(&mut reader, language),
        };
        (authored, reader.errors)
    }

    /// The ids of a step's options, wherever they come from.
    pub fn options<'a>(&'a self, step: &'a StepShape) -> Vec<&'a str> {
        match step.from {
            OptionSource::Listed => step.options.iter().map(String::as_str).collect(),
            OptionSource::Cancers => self.cancers.iter().map(|cancer| cancer.id.as_str()).collect(),
            OptionSource::Cards => self.card_order.iter().map(CardId::as_str).collect(),
        }
    }
}

fn words(reader: &mut Reader<'_>, language: &str) -> LanguageWords {
    let path = |name: &str| format!("{language}/{name}");
    LanguageWords {
        language: language.to_owned(),
        interface: reader.file::<InterfaceWordsFile>(&path("interface.json")).unwrap_or_default().into(),
        style: reader.file::<Style>(&path("style.json")).unwrap_or_default(),
        steps: reader.file::<StepWordsFile>(&path("steps.json")).unwrap_or_default(),
        topics: reader.folder::<TopicWords, _>(&path("questions"), TopicId::new),
        cards: reader.folder::<CardWords, _>(&path("cards"), CardId::new),
        drugs: reader.file::<DrugWordsFile>(&path("drugs.json")).unwrap_or_default(),
        signs: reader.file::<SignWordsFile>(&path("signs.json")).unwrap_or_default(),
        cancers: reader.file::<CancerWordsFile>(&path("cancers.json")).unwrap_or_default(),
        terms: reader.file::<TermWordsFile>(&path("terms.json")).unwrap_or_default(),
        article: reader.file::<ArticleWordsFile>(&path("article.json")).unwrap_or_default(),
        quiz: reader.file::<QuizWordsFile>(&path("quiz.json")).unwrap_or_default(),
        labels: reader.file::<DrawingWordsFile>(&path("drawings.json")).unwrap_or_default(),
    }
}
