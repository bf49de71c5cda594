//! Parts of the page that are loaded when they are first shown, so that a first visit loads what it shows.
//!
//! A production build cuts the program at every `parts!` (see `xtask/src/parts.rs`); in every other build the parts are
//! in place. A part may use whatever the rest of the page uses. What only parts use goes with them, so nothing outside
//! should name what is in one.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::text::words::Words;

use super::context::say;
use super::erased::{changing, press};

/// What makes the view of a part from what it is given.
pub type View<A> = fn(A) -> AnyView;

/// A part that comes.
pub type Coming<A> = Pin<Box<dyn Future<Output = Result<View<A>, Missing>>>>;

/// Loads a part; once it is there, at once.
pub type Part<A> = fn() -> Coming<A>;

/// A part could not be loaded: there is no connection, or the page has been replaced by another version.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

#[cfg(split)]
impl From<leptos::wasm_split::SplitLoaderError> for Missing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares parts: their file, and for each its name, what it is given, and its view.
macro_rules! parts {
    ($file:ident: $($name:ident($given:ident: $type:ty) $view:block)+) => { $(
        pub(in crate::ui) fn $name() -> $crate::ui::part::Coming<$type> {
            fn view($given: $type) -> AnyView {
                $view.into_any()
            }
            #[cfg_attr(
                split,
                leptos::wasm_split::wasm_split($file, wasm_split_path = leptos::wasm_split, fallible)
            )]
            fn $name() -> Result<$crate::ui::part::View<$type>, $crate::ui::part::Missing> {
                Ok(view)
            }
            Box::pin($crate::ui::part::when_there($name()))
        }
    )+ };
}
pub(super) use parts;

/// What the splitter makes of a part's function is a future already.
#[cfg(split)]
pub fn when_there<F: Future>(loading: F) -> F {
    loading
}

/// A part that is in place.
#[cfg(not(split))]
pub fn when_there<T>(part: T) -> std::future::Ready<T> {
    std::future::ready(part)
}

/// Shows a part as soon as it is there. Until then says that it is coming.
pub fn shown<A: Clone + Send + Sync + 'static>(part: Part<A>, given: A) -> AnyView {
    let coming = || {
        view! {
            <p class="empty" role="status">
                {say(Words::loading_part)}
            </p>
        }
        .into_any()
    };
    shown_after(coming, part, given)
}

/// Shows a part that completes what is there already.
pub fn added<A: Clone + Send + Sync + 'static>(part: Part<A>, given: A) -> AnyView {
    shown_after(|| ().into_any(), part, given)
}

fn shown_after<A: Clone + Send + Sync + 'static>(
    coming: fn() -> AnyView,
    part: Part<A>,
    given: A,
) -> AnyView {
    let arrived = RwSignal::new(None);
    let load = move || {
        spawn_local(async move {
            // Who has left meanwhile does not see it.
            let _ = arrived.try_set(Some(part().await));
        });
    };
    load();
    changing(move || match arrived.get() {
        None => coming(),
        Some(Ok(view)) => view(given.clone()),
        Some(Err(Missing)) => view! {
            <div class="empty" role="alert">
                <p>{say(Words::part_missing)}</p>
                <button type="button" class="button" on:click=press(load)>
                    {say(Words::retry)}
                </button>
            </div>
        }
        .into_any(),
    })
}

/// Loads a part ahead of its use, once the page has had time for what it shows.
pub fn expect<A: 'static>(part: Part<A>) {
    const AFTER: Duration = Duration::from_secs(2);
    set_timeout(
        // Where it fails, it is loaded when it is shown.
        move || {
            spawn_local(async move {
                let _ = part().await;
            });
        },
        AFTER,
    );
}
