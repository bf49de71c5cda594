//! The small line of a row. Decoration for those who see it; numbers and verdict stand beside it in words.

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::ui::erased::text;
use crate::view::spark::{HEIGHT, Spark, WIDTH};
use crate::view::status::Status;

/// A small line.
#[component]
pub fn Sparkline(spark: Derived<Spark>) -> impl IntoView {
    let line =
        move |read: fn(&Spark) -> &str| text(move || spark.with(|spark| read(spark).to_owned()));
    // One path for all marks of a status, so that a moved mark moves and is not made anew.
    let marks = |status: Status| {
        let d = text(move || spark.with(|spark| spark.marks_of(status)));
        view! { <path class="spark-mark" data-tone=status.name() d=d /> }.into_any()
    };
    view! {
        <svg class="spark" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <path class="spark-written" d=line(|spark| &spark.written) />
            <path class="spark-projected" d=line(|spark| &spark.projected) />
            <path class="spark-observed" d=line(|spark| &spark.observed) />
            {Vec::from(Status::COUNTED.map(marks))}
        </svg>
    }
}
