//! What the screens share: the content, the list, where the person is. Signals for what changes, one for each
//! independent concern; intents as methods, each of which changes the plain data and tells the person.

use super::current::Current;
use super::later::Later;
use super::watched::Watched;
use crate::browser::storage::Key;
use crate::browser::{clock, location, page, storage};
use crate::content::read::Second;
use crate::content::{Catalog, Details, Fact, QuestionId, Role, StepKind, spoken};
use crate::guide;
use crate::list::{self, Edit, History, Notebook, PersonalList, Unreadable};
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

/// Whether the list stays on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// Only in memory, because the person has not asked for more.
    No,
    /// Written on every change, because the person asked for it.
    Yes,
    /// The device refuses.
    Refused,
}

/// A saved list that could not be read, kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aside {
    /// Why, and what to do.
    pub reason: String,
    /// The text as it was found.
    pub text: String,
}

/// Everything the screens share. Copies refer to the same data.
#[derive(Clone, Copy)]
pub(super) struct State {
    catalog: Watched<Arc<Catalog>>,
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
    history: Watched<History>,
    /// Whether the list stays on this device.
    pub keeping: Watched<Keeping>,
    /// A saved list that could not be read.
    pub aside: Watched<Option<Aside>>,
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
            keeping: Watched::new(if storage::is_available() { Keeping::No } else { Keeping::Refused }),
            aside: Watched::new(None),
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

    /// Takes the last edit back.
    pub(super) fn undo(&self) {
        let mut undone = None;
        self.notebook.update(|notebook| self.history.update(|history| undone = history.undo(notebook)));
        if undone.is_some() {
            self.save();
            self.tell(Notice::Undone(self.say("notice.undone")));
        }
    }

    /// Does the last undone edit again.
    pub(super) fn redo(&self) {
        let mut redone = None;
        self.notebook.update(|notebook| self.history.update(|history| redone = history.redo(notebook)));
        if let Some(edit) = redone {
            self.save();
            self.tell(Notice::Undoable(self.catalog.with_untracked(|catalog| edit.message(&catalog.words))));
        }
    }

    /// Keeps the list on this device from now on, as the person asked.
    pub(super) fn keep(&self) {
        self.keeping.set(Keeping::Yes);
        self.save();
        let key =
            if self.keeping.get_untracked() == Keeping::Yes { "notice.kept" } else { "notice.not-kept" };
        self.tell(Notice::Plain(self.say(key)));
    }

    /// Forgets everything, here and on the device.
    pub(super) fn erase(&self) {
        storage::remove_all();
        self.notebook.set(Notebook::new(&clock::uuid()));
        self.history.set(History::default());
        self.aside.set(None);
        self.query.set(String::new());
        if self.keeping.get_untracked() == Keeping::Yes {
            self.keeping.set(Keeping::No);
        }
        page::set_reading("", "");
        self.tell(Notice::Plain(self.say("notice.erased")));
    }

    /// Empties the list and the answers; undo brings them back.
    pub(super) fn start_again(&self) {
        self.edit(Edit::Cleared, PersonalList::clear);
    }

    /// The list as the file that is saved.
    pub(super) fn record(&self) -> String {
        self.catalog.with_untracked(|catalog| {
            self.notebook.with_untracked(|notebook| list::to_json(notebook, catalog))
        })
    }

    fn save(&self) {
        if self.keeping.get_untracked() == Keeping::Yes && !storage::write(Key::List, &self.record()) {
            self.keeping.set(Keeping::Refused);
        }
    }

    /// Opens what was kept. What cannot be read is moved aside, so that nothing overwrites it.
    fn restore(&self) {
        if let Some(text) = storage::read(Key::List) {
            match self.catalog.with_untracked(|catalog| list::parse(&text, catalog)) {
                Ok((notebook, problems)) => {
                    self.notebook.set(notebook);
                    self.keeping.set(Keeping::Yes);
                    if !problems.is_empty() {
                        self.set_aside(self.say("aside.partly"), text);
                    }
                }
                Err(reason) => {
                    if self.set_aside(self.unreadable(&reason), text) {
                        storage::remove(Key::List);
                    }
                }
            }
        }
        let earlier = self.aside.with_untracked(Option::is_none).then(|| storage::read(Key::Unreadable));
        if let Some(text) = earlier.flatten() {
            self.set_aside(self.say("aside.earlier"), text);
        }
    }

    fn unreadable(&self, reason: &Unreadable) -> String {
        self.say(if matches!(reason, Unreadable::Newer(_)) { "aside.newer" } else { "aside.unreadable" })
    }

    /// Whether it is kept on the device; where that cannot be, the text is still offered from memory.
    fn set_aside(&self, reason: String, text: String) -> bool {
        let kept = storage::write(Key::Unreadable, &text);
        self.aside.set(Some(Aside { reason, text }));
        kept
    }

    /// Forgets the list that was kept aside, after the person has seen it.
    pub(super) fn drop_aside(&self) {
        storage::remove(Key::Unreadable);
        self.aside.set(None);
        // A list that was read in part is written whole, so that it is not reported again.
        self.save();
    }
}
