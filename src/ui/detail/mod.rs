//! One target in full.

mod change;
mod chart;
mod files;
mod judgement;
mod likely;
mod methods;
mod multiples;
mod table;
mod tornado;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::session::Pane;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{either, press, text, when};
use crate::ui::part::{added, parts, shown};
use crate::ui::quotes::quotes;
use crate::ui::widgets::{Choice, Disclosure, Glyph, Icon};
use crate::view::chart_spec::ChartSpec;
use crate::view::detail::Heading;
use crate::view::{TargetIdx, Year};
use change::ChangePanel;
use chart::Chart;
use files::ChartFiles;
use judgement::JudgementPanel;
use likely::{FanPlace, Likely};
use methods::Methods;
use multiples::Multiples;
use table::YearTable;
use tornado::TornadoPanel;

/// The place of the detail, which comes after the first screen.
#[component]
pub fn Detail() -> impl IntoView {
    view! {
        <section class="detail" aria-label=say(Words::detail)>
            {shown(detail_part, ())}
        </section>
    }
}

parts! {
    detail:
    detail_part(_given: ()) { view! { <Chosen /> } }
}

parts! {
    files:
    files_part(spec: Derived<ChartSpec>) { view! { <ChartFiles spec /> } }
}

parts! {
    likely:
    likely_part(given: (Signal<Option<Year>>, FanPlace)) {
        view! { <Likely year=given.0 place=given.1 /> }
    }
}

parts! {
    change:
    change_part(year: Signal<Option<Year>>) { view! { <ChangePanel year /> } }
}

/// The detail of the selected target, or an invitation to choose one.
#[component]
fn Chosen() -> impl IntoView {
    let planner = use_planner();
    let invitation = || view! { <p class="empty">{say(Words::choose_target)}</p> }.into_any();
    either(
        move || planner.selected.get().is_some(),
        || view! { <Selected /> }.into_any(),
        invitation,
    )
}

/// The selected target.
#[component]
fn Selected() -> impl IntoView {
    let planner = use_planner();
    let heading = planner.heading();
    let milestone = RwSignal::new(None::<(TargetIdx, Year)>);
    // Another target begins with the milestone that speaks for it.
    let year = Signal::derive(move || {
        let chosen = milestone.get();
        let is_of_this = |(target, _): &(TargetIdx, Year)| planner.selected.get() == Some(*target);
        chosen.filter(is_of_this).map(|(_, year)| year)
    });
    let fan = FanPlace::new(None);
    let choose = move |year| {
        let target = planner.selected.get_untracked();
        milestone.set(target.map(|target| (target, year)));
    };
    view! {
        <Head heading />
        <MilestoneChoice year on_choose=choose />
        <div class="detail-body">
            <Chart fan />
            <JudgementPanel year />
        </div>
        <HowLikely year fan />
        <Multiples />
        {when(
            move || planner.work.with(|work| work.scenario.is_some() || !work.moves.is_empty()),
            move || added(change_part, year),
        )}
        <Evidence heading year />
    }
}

/// The probability, on demand, where there is something to compute.
#[component]
fn HowLikely(year: Signal<Option<Year>>, fan: FanPlace) -> impl IntoView {
    let judgement = use_planner().judgement(year);
    when(
        move || judgement.with(|judgement| judgement.value.is_some()),
        move || {
            view! {
                <Disclosure summary=say(Words::how_likely)>
                    {shown(likely_part, (year, fan))}
                </Disclosure>
            }
            .into_any()
        },
    )
}

#[component]
fn Head(heading: Derived<Heading>) -> impl IntoView {
    let store = use_planner().store;
    view! {
        <header class="detail-head">
            <button
                type="button"
                class="button is-quiet detail-back"
                aria-label=say(Words::back)
                on:click=press(move || store.choose_pane(Pane::Targets))
            >
                <Icon glyph=Glyph::Left />
            </button>
            <div>
                <h2>{text(move || heading.with(|heading| heading.name.clone()))}</h2>
                <p class="detail-notes">
                    {text(move || heading.with(|heading| heading.notes.join(store.words().dot())))}
                </p>
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
    let judged = planner.judgement(year);
    let labels = move || {
        let words = store.words();
        let label = |year: Year, word: &str| format!("{year} {word}");
        milestones.with(|all| {
            all.iter()
                .map(|one| label(one.year, one.status.word(words)))
                .collect()
        })
    };
    let chosen = move || {
        let year = judged.with(|judgement| judgement.year);
        milestones.with(|all| all.iter().position(|milestone| milestone.year == year))
    };
    let choose = move |position: usize| {
        if let Some(year) = milestones.with_untracked(|all| all.get(position).map(|one| one.year)) {
            on_choose.run(year);
        }
    };
    let choice = move || {
        view! {
            <Choice
                legend=say(Words::milestone)
                name="detail-milestone"
                options=Signal::derive(labels)
                chosen=Signal::derive(chosen)
                on_choose=choose
            />
        }
        .into_any()
    };
    when(move || milestones.with(|all| all.len() > 1), choice)
}

/// Formula, quotes and numbers behind the judgement.
#[component]
fn Evidence(heading: Derived<Heading>, year: Signal<Option<Year>>) -> impl IntoView {
    let paragraph = move |title: fn(Words) -> &'static str, read: fn(&Heading) -> &str| {
        let says = text(move || heading.with(|heading| read(heading).to_owned()));
        let part = move || {
            view! {
                <h3>{say(title)}</h3>
                <p class="formula">{says}</p>
            }
            .into_any()
        };
        when(move || says.with(|says| !says.is_empty()), part)
    };
    let quoted = move || {
        view! {
            <h3>{say(Words::source_text)}</h3>
            {quotes(move || heading.with(|heading| heading.quotes.clone()))}
        }
        .into_any()
    };
    view! {
        <div class="evidence">
            {paragraph(Words::formula, |heading| &heading.formula)}
            {when(move || heading.with(|heading| !heading.quotes.is_empty()), quoted)}
            {paragraph(Words::note, |heading| &heading.remark)}
            <Disclosure summary=say(Words::what_matters)>
                <TornadoPanel year />
            </Disclosure>
            <Methods year />
            <Disclosure summary=say(Words::data_table)>
                <YearTable />
            </Disclosure>
        </div>
    }
}
