//! What becomes of the target: value against requirement, how far along, and why.

use leptos::prelude::*;

use crate::app::session::Pane;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::marks;
use crate::ui::widgets::{Badge, Icon};
use crate::view::Year;
use crate::view::detail::{Judgement, Reason};
use crate::view::status::Status;

/// The judgement of the milestone looked at.
#[component]
pub fn JudgementPanel(year: Signal<Option<Year>>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let judgement = planner.judgement(year);
    let status = Memo::new(move |_| {
        judgement.with(|judgement| judgement.status.unwrap_or(Status::Unscored))
    });
    let text = move |read: fn(&Judgement) -> String| move || judgement.with(read);
    view! {
        <div class="judgement" data-tone=move || status.get().name()>
            <p class="judgement-head">
                <strong class="judgement-value">
                    {text(|judgement| judgement.value.clone().unwrap_or_else(|| "—".to_owned()))}
                </strong>
                <Badge
                    tone=Signal::derive(move || status.get().name())
                    glyph=Signal::derive(move || marks::of_status(status.get()))
                    word=Signal::derive(move || status.get().word(store.words()).to_owned())
                />
            </p>
            <p class="judgement-requirement">
                {say(Words::required)}": "{text(|judgement| judgement.requirement.clone())}
            </p>
            <p class="judgement-distance">
                {text(|judgement| judgement.distance.clone().unwrap_or_default())}
            </p>
            <Facts judgement />
            <Reasons judgement />
            <Caveats judgement />
        </div>
    }
}

#[component]
fn Facts(judgement: Memo<Judgement>) -> impl IntoView {
    let facts = Memo::new(move |_| judgement.with(|judgement| judgement.facts.clone()));
    view! {
        <dl class="facts">
            <For each=move || facts.get() key=Clone::clone let((label, text))>
                <dt>{label}</dt>
                <dd>{text}</dd>
            </For>
        </dl>
    }
}

/// Why it is undetermined, each with a way out where there is one.
#[component]
fn Reasons(judgement: Memo<Judgement>) -> impl IntoView {
    let reasons = Memo::new(move |_| judgement.with(|judgement| judgement.reasons.clone()));
    view! {
        <Show when=move || reasons.with(|reasons| !reasons.is_empty())>
            <h3>{say(Words::why_undetermined)}</h3>
            <ul class="reasons">
                <For each=move || reasons.get() key=Reason::clone let(reason)>
                    <li>{reason.text} {reason.awaits.map(|index| view! { <WayOut index /> })}</li>
                </For>
            </ul>
        </Show>
    }
}

/// Leads to the field of an assumption.
#[component]
fn WayOut(index: crate::view::AssumptionIdx) -> impl IntoView {
    let store = use_planner().store;
    view! {
        <a
            class="way-out"
            href=format!("#assumption-{}", index.0)
            on:click=move |_| store.choose_pane(Pane::Assumptions)
        >
            {say(Words::go_to_assumption)}
        </a>
    }
}

/// What the result is to be read with.
#[component]
fn Caveats(judgement: Memo<Judgement>) -> impl IntoView {
    let store = use_planner().store;
    let caveat = move || {
        judgement.with(|judgement| judgement.caveat).map(|caveat| {
            view! {
                <p class="caveat-note">
                    <Icon glyph=marks::of_caveat(caveat) />
                    {caveat.explained(store.words())}
                </p>
            }
        })
    };
    let is_final = Memo::new(move |_| judgement.with(|judgement| judgement.is_final));
    view! {
        {caveat}
        <Show when=move || is_final.get()>
            <p class="caveat-note">{say(Words::final_verdict)}</p>
        </Show>
    }
}
