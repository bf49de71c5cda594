//! What is done by keys from anywhere: the palette, the sheet that tells the keys, and the keys themselves.

mod keys;
mod palette;

use leptos::prelude::*;

use crate::text::words::Words;

use super::context::{say, use_windows};
use super::outside;
use super::part::{parts, shown};
use super::widgets::Dialog;
use keys::Keys;
use palette::Palette;

parts! {
    pages:
    palette_part(_given: ()) { view! { <Palette /> } }
    keys_part(_given: ()) { view! { <Keys /> } }
}

/// Both windows, closed until their keys are pressed.
#[component]
pub fn Commands() -> impl IntoView {
    let windows = use_windows();
    outside::on_command("k", move || windows.palette.update(|open| *open = !*open));
    outside::on_command("/", move || windows.keys.update(|open| *open = !*open));
    view! {
        <Dialog
            open=windows.palette
            title=say(Words::find)
            close_label=say(Words::close)
            on_close=move |()| windows.palette.set(false)
        >
            {shown(palette_part, ())}
        </Dialog>
        <Dialog
            open=windows.keys
            title=say(Words::keys)
            close_label=say(Words::close)
            on_close=move |()| windows.keys.set(false)
        >
            {shown(keys_part, ())}
        </Dialog>
    }
}
