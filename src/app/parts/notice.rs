//! The bar under the header: what just happened, with undo; a new version; a saved list that could not be read.

use super::icon::Icon;
use crate::app::state::{Aside, Notice, State, state};
use crate::browser::{device, page};
use leptos::prelude::*;

/// The bar.
#[component]
pub(in crate::app) fn NoticeBar() -> impl IntoView {
    let state = state();
    view! {
        {move || state.aside.get().map(|aside| aside_bar(state, aside))}
        {move || state.notice.get().map(|notice| notice_bar(state, notice))}
    }
}

fn notice_bar(state: State, notice: Notice) -> impl IntoView {
    let close = move |_| state.notice.set(None);
    let (text, action) = match notice {
        Notice::Undoable(text) => {
            let undo = view! {
                <button class="button quiet small" type="button" on:click=move |_| state.undo()>
                    <Icon name="undo" /> {state.say("notice.undo")}
                </button>
            };
            (text, Some(undo.into_any()))
        }
        Notice::Plain(text) => (text, None),
        Notice::NewVersion => {
            let update = view! {
                <button class="button quiet small" type="button" on:click=move |_| page::tell_boot("use-new-version")>
                    {state.say("notice.update")}
                </button>
            };
            (state.say("notice.new-version"), Some(update.into_any()))
        }
    };
    view! {
        <div class="notice">
            <p>{text}</p>
            {action}
            <button class="icon-button" type="button" aria-label=state.say("notice.close") on:click=close>
                <Icon name="close" />
            </button>
        </div>
    }
}

fn aside_bar(state: State, aside: Aside) -> impl IntoView {
    let text = aside.text;
    let save = move |_| _ = device::save_file("my-list-not-read.json", "application/json", &text);
    view! {
        <div class="notice">
            <p>{aside.reason}</p>
            <button class="button quiet small" type="button" on:click=save>{state.say("aside.save")}</button>
            <button class="button quiet small" type="button" on:click=move |_| state.drop_aside()>
                {state.say("aside.drop")}
            </button>
        </div>
    }
}
