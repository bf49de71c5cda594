//! What reaches outside: the page takes language and look, plans come in and go out, work is kept. The effects here only
//! touch the page; nothing in the store follows from them.

mod address;
mod charts;
mod keeping;
mod plans;

use leptos::ev;
use leptos::prelude::*;

use crate::app::keep;
use crate::app::session::Theme;
use crate::app::store::{Opening, Store};
use crate::browser::local_storage::LocalStorage;
use crate::browser::page;
use crate::ui::erased::effect;
use crate::view::Lang;

pub use crate::browser::page::{enter, is_skipped, lead_to, print, reload, seen_rows, show, today};
pub use charts::{ChartFile, download_chart};
pub use keeping::{download_found, forget_found};
pub use plans::{PLAN_FILES, download, fetch, open_file, open_text, shelf};

/// A store with what was kept, in the language of the browser.
pub fn store() -> Store {
    let storage = LocalStorage::open().map_err(keep::refusal);
    let (mut kept, notice) = match &storage {
        Ok(storage) => keep::restore(storage),
        Err(notice) => (keep::Kept::default(), Some(notice.clone())),
    };
    if let Some(plan) = address::first().and_then(|link| link.plan) {
        kept.begin_with(&plan);
    }
    let store = Store::new(kept, preferred_language());
    if let Some(notice) = notice {
        store.tell(notice);
    }
    if let Ok(storage) = storage {
        keeping::connect(store, storage);
    }
    store
}

fn preferred_language() -> Lang {
    let tags: Vec<String> = page::languages()
        .iter()
        .map(|tag| tag.to_lowercase())
        .collect();
    let known = tags.iter().find_map(|tag| match tag.get(..2) {
        Some("zh") => Some(Lang::Zh),
        Some("en") => Some(Lang::En),
        _ => None,
    });
    // Somebody who prefers another language is likelier to read English.
    let other = if tags.is_empty() { Lang::Zh } else { Lang::En };
    known.unwrap_or(other)
}

/// Connects the store with the page.
pub fn connect(store: Store) {
    effect(move || {
        let tag = match store.lang() {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        };
        page::set_root_attribute("lang", Some(tag));
    });
    effect(move || {
        let theme = store.theme().map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        });
        page::set_root_attribute("data-theme", theme);
    });
    if let Opening::Loading(plan) = store.opening_untracked() {
        fetch(store, plan);
    }
    plans::connect(store);
    address::connect(store, address::first());
    undo_by_keys(store);
}

/// Whether the page is dark: as chosen, else as the system.
pub fn is_dark(store: Store) -> Signal<bool> {
    let system = page::prefers_dark();
    Signal::derive(move || {
        store
            .theme()
            .map_or_else(|| system.get(), |theme| theme == Theme::Dark)
    })
}

/// Undo and redo by the keys everybody knows. Where a text is typed, they are the field's own.
fn undo_by_keys(store: Store) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if !is_command(&event) || page::is_typing(&event) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => store.undo(),
            ("z", true) | ("y", false) => store.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}

/// Does something on Ctrl or the command key and another.
pub fn on_command(key: &'static str, act: impl Fn() + 'static) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_command(&event) && event.key() == key {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || keys.remove());
}

fn is_command(event: &ev::KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.alt_key()
}
