//! Fields in which the person writes at length: kept with each letter, and one step to undo for each visit to the field.

use crate::app::dom::{El, div, el, value_of};
use crate::app::state::State;
use crate::list::{Edit, Notebook, PersonalList};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Event;

/// Puts a text down.
type Write = Box<dyn Fn(&mut PersonalList, &str)>;

/// What is written, and where.
pub(in crate::app) struct Written {
    /// What stands on the list.
    pub read: Box<dyn Fn(&PersonalList) -> String>,
    /// Puts down what was typed.
    pub write: Write,
    /// What the person did, when they leave the field.
    pub edit: Box<dyn Fn() -> Edit>,
}

/// A field that grows with its words, under its label. `limit` is in characters.
pub(in crate::app) fn text_area(state: State, id: &str, label: El, limit: usize, what: Written) -> El {
    let field =
        el("textarea").class("text-input").id(id).attr("rows", "3").attr("maxlength", &limit.to_string());
    let (field, shown) = follow(state, field, what);
    // A twin with the same words lies under the field and gives it its height.
    let grow = div("grow").live_attr("data-words", move || Some(shown())).child(field);
    div("written").child(label.attr("for", id)).child(grow)
}

/// A field for a day.
pub(in crate::app) fn day_field(state: State, name: &str, what: Written) -> El {
    let field = el("input").class("text-input day").attr("type", "date").attr("aria-label", name);
    follow(state, field, what).0
}

/// While the person writes, the field shows what they typed, not how it is kept: a space at the end must not vanish.
fn follow(state: State, field: El, what: Written) -> (El, Rc<dyn Fn() -> String>) {
    let Written { read, write, edit } = what;
    let typed = RwSignal::new(None::<String>);
    let before = StoredValue::new_local(None::<Notebook>);
    let edit = StoredValue::new_local(edit);
    let leave = move || {
        if let Some(before) = before.try_update_value(Option::take).flatten() {
            edit.with_value(|edit| state.written(edit(), before));
        }
    };
    let shown: Rc<dyn Fn() -> String> =
        Rc::new(move || typed.get().unwrap_or_else(|| state.list.with(|list| read(list))));
    let input: Rc<dyn Fn(&Event)> = Rc::new(move |event| {
        let text = value_of(event);
        before.update_value(|before| _ = before.get_or_insert_with(|| state.notebook.get_untracked()));
        typed.set(Some(text.clone()));
        state.write(|list| write(list, &text));
    });
    // What fills a field without typing may tell of it only when it is done.
    let change = input.clone();
    let blur = move |_: &Event| {
        typed.set(None);
        leave();
    };
    // Whoever goes to another screen by a key or the browser's own button leaves the field too.
    on_cleanup(leave);
    let value = shown.clone();
    (
        field
            .live_value(move || value())
            .on("input", move |event| input(event))
            .on("change", move |event| change(event))
            .on("blur", blur),
        shown,
    )
}
