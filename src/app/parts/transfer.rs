//! To another device without any server: a picture for its camera, or a link, that holds the list itself.

use crate::app::dom::{El, button, div, el, icon, p, svg};
use crate::app::parts::take::{copy_text, section};
use crate::app::state::State;
use crate::browser::location;
use crate::list::Notebook;
use crate::takeaway::{link, qr};
use leptos::prelude::*;

/// The section. Nothing is drawn before it is asked for: who looks over a shoulder could take the list with a camera.
pub(in crate::app) fn transfer(state: State) -> El {
    let open = RwSignal::new(false);
    let shown = move |_: &_| open.update(|open| *open = !*open);
    let row = button("row-link", shown)
        .live_attr("aria-expanded", move || Some(open.get().to_string()))
        .child(icon("qr"))
        .child(el("span").text(&state.say("transfer.show")));
    section(state, "transfer", [row])
        .child(div("help").child(p(&state.say("transfer.help"))))
        .child(div("part").live(move || if open.get() { code(state) } else { Vec::new() }))
}

/// The picture and the link, or what to do instead.
fn code(state: State) -> Vec<El> {
    // Only the open list: what is on other lists is not for whoever gets this one.
    let code = state.list.with(|list| link::encode(&Notebook::of(list.clone()), &state.catalog()));
    let Ok(code) = code else { return vec![p(&state.say("transfer.long")).class("inset")] };
    let address = link::address(&location::href(), &code);
    let picture = match qr::draw(&address) {
        Ok(code) => picture(state, &code),
        Err(_) => p(&state.say("transfer.no-picture")).class("inset"),
    };
    let copy = button("button quiet", move |_| copy_text(state, address.clone()));
    vec![picture, copy.child(icon("copy")).text(&state.say("transfer.copy"))]
}

fn picture(state: State, code: &qr::Qr) -> El {
    let side = code.side.to_string();
    let squares = svg("svg").attr("viewBox", &["0 0", &side, &side].join(" ")).attr("aria-hidden", "true");
    let picture = div("qr").child(squares.child(svg("path").attr("d", &code.path)));
    el("figure")
        .child(picture.attr("role", "img").attr("aria-label", &state.say("transfer.picture")))
        .child(el("figcaption").class("help").text(&state.say("transfer.scan")))
}
