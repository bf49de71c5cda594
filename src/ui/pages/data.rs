//! The data of the plan, by indicator and year, where observations are entered in place.
//!
//! The table is one stop for the Tab key; arrows go from cell to cell, as in a spreadsheet.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::planner::Planner;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{each, effect, flag, left, press, text, when};
use crate::ui::outside;
use crate::ui::widgets::Select;
use crate::view::data::{Entry, Place, Row};
use crate::view::entry::parse;
use crate::view::{IndicatorIdx, MemberIdx, Year};

use super::table::{headings, room};

/// One table per place.
#[component]
pub fn Data() -> impl IntoView {
    let planner = use_planner();
    let places = planner.places();
    let chosen = RwSignal::new(0_usize);
    let place = Derived::new(move || {
        places.with(|places| places.get(chosen.get()).cloned().unwrap_or_default())
    });
    let names = move || places.with(|all| all.iter().map(|place| place.name.clone()).collect());
    let choice = move || {
        view! {
            <Select
                label=say(Words::data_of)
                options=Signal::derive(names)
                chosen=Signal::derive(move || Some(chosen.get()))
                on_choose=move |position| chosen.set(position)
            />
        }
        .into_any()
    };
    let grid = Grid::new();
    view! {
        <section class="page is-wide" id="targets" tabindex="-1" aria-label=say(Words::data)>
            <header class="page-head">
                <h2>{say(Words::data)}</h2>
                <p>{say(Words::data_explained)}</p>
                <div class="data-tools">
                    {when(move || places.with(|places| places.len() > 1), choice)}
                    <Entered />
                </div>
                <p class="problem-note" role="alert">
                    {text(move || grid.problem(planner.store.words()))}
                </p>
            </header>
            <Table place grid />
        </section>
    }
}

/// How many values are the user's own, and the way back.
#[component]
fn Entered() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let count = planner.entered();
    let says = text(move || store.words().entered(count.get()));
    let back = move || {
        view! {
            <button
                type="button"
                class="button is-link"
                on:click=press(move || store.forget_observations())
            >
                {say(Words::forget_entered)}
            </button>
        }
        .into_any()
    };
    view! {
        <span class="hint" role="status">
            {says}
        </span>
        {when(move || count.get() != 0, back)}
    }
}

/// Where the keyboard stands in the table, and what is being typed there.
#[derive(Debug, Clone, Copy)]
struct Grid {
    current: RwSignal<At>,
    typed: RwSignal<Option<Typed>>,
    is_refused: RwSignal<bool>,
}

/// A cell by row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct At {
    row: usize,
    column: usize,
}

impl At {
    fn id(self) -> String {
        format!("data-{}-{}", self.row, self.column)
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Typed {
    at: At,
    text: String,
}

impl Grid {
    fn new() -> Self {
        Self {
            current: RwSignal::new(At::default()),
            typed: RwSignal::new(None),
            is_refused: RwSignal::new(false),
        }
    }

    fn problem(self, words: Words) -> String {
        let problem = self.is_refused.get().then(|| words.not_a_number());
        problem.unwrap_or_default().to_owned()
    }

    /// What stands in a text that was typed: a number, or nothing.
    fn read(text: &str) -> Result<Option<f64>, ()> {
        match text.trim() {
            "" => Ok(None),
            number => parse(number).map(Some).ok_or(()),
        }
    }

    fn type_in(self, at: At, text: String) {
        self.is_refused.set(Self::read(&text).is_err());
        self.typed.set(Some(Typed { at, text }));
    }

    fn put_away(self) {
        self.typed.set(None);
        self.is_refused.set(false);
    }

    /// Where a key leads to; none if it belongs to the field.
    fn neighbour(self, at: At, key: &str) -> Option<At> {
        let is_typing = self.typed.with_untracked(Option::is_some);
        let At { row, column } = at;
        let (row, column) = match key {
            "Enter" | "ArrowDown" => (row + 1, column),
            "ArrowUp" => (row.checked_sub(1)?, column),
            "ArrowRight" if !is_typing => (row, column + 1),
            "ArrowLeft" if !is_typing => (row, column.checked_sub(1)?),
            _ => return None,
        };
        Some(At { row, column })
    }
}

#[component]
fn Table(place: Derived<Place>, grid: Grid) -> impl IntoView {
    let planner = use_planner();
    let groups = planner.data_groups(place);
    let years = planner.data_years();
    let member = move || place.with(|place| place.member.as_ref().map(|(_, member)| *member));
    // Another table begins at its first cell, with the years of the plan in sight.
    effect(move || {
        groups.track();
        grid.current.set(At::default());
        let column = planner.first_plan_column();
        outside::show(At { row: 0, column }.id());
    });
    let body = move || {
        let mut row = 0..;
        let mut lines = Vec::new();
        for group in groups.get() {
            let span = years.with(|years| years.len() + 1);
            lines.extend(group.title.map(|title| heading(title, span)));
            for (indicator, row) in group.items.into_iter().zip(&mut row) {
                lines.push(line(grid, row, indicator, member()));
            }
        }
        lines
    };
    let table = view! {
        <table class="data" role="grid" aria-label=say(Words::data)>
            <thead>{each(move || vec![years.get()], |years| headings(years, year))}</thead>
            <tbody>{each(body, |line| line)}</tbody>
        </table>
    }
    .into_any();
    room(say(Words::data), table)
}

fn year(year: Year) -> AnyView {
    view! { <th scope="col">{year}</th> }.into_any()
}

fn heading(title: String, span: usize) -> AnyView {
    view! {
        <tr class="data-part">
            <th scope="rowgroup" colspan=span>{title}</th>
        </tr>
    }
    .into_any()
}

/// One indicator. Its cells stay while their values change, so that the keyboard stays where it is.
fn line(grid: Grid, row: usize, indicator: IndicatorIdx, member: Option<MemberIdx>) -> AnyView {
    let planner = use_planner();
    let data = planner.data_row(indicator, member);
    let line = Line {
        planner,
        grid,
        row,
        data,
        indicator,
        member,
        current: Derived::new(move || {
            let current = grid.current.get();
            (current.row == row).then_some(current.column)
        }),
        typed: Derived::new(move || {
            let is_here = |typed: &Typed| typed.at.row == row;
            let typed = grid.typed.get().filter(is_here);
            typed.map(|typed| (typed.at.column, typed.text))
        }),
    };
    let Row {
        name,
        unit,
        can_enter,
        ..
    } = data.get_untracked();
    let years = planner.data_years().get_untracked();
    let cells: Vec<AnyView> = years
        .into_iter()
        .enumerate()
        .map(|(column, year)| {
            if can_enter {
                line.field(column, year)
            } else {
                line.fixed(column)
            }
        })
        .collect();
    view! {
        <tr>
            <th scope="row">{name} " " <small>{unit}</small></th>
            {cells}
        </tr>
    }
    .into_any()
}

/// What the cells of one indicator have in common.
#[derive(Debug, Clone, Copy)]
struct Line {
    planner: Planner,
    grid: Grid,
    row: usize,
    data: Derived<Row>,
    indicator: IndicatorIdx,
    member: Option<MemberIdx>,
    /// Column the Tab key comes to.
    current: Derived<Option<usize>>,
    /// Column something is typed in, and what.
    typed: Derived<Option<(usize, String)>>,
}

impl Line {
    fn cell(self, column: usize, read: fn(&Entry) -> String) -> String {
        let read = |row: &Row| row.cells.get(column).map(read);
        self.data.with(read).unwrap_or_default()
    }

    /// A value that cannot be entered.
    fn fixed(self, column: usize) -> AnyView {
        let says = text(move || {
            let observed = self.cell(column, |cell| cell.observed.clone());
            if observed.is_empty() {
                self.cell(column, |cell| cell.computed.clone())
            } else {
                observed
            }
        });
        view! { <td class="data-fixed">{says}</td> }.into_any()
    }

    /// A value that can be entered; where nothing is observed, what is computed shows through.
    fn field(self, column: usize, year: Year) -> AnyView {
        let at = At {
            row: self.row,
            column,
        };
        let store = self.planner.store;
        let label = text(move || {
            let words = store.words();
            self.data
                .with(|row| words.of_year(&row.name, year, &row.unit))
        });
        let typed = move || {
            let typed = self.typed.get().filter(|(here, _)| *here == column);
            typed.map(|(_, text)| text)
        };
        let value =
            move || typed().unwrap_or_else(|| self.cell(column, |cell| cell.observed.clone()));
        let is_refused = move || typed().is_some_and(|text| Grid::read(&text).is_err());
        let is_entered = move || {
            self.data
                .with(|row| row.cells.get(column).is_some_and(|cell| cell.is_entered))
        };
        let tab = move || {
            if self.current.get() == Some(column) {
                "0"
            } else {
                "-1"
            }
        };
        let keep = move || self.keep(at, year);
        view! {
            <td class:is-entered=flag(is_entered)>
                <input
                    id=at.id()
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    tabindex=text(move || tab().to_owned())
                    aria-label=label
                    aria-invalid=text(move || is_refused().to_string())
                    title=text(move || self.cell(column, |cell| cell.origin.clone()))
                    placeholder=text(move || self.cell(column, |cell| cell.computed.clone()))
                    prop:value=text(value)
                    on:focus=move |_| self.grid.current.set(at)
                    on:input=move |event| self.grid.type_in(at, event_target_value(&event))
                    on:keydown=move |event| self.key(at, year, &event)
                    on:blur=left(keep)
                />
            </td>
        }
        .into_any()
    }

    /// Takes what was typed here, if it is a number or nothing, and goes back to what holds.
    fn keep(self, at: At, year: Year) {
        let typed = self
            .grid
            .typed
            .get_untracked()
            .filter(|typed| typed.at == at);
        let Some(typed) = typed else { return };
        self.grid.put_away();
        if let Ok(value) = Grid::read(&typed.text) {
            self.planner
                .observe(self.indicator, self.member, year, value);
        }
    }

    fn key(self, at: At, year: Year, event: &KeyboardEvent) {
        let key = event.key();
        if key == "Escape" {
            return self.grid.put_away();
        }
        if self.grid.is_refused.get_untracked() {
            return;
        }
        if let Some(next) = self.grid.neighbour(at, &key) {
            event.prevent_default();
            self.keep(at, year);
            outside::enter(&next.id());
        }
    }
}
