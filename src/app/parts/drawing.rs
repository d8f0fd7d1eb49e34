//! A drawing in two frames, with the same story in words.

use crate::content::Drawing;
use leptos::prelude::*;

/// The mechanism of a treatment. The frames come from our own bundle, whose check lets through no script, style
/// or address in them.
#[component]
pub(in crate::app) fn Frames(
    /// The drawing.
    drawing: Drawing,
) -> impl IntoView {
    let frames = drawing.frames.into_iter().zip(drawing.captions).enumerate().map(|(place, (svg, caption))| {
        view! {
            <div>
                <div class="frame-box" inner_html=svg></div>
                <p class="caption"><span class="caption-number">{place + 1}</span> <span>{caption}</span></p>
            </div>
        }
    });
    view! {
        <figure class="figure">
            <div class="frames">{frames.collect_view()}</div>
            <figcaption class="hidden">{drawing.title} ". " {drawing.description}</figcaption>
        </figure>
    }
}
