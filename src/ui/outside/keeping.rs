//! Work is kept a moment after it has changed, and at the latest when the page is left.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::keep::{self, Keeping, Notice};
use crate::app::store::Store;
use crate::browser::local_storage::LocalStorage;
use crate::browser::page;
use crate::storage::SESSION;

/// Longer than between two moves of a slider that is held, shorter than it takes to close a page.
const PAUSE: Duration = Duration::from_millis(300);

/// Keeps the work of a store.
pub fn connect(store: Store, storage: LocalStorage) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let keep = move || {
        waiting.set_value(None);
        match untrack(|| keep::keep(&storage, &store.kept())) {
            Ok(()) => store.set_keeping(Keeping::Saved),
            Err(notice) => store.tell(notice),
        }
    };
    Effect::new(move |is_first: Option<bool>| {
        store.track_kept();
        if is_first.is_some() {
            if let Some(handle) = waiting.get_value() {
                handle.clear();
            }
            store.set_keeping(Keeping::Pending);
            waiting.set_value(set_timeout_with_handle(keep, PAUSE).ok());
        }
        false
    });
    let leave = window_event_listener(ev::Custom::<ev::Event>::new("pagehide"), move |_| {
        if let Some(handle) = waiting.get_value() {
            handle.clear();
            keep();
        }
    });
    LocalStorage::on_change_elsewhere(SESSION, move |_| store.tell(Notice::Elsewhere));
    on_cleanup(move || leave.remove());
}

/// Drops what was found in storage and could not be read.
pub fn forget_found(store: Store) {
    let forgotten = LocalStorage::open().map_err(keep::refusal);
    if let Err(notice) = forgotten.and_then(|storage| keep::forget_found(&storage)) {
        store.tell(notice);
    }
}

/// Hands out what was found in storage and could not be used.
pub fn download_found(text: &str) {
    page::download("attain-saved.json", "application/json", text);
}
