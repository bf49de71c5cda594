//! The page as a whole: its language, its look, and files it hands out.

use std::time::Duration;

use gloo_file::{Blob, ObjectUrl};
use leptos::prelude::{Signal, set_timeout};
use leptos_use_preferences::use_preferred_dark;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlAnchorElement};

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
