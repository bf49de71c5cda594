//! What is wrong with a text, as a list: every problem with its place and a way out.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::view::problem::{At, Excerpt, List, Problem};

use super::context::{say, use_store};
use super::erased::{changing, press};

/// The list, and a word on what it leaves out. Where the text is at hand, places lead to it.
pub fn list(problems: impl Into<Signal<List>>, lead: Option<Callback<At>>) -> AnyView {
    let problems = problems.into();
    changing(move || {
        let List {
            shown, left_out, ..
        } = problems.get();
        let more = (left_out != 0).then(|| {
            let says = use_store().words().more_problems(left_out);
            view! { <p class="hint">{says}</p> }.into_any()
        });
        let items: Vec<AnyView> = shown
            .into_iter()
            .map(|problem| item(problem, lead))
            .collect();
        view! {
            <ol class="problems">{items}</ol>
            {more}
        }
        .into_any()
    })
}

fn item(problem: Problem, lead: Option<Callback<At>>) -> AnyView {
    let place = (!problem.place.is_empty()).then(|| place(problem.place, problem.at, lead));
    let excerpt = problem.excerpt.map(
        |Excerpt {
             before,
             marked,
             after,
         }| {
            view! { <pre class="problem-excerpt">{before}<mark>{marked}</mark>{after}</pre> }
                .into_any()
        },
    );
    let help = problem
        .help
        .map(|help| view! { <p class="problem-help">{help}</p> }.into_any());
    let accepted = problem.accepted.map(|reason| {
        view! {
            <p class="problem-help">
                {say(Words::accepted_because)}
                " "
                {reason}
            </p>
        }
        .into_any()
    });
    view! {
        <li class="problem" data-severity=problem.severity>
            <p class="problem-message">
                <span class="problem-weight">{problem.weight}</span>
                {problem.message}
            </p>
            {place}
            {excerpt}
            {help}
            {accepted}
        </li>
    }
    .into_any()
}

fn place(says: String, at: At, lead: Option<Callback<At>>) -> AnyView {
    let says = match lead {
        Some(lead) => view! {
            <button type="button" class="button is-link" on:click=press(move || lead.run(at))>
                {says}
            </button>
        }
        .into_any(),
        None => says.into_any(),
    };
    view! { <p class="problem-place">{says}</p> }.into_any()
}
