//! Tables that may be wider than the page: they scroll in a room of their own, and can be scrolled by keyboard.

use leptos::ev::Event;
use leptos::prelude::*;

/// The room of a table.
pub fn room(label: Signal<String>, table: AnyView) -> AnyView {
    scrolled_room(label, table, |_| ())
}

/// The room of a table that follows where it is scrolled to.
pub fn scrolled_room(
    label: Signal<String>,
    table: AnyView,
    on_scroll: impl Fn(Event) + 'static,
) -> AnyView {
    let on_scroll: Box<dyn FnMut(Event)> = Box::new(on_scroll);
    view! {
        <div class="table-room" tabindex="0" role="group" aria-label=label on:scroll=on_scroll>
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
