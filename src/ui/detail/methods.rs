//! What every published method says of the target: a second opinion beside the product's own verdict.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, text, when};
use crate::ui::widgets::Disclosure;
use crate::view::Year;
use crate::view::methods::{Agreement, MethodRow, MethodTable, SilentMethod};

/// The table, folded away; its summary says how many disagree.
#[component]
pub fn Methods(year: Signal<Option<Year>>) -> impl IntoView {
    let planner = use_planner();
    let methods = planner.methods(year);
    let summary = text(move || {
        let words = planner.store.words();
        methods.with(|table| match table.disagreeing {
            0 => words.methods().to_owned(),
            count => words.methods_disagreeing(count),
        })
    });
    when(
        move || methods.with(|table| !table.rows.is_empty()),
        move || {
            view! {
                <Disclosure summary>
                    <Table methods />
                    <Silent methods />
                </Disclosure>
            }
            .into_any()
        },
    )
}

#[component]
fn Table(methods: Derived<MethodTable>) -> impl IntoView {
    view! {
        <table class="methods">
            <thead>
                <tr>
                    <th scope="col">{say(Words::method)}</th>
                    <th scope="col">{say(Words::method_says)}</th>
                    <th scope="col">{say(Words::method_beside_verdict)}</th>
                </tr>
            </thead>
            <tbody>{each(move || methods.with(|table| table.rows.clone()), row)}</tbody>
        </table>
    }
}

fn row(row: MethodRow) -> AnyView {
    let read: Vec<String> = [row.score, row.reads]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let read = read.join(" · ");
    let is_disagreeing = row.agreement == Some(Agreement::Disagrees);
    view! {
        <tr>
            <th scope="row">{row.name} <small>{row.source}</small></th>
            <td>{row.label} <small>{read}</small></td>
            <td class:is-disagreeing=is_disagreeing>{row.agreement_word}</td>
        </tr>
    }
    .into_any()
}

/// The methods that give no label, and why.
#[component]
fn Silent(methods: Derived<MethodTable>) -> impl IntoView {
    let silent = |method: SilentMethod| {
        view! { <li>{[method.name, method.reason].join(" · ")}</li> }.into_any()
    };
    view! {
        <ul class="hint">{each(move || methods.with(|table| table.silent.clone()), silent)}</ul>
    }
}
