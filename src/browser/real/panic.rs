//! The last words of the program. After a panic nothing of it may run again, so everything is done at once: the page says
//! what happened, and the saved work hangs on it as a file that the browser alone can hand out.

use std::panic::{PanicHookInfo, set_hook};

use gloo_file::{Blob, ObjectUrl};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlAnchorElement};

use crate::browser::Rescue;

/// Says on the page and the console when the program has stopped, and offers what `rescue` finds as a file.
pub fn install(rescue: fn() -> Option<Rescue>) {
    set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            reveal(&document, info);
            offer(&document, rescue());
        }
    }));
}

fn reveal(document: &Document, info: &PanicHookInfo<'_>) {
    if let Some(detail) = document.get_element_by_id("crash-detail") {
        detail.set_text_content(Some(&info.to_string()));
    }
    if let Some(region) = document.get_element_by_id("crash") {
        let _ = region.remove_attribute("hidden");
    }
}

fn offer(document: &Document, rescue: Option<Rescue>) {
    let link = document.get_element_by_id("crash-download");
    let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Some(rescue)) = (link, rescue) else {
        return;
    };
    let address = ObjectUrl::from(Blob::new_with_options(
        rescue.text.as_str(),
        Some("application/json"),
    ));
    link.set_href(&address);
    link.set_download(rescue.name);
    link.set_hidden(false);
    // The address lives as long as the page.
    std::mem::forget(address);
}
