//! Drawings: they exist, carry nothing that runs or is fetched, and every label has words.

use super::Errors;
use crate::content::authored::Authored;
use crate::content::join::{PARTS, labels};

/// What an SVG of ours never holds: the content security policy would block it, or it would run.
const REFUSED: [&str; 7] = ["<script", "<style", " style=", " on", "http:", "https:", "<foreignObject"];

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    for (id, svg) in &authored.drawings {
        let file = format!("drawings/{id}.svg");
        let body = svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for refused in REFUSED.iter().filter(|refused| body.contains(**refused)) {
            errors.add(&file, "", format!("holds '{}'; colours come from classes", refused.trim()));
        }
        for label in labels(svg) {
            if !authored.words.labels.get(id).is_some_and(|own| own.contains_key(label))
                && !authored.words.labels.get("all").is_some_and(|shared| shared.contains_key(label))
            {
                let words = format!("{}/drawings.json", authored.words.language);
                errors.add(
                    words,
                    format!("/labels/{id}/{label}"),
                    format!("missing words for a label of {file}"),
                );
            }
        }
    }
    if !authored.drawings.contains_key(PARTS) {
        errors.add(format!("drawings/{PARTS}.svg"), "", "missing; the drawings take their parts from it");
    }
    labels_are_used(authored, errors);
    captions(authored, errors);
    for (id, card) in &authored.cards {
        if !authored.drawings.contains_key(&card.drawing) {
            let reason = format!("no drawing '{0}'; it needs drawings/{0}.svg", card.drawing);
            errors.add(format!("catalog/cards/{id}.json"), "/drawing", reason);
        }
    }
}

/// Words that no drawing shows are a mistake in their key.
fn labels_are_used(authored: &Authored, errors: &mut Errors) {
    let file = format!("{}/drawings.json", authored.words.language);
    for (of, words) in &authored.words.labels {
        for label in words.keys() {
            let shows = |(id, svg): (&String, &String)| {
                (of == "all" || id == of) && labels(svg).contains(&label.as_str())
            };
            if !authored.drawings.iter().any(shows) {
                errors.add(&file, format!("/labels/{of}/{label}"), "no drawing shows this label");
            }
        }
    }
}

/// One sentence under each frame.
fn captions(authored: &Authored, errors: &mut Errors) {
    for (id, card) in &authored.cards {
        let (Some(svg), Some(words)) = (authored.drawings.get(&card.drawing), authored.words.cards.get(id))
        else {
            continue;
        };
        let (frames, captions) = (svg.matches("<svg").count(), words.drawing.captions.len());
        if frames != captions {
            let reason = format!("{captions} captions for {frames} frames of drawings/{}.svg", card.drawing);
            errors.add(format!("{}/cards/{id}.json", authored.words.language), "/drawing/captions", reason);
        }
    }
}
