//! What may be written at the caret: asked for by a key or a button, chosen by keys while the focus stays in the text.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_store};
use crate::ui::erased::{changing, effect, flag, text};
use crate::ui::widgets::Code;
use crate::view::Lang;
use crate::view::completion::{Choice, Completion, completion};

/// The id of the list.
pub const LIST: &str = "editor-choices";

/// What is offered at the moment, if anything was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Completing {
    code: Code,
    lang: Signal<Lang>,
    offered: RwSignal<Option<Completion>>,
    chosen: RwSignal<usize>,
}

impl Completing {
    /// Nothing yet.
    pub fn new(code: Code) -> Self {
        let store = use_store();
        Self {
            code,
            lang: Signal::derive(move || store.lang()),
            offered: RwSignal::new(None),
            chosen: RwSignal::new(0),
        }
    }

    /// Offers what may stand at the caret.
    pub fn ask(self) {
        let caret = self.code.selected().end;
        let lang = self.lang.get_untracked();
        self.chosen.set(0);
        self.offered
            .set(Some(completion(&self.code.text(), caret, lang)));
    }

    /// Offers anew after a stroke, until nothing fits.
    pub fn follow(self) {
        if self.is_open() {
            self.ask();
            if !self.is_open() {
                self.close();
            }
        }
    }

    /// Puts the list away.
    pub fn close(self) {
        if self.offered.with_untracked(Option::is_some) {
            self.offered.set(None);
        }
    }

    /// The id of the choice that is to be taken.
    pub fn active(self) -> Option<String> {
        self.count().filter(|count| *count > 0)?;
        Some(id_of(self.chosen.get()))
    }

    /// Whether the key was for the list.
    pub fn takes(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() && event.key() == " " {
            self.ask();
            return true;
        }
        if !self.is_open() {
            // What is said about an empty list has been read by now.
            self.close();
            return false;
        }
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" => self.take(self.chosen.get_untracked()),
            "Escape" => self.close(),
            "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown" | "Tab" => {
                self.close();
                return false;
            }
            _ => return false,
        }
        true
    }

    fn is_open(self) -> bool {
        let has_some = |offered: &Completion| !offered.choices.is_empty();
        self.offered
            .with_untracked(|offered| offered.as_ref().is_some_and(has_some))
    }

    fn count(self) -> Option<usize> {
        self.offered
            .with(|offered| offered.as_ref().map(|offered| offered.choices.len()))
    }

    fn step(self, by: isize) {
        let count = self
            .offered
            .with_untracked(|offered| offered.as_ref().map_or(0, |offered| offered.choices.len()));
        self.chosen.update(|chosen| {
            *chosen = chosen.saturating_add_signed(by + count as isize) % count.max(1);
        });
    }

    fn take(self, position: usize) {
        let choice = self
            .offered
            .with_untracked(|offered| offered.as_ref()?.choices.get(position).cloned());
        self.close();
        if let Some(Choice { change, .. }) = choice {
            self.code
                .replace(change.range, &change.text, change.selected);
        }
    }
}

/// The list below the line of the caret, or above it, and what is said about it.
#[component]
pub fn Choices(completing: Completing) -> impl IntoView {
    let store = use_store();
    let list = NodeRef::<html::Ul>::new();
    effect(move || {
        let (chosen, count) = (
            completing.chosen.get(),
            completing.count().unwrap_or_default(),
        );
        if let Some(list) = list.get() {
            let middle =
                (chosen as f64 + 0.5) / count.max(1) as f64 * f64::from(list.scroll_height());
            list.set_scroll_top((middle - f64::from(list.client_height()) / 2.0) as i32);
        }
    });
    let choices = move || {
        let offered = completing.offered.get().unwrap_or_default();
        let (down, is_low) = completing.code.end_of(offered.line);
        let choices = offered.choices.into_iter().enumerate();
        let choices: Vec<AnyView> = choices
            .map(|(position, choice)| item(completing, position, choice))
            .collect();
        if choices.is_empty() {
            return ().into_any();
        }
        view! {
            <ul
                class="choices"
                class:is-above=is_low
                style:--caret=format!("{down}px")
                role="listbox"
                tabindex="0"
                id=LIST
                aria-label=say(Words::choices)
                node_ref=list
                // The focus stays in the text.
                on:mousedown=|event| event.prevent_default()
            >
                {choices}
            </ul>
        }
        .into_any()
    };
    let says = text(move || {
        let words = store.words();
        match completing.count() {
            None => String::new(),
            Some(0) => words.no_choices().to_owned(),
            Some(count) => words.count_of_choices(count),
        }
    });
    view! {
        {changing(choices)}
        <p class="choices-says" class:unseen=flag(move || completing.count() != Some(0)) role="status">
            {says}
        </p>
    }
}

fn item(completing: Completing, position: usize, choice: Choice) -> AnyView {
    let is_chosen = move || completing.chosen.get() == position;
    view! {
        <li
            class="choices-item"
            role="option"
            id=id_of(position)
            aria-selected=text(move || is_chosen().to_string())
            on:click=move |_| completing.take(position)
        >
            <code>{choice.word}</code>
            <span>{choice.about}</span>
        </li>
    }
    .into_any()
}

fn id_of(position: usize) -> String {
    format!("{LIST}-{position}")
}
