//! The answer: the number, its formula with names and with numbers, and what it is computed from, which leads on.

use leptos::html;
use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, effect, press};
use crate::ui::facts::facts;
use crate::ui::quotes::quotes;
use crate::ui::widgets::{Glyph, Icon};
use crate::view::detail::Reason;
use crate::view::why::{Answer, Input};

use super::Trail;

/// The answer to the last question of the trail.
#[component]
pub fn AnswerPanel(trail: Trail) -> impl IntoView {
    let answer = use_planner().answer(trail.0.into());
    changing(move || {
        let answer = answer.get();
        answer.map_or_else(|| ().into_any(), |answer| told(answer, trail))
    })
}

fn told(answer: Answer, trail: Trail) -> AnyView {
    let facts_told = answer.facts.clone();
    view! {
        <div class="why">
            {way(answer.way.clone(), trail)}
            <Head answer=answer.clone() />
            {worked(&answer)}
            {reasons(answer.reasons)}
            {inputs(answer.inputs, trail)}
            {(!facts_told.is_empty()).then(move || facts(move || facts_told.clone()))}
            {quoted(answer.quotes)}
        </div>
    }
    .into_any()
}

/// The number itself. It takes the focus, which was on what led here.
#[component]
fn Head(answer: Answer) -> impl IntoView {
    let words = use_planner().store.words_untracked();
    let node = NodeRef::<html::P>::new();
    effect(move || {
        if let Some(head) = node.get() {
            // Fails only for what is not on the page.
            drop(head.focus());
        }
    });
    view! {
        <p class="why-head" tabindex="-1" node_ref=node>
            <span class="why-name">{answer.name}</span>
            <span class="why-year">{words.in_year(answer.year)}</span>
            <strong class="why-value">{answer.value}</strong>
            <span class="why-kind">{answer.kind}</span>
        </p>
    }
}

/// The numbers that led here, each a way back.
fn way(names: Vec<String>, trail: Trail) -> Option<AnyView> {
    let step = move |(place, name): (usize, String)| {
        view! {
            <li>
                <button type="button" class="button is-link" on:click=press(move || trail.back_to(place + 1))>
                    {name}
                </button>
            </li>
        }
        .into_any()
    };
    (!names.is_empty()).then(|| {
        let steps: Vec<AnyView> = names.into_iter().enumerate().map(step).collect();
        view! {
            <nav class="why-way" aria-label=say(Words::way_here)>
                <ol>{steps}</ol>
            </nav>
        }
        .into_any()
    })
}

/// The formula with names, and with numbers.
fn worked(answer: &Answer) -> Option<AnyView> {
    (!answer.numbers.is_empty()).then(|| {
        view! {
            <h3>{say(Words::formula)}</h3>
            <p class="formula">{answer.formula.clone()}</p>
            <h3>{say(Words::with_numbers)}</h3>
            <p class="formula why-numbers">{answer.numbers.clone()}</p>
        }
        .into_any()
    })
}

fn reasons(reasons: Vec<Reason>) -> Option<AnyView> {
    (!reasons.is_empty()).then(|| {
        let reasons: Vec<AnyView> = reasons
            .into_iter()
            .map(|reason| view! { <li>{reason.text}</li> }.into_any())
            .collect();
        view! { <ul class="reasons">{reasons}</ul> }.into_any()
    })
}

fn inputs(inputs: Vec<Input>, trail: Trail) -> Option<AnyView> {
    (!inputs.is_empty()).then(|| {
        let inputs: Vec<AnyView> = inputs.into_iter().map(|input| line(input, trail)).collect();
        view! {
            <h3>{say(Words::formula_inputs)}</h3>
            <ul class="why-inputs">{inputs}</ul>
        }
        .into_any()
    })
}

/// A number that was read, with where it comes from in short. It leads on.
fn line(input: Input, trail: Trail) -> AnyView {
    let words = use_planner().store.words_untracked();
    let says = view! {
        <span class="why-name">{input.name} " " <small>{words.in_year(input.year)}</small></span>
        " "
        <strong>{input.value}</strong>
        " "
        <small class="why-origin">{input.origin}</small>
    };
    match input.question {
        Some(question) => view! {
            <li>
                <button type="button" class="why-input" on:click=press(move || trail.follow(question))>
                    {says}
                    <Icon glyph=Glyph::Down />
                </button>
            </li>
        }
        .into_any(),
        None => view! { <li class="why-input">{says}</li> }.into_any(),
    }
}

fn quoted(found: Vec<crate::view::citation::Quote>) -> Option<AnyView> {
    (!found.is_empty()).then(|| {
        view! {
            <h3>{say(Words::source_text)}</h3>
            {quotes(move || found.clone())}
        }
        .into_any()
    })
}
