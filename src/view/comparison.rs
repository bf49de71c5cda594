//! Scenarios side by side: what they assume differently, and what becomes of the targets differently.

use crate::engine::attain::Outcome;
use crate::engine::index::{AssumptionIdx, MemberIdx, TargetIdx};
use crate::engine::inputs::Inputs;
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::Plan;
use crate::engine::sort;
use crate::text::number::UNKNOWN;

use super::assumption;
use super::figures::Figures;
use super::headline::Headline;
use super::results::Results;
use super::row::requirement;
use super::scenario::Entry;
use super::status::Status;
use super::target;

/// One scenario as it comes out.
#[derive(Debug)]
pub struct Outlook {
    /// What it assumes.
    pub inputs: Inputs,
    /// What becomes of the targets.
    pub results: Results,
}

/// Scenarios side by side. Every line has a cell for every column; the first column is the plan as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The columns.
    pub columns: Vec<Column>,
    /// The assumptions that differ.
    pub assumptions: Vec<Line>,
    /// The targets of which something else becomes, those with another verdict first.
    pub outcomes: Vec<OutcomeLine>,
    /// How many results are the same in all columns.
    pub same: usize,
}

/// One scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called, and whether it is what the screen shows. What is moved now always is.
    pub entry: Entry,
    /// How many results are attained.
    pub attained: usize,
    /// How many count.
    pub total: usize,
}

/// One assumption, or one member of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its value in every column, and whether that is another than in the first.
    pub cells: Vec<(String, bool)>,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OutcomeLine {
    /// The target.
    pub target: TargetIdx,
    /// Its name, with that of the member.
    pub name: String,
    /// What is required.
    pub requirement: String,
    /// Value and status in every column, and whether one of them is another than in the first.
    pub cells: Vec<(String, Status, bool)>,
}

/// Compares scenarios: `entries` are what they are called, in the order of `outlooks`, with the moved one last and
/// without an entry.
pub fn compare(
    plan: &Plan,
    model: &Model,
    entries: &[Entry],
    outlooks: &[&Outlook],
    moved: Option<String>,
    lang: Lang,
) -> Comparison {
    let is_moved = moved.is_some();
    let named = entries.iter().map(|entry| Entry {
        is_chosen: entry.is_chosen && !is_moved,
        ..entry.clone()
    });
    let unnamed = moved.map(|name| Entry {
        name,
        is_own: true,
        is_chosen: true,
        ..Entry::default()
    });
    let columns = named.chain(unnamed).zip(outlooks).map(|(entry, outlook)| {
        let tally = Headline::of(outlook.results.all()).tally(None);
        Column {
            entry,
            attained: tally.count(Status::Attained),
            total: tally.total(),
        }
    });
    let (outcomes, same) = outcome_lines(plan, model, outlooks, lang);
    Comparison {
        columns: columns.collect(),
        assumptions: assumption_lines(plan, model, outlooks, lang),
        outcomes,
        same,
    }
}

fn assumption_lines(plan: &Plan, model: &Model, outlooks: &[&Outlook], lang: Lang) -> Vec<Line> {
    let Some(first) = outlooks.first() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for (position, settings) in first.inputs.0.iter().enumerate() {
        let index = AssumptionIdx::new(position);
        let Some(assumption) = plan.assumptions.get(position) else {
            continue;
        };
        let members = assumption::members(plan, index, lang);
        for lane in 0..settings.len() {
            let member = (!members.is_empty()).then(|| MemberIdx::new(lane));
            let cells: Vec<(String, bool)> = (outlooks.iter())
                .map(|outlook| outlook.inputs.get(index, member))
                .map(|setting| {
                    (
                        assumption::in_short(setting),
                        setting != first.inputs.get(index, member),
                    )
                })
                .collect();
            if cells.iter().any(|(_, differs)| *differs) {
                let name = assumption.name.get(lang);
                lines.push(Line {
                    name: assumption::of_member(name, members.get(lane).map(String::as_str)),
                    unit: assumption::unit(model, index, lang),
                    cells,
                });
            }
        }
    }
    lines
}

fn outcome_lines(
    plan: &Plan,
    model: &Model,
    outlooks: &[&Outlook],
    lang: Lang,
) -> (Vec<OutcomeLine>, usize) {
    let Some((first, _)) = outlooks.split_first() else {
        return (Vec::new(), 0);
    };
    let (mut lines, mut same) = (Vec::new(), 0);
    for (position, outcome) in first.results.all().iter().enumerate() {
        if Status::of(outcome) == Status::Unscored {
            continue;
        }
        let all: Vec<&Outcome> = (outlooks.iter())
            .filter_map(|outlook| outlook.results.all().get(position))
            .collect();
        if all.iter().any(|other| differ(other, outcome)) {
            lines.push(outcome_line(plan, model, outcome, &all, lang));
        } else {
            same += 1;
        }
    }
    let has_other_verdict = |line: &OutcomeLine| {
        let mut statuses = line.cells.iter().map(|(_, status, _)| *status);
        let first = statuses.next();
        statuses.any(|status| Some(status) != first)
    };
    sort::by_key(&mut lines, |line| !has_other_verdict(line));
    (lines, same)
}

fn differ(one: &Outcome, other: &Outcome) -> bool {
    Status::of(one) != Status::of(other) || one.value != other.value
}

fn outcome_line(
    plan: &Plan,
    model: &Model,
    first: &Outcome,
    all: &[&Outcome],
    lang: Lang,
) -> OutcomeLine {
    let unit = target::unit(model, first.target, lang);
    let figures = |outcome: &Outcome| Figures::of(outcome, &unit, lang);
    let cell = |outcome: &&Outcome| {
        let value = figures(outcome).value;
        let value = value.unwrap_or_else(|| UNKNOWN.to_owned());
        (value, Status::of(outcome), differ(outcome, first))
    };
    OutcomeLine {
        target: first.target,
        name: named(plan, model, first, lang),
        requirement: requirement(plan, first, &figures(first), lang),
        cells: all.iter().map(cell).collect(),
    }
}

fn named(plan: &Plan, model: &Model, outcome: &Outcome, lang: Lang) -> String {
    let name = target::name(plan, outcome.target, lang);
    let set = target::set(plan, model, outcome.target);
    let member = outcome
        .member
        .zip(set)
        .and_then(|(member, set)| set.members.get(member.at()));
    assumption::of_member(&name, member.map(|member| member.name.get(lang)))
}
