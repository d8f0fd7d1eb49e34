//! Words between the tabs of this app: over a channel; by `storage` events where a browser has no channels; and,
//! for a tab that slept, when it is looked at again.

use super::storage::{self, Key};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent, VisibilityState};

/// What a tab says to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The record may be another one.
    Changed,
    /// The person erased everything.
    Erased,
    /// The person said that others use this computer too.
    Shared,
}

impl Word {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Erased => "erased",
            Self::Shared => "shared",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Changed, Self::Erased, Self::Shared].into_iter().find(|known| known.as_str() == word)
    }
}

thread_local! {
    /// A channel does not hear itself, so there is one for speaking and hearing.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("ask-about-immunotherapy").ok();
}

/// Tells the other tabs.
pub fn tell(word: Word) {
    let told = CHANNEL.with(|channel| {
        channel.as_ref().is_some_and(|channel| channel.post_message(&word.as_str().into()).is_ok())
    });
    // Of a changed record every other tab hears by itself.
    if !told && word != Word::Changed && storage::write(Key::Signal, word.as_str()) {
        storage::remove(Key::Signal);
    }
}

/// Calls back on every word of another tab, as long as the page lives.
pub fn hear(heard: impl Fn(Word) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = Rc::new(heard);
    let by_channel = Rc::clone(&heard);
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        let listener = EventListener::new(channel, "message", move |event| {
            let word = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
            let Some(word) = word.as_deref().and_then(Word::parse) else { return };
            by_channel(word);
            if word == Word::Changed {
                // The word may be here before the record is: browsers bring the two on ways of their own.
                for soon in [200, 2000] {
                    let again = Rc::clone(&by_channel);
                    Timeout::new(soon, move || again(word)).forget();
                }
            }
        });
        listener.forget();
    });
    let by_storage = Rc::clone(&heard);
    let listener = EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let key = event.key();
        if key.is_none() || key == Some(Key::List.name()) {
            by_storage(Word::Changed);
        } else if key == Some(Key::Signal.name())
            && let Some(word) = event.new_value().as_deref().and_then(Word::parse)
        {
            by_storage(word);
        }
    });
    listener.forget();
    if let Some(document) = window.document() {
        let seen = document.clone();
        let listener = EventListener::new(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Visible {
                heard(Word::Changed);
            }
        });
        listener.forget();
    }
}
