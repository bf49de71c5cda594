//! The line at the top: the plan that is open, undo and redo, and the tools of the page.

mod plans;
mod problems;

use leptos::prelude::*;

use crate::app::keep::Keeping;
use crate::app::session::Theme;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::outside;
use crate::ui::widgets::{Glyph, Icon};
use crate::view::Lang;
use plans::Plans;
use problems::Problems;

/// The line at the top.
#[component]
pub fn Header() -> impl IntoView {
    let store = use_store();
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
                <Tool
                    glyph=Glyph::Undo
                    name=say(Words::undo)
                    is_off=Signal::derive(move || !store.can_undo())
                    on_press=move |()| store.undo()
                />
                <Tool
                    glyph=Glyph::Redo
                    name=say(Words::redo)
                    is_off=Signal::derive(move || !store.can_redo())
                    on_press=move |()| store.redo()
                />
                <Problems />
                <Download />
                <Language />
                <Appearance />
            </div>
        </header>
    }
}

/// Whether the work is kept.
#[component]
fn KeepingState() -> impl IntoView {
    let store = use_store();
    let is_failed = move || store.keeping() == Keeping::Failed;
    let text = move || {
        let words = store.words();
        match store.keeping() {
            Keeping::Saved => words.saved(),
            Keeping::Pending => words.saving(),
            Keeping::Failed => words.not_saved(),
        }
    };
    view! {
        <span class="keeping" data-tone=move || is_failed().then_some("missed")>
            {text}
        </span>
    }
}

/// A button with an icon and no word in sight.
#[component]
fn Tool(
    #[prop(into)] glyph: Signal<Glyph>,
    name: Signal<String>,
    #[prop(optional, into)] is_off: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button is-quiet"
            aria-label=name
            title=name
            disabled=is_off
            on:click=move |_| on_press.run(())
        >
            <Icon glyph />
        </button>
    }
}

/// Hands the plan out as a file, with what is moved as its scenario.
#[component]
fn Download() -> impl IntoView {
    let planner = use_planner();
    view! {
        <Tool glyph=Glyph::Download name=say(Words::download_plan) on_press=move |()| outside::download(&planner.file()) />
    }
}

#[component]
fn Language() -> impl IntoView {
    let store = use_store();
    let other = move || match store.lang() {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let code = move || match other() {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    view! {
        <button
            type="button"
            class="button is-quiet"
            lang=code
            title=say(Words::switch_language)
            on:click=move |_| store.choose_lang(other())
        >
            {move || if other() == Lang::Zh { "中文" } else { "EN" }}
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
    let name = move || {
        let words = store.words();
        match store.theme() {
            None => words.theme_system(),
            Some(Theme::Light) => words.theme_light(),
            Some(Theme::Dark) => words.theme_dark(),
        }
        .to_owned()
    };
    let next = move |()| {
        store.choose_theme(match store.theme() {
            None => Some(Theme::Light),
            Some(Theme::Light) => Some(Theme::Dark),
            Some(Theme::Dark) => None,
        });
    };
    view! { <Tool glyph=Signal::derive(glyph) name=Signal::derive(name) on_press=next /> }
}
