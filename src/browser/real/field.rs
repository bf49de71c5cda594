//! Fields in which a text is written, counted in units of UTF-16.

use std::ops::Range;

use leptos::html::Textarea;
use leptos::prelude::{GetUntracked, NodeRef};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// What is selected; the place of the caret, twice, if nothing is.
pub fn selected(field: NodeRef<Textarea>) -> Range<u32> {
    let field = field.get_untracked();
    let place = |of: fn(&HtmlTextAreaElement) -> Option<u32>| field.as_ref().and_then(of);
    let start = place(|field| field.selection_start().ok().flatten());
    let end = place(|field| field.selection_end().ok().flatten());
    start.unwrap_or_default()..end.unwrap_or_default()
}

/// Goes to a place: it is selected, in sight, and has the focus. `share` says how far down the text it is.
pub fn go_to(field: NodeRef<Textarea>, range: Range<u32>, share: f64) {
    let Some(field) = field.get_untracked() else {
        return;
    };
    // Neither fails for a field of text; and whoever has the focus already scrolls nothing into sight by it.
    let _ = field.blur();
    let _ = field.set_selection_range(range.start, range.end);
    let _ = field.focus();
    let top = share * f64::from(field.scroll_height()) - f64::from(field.client_height()) / 3.0;
    field.set_scroll_top(top.max(0.0) as i32);
}

/// Replaces a stretch as if it were typed, so that the field's own undo takes it back.
pub fn replace(field: NodeRef<Textarea>, range: Range<u32>, text: &str, selected: Range<u32>) {
    let Some(field) = field.get_untracked() else {
        return;
    };
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok())
    else {
        return;
    };
    // None of these fails for a field of text.
    let _ = field.focus();
    let _ = field.set_selection_range(range.start, range.end);
    let command = if text.is_empty() {
        "delete"
    } else {
        "insertText"
    };
    let _ = document.exec_command_with_show_ui_and_value(command, false, text);
    let _ = field.set_selection_range(selected.start, selected.end);
}
