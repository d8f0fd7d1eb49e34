//! Undo and redo: whole former states, each with the name of the edit that ended it.

use super::Notebook;
use crate::content::Words;

/// How many edits can be undone.
pub const LIMIT: usize = 50;

/// What was done, for "Removed: ..." and "Undone: ...". Texts are the question's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A question came onto the list.
    Added(String),
    /// A question was taken off.
    Removed(String),
    /// A question changed its place.
    Moved(String),
    /// A question was marked as asked.
    Asked(String),
    /// A question was marked as not asked.
    Unasked(String),
    /// A question got other words.
    Reworded(String),
    /// A question was starred.
    Starred(String),
    /// A question is no longer starred.
    Unstarred(String),
    /// An answer was noted.
    Noted(String),
    /// A question is to be asked again.
    Again(String),
    /// A question need not be asked again.
    NotAgain(String),
    /// What was heard was written down.
    Heard,
    /// The next steps changed.
    Steps,
    /// A new list was begun.
    ListAdded,
    /// Another list was opened.
    ListOpened,
    /// A list was taken away.
    ListRemoved,
    /// The alert card changed.
    Alert,
    /// A file or link was taken in.
    TakenIn,
    /// An answer of the walkthrough changed, and the suggestions with it.
    Answered,
    /// The team's number changed.
    Team,
    /// The visit changed.
    Visit,
    /// A saved list took the place of this one.
    Restored,
    /// Everything was cleared.
    Cleared,
}

impl Edit {
    /// What happened, in words of the interface (`edit.*`).
    pub fn message(&self, words: &Words) -> String {
        let (key, text) = match self {
            Self::Added(text) => ("edit.added", text.as_str()),
            Self::Removed(text) => ("edit.removed", text.as_str()),
            Self::Moved(text) => ("edit.moved", text.as_str()),
            Self::Asked(text) => ("edit.asked", text.as_str()),
            Self::Unasked(text) => ("edit.unasked", text.as_str()),
            Self::Reworded(text) => ("edit.reworded", text.as_str()),
            Self::Starred(text) => ("edit.starred", text.as_str()),
            Self::Unstarred(text) => ("edit.unstarred", text.as_str()),
            Self::Noted(text) => ("edit.noted", text.as_str()),
            Self::Again(text) => ("edit.again", text.as_str()),
            Self::NotAgain(text) => ("edit.not-again", text.as_str()),
            Self::Heard => ("edit.heard", ""),
            Self::Steps => ("edit.steps", ""),
            Self::ListAdded => ("edit.list-added", ""),
            Self::ListOpened => ("edit.list-opened", ""),
            Self::ListRemoved => ("edit.list-removed", ""),
            Self::Alert => ("edit.alert", ""),
            Self::TakenIn => ("edit.taken-in", ""),
            Self::Answered => ("edit.answered", ""),
            Self::Team => ("edit.team", ""),
            Self::Visit => ("edit.visit", ""),
            Self::Restored => ("edit.restored", ""),
            Self::Cleared => ("edit.cleared", ""),
        };
        words.fill(key, &[text])
    }
}

/// Former and undone states of a notebook, the latest last.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<(Edit, Notebook)>,
    future: Vec<(Edit, Notebook)>,
}

impl History {
    /// Remembers the state before an edit. What had been undone can no longer be redone; the oldest of more than
    /// [`LIMIT`] states is forgotten.
    pub fn record(&mut self, edit: Edit, before: Notebook) {
        self.future.clear();
        if self.past.len() == LIMIT {
            self.past.remove(0);
        }
        self.past.push((edit, before));
    }

    /// Takes the last edit back and names it.
    pub fn undo(&mut self, notebook: &mut Notebook) -> Option<Edit> {
        step(&mut self.past, &mut self.future, notebook)
    }

    /// Does the last undone edit again and names it.
    pub fn redo(&mut self, notebook: &mut Notebook) -> Option<Edit> {
        step(&mut self.future, &mut self.past, notebook)
    }

    /// What [`History::undo`] would take back.
    pub fn last(&self) -> Option<&Edit> {
        self.past.last().map(|(edit, _)| edit)
    }

    /// What [`History::redo`] would do again.
    pub fn next(&self) -> Option<&Edit> {
        self.future.last().map(|(edit, _)| edit)
    }

    /// Whether anything but answers of the walkthrough was changed: those have a page of their own to change them.
    pub fn has_edits(&self) -> bool {
        self.past.iter().chain(&self.future).any(|(edit, _)| *edit != Edit::Answered)
    }

    /// Forgets every state, for "erase everything".
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

fn step(
    from: &mut Vec<(Edit, Notebook)>,
    to: &mut Vec<(Edit, Notebook)>,
    notebook: &mut Notebook,
) -> Option<Edit> {
    let (edit, state) = from.pop()?;
    to.push((edit.clone(), std::mem::replace(notebook, state)));
    Some(edit)
}
