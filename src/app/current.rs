//! The list that is open, as screens follow it: a window into the notebook.

use super::watched::Watched;
use crate::list::{Notebook, PersonalList};

/// The current list of the notebook. Copies refer to the same one.
#[derive(Clone, Copy)]
pub(super) struct Current(pub(super) Watched<Notebook>);

impl Current {
    /// Looks at the list and follows it.
    pub(super) fn with<R>(self, look: impl FnOnce(&PersonalList) -> R) -> R {
        self.0.with(|notebook| look(notebook.current()))
    }

    /// Looks at the list once.
    pub(super) fn with_untracked<R>(self, look: impl FnOnce(&PersonalList) -> R) -> R {
        self.0.with_untracked(|notebook| look(notebook.current()))
    }

    /// Changes the list; who follows it hears of it afterwards.
    pub(super) fn update(self, change: impl FnOnce(&mut PersonalList)) {
        self.0.update(|notebook| change(notebook.current_mut()));
    }
}
