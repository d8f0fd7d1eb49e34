//! What the screens share: the content, the list, where the person is. Signals for what changes, one for each
//! independent concern; intents as methods, each of which changes the plain data and tells the person.

use super::current::Current;
use super::keeping::{Aside, Keeping};
use super::later::Later;
use super::watched::Watched;
use crate::browser::kept::Kept;
use crate::browser::storage::Reading;
use crate::browser::{clock, location, page};
use crate::content::read::Second;
use crate::content::{Catalog, Details, Fact, QuestionId, Role, StepKind, spoken};
use crate::guide;
use crate::list::{Edit, History, Notebook, PersonalList};
use crate::route::Route;
use crate::search::{Index, documents};
use std::sync::Arc;

/// What is said in the bar under the header, until it is closed or something else happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// Something happened that can be taken back.
    Undoable(String),
    /// Something was taken back, and can be done again.
    Undone(String),
    /// Something to know.
    Plain(String),
    /// A new version of the app waits.
    NewVersion,
}

/// Everything the screens share. Copies refer to the same data.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) catalog: Watched<Arc<Catalog>>,
    /// What is read later; `None` until it has arrived.
    pub details: Watched<Option<Arc<Details>>>,
    /// The search index, built again when the glossary has arrived.
    pub index: Watched<Arc<Index>>,
    /// Where the person is.
    pub route: Watched<Route>,
    /// Every list, one for each visit.
    pub notebook: Watched<Notebook>,
    /// The list that is open, with its answers.
    pub list: Current,
    pub(super) history: Watched<History>,
    /// Whether the list stays on this device.
    pub keeping: Watched<Keeping>,
    /// The record on the device, as this tab knows it.
    pub kept: Watched<Kept>,
    /// Saved lists that could not be read, the latest first.
    pub aside: Watched<Vec<Aside>>,
    /// The list as it was last saved as a file.
    pub filed: Watched<Option<String>>,
    /// How the person likes to read.
    pub reading: Watched<Reading>,
    /// What is searched for.
    pub query: Watched<String>,
    /// What is said in the bar.
    pub notice: Watched<Option<Notice>>,
    /// Whether questions are to be suggested as soon as they have arrived.
    suggesting: Watched<bool>,
    /// Whether the later part of the program is there.
    pub later: Watched<Later>,
}

impl State {
    pub(super) fn new(catalog: Catalog) -> Self {
        let index = Index::build(documents(&catalog, &[]));
        let notebook = Watched::new(Notebook::new(&clock::uuid()));
        Self {
            catalog: Watched::new(Arc::new(catalog)),
            details: Watched::new(None),
            index: Watched::new(Arc::new(index)),
            route: Watched::new(Route::parse(&location::hash())),
            notebook,
            list: Current(notebook),
            history: Watched::new(History::default()),
            keeping: Watched::new(Keeping::start()),
            kept: Watched::new(Kept::default()),
            aside: Watched::new(Vec::new()),
            filed: Watched::new(None),
            reading: Watched::new(Reading::read()),
            query: Watched::new(String::new()),
            notice: Watched::new(None),
            suggesting: Watched::new(false),
            later: Watched::new(Later::Loading),
        }
    }

    /// The catalog, cheap to clone.
    pub(super) fn catalog(&self) -> Arc<Catalog> {
        self.catalog.get_untracked()
    }

    /// Words of the interface.
    pub(super) fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// Words of the interface with values filled in.
    pub(super) fn fill(&self, key: &str, values: &[&str]) -> String {
        self.catalog.with_untracked(|catalog| {
            // Only some words follow whose list it is.
            let role = if catalog.words.get(key).contains('|') { self.role() } else { Role::Own };
            catalog.words.role_fill(key, role, values)
        })
    }

    /// Words of the interface for a count.
    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.catalog.with_untracked(|catalog| catalog.words.count(key, count))
    }

    /// What the person said, as it stands after "because you said:".
    pub(super) fn said(&self, fact: &Fact) -> Option<String> {
        self.catalog.with_untracked(|catalog| catalog.said(fact, self.role()))
    }

    /// Whose list it is.
    pub(super) fn role(&self) -> Role {
        self.list.with_untracked(PersonalList::role)
    }

    /// Takes in what comes second. What waited for the questions happens now: opening a saved list, and suggesting
    /// for a person who was quicker than the network.
    pub(super) fn add_second(&self, (completion, details): Second) {
        if let Some(parts) = page::element("drawing-parts") {
            parts.set_inner_html(&details.drawing_parts);
        }
        let catalog = completion.complete(Catalog::clone(&self.catalog()));
        self.index.set(Arc::new(Index::build(documents(&catalog, &details.terms))));
        self.catalog.set(Arc::new(catalog));
        self.details.set(Some(Arc::new(details)));
        // Whoever was quicker than the network has answered something already: that stands over what was kept.
        let quick = self.list.with_untracked(|list| list.answers.clone());
        self.restore();
        self.list.update(|list| list.answers.extend(quick));
        if self.suggesting.get_untracked() {
            self.suggest();
        }
    }

    /// Why a question is worth asking, once the details have arrived.
    pub(super) fn why(&self, question: &QuestionId) -> Option<String> {
        let place = self.catalog.with_untracked(|catalog| catalog.question_place(question))?;
        self.details.with(|details| Some(spoken(&details.as_ref()?.reasons.get(place)?.text, self.role())))
    }

    /// Says something to everyone: in the bar and to screen readers.
    pub(super) fn tell(&self, notice: Notice) {
        match &notice {
            Notice::Undoable(text) | Notice::Undone(text) | Notice::Plain(text) => {
                page::announce(text.clone());
            }
            Notice::NewVersion => page::announce(self.say("notice.new-version")),
        }
        self.notice.set(Some(notice));
    }

    /// Chooses or takes back an answer. A list that has begun follows; what the person did to it stays.
    pub(super) fn answer(&self, step: &str, kind: StepKind, option: &str) {
        self.catch_up();
        let before = self.notebook.get_untracked();
        let begun = !before.current().items().is_empty();
        self.list.update(|list| {
            list.answers.toggle(step, kind, option);
        });
        if begun {
            self.suggest();
        }
        self.history.update(|history| history.record(Edit::Answered, before));
        self.save();
    }

    /// Puts the questions for the answers on the list, as soon as they have arrived.
    pub(super) fn suggest(&self) {
        self.suggesting.set(self.details.with_untracked(Option::is_none));
        let catalog = self.catalog();
        self.list.update(|list| {
            let ranked = guide::rank(&catalog, &list.answers);
            list.suggest(&ranked);
        });
        self.save();
    }

    /// Changes the list, remembers how it was, keeps it, and says what happened.
    pub(super) fn edit(&self, edit: Edit, change: impl FnOnce(&mut PersonalList)) {
        self.edit_notebook(edit, |notebook| change(notebook.current_mut()));
    }

    /// The same for what is more than one list.
    pub(super) fn edit_notebook(&self, edit: Edit, change: impl FnOnce(&mut Notebook)) {
        self.catch_up();
        let before = self.notebook.get_untracked();
        self.notebook.update(change);
        if self.notebook.with_untracked(|notebook| *notebook == before) {
            return;
        }
        let message = self.catalog.with_untracked(|catalog| edit.message(&catalog.words));
        self.history.update(|history| history.record(edit, before));
        self.save();
        self.tell(Notice::Undoable(message));
    }

    /// What undo would take back and redo would do again, in words. Nothing while only answers were given.
    pub(super) fn steps_back_and_forth(&self) -> [Option<String>; 2] {
        self.history.with(|history| {
            [history.last(), history.next()].map(|edit| {
                edit.filter(|_| history.has_edits())
                    .map(|edit| self.catalog.with_untracked(|catalog| edit.message(&catalog.words)))
            })
        })
    }

    /// Changes the list while the person writes in a field: kept with each letter, remembered by [`State::written`].
    pub(super) fn write(&self, change: impl FnOnce(&mut PersonalList)) {
        self.list.update(change);
        self.save();
    }

    /// Remembers as one edit what was written since the notebook was like this, and says so.
    pub(super) fn written(&self, edit: Edit, before: Notebook) {
        if self.notebook.with_untracked(|notebook| *notebook == before) {
            return;
        }
        let message = self.catalog.with_untracked(|catalog| edit.message(&catalog.words));
        self.history.update(|history| history.record(edit, before));
        self.tell(Notice::Undoable(message));
    }

    /// Takes the last edit back.
    pub(super) fn undo(&self) {
        self.catch_up();
        let mut undone = None;
        self.notebook.update(|notebook| self.history.update(|history| undone = history.undo(notebook)));
        if undone.is_some() {
            self.save();
            self.tell(Notice::Undone(self.say("notice.undone")));
        } else {
            self.tell(Notice::Plain(self.say("notice.not-undone")));
        }
    }

    /// Does the last undone edit again.
    pub(super) fn redo(&self) {
        self.catch_up();
        let mut redone = None;
        self.notebook.update(|notebook| self.history.update(|history| redone = history.redo(notebook)));
        if let Some(edit) = redone {
            self.save();
            self.tell(Notice::Undoable(self.catalog.with_untracked(|catalog| edit.message(&catalog.words))));
        }
    }

    /// Empties the list and the answers; undo brings them back.
    pub(super) fn start_again(&self) {
        self.edit(Edit::Cleared, PersonalList::clear);
    }
}
