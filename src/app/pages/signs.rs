//! Warning signs: what needs the emergency number, what needs a call today, what can wait for the next visit.
//! General information by treatment; nothing is worked out from what a person enters.

use crate::app::parts::icon::Icon;
use crate::app::state::{State, state};
use crate::content::{CardId, Sign, Urgency};
use crate::list::Edit;
use crate::route::Route;
use leptos::prelude::*;

/// The signs of one treatment, of the treatments the person named, or of all.
#[component]
pub(in crate::app) fn SignsPage(
    /// The treatment.
    class: Option<String>,
) -> impl IntoView {
    let state = state();
    let catalog = state.catalog();
    let asked = class.as_deref().and_then(|class| catalog.card(class)).map(|card| card.id.clone());
    let named: Vec<CardId> = state.list.with_untracked(|list| {
        list.answers.chosen("treatment").iter().filter_map(|id| Some(catalog.card(id)?.id.clone())).collect()
    });
    let shown: Vec<CardId> = asked.map_or(named, |class| vec![class]);
    let titles: Vec<&str> = shown.iter().filter_map(|id| Some(catalog.card(id.as_str())?.title.as_str())).collect();
    let which = if titles.is_empty() { state.say("signs.every") } else { titles.join(", ") };
    let chips = catalog.cards.iter().map(|card| {
        let current = shown.contains(&card.id).then_some("true");
        let address = Route::Signs(Some(card.id.to_string())).to_hash();
        view! { <li><a class="chip" href=address aria-current=current>{card.title.clone()}</a></li> }
    });
    let chips = chips.collect_view();
    let cards = move || {
        let Some(details) = state.details.get() else { return view! { <p>{state.say("loading")}</p> }.into_any() };
        let fits = |sign: &&Sign| shown.is_empty() || sign.classes.iter().any(|class| shown.contains(class));
        let signs: Vec<&Sign> = details.signs.iter().filter(fits).collect();
        [Urgency::EmergencyNow, Urgency::CallToday, Urgency::NextVisit]
            .map(|urgency| care(state, urgency, &signs))
            .into_iter()
            .collect_view()
            .into_any()
    };
    view! {
        <article class="page page-signs">
            <h1 tabindex="-1">{state.say("signs.title")}</h1>
            <p class="lead"><strong>{which}</strong> " " {state.say("signs.late")}</p>
            {cards}
            <p class="inset">{state.say("signs.unsure")}</p>
            <h2>{state.say("signs.by-treatment")}</h2>
            <ul class="chips">{chips}</ul>
        </article>
    }
}

fn care(state: State, urgency: Urgency, signs: &[&Sign]) -> impl IntoView + use<> {
    let (class, icon, title) = match urgency {
        Urgency::EmergencyNow => ("care care-emergency", "alert", "signs.emergency"),
        Urgency::CallToday => ("care care-today", "clock", "signs.today"),
        Urgency::NextVisit => ("care care-visit", "calendar", "signs.visit"),
    };
    let rows: Vec<AnyView> =
        signs.iter().filter(|sign| sign.urgency == urgency).map(|sign| row(state, sign).into_any()).collect();
    let call = match urgency {
        Urgency::EmergencyNow => Some(emergency(state).into_any()),
        Urgency::CallToday => Some(team(state).into_any()),
        Urgency::NextVisit => None,
    };
    (!rows.is_empty()).then(|| {
        view! {
            <section class=class>
                <div class="care-head"><Icon name=icon /> <h2>{state.say(title)}</h2></div>
                <div class="care-body">{call} <ul class="sign-rows">{rows}</ul></div>
            </section>
        }
    })
}

fn row(state: State, sign: &Sign) -> impl IntoView + use<> {
    let signs = sign.signs.iter().map(|sign| view! { <li>{sign.clone()}</li> }).collect_view();
    let emergency = (!sign.emergency_if.is_empty()).then(|| {
        let items = sign.emergency_if.iter().map(|sign| view! { <li>{sign.clone()}</li> }).collect_view();
        view! { <p><strong>{state.say("signs.emergency-if")}</strong></p> <ul class="points">{items}</ul> }
    });
    view! {
        <li>
            <details class="sign">
                <summary><strong>{sign.name.clone()}</strong> <span>{sign.brief.clone()}</span></summary>
                <ul class="points">{signs}</ul>
                {emergency}
                <p>{sign.act.clone()}</p>
                <p><strong>{state.say("signs.say")}</strong> " “" {sign.say.clone()} "”"</p>
                <p class="help">{state.say("signs.onset")} " " {sign.onset.clone()}</p>
            </details>
        </li>
    }
}

fn emergency(state: State) -> impl IntoView {
    view! { <p><strong>{state.say("signs.number")}</strong></p> }
}

/// The team's number: as a call when it is known, as a field when it is not.
fn team(state: State) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let save = move || {
        let number = typed.get_untracked();
        state.edit(Edit::Team, |list| list.set_team(&number));
    };
    let forget = move |_| state.edit(Edit::Team, |list| list.set_team(""));
    move || match state.list.with(|list| list.team().map(str::to_owned)) {
        Some(number) => {
            let digits: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
            view! {
                <a class="button quiet care-call" href=format!("tel:{digits}")><Icon name="phone" /> {state.fill("signs.call", &[&number])}</a>
                <p><button class="link-button" type="button" on:click=forget>{state.say("signs.change-number")}</button></p>
            }
            .into_any()
        }
        None => view! {
            <div class="own">
                <label for="team">{state.say("signs.team-label")}</label>
                <div class="own-row">
                    <input class="text-input" id="team" type="tel" autocomplete="off" prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event)) />
                    <button class="button small" type="button" on:click=move |_| save()>{state.say("signs.write")}</button>
                </div>
            </div>
        }
        .into_any(),
    }
}
