//! The small line of a row. Decoration for those who see it; numbers and verdict stand beside it in words.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::ui::erased::{each, text};
use crate::view::spark::{HEIGHT, Spark, WIDTH};
use crate::view::status::Status;

/// A small line.
#[component]
pub fn Sparkline(spark: Derived<Spark>) -> impl IntoView {
    let line =
        move |read: fn(&Spark) -> &str| text(move || spark.with(|spark| read(spark).to_owned()));
    let mark = |(status, path): (Status, String)| {
        view! { <path class="spark-mark" data-tone=status.name() d=path /> }.into_any()
    };
    view! {
        <svg class="spark" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <path class="spark-written" d=line(|spark| &spark.written) />
            <path class="spark-projected" d=line(|spark| &spark.projected) />
            <path class="spark-observed" d=line(|spark| &spark.observed) />
            {each(move || spark.with(|spark| spark.marks.clone()), mark)}
        </svg>
    }
}
