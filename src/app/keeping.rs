//! Keeping the list: on this device if the person asks, in step with other tabs, and gone when they say so.
//!
//! Three rules stand behind all of it.
//! 1. Nothing is written before the person asks, and every change is written afterwards. What is refused is said, and
//!    tried again with the next change.
//! 2. The record on the device is common to all tabs. Before a tab changes its list, it takes over what another tab
//!    wrote. Should both write at the same moment, both sides are merged: nothing is lost, and what one of them took
//!    off may be there again.
//! 3. Undo takes back what was done in this tab. It never reaches behind a change that came from another tab, so what
//!    was done there is neither brought back nor destroyed.

use super::screen;
use super::state::{Notice, State};
use crate::browser::kept::{self, News};
use crate::browser::storage::Reading;
use crate::browser::{clock, device, leaving, location, page, recordings, storage, tabs};
use crate::list::{self, History, Notebook, Problem, Unreadable};
use crate::route::Route;
use wasm_bindgen_futures::spawn_local;

/// Whether the list stays on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// Only in memory, because the person has not asked for more.
    No,
    /// Written on every change, because the person asked for it.
    Yes,
    /// The person asked for it, and the device refused the last change.
    Failing,
    /// The device can keep nothing.
    Refused,
    /// Others use this computer too: nothing is kept past the tab.
    Shared,
}

impl Keeping {
    /// Where it begins.
    pub(super) fn start() -> Self {
        if storage::is_available() { Self::No } else { Self::Refused }
    }

    /// Whether the person asked to keep the list.
    pub(super) fn is_asked(self) -> bool {
        matches!(self, Self::Yes | Self::Failing)
    }
}

/// A saved list that could not be read, kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aside {
    /// Why, and what to do.
    pub reason: String,
    /// The text as it was found.
    pub text: String,
}

impl State {
    /// Hears what other tabs say from now on, and what `boot.js` says when the person leaves at once.
    pub(super) fn listen(self) {
        tabs::hear(move |word| match word {
            tabs::Word::Changed => self.catch_up(),
            tabs::Word::Erased => {
                // The word may be here before the device has forgotten: nothing may be read from it again.
                storage::remove_all();
                self.forget();
                self.tell(Notice::Plain(self.say("notice.erased-elsewhere")));
            }
            tabs::Word::Shared => {
                storage::remove_all();
                self.become_shared("notice.shared-elsewhere");
            }
        });
        page::on_document("leave", move |_| {
            // Nothing may be written from here on, neither the list nor that it is empty.
            self.keeping.set(Keeping::Shared);
            self.empty();
        });
    }

    /// Keeps the list on this device from now on, as the person asked.
    pub(super) fn keep(&self) {
        self.keeping.set(Keeping::Yes);
        self.save();
        let state = *self;
        spawn_local(async move {
            if !recordings::keep_held().await && state.keeping.get_untracked() == Keeping::Yes {
                state.keeping.set(Keeping::Failing);
            }
        });
        let key =
            if self.keeping.get_untracked() == Keeping::Yes { "notice.kept" } else { "notice.not-kept" };
        self.tell(Notice::Plain(self.say(key)));
    }

    /// Tries again to write what the device refused.
    pub(super) fn try_again(&self) {
        self.save();
        if self.keeping.get_untracked() == Keeping::Yes {
            self.tell(Notice::Plain(self.say("notice.kept")));
        }
    }

    /// Others use this computer too: takes everything off the device. The list stays with this tab.
    pub(super) fn share_computer(&self) {
        kept::leave_nothing();
        self.become_shared("notice.shared");
    }

    /// The computer is the person's own after all: they may keep the list again.
    pub(super) fn own_computer(&self) {
        leaving::stop_asking();
        self.keeping.set(Keeping::start());
        self.tell(Notice::Plain(self.say("notice.not-shared")));
    }

    fn become_shared(&self, key: &str) {
        self.kept.update(|kept| kept.saw(None));
        self.keeping.set(Keeping::Shared);
        let state = *self;
        leaving::ask_before(move || state.is_unsaved());
        self.tell(Notice::Plain(self.say(key)));
    }

    /// Whether closing the tab would lose something that is in no file either.
    fn is_unsaved(&self) -> bool {
        let empty = self.notebook.with_untracked(Notebook::is_empty);
        !empty && self.filed.with_untracked(|filed| filed.as_deref() != Some(self.record().as_str()))
    }

    /// Saves the list as a file, and says whether that worked.
    pub(super) fn save_file(&self) {
        let record = self.record();
        let saved = device::save_file("my-list.json", "application/json", &record);
        if saved {
            self.filed.set(Some(record));
        }
        self.tell(Notice::Plain(self.say(if saved { "take.saved" } else { "take.not-saved" })));
    }

    /// Forgets everything, here, on the device and in other tabs.
    pub(super) fn erase(&self) {
        kept::erase();
        self.forget();
        self.tell(Notice::Plain(self.say("notice.erased")));
    }

    /// Forgets everything in this tab: also what stands in fields and in the address, so it leads to the first screen.
    fn forget(&self) {
        recordings::forget_held();
        self.empty();
        self.aside.set(Vec::new());
        self.filed.set(None);
        self.kept.update(|kept| kept.saw(None));
        self.reading.set(Reading::default());
        page::set_reading("", "");
        let keeping = self.keeping.get_untracked();
        self.keeping.set(if keeping.is_asked() { Keeping::No } else { keeping });
        if self.route.get_untracked() != Route::About {
            self.route.set(Route::Home);
            location::replace("#/");
            screen::show(*self, &Route::Home);
            page::soon(page::focus_heading);
        }
    }

    fn empty(&self) {
        self.notebook.set(Notebook::new(&clock::uuid()));
        self.history.set(History::default());
        self.query.set(String::new());
    }

    /// The list as the file that is saved.
    pub(super) fn record(&self) -> String {
        self.catalog.with_untracked(|catalog| {
            self.notebook.with_untracked(|notebook| list::to_json(notebook, catalog))
        })
    }

    /// Keeps how the person likes to read. They chose it, and it says nothing about them.
    pub(super) fn set_reading(&self, change: impl FnOnce(&mut Reading)) {
        self.reading.update(change);
        self.reading.with_untracked(|reading| {
            if self.keeping.get_untracked() != Keeping::Shared {
                reading.write();
            }
            page::set_reading(reading.theme(), reading.text());
        });
    }

    /// Writes the list if the person asked for it. Before everything has arrived nothing can be read, and so nothing
    /// may be written over.
    pub(super) fn save(&self) {
        if !self.keeping.get_untracked().is_asked() || self.details.with_untracked(Option::is_none) {
            return;
        }
        self.merge_news();
        if !self.keeping.get_untracked().is_asked() {
            return;
        }
        let record = self.record();
        let mut written = false;
        self.kept.update(|kept| written = kept.write(&record));
        let now = if written { Keeping::Yes } else { Keeping::Failing };
        if now != self.keeping.get_untracked() {
            self.keeping.set(now);
        }
    }

    /// Takes in what another tab wrote in the moment in which this one changed something.
    fn merge_news(&self) {
        match self.kept.with_untracked(kept::Kept::news) {
            None => {}
            Some(News::Gone) => self.stop_keeping(),
            Some(News::Written(text)) => match self.read(&text) {
                Ok((theirs, _)) => {
                    self.kept.update(|kept| kept.saw(Some(text)));
                    self.notebook.update(|mine| _ = mine.merge(theirs));
                    self.history.set(History::default());
                }
                Err(reason) => self.spare(&reason, text),
            },
        }
    }

    /// Shows what another tab wrote, before this one changes anything.
    pub(super) fn catch_up(&self) {
        let keeping = self.keeping.get_untracked();
        let ready = self.details.with_untracked(Option::is_some);
        if !ready || matches!(keeping, Keeping::Shared | Keeping::Refused) {
            return;
        }
        if keeping == Keeping::Failing {
            // There is something unsaved here: both sides are brought together.
            return self.save();
        }
        match self.kept.with_untracked(kept::Kept::news) {
            None => {}
            Some(News::Gone) => self.stop_keeping(),
            // A list that nobody asked to keep stays with its tab.
            Some(News::Written(_))
                if keeping == Keeping::No && !self.notebook.with_untracked(Notebook::is_empty) => {}
            Some(News::Written(text)) => match self.read(&text) {
                Ok((theirs, _)) => self.show(theirs, text),
                Err(reason) if keeping == Keeping::Yes => {
                    self.spare(&reason, text);
                    self.save();
                }
                Err(_) => {}
            },
        }
    }

    fn show(&self, mut theirs: Notebook, text: String) {
        // Which list is open is each tab's own affair.
        let open =
            self.list.with_untracked(|list| theirs.lists().iter().position(|one| one.id() == list.id()));
        if let Some(open) = open {
            theirs.open(open);
        }
        self.kept.update(|kept| kept.saw(Some(text)));
        if self.keeping.get_untracked() != Keeping::Yes {
            self.keeping.set(Keeping::Yes);
        }
        if self.notebook.with_untracked(|mine| *mine != theirs) {
            self.notebook.set(theirs);
            self.history.set(History::default());
            self.tell(Notice::Plain(self.say("notice.elsewhere")));
        }
    }

    /// The record went without a word, as when site data are cleared: nothing is written anew without being asked.
    fn stop_keeping(&self) {
        self.kept.update(|kept| kept.saw(None));
        self.keeping.set(Keeping::No);
        self.tell(Notice::Plain(self.say("notice.gone")));
    }

    /// Another tab's record cannot be read here: this tab may write over it once it is aside. A newer version's is
    /// left alone.
    fn spare(&self, reason: &Unreadable, text: String) {
        if !matches!(reason, Unreadable::Newer(_)) && self.set_aside(self.unreadable(reason), text.clone()) {
            self.kept.update(|kept| kept.saw_damaged(Some(text)));
        }
    }

    fn read(&self, text: &str) -> Result<(Notebook, Vec<Problem>), Unreadable> {
        self.catalog.with_untracked(|catalog| list::parse(text, catalog))
    }

    /// Opens what was kept: the newest copy that can be read. What cannot be read is kept aside, so that nothing
    /// overwrites it.
    pub(super) fn restore(&self) {
        let asked = self.keeping.get_untracked().is_asked();
        for text in kept::aside() {
            self.remember_aside(self.say("aside.earlier"), text);
        }
        let newest = kept::record();
        let opened = list::open_newest(kept::copies(), |text| self.read(text));
        let damaged = !opened.damaged.is_empty();
        // Where there was no room to keep a text aside, it stays where it is, and nothing is written over it.
        let mut spared = true;
        for (reason, text) in opened.damaged {
            let older = opened.found.is_some() && !matches!(reason, Unreadable::Newer(_));
            let words = if older { self.say("aside.damaged") } else { self.unreadable(&reason) };
            spared &= self.set_aside(words, text);
        }
        let mut behind = asked;
        if let Some(((notebook, problems), text)) = opened.found {
            self.notebook.update(|mine| if asked { _ = mine.merge(notebook) } else { *mine = notebook });
            self.keeping.set(Keeping::Yes);
            behind |= newest.as_ref() != Some(&text);
            if !problems.is_empty() {
                spared &= self.set_aside(self.say("aside.partly"), text);
            }
            if spared {
                self.kept.update(|kept| if damaged { kept.saw_damaged(newest) } else { kept.saw(newest) });
            }
        } else if damaged && spared {
            kept::forget_record();
        }
        if behind {
            self.save();
        }
    }

    fn unreadable(&self, reason: &Unreadable) -> String {
        self.say(if matches!(reason, Unreadable::Newer(_)) { "aside.newer" } else { "aside.unreadable" })
    }

    /// Whether it is kept on the device; where that cannot be, the text is still offered from memory.
    fn set_aside(&self, reason: String, text: String) -> bool {
        let kept = kept::set_aside(&text);
        self.remember_aside(reason, text);
        kept
    }

    /// The latest is offered first.
    fn remember_aside(&self, reason: String, text: String) {
        self.aside.update(|aside| {
            aside.retain(|one| one.text != text);
            aside.insert(0, Aside { reason, text });
        });
    }

    /// Forgets the list that was kept aside and is offered, after the person has seen it.
    pub(super) fn drop_aside(&self) {
        let mut seen = None;
        self.aside.update(|aside| seen = (!aside.is_empty()).then(|| aside.remove(0)));
        if let Some(seen) = seen {
            kept::drop_aside(&seen.text);
            // There was no room for a copy, so it stood where the list is written.
            if kept::record().as_ref() == Some(&seen.text) {
                self.kept.update(|kept| kept.saw_damaged(Some(seen.text)));
            }
        }
        // A list that was read in part is written whole, so that it is not reported again.
        self.save();
    }
}
