//! Drawings: nothing that runs or is fetched, and words for every label.

use super::{CARD, CARD_WORDS, Copy};
use serde_json::json;

const DRAWING: &str = "drawings/car-t.svg";

#[test]
fn carry_nothing_that_runs_or_is_fetched() {
    let refused = [
        ("<svg><script>1</script></svg>", "<script"),
        ("<svg><style>a{}</style></svg>", "<style"),
        ("<svg><path style=\"fill:red\"/></svg>", "style="),
        ("<svg><path onload=\"1\"/></svg>", "on"),
        ("<svg><use href=\"http://a.example\"/></svg>", "http:"),
        ("<svg><use href=\"https://a.example\"/></svg>", "https:"),
        ("<svg><foreignObject/></svg>", "<foreignObject"),
    ];
    let cards = Copy::new().list("catalog/cards.json");
    let drawing = |place: usize| format!("drawings/{}.svg", cards[place].as_str().unwrap());
    let spoilt = |copy: Copy, (place, (svg, _)): (usize, &(&str, &str))| copy.append(&drawing(place), svg);
    let copy = refused.iter().enumerate().fold(Copy::new(), spoilt);
    for (place, (_, told)) in refused.iter().enumerate() {
        copy.is_refused(&drawing(place), "", &format!("holds '{told}'; colours come from classes"));
    }
    let parts = Copy::new().append("drawings/parts.svg", "<svg><script/></svg>");
    parts.is_refused("drawings/parts.svg", "", "holds '<script'");
    let space = Copy::new().append(DRAWING, "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
    let told: Vec<_> = space.errors().iter().filter(|error| error.file == DRAWING).collect();
    assert!(told.is_empty(), "the name of the format is no address: {told:?}");
}

#[test]
fn have_words_for_every_label() {
    Copy::new().append(DRAWING, "{{no-such-label}}").is_refused(
        "en/drawings.json",
        "/labels/car-t/no-such-label",
        "missing words for a label of drawings/car-t.svg",
    );
    // A label of all drawings, and one of a drawing's own.
    Copy::new().remove("en/drawings.json", "/all/t-cell").is_refused(
        "en/drawings.json",
        "/labels/car-t/t-cell",
        "missing words for a label",
    );
    Copy::new().remove("en/drawings.json", "/car-t/title-1").is_refused(
        "en/drawings.json",
        "/labels/car-t/title-1",
        "missing words for a label of drawings/car-t.svg",
    );
}

#[test]
fn are_there_for_every_card_and_so_are_their_parts() {
    let reason = "no drawing 'car-t'; it needs drawings/car-t.svg";
    Copy::new().delete(DRAWING).is_refused(CARD, "/drawing", reason);
    let parts = "drawings/parts.svg";
    let reason = "missing; the drawings take their parts from it";
    Copy::new().delete(parts).is_refused(parts, "", reason);
}

#[test]
fn show_every_label_that_has_words() {
    for at in ["/labels/car-t/never-shown", "/labels/all/never-shown"] {
        let copy = Copy::new().set("en/drawings.json", at, json!("Never"));
        copy.is_refused("en/drawings.json", at, "no drawing shows this label");
    }
}

#[test]
fn have_a_caption_under_each_frame() {
    let copy = Copy::new().remove(CARD_WORDS, "/drawing/captions/1");
    copy.is_refused(CARD_WORDS, "/drawing/captions", "1 captions for 2 frames of drawings/car-t.svg");
}
