//! One target in full: what is required and projected, how far along it is, what that rests on, and where it is promised.

use crate::engine::attain::{Outcome, Rate};
use crate::engine::index::{AssumptionIdx, IndicatorIdx, TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::model::{Model, Root};
use crate::engine::plan::{Plan, Subject};
use crate::engine::sort;
use crate::text::number::{Precision, percent, signed, with_unit};
use crate::text::words::Words;

use super::citation::{Quote, quotes};
use super::figures::{Figures, unit_of_difference};
use super::formula::readable;
use super::results::Results;
use super::row::{Caveat, requirement};
use super::status::Status;
use super::target;
use super::why::{Asked, Of};

/// What does not depend on the projection.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heading {
    /// Name of the target.
    pub name: String,
    /// Unit, kind, responsible units.
    pub notes: Vec<String>,
    /// The quantity as a formula; empty where it is not one.
    pub formula: String,
    /// Remarks of the author.
    pub remark: String,
    /// Where it is promised.
    pub quotes: Vec<Quote>,
}

/// One of the milestones of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Milestone {
    /// Its year.
    pub year: Year,
    /// What becomes of it.
    pub status: Status,
}

/// What becomes of a target at one milestone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judgement {
    /// The milestone.
    pub year: Year,
    /// Its status.
    pub status: Option<Status>,
    /// What is required, in words.
    pub requirement: String,
    /// The value compared, with unit.
    pub value: Option<String>,
    /// The question about the value.
    pub asked: Option<Asked>,
    /// The question about what is required.
    pub asked_required: Option<Asked>,
    /// How far it is from what is required, in words.
    pub distance: Option<String>,
    /// Label and text of what else is known.
    pub facts: Vec<(&'static str, String)>,
    /// Why it is undetermined.
    pub reasons: Vec<Reason>,
    /// What it is to be read with.
    pub caveat: Option<Caveat>,
    /// Whether it has been observed already.
    pub is_final: bool,
}

/// Why a result is undetermined, and what would help.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reason {
    /// In a sentence.
    pub text: String,
    /// The assumption that has to be entered.
    pub awaits: Option<AssumptionIdx>,
}

impl Heading {
    /// The heading of a target.
    pub fn of(plan: &Plan, model: &Model, index: TargetIdx, lang: Lang) -> Self {
        let words = Words(lang);
        let Some(target) = plan.targets.get(index.at()) else {
            return Self::default();
        };
        let responsible = words.list(target.responsible.iter().map(|unit| unit.get(lang)));
        let notes = [
            target::unit(model, index, lang),
            words.kind(target.kind).to_owned(),
            responsible,
        ];
        Self {
            name: target::name(plan, index, lang),
            notes: notes.into_iter().filter(|note| !note.is_empty()).collect(),
            formula: formula(plan, index, lang),
            remark: target
                .note
                .as_ref()
                .map(|note| note.get(lang).to_owned())
                .unwrap_or_default(),
            quotes: quotes(plan, &target.sources, lang),
        }
    }
}

/// The formula a target's quantity is computed by.
fn formula(plan: &Plan, index: TargetIdx, lang: Lang) -> String {
    let Some(target) = plan.targets.get(index.at()) else {
        return String::new();
    };
    let Subject::Quantity(quantity) = &target.subject else {
        return String::new();
    };
    let Some(indicator) = target::indicator(plan, target) else {
        return readable(&quantity.of.value, plan, lang);
    };
    let segments = indicator.formula.iter().flat_map(|formula| &formula.0);
    let lines = segments.map(|(from, text)| {
        let text = readable(&text.value, plan, lang);
        match from {
            Some(from) => Words(lang).formula_from(from.value, &text),
            None => text,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The milestones of a target, in the order of their years.
pub fn milestones(results: &Results, target: TargetIdx) -> Vec<Milestone> {
    let mut milestones: Vec<Milestone> = results
        .shown(target)
        .filter(|outcome| outcome.member.is_none())
        .map(|outcome| Milestone {
            year: outcome.milestone(),
            status: Status::of(outcome),
        })
        .collect();
    sort::by_key(&mut milestones, |milestone| milestone.year);
    milestones
}

impl Judgement {
    /// What becomes of a target at a milestone, or at the one that speaks for it.
    pub fn of(
        plan: &Plan,
        model: &Model,
        results: &Results,
        index: TargetIdx,
        year: Option<Year>,
        lang: Lang,
    ) -> Self {
        let spoken_for = results
            .speaking(index, year)
            .or_else(|| results.speaking(index, None));
        let Some(outcome) = spoken_for else {
            return Self::default();
        };
        let unit = target::unit(model, index, lang);
        let figures = Figures::of(outcome, &unit, lang);
        let words = Words(lang);
        let distance = figures.side.zip(figures.distance.as_deref());
        let name = target::name(plan, index, lang);
        let requirement = requirement(plan, outcome, &figures, lang);
        let asked = |of, number: &str| Asked::new(of, outcome.year, &name, number, lang);
        let value = outcome.value.and(figures.value.as_deref());
        Self {
            asked: value.map(|value| {
                let of = Of::Quantity(index, outcome.member);
                asked(of, &with_unit(value, &unit))
            }),
            asked_required: figures.threshold.as_deref().map(|threshold| Asked {
                label: words.required_of(&name, &requirement),
                ..asked(Of::Threshold(index, outcome.member), threshold)
            }),
            year: outcome.milestone(),
            status: Some(Status::of(outcome)),
            requirement,
            value: figures
                .value
                .as_deref()
                .map(|value| with_unit(value, &unit)),
            distance: distance.map(|(side, distance)| words.distance(side, distance)),
            facts: facts(outcome, &unit, lang),
            reasons: outcome
                .roots
                .iter()
                .map(|root| reason(plan, *root, lang))
                .collect(),
            caveat: Caveat::of(outcome),
            is_final: outcome.is_final,
        }
    }
}

fn facts(outcome: &Outcome, unit: &str, lang: Lang) -> Vec<(&'static str, String)> {
    let words = Words(lang);
    let mut facts = Vec::new();
    match (outcome.progress, outcome.band) {
        (Some(progress), Some(band)) => {
            let done = Precision::decimals(1).number(progress * 100.0);
            facts.push((
                words.progress(),
                words.progress_of(&with_unit(&done, "%"), words.band(band)),
            ));
        }
        (None, Some(band)) => facts.push((words.progress(), words.band(band).to_owned())),
        _ => {}
    }
    if let Some(year) = outcome.first_attained {
        facts.push((words.first_attained(), words.in_year(year)));
    } else if outcome.value.is_some() && outcome.threshold.is_some() {
        facts.push((words.first_attained(), words.never_on_axis().to_owned()));
    }
    if let Some(year) = outcome.first_breach {
        facts.push((words.first_breach(), words.in_year(year)));
    }
    if let Some(pace) = outcome.pace {
        let required = words.pace(&rate(pace.required, unit, lang), pace.from);
        facts.push((words.pace_required(), required));
        facts.push((words.pace_projected(), rate(pace.projected, unit, lang)));
    }
    if let Some((threshold, verdict)) = outcome.stretch {
        let line = with_unit(&Precision::needed(threshold).number(threshold), unit);
        let status = Status::of_verdict(verdict);
        facts.push((words.stretch(), words.stretch_of(&line, status.word(words))));
    }
    if let Some(schedule) = outcome.schedule {
        let [done, due] = [schedule.completion, schedule.path_share].map(percent);
        facts.push((
            words.completion(),
            words.completed(schedule.year, &done, &due),
        ));
    }
    facts
}

/// A yearly pace in words.
fn rate(rate: Rate, unit: &str, lang: Lang) -> String {
    let words = Words(lang);
    match rate {
        Rate::Growth(fraction) => words.per_year(&with_unit(&signed(fraction * 100.0), "%")),
        Rate::Change(change) => {
            words.per_year(&with_unit(&signed(change), unit_of_difference(unit, lang)))
        }
        Rate::Amount(amount) => {
            words.per_year(&with_unit(&Precision::needed(amount).number(amount), unit))
        }
    }
}

/// Why a value is unknown, from one of the roots of it.
pub(super) fn reason(plan: &Plan, root: Root, lang: Lang) -> Reason {
    let words = Words(lang);
    let indicator = |index: IndicatorIdx| {
        plan.indicators
            .get(index.at())
            .map(|indicator| indicator.name.get(lang))
            .unwrap_or_default()
    };
    let of_target = |index| target::name(plan, index, lang);
    let text = match root {
        Root::Awaited(index) => {
            let assumption = plan.assumptions.get(index.at());
            words.root_awaited(
                assumption
                    .map(|assumption| assumption.name.get(lang))
                    .unwrap_or_default(),
            )
        }
        Root::NotObserved(index, _, year) => words.root_not_observed(indicator(index), year),
        Root::TargetArithmetic(index, year) => words.root_arithmetic(&of_target(index), year),
        Root::Faulty(index) => words.root_faulty(indicator(index)),
        Root::FaultyTarget(index) => words.root_faulty(&of_target(index)),
        Root::NotRecorded(index) => words.root_not_recorded(&of_target(index)),
        Root::NoWhole(index) => words.root_no_whole(indicator(index)),
    };
    let awaits = match root {
        Root::Awaited(index) => Some(index),
        _ => None,
    };
    Reason { text, awaits }
}
