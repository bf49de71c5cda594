//! A field for a long text whose lines count: numbers and marks stand beside them. The browser's own text field, which
//! stays fast however long the text is; a stroke touches nothing else, a new line only the numbers.

use std::ops::Range;
use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::browser::field;
use crate::ui::erased::{each, effect, kept, left};

use super::icon::{Glyph, Icon};

/// The hand on the field. Places in it are counted as the browser does, in units of UTF-16.
#[derive(Debug, Clone, Copy)]
pub struct Code(NodeRef<html::Textarea>);

impl Code {
    /// A hand for a field that is being made.
    pub fn new() -> Self {
        Self(NodeRef::new())
    }

    /// What stands in the field.
    pub fn text(self) -> String {
        self.0
            .get_untracked()
            .map_or_else(String::new, |field| field.value())
    }

    /// What is selected; the place of the caret, twice, if nothing is.
    pub fn selected(self) -> Range<u32> {
        field::selected(self.0)
    }

    /// Selects a stretch in a line, counted from 1, and brings it into sight.
    pub fn go_to(self, range: Range<u32>, line: u32) {
        let lines = count_lines(&self.text());
        let share = f64::from(line.saturating_sub(1)) / lines as f64;
        field::go_to(self.0, range, share);
    }

    /// Replaces a stretch as if it were typed, and selects another.
    pub fn replace(self, range: Range<u32>, text: &str, selected: Range<u32>) {
        field::replace(self.0, range, text, selected);
    }

    /// How far down in the field, in pixels, a line ends, counted from 1; and whether that is in its lower half.
    pub fn end_of(self, line: u32) -> (f64, bool) {
        let Some(field) = self.0.get_untracked() else {
            return (0.0, false);
        };
        let share = f64::from(line) / count_lines(&field.value()) as f64;
        let down = share * f64::from(field.scroll_height()) - f64::from(field.scroll_top());
        (down, down > f64::from(field.client_height()) / 2.0)
    }

    /// Gives the field the focus.
    pub fn focus(self) {
        if let Some(field) = self.0.get_untracked() {
            // Fails only for a field that is not on the page.
            let _ = field.focus();
        }
    }
}

/// A mark beside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The line, from 1.
    pub line: u32,
    /// What it shows.
    pub glyph: Glyph,
    /// Its tone, as a name in style sheets.
    pub tone: &'static str,
    /// What it means.
    pub says: String,
}

/// A field for a long text.
#[component]
pub fn CodeField(
    code: Code,
    #[prop(into)] label: Signal<String>,
    /// The id of what explains it.
    described_by: &'static str,
    /// The text where it is not typed here.
    text: Derived<Arc<str>>,
    /// What stands beside lines.
    marks: Derived<Vec<Beside>>,
    #[prop(into)] on_write: Callback<String>,
    #[prop(into)] on_key: Callback<KeyboardEvent>,
    #[prop(into)] on_leave: Callback<()>,
    /// The id of a list that is operated from the text, and of what is chosen in it.
    list: &'static str,
    #[prop(into)] active: Signal<Option<String>>,
    /// What lies over the text.
    children: Children,
) -> impl IntoView {
    let gutter = NodeRef::<html::Div>::new();
    let field = code.0;
    effect(move || {
        let Some(field) = field.get() else { return };
        text.with(|text| {
            // Setting a text moves the caret to its end.
            if field.value() != **text {
                field.set_value(text);
            }
        });
    });
    let numbers = Derived::new(move || numbers(text.with(|text| count_lines(text))));
    let scroll = move |_| {
        if let (Some(field), Some(gutter)) = (field.get_untracked(), gutter.get_untracked()) {
            gutter.set_scroll_top(field.scroll_top());
        }
    };
    view! {
        <div class="code">
            <div class="code-gutter" aria-hidden="true" node_ref=gutter>
                <div class="code-lines">
                    <pre>{kept(numbers)}</pre>
                    {each(move || marks.get(), mark)}
                </div>
            </div>
            <textarea
                class="code-text"
                wrap="off"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-label=label
                aria-describedby=described_by
                node_ref=field
                on:input=move |event| on_write.run(event_target_value(&event))
                on:keydown=move |event| on_key.run(event)
                on:scroll=scroll
                on:blur=left(move || on_leave.run(()))
                on:mousedown=move |_| on_leave.run(())
                aria-controls=move || active.get().map(|_| list)
                aria-activedescendant=active
            ></textarea>
            {children()}
        </div>
    }
}

fn mark(beside: Beside) -> AnyView {
    view! {
        <span
            class="code-mark"
            data-tone=beside.tone
            title=beside.says
            style:--line=beside.line.to_string()
        >
            <Icon glyph=beside.glyph />
        </span>
    }
    .into_any()
}

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count() + 1
}

fn numbers(lines: usize) -> String {
    let numbers: Vec<String> = (1..=lines).map(|line| line.to_string()).collect();
    numbers.join("\n")
}
