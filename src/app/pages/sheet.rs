//! The sheet to print: one page for the doctor's eye.

use super::{article, heading};
use crate::app::dom::{El, button, div, el, icon, p};
use crate::app::state::State;
use crate::browser::device;
use crate::route::Paper;
use crate::takeaway::{Sheet, SheetQuestion};

/// How many questions for "if there is time" fit on the page.
const IF_TIME: usize = 4;

/// Lines for which the page has room beside its head and foot: what the person said, questions, answers.
const ROOM: usize = 24;

/// The sheet and the button that prints it.
pub(in crate::app) fn page(state: State, _paper: Paper) -> El {
    let back = el("a").class("button quiet").attr("href", "#/questions").child(icon("chevron-start"));
    let print = button("button", |_| device::print()).child(icon("printer")).text(&state.say("sheet.print"));
    let sheet = div("part").live(move || {
        let Some(details) = state.details.get() else { return vec![p(&state.say("loading"))] };
        vec![paper(state, &state.list.with(|list| Sheet::new(list, &state.catalog(), &details.signs)))]
    });
    article("sheet")
        .child(heading(&state.say("sheet.page")))
        .child(div("actions").child(back.text(&state.say("step.back"))).child(print))
        .child(p(&state.say("sheet.print-help")).class("help"))
        .child(sheet)
}

fn paper(state: State, sheet: &Sheet) -> El {
    let blank = |key: &str| el("div").child(el("dt").text(&state.say(key))).child(el("dd"));
    let about = sheet
        .about
        .iter()
        .map(|(label, said)| el("div").child(el("dt").text(label)).child(el("dd").text(said)));
    // Long questions take the room of answers, and of those for "if there is time": it stays one page.
    let said: usize = sheet.about.iter().map(|(_, said)| lines(said, 70)).sum();
    let asked: usize = sheet.first.iter().map(|question| lines(&question.text, 40)).sum();
    let answers = if said + asked + 2 * sheet.first.len() > ROOM { 1 } else { 2 };
    let mut room = 2 * ROOM.saturating_sub(said + asked + answers * sheet.first.len());
    let fits = |question: &&SheetQuestion| {
        let needed = lines(&question.text, 36) + 1;
        let fits = needed <= room;
        room = room.saturating_sub(needed);
        fits
    };
    let others: Vec<&SheetQuestion> = sheet.if_time.iter().take(IF_TIME).take_while(fits).collect();
    let invite = el("div").child(p(&sheet.invite).class("sheet-invite")).child(p(&state.say("sheet.these")));
    let lines =
        el("dl").class("sheet-lines").children(["sheet.name", "sheet.visit", "sheet.seen-by"].map(blank));
    div("sheet")
        .child(el("header").class("sheet-head").child(invite).child(lines))
        .child(el("dl").class("sheet-about").children(about))
        .child(el("h2").class("hidden").text(&state.say("sheet.first")))
        .child(
            el("ol")
                .class("sheet-first")
                .children(sheet.first.iter().map(|question| first(state, question, answers))),
        )
        .children(if_time(state, &others))
        .child(div("sheet-foot").child(say_it_back(state)).child(urgent(state, sheet)))
        .child(p(&state.say("sheet.status")).class("sheet-status"))
}

/// How many lines of this many letters a text takes.
fn lines(text: &str, width: usize) -> usize {
    text.chars().count().div_ceil(width)
}

fn answer_lines(count: usize) -> impl Iterator<Item = El> {
    (0..count).map(|_| div("answer-line"))
}

fn first(state: State, question: &SheetQuestion, answers: usize) -> El {
    let because = (!question.because.is_empty()).then(|| {
        let said = el("u").text(&question.because.join("; "));
        p(&state.say("sheet.because")).class("because").text(" ").child(said)
    });
    let head = div("sheet-question")
        .child(el("span").class("sheet-number").text(&question.number.to_string()))
        .child(el("h3").text(&question.text))
        .child(el("span").class("box").text(&state.say("sheet.asked")));
    el("li").child(head).children(because).children(answer_lines(answers))
}

fn if_time(state: State, questions: &[&SheetQuestion]) -> Vec<El> {
    if questions.is_empty() {
        return Vec::new();
    }
    let row = |question: &&SheetQuestion| {
        el("li")
            .child(el("span").class("box"))
            .text(" ")
            .child(el("span").text(&question.text))
            .children(answer_lines(1))
    };
    let rows = el("ul").class("sheet-time").children(questions.iter().map(row));
    vec![el("h2").text(&state.say("sheet.if-time")), rows]
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
