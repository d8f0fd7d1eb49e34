//! Words: limits, reading grade, forbidden phrases, balance of good and bad points.

use super::{Errors, Grade};
use crate::content::authored::{Authored, CardWords, QuizWords, SectionWords, Style};
use crate::content::readability::{Reading, sentences, word_count};
use crate::content::{QuizId, Role, Row, SectionId, Urgency, spoken};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// US school grade that no card, topic or other text may exceed.
const HIGHEST_GRADE: f64 = 6.0;
/// Words in a sentence, at most.
const LONGEST_SENTENCE: usize = 20;
/// Words in a sentence, on average over a card or topic, at most.
const AVERAGE_SENTENCE: f64 = 12.0;

/// How many of the hardest passages are reported.
const HARDEST: usize = 10;
/// A shorter text than this many words says little about how hard a text is to read.
const PASSAGE: usize = 8;

/// A text with its own grade.
#[derive(Clone, Debug, Serialize)]
pub struct Passage {
    /// The file below `content/`.
    pub file: String,
    /// JSON pointer to the field.
    pub field: String,
    /// US school grade, medical names counted as two syllables.
    pub grade: f64,
    /// The words.
    pub text: String,
}

/// The grades of every card, topic and other text, and the hardest passages.
pub(super) fn check(authored: &Authored, errors: &mut Errors) -> (Vec<Grade>, Vec<Passage>) {
    let style = &authored.words.style;
    let forbidden = style.forbidden.iter().map(|phrase| (phrase.as_str(), plain_words(phrase))).collect();
    let mut checker = Checker {
        names: names(authored),
        style,
        forbidden,
        errors,
        grades: Vec::new(),
        passages: Vec::new(),
    };
    let words = &authored.words;
    let language = &words.language;
    for (id, card) in &authored.words.cards {
        checker.card(&format!("{language}/cards/{id}.json"), id.as_str(), card);
    }
    for (id, topic) in &authored.words.topics {
        let file = format!("{language}/questions/{id}.json");
        checker.phrases(&file, &[("/title".to_owned(), topic.title.as_str())]);
        let mut texts = Vec::new();
        for (question, words) in &topic.questions {
            for role in Role::ALL {
                let said = |text| spoken(text, role);
                checker.limit(&file, &format!("/questions/{question}/text"), &said(&words.text), 25);
                checker.limit(&file, &format!("/questions/{question}/why"), &said(&words.why), 40);
            }
            checker.must_call(
                &file,
                &format!("/questions/{question}"),
                &format!("{} {}", words.text, words.why),
            );
            texts.push((format!("/questions/{question}/text"), words.text.as_str()));
            texts.push((format!("/questions/{question}/why"), words.why.as_str()));
        }
        checker.voiced(&file, "topic", id.as_str(), &texts);
    }
    checker.signs(authored, &format!("{language}/signs.json"));
    checker.rest(authored, language);
    checker.quiz(&words.quiz, &format!("{language}/quiz.json"));
    checker.article(&words.article, &format!("{language}/article.json"));
    let Checker { grades, mut passages, .. } = checker;
    passages.sort_by(|a, b| b.grade.total_cmp(&a.grade));
    passages.truncate(HARDEST);
    (grades, passages)
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
    /// Phrases that no text may hold, and their words as they are looked for.
    forbidden: Vec<(&'a str, String)>,
    errors: &'a mut Errors,
    grades: Vec<Grade>,
    passages: Vec<Passage>,
}

impl Checker<'_> {
    fn card(&mut self, file: &str, id: &str, card: &CardWords) {
        let names = [("/title", &card.title), ("/drawing/title", &card.drawing.title)];
        self.phrases(file, &names.map(|(field, text)| (field.to_owned(), text.as_str())));
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
        for (place, caption) in drawing.captions.iter().enumerate() {
            texts.push((format!("/drawing/captions/{place}"), caption));
        }
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
        let style = self.style;
        let mut texts = Vec::new();
        for sign in &authored.signs {
            let Some(words) = authored.words.signs.get(&sign.id) else { continue };
            let at = |field: &str| format!("/signs/{}/{field}", sign.id);
            if words.signs.is_empty() {
                let reason = "a warning sign needs at least one sign that a person notices";
                self.errors.add(file, at("signs"), reason);
            }
            self.not_empty(file, &at("name"), &words.name);
            self.limit(file, &at("brief"), &words.brief, 9);
            self.limit(file, &at("say"), &words.say, 30);
            let mut own = Vec::new();
            for (field, text) in
                [("brief", &words.brief), ("do", &words.act), ("say", &words.say), ("onset", &words.onset)]
            {
                own.push((at(field), text.as_str()));
            }
            for (field, list) in [("signs", &words.signs), ("emergencyIf", &words.emergency_if)] {
                let numbered = list.iter().enumerate();
                own.extend(numbered.map(|(place, text)| (at(&format!("{field}/{place}")), text.as_str())));
            }
            let says = |phrases: &[String]| phrases.iter().any(|phrase| holds(&words.act, phrase));
            match sign.urgency {
                Urgency::EmergencyNow if !says(&style.emergency) => {
                    self.errors.add(file, at("do"), "an emergency; say to call the emergency number");
                }
                Urgency::NextVisit if !says(&style.wait) => {
                    let reason =
                        "a sign for the next visit; say so, or raise its urgency in catalog/signs.json";
                    self.errors.add(file, at("do"), reason);
                }
                _ => {}
            }
            if sign.urgency != Urgency::NextVisit {
                for (field, text) in &own {
                    self.no_wait(file, field, text);
                }
                if !style.call.iter().any(|call| holds(&words.act, call)) {
                    self.errors.add(file, at("do"), "an urgent sign; say to call now");
                }
            }
            texts.extend(own);
        }
        self.all(file, "signs", "", &texts);
    }

    fn article(&mut self, sections: &BTreeMap<SectionId, SectionWords>, file: &str) {
        let mut texts = Vec::new();
        for (id, section) in sections {
            self.phrases(file, &[(format!("/sections/{id}/title"), section.title.as_str())]);
            for (place, text) in section.statements.iter().enumerate() {
                self.must_call(file, &format!("/sections/{id}/statements/{place}"), text);
                texts.push((format!("/sections/{id}/statements/{place}"), text.as_str()));
            }
        }
        self.all(file, "article", "", &texts);
    }

    fn quiz(&mut self, items: &BTreeMap<QuizId, QuizWords>, file: &str) {
        let mut texts = Vec::new();
        for (id, item) in items {
            self.limit(file, &format!("/items/{id}/statement"), &item.statement, 20);
            self.limit(file, &format!("/items/{id}/why"), &item.why, 50);
            self.must_call(file, &format!("/items/{id}"), &format!("{} {}", item.statement, item.why));
            texts.push((format!("/items/{id}/statement"), item.statement.as_str()));
            texts.push((format!("/items/{id}/why"), item.why.as_str()));
        }
        self.all(file, "quiz", "", &texts);
    }

    fn rest(&mut self, authored: &Authored, language: &str) {
        let words = &authored.words;
        let file = format!("{language}/terms.json");
        let mut terms = Vec::new();
        for (id, term) in &words.terms {
            self.not_empty(&file, &format!("/terms/{id}/term"), &term.term);
            self.limit(&file, &format!("/terms/{id}/meaning"), &term.meaning, 30);
            terms.push((format!("/terms/{id}/meaning"), term.meaning.as_str()));
        }
        self.all(&file, "terms", "", &terms);
        let mut uses = Vec::new();
        for (id, drug) in &words.drugs {
            let file = format!("{language}/drugs.json");
            self.not_empty(&file, &format!("/drugs/{id}/name"), &drug.name);
            uses.push((format!("/drugs/{id}/uses"), drug.uses.as_str()));
        }
        self.all(&format!("{language}/drugs.json"), "drugs", "", &uses);
        for (id, cancer) in &words.cancers {
            for (field, text) in [("name", &cancer.name), ("said", &cancer.said)] {
                self.not_empty(&format!("{language}/cancers.json"), &format!("/cancers/{id}/{field}"), text);
            }
        }
        let mut steps = Vec::new();
        for (id, step) in &words.steps {
            for (field, text) in [("title", &step.title), ("name", &step.name), ("help", &step.help)] {
                steps.push((format!("/steps/{id}/{field}"), text.as_str()));
            }
            for (option, words) in &step.options {
                for (field, text) in [("label", &words.label), ("said", &words.said)] {
                    steps.push((format!("/steps/{id}/options/{option}/{field}"), text.as_str()));
                }
            }
        }
        self.voiced(&format!("{language}/steps.json"), "steps", "", &steps);
        let interface =
            words.interface.iter().map(|(key, text)| (format!("/words/{key}"), text)).collect::<Vec<_>>();
        self.voiced(&format!("{language}/interface.json"), "interface", "", &interface);
    }

    /// The same for texts that follow whose list it is: in the words of every role.
    fn voiced(&mut self, file: &str, kind: &'static str, id: &str, texts: &[(String, &str)]) {
        for role in Role::ALL {
            let said: Vec<(String, String)> =
                texts.iter().map(|(field, text)| (field.clone(), spoken(text, role))).collect();
            // What only some roles read may be empty for the others.
            let said: Vec<(String, &str)> = said
                .iter()
                .zip(texts)
                .filter(|((_, said), (_, text))| !said.is_empty() || text.is_empty())
                .map(|((field, said), _)| (field.clone(), said.as_str()))
                .collect();
            if role == Role::Own {
                self.all(file, kind, id, &said);
            } else {
                self.limits(file, &said);
            }
        }
    }

    /// Everything that holds for every text, and the grade of them together.
    fn all(&mut self, file: &str, kind: &'static str, id: &str, texts: &[(String, &str)]) {
        let reading = self.limits(file, texts);
        self.grades.push(Grade::new(kind, id, &reading));
        for (field, text) in texts.iter().filter(|(_, text)| word_count(text) >= PASSAGE) {
            let grade = (Reading::of([*text], &self.names).grade() * 10.0).round() / 10.0;
            let (file, field, text) = (file.to_owned(), field.clone(), (*text).to_owned());
            self.passages.push(Passage { file, field, grade, text });
        }
    }

    fn limits(&mut self, file: &str, texts: &[(String, &str)]) -> Reading {
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
        reading
    }

    fn phrases(&mut self, file: &str, texts: &[(String, &str)]) {
        for (field, text) in texts {
            self.not_empty(file, field, text);
            let plain = plain_words(text);
            for (phrase, _) in self.forbidden.iter().filter(|(_, words)| plain.contains(words)) {
                self.errors.add(file, field, format!("'{phrase}' is not used here; say it another way"));
            }
        }
    }

    /// All that is asked of the name of an illness or a medicine: "heart attack" is one.
    fn not_empty(&mut self, file: &str, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.errors.add(file, field, "the text is empty");
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
    plain_words(text).contains(&plain_words(phrase))
}

/// The words in lower case with a space around each.
pub(super) fn plain_words(text: &str) -> String {
    let mut words = " ".to_owned();
    for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'') {
        if !word.is_empty() {
            words.push_str(&word.to_lowercase());
            words.push(' ');
        }
    }
    words
}
