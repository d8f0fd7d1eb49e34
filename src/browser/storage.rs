//! What stays on the device between visits. In a sandboxed frame reading `localStorage` throws; private windows
//! and full disks refuse to write. All of that is "not kept" here.

use web_sys::Storage;

/// What every key of this app starts with.
const OURS: &str = "ask-about-immunotherapy.";

/// How many texts that could not be read are kept aside at most.
pub const ASIDE_LIMIT: u8 = 9;

/// The keys this app writes. A list that could not be read is kept aside under its own key until the person has
/// seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The saved list.
    List,
    /// The saved list as it was before the last change.
    Before,
    /// A saved list that could not be read, as it was found; from 1 to [`ASIDE_LIMIT`].
    Unreadable(u8),
    /// How the person likes to read: light or dark, text size.
    Reading,
    /// A word to the other tabs, where no channel leads to them; taken away at once.
    Signal,
}

impl Key {
    /// The name on the device.
    pub fn name(self) -> String {
        let number = match self {
            Self::Unreadable(number) if number > 1 => number.to_string(),
            _ => String::new(),
        };
        let (name, dot) = match self {
            Self::List => ("list", ""),
            Self::Before => ("before", ""),
            Self::Unreadable(_) => ("unreadable", if number.is_empty() { "" } else { "." }),
            Self::Reading => ("reading", ""),
            Self::Signal => ("signal", ""),
        };
        [OURS, name, dot, &number].concat()
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Whether anything can be kept here at all.
pub fn is_available() -> bool {
    storage().is_some()
}

/// What is kept under a key.
pub fn read(key: Key) -> Option<String> {
    storage()?.get_item(&key.name()).ok().flatten()
}

/// Keeps a text; whether that worked.
#[must_use]
pub fn write(key: Key, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key.name(), text).is_ok())
}

/// Forgets what is kept under a key.
pub fn remove(key: Key) {
    if let Some(storage) = storage() {
        // Removing fails only where reading and writing fail too.
        let _ = storage.remove_item(&key.name());
    }
}

/// Forgets everything this app ever wrote, also what a later version wrote, and what lasts as long as the tab.
pub fn remove_all() {
    let session = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    for storage in [storage(), session].into_iter().flatten() {
        let count = storage.length().unwrap_or_default();
        let names: Vec<String> = (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect();
        for name in names.iter().filter(|name| name.starts_with(OURS)) {
            let _ = storage.remove_item(name);
        }
    }
}

/// How the person likes to read. An empty word is the device's own choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    theme: String,
    text: String,
}

impl Reading {
    /// What is kept, or the device's own.
    pub fn read() -> Self {
        let kept = read(Key::Reading).unwrap_or_default();
        let (theme, text) = kept.split_once(' ').unwrap_or_default();
        Self { theme: theme.to_owned(), text: text.to_owned() }
    }

    /// Keeps it, where the device allows.
    pub fn write(&self) {
        let _ = write(Key::Reading, &format!("{} {}", self.theme, self.text));
    }

    /// `light`, `dark` or empty.
    pub fn theme(&self) -> &str {
        &self.theme
    }

    /// `large`, `larger` or empty.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Changes between light and dark.
    pub fn set_theme(&mut self, theme: &str) {
        theme.clone_into(&mut self.theme);
    }

    /// Changes the text size.
    pub fn set_text(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }
}
