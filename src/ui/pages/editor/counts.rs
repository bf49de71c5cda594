//! What the plan would come to with the text as it is, beside what it comes to now.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::draft::{Reading, Standing};
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, name};
use crate::ui::marks;
use crate::ui::widgets::Icon;
use crate::view::headline::Tally;
use crate::view::status::Status;

/// The counts, while there is a sound text that is not the plan's own.
#[component]
pub fn Counts(standing: Derived<Standing>, reading: Derived<Reading>) -> impl IntoView {
    let planner = use_planner();
    let tally = planner.reading_tally(reading);
    let now = Derived::new(move || planner.headline.with(|headline| headline.all));
    changing(move || {
        let standing = standing.get();
        let then = tally.get().filter(|_| standing != Standing::Same);
        let now = (standing == Standing::Changed).then(|| now.get());
        then.map_or_else(|| ().into_any(), |then| table(now, then))
    })
}

fn table(now: Option<Tally>, then: Tally) -> AnyView {
    let heading =
        |of: fn(Words) -> &'static str| view! { <th scope="col">{say(of)}</th> }.into_any();
    let rows: Vec<AnyView> = Status::COUNTED
        .into_iter()
        .map(|status| row(status, now, then))
        .collect();
    view! {
        <table class="editor-result">
            <caption>{say(Words::draft_result)}</caption>
            <thead>
                <tr>
                    <td></td>
                    {now.map(|_| heading(Words::plan_now))}
                    {heading(Words::with_draft)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(status: Status, now: Option<Tally>, then: Tally) -> AnyView {
    let store = use_planner().store;
    let after = then.count(status);
    let before = now.map(|now| now.count(status));
    view! {
        <tr data-tone=status.name()>
            <th scope="row">
                <Icon glyph=marks::of_status(status) />
                {name(move || status.word(store.words()))}
            </th>
            {before.map(|before| view! { <td>{before}</td> }.into_any())}
            <td class:is-different=before.is_some_and(|before| before != after)>{after}</td>
        </tr>
    }
    .into_any()
}
