//! One target in full.

mod chart;
mod judgement;
mod table;

use leptos::prelude::*;

use crate::app::session::Pane;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::quotes::Quotes;
use crate::ui::widgets::{Choice, Disclosure, Glyph, Icon};
use crate::view::Year;
use crate::view::detail::Heading;
use chart::Chart;
use judgement::JudgementPanel;
use table::YearTable;

/// The detail of the selected target, or an invitation to choose one.
#[component]
pub fn Detail() -> impl IntoView {
    let planner = use_planner();
    let heading = planner.heading();
    // Another target begins with the milestone that speaks for it.
    let milestone = RwSignal::new(None::<(crate::view::TargetIdx, Year)>);
    let year = Signal::derive(move || {
        let chosen = milestone
            .get()
            .filter(|(target, _)| planner.selected.get() == Some(*target));
        chosen.map(|(_, year)| year)
    });
    let choose = move |year| {
        let target = planner.selected.get_untracked();
        milestone.set(target.map(|target| (target, year)));
    };
    let is_chosen = Memo::new(move |_| planner.selected.get().is_some());
    view! {
        <section class="detail" aria-label=say(Words::detail)>
            <Show when=move || is_chosen.get() fallback=|| view! { <p class="empty">{say(Words::choose_target)}</p> }>
                <Head heading />
                <MilestoneChoice year on_choose=choose />
                <div class="detail-body">
                    <Chart />
                    <JudgementPanel year />
                </div>
                <Evidence heading />
            </Show>
        </section>
    }
}

#[component]
fn Head(heading: Memo<Heading>) -> impl IntoView {
    let store = use_planner().store;
    let notes = move || heading.with(|heading| heading.notes.join(store.words().dot()));
    view! {
        <header class="detail-head">
            <button
                type="button"
                class="button is-quiet detail-back"
                aria-label=say(Words::back)
                on:click=move |_| store.choose_pane(Pane::Targets)
            >
                <Icon glyph=Glyph::Left />
            </button>
            <div>
                <h2>{move || heading.with(|heading| heading.name.clone())}</h2>
                <p class="detail-notes">{notes}</p>
            </div>
        </header>
    }
}

/// The milestones of the target, where there are several.
#[component]
fn MilestoneChoice(
    year: Signal<Option<Year>>,
    #[prop(into)] on_choose: Callback<Year>,
) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let milestones = planner.milestones();
    let years = Memo::new(move |_| {
        milestones.with(|all| {
            all.iter()
                .map(|milestone| milestone.year)
                .collect::<Vec<_>>()
        })
    });
    let judged = planner.judgement(year);
    let chosen = Memo::new(move |_| judged.with(|judgement| judgement.year));
    let label = move |year: Year| {
        let found =
            milestones.with(|all| all.iter().find(|milestone| milestone.year == year).copied());
        let word = found
            .map(|milestone| milestone.status.word(store.words()))
            .unwrap_or_default();
        format!("{year} {word}")
    };
    view! {
        <Show when=move || years.with(|years| years.len() > 1)>
            <Choice
                legend=say(Words::milestone)
                name="detail-milestone"
                options=years
                chosen=chosen
                label=label
                on_choose=on_choose
            />
        </Show>
    }
}

/// Formula, quotes and numbers behind the judgement.
#[component]
fn Evidence(heading: Memo<Heading>) -> impl IntoView {
    let formula = Memo::new(move |_| heading.with(|heading| heading.formula.clone()));
    let remark = Memo::new(move |_| heading.with(|heading| heading.remark.clone()));
    let quotes = Memo::new(move |_| heading.with(|heading| heading.quotes.clone()));
    view! {
        <div class="evidence">
            <Show when=move || formula.with(|formula| !formula.is_empty())>
                <h3>{say(Words::formula)}</h3>
                <p class="formula">{formula}</p>
            </Show>
            <Show when=move || quotes.with(|quotes| !quotes.is_empty())>
                <h3>{say(Words::source_text)}</h3>
                <Quotes quotes />
            </Show>
            <Show when=move || remark.with(|remark| !remark.is_empty())>
                <h3>{say(Words::note)}</h3>
                <p>{remark}</p>
            </Show>
            <Disclosure summary=say(Words::data_table)>
                <YearTable />
            </Disclosure>
        </div>
    }
}
