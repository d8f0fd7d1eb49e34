//! Signs that cannot wait: whoever reads of one is told to call, and never to wait for a visit.

use super::{BCG_WORDS, Copy, SIGNS, all_refused, with};
use serde_json::{Value, json};

/// A copy where questions have these for a text and a reason, and those questions.
fn asked(cases: &[(&str, &str)]) -> (Copy, Vec<String>) {
    let ids: Vec<String> =
        Copy::new().json(BCG_WORDS)["questions"].as_object().unwrap().keys().cloned().collect();
    assert!(cases.len() <= ids.len(), "a topic with enough questions");
    let copy = Copy::new().edit(BCG_WORDS, |root| {
        for (id, (text, why)) in ids.iter().zip(cases) {
            root["questions"][id] = json!({"text": text, "why": why});
        }
    });
    (copy, ids.iter().map(|id| format!("/questions/{id}")).collect())
}

/// What is said of a question.
fn said_of<'a>(copy: &'a Copy, question: &str) -> Vec<&'a str> {
    let told = copy.errors().iter().filter(|error| error.file == BCG_WORDS && error.field == question);
    told.map(|error| error.reason.as_str()).collect()
}

#[test]
fn in_a_question_are_followed_by_a_word_of_calling() {
    let call = "'fever' is an urgent sign; say in `why` to call now";
    let pain = "'chest pain' is an urgent sign; say in `why` to call now";
    let wait = "'next visit' beside an urgent sign; say to call now";
    let cases: [(&str, &str, &[&str]); 8] = [
        ("What then?", "You may have a fever.", &[call]),
        ("What then?", "You may have a Fever, or not.", &[call]),
        ("What if I have chest pain?", "It happens.", &[pain]),
        ("What then?", "With a fever, call, or ask at your next visit.", &[wait]),
        ("What then?", "With a fever, ask at your next visit.", &[call, wait]),
        ("What if I have chest pain?", "Call.", &[]),
        ("What then?", "Feverish talk can wait for your next visit.", &[]),
        ("What then?", "It is an emergency: fever.", &[]),
    ];
    let (copy, questions) = asked(&cases.map(|(text, why, _)| (text, why)));
    for (question, (text, why, told)) in questions.iter().zip(cases) {
        assert_eq!(said_of(&copy, question), told, "{text} {why}");
    }
}

#[test]
fn of_the_list_are_found_one_and_all_and_so_are_words_of_calling_and_waiting() {
    let style = Copy::new().json("en/style.json");
    let list = |field: &str| -> Vec<String> {
        let words = style[field].as_array().unwrap().iter();
        words.map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    for known in ["chest pain", "trouble breathing", "seizure", "confusion", "fever", "bleeding"] {
        assert!(list("urgent").iter().any(|sign| sign == known), "'{known}' cannot wait");
    }
    let reasons = |texts: Vec<String>| {
        let cases: Vec<(&str, &str)> = texts.iter().map(|why| ("What then?", why.as_str())).collect();
        asked(&cases)
    };
    let urgent = list("urgent");
    for some in urgent.chunks(10) {
        let (copy, questions) = reasons(some.iter().map(|sign| format!("There is {sign}.")).collect());
        for (question, sign) in questions.iter().zip(some) {
            let told = said_of(&copy, question);
            assert!(
                told.iter().any(|told| told.starts_with(&format!("'{sign}' is an urgent"))),
                "{sign}: {told:?}"
            );
        }
    }
    let (copy, questions) = reasons(list("call").iter().map(|call| format!("Fever: {call}.")).collect());
    for (question, call) in questions.iter().zip(list("call")) {
        assert_eq!(said_of(&copy, question), [""; 0], "'{call}' says to call");
    }
    let (copy, questions) =
        reasons(list("wait").iter().map(|wait| format!("Fever: call at the {wait}.")).collect());
    for (question, wait) in questions.iter().zip(list("wait")) {
        assert_eq!(said_of(&copy, question), [format!("'{wait}' beside an urgent sign; say to call now")]);
    }
}

#[test]
fn of_the_signs_say_to_call_and_never_to_wait() {
    let waits = "'next visit' beside an urgent sign; say to call now";
    let later = |text: &str| json!(format!("Call, or say so at the next visit: {text}."));
    all_refused(&[
        ("en/signs.json", "/any-emergency/do", later("fits"), waits),
        ("en/signs.json", "/any-emergency/brief", json!("fits: next visit"), waits),
        ("en/signs.json", "/any-emergency/say", json!("I can wait for my next visit."), waits),
        ("en/signs.json", "/any-emergency/onset", later("days"), waits),
        ("en/signs.json", "/any-emergency/signs/0", later("fits"), waits),
        ("en/signs.json", "/any-emergency/emergencyIf/0", later("fits"), waits),
        ("en/signs.json", "/fever/do", json!("Lie down and rest."), "an urgent sign; say to call now"),
        ("en/signs.json", "/crs/do", json!("Recall the caller."), "an urgent sign; say to call now"),
    ]);
    let wait = json!("I can tell it at my next appointment.");
    all_refused(&[("en/signs.json", "/fever/say", wait, "'next appointment' beside an urgent sign")]);
}

#[test]
fn are_not_those_of_the_next_visit() {
    let copy = with([("en/signs.json", "/skin-mild/do", json!("Show it at your next visit."))]);
    let mild = copy.list(SIGNS).into_iter().find(|sign| sign["id"] == "skin-mild").unwrap();
    assert_eq!(mild["urgency"], "next-visit");
    let told: Vec<_> =
        copy.errors().iter().filter(|error| error.field.starts_with("/signs/skin-mild")).collect();
    assert!(told.is_empty(), "{told:?}");
    // The same words under an urgent sign are refused.
    copy.set(SIGNS, "/skin-mild/urgency", json!("call-today")).is_refused(
        "en/signs.json",
        "/skin-mild/do",
        "'next visit' beside an urgent sign",
    );
}

#[test]
fn in_the_article_and_the_quiz_are_followed_by_a_word_of_calling() {
    let first = |file: &str| Copy::new().list(file)[0]["id"].as_str().unwrap().to_owned();
    let item = format!("/{}", first("catalog/quiz.json"));
    let statement = format!("/{}/statements/0", first("catalog/article.json"));
    let of = |why: &str| -> Vec<(&str, String, Value)> {
        vec![
            ("en/article.json", statement.clone(), json!(why)),
            ("en/quiz.json", format!("{item}/why"), json!(why)),
        ]
    };
    for (text, reason) in [
        ("A fever can come late.", "'fever' is an urgent sign"),
        ("A fever: call, or ask at your next visit.", "'next visit' beside an urgent sign"),
    ] {
        let copy = with(of(text).iter().map(|(file, at, text)| (*file, at.as_str(), text.clone())));
        copy.is_refused("en/article.json", &statement, reason);
        copy.is_refused("en/quiz.json", &item, reason);
    }
    // A statement and its explanation are read together, so that the explanation can say it.
    let claim = |why: &str| {
        let words = json!({"statement": "A seizure can pass by itself.", "why": why});
        with([("en/quiz.json", item.as_str(), words)])
    };
    claim("It is short.").is_refused("en/quiz.json", &item, "'seizure' is an urgent sign");
    let told: Vec<_> = claim("Call at once.").errors().to_vec();
    assert!(!told.iter().any(|error| error.reason.contains("urgent sign")), "{told:?}");
}

#[test]
fn are_as_urgent_as_what_is_to_be_done() {
    Copy::new().set(SIGNS, "/myocarditis/urgency", json!("next-visit")).is_refused(
        "en/signs.json",
        "/signs/myocarditis/do",
        "a sign for the next visit; say so, or raise its urgency",
    );
    Copy::new().set("en/signs.json", "/signs/myocarditis/do", json!("Call your team now.")).is_refused(
        "en/signs.json",
        "/signs/myocarditis/do",
        "an emergency; say to call the emergency number",
    );
}
