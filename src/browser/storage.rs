//! What stays on the device between visits. In a sandboxed frame reading `localStorage` throws; private windows
//! and full disks refuse to write. All of that is "not kept" here.

use web_sys::Storage;

/// The keys this app writes. A list that could not be read is kept aside under its own key until the person has
/// seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The saved list.
    List,
    /// A saved list that could not be read, as it was found.
    Unreadable,
    /// How the person likes to read: light or dark, text size.
    Reading,
}

impl Key {
    const ALL: [Self; 3] = [Self::List, Self::Unreadable, Self::Reading];

    const fn as_str(self) -> &'static str {
        match self {
            Self::List => "ask-about-immunotherapy.list",
            Self::Unreadable => "ask-about-immunotherapy.unreadable",
            Self::Reading => "ask-about-immunotherapy.reading",
        }
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
    storage()?.get_item(key.as_str()).ok().flatten()
}

/// Keeps a text; whether that worked.
#[must_use]
pub fn write(key: Key, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key.as_str(), text).is_ok())
}

/// Forgets what is kept under a key.
pub fn remove(key: Key) {
    if let Some(storage) = storage() {
        // Removing fails only where reading and writing fail too.
        let _ = storage.remove_item(key.as_str());
    }
}

/// Forgets everything this app ever wrote.
pub fn remove_all() {
    Key::ALL.into_iter().for_each(remove);
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
