//! The text itself. Every stroke is kept; what it means is read when the typing pauses.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::marks;
use crate::ui::widgets::{Beside, Code, CodeField};
use crate::view::problem::{List, Mark};
use crate::view::writing::indent;

use super::completing::{Choices, Completing, LIST};

/// Longer than between two strokes.
const PAUSE: Duration = Duration::from_millis(350);
/// The id of the line that says the keys.
const KEYS: &str = "editor-keys";

/// The field and the line about its keys.
#[component]
pub fn Writing(code: Code, completing: Completing, list: Derived<List>) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let write = move |text: String| {
        store.write(&text);
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(move || store.pause(), PAUSE).ok());
        completing.follow();
    };
    let press_key = move |event: KeyboardEvent| {
        if completing.takes(&event) {
            event.prevent_default();
        } else {
            indent_by_key(code, &event);
        }
    };
    let marks =
        Derived::new(move || list.with(|list| list.marks().into_iter().map(beside).collect()));
    view! {
        <div class="editor-writing">
            <CodeField
                code
                label=say(Words::plan_text)
                described_by=KEYS
                text=planner.field_text()
                marks
                on_write=write
                on_key=press_key
                on_leave=move |()| completing.close()
                list=LIST
                active=Signal::derive(move || completing.active())
            >
                <Choices completing />
            </CodeField>
            <p class="hint" id=KEYS>
                {say(Words::editor_keys)}
            </p>
        </div>
    }
}

fn beside(mark: Mark) -> Beside {
    Beside {
        line: mark.line,
        glyph: marks::of_severity(mark.severity),
        tone: mark.severity,
        says: mark.says,
    }
}

/// Tab is left to the browser, so that nobody is caught in the text.
fn indent_by_key(code: Code, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    let is_deeper = match event.key().as_str() {
        "]" => true,
        "[" => false,
        _ => return,
    };
    event.prevent_default();
    let change = indent(&code.text(), code.selected(), is_deeper);
    code.replace(change.range, &change.text, change.selected);
}
