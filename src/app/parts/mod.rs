//! Parts that several screens use, one component a file.

pub(super) mod add;
pub(super) mod because;
pub(super) mod drawing;
pub(super) mod erase;
pub(super) mod icon;
pub(super) mod item;
pub(super) mod menu;
pub(super) mod notice;
pub(super) mod results;
pub(super) mod save;
pub(super) mod take;
pub(super) mod why;
