//! A value that screens follow.
//!
//! Each type of Leptos signal brings about 0.7 kB of program. So there is one, without a value: it says that something
//! changed. The value stands beside it.

use leptos::prelude::{GetUntracked, RwSignal, Set, Track};
use std::sync::{PoisonError, RwLock};

/// A value that lasts as long as the program. Copies refer to the same value. It must not be changed while it is looked
/// at: `with` and `update` hold it until they end.
pub(super) struct Watched<T: 'static> {
    value: &'static RwLock<T>,
    changed: RwSignal<bool>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T> Watched<T> {
    /// A value to follow. It is never given back, so there is one of each for the whole program.
    pub(super) fn new(value: T) -> Self {
        Self { value: Box::leak(Box::new(RwLock::new(value))), changed: RwSignal::new(false) }
    }

    /// Follows the value from here on.
    pub(super) fn track(self) {
        self.changed.track();
    }

    /// Looks at the value and follows it.
    pub(super) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(look)
    }

    /// Looks at the value once.
    pub(super) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the value; who follows it hears of it afterwards.
    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.write().unwrap_or_else(PoisonError::into_inner));
        self.tell();
    }

    /// Replaces the value.
    pub(super) fn set(self, value: T) {
        self.update(|old| *old = value);
    }

    fn tell(self) {
        self.changed.set(!self.changed.get_untracked());
    }
}

impl<T: Clone> Watched<T> {
    /// A copy of the value, followed.
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
