//! What the person asked to keep, behind one small interface: the record of the list (a text, in `localStorage`)
//! and the recordings (files, in `IndexedDB`).
//!
//! The record is kept twice: as it is, and as it was before the last change. The older copy is written first, so
//! that at any moment one of the two is whole. A tab remembers which record it saw last and writes over no other:
//! what another tab wrote meanwhile must be taken in first.

use super::storage::{self, ASIDE_LIMIT, Key};
use super::{recordings, tabs};
use wasm_bindgen_futures::spawn_local;

/// The record as this tab knows it.
#[derive(Debug, Default)]
pub struct Kept {
    seen: Option<String>,
    damaged: bool,
}

/// What another tab did to the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It wrote this one.
    Written(String),
    /// It took it away.
    Gone,
}

impl Kept {
    /// What happened since this tab looked last, if anything did.
    pub fn news(&self) -> Option<News> {
        let now = storage::read(Key::List);
        (now != self.seen).then(|| now.map_or(News::Gone, News::Written))
    }

    /// From now on this is the record that the tab knows, and may write over.
    pub fn saw(&mut self, record: Option<String>) {
        *self = Self { seen: record, damaged: false };
    }

    /// The same of a record that cannot be read, and stands aside already: the copy from before is better than it.
    pub fn saw_damaged(&mut self, record: Option<String>) {
        *self = Self { seen: record, damaged: true };
    }

    /// Whether anything is kept, as far as this tab knows.
    pub fn is_any(&self) -> bool {
        self.seen.is_some()
    }

    /// Keeps the record; whether that worked. It does not while another tab's has not been taken in.
    #[must_use]
    pub fn write(&mut self, record: &str) -> bool {
        let now = storage::read(Key::List);
        if now != self.seen {
            return false;
        }
        if now.as_deref() == Some(record) {
            return true;
        }
        if let Some(now) = now.filter(|_| !self.damaged) {
            // Where there is no room for two copies, the newest counts.
            let _ = storage::write(Key::Before, &now);
        }
        let write =
            || storage::write(Key::List, record) && storage::read(Key::List).as_deref() == Some(record);
        let mut written = write();
        if !written && storage::read(Key::Before).is_some() {
            storage::remove(Key::Before);
            written = write();
        }
        if written {
            self.saw(Some(record.to_owned()));
            tabs::tell(tabs::Word::Changed);
        }
        written
    }
}

/// The record as it is now.
pub fn record() -> Option<String> {
    storage::read(Key::List)
}

/// The record and the copy from before the last change, the newest first.
pub fn copies() -> impl Iterator<Item = String> {
    [Key::List, Key::Before].into_iter().filter_map(storage::read)
}

/// Forgets the record, after it has been set aside.
pub fn forget_record() {
    storage::remove(Key::List);
    storage::remove(Key::Before);
}

/// Keeps a text aside that could not be read, beside those that are there already; whether there was room.
#[must_use]
pub fn set_aside(text: &str) -> bool {
    let places = || (1..=ASIDE_LIMIT).map(Key::Unreadable);
    let there = |key| storage::read(key).as_deref() == Some(text);
    places().any(there)
        || places().find(|key| storage::read(*key).is_none()).is_some_and(|key| storage::write(key, text))
}

/// What was kept aside, the earliest first.
pub fn aside() -> impl Iterator<Item = String> {
    (1..=ASIDE_LIMIT).map(Key::Unreadable).filter_map(storage::read)
}

/// Forgets a text that was kept aside.
pub fn drop_aside(text: &str) {
    for key in (1..=ASIDE_LIMIT).map(Key::Unreadable) {
        if storage::read(key).as_deref() == Some(text) {
            storage::remove(key);
        }
    }
}

/// Forgets everything on the device, and tells the other tabs.
pub fn erase() {
    storage::remove_all();
    spawn_local(async { _ = recordings::erase().await });
    tabs::tell(tabs::Word::Erased);
}

/// Forgets everything on the device, because others use it too; recordings stay with this tab. The other tabs hear.
pub fn leave_nothing() {
    storage::remove_all();
    spawn_local(recordings::take_off_device());
    tabs::tell(tabs::Word::Shared);
}
