//! The palette: one field, and a list of what is called by what is typed in it.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::commands::{Act, Command, Deed};
use crate::app::planner::Planner;
use crate::text::words::Words;
use crate::ui::assumptions::lead_to;
use crate::ui::context::{Windows, say, use_planner, use_windows};
use crate::ui::erased::{each, effect, flag, press, text, when};
use crate::ui::outside;
use crate::view::Lang;

/// The field and what it finds.
#[component]
pub fn Palette() -> impl IntoView {
    let planner = use_planner();
    let windows = use_windows();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let commands = planner.commands(typed);
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            // Fails only for a field that is not shown.
            drop(field.focus());
        }
    });
    let run = move |position: usize| {
        let command = commands.with_untracked(|all| all.get(position).cloned());
        if let Some(command) = command {
            windows.palette.set(false);
            act(&planner, windows, &command.act);
        }
    };
    let step = move |by: isize| {
        let count = commands.with_untracked(Vec::len);
        let next = chosen.get_untracked().checked_add_signed(by);
        chosen.set(next.map_or(0, |next| next.min(count.saturating_sub(1))));
        outside::show(option_id(chosen.get_untracked()));
    };
    let key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "PageDown" => step(8),
            "PageUp" => step(-8),
            // While a word is being composed, the key belongs to the input method.
            "Enter" if !event.is_composing() => run(chosen.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let search = move |event| {
        typed.set(event_target_value(&event));
        chosen.set(0);
    };
    let option = move |(position, command): (usize, Command)| {
        let is_chosen = flag(move || chosen.get() == position);
        view! {
            <li
                role="option"
                id=option_id(position)
                aria-selected=text(move || is_chosen.get().to_string())
                on:click=press(move || run(position))
            >
                <span>{command.name}</span>
                <small>{command.kind}</small>
            </li>
        }
        .into_any()
    };
    view! {
        <input
            class="field palette-field"
            type="search"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            node_ref=field
            aria-label=say(Words::find)
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant=text(move || option_id(chosen.get()))
            placeholder=say(Words::find_hint)
            on:input=search
            on:keydown=key
        />
        <ul class="palette-list" id="palette-list" role="listbox" aria-label=say(Words::found)>
            {each(move || commands.get().into_iter().enumerate().collect(), option)}
        </ul>
        {when(
            move || commands.with(Vec::is_empty),
            || view! { <p class="empty" role="status">{say(Words::nothing_found)}</p> }.into_any(),
        )}
    }
}

fn option_id(position: usize) -> String {
    format!("palette-{position}")
}

fn act(planner: &Planner, windows: Windows, act: &Act) {
    let store = planner.store;
    match act {
        Act::Turn(page) => store.choose_page(*page),
        Act::Select(target) => planner.select(*target),
        Act::Lead(assumption) => lead_to(store, *assumption),
        Act::Adopt(scenario) => store.choose_scenario(scenario.clone()),
        Act::Do(deed) => carry_out(planner, windows, *deed),
    }
}

fn carry_out(planner: &Planner, windows: Windows, deed: Deed) {
    let store = planner.store;
    match deed {
        Deed::Undo => store.undo(),
        Deed::Redo => store.redo(),
        Deed::ResetAll => store.reset_all(),
        Deed::Download => outside::download(&planner.file()),
        Deed::Language => store.choose_lang(match store.words_untracked().0 {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }),
        Deed::Look(theme) => store.choose_theme(theme),
        Deed::Keys => windows.keys.set(true),
        Deed::Guide => store.set_guided(false),
    }
}
