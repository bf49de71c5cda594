//! The browser's local storage as a store of texts.

use leptos::ev;
use leptos::prelude::{on_cleanup, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::{KeyValue, StoreError};

/// The browser's local storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalStorage(());

impl LocalStorage {
    /// The storage, unless the browser does not let the page use it.
    pub fn open() -> Result<Self, StoreError> {
        storage().map(|_| Self(()))
    }

    /// Calls back with the new text (or none) whenever another tab writes under a key, until the current owner is
    /// disposed of.
    pub fn on_change_elsewhere(key: &'static str, changed: impl Fn(Option<String>) + 'static) {
        let listener = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(key) {
                changed(event.new_value());
            }
        });
        on_cleanup(move || listener.remove());
    }
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(refusal)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(refusal)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(refusal)
    }
}

/// The library panics where storage is blocked, which can happen at any time; so it is asked for first.
fn storage() -> Result<web_sys::Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Unavailable)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(<gloo_storage::LocalStorage as gloo_storage::Storage>::raw()),
        Ok(None) | Err(_) => Err(StoreError::Unavailable),
    }
}

/// Firefox has a name of its own for a full storage.
fn refusal(error: JsValue) -> StoreError {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Unavailable,
    }
}
