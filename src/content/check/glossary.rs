//! The glossary explains words that stand somewhere: in a card, a question, a sign, the article, the quiz, a medicine, a
//! cancer or another meaning.

use super::Errors;
use super::text::plain_words;
use crate::content::authored::Authored;

pub(super) fn check(authored: &Authored, errors: &mut Errors) {
    let words = &authored.words;
    let elsewhere = plain_words(&everything(authored));
    let meanings: Vec<_> = words.terms.iter().map(|(id, term)| (id, plain_words(&term.meaning))).collect();
    for (id, term) in &words.terms {
        let used = term.also.iter().chain([&term.term]).any(|name| {
            let name = plain_words(name);
            let forms = [name.clone(), format!("{}s ", name.trim_end()), format!("{}es ", name.trim_end())];
            let holds = |text: &str| forms.iter().any(|form| text.contains(form));
            holds(&elsewhere) || meanings.iter().any(|(other, meaning)| *other != id && holds(meaning))
        });
        if !used {
            let file = format!("{}/terms.json", words.language);
            errors.add(file, format!("/terms/{id}"), "no text uses this word; use it or take it out");
        }
    }
}

/// Every text that a person reads, but for the glossary.
fn everything(authored: &Authored) -> String {
    let words = &authored.words;
    let mut texts: Vec<&str> = Vec::new();
    for card in words.cards.values() {
        texts.extend([card.title.as_str(), card.short.as_str()]);
        texts.extend(card.rows.values().flatten().map(String::as_str));
    }
    for question in words.topics.values().flat_map(|topic| topic.questions.values()) {
        texts.extend([question.text.as_str(), question.why.as_str()]);
    }
    for sign in words.signs.values() {
        texts.extend([sign.name.as_str(), sign.act.as_str(), sign.say.as_str(), sign.onset.as_str()]);
        texts.extend(sign.signs.iter().chain(&sign.emergency_if).map(String::as_str));
    }
    for section in words.article.values() {
        texts.extend(section.statements.iter().map(String::as_str));
    }
    for item in words.quiz.values() {
        texts.extend([item.statement.as_str(), item.why.as_str()]);
    }
    texts.extend(words.drugs.values().map(|drug| drug.uses.as_str()));
    texts.extend(words.cancers.values().map(|cancer| cancer.name.as_str()));
    texts.join(" . ")
}
