//! Words that follow whose list it is: every form written, none forgotten.

use super::Errors;
use super::reach::{Steps, can_hold, whole_rule};
use super::text::plain_words;
use crate::content::authored::{Authored, QuestionShape};
use crate::content::wording::groups;
use crate::content::{Fact, Role, Rule};

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    let words = &authored.words;
    let language = &words.language;
    for (id, topic) in &words.topics {
        let file = format!("{language}/questions/{id}.json");
        for (question, words) in &topic.questions {
            let at = |field: &str| format!("/questions/{question}/{field}");
            forms(&file, &at("text"), &words.text, errors);
            forms(&file, &at("why"), &words.why, errors);
            let shape = authored.questions.iter().find(|shape| shape.id == *question);
            if shape.is_some_and(|shape| for_several(shape, authored)) {
                forgotten(&file, &at("text"), &words.text, authored, errors);
            }
        }
    }
    let file = format!("{language}/steps.json");
    for (id, step) in &words.steps {
        let mut texts = vec![
            (format!("/steps/{id}/title"), &step.title),
            (format!("/steps/{id}/name"), &step.name),
            (format!("/steps/{id}/help"), &step.help),
        ];
        for (option, words) in &step.options {
            texts.push((format!("/steps/{id}/options/{option}/label"), &words.label));
            texts.push((format!("/steps/{id}/options/{option}/said"), &words.said));
        }
        for (field, text) in texts {
            forms(&file, &field, text, errors);
            // Whose list it is cannot show before it was asked.
            if id.as_str() != Role::STEP {
                forgotten(&file, &field, text, authored, errors);
            }
        }
    }
    for (key, text) in words.interface.iter() {
        forms(&format!("{language}/interface.json"), &format!("/words/{key}"), text, errors);
    }
}

/// Braces hold three forms that differ, one that is the same for all, or the number of a gap.
fn forms(file: &str, field: &str, text: &str, errors: &mut Errors) {
    let (groups, outside) = groups(text);
    if outside.contains(['{', '}', '|']) {
        errors.add(file, field, "a brace or bar without its pair; write {my|their|my child's}");
    }
    for group in groups {
        let forms: Vec<&str> = group.split('|').collect();
        match forms[..] {
            [only] if only.trim().is_empty() => errors.add(file, field, "braces with nothing in them"),
            [own, carer, parent] if own == carer && carer == parent => {
                errors.add(file, field, format!("'{own}' is the same for all; write it once"));
            }
            [_] | [_, _, _] => {}
            _ => {
                let reason = format!(
                    "'{{{group}}}' has {} forms; write three: for oneself, for somebody, for a child",
                    forms.len()
                );
                errors.add(file, field, reason);
            }
        }
    }
}

/// A word for the person who asks stands outside of braces, so that a carer would read it as the patient's.
fn forgotten(file: &str, field: &str, text: &str, authored: &Authored, errors: &mut Errors) {
    let (_, outside) = groups(text);
    let outside = plain_words(&outside);
    let first_person = &authored.words.style.first_person;
    if let Some(word) = first_person.iter().find(|word| outside.contains(&plain_words(word))) {
        let reason = format!(
            "'{word}' outside of braces; write {{my|their|my child's}}, or {{{word}}} for the one who asks"
        );
        errors.add(file, field, reason);
    }
}

/// Whether the question can come to more than one role.
fn for_several(question: &QuestionShape, authored: &Authored) -> bool {
    let kinds = Steps::of(authored).kinds;
    let of = |role: Role| Rule::Fact(Fact::new(Role::STEP, role.option()));
    let comes = |role: Role| {
        let others = Role::ALL.into_iter().filter(|other| *other != role);
        let mut all = vec![whole_rule(question)];
        all.extend(others.map(|other| Rule::Not(Box::new(of(other)))));
        if role != Role::Own {
            all.push(of(role));
        }
        can_hold(&Rule::All(all), &kinds) != Some(false)
    };
    Role::ALL.into_iter().filter(|role| comes(*role)).count() > 1
}
