//! The part of the page's address behind `#`: which view is open. No server sees it, and it works for a page opened from
//! disk.

use leptos::ev;
use leptos::prelude::{on_cleanup, window_event_listener};

/// The text behind `#`, without it; empty if there is none.
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.map_or_else(String::new, |hash| hash.trim_start_matches('#').to_owned())
}

/// Goes to a hash; the way back leads to the one before.
pub fn go_to(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only where the page may not navigate; the view itself has changed already.
        let _ = window.location().set_hash(hash);
    }
}

/// Puts a hash in place of the one that is there, without a way back.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&format!("#{hash}"));
    }
}

/// Calls back whenever the hash has changed, until the current owner is disposed of.
pub fn on_change(changed: impl Fn(String) + 'static) {
    let listener = window_event_listener(ev::hashchange, move |_| changed(hash()));
    on_cleanup(move || listener.remove());
}
