//! What is wrong with the open plan, or with a text that could not be opened: every problem with its place and a way out.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::erased::{each, press, text, when};
use crate::ui::widgets::{Dialog, Glyph, Icon};
use crate::view::problem::Problem;

/// The count in the header, and the two dialogs.
#[component]
pub fn Problems() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let is_open = RwSignal::new(false);
    let problems = planner.problems();
    let count = move || problems.with(Vec::len);
    let button = move || {
        let says = text(move || store.words().problem_count(count()));
        view! {
            <button
                type="button"
                class="button is-quiet"
                aria-haspopup="dialog"
                aria-label=says
                title=says
                on:click=press(move || is_open.set(true))
            >
                <Icon glyph=Glyph::Warning />
                {text(move || count().to_string())}
            </button>
        }
        .into_any()
    };
    view! {
        {when(move || count() != 0, button)}
        <Dialog
            open=is_open
            title=say(Words::problems)
            close_label=say(Words::close)
            on_close=move |()| is_open.set(false)
        >
            {list(problems)}
        </Dialog>
        <Refused />
    }
}

/// A text that is no plan. What was open still is.
#[component]
fn Refused() -> impl IntoView {
    let store = use_store();
    let problems = use_planner().refused_problems();
    view! {
        <Dialog
            open=Signal::derive(move || store.refused().is_some())
            title=say(Words::plan_refused)
            close_label=say(Words::close)
            on_close=move |()| store.dismiss_refused()
        >
            <p>{say(Words::plan_kept)}</p>
            {list(problems)}
        </Dialog>
    }
}

fn list(problems: Memo<Vec<Problem>>) -> AnyView {
    view! { <ol class="problems">{each(move || problems.get(), item)}</ol> }.into_any()
}

fn item(problem: Problem) -> AnyView {
    let excerpt = problem
        .excerpt
        .map(|excerpt| view! { <pre class="problem-excerpt">{excerpt}</pre> }.into_any());
    let help = problem
        .help
        .map(|help| view! { <p class="problem-help">{help}</p> }.into_any());
    view! {
        <li class="problem" data-severity=problem.severity>
            <p class="problem-message">
                <span class="problem-weight">{problem.weight}</span>
                {problem.message}
            </p>
            <p class="problem-place">{[problem.item, problem.position].join(" · ")}</p>
            {excerpt}
            {help}
        </li>
    }
    .into_any()
}
