//! The words of one language: the entries of `en/` and its like.

use crate::content::ids::QuestionId;
use crate::content::model::Row;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the check of one language needs to know about its words.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Style {
    /// Where the schema of this file is.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Medical names that cannot be avoided; the reading grade counts them as two syllables.
    pub medical_names: Vec<String>,
    /// Phrases that no text may hold.
    pub forbidden: Vec<String>,
    /// Words of urgent signs: a text that holds one must also say to call.
    pub urgent: Vec<String>,
    /// Words for the emergency number or room, one of which what to do about an emergency must hold.
    pub emergency: Vec<String>,
    /// Words that say to call, one of which an urgent text must hold.
    pub call: Vec<String>,
    /// Words that tell a reader to wait for a visit, which an urgent text must not hold.
    pub wait: Vec<String>,
    /// Words for the person who asks, which a question for more than one role holds in braces only.
    pub first_person: Vec<String>,
}

/// The words of a step.
#[derive(Debug, Deserialize, JsonSchema)]
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
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// What the row says.
    pub label: String,
    /// What stands after "because you said:".
    pub said: String,
}

/// The words of a topic and its questions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicWords {
    /// Where the schema of this file is.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its heading.
    pub title: String,
    /// Its questions.
    pub questions: BTreeMap<QuestionId, QuestionWords>,
}

/// The words of a question.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question, in the words of each role: `{my|their|my child's}`; `{I}` is the asker for all.
    pub text: String,
    /// Why it is worth asking.
    pub why: String,
}

/// The words of a card.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// Where the schema of this file is.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its name.
    pub title: String,
    /// Synonyms, abbreviations and lay names.
    pub also: Vec<String>,
    /// In short.
    pub short: String,
    /// Statements by row.
    #[schemars(extend("propertyNames" = {"enum": Row::ALL.map(Row::as_str)}))]
    pub rows: BTreeMap<Row, Vec<String>>,
    /// The drawing in words.
    pub drawing: DrawingWords,
}

/// The words of a drawing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawingWords {
    /// Its name.
    pub title: String,
    /// The whole story.
    pub description: String,
    /// A sentence under each frame.
    pub captions: Vec<String>,
}

/// The words of a drug.
#[derive(Debug, Deserialize, JsonSchema)]
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

/// The words of a warning sign.
#[derive(Debug, Deserialize, JsonSchema)]
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

/// The words of a kind of cancer.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancerWords {
    /// Its name.
    pub name: String,
    /// Lay names and synonyms.
    pub also: Vec<String>,
    /// What stands after "because you said:".
    pub said: String,
}

/// The words of a glossary word.
#[derive(Debug, Deserialize, JsonSchema)]
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

/// The words of a section.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionWords {
    /// Its heading.
    pub title: String,
    /// A few sentences that stand together, each with its own sources.
    pub statements: Vec<String>,
}

/// The words of an item of the quiz.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizWords {
    /// A statement that holds or does not.
    pub statement: String,
    /// Why, in a kind tone.
    pub why: String,
}
