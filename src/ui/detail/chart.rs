//! The course of the target over the years, large: pointed at or stepped through, it reads its years out.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{flag, keyed, left, press, text};
use crate::ui::outside;
use crate::ui::part::shown;
use crate::ui::widgets::{ChartCanvas, Disclosure, Plot};
use crate::view::Year;
use crate::view::chart_line::Line;
use crate::view::chart_spec::ChartSpec;
use crate::view::year_table::YearRow;

use super::files_part;
use super::likely::FanPlace;

/// The chart with its key and the figures of the year looked at.
#[component]
pub fn Chart(fan: FanPlace) -> impl IntoView {
    let planner = use_planner();
    let course = planner.chart();
    let store = planner.store;
    let spec = Derived::new(move || {
        let fan = fan.get().and_then(Derived::get);
        course.with(|course| match &fan {
            Some(fan) => course.with_fan(fan, store.lang()),
            None => course.clone(),
        })
    });
    let drawn =
        Derived::new(move || spec.with(|spec| spec.without(&store.hidden_lines(), store.lang())));
    let plot = RwSignal::new(None::<Plot>);
    let pointed = RwSignal::new(None::<Year>);
    let year = Derived::new(move || {
        let is_shown = |year: &Year| spec.with(|spec| spec.years.contains(year));
        pointed
            .get()
            .filter(is_shown)
            .filter(|_| plot.with(Option::is_some))
    });
    let point = move |event: PointerEvent| {
        let x = f64::from(event.offset_x());
        pointed.set(plot.with_untracked(|plot| plot.as_ref().map(|plot| plot.year_at(x))));
    };
    let place = move || {
        let x = plot.with(|plot| Some(plot.as_ref()?.x_of(year.get()?)));
        x.map(|x| format!("{x:.1}px"))
    };
    view! {
        <figure class="detail-chart">
            <div class="chart" on:pointermove=point on:pointerdown=point on:pointerleave=move |_| pointed.set(None)>
                <ChartCanvas spec=drawn is_dark=outside::is_dark(store) on_draw=move |place| plot.set(place) />
                <span class="chart-line" class:is-away=flag(move || place().is_none()) style:--x=text(move || place().unwrap_or_default())></span>
                <Steps spec pointed />
            </div>
            <figcaption class="chart-caption">
                <Key spec />
                <ReadOut year />
            </figcaption>
            <Disclosure summary=say(Words::download_chart)>{shown(files_part, drawn)}</Disclosure>
        </figure>
    }
}

/// The way through the years without a pointer: a slider that is seen only by its focus.
#[component]
fn Steps(spec: Derived<ChartSpec>, pointed: RwSignal<Option<Year>>) -> impl IntoView {
    let first = Derived::new(move || spec.with(|spec| *spec.years.start()));
    let last = Derived::new(move || spec.with(|spec| *spec.years.end()));
    let shown = move || pointed.get().unwrap_or_else(|| last.get());
    let rows = use_planner().year_table();
    let words = use_planner().store;
    let spoken = move || {
        rows.with(|rows| read_out(rows, shown(), words.words()))
            .unwrap_or_default()
    };
    view! {
        <input
            type="range"
            class="unseen chart-steps"
            aria-label=say(Words::chart_help)
            aria-valuetext=text(spoken)
            min=text(move || first.get().to_string())
            max=text(move || last.get().to_string())
            step="1"
            prop:value=text(move || shown().to_string())
            on:focus=move |_| pointed.set(Some(shown()))
            on:input=move |event| pointed.set(event_target_value(&event).parse().ok())
            on:blur=left(move || pointed.set(None))
        />
    }
}

/// What the lines are, each with a button that puts it away.
#[component]
fn Key(spec: Derived<ChartSpec>) -> impl IntoView {
    let lines = Derived::new(move || {
        let lines = spec.with(ChartSpec::lines);
        lines.into_iter().map(|line| line as u32).collect()
    });
    let entry = |position| view! { <Entry line=Line::ALL[position as usize] /> }.into_any();
    view! {
        <ul class="chart-key" aria-label=say(Words::chart_lines)>
            {keyed(lines, entry)}
        </ul>
    }
}

#[component]
fn Entry(line: Line) -> impl IntoView {
    let store = use_planner().store;
    let is_shown = move || !store.hidden_lines().contains(&line);
    view! {
        <li>
            <button
                type="button"
                class="chart-entry"
                data-line=line.name()
                aria-pressed=text(move || is_shown().to_string())
                on:click=press(move || store.toggle_line(line))
            >
                {text(move || line.word(store.words()).to_owned())}
            </button>
        </li>
    }
}

/// The figures of the year looked at. The slider says them to screen readers.
#[component]
fn ReadOut(year: Derived<Option<Year>>) -> impl IntoView {
    let planner = use_planner();
    let rows = planner.year_table();
    let says = text(move || {
        let words = planner.store.words();
        let year = year.get();
        let found = year.and_then(|year| rows.with(|rows| read_out(rows, year, words)));
        found.unwrap_or_default()
    });
    view! {
        <p class="chart-read-out" aria-hidden="true">
            {says}
        </p>
    }
}

fn read_out(rows: &[YearRow], year: Year, words: Words) -> Option<String> {
    let row = rows.iter().find(|row| row.year == year)?;
    let kind = if row.is_observed {
        words.observed()
    } else {
        words.projection()
    };
    let mut parts = vec![words.in_year(year), format!("{kind} {}", row.value)];
    if row.written != row.value {
        parts.push(format!("{} {}", words.baseline(), row.written));
    }
    if !row.target.is_empty() {
        parts.push(format!("{} {}", words.required_value(), row.target));
    }
    Some(parts.join(words.dot()))
}
