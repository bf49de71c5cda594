//! Which assumptions matter most for the target: a bar for each between its ends, around the present value.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{changing, each, either, text};
use crate::view::Year;
use crate::view::tornado::{Bar, Tornado};

/// The bars, as a table whose middle column is drawn.
#[component]
pub fn TornadoPanel(year: Signal<Option<Year>>) -> impl IntoView {
    let tornado = use_planner().tornado(year);
    either(
        move || tornado.with(|tornado| tornado.bars.is_empty()),
        || view! { <p class="hint">{say(Words::nothing_matters)}</p> }.into_any(),
        move || view! { <Bars tornado /> }.into_any(),
    )
}

#[component]
fn Bars(tornado: Derived<Tornado>) -> impl IntoView {
    let store = use_planner().store;
    let place = move |read: fn(&Tornado) -> f64| {
        text(move || tornado.with(|tornado| read(tornado).to_string()))
    };
    let more = move || {
        let count = tornado.with(|tornado| tornado.more);
        let note = (count > 0).then(|| store.words().more_assumptions(count));
        view! { <p class="hint">{note}</p> }.into_any()
    };
    view! {
        <p class="hint">{say(Words::what_matters_explained)}</p>
        <table
            class="tornado"
            style:--now=place(|tornado| tornado.now.1)
            style:--line=place(|tornado| tornado.line.as_ref().map_or(2.0, |line| line.1))
        >
            <thead>
                <tr>
                    <th scope="col">{say(Words::assumption)}</th>
                    <th scope="col" class="tornado-low">{say(Words::at_low_end)}</th>
                    <td>{changing(move || key(&tornado.get(), store.words()))}</td>
                    <th scope="col" class="tornado-high">{say(Words::at_high_end)}</th>
                </tr>
            </thead>
            <tbody>{each(move || tornado.with(|tornado| tornado.bars.clone()), row)}</tbody>
        </table>
        {changing(more)}
    }
}

/// What the two lines are.
fn key(tornado: &Tornado, words: Words) -> AnyView {
    let line = tornado.line.as_ref().map(|(line, _)| {
        view! { <li data-line="required">{words.required_value()} " " {line.clone()}</li> }
            .into_any()
    });
    view! {
        <ul class="tornado-key">
            <li data-line="now">{words.present_value()} " " {tornado.now.0.clone()}</li>
            {line}
        </ul>
    }
    .into_any()
}

fn row(bar: Bar) -> AnyView {
    let [low, high] = bar.values;
    let [from, to] = bar.places.map(|place| place.to_string());
    view! {
        <tr>
            <th scope="row">{bar.name} <small>{bar.ends}</small></th>
            <td class="tornado-low">{low}</td>
            <td class="tornado-room">
                <span class="tornado-bar" style:--low=from style:--high=to></span>
            </td>
            <td class="tornado-high">{high}</td>
        </tr>
    }
    .into_any()
}
