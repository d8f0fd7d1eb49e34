//! The files as they lie on disk: each names its JSON Schema, so that an editor completes and checks as it is typed.
//!
//! The schemas are made from these types (`ask schema`), and a test compares them with `content/schema/`.

use super::structure::{
    CancerShape, CardShape, DrugShape, QuestionShape, QuizShape, SectionShape, SignShape, SourceShape,
    StepShape, TermShape, TopicShape,
};
use super::words::{
    CancerWords, CardWords, DrugWords, QuizWords, SectionWords, SignWords, StepWords, Style, TermWords,
    TopicWords,
};
use crate::content::ids::{CancerId, CardId, DrugId, QuizId, SectionId, SignId, StepId, TermId};
use crate::content::model::Release;
use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// A kind of file.
pub(super) trait File: DeserializeOwned {
    /// Its schema's place below `content/schema/`.
    const SCHEMA: &'static str;
    /// What it holds.
    type Content;
    /// The address of its schema, as the file gives it.
    fn schema(&self) -> &str;
    /// What it holds.
    fn content(self) -> Self::Content;
}

/// Files that hold one thing beside the address of their schema.
macro_rules! files {
    ($($(#[$meta:meta])* $name:ident = $schema:literal, $field:ident: $content:ty;)+) => {
        $(
            $(#[$meta])*
            #[derive(Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            pub(super) struct $name {
                /// Where the schema of this file is.
                #[serde(rename = "$schema")]
                schema: String,
                /// What the file holds.
                $field: $content,
            }

            impl File for $name {
                const SCHEMA: &'static str = $schema;
                type Content = $content;

                fn schema(&self) -> &str {
                    &self.schema
                }

                fn content(self) -> $content {
                    self.$field
                }
            }
        )+

        fn held() -> Vec<(&'static str, Schema)> {
            vec![$(($schema, schema_for!($name))),+]
        }
    };
}

/// Files that are one thing, the address of their schema among its fields.
macro_rules! whole {
    ($($name:ident = $schema:literal;)+) => {
        $(
            impl File for $name {
                const SCHEMA: &'static str = $schema;
                type Content = Self;

                fn schema(&self) -> &str {
                    &self.schema
                }

                fn content(self) -> Self {
                    self
                }
            }
        )+

        fn whole() -> Vec<(&'static str, Schema)> {
            vec![$(($schema, schema_for!($name))),+]
        }
    };
}

files! {
    /// Version and review status.
    ReleaseFile = "catalog/release.json", release: Release;
    /// The walkthrough.
    StepsFile = "catalog/steps.json", steps: Vec<StepShape>;
    /// Topics of questions, in the order they are shown.
    TopicsFile = "catalog/topics.json", topics: Vec<TopicShape>;
    /// Questions; equal scores keep this order.
    QuestionsFile = "catalog/questions.json", questions: Vec<QuestionShape>;
    /// Cards, in the order they are shown.
    CardsFile = "catalog/cards.json", cards: Vec<CardId>;
    /// Medicines and named combinations.
    DrugsFile = "catalog/drugs.json", drugs: Vec<DrugShape>;
    /// Warning signs, the most important first.
    SignsFile = "catalog/signs.json", signs: Vec<SignShape>;
    /// Kinds of cancer, commonest first.
    CancersFile = "catalog/cancers.json", cancers: Vec<CancerShape>;
    /// The glossary.
    TermsFile = "catalog/terms.json", terms: Vec<TermShape>;
    /// Publications.
    SourcesFile = "catalog/sources.json", sources: Vec<SourceShape>;
    /// The opening article, section by section.
    ArticleFile = "catalog/article.json", sections: Vec<SectionShape>;
    /// The quiz.
    QuizFile = "catalog/quiz.json", items: Vec<QuizShape>;
    /// Words of the interface by key.
    InterfaceWordsFile = "words/interface.json", words: BTreeMap<String, String>;
    /// Words of the walkthrough.
    StepWordsFile = "words/steps.json", steps: BTreeMap<StepId, StepWords>;
    /// Words of the medicines.
    DrugWordsFile = "words/drugs.json", drugs: BTreeMap<DrugId, DrugWords>;
    /// Words of the warning signs.
    SignWordsFile = "words/signs.json", signs: BTreeMap<SignId, SignWords>;
    /// Words of the kinds of cancer.
    CancerWordsFile = "words/cancers.json", cancers: BTreeMap<CancerId, CancerWords>;
    /// Words of the glossary.
    TermWordsFile = "words/terms.json", terms: BTreeMap<TermId, TermWords>;
    /// Labels in the drawings: shared ones under `all`, the rest under the drawing's id.
    DrawingWordsFile = "words/drawings.json", labels: BTreeMap<String, BTreeMap<String, String>>;
    /// Words of the opening article.
    ArticleWordsFile = "words/article.json", sections: BTreeMap<SectionId, SectionWords>;
    /// Words of the quiz.
    QuizWordsFile = "words/quiz.json", items: BTreeMap<QuizId, QuizWords>;
}

whole! {
    CardShape = "catalog/card.json";
    CardWords = "words/card.json";
    TopicWords = "words/topic.json";
    Style = "words/style.json";
}

/// The JSON Schema of every kind of file, with its place below `content/schema/`.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    held().into_iter().chain(whole()).collect()
}
