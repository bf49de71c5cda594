//! A window over the page that has to be put away. The browser keeps the focus in it and closes it on Escape.

use leptos::html;
use leptos::prelude::*;

use crate::ui::erased::{effect, press, when};

use super::icon::{Glyph, Icon};

/// A dialog, open while `open` holds.
#[component]
pub fn Dialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] close_label: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // Fails only for a dialog outside the page.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-label=title on:close=move |_| on_close.run(())>
            <div class="dialog-head">
                <h2>{title}</h2>
                <button type="button" class="button is-quiet" aria-label=close_label on:click=press(move || on_close.run(()))>
                    <Icon glyph=Glyph::Cross />
                </button>
            </div>
            {when(move || open.get(), move || children())}
        </dialog>
    }
}
