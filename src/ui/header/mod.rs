//! The line at the top: the plan that is open, undo and redo, and the tools of the page.

pub mod plans;
mod problems;

use leptos::prelude::*;

use crate::app::keep::Keeping;
use crate::app::session::Theme;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store, use_windows};
use crate::ui::erased::{changing, name, press, text};
use crate::ui::outside;
use crate::ui::widgets::{Glyph, Icon};
use crate::view::Lang;
use plans::Plans;
use problems::Problems;

/// The line at the top.
#[component]
pub fn Header() -> impl IntoView {
    let store = use_store();
    let planner = use_planner();
    let download = move |()| outside::download(&planner.file());
    view! {
        <header class="header">
            <a class="skip" href="#targets">
                {say(Words::skip_to_targets)}
            </a>
            <p class="brand">
                "达标 "
                <span>"Attain"</span>
            </p>
            <Plans />
            <div class="tools">
                <KeepingState />
                <Find />
                <Tool
                    glyph=Glyph::Undo
                    label=say(Words::undo)
                    is_off=Signal::derive(move || !store.can_undo())
                    on_press=move |()| store.undo()
                />
                <Tool
                    glyph=Glyph::Redo
                    label=say(Words::redo)
                    is_off=Signal::derive(move || !store.can_redo())
                    on_press=move |()| store.redo()
                />
                <Problems />
                <Tool glyph=Glyph::Download label=say(Words::download_plan) on_press=download />
                <Language />
                <Appearance />
            </div>
        </header>
    }
}

/// Opens the palette.
#[component]
fn Find() -> impl IntoView {
    let windows = use_windows();
    view! {
        <button
            type="button"
            class="button is-quiet find"
            aria-label=say(Words::find)
            aria-keyshortcuts="Control+K"
            title=say(Words::find_keys)
            on:click=press(move || windows.palette.set(true))
        >
            <Icon glyph=Glyph::Lens />
        </button>
    }
}

/// Whether the work is kept.
#[component]
fn KeepingState() -> impl IntoView {
    let store = use_store();
    let tone = name(move || {
        if store.keeping() == Keeping::Failed {
            "missed"
        } else {
            "none"
        }
    });
    let says = text(move || {
        let words = store.words();
        match store.keeping() {
            Keeping::Saved => words.saved(),
            Keeping::Pending => words.saving(),
            Keeping::Failed => words.not_saved(),
        }
        .to_owned()
    });
    view! {
        <span class="keeping" data-tone=tone>
            {says}
        </span>
    }
}

/// A button with an icon and no word in sight.
#[component]
fn Tool(
    #[prop(into)] glyph: Signal<Glyph>,
    label: Signal<String>,
    #[prop(optional, into)] is_off: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button is-quiet"
            aria-label=label
            title=label
            disabled=is_off
            on:click=press(move || on_press.run(()))
        >
            {changing(move || view! { <Icon glyph=glyph.get() /> }.into_any())}
        </button>
    }
}

#[component]
fn Language() -> impl IntoView {
    let store = use_store();
    let other = move || match store.lang() {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let code = name(move || match other() {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    });
    let says = name(move || match other() {
        Lang::Zh => "中文",
        Lang::En => "EN",
    });
    view! {
        <button
            type="button"
            class="button is-quiet"
            lang=code
            title=say(Words::switch_language)
            on:click=press(move || store.choose_lang(other()))
        >
            {says}
        </button>
    }
}

/// System, light, dark, and round again.
#[component]
fn Appearance() -> impl IntoView {
    let store = use_store();
    let glyph = move || match store.theme() {
        None => Glyph::Contrast,
        Some(Theme::Light) => Glyph::Sun,
        Some(Theme::Dark) => Glyph::Moon,
    };
    let label = text(move || {
        let words = store.words();
        match store.theme() {
            None => words.theme_system(),
            Some(Theme::Light) => words.theme_light(),
            Some(Theme::Dark) => words.theme_dark(),
        }
        .to_owned()
    });
    let next = move |()| {
        store.choose_theme(match store.theme() {
            None => Some(Theme::Light),
            Some(Theme::Light) => Some(Theme::Dark),
            Some(Theme::Dark) => None,
        });
    };
    view! { <Tool glyph=Signal::derive(glyph) label on_press=next /> }
}
