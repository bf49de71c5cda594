//! A chart on a canvas. It follows its data, its room, the screen's density and the theme, and is drawn at most once a
//! frame. What it shows has to stand beside it in words: a canvas says nothing to a screen reader.

use leptos::html;
use leptos::prelude::*;

use crate::browser::canvas;
use crate::browser::frame::Frame;
pub use crate::charts::Plot;
use crate::charts::{LineChart, Palette};
use crate::ui::erased::effect;
use crate::view::chart_spec::ChartSpec;

/// A line chart over the whole of its parent.
#[component]
pub fn ChartCanvas(
    #[prop(into)] spec: Signal<ChartSpec>,
    #[prop(into)] is_dark: Signal<bool>,
    /// Hears where the chart stands after it was drawn.
    #[prop(into)]
    on_draw: Callback<Option<Plot>>,
) -> impl IntoView {
    let node = NodeRef::<html::Canvas>::new();
    let room = canvas::room(node);
    let frame = Frame::of_component();
    effect(move || {
        let (Some(canvas), Some(room)) = (node.get(), room.get()) else {
            return;
        };
        spec.track();
        is_dark.track();
        frame.request(move || {
            let palette = if is_dark.get_untracked() {
                Palette::DARK
            } else {
                Palette::LIGHT
            };
            let plot = spec.with_untracked(|spec| {
                let palette = &palette;
                canvas::draw(&canvas, room, &LineChart { spec, palette })
            });
            on_draw.run(plot);
        });
    });
    view! { <canvas class="chart-canvas" node_ref=node aria-hidden="true"></canvas> }
}
