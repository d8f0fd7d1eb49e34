//! The screens, one a file. Each gives an `article` with one `h1`, which takes the focus when the screen changes.

pub(super) mod about;
pub(super) mod after;
pub(super) mod alert;
pub(super) mod article;
pub(super) mod card;
pub(super) mod check;
pub(super) mod lists;
pub(super) mod missing;
pub(super) mod open;
pub(super) mod questions;
pub(super) mod quiz;
pub(super) mod sheet;
pub(super) mod signs;
pub(super) mod step;
pub(super) mod take;
pub(super) mod ten;
pub(super) mod treatments;
pub(super) mod visit;
pub(super) mod waiting;
pub(super) mod words;

use super::dom::{El, el};

/// The frame of a screen.
fn article(name: &str) -> El {
    el("article").class(&format!("page page-{name}"))
}

/// The heading of a screen.
fn heading(text: &str) -> El {
    el("h1").focusable().text(text)
}
