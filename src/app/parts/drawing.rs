//! A drawing in two frames, with the same story in words.

use crate::app::dom::{El, div, el, p};
use crate::content::Drawing;

/// The mechanism of a treatment. The frames come from our own bundle, whose check lets through no script, style
/// or address in them.
pub(in crate::app) fn frames(drawing: &Drawing) -> El {
    let frames = drawing.frames.iter().zip(&drawing.captions).enumerate().map(|(place, (svg, caption))| {
        let number = el("span").class("caption-number").text(&(place + 1).to_string());
        let words = el("p").class("caption").child(number).text(" ").child(el("span").text(caption));
        el("div").child(div("frame-box").markup(svg)).child(words)
    });
    let story = el("figcaption").class("hidden").child(p(&drawing.title)).child(p(&drawing.description));
    el("figure").class("figure").child(div("frames").children(frames)).child(story)
}
