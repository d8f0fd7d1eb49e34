//! Parts that several screens use, one a file.

pub(super) mod add;
pub(super) mod appointment;
pub(super) mod ask;
pub(super) mod because;
pub(super) mod by_topic;
pub(super) mod cards;
pub(super) mod contents;
pub(super) mod drawing;
pub(super) mod history;
pub(super) mod item;
pub(super) mod menu;
pub(super) mod notes;
pub(super) mod notice;
pub(super) mod own;
pub(super) mod results;
pub(super) mod reword;
pub(super) mod rows;
pub(super) mod save;
pub(super) mod sure;
pub(super) mod take;
pub(super) mod team;
pub(super) mod topic;
pub(super) mod why;
