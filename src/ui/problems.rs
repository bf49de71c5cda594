//! What is wrong with a text, as a list: every problem with its place and a way out.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::view::problem::{Excerpt, List, Problem};

use super::context::{say, use_store};
use super::erased::changing;

/// The list, and a word on what it leaves out.
pub fn list(problems: impl Into<Signal<List>>) -> AnyView {
    let problems = problems.into();
    changing(move || {
        let List {
            shown, left_out, ..
        } = problems.get();
        let more = (left_out != 0).then(|| {
            let says = use_store().words().more_problems(left_out);
            view! { <p class="hint">{says}</p> }.into_any()
        });
        let items: Vec<AnyView> = shown.into_iter().map(item).collect();
        view! {
            <ol class="problems">{items}</ol>
            {more}
        }
        .into_any()
    })
}

fn item(problem: Problem) -> AnyView {
    let place = (!problem.place.is_empty())
        .then(|| view! { <p class="problem-place">{problem.place}</p> }.into_any());
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
