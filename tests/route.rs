//! Addresses within the app: every screen has one, and whatever stands in the address bar is read.

#![cfg(not(target_arch = "wasm32"))]

use ask_about_immunotherapy::content::{Row, StepId};
use ask_about_immunotherapy::route::{Paper, Route};
use proptest::prelude::*;

/// A name that an address can hold: anything but nothing.
fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,8}(-[a-z0-9]{1,5}){0,2}", "\\PC{1,12}", any::<String>()]
        .prop_filter("an empty name has no address", |name| !name.is_empty())
}

fn route() -> impl Strategy<Value = Route> {
    let row = proptest::option::of(proptest::sample::select(Row::ALL.to_vec()));
    prop_oneof![
        Just(Route::Home),
        Just(Route::Questions),
        Just(Route::Check),
        Just(Route::Ten),
        proptest::sample::select(Paper::ALL.to_vec()).prop_map(Route::Sheet),
        any::<usize>().prop_map(Route::Visit),
        Just(Route::After),
        Just(Route::Lists),
        Just(Route::Alert),
        Just(Route::Take),
        name().prop_map(Route::Open),
        Just(Route::About),
        Just(Route::Signs(None)),
        Just(Route::Words(None)),
        any::<String>().prop_map(Route::Treatments),
        name().prop_map(|id| Route::Step(StepId::new(id))),
        name().prop_map(|id| Route::Change(StepId::new(id))),
        name().prop_map(|id| Route::Signs(Some(id))),
        name().prop_map(|id| Route::Words(Some(id))),
        (name(), row).prop_map(|(id, row)| Route::Card(id, row)),
    ]
}

proptest! {
    #[test]
    fn every_route_reads_back_from_its_address(route in route()) {
        let hash = route.to_hash();
        prop_assert!(hash.starts_with("#/") && hash.is_ascii(), "{}", hash);
        prop_assert_eq!(Route::parse(&hash), route.clone());
        prop_assert_eq!(Route::parse(&hash[1..]), route, "also without #");
    }

    #[test]
    fn anything_is_read_and_its_address_leads_to_the_same_screen(text in any::<String>()) {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.to_hash()), route);
    }

    #[test]
    fn anything_like_an_address_is_read(
        text in "#?/?(step|change|check|ten|treatments|signs|words|questions|print|visit|open|about|x)?(/|[%a-f0-9é?=&#-]){0,12}"
    ) {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.to_hash()), route);
    }
}

#[test]
fn each_screen_has_its_address() {
    let card = |id: &str, row| Route::Card(id.to_owned(), row);
    let screens = [
        ("#/", Route::Home),
        ("#/step/role", Route::Step(StepId::from("role"))),
        ("#/change/role", Route::Change(StepId::from("role"))),
        ("#/check", Route::Check),
        ("#/ten", Route::Ten),
        ("#/questions", Route::Questions),
        ("#/print", Route::Sheet(Paper::Page)),
        ("#/print/large", Route::Sheet(Paper::Large)),
        ("#/print/full", Route::Sheet(Paper::Full)),
        ("#/visit/3", Route::Visit(3)),
        ("#/after", Route::After),
        ("#/lists", Route::Lists),
        ("#/alert", Route::Alert),
        ("#/take", Route::Take),
        ("#/open/1.abc.def", Route::Open("1.abc.def".to_owned())),
        ("#/treatments", Route::Treatments(String::new())),
        ("#/treatments?q=car%20t", Route::Treatments("car t".into())),
        ("#/treatments/car-t", card("car-t", None)),
        ("#/treatments/car-t/used-for", card("car-t", Some(Row::UsedFor))),
        ("#/signs", Route::Signs(None)),
        ("#/signs/car-t", Route::Signs(Some("car-t".into()))),
        ("#/words", Route::Words(None)),
        ("#/words/t-cell", Route::Words(Some("t-cell".into()))),
        ("#/about", Route::About),
    ];
    for (hash, route) in screens {
        assert_eq!(Route::parse(hash), route, "{hash}");
        assert_eq!(route.to_hash(), hash);
    }
    for row in Row::ALL {
        let hash = format!("#/treatments/car-t/{}", row.as_str());
        assert_eq!(Route::parse(&hash), card("car-t", Some(row)));
    }
}

#[test]
fn what_is_not_an_address_is_not_found() {
    let strange = [
        "#/nonsense",
        "#/step",
        "#/step/role/more",
        "#/change",
        "#/change/role/more",
        "#/check/role",
        "#/ten/1",
        "#/questions/1",
        "#/treatments/car-t/ugly",
        "#/treatments/car-t/good/more",
        "#/signs/a/b",
        "#/words/a/b",
        "#/about/us",
        "#/Questions",
        "#//#",
        "javascript:alert(1)",
        "\u{0}",
    ];
    for text in strange {
        let expected = text.strip_prefix('#').unwrap_or(text).to_owned();
        assert_eq!(Route::parse(text), Route::NotFound(expected), "{text:?}");
    }
}

#[test]
fn slashes_too_many_or_too_few_do_no_harm() {
    for text in ["", "#", "/", "#/", "#//", "//", "?", "#?q=x", "#/?q=x"] {
        assert_eq!(Route::parse(text), Route::Home, "{text:?}");
    }
    for text in ["questions", "#questions", "#/questions/", "#//questions", "#/questions?x=1"] {
        assert_eq!(Route::parse(text), Route::Questions, "{text:?}");
    }
}

#[test]
fn percent_signs_are_read_where_two_digits_follow_and_stand_for_themselves_elsewhere() {
    let cases = [
        ("car%20t", "car t"),
        ("caf%C3%A9", "café"),
        ("caf%c3%a9", "café"),
        ("100%", "100%"),
        ("100%2", "100%2"),
        ("%zz", "%zz"),
        ("%+1", "%+1"),
        ("%%41", "%A"),
        ("%2541", "%41"),
        ("a%2Fb", "a/b"),
        ("a%3Fb", "a?b"),
        ("a%23b", "a#b"),
        ("%00", "\u{0}"),
        ("%FF", "\u{fffd}"),
        ("%E2%82", "\u{fffd}"),
        ("é%", "é%"),
        ("a+b", "a+b"),
    ];
    for (written, read) in cases {
        let hash = format!("#/treatments?q={written}");
        assert_eq!(Route::parse(&hash), Route::Treatments(read.into()), "{written}");
        let hash = format!("#/words/{written}");
        assert_eq!(Route::parse(&hash), Route::Words(Some(read.into())), "{written}");
    }
    assert_eq!(
        Route::parse("#/treatments?x=car"),
        Route::Treatments(String::new()),
        "another query is ignored"
    );
    assert_eq!(Route::parse("#/treatments?q=a?b"), Route::Treatments("a?b".into()));
}
