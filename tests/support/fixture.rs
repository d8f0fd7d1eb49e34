//! A small catalog for the tests of the list and of what leaves the app: three treatments, six steps, fourteen
//! questions. It stands apart from the real content, so that a corrected sentence never breaks a test.

use ask_about_immunotherapy::content::{Catalog, QuestionId, Sign};
use ask_about_immunotherapy::guide::{Answers, rank};
use ask_about_immunotherapy::list::{ItemId, PersonalList};
use serde_json::{Value, json};

/// The words that the room `takeaway` uses, and those of the edits.
pub(crate) fn words() -> Value {
    serde_json::from_str(WORDS).expect("words as JSON")
}

const WORDS: &str = r#"{
    "sheet.title": "My questions about immunotherapy",
    "sheet.invite": "Please look at this list with me.",
    "sheet.about": "About me",
    "sheet.situation": "My situation",
    "sheet.treatment": "Treatment named",
    "sheet.know": "Please know",
    "sheet.first": "Ask these first",
    "sheet.if-time": "If there is time",
    "sheet.asked": "asked",
    "sheet.star": "most important to me",
    "sheet.visit": "Visit on",
    "question.own": "In my own words",
    "sheet.wait": "Do not wait for a visit",
    "sheet.emergency": "Call 911 (or your local emergency number) now for: {0}.",
    "sheet.today": "Call my team today, day or night, for: {0}.",
    "sheet.team": "My team's number: {0}",
    "sheet.status": "Information to help you talk with your team. Not medical advice.",
    "calendar.visit": "Visit: take my questions",
    "calendar.task": "Take my questions to the next visit",
    "fhir.title": "Questions to ask about immunotherapy",
    "fhir.list": "My list",
    "fhir.chosen": "Questions I want to ask",
    "fhir.offer": "Questions that fit your answers",
    "fhir.person": "Person using this app",
    "mail.more.many": "{0} more questions are in the file.",
    "mail.more.one": "1 more question is in the file.",
    "mail.signs": "The signs that cannot wait for a visit are in the file.",
    "step.unsure": "I'm not sure",
    "date.day": "{0} {1} {2}",
    "date.am": "{0}:{1} am",
    "date.pm": "{0}:{1} pm",
    "date.months": "January February March April May June July August September October November December",
    "edit.added": "Added: {0}",
    "edit.removed": "Taken off: {0}",
    "edit.moved": "Moved: {0}",
    "edit.starred": "Starred: {0}",
    "edit.noted": "Answer noted: {0}",
    "edit.asked": "Marked as asked: {0}",
    "edit.unasked": "Not asked yet: {0}",
    "edit.answered": "Your list now fits your new answer.",
    "edit.team": "Your team's number is changed.",
    "edit.visit": "Your visit is changed.",
    "edit.restored": "Your saved list is open.",
    "edit.cleared": "Your list is empty.",
    "edit.again": "To ask again: {0}",
    "edit.alert": "Your alert card is changed.",
    "edit.heard": "What you heard is noted.",
    "edit.list-added": "A new list is open.",
    "edit.list-opened": "Another list is open.",
    "edit.list-removed": "The list is gone.",
    "edit.not-again": "Not to ask again: {0}",
    "edit.reworded": "Changed: {0}",
    "edit.steps": "Your next steps are changed.",
    "edit.taken-in": "Added to what you had.",
    "edit.unstarred": "No longer starred: {0}"
}"#;

/// The catalog.
pub(crate) fn catalog() -> Catalog {
    let option = |id: &str, label: &str, said: &str| json!({"id": id, "label": label, "said": said});
    let step = |id: &str, kind: &str, from: &str, title: &str, name: &str, options: Value| json!({"id": id, "kind": kind, "from": from, "title": title, "name": name, "help": "Pick one.", "options": options});
    let card = |id: &str, title: &str, aliases: Value| json!({"id": id, "aliases": aliases, "group": "other", "title": title, "also": [], "short": "In short.", "routes": ["drip"]});
    serde_json::from_value(json!({
        "language": "en",
        "release": {"version": "2026.11", "author": "Us", "reviewer": null, "checked": "2026-11-22", "due": "2027-05-22"},
        "words": words(),
        "steps": [
            step("role", "one", "listed", "Who is this list for?", "who it is for", json!([
                option("self", "For me", "for yourself"), option("carer", "For someone I care for", "you care for someone")])),
            step("moment", "one", "listed", "Where are you now?", "where you are now", json!([
                option("about-to-start", "About to start treatment", "about to start"),
                option("after-treatment", "Treatment is over", "treatment is over")])),
            step("cancer", "one", "cancers", "Which cancer is it?", "the cancer", json!([])),
            step("treatment", "many", "cards", "Which treatment was named?", "the treatment", json!([])),
            step("health", "many", "listed", "Is there anything your team should know?", "your health", json!([
                option("steroids", "I take steroids", "you take steroids"), option("diabetes", "Diabetes", "diabetes"),
                option("none", "None of these", "none of these")])),
            step("hard", "one", "listed", "Do you want the hard topics too?", "the hard topics", json!([
                option("yes", "Yes", "you want hard topics"), option("no", "Not now", "no hard topics now")])),
        ],
        "topics": (["basics", "safety", "life", "after"].map(|id| json!({"id": id, "title": id}))),
        "questions": questions(),
        "cards": [
            card("checkpoint-inhibitors", "Checkpoint inhibitors", json!(["ici"])),
            card("car-t", "CAR T-cell therapy", json!([])),
            card("bcg-bladder", "BCG for bladder cancer", json!([])),
        ],
        "drugs": [],
        "cancers": [{"id": "lung", "name": "Lung cancer", "also": [], "said": "lung cancer", "classes": []}],
    }))
    .expect("the fixture is a catalog")
}

fn questions() -> Value {
    let open = |id: &str, topic: &str, text: &str, weight: u8| json!({"id": id, "topic": topic, "text": text, "weight": weight});
    let when = |id: &str, topic: &str, text: &str, rule: &str| json!({"id": id, "topic": topic, "text": text, "weight": 5, "when": rule});
    json!([
        open("who-do-i-call", "safety", "Who do I call, day or night?", 10),
        open("aim", "basics", "What is the aim of this treatment?", 9),
        open("tests", "basics", "Which tests do I need; and when?", 8),
        open("working", "life", "How will we know if it is working?", 7),
        open("work", "life", "Can I keep working?", 6),
        open("cost", "life", "What will it cost me?", 5),
        open("trials", "basics", "Is there a trial for me?", 4),
        open("vaccines", "safety", "Which vaccines may I have?", 3),
        open("travel", "life", "May I travel?", 2),
        open("food", "life", "Is there food I should avoid?", 1),
        when("first-day", "basics", "What happens on the first day?", "moment:about-to-start"),
        when("follow-up", "after", "How often will I be checked now?", "moment:after-treatment"),
        when("steroids", "safety", "Do my steroids change this?", "health:steroids"),
        {"id": "if-it-fails", "topic": "after", "text": "What if it does not work?", "weight": 6, "tone": "hard"},
    ])
}

/// Signs: eight emergencies, of which one belongs to every treatment and two to two of them; two for today.
pub(crate) fn signs() -> Vec<Sign> {
    let sign = |id: &str, urgency: &str, brief: &str, classes: &[&str]| {
        json!({"id": id, "urgency": urgency, "area": "body", "classes": classes, "name": id, "brief": brief,
            "signs": ["It."], "do": "Call.", "say": "Say it.", "onset": "Any time.", "sources": [0]})
    };
    let (ici, car_t, bcg) = ("checkpoint-inhibitors", "car-t", "bcg-bladder");
    serde_json::from_value(json!([
        sign("heart", "emergency-now", "chest pain", &[ici]),
        sign("nerves", "emergency-now", "sudden weakness", &[ici]),
        sign("confused", "emergency-now", "sudden confusion", &[car_t]),
        sign("seizure", "emergency-now", "a seizure", &[car_t]),
        sign("faint", "emergency-now", "fainting", &[car_t, bcg]),
        sign("breath", "emergency-now", "very hard to breathe", &[ici, car_t, bcg]),
        sign("throat", "emergency-now", "swelling of the throat", &[ici, car_t]),
        sign("shock", "emergency-now", "cold and gray skin", &[bcg]),
        sign("gut", "call-today", "bad loose stools", &[ici]),
        sign("fever", "call-today", "fever or chills", &[ici, car_t, bcg]),
        sign("rash", "next-visit", "a mild rash", &[ici]),
    ]))
    .expect("the fixture has signs")
}

/// Answers from JSON.
pub(crate) fn answers(value: Value) -> Answers {
    serde_json::from_value(value).expect("answers")
}

/// A list as the walkthrough leaves it after these answers.
pub(crate) fn suggested(catalog: &Catalog, value: Value) -> PersonalList {
    let mut list = PersonalList::default();
    answer(&mut list, catalog, value);
    list
}

/// Changes the answers, and the suggestions with them.
pub(crate) fn answer(list: &mut PersonalList, catalog: &Catalog, value: Value) {
    list.answers = answers(value);
    list.suggest(&rank(catalog, &list.answers));
}

/// The name of a question's item.
pub(crate) fn q(id: &str) -> ItemId {
    ItemId::Question(QuestionId::from(id))
}
