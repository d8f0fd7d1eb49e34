//! FHIR bundles before `fhir`, `@medplum/core`, the standard's own rules in `FHIRPath`, and what none of them checks.

use super::{bundle, everything, item, items, node, suggested};
use ask_about_immunotherapy::list::PersonalList;
use serde_json::{Value, json};

const FORM: usize = 0;
const RESPONSE: usize = 1;

fn resource(bundle: &mut Value, place: usize) -> &mut Value {
    &mut bundle["entry"][place]["resource"]
}

/// Which problem should be found, and what to do for it.
type Break<'a> = (&'a str, &'a dyn Fn(&mut Value));

/// A question of the form that depends on an answer.
fn conditional(bundle: &Value) -> String {
    let found = items(&bundle["entry"][FORM]["resource"]).into_iter().find_map(|(_, item)| {
        let kind = item["type"] == "display" && item["enableWhen"].is_array();
        kind.then(|| item["linkId"].as_str().unwrap().to_owned())
    });
    found.unwrap()
}

#[test]
fn nothing_is_wrong_with_any_list() {
    let lists = json!({
        "empty": bundle(&PersonalList::default()),
        "unsure": bundle(&suggested(json!({"role": ["unsure"], "treatment": ["unsure"], "hard": ["unsure"]}))),
        "usual": bundle(&suggested(json!({"moment": ["about-to-start"], "treatment": ["checkpoint-inhibitors"]}))),
        "carer": bundle(&suggested(json!({"role": ["carer"], "health": ["none"], "hard": ["no"]}))),
        "everything": bundle(&everything()),
    });
    let found = node("fhir.mjs", &lists);
    for name in lists.as_object().unwrap().keys() {
        assert_eq!(found[name], json!([]), "{name}");
    }
}

#[test]
fn each_break_is_found_by_the_tool_that_looks_for_it() {
    let whole = bundle(&everything());
    let link = conditional(&whole);
    let breaks: [Break<'_>; 16] = [
        ("fhir: Questionnaire.status", &|b| {
            drop(resource(b, FORM).as_object_mut().unwrap().remove("status"));
        }),
        ("fhir: QuestionnaireResponse.status", &|b| resource(b, RESPONSE)["status"] = json!("done")),
        ("medplum: QuestionnaireResponse.authored", &|b| {
            resource(b, RESPONSE)["authored"] = json!("yesterday");
        }),
        ("medplum: Questionnaire.colour", &|b| resource(b, FORM)["colour"] = json!("blue")),
        ("fhirpath: que-1", &|b| {
            drop(item(resource(b, FORM), "step/role").as_object_mut().unwrap().remove("item"));
        }),
        ("fhirpath: que-2", &|b| item(resource(b, FORM), "step/moment")["linkId"] = json!("step/role")),
        ("fhirpath: que-6", &|b| item(resource(b, FORM), &link)["required"] = json!(true)),
        ("fhirpath: qrs-1", &|b| {
            let list = item(resource(b, RESPONSE), "list");
            list["answer"] = json!([{"valueString": "and"}]);
        }),
        ("fhirpath: bdl-7", &|b| b["entry"][RESPONSE]["fullUrl"] = b["entry"][FORM]["fullUrl"].clone()),
        ("together: offer/", &|b| {
            item(resource(b, FORM), &link)["enableWhen"][0]["question"] = json!("step/none");
        }),
        ("has no answer treatment:dust", &|b| {
            item(resource(b, FORM), &link)["enableWhen"][0]["answerCoding"]["code"] = json!("treatment:dust");
        }),
        ("several conditions without enableBehavior", &|b| {
            let first = item(resource(b, FORM), &link)["enableWhen"][0].clone();
            let item = item(resource(b, FORM), &link);
            item["enableWhen"] = json!([first, first]);
            item.as_object_mut().unwrap().remove("enableBehavior");
        }),
        ("answered, but not enabled", &|b| {
            item(resource(b, FORM), "list/questions")["enableWhen"] = json!([{"question": "step/hard/answer", "operator": "!=",
                "answerCoding": {"system": ask_about_immunotherapy::takeaway::fhir::CODES, "code": "hard:yes"}}]);
        }),
        ("no option question:dust", &|b| {
            let list = item(resource(b, RESPONSE), "list/questions");
            list["answer"][0] = json!({"valueCoding": {"system": "urn:x", "code": "question:dust"}});
        }),
        ("several answers", &|b| {
            drop(item(resource(b, FORM), "list/questions").as_object_mut().unwrap().remove("repeats"));
        }),
        ("answered, but not asked here", &|b| {
            item(resource(b, RESPONSE), "step/role")["linkId"] = json!("step/dust");
        }),
    ];
    let mut broken = serde_json::Map::new();
    for (name, damage) in &breaks {
        let mut bundle = whole.clone();
        damage(&mut bundle);
        broken.insert((*name).to_owned(), bundle);
    }
    let found = node("fhir.mjs", &Value::Object(broken));
    for (name, _) in breaks {
        let problems = found[name].as_array().unwrap();
        assert!(
            problems.iter().any(|problem| problem.as_str().unwrap().contains(name)),
            "{name}: {problems:#?}"
        );
    }
}
