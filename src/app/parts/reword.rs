//! Changing a question in place: its words, the note, and the topic of an own one.

use super::item::{focus_tool, slug};
use super::own::complaint;
use super::topic::{chosen_topic, topic_choice};
use crate::app::dom::{El, button, div, el, p, value_of};
use crate::app::state::State;
use crate::browser::page;
use crate::list::{Edit, Item, ItemId, NOTE_LIMIT};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

/// The fields, in the row of the question. `close` takes them away.
pub(in crate::app) fn reword(state: State, id: &ItemId, close: impl Fn() + Copy + 'static) -> El {
    let authored = matches!(id, ItemId::Question(_)).then(|| catalog_words(state, id));
    let Present { text: now, changed, note: noted, topic: about } = present(state, id);
    let (words, note, topic) =
        (RwSignal::new(now.clone()), RwSignal::new(noted.clone()), RwSignal::new(about.clone()));
    let wrong = RwSignal::new(String::new());
    let (words_id, note_id, error_id) =
        (format!("words-{}", slug(id)), format!("note-{}", slug(id)), format!("wrong-{}", slug(id)));

    let target = id.clone();
    let leave = move || {
        close();
        focus_tool(state, "edit", &target);
    };
    let target = id.clone();
    let field = words_id.clone();
    let done = leave.clone();
    let own = authored.is_none();
    let save = move || {
        let typed = words.get_untracked();
        let only_note = typed.trim() == now && topic.with_untracked(|topic| *topic == about);
        let edit = if only_note { Edit::Noted(now.clone()) } else { Edit::Reworded(typed.trim().to_owned()) };
        let mut refused = None;
        state.edit(edit, |list| {
            refused = list.reword(&target, &typed, authored.as_deref().unwrap_or_default()).err();
            if refused.is_none() {
                list.set_note(&target, &note.get_untracked());
                if own {
                    list.set_topic(&target, chosen_topic(topic));
                }
            }
        });
        if let Some(refused) = refused {
            wrong.set(complaint(state, &refused));
            page::focus(&field);
        } else {
            done();
        }
    };

    let key = |event: &Event, wanted: &str| {
        let key = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing());
        key.is_some_and(|key| key.key() == wanted)
    };
    let enter = save.clone();
    let field = el("textarea")
        .class("text-input")
        .id(&words_id)
        .attr("rows", "3")
        .attr("aria-describedby", &error_id)
        .live_attr("aria-invalid", move || wrong.with(|wrong| (!wrong.is_empty()).then(|| "true".to_owned())))
        .live_value(move || words.get())
        .on("input", move |event| words.set(value_of(event)))
        .on("keydown", move |event| {
            // A question is one line, so Enter is free to save it.
            if key(event, "Enter") {
                event.prevent_default();
                enter();
            }
        });
    let noted = el("textarea")
        .class("text-input")
        .id(&note_id)
        .attr("rows", "3")
        .attr("maxlength", &NOTE_LIMIT.to_string())
        .live_value(move || note.get())
        .on("input", move |event| note.set(value_of(event)));
    let back = changed.then(|| {
        let (target, done) = (id.clone(), leave.clone());
        let first = catalog_words(state, id);
        let back = move |_: &Event| {
            state.edit(Edit::Reworded(first.clone()), |list| _ = list.reword(&target, "", &first));
            done();
        };
        button("link-button", back).text(&state.say("item.edit-back"))
    });
    let label = |id: &str, key: &str| el("label").attr("for", id).text(&state.say(key));
    let error = p("").class("error").id(&error_id).attr("role", "alert").live_text(move || wrong.get());
    let topic = own.then(|| topic_choice(state, &format!("topic-{}", slug(id)), topic));
    let cancel = leave.clone();
    let actions = div("actions")
        .child(button("button small", move |_| save()).text(&state.say("item.edit-save")))
        .child(button("button quiet small", move |_| cancel()).text(&state.say("item.edit-cancel")));
    focus_end(words_id.clone());
    div("own edit")
        .on("keydown", move |event| {
            if key(event, "Escape") {
                event.prevent_default();
                leave();
            }
        })
        .child(label(&words_id, "item.edit-words"))
        .child(field)
        .child(error)
        .children(back)
        .children(topic)
        .child(label(&note_id, "item.edit-note"))
        .child(noted)
        .child(actions)
}

/// A question as it stands when its fields open.
#[derive(Default)]
struct Present {
    text: String,
    changed: bool,
    note: String,
    topic: String,
}

fn present(state: State, id: &ItemId) -> Present {
    let of = |item: &Item| Present {
        text: item.text(&state.catalog(), state.role()).to_owned(),
        changed: item.wording.is_some(),
        note: item.note.clone(),
        topic: item.topic.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    state.list.with_untracked(|list| list.item(id).map(of)).unwrap_or_default()
}

/// The words of the catalog.
fn catalog_words(state: State, id: &ItemId) -> String {
    let catalog = state.catalog();
    match id {
        ItemId::Question(id) => catalog
            .question(id)
            .map(|question| question.text.text(state.role()).to_owned())
            .unwrap_or_default(),
        ItemId::Own(_) => String::new(),
    }
}

/// Puts the cursor behind the words once they are shown.
fn focus_end(id: String) {
    page::soon(move || {
        page::focus(&id);
        let field = page::element(&id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            let end = field.text_length();
            let _ = field.set_selection_range(end, end);
        }
    });
}
