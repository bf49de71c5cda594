//! What becomes of the target: value against requirement, how far along, and why.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::number::UNKNOWN;
use crate::text::words::Words;
use crate::ui::assumptions::{lead_to, row_id};
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, each, name, press, text, when};
use crate::ui::facts::facts;
use crate::ui::marks;
use crate::ui::targets::StatusBadge;
use crate::ui::why::Number;
use crate::ui::widgets::Icon;
use crate::view::detail::{Judgement, Reason};
use crate::view::row::Caveat;
use crate::view::status::Status;
use crate::view::why::Asked;
use crate::view::{AssumptionIdx, Year};

/// The judgement of the milestone looked at.
#[component]
pub fn JudgementPanel(year: Signal<Option<Year>>) -> impl IntoView {
    let planner = use_planner();
    let judgement = planner.judgement(year);
    let status = Derived::new(move || {
        judgement.with(|judgement| judgement.status.unwrap_or(Status::Unscored))
    });
    let value = text(move || {
        judgement.with(|judgement| {
            judgement
                .value
                .clone()
                .unwrap_or_else(|| UNKNOWN.to_owned())
        })
    });
    let distance =
        text(move || judgement.with(|judgement| judgement.distance.clone().unwrap_or_default()));
    let requirement = text(move || judgement.with(|judgement| judgement.requirement.clone()));
    let asked = move |read: fn(&Judgement) -> &Option<Asked>| {
        Signal::derive(move || judgement.with(|judgement| read(judgement).clone()))
    };
    view! {
        <div class="judgement" data-tone=name(move || status.get().name())>
            <p class="judgement-head">
                <strong class="judgement-value">
                    <Number says=value asked=asked(|judgement| &judgement.asked) />
                </strong>
                <StatusBadge status />
            </p>
            <p class="judgement-requirement">
                {say(Words::required)} ": "
                <Number says=requirement asked=asked(|judgement| &judgement.asked_required) />
            </p>
            <p class="judgement-distance">{distance}</p>
            {facts(move || judgement.with(|judgement| judgement.facts.clone()))}
            <Reasons judgement />
            <Caveats judgement />
        </div>
    }
}

/// Why it is undetermined, each with a way out where there is one.
#[component]
fn Reasons(judgement: Derived<Judgement>) -> impl IntoView {
    let reason = |reason: Reason| {
        let way_out = reason.awaits.map(|index| view! { <WayOut index /> });
        view! { <li>{reason.text} " " {way_out}</li> }.into_any()
    };
    let reasons = move || {
        view! {
            <h3>{say(Words::why_undetermined)}</h3>
            <ul class="reasons">{each(move || judgement.with(|judgement| judgement.reasons.clone()), reason)}</ul>
        }
        .into_any()
    };
    when(
        move || judgement.with(|judgement| !judgement.reasons.is_empty()),
        reasons,
    )
}

/// Leads to the field of an assumption.
#[component]
fn WayOut(index: AssumptionIdx) -> impl IntoView {
    let store = use_planner().store;
    view! {
        <a
            class="way-out"
            href=format!("#{}", row_id(index))
            on:click=press(move || lead_to(store, index))
        >
            {say(Words::go_to_assumption)}
        </a>
    }
}

/// What the result is to be read with.
#[component]
fn Caveats(judgement: Derived<Judgement>) -> impl IntoView {
    let store = use_planner().store;
    let caveat = Derived::new(move || judgement.with(|judgement| judgement.caveat));
    let note = move |caveat: Caveat| {
        view! {
            <p class="caveat-note">
                <Icon glyph=marks::of_caveat(caveat) />
                {caveat.explained(store.words())}
            </p>
        }
        .into_any()
    };
    let is_final = move || judgement.with(|judgement| judgement.is_final);
    view! {
        {changing(move || caveat.get().map_or_else(|| ().into_any(), note))}
        {when(is_final, || view! { <p class="caveat-note">{say(Words::final_verdict)}</p> }.into_any())}
    }
}
