//! A voice note of the answer, recorded and kept on the device only. Everyone in the room is asked first; where nothing
//! can be recorded there is no button, and a line that says why.

use super::item::slug;
use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::state::State;
use crate::browser::recorder::{self, Absent, Address, Microphone};
use crate::browser::{page, recordings};
use crate::list::ItemId;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

/// The longest voice note, in seconds.
const LIMIT: u32 = 180;

thread_local! {
    /// Whether the person said in this session that everyone in the room agreed.
    static AGREED: Cell<bool> = const { Cell::new(false) };
}

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Now {
    Looking,
    Ready,
    /// The person is reminded to ask first.
    Reminding,
    /// The browser asks for the microphone.
    Opening,
    Recording,
    Recorded,
    /// The person is asked whether to delete it.
    Deleting,
    Absent(Absent),
}

/// The name under which the recording of a question on a list is kept.
pub(in crate::app) fn recording_name(list: &str, id: &ItemId) -> String {
    [list, "/", &slug(id)].concat()
}

/// Why nothing can be recorded, in words.
pub(in crate::app) fn why_absent(state: State, absent: Absent) -> String {
    state.say(match absent {
        Absent::Insecure => "voice.insecure",
        Absent::Missing => "voice.missing",
        Absent::Framed => "voice.framed",
        Absent::Refused => "voice.refused",
        Absent::Silent => "voice.silent",
    })
}

/// What a button does.
type Act = Box<dyn FnMut(&web_sys::Event)>;

/// The voice note of one question.
#[derive(Clone, Copy)]
struct Voice {
    state: State,
    now: RwSignal<Now>,
    /// Turns over whenever a recording comes or goes.
    changed: RwSignal<bool>,
    name: StoredValue<String>,
    sound: StoredValue<Option<Blob>, LocalStorage>,
    /// Whether the device refused to keep it.
    refused: RwSignal<bool>,
}

/// Record, play back, delete. `explain`: whether a line says why there is no button.
pub(in crate::app) fn voice(
    state: State,
    id: &ItemId,
    text: &str,
    explain: bool,
    changed: RwSignal<bool>,
) -> El {
    let voice = Voice {
        state,
        now: RwSignal::new(Now::Looking),
        changed,
        name: StoredValue::new(state.list.with_untracked(|list| recording_name(list.id(), id))),
        sound: StoredValue::new_local(None),
        refused: RwSignal::new(false),
    };
    voice.look();
    // Leaving the question ends its recording, and keeps it.
    on_cleanup(move || {
        if voice.now.try_get_untracked() == Some(Now::Recording) {
            recorder::stop();
        }
    });
    let text = text.to_owned();
    div("voice").live(move || voice.parts(&text, explain))
}

impl Voice {
    fn look(self) {
        let name = self.name.get_value();
        spawn_local(async move {
            let found = recordings::get(&name).await;
            self.show(found);
        });
    }

    fn show(self, found: Option<Blob>) {
        let now = match (&found, recorder::absent()) {
            (Some(_), _) => Now::Recorded,
            (None, Some(absent)) => Now::Absent(absent),
            (None, None) => Now::Ready,
        };
        self.sound.try_set_value(found);
        // The screen may be another one by now.
        self.now.try_set(now);
    }

    fn parts(self, text: &str, explain: bool) -> Vec<El> {
        let state = self.state;
        let quiet = "button quiet small";
        match self.now.get() {
            Now::Looking => Vec::new(),
            Now::Ready => {
                let press =
                    move |_: &_| if AGREED.get() { self.open() } else { self.now.set(Now::Reminding) };
                let name = state.fill("voice.record-name", &[text]);
                let record = button(quiet, press).attr("aria-label", &name).child(icon("mic"));
                vec![record.text(&state.say("voice.record"))]
            }
            Now::Reminding => {
                let agreed = move |_: &_| {
                    AGREED.set(true);
                    self.open();
                };
                self.question(
                    "voice.remind",
                    "voice.agreed",
                    Box::new(agreed),
                    ("voice.not-agreed", Now::Ready),
                )
            }
            Now::Opening => vec![p(&state.say("voice.opening")).focusable()],
            Now::Recording => self.recording(),
            Now::Recorded => self.recorded(text),
            Now::Deleting => {
                let delete = move |_: &_| self.delete();
                self.question("voice.sure", "voice.delete-yes", Box::new(delete), ("erase.no", Now::Recorded))
            }
            Now::Absent(absent) => {
                let again = (absent == Absent::Refused)
                    .then(|| button("link-button", move |_| self.open()).text(&state.say("later.again")));
                let tell = explain || again.is_some();
                let why = tell.then(|| p(&why_absent(state, absent)).class("help"));
                why.into_iter().chain(again).collect()
            }
        }
    }

    /// Asks in place.
    fn question(self, ask: &str, yes: &str, act: Act, (no, back): (&str, Now)) -> Vec<El> {
        let question = self.state.say(ask);
        let agree = button("button small", act).text(&self.state.say(yes));
        let refuse = button("button quiet small", move |_| self.now.set(back)).text(&self.state.say(no));
        let group = div("inset").focusable().attr("role", "group").attr("aria-label", &question);
        vec![group.child(p(&question)).child(div("chips").child(agree).child(refuse))]
    }

    fn open(self) {
        self.now.set(Now::Opening);
        spawn_local(async move {
            let opened = Microphone::open().await;
            // Whoever went on meanwhile is not recorded: the microphone closes at once.
            if self.now.try_get_untracked() != Some(Now::Opening) {
                return;
            }
            let name = self.name.get_value();
            let begun = opened.and_then(|microphone| {
                microphone.record(move |sound| spawn_local(self.put_away(name, sound)))
            });
            self.now.set(match begun {
                Ok(()) => Now::Recording,
                Err(absent) => Now::Absent(absent),
            });
            page::announce(self.state.say(if begun.is_ok() { "voice.begun" } else { "voice.not-begun" }));
        });
    }

    /// Keeps what was recorded, also when the screen is another one by now.
    async fn put_away(self, name: String, sound: Option<Blob>) {
        let Some(sound) = sound else {
            self.show(None);
            return;
        };
        let keep = self.state.keeping.get_untracked().is_asked();
        let kept = recordings::add(&name, &sound, keep).await && keep;
        self.refused.try_set(keep && !kept);
        self.show(Some(sound));
        self.turn();
        page::announce(self.state.say(if kept { "voice.kept" } else { "voice.held" }));
    }

    fn recording(self) -> Vec<El> {
        let state = self.state;
        let time = RwSignal::new(String::new());
        let limit = clock(LIMIT);
        let tell = move || {
            let seconds = recorder::seconds();
            time.try_set(clock(seconds));
            if seconds >= LIMIT {
                recorder::stop();
            }
        };
        tell();
        StoredValue::new_local(Interval::new(500, tell));
        let words = move || state.fill("voice.time", &[&time.get(), &limit]);
        let stop = button("button small", |_| recorder::stop()).text(&state.say("voice.stop"));
        let line = div("voice-time").child(el("span").class("voice-dot").attr("aria-hidden", "true"));
        vec![line.child(el("span").attr("role", "timer").live_text(words)).child(stop)]
    }

    fn recorded(self, text: &str) -> Vec<El> {
        let state = self.state;
        let Some((address, ending)) = self.sound.with_value(|sound| {
            let sound = sound.as_ref()?;
            Some((Address::of(sound)?, recorder::ending(sound)))
        }) else {
            return Vec::new();
        };
        let label = state.fill("voice.note", &[text]);
        let player =
            el("audio").attr("controls", "").attr("aria-label", &label).attr("src", address.as_str());
        let file = ["voice-note.", ending].concat();
        let save = el("a").class("button quiet small").attr("href", address.as_str()).attr("download", &file);
        let save = save.attr("aria-label", &state.fill("voice.save-name", &[text])).child(icon("download"));
        let delete = button("button quiet small", move |_| self.now.set(Now::Deleting))
            .attr("aria-label", &state.fill("voice.delete-name", &[text]))
            .child(icon("trash"));
        // The address holds as long as what is drawn here.
        StoredValue::new_local(address);
        let row = div("chips")
            .child(save.text(&state.say("voice.save")))
            .child(delete.text(&state.say("voice.delete")));
        let where_kept = move || {
            let kept = state.keeping.get().is_asked() && !self.refused.get();
            state.say(if kept { "voice.kept" } else { "voice.held" })
        };
        vec![player, row, p("").class("help").live_text(where_kept)]
    }

    fn delete(self) {
        let name = self.name.get_value();
        spawn_local(async move {
            recordings::remove(&name).await;
            self.show(None);
            self.turn();
            page::announce(self.state.say("voice.deleted"));
        });
    }

    fn turn(self) {
        self.changed.try_update(|changed| *changed = !*changed);
    }
}

/// Minutes and seconds: `2:05`.
fn clock(seconds: u32) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let zero = if seconds < 10 { "0" } else { "" };
    [&minutes.to_string(), ":", zero, &seconds.to_string()].concat()
}
