//! Tables that may be wider than the page: they scroll in a room of their own, and can be scrolled by keyboard.

use leptos::prelude::*;

/// The room of a table.
pub fn room(label: Signal<String>, table: AnyView) -> AnyView {
    view! {
        <div class="table-room" tabindex="0" role="group" aria-label=label>
            {table}
        </div>
    }
    .into_any()
}

/// The line of headings, beginning with the empty cell above the names of the rows.
pub fn headings<T>(columns: Vec<T>, heading: fn(T) -> AnyView) -> AnyView {
    let headings: Vec<AnyView> = columns.into_iter().map(heading).collect();
    view! {
        <tr>
            <td></td>
            {headings}
        </tr>
    }
    .into_any()
}
