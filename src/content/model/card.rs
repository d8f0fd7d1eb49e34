//! Therapy cards: what finds and introduces them, and their bodies.

use crate::content::ids::CardId;
use serde::{Deserialize, Serialize};

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
    /// Sources of the "in short" sentence: places in [`Details::sources`](super::Details::sources).
    pub short_sources: Vec<usize>,
    /// Every row in the order of [`Row::ALL`], each with at least one statement.
    pub(in crate::content) rows: Vec<Vec<Statement>>,
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
    /// Places in [`Details::sources`](super::Details::sources).
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
