//! The page as a whole: its language, its look, and files it hands out.

use std::time::Duration;

use gloo_file::{Blob, ObjectUrl};
use leptos::prelude::{Signal, set_timeout};
use leptos_use_preferences::use_preferred_dark;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, HtmlAnchorElement, HtmlElement, HtmlInputElement,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::browser::SeenRows;

/// The languages the user prefers, as tags such as `zh-CN`, best first.
pub fn languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let tags = languages.into_iter().flatten();
    tags.filter_map(|tag| tag.as_string()).collect()
}

/// Whether the user's system is dark, followed.
pub fn prefers_dark() -> Signal<bool> {
    use_preferred_dark()
}

/// Sets an attribute of the root element, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    // Fails only for names that no attribute can have.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Whether something is typed where an event happens: the keys belong to the field then.
pub fn is_typing(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        let written = "textarea, select, input:not([type=range], [type=radio], [type=file])";
        element.matches(written).unwrap_or(false)
    })
}

/// Whether the browser tells that it no longer draws an element, being far out of sight: of the event
/// `contentvisibilityautostatechange`.
pub fn is_skipped(event: &Event) -> bool {
    let skipped = js_sys::Reflect::get(event, &JsValue::from_str("skipped"));
    skipped.is_ok_and(|skipped| skipped.is_truthy())
}

/// Scrolls the element of that id into sight as soon as the page has settled, no further than needed.
pub fn show(id: String) {
    let show = move || {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        if let Some(element) = document().and_then(|document| document.get_element_by_id(&id)) {
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    };
    set_timeout(show, Duration::ZERO);
}

/// Scrolls the element of that id to the middle, as soon as the page has settled, and puts the keyboard into it.
pub fn lead_to(id: String) {
    let lead = move || {
        let element = document().and_then(|document| document.get_element_by_id(&id));
        let Some(element) = element else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        let operated = element.query_selector("input, button").ok().flatten();
        if let Some(field) = operated.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            // Fails only for a field that is not shown.
            let _ = field.focus();
        }
    };
    set_timeout(lead, Duration::ZERO);
}

/// Puts the keyboard into the field of that id, its text selected.
pub fn enter(id: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        // Fails only for a field that is not shown.
        let _ = field.focus();
        field.select();
    }
}

/// Which of its rows of one height a room shows that has been scrolled; `row` selects them in it. None where it has none.
pub fn seen_rows(event: &Event, row: &str) -> Option<SeenRows> {
    let room: Element = event.current_target()?.dyn_into().ok()?;
    let height = room
        .query_selector(row)
        .ok()??
        .get_bounding_client_rect()
        .height();
    (height > 0.0).then(|| SeenRows {
        first: (f64::from(room.scroll_top()) / height) as usize,
        shown: (f64::from(room.client_height()) / height).ceil() as usize,
        height,
    })
}

/// Hands the page to the printer, as the user's system does it.
pub fn print() {
    // Refused only where the page may not open a window.
    let _ = leptos::prelude::window().print();
}

/// The day it is where the user is, as year, month and day.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

/// Loads the page anew.
pub fn reload() {
    // Refused only where the page may not navigate.
    let _ = leptos::prelude::window().location().reload();
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Long enough for the browser to have taken the address.
const TAKEN_AFTER: Duration = Duration::from_mins(1);

/// Hands a text out as a file. Whether and where the user keeps it, the page does not learn.
pub fn download(name: &str, media_type: &str, text: &str) {
    hand_out(name, Blob::new_with_options(text, Some(media_type)));
}

/// Hands a file out.
pub(super) fn hand_out(name: &str, content: Blob) {
    let link = document().and_then(|document| document.create_element("a").ok());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    let address = ObjectUrl::from(content);
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(move || drop(address), TAKEN_AFTER);
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
