//! What is to be done, by whom, and how the targets it serves stand.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, press};
use crate::ui::quotes::folded;
use crate::ui::targets::StatusBadge;
use crate::ui::widgets::Choice;
use crate::view::TargetIdx;
use crate::view::measures::{By, Group, Task};

/// All measures, by responsible unit or by target.
#[component]
pub fn Measures() -> impl IntoView {
    const WAYS: [By; 2] = [By::Responsible, By::Target];
    let planner = use_planner();
    let by = RwSignal::new(By::default());
    let groups = planner.measures(by.into());
    let options = move || {
        let words = planner.store.words();
        [words.by_responsible(), words.by_target()]
            .map(str::to_owned)
            .to_vec()
    };
    view! {
        <section class="page" id="targets" tabindex="-1" aria-label=say(Words::measures)>
            <header class="page-head">
                <h2>{say(Words::measures)}</h2>
                <p>{say(Words::measures_explained)}</p>
                <Choice
                    legend=say(Words::grouping)
                    name="measures-by"
                    options=Signal::derive(options)
                    chosen=Signal::derive(move || WAYS.iter().position(|way| *way == by.get()))
                    on_choose=move |position: usize| by.set(WAYS[position])
                />
            </header>
            {each(move || groups.get(), move |group| self::group(group, by.get_untracked()))}
        </section>
    }
}

fn group(group: Group, by: By) -> AnyView {
    let none = match by {
        By::Responsible => Words::assigned_to_nobody,
        By::Target => Words::serves_no_target,
    };
    let title = group
        .title
        .map_or_else(|| say(none).into_any(), IntoAny::into_any);
    let count = group.measures.len();
    let rows = (group.measures.into_iter())
        .map(|measure| task(measure, by))
        .collect::<Vec<_>>();
    view! {
        <section class="page-group">
            <h3>
                {title} " " <span class="count">{count}</span> {group.target.map(badge)}
            </h3>
            <ul class="card">{rows}</ul>
        </section>
    }
    .into_any()
}

fn task(task: Task, by: By) -> AnyView {
    let responsible = (by == By::Target)
        .then(|| view! { <p class="measure-responsible">{task.responsible}</p> }.into_any());
    let serves = task.serves.into_iter().map(served).collect::<Vec<_>>();
    let sources = folded(task.quotes);
    view! {
        <li class="measure">
            <p class="measure-text">{task.text}</p>
            {responsible}
            <ul class="measure-serves">{(by == By::Responsible).then_some(serves)}</ul>
            {sources}
        </li>
    }
    .into_any()
}

/// A target and how it stands; pressing it opens the target.
fn served((target, name): (TargetIdx, String)) -> AnyView {
    let planner = use_planner();
    view! {
        <li>
            <button type="button" class="button is-link" on:click=press(move || planner.select(target))>
                {name}
            </button>
            {badge(target)}
        </li>
    }
    .into_any()
}

fn badge(target: TargetIdx) -> AnyView {
    let status = use_planner().status(target);
    view! { <StatusBadge status /> }.into_any()
}
