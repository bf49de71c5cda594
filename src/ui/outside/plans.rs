//! Plans come in, by address, file, drop or paste, and go out as files.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::file::PlanFile;
use crate::app::opened::{Cause, Refused};
use crate::app::session::PlanRef;
use crate::app::store::{Opening, Store};
use crate::browser::{MAX_FILE_BYTES, Unavailable, fetch as network, file, page};
use crate::text::problems::NoText;
use crate::view::shelf::{self, Shelf};

/// Which files are offered to be opened, as for `<input accept>`.
pub const PLAN_FILES: &str = ".json,application/json";

/// Fetches a plan and opens it.
pub fn fetch(store: Store, plan: PlanRef) {
    match plan {
        PlanRef::Own(text) => {
            let is_open = store.open(PlanRef::Own(text.clone()), &text);
            // Kept work whose plan cannot be read any more: begin with a plan that can.
            if !is_open && !untrack(|| store.has_plan()) {
                fetch(store, PlanRef::default());
            }
        }
        PlanRef::Shipped(id) => {
            let plan = PlanRef::Shipped(id.clone());
            store.expect(plan.clone());
            spawn_local(async move {
                let text = network::text(&format!("plans/{id}.json")).await;
                // Another plan may have been asked for in the meantime.
                let is_wanted = store.opening_untracked() == Opening::Loading(plan.clone());
                match text {
                    _ if !is_wanted => {}
                    Ok(text) => {
                        store.open(plan, &text);
                    }
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
        let text = network::text("plans/index.json").await.ok();
        let plans = text.and_then(|text| shelf::parse(&text));
        set.set(plans.map_or(Shelf::Missing, Shelf::Here));
    });
    shelf
}

/// Opens a text the user has typed or pasted.
pub fn open_text(store: Store, text: &str) {
    store.bring(None, text);
}

/// Opens a file of the user.
pub fn open_file(store: Store, file: file::Unread) {
    let name = file.name();
    spawn_local(async move {
        match file.read().await {
            Ok(text) => store.bring(Some(name), &text),
            Err(error) => store.refuse(Refused {
                name: Some(name),
                cause: Cause::NoText(no_text(error)),
            }),
        }
    });
}

fn no_text(error: Unavailable) -> NoText {
    match error {
        Unavailable::TooLarge { bytes } => NoText::TooLarge {
            bytes: bytes as usize,
            limit: MAX_FILE_BYTES as usize,
        },
        Unavailable::NotText => NoText::NotUtf8,
        Unavailable::Unreadable | Unavailable::Unreachable => NoText::Unreadable,
    }
}

/// Opens what is dropped on the page or pasted into it. The store learns when something is dragged over the page.
pub fn connect(store: Store) {
    let over = window_event_listener(ev::dragover, move |event| {
        if file::is_dragged(&event) {
            event.prevent_default();
            store.set_dragging(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        // Leaving one element for another inside the page has a related target.
        if event.related_target().is_none() {
            store.set_dragging(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        store.set_dragging(false);
        if let Some(file) = file::dropped(&event) {
            event.prevent_default();
            open_file(store, file);
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        let text = file::pasted(&event).filter(|text| text.trim_start().starts_with('{'));
        if let Some(text) = text.filter(|_| !page::is_typing(&event)) {
            event.prevent_default();
            open_text(store, &text);
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
        paste.remove();
    });
}

/// Hands a plan out as a file.
pub fn download(file: &PlanFile) {
    page::download(&file.name, "application/json", &file.text);
}
