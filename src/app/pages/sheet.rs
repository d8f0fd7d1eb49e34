//! The sheet to print: one page for the doctor's eye, a large-print one, or a full one with the notes.
//!
//! What is shown is what is printed. The one page takes as many questions as fit: each try is set at the size of the
//! paper, unseen, and measured. How large that is stands in `styles/later/sheet.css`, and nowhere here.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, link, p};
use crate::app::state::State;
use crate::browser::device;
use crate::list::{NextStep, PersonalList};
use crate::route::{Paper, Route};
use crate::takeaway::full::{Full, FullQuestion};
use crate::takeaway::sheet::{Setting, settle};
use crate::takeaway::{Sheet, SheetQuestion};

/// Lines to write on under a question of the full sheet.
const LINES: usize = 3;

/// The same of the large one, where they stand further apart.
const LARGE_LINES: usize = 2;

/// Lines for what is not noted yet: what was heard, next steps.
const EMPTY_LINES: usize = 4;

/// The sheet, the choice of sheets, and the button that prints it.
pub(in crate::app) fn page(state: State, paper: Paper) -> El {
    let back = el("a").class("button quiet").attr("href", "#/questions").child(icon("chevron-start"));
    let print = button("button", |_| device::print()).child(icon("printer")).text(&state.say("sheet.print"));
    let sheet = div("part").live(move || {
        let Some(details) = state.details.get() else { return vec![p(&state.say("loading"))] };
        let catalog = state.catalog();
        let drawn = state.list.with(|list| {
            let sheet = Sheet::new(list, &catalog, &details.signs);
            match paper {
                Paper::Page => one_page(state, &sheet),
                Paper::Large => large(state, &sheet),
                Paper::Full => full(state, &sheet, &Full::new(list, &catalog, &details), list),
            }
        });
        vec![drawn]
    });
    article("sheet")
        .child(heading(&state.say("sheet.page")))
        .child(choice(state, paper))
        .child(div("actions").child(back.text(&state.say("step.back"))).child(print))
        .child(p(&state.say("sheet.print-help")).class("help"))
        .child(el("p").child(link(&Route::Alert.to_hash(), &state.say("alert.title"))))
        .child(sheet)
}

/// Which sheet.
fn choice(state: State, chosen: Paper) -> El {
    let words = |paper: Paper| match paper {
        Paper::Page => ("sheet.kind-page", "sheet.help-page"),
        Paper::Large => ("sheet.kind-large", "sheet.help-large"),
        Paper::Full => ("sheet.kind-full", "sheet.help-full"),
    };
    let chip = |paper: Paper| {
        let link = el("a").class("chip").attr("href", &Route::Sheet(paper).to_hash());
        let link = if paper == chosen { link.attr("aria-current", "page") } else { link };
        el("li").child(link.text(&state.say(words(paper).0)))
    };
    el("nav")
        .attr("aria-label", &state.say("sheet.kinds"))
        .child(el("ul").class("chips").children(Paper::ALL.map(chip)))
        .child(p(&state.say(words(chosen).1)).class("help"))
}

/// The roomiest page that fits.
fn one_page(state: State, sheet: &Sheet) -> El {
    let class =
        |setting: Setting| if setting.small { "sheet sheet-page sheet-small" } else { "sheet sheet-page" };
    let set = |setting: Setting, more: &str| {
        let class = format!("{}{more}", class(setting));
        set_page(state, sheet, setting, &class)
    };
    let setting = settle(sheet.if_time.len(), &mut |setting| !set(setting, " measured").overflows());
    set(setting, "")
}

fn set_page(state: State, sheet: &Sheet, setting: Setting, class: &str) -> El {
    let first = sheet.first.iter().map(|question| boxed(state, question, setting.lines));
    let shown = &sheet.if_time[..setting.others.min(sheet.if_time.len())];
    let more = sheet.if_time.len() - shown.len();
    let row = |question: &SheetQuestion| {
        let words = el("span").class("sheet-other").children(star(state, question)).text(&question.text);
        el("li").child(square(question.asked)).child(words).child(div("answer-line"))
    };
    let title = (!sheet.if_time.is_empty()).then(|| el("h2").text(&state.say("sheet.if-time")));
    let rows = (!shown.is_empty()).then(|| el("ul").class("sheet-time").children(shown.iter().map(row)));
    let rest = (more > 0).then(|| p(&state.count("sheet.more", more)).class("sheet-more"));
    div(class)
        .children(head(state, sheet))
        .child(el("h2").class("hidden").text(&state.say("sheet.first")))
        .child(el("ol").class("sheet-first").children(first))
        .children(title)
        .children(rows)
        .children(rest)
        .children(foot(state, sheet))
}

/// Every question in large letters.
fn large(state: State, sheet: &Sheet) -> El {
    let part = |key: &str, questions: &[SheetQuestion]| {
        let title = el("h2").text(&state.say(key));
        let rows = questions.iter().map(|question| boxed(state, question, LARGE_LINES));
        (!questions.is_empty()).then(|| [title, el("ol").class("sheet-first").children(rows)])
    };
    div("sheet sheet-large")
        .children(head(state, sheet))
        .children(part("sheet.first", &sheet.first).into_iter().flatten())
        .children(part("sheet.if-time", &sheet.if_time).into_iter().flatten())
        .children(foot(state, sheet))
}

/// Every question by topic, with all that was noted.
fn full(state: State, sheet: &Sheet, full: &Full, list: &PersonalList) -> El {
    let topic = |(title, questions): &(String, Vec<FullQuestion>)| {
        let rows = questions.iter().map(|question| with_notes(state, question));
        [el("h2").text(title), el("ol").class("sheet-first").children(rows)]
    };
    let heard = if list.heard().is_empty() {
        div("lines").children(answer_lines(EMPTY_LINES))
    } else {
        p(list.heard()).class("noted")
    };
    let steps = list.next_steps().iter().map(|step| next_step(state, step));
    let blank = (0..EMPTY_LINES.saturating_sub(list.next_steps().len()))
        .map(|_| el("li").child(square(false)).child(div("answer-line")));
    div("sheet sheet-full")
        .children(head(state, sheet))
        .children(full.topics.iter().flat_map(topic))
        .child(el("h2").text(&state.say("sheet.heard")))
        .child(heard)
        .child(el("h2").text(&state.say("sheet.next")))
        .child(el("ul").class("sheet-steps").children(steps).children(blank))
        .children(foot(state, sheet))
}

/// The line that invites the doctor, whose list it is, and what the person said.
fn head(state: State, sheet: &Sheet) -> [El; 2] {
    let line =
        |key: &str, known: &str| el("div").child(el("dt").text(&state.say(key))).child(el("dd").text(known));
    let about = sheet
        .about
        .iter()
        .map(|(label, said)| el("div").child(el("dt").text(label)).child(el("dd").text(said)));
    let invite = el("div").child(p(&sheet.invite).class("sheet-invite")).child(p(&state.say("sheet.these")));
    let lines = el("dl")
        .class("sheet-lines")
        .child(line("sheet.name", ""))
        .child(line("sheet.visit", &sheet.visit))
        .child(line("sheet.seen-by", ""));
    let head = el("header").class("sheet-head").child(invite).child(lines);
    [head, el("dl").class("sheet-about").children(about)]
}

/// What every sheet ends with.
fn foot(state: State, sheet: &Sheet) -> [El; 2] {
    let boxes = div("sheet-foot").child(say_it_back(state)).child(urgent(state, sheet));
    [boxes, p(&state.say("sheet.status")).class("sheet-status")]
}

fn answer_lines(count: usize) -> impl Iterator<Item = El> {
    (0..count).map(|_| div("answer-line"))
}

/// A box to tick, ticked for what is done.
fn square(ticked: bool) -> El {
    el("span").class("square").children(ticked.then(|| icon("check")))
}

fn star(state: State, question: &SheetQuestion) -> Option<El> {
    let mark = |text: String| el("strong").class("sheet-star").child(icon("star")).text(&text);
    question.star.then(|| mark(format!("{} ", state.say("sheet.star"))))
}

/// The question, its number, and its box to tick.
fn asking(state: State, question: &SheetQuestion) -> El {
    let asked = el("span").class("box").child(square(question.asked)).text(&state.say("sheet.asked"));
    div("sheet-question")
        .child(el("span").class("sheet-number").text(&question.number.to_string()))
        .child(el("h3").text(&question.text))
        .child(asked)
}

/// What the person said that brought it, and whether it matters most to them.
fn because(state: State, question: &SheetQuestion) -> Option<El> {
    let said = (!question.because.is_empty()).then(|| {
        let said = el("u").text(&question.because.join("; "));
        el("span").text(&state.say("sheet.because")).text(" ").child(said)
    });
    let parts = star(state, question).into_iter().chain(said);
    (question.star || !question.because.is_empty()).then(|| el("p").class("because").children(parts))
}

fn boxed(state: State, question: &SheetQuestion, lines: usize) -> El {
    el("li").child(asking(state, question)).children(because(state, question)).children(answer_lines(lines))
}

fn with_notes(state: State, question: &FullQuestion) -> El {
    let head = |key: &str| el("strong").text(&state.say(key)).text(" ");
    let why = question.why.as_ref().map(|why| el("p").class("because").child(head("sheet.why")).text(why));
    let row = el("li")
        .child(asking(state, &question.question))
        .children(because(state, &question.question))
        .children(why);
    if question.note.is_empty() {
        row.children(answer_lines(LINES))
    } else {
        row.child(el("p").class("noted").child(head("sheet.answer")).text(&question.note))
    }
}

fn next_step(state: State, step: &NextStep) -> El {
    let day = step.date.as_ref().map(|day| el("strong").text(&day.in_words(&state.catalog().words)));
    let words = el("span").text(&step.text).text(" ").children(day);
    el("li").child(square(step.done)).child(words)
}

fn say_it_back(state: State) -> El {
    let title = el("h2").text(&state.say("sheet.back"));
    el("section")
        .class("sheet-back")
        .child(title)
        .child(p(&state.say("sheet.back-text")))
        .children(answer_lines(3))
}

fn urgent(state: State, sheet: &Sheet) -> El {
    let signs =
        |key: &str, signs: &[String]| (!signs.is_empty()).then(|| p(&state.fill(key, &[&signs.join("; ")])));
    let team = p(&state.say("sheet.team-label")).class("team-line").text(" ");
    let number = el("span").text(sheet.team.as_deref().unwrap_or_default());
    el("section")
        .class("sheet-urgent")
        .child(el("h2").child(icon("alert")).text(&state.say("sheet.wait")))
        .children(signs("sheet.emergency", &sheet.emergency))
        .children(signs("sheet.today", &sheet.today))
        .child(team.child(number))
}
