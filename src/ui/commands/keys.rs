//! The sheet that tells the keys.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::say;

/// One line of the sheet: what it does, and the keys.
type Line = (fn(Words) -> &'static str, &'static [&'static str]);

const ANYWHERE: &[Line] = &[
    (Words::find, &["Ctrl K"]),
    (Words::keys, &["Ctrl /"]),
    (Words::undo, &["Ctrl Z"]),
    (Words::redo, &["Ctrl Shift Z", "Ctrl Y"]),
    (Words::key_close, &["Esc"]),
];
const SLIDERS: &[Line] = &[
    (Words::key_step, &["←", "→"]),
    (Words::key_steps, &["Page Up", "Page Down"]),
    (Words::key_ends, &["Home", "End"]),
    (Words::key_step_in_field, &["↑", "↓"]),
];
const CHART: &[Line] = &[(Words::key_year, &["←", "→"])];
const TABLE: &[Line] = &[
    (Words::key_cell, &["←", "→", "↑", "↓"]),
    (Words::key_enter, &["Enter"]),
    (Words::key_leave, &["Esc"]),
];

/// The keys, by where they count.
#[component]
pub fn Keys() -> impl IntoView {
    view! {
        {part(Words::keys_anywhere, ANYWHERE)}
        {part(Words::assumptions, SLIDERS)}
        {part(Words::chart, CHART)}
        {part(Words::data, TABLE)}
        <p class="hint">{say(Words::keys_mac)}</p>
    }
}

fn part(title: fn(Words) -> &'static str, lines: &'static [Line]) -> AnyView {
    let line = |(what, keys): &Line| {
        let keys: Vec<AnyView> = keys.iter().map(key).collect();
        view! {
            <div>
                <dt>{say(*what)}</dt>
                <dd>{keys}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <h3>{say(title)}</h3>
        <dl class="keys">{lines.iter().map(line).collect::<Vec<_>>()}</dl>
    }
    .into_any()
}

/// Keys pressed together, written apart by spaces.
fn key(keys: &&'static str) -> AnyView {
    let single: &[&str] = &["Page Up", "Page Down"];
    let each: Vec<&str> = if single.contains(keys) {
        vec![keys]
    } else {
        keys.split(' ').collect()
    };
    let each: Vec<AnyView> = each
        .into_iter()
        .map(|key| view! { <kbd>{key}</kbd> }.into_any())
        .collect();
    view! { <span class="key">{each}</span> }.into_any()
}
