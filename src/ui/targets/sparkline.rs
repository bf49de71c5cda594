//! The small line of a row. Decoration for those who see it; numbers and verdict stand beside it in words.

use leptos::prelude::*;

use crate::view::spark::{HEIGHT, Spark, WIDTH};

/// A small line.
#[component]
pub fn Sparkline(spark: Memo<Spark>) -> impl IntoView {
    let marks = move || {
        spark.with(|spark| {
            let marks = spark.marks.iter().map(|(status, path)| {
                let (tone, path) = (status.name(), path.clone());
                view! { <path class="spark-mark" data-tone=tone d=path /> }
            });
            marks.collect_view()
        })
    };
    view! {
        <svg class="spark" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <path class="spark-written" d=move || spark.with(|spark| spark.written.clone()) />
            <path class="spark-projected" d=move || spark.with(|spark| spark.projected.clone()) />
            <path class="spark-observed" d=move || spark.with(|spark| spark.observed.clone()) />
            {marks}
        </svg>
    }
}
