//! How much time there is for questions, and how many a list then holds.

use super::TOP;

/// The time a person wants for questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Time {
    /// Five minutes.
    Short,
    /// A quarter of an hour: what a visit often leaves.
    #[default]
    Usual,
    /// Half an hour.
    Long,
}

impl Time {
    /// Every length, the shortest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Usual, Self::Long];

    /// The step, beside the walkthrough, that asks for it.
    pub const STEP: &'static str = "time";

    /// The length that an option of the step `time` stands for.
    pub fn of(option: &str) -> Self {
        Self::ALL.into_iter().find(|time| time.option() == option).unwrap_or_default()
    }

    /// The option of the step `time`: minutes.
    pub fn option(self) -> &'static str {
        match self {
            Self::Short => "5",
            Self::Usual => "15",
            Self::Long => "30",
        }
    }

    /// How many questions are put on the list for "if there is time": with the first three, about two minutes each.
    pub fn if_time(self) -> usize {
        match self {
            Self::Short => 1,
            Self::Usual => super::IF_TIME,
            Self::Long => 12,
        }
    }

    /// How many questions a list is given.
    pub fn size(self) -> usize {
        TOP + self.if_time()
    }
}
