//! Publications: an address, a date, the day they were looked at, names.

use super::{Copy, SOURCES, all_refused, unreadable, with};
use serde_json::json;

#[test]
fn have_a_public_address_dates_and_names() {
    all_refused(&[
        (SOURCES, "/0/address", json!(""), "'' is not a public address; write https://"),
        (SOURCES, "/1/address", json!("file:///a.pdf"), "'file:///a.pdf' is not a public address"),
        (SOURCES, "/2/address", json!("www.cancer.gov"), "'www.cancer.gov' is not a public address"),
        (SOURCES, "/3/date", json!(""), "'' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (SOURCES, "/4/date", json!("May 2024"), "'May 2024' is not a date"),
        (SOURCES, "/5/date", json!("2024-05-32"), "'2024-05-32' is not a date"),
        (SOURCES, "/6/date", json!("2024-00"), "'2024-00' is not a date"),
        (SOURCES, "/7/date", json!("24"), "'24' is not a date"),
        (SOURCES, "/8/date", json!("1492"), "'1492' is not a date"),
        (SOURCES, "/9/checked", json!("2024"), "'2024' is not YYYY-MM-DD"),
        (SOURCES, "/10/checked", json!("2024-05"), "'2024-05' is not YYYY-MM-DD"),
        (SOURCES, "/11/organisation", json!(" "), "the text is empty"),
        (SOURCES, "/12/title", json!(""), "the text is empty"),
    ]);
}

#[test]
fn have_each_of_these_fields() {
    for field in ["address", "date", "organisation", "title", "authority"] {
        let copy = Copy::new().remove(SOURCES, &format!("/0/{field}"));
        copy.is_unreadable(SOURCES, "/0", &format!("missing field `{field}`"));
    }
    unreadable(&[(
        "an unknown authority",
        |copy| copy.set(SOURCES, "/0/authority", json!("blog")),
        [SOURCES, "/0/authority", "unknown variant `blog`"],
    )]);
}

#[test]
fn may_have_a_date_of_a_year_a_month_or_a_day() {
    let dates = [("/0/date", "2024"), ("/1/date", "2024-05"), ("/2/date", "2024-05-31")];
    let copy = with(dates.map(|(at, date)| (SOURCES, at, json!(date))));
    assert_eq!(copy.errors(), []);
}
