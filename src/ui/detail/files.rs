//! The chart as a file: a picture for a report, with title, key and source in it.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{press, when};
use crate::ui::outside::{self, ChartFile};
use crate::ui::widgets::Choice;
use crate::view::chart_spec::ChartSpec;

/// The kinds of file, and the ground to draw on where the page is dark.
#[component]
pub fn ChartFiles(spec: Derived<ChartSpec>) -> impl IntoView {
    let planner = use_planner();
    let is_dark = outside::is_dark(planner.store);
    let on_page_ground = RwSignal::new(false);
    let ground = move || view! { <Ground on_page_ground /> }.into_any();
    let file = move |kind: ChartFile, word: fn(Words) -> &'static str| {
        let download = move || {
            let is_dark = is_dark.get_untracked() && on_page_ground.get_untracked();
            spec.with_untracked(|spec| {
                if let Some((stem, sheet)) = planner.chart_sheet(spec) {
                    outside::download_chart(kind, &stem, &sheet, spec, is_dark);
                }
            });
        };
        view! {
            <button type="button" class="button" on:click=press(download)>
                {say(word)}
            </button>
        }
    };
    view! {
        <div class="chart-files">
            {file(ChartFile::Png, Words::as_png)} {file(ChartFile::Svg, Words::as_svg)}
            {when(move || is_dark.get(), ground)}
        </div>
    }
}

/// White, as for paper, or as on the page.
#[component]
fn Ground(on_page_ground: RwSignal<bool>) -> impl IntoView {
    let store = use_planner().store;
    let options = move || {
        let words = store.words();
        vec![
            words.white_ground().to_owned(),
            words.page_ground().to_owned(),
        ]
    };
    view! {
        <Choice
            legend=say(Words::chart_ground)
            name="chart-ground"
            options=Signal::derive(options)
            chosen=Signal::derive(move || Some(usize::from(on_page_ground.get())))
            on_choose=move |position: usize| on_page_ground.set(position == 1)
        />
    }
}
