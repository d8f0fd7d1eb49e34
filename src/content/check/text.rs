//! Words: limits, reading grade, forbidden phrases, balance of good and bad points.

use super::{Errors, Grade};
use crate::content::authored::{Authored, CardWords, Style};
use crate::content::readability::{Reading, sentences, word_count};
use crate::content::{Row, Urgency};
use std::collections::BTreeSet;

/// US school grade that no card, topic or other text may exceed.
const HIGHEST_GRADE: f64 = 6.0;
/// Words in a sentence, at most.
const LONGEST_SENTENCE: usize = 20;
/// Words in a sentence, on average over a card or topic, at most.
const AVERAGE_SENTENCE: f64 = 12.0;

pub(super) fn check(authored: &Authored, errors: &mut Errors) -> Vec<Grade> {
    let mut checker =
        Checker { names: names(authored), style: &authored.words.style, errors, grades: Vec::new() };
    let language = &authored.words.language;
    for (id, card) in &authored.words.cards {
        checker.card(&format!("{language}/cards/{id}.json"), id.as_str(), card);
    }
    for (id, topic) in &authored.words.topics {
        let file = format!("{language}/questions/{id}.json");
        let mut texts = Vec::new();
        for (question, words) in &topic.questions {
            checker.limit(&file, &format!("/questions/{question}/text"), &words.text, 25);
            checker.limit(&file, &format!("/questions/{question}/why"), &words.why, 40);
            checker.must_call(
                &file,
                &format!("/questions/{question}"),
                &format!("{} {}", words.text, words.why),
            );
            texts.push((format!("/questions/{question}/text"), words.text.as_str()));
            texts.push((format!("/questions/{question}/why"), words.why.as_str()));
        }
        checker.all(&file, "topic", id.as_str(), &texts);
    }
    checker.signs(authored, &format!("{language}/signs.json"));
    checker.rest(authored, language);
    checker.grades
}

/// Names that count as two syllables: the language's list, and every drug and brand.
fn names(authored: &Authored) -> BTreeSet<String> {
    let drugs = authored.words.drugs.values().flat_map(|drug| drug.also.iter().chain([&drug.name]));
    let brands = authored.drugs.iter().flat_map(|drug| {
        let brands = &drug.brands;
        brands.us.iter().chain(&brands.eu).chain(&brands.latam)
    });
    let all = drugs.chain(brands).chain(&authored.words.style.medical_names);
    all.flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric())).map(str::to_lowercase).collect()
}

struct Checker<'a> {
    names: BTreeSet<String>,
    style: &'a Style,
    errors: &'a mut Errors,
    grades: Vec<Grade>,
}

impl Checker<'_> {
    fn card(&mut self, file: &str, id: &str, card: &CardWords) {
        self.limit(file, "/short", &card.short, 25);
        let mut texts = vec![("/short".to_owned(), card.short.as_str())];
        for (row, statements) in &card.rows {
            for (place, text) in statements.iter().enumerate() {
                texts.push((format!("/rows/{}/{place}", row.as_str()), text));
            }
        }
        let drawing = &card.drawing;
        self.limit(file, "/drawing/description", &drawing.description, 60);
        texts.push(("/drawing/description".to_owned(), &drawing.description));
        texts.extend(
            drawing.captions.iter().map(|caption| ("/drawing/captions".to_owned(), caption.as_str())),
        );
        self.all(file, "card", id, &texts);
        let words =
            |row: Row| card.rows.get(&row).map_or(0, |texts| texts.iter().map(|text| word_count(text)).sum());
        let (good, bad): (usize, usize) = (words(Row::Good), words(Row::Bad));
        if good.abs_diff(bad) * 3 > good.max(bad) {
            let reason = format!("good points have {good} words, bad points {bad}; keep them within a third");
            self.errors.add(file, "/rows/good", reason);
        }
    }

    fn signs(&mut self, authored: &Authored, file: &str) {
        let mut texts = Vec::new();
        for sign in &authored.signs {
            let Some(words) = authored.words.signs.get(&sign.id) else { continue };
            let at = |field: &str| format!("/{}/{field}", sign.id);
            if words.signs.is_empty() {
                self.errors.add(
                    file,
                    at("signs"),
                    "a warning sign needs at least one sign that a person notices",
                );
            }
            self.limit(file, &at("brief"), &words.brief, 9);
            self.limit(file, &at("say"), &words.say, 30);
            if sign.urgency != Urgency::NextVisit {
                for text in words.signs.iter().chain(&words.emergency_if).chain([
                    &words.say,
                    &words.brief,
                    &words.act,
                ]) {
                    self.no_wait(file, &at("signs"), text);
                }
            }
            let parts = [&words.brief, &words.act, &words.say, &words.onset].into_iter();
            texts.extend(
                parts.chain(&words.signs).chain(&words.emergency_if).map(|text| (at(""), text.as_str())),
            );
        }
        self.all(file, "signs", "", &texts);
    }

    fn rest(&mut self, authored: &Authored, language: &str) {
        let words = &authored.words;
        for (id, term) in &words.terms {
            self.limit(&format!("{language}/terms.json"), &format!("/{id}/meaning"), &term.meaning, 30);
        }
        let terms: Vec<_> =
            words.terms.iter().map(|(id, term)| (format!("/{id}"), term.meaning.as_str())).collect();
        self.all(&format!("{language}/terms.json"), "terms", "", &terms);
        let uses: Vec<_> =
            words.drugs.iter().map(|(id, drug)| (format!("/{id}"), drug.uses.as_str())).collect();
        self.phrases(&format!("{language}/drugs.json"), &uses);
        let steps: Vec<_> = words
            .steps
            .iter()
            .flat_map(|(id, step)| {
                let options = step.options.values().flat_map(|option| [&option.label, &option.said]);
                options
                    .chain([&step.title, &step.name, &step.help])
                    .map(move |text| (format!("/{id}"), text.as_str()))
            })
            .collect();
        self.all(&format!("{language}/steps.json"), "steps", "", &steps);
        let interface =
            words.interface.iter().map(|(key, text)| (format!("/{key}"), text)).collect::<Vec<_>>();
        self.all(&format!("{language}/interface.json"), "interface", "", &interface);
    }

    /// Everything that holds for every text, and the grade of them together.
    fn all(&mut self, file: &str, kind: &'static str, id: &str, texts: &[(String, &str)]) {
        self.phrases(file, texts);
        for (field, text) in texts {
            for sentence in sentences(text).filter(|sentence| word_count(sentence) > LONGEST_SENTENCE) {
                let reason = format!(
                    "a sentence of {} words: '{sentence}'; {LONGEST_SENTENCE} at most",
                    word_count(sentence)
                );
                self.errors.add(file, field, reason);
            }
        }
        let reading = Reading::of(texts.iter().map(|(_, text)| *text), &self.names);
        if reading.grade() > HIGHEST_GRADE {
            let reason = format!("reading grade {:.1}; {HIGHEST_GRADE} at most", reading.grade());
            self.errors.add(file, "", reason);
        }
        if reading.words_per_sentence() > AVERAGE_SENTENCE {
            let average = reading.words_per_sentence();
            let reason = format!("{average:.1} words in a sentence on average; {AVERAGE_SENTENCE} at most");
            self.errors.add(file, "", reason);
        }
        self.grades.push(Grade::new(kind, id, &reading));
    }

    fn phrases(&mut self, file: &str, texts: &[(String, &str)]) {
        for (field, text) in texts {
            if text.trim().is_empty() {
                self.errors.add(file, field, "the text is empty");
            }
            for phrase in self.style.forbidden.iter().filter(|phrase| holds(text, phrase)) {
                self.errors.add(file, field, format!("'{phrase}' is not used here; say it another way"));
            }
        }
    }

    fn limit(&mut self, file: &str, field: &str, text: &str, most: usize) {
        let words = word_count(text);
        if words > most {
            self.errors.add(file, field, format!("{words} words; {most} at most"));
        }
    }

    /// A question that touches an urgent sign says to call, and not to wait for a visit.
    fn must_call(&mut self, file: &str, field: &str, text: &str) {
        let style = self.style;
        let Some(sign) = style.urgent.iter().find(|sign| holds(text, sign)) else { return };
        if !style.call.iter().any(|call| holds(text, call)) {
            self.errors.add(file, field, format!("'{sign}' is an urgent sign; say in `why` to call now"));
        }
        self.no_wait(file, field, text);
    }

    fn no_wait(&mut self, file: &str, field: &str, text: &str) {
        for wait in self.style.wait.iter().filter(|wait| holds(text, wait)) {
            self.errors.add(file, field, format!("'{wait}' beside an urgent sign; say to call now"));
        }
    }
}

/// Whether the text holds the phrase as whole words, in any case.
fn holds(text: &str, phrase: &str) -> bool {
    let spaced = |text: &str| {
        let words: Vec<String> = text
            .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        format!(" {} ", words.join(" "))
    };
    spaced(text).contains(&spaced(phrase))
}
