//! A field that suggests while a person types: an editable combobox with a list box (ARIA 1.2). The focus stays in the
//! field; the arrows walk through the suggestions, Enter takes one, Escape closes them and then empties the field.

use crate::app::dom::{El, div, el, icon, p, value_of};
use crate::app::state::State;
use crate::browser::page;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The id of the field.
pub(in crate::app) const FIELD: &str = "find";

/// The id of the list of suggestions; each has its number behind it.
const LIST: &str = "found";

/// Screen readers hear how many fit when typing has paused for this long, in milliseconds.
const PAUSE: u32 = 500;

/// What can be taken.
#[derive(Clone)]
pub(in crate::app) struct Suggestion {
    /// Its id.
    pub(in crate::app) id: String,
    /// Its name.
    pub(in crate::app) label: String,
    /// The name by which it was found, where that is another.
    pub(in crate::app) by: String,
}

/// What fits the typed words, best first.
pub(in crate::app) type Find = Box<dyn Fn(&str) -> Vec<Suggestion>>;

/// What happens to a suggestion that is taken.
pub(in crate::app) type Pick = Box<dyn Fn(&Suggestion)>;

/// One field with what belongs to it.
struct Combobox {
    state: State,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    /// The suggestion that the arrows stand on, from 1; 0 for none.
    active: RwSignal<usize>,
    found: RefCell<Vec<Suggestion>>,
    waiting: RefCell<Option<Timeout>>,
    find: Find,
    pick: Pick,
}

/// The field and its suggestions.
pub(in crate::app) fn combobox(state: State, name: &str, find: Find, pick: Pick) -> El {
    let combobox = Rc::new(Combobox {
        state,
        typed: RwSignal::new(String::new()),
        open: RwSignal::new(false),
        active: RwSignal::new(0),
        found: RefCell::default(),
        waiting: RefCell::default(),
        find,
        pick,
    });
    let (shown, drawn, empty) = (combobox.clone(), combobox.clone(), combobox.clone());
    let list = el("ul")
        .id(LIST)
        .class("suggestions")
        .attr("role", "listbox")
        .attr("aria-label", &state.say("step.suggestions"))
        .live_attr("hidden", move || (!shown.is_open()).then(String::new))
        .live(move || drawn.rows());
    let none = p("").class("help").live_text(move || empty.nothing());
    div("combobox").child(field(&combobox, name)).child(list).child(none)
}

fn field(combobox: &Rc<Combobox>, name: &str) -> El {
    let (input, key, leave, press) = (combobox.clone(), combobox.clone(), combobox.clone(), combobox.clone());
    let (value, open, at) = (combobox.clone(), combobox.clone(), combobox.clone());
    let field = el("input")
        .id(FIELD)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-label", name)
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", LIST)
        .attr("placeholder", name)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .live_attr("aria-expanded", move || Some(open.is_open().to_string()))
        .live_attr("aria-activedescendant", move || at.active_id())
        .live_value(move || value.typed.get())
        .on("input", move |event| input.type_in(value_of(event)))
        .on("keydown", move |event| key.press(event))
        .on("click", move |_| press.open.set(true))
        .on("blur", move |_| leave.close());
    div("field").child(icon("search")).child(field)
}

impl Combobox {
    /// Whether suggestions are shown; follows what that depends on.
    fn is_open(&self) -> bool {
        self.state.details.track();
        self.open.get() && !(self.find)(&self.typed.get()).is_empty()
    }

    fn active_id(&self) -> Option<String> {
        let active = self.active.get();
        (active > 0 && self.is_open()).then(|| format!("{LIST}-{active}"))
    }

    fn type_in(self: &Rc<Self>, words: String) {
        self.active.set(0);
        self.open.set(true);
        self.typed.set(words);
        let heard = self.clone();
        *self.waiting.borrow_mut() = Some(Timeout::new(PAUSE, move || heard.announce()));
    }

    fn announce(&self) {
        if self.typed.with_untracked(|typed| typed.trim().is_empty()) {
            return;
        }
        page::announce(match self.found.borrow().len() {
            0 => self.state.say("step.none"),
            count => self.state.count("step.found", count),
        });
    }

    fn close(&self) {
        self.open.set(false);
        self.active.set(0);
    }

    /// Takes a suggestion, empties the field and keeps the focus there for the next.
    fn take(&self, place: usize) {
        let Some(taken) = self.found.borrow().get(place).cloned() else { return };
        self.close();
        self.typed.set(String::new());
        *self.waiting.borrow_mut() = None;
        page::announce(self.state.fill("step.chosen", &[&taken.label]));
        (self.pick)(&taken);
    }

    fn press(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let (active, count) = (self.active.get_untracked(), self.found.borrow().len());
        let open = self.open.get_untracked() && count > 0;
        // Within the suggestions Home and End mean the first and the last of them, else the ends of the words.
        let to = match event.key().as_str() {
            "ArrowDown" if !open && count > 0 => {
                self.open.set(true);
                Some(1)
            }
            "ArrowDown" if open => Some(active % count + 1),
            "ArrowUp" if open => Some(if active > 1 { active - 1 } else { count }),
            "Home" if active > 0 => Some(1),
            "End" if active > 0 => Some(count),
            "Enter" if open => {
                event.prevent_default();
                // One that is alone need not be walked to.
                let place = if active == 0 && count == 1 { 1 } else { active };
                if let Some(place) = place.checked_sub(1) {
                    self.take(place);
                }
                None
            }
            "Escape" if open => {
                self.close();
                None
            }
            "Escape" => {
                self.typed.set(String::new());
                None
            }
            _ => None,
        };
        if let Some(to) = to {
            event.prevent_default();
            self.active.set(to);
            page::show(&format!("{LIST}-{to}"));
        }
    }

    fn rows(self: &Rc<Self>) -> Vec<El> {
        self.state.details.track();
        let found = (self.find)(&self.typed.get());
        self.found.borrow_mut().clone_from(&found);
        let row = |(place, suggestion): (usize, &Suggestion)| {
            let (is_active, taken) = (self.clone(), self.clone());
            let by = (!suggestion.by.is_empty()).then(|| el("small").text(&suggestion.by));
            el("li")
                .id(&format!("{LIST}-{}", place + 1))
                .attr("role", "option")
                .live_attr("aria-selected", move || Some((is_active.active.get() == place + 1).to_string()))
                // The focus stays in the field, so that it does not close before the press has ended.
                .on("mousedown", Event::prevent_default)
                .on("click", move |_| taken.take(place))
                .child(el("span").text(&suggestion.label))
                .text(" ")
                .children(by)
        };
        found.iter().enumerate().map(row).collect()
    }

    /// That nothing fits, beside the field.
    fn nothing(&self) -> String {
        self.state.details.track();
        let typed = self.typed.get();
        let none = !typed.trim().is_empty() && (self.find)(&typed).is_empty();
        if none { self.state.say("step.none") } else { String::new() }
    }
}
