//! Opening the newest of several copies.

use ask_about_immunotherapy::list::{Opened, open_newest};

fn open(copies: &[&str]) -> Opened<u32, &'static str> {
    open_newest(copies.iter().map(|text| (*text).to_owned()), |text| text.parse().map_err(|_| "no number"))
}

fn damaged(texts: &[&str]) -> Vec<(&'static str, String)> {
    texts.iter().map(|text| ("no number", (*text).to_owned())).collect()
}

#[test]
fn the_newest_that_can_be_read_is_opened_with_its_text() {
    assert_eq!(open(&["07", "6"]), Opened { found: Some((7, "07".to_owned())), damaged: vec![] });
    let found = Some((6, "6".to_owned()));
    assert_eq!(open(&["7 of", "6", "x"]), Opened { found, damaged: damaged(&["7 of"]) });
}

#[test]
fn what_cannot_be_read_is_handed_back_newest_first() {
    assert_eq!(open(&["", "{"]), Opened { found: None, damaged: damaged(&["", "{"]) });
    assert_eq!(open(&[]), Opened { found: None, damaged: vec![] });
}
