//! What is wrong with the open plan, or with a text that could not be opened: every problem with its place and a way out.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
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
    let says = move || store.words().problem_count(count());
    view! {
        <Show when=move || count() != 0>
            <button
                type="button"
                class="button is-quiet"
                aria-haspopup="dialog"
                aria-label=says
                title=says
                on:click=move |_| is_open.set(true)
            >
                <Icon glyph=Glyph::Warning />
                {count}
            </button>
        </Show>
        <Dialog
            open=is_open
            title=say(Words::problems)
            close_label=say(Words::close)
            on_close=move |()| is_open.set(false)
        >
            <List problems />
        </Dialog>
        <Refused />
    }
}

/// A text that is no plan. What was open still is.
#[component]
fn Refused() -> impl IntoView {
    let store = use_store();
    let planner = use_planner();
    let problems = planner.refused_problems();
    let is_open = Memo::new(move |_| store.refused().is_some());
    view! {
        <Dialog
            open=is_open
            title=say(Words::plan_refused)
            close_label=say(Words::close)
            on_close=move |()| store.dismiss_refused()
        >
            <p>{say(Words::plan_kept)}</p>
            <List problems />
        </Dialog>
    }
}

#[component]
fn List(problems: Memo<Vec<Problem>>) -> impl IntoView {
    view! {
        <ol class="problems">
            <For each=move || problems.get() key=Problem::clone let(problem)>
                <li class="problem" data-severity=problem.severity>
                    <p class="problem-message">
                        <span class="problem-weight">{problem.weight}</span>
                        {problem.message.clone()}
                    </p>
                    <p class="problem-place">{problem.item.clone()} " · " {problem.position.clone()}</p>
                    {problem.excerpt.clone().map(|excerpt| view! { <pre class="problem-excerpt">{excerpt}</pre> })}
                    {problem.help.clone().map(|help| view! { <p class="problem-help">{help}</p> })}
                </li>
            </For>
        </ol>
    }
}
