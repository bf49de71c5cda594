//! The numbers behind the chart, for screen readers and for those who want to read them.

use leptos::prelude::*;

use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::each;
use crate::ui::why::number;
use crate::view::year_table::AskedYear;

/// Year, value, value as written, requirement.
#[component]
pub fn YearTable() -> impl IntoView {
    let rows = use_planner().asked_years();
    let row = |AskedYear { row, value, target }: AskedYear| {
        view! {
            <tr class:is-observed=row.is_observed>
                <th scope="row">{row.year}</th>
                <td>{number(row.value, value)}</td>
                <td>{row.written}</td>
                <td>{number(row.target, target)}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table class="year-table">
            <thead>
                <tr>
                    <th scope="col">{say(Words::year)}</th>
                    <th scope="col">{say(Words::value)}</th>
                    <th scope="col">{say(Words::baseline)}</th>
                    <th scope="col">{say(Words::required_value)}</th>
                </tr>
            </thead>
            <tbody>{each(move || rows.get(), row)}</tbody>
        </table>
    }
}
