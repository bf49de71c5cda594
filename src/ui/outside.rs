//! What reaches outside: plans are fetched, files are opened and handed out, the page takes language and look. The effects
//! here only touch the page; nothing in the store follows from them.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::file::PlanFile;
use crate::app::session::{PlanRef, Session, Theme};
use crate::app::store::{Opening, Store};
use crate::browser::{fetch, file, page};
use crate::view::Lang;
use crate::view::shelf::{self, Shelf};

/// A store with what was kept, in the language of the browser.
pub fn store() -> Store {
    let prefers_chinese = |tag: &String| tag.to_ascii_lowercase().starts_with("zh");
    let prefers_english = |tag: &String| tag.to_ascii_lowercase().starts_with("en");
    let tags = page::languages();
    let first = tags
        .iter()
        .find(|tag| prefers_chinese(tag) || prefers_english(tag));
    let lang = match first {
        Some(tag) if prefers_english(tag) => Lang::En,
        Some(_) => Lang::Zh,
        // Somebody who reads neither is likelier to read English, once the browser says anything at all.
        None if tags.is_empty() => Lang::Zh,
        None => Lang::En,
    };
    Store::new(Session::default(), lang)
}

/// Connects the store with the page.
pub fn connect(store: Store) {
    Effect::new(move |_| {
        page::set_root_attribute(
            "lang",
            Some(match store.lang() {
                Lang::Zh => "zh-CN",
                Lang::En => "en",
            }),
        );
    });
    Effect::new(move |_| {
        page::set_root_attribute(
            "data-theme",
            store.theme().map(|theme| match theme {
                Theme::Light => "light",
                Theme::Dark => "dark",
            }),
        );
    });
    if let Opening::Loading(plan) = store.opening() {
        fetch(store, plan);
    }
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        match (
            is_command,
            event.key().to_ascii_lowercase().as_str(),
            event.shift_key(),
        ) {
            (true, "z", false) => store.undo(),
            (true, "z", true) | (true, "y", false) => store.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
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

/// Fetches a plan and opens it.
pub fn fetch(store: Store, plan: PlanRef) {
    match plan {
        PlanRef::Own(text) => store.open(PlanRef::Own(text.clone()), &text),
        PlanRef::Shipped(id) => {
            let plan = PlanRef::Shipped(id.clone());
            store.expect(plan.clone());
            spawn_local(async move {
                let text = fetch::text(&format!("plans/{id}.json")).await;
                // Another plan may have been asked for in the meantime.
                let is_wanted = store.opening_untracked() == Opening::Loading(plan.clone());
                match text {
                    _ if !is_wanted => {}
                    Ok(text) => store.open(plan, &text),
                    Err(_) => store.fail(plan),
                }
            });
        }
    }
}

/// The plans that come with the product: their list, when it has come.
pub fn shelf() -> ReadSignal<Shelf> {
    let (shelf, set) = signal(Shelf::Coming);
    spawn_local(async move {
        let text = fetch::text("plans/index.json").await.ok();
        let plans = text.and_then(|text| shelf::parse(&text));
        set.set(plans.map_or(Shelf::Missing, Shelf::Here));
    });
    shelf
}

/// Opens a text the user has typed or pasted.
pub fn open_text(store: Store, text: &str) {
    store.open(PlanRef::Own(text.into()), text);
}

/// Opens a file of the user.
pub fn open_file(store: Store, file: file::Unread) {
    spawn_local(async move {
        match file.read().await {
            Ok(file) => open_text(store, &file.text),
            Err(_) => store.fail(store.plan_ref_untracked()),
        }
    });
}

/// Hands a plan out as a file.
pub fn download(file: &PlanFile) {
    page::download(&file.name, "application/json", &file.text);
}
