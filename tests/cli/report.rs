//! `ask check --json`: the report by which an editor, or anybody, can judge the content without reading the program.

use super::{Copy, ask, list};
use ask_about_immunotherapy::content::check::bundle;
use ask_about_immunotherapy::content::{Catalog, Fact};
use ask_about_immunotherapy::guide::{Answers, rank};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The report of the shipped content.
static REPORT: LazyLock<Value> = LazyLock::new(|| {
    let run = ask(&["check", "--json"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    run.json()
});

/// What it says of English, the only language.
fn counts() -> &'static Value {
    assert_eq!((&REPORT["ok"], &REPORT["errors"]), (&json!(true), &json!([])));
    let languages = list(&REPORT, "/languages");
    assert_eq!((languages.len(), &languages[0]["language"]), (1, &json!("en")));
    &languages[0]["counts"]
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_else(|| panic!("{field} of {value}"))
}

fn ids(entries: &[Value]) -> BTreeSet<&str> {
    entries.iter().map(|entry| text(entry, "id")).collect()
}

#[test]
fn counts_what_the_files_hold() {
    let content = Copy::new();
    for (kind, file) in [
        ("cards", "cards"),
        ("questions", "questions"),
        ("drugs", "drugs"),
        ("signs", "signs"),
        ("terms", "terms"),
        ("sources", "sources"),
        ("cancers", "cancers"),
        ("sections", "article"),
        ("quiz", "quiz"),
    ] {
        assert_eq!(counts()[kind], content.list(&format!("catalog/{file}.json")).len(), "{kind}");
    }
}

/// Every fact in a rule or a list of facts.
fn facts<'a>(rule: &'a Value, found: &mut Vec<&'a str>) {
    match rule {
        Value::String(fact) => found.push(fact),
        Value::Array(rules) => rules.iter().for_each(|rule| facts(rule, found)),
        Value::Object(rule) => rule.values().for_each(|rule| facts(rule, found)),
        _ => {}
    }
}

/// The answers that a question names.
fn named(question: &Value) -> BTreeSet<String> {
    let mut found = Vec::new();
    facts(&question["when"], &mut found);
    facts(&question["more"], &mut found);
    let mut named: BTreeSet<String> = found.into_iter().map(str::to_owned).collect();
    let classes = question["classes"].as_array().into_iter().flatten();
    named.extend(classes.map(|class| format!("treatment:{}", class.as_str().unwrap())));
    if question["tone"] == "hard" {
        named.insert("hard:yes".to_owned());
    }
    named
}

#[test]
fn tells_how_many_questions_there_are_for_each_option_of_each_step() {
    let content = Copy::new();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for step in content.list("catalog/steps.json") {
        let entries = match step["from"].as_str() {
            Some("cancers") => content.list("catalog/cancers.json"),
            Some("cards") => content.list("catalog/cards.json"),
            _ => step["options"].as_array().unwrap().clone(),
        };
        for entry in entries {
            let option = entry.get("id").unwrap_or(&entry).as_str().unwrap();
            counted.insert(format!("{}:{option}", text(&step, "id")), 0);
        }
    }
    for question in content.list("catalog/questions.json") {
        for answer in named(&question) {
            *counted.get_mut(&answer).unwrap_or_else(|| panic!("no answer {answer}")) += 1;
        }
    }
    let told = |covered: &Value| {
        (text(covered, "answer").to_owned(), covered["questions"].as_u64().unwrap() as usize)
    };
    let coverage: BTreeMap<String, usize> = list(counts(), "/coverage").iter().map(told).collect();
    assert_eq!(coverage.len(), list(counts(), "/coverage").len(), "each once");
    assert_eq!(coverage, counted);
    for (step, least) in [("moment:", 8), ("health:", 3), ("role:", 3), ("treatment:", 4)] {
        let exempt = ["health:none", "role:self"];
        let of_step = coverage.iter().filter(|(answer, _)| answer.starts_with(step));
        for (answer, count) in of_step.filter(|(answer, _)| !exempt.contains(&answer.as_str())) {
            assert!(*count >= least, "{answer}: {count} questions");
        }
    }
}

/// Answers that state these facts, as a person gives them: nothing of them has to be left out.
fn answers(facts: &[Fact], catalog: &Catalog) -> Answers {
    let mut answers = Answers::default();
    for fact in facts {
        let mut options = answers.chosen(&fact.step).to_vec();
        options.push(fact.option.clone());
        answers.set(&fact.step, options);
    }
    assert_eq!(answers.mend(catalog), [], "{facts:?} can be answered");
    answers
}

#[test]
fn tells_for_every_question_the_fewest_answers_that_bring_it() {
    let content = Copy::new();
    let catalog = bundle(content.path(), "en").unwrap_or_else(|errors| panic!("{errors:#?}")).catalog;
    let reached = counts()["reachedBy"].as_object().unwrap();
    let questions = content.list("catalog/questions.json");
    assert_eq!(reached.keys().map(String::as_str).collect::<BTreeSet<_>>(), ids(&questions));
    let mut needing = 0;
    for (id, told) in reached {
        let facts: Vec<Fact> = serde_json::from_value(told.clone()).unwrap();
        let offered = |facts: &[Fact]| {
            let ranked = rank(&catalog, &answers(facts, &catalog));
            ranked.iter().any(|ranked| ranked.question.id.as_str() == id)
        };
        assert!(offered(&facts), "{id} is not among the questions for {told}");
        for fact in &facts {
            let fewer: Vec<Fact> = facts.iter().filter(|other| *other != fact).cloned().collect();
            assert!(!offered(&fewer), "{id} comes without {fact} too");
        }
        needing += usize::from(!facts.is_empty());
    }
    assert!(needing > 100, "{needing} questions depend on answers: the comparison above was not empty");
}

#[test]
fn tells_the_grade_of_every_card_topic_and_other_text() {
    let content = Copy::new();
    let reading = list(counts(), "/reading");
    let graded = |kind: &str| -> BTreeSet<&str> {
        reading.iter().filter(|grade| grade["kind"] == kind).map(|grade| text(grade, "id")).collect()
    };
    let cards = content.list("catalog/cards.json");
    assert_eq!(graded("card"), cards.iter().map(|card| card.as_str().unwrap()).collect());
    assert_eq!(graded("topic"), ids(&content.list("catalog/topics.json")));
    for kind in ["signs", "terms", "article", "quiz", "drugs", "steps", "interface"] {
        assert_eq!(graded(kind), [""].into(), "{kind}");
    }
    for grade in reading {
        let number = |field: &str| grade[field].as_f64().unwrap_or_else(|| panic!("{field} of {grade}"));
        assert!(number("grade") <= 6.0 && number("grade") <= number("rawGrade"), "{grade}");
        assert!((1.0..=12.0).contains(&number("wordsPerSentence")), "{grade}");
    }
}

#[test]
fn tells_of_every_card_its_sources_and_the_dates_of_its_next_checks() {
    let content = Copy::new();
    let known = content.list("catalog/sources.json");
    let known = ids(&known);
    let told = list(counts(), "/cardStatus");
    let cards = content.list("catalog/cards.json");
    assert_eq!(ids(told), cards.iter().map(|card| card.as_str().unwrap()).collect());
    for status in told {
        let card = content.json(&format!("catalog/cards/{}.json", text(status, "id")));
        let mut named = Vec::new();
        facts(&card["sources"], &mut named);
        let named: BTreeSet<&str> = named.into_iter().collect();
        assert!(named.is_subset(&known), "{status}");
        assert_eq!(status["sources"], named.len(), "{status}");
        assert!(named.len() >= 3, "{status}");
        assert_eq!((&status["due"], &status["approvalsDue"]), (&card["due"], &card["approvalsDue"]));
        assert!(text(status, "approvalsDue") <= text(status, "due"), "{status}");
    }
}

#[test]
fn tells_the_ten_hardest_passages_and_where_they_stand() {
    let content = Copy::new();
    let hardest = list(counts(), "/hardest");
    assert_eq!(hardest.len(), 10);
    let grade = |passage: &Value| passage["grade"].as_f64().unwrap();
    assert!(hardest.is_sorted_by(|a, b| grade(a) >= grade(b)), "the hardest first");
    for passage in hardest {
        let words = content.json(text(passage, "file"));
        assert_eq!(words.pointer(text(passage, "field")), Some(&passage["text"]), "{passage}");
        assert!(text(passage, "text").split_whitespace().count() >= 8, "{passage}");
    }
    let average = list(counts(), "/reading").iter().map(grade).fold(0.0, f64::max);
    assert!(grade(&hardest[9]) >= average, "a passage is harder than its whole text");
}
