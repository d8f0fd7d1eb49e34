//! The printed sheet, as data: what a person hands to the doctor; and how much of it one page holds.
//!
//! Starred questions come first: they are what the person most wants to ask. The others follow as on the list.

use crate::content::{CardId, Catalog, Fact, Role, Sign, Urgency};
use crate::guide::{Ranked, TOP, UNSURE, rank};
use crate::list::{Item, PersonalList, What};
use crate::order::sorted;

/// How many signs of one urgency fit on the page.
pub const SIGN_LIMIT: usize = 6;

/// How many reasons stand under a question.
const REASON_LIMIT: usize = 2;

/// How many answers of one kind are told about the person.
const SAID_LIMIT: usize = 6;

/// The most questions for "if there is time" on the one page: more would leave no room to write.
const OTHERS_LIMIT: usize = 8;

/// What goes on paper, in reading order. Headings come from the words of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Whose list it is: headings follow it.
    pub role: Role,
    /// The line that asks the doctor to look.
    pub invite: String,
    /// Day, time, doctor and place of the visit, as far as they are known.
    pub visit: String,
    /// What the person said, as label and text.
    pub about: Vec<(String, String)>,
    /// The questions to ask first.
    pub first: Vec<SheetQuestion>,
    /// The questions for "if there is time".
    pub if_time: Vec<SheetQuestion>,
    /// Signs that need the emergency number, in a few words each.
    pub emergency: Vec<String>,
    /// Signs that need a call to the team on the same day, in a few words each.
    pub today: Vec<String>,
    /// The team's number, if it is known.
    pub team: Option<String>,
}

/// A question on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetQuestion {
    /// Its number on the sheet, from 1.
    pub number: usize,
    /// The question.
    pub text: String,
    /// What the person said that brought it, strongest first.
    pub because: Vec<String>,
    /// Whether it was asked already, and is not to be asked again.
    pub asked: bool,
    /// Whether it is one of the person's most important.
    pub star: bool,
}

impl Sheet {
    /// The sheet for a list. `signs` are all signs of the content ([`Details::signs`](crate::content::Details)).
    pub fn new(list: &PersonalList, catalog: &Catalog, signs: &[Sign]) -> Self {
        let mut first: Vec<SheetQuestion> =
            questions(list, catalog).into_iter().map(|(_, question)| question).collect();
        let if_time = first.split_off(first.len().min(TOP));
        let role = list.role();
        let emergency = briefs(list, catalog, signs, Urgency::EmergencyNow);
        let mut today = briefs(list, catalog, signs, Urgency::CallToday);
        today.retain(|brief| !emergency.contains(brief));
        Self {
            role,
            invite: catalog.words.role("sheet.invite", role),
            visit: list.visit().said(&catalog.words).unwrap_or_default(),
            about: about(list, catalog),
            first,
            if_time,
            emergency,
            today,
            team: list.team().map(str::to_owned),
        }
    }
}

/// Every question in the order of the sheet, with the item it stands for.
pub(super) fn questions<'a>(list: &'a PersonalList, catalog: &Catalog) -> Vec<(&'a Item, SheetQuestion)> {
    let ranked = rank(catalog, &list.answers);
    let others = list.items().iter().filter(|item| !item.star);
    let ordered = list.starred().chain(others).enumerate();
    ordered.map(|(place, item)| (item, question(place + 1, item, catalog, list.role(), &ranked))).collect()
}

/// How the one page is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// How many questions for "if there is time" stand on it. The others are counted on it.
    pub others: usize,
    /// How many lines to write on each of the first questions has.
    pub lines: usize,
    /// Whether the letters are smaller than usual.
    pub small: bool,
}

/// The roomiest setting that fits, for so many questions for "if there is time". Whether one fits is for whoever can
/// measure; they are asked in this order: room to write, all questions that the page can take, large letters. The
/// last one is given where none fits.
pub fn settle(others: usize, fits: &mut dyn FnMut(Setting) -> bool) -> Setting {
    let most = others.min(OTHERS_LIMIT);
    // With two lines for each answer some other questions must still have found room.
    let ways = [(2, false, most.min(2)), (1, false, 0), (1, true, 0)];
    let mut last = Setting { others: 0, lines: 1, small: true };
    for (lines, small, least) in ways {
        for others in (least..=most).rev() {
            last = Setting { others, lines, small };
            if fits(last) {
                return last;
            }
        }
    }
    last
}

fn question(
    number: usize,
    item: &Item,
    catalog: &Catalog,
    role: Role,
    ranked: &[Ranked<'_>],
) -> SheetQuestion {
    let is_it = |ranked: &&Ranked<'_>| matches!(&item.what, What::Question(id) if *id == ranked.question.id);
    let found = ranked.iter().find(is_it);
    let reasons = found.map_or(&[][..], |ranked| &ranked.reasons);
    SheetQuestion {
        number,
        text: item.text(catalog, role).to_owned(),
        because: reasons.iter().filter_map(|fact| catalog.said(fact, role)).take(REASON_LIMIT).collect(),
        asked: !item.is_open(),
        star: item.star,
    }
}

/// What a doctor wants to know at a glance, in three lines at most: the words key of the label, and the steps whose
/// answers stand beside it. Whose list it is, and what matters most, show in the questions; whether hard topics
/// were wanted is between the person and the app.
const ABOUT: [(&str, &[&str]); 3] = [
    ("sheet.situation", &["moment", "cancer"]),
    ("sheet.treatment", &["treatment"]),
    ("sheet.know", &["health"]),
];

/// The lines that say something. "I'm not sure" and "none of these" tell a reader of the paper nothing.
fn about(list: &PersonalList, catalog: &Catalog) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for (label, steps) in ABOUT {
        let chosen =
            steps.iter().flat_map(|step| list.answers.chosen(step).iter().map(move |option| (*step, option)));
        let telling = chosen.filter(|(_, option)| *option != UNSURE && *option != "none");
        let mut said: Vec<String> = telling
            .filter_map(|(step, option)| catalog.said(&Fact::new(step, option), list.role()))
            .collect();
        if said.len() > SAID_LIMIT {
            let more = said.split_off(SAID_LIMIT).len();
            said.push(catalog.words.count("question.more", more));
        }
        if !said.is_empty() {
            lines.push((catalog.words.role(label, list.role()), said.join(", ")));
        }
    }
    lines
}

/// The signs of one urgency, at most [`SIGN_LIMIT`]: those that most of the chosen treatments share come first,
/// equal ones in the order of the content. Where no treatment was chosen every treatment counts as chosen, so
/// that the most general signs come first. This is general information by class; nothing about it is computed
/// from how the person feels.
fn briefs(list: &PersonalList, catalog: &Catalog, signs: &[Sign], urgency: Urgency) -> Vec<String> {
    let chosen: Vec<&CardId> =
        list.answers.chosen("treatment").iter().filter_map(|id| Some(&catalog.card(id)?.id)).collect();
    let shared =
        |sign: &Sign| sign.classes.iter().filter(|class| chosen.is_empty() || chosen.contains(class)).count();
    let found: Vec<(usize, &str)> = signs
        .iter()
        .filter(|sign| sign.urgency == urgency)
        .map(|sign| (shared(sign), sign.brief.as_str()))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    let mut briefs: Vec<String> = Vec::new();
    for (_, brief) in sorted(found, &|a, b| b.0.cmp(&a.0)) {
        if briefs.len() < SIGN_LIMIT && !briefs.iter().any(|other| other == brief) {
            briefs.push(brief.to_owned());
        }
    }
    briefs
}
