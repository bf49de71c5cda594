//! One target in the list: its name, what is required, what is projected, and what becomes of it.

use crate::engine::attain::Outcome;
use crate::engine::index::{TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::model::{Model, Root};
use crate::engine::plan::{Plan, Subject};
use crate::text::number::UNKNOWN;
use crate::text::words::{Side, Words};

use super::figures::Figures;
use super::results::Results;
use super::status::Status;
use super::target;

/// A row of the list of targets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Name of the target.
    pub name: String,
    /// What is required, in words.
    pub requirement: String,
    /// The value compared, without unit.
    pub value: String,
    /// Its distance from what is required, signed.
    pub margin: String,
    /// On which side it lies.
    pub side: Option<Side>,
    /// What becomes of it; none where nothing is judged.
    pub status: Option<Status>,
    /// Attained results and all results, where there are several.
    pub part: Option<(usize, usize)>,
    /// What the result rests on, where that has to be known.
    pub caveat: Option<Caveat>,
}

/// Why a result is to be read with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caveat {
    /// Rests on assumptions implied by the plan's own targets.
    Circular,
    /// Rests on placeholders.
    Placeholder,
}

impl Caveat {
    /// What an outcome has to be read with; placeholders weigh more, since nobody has thought about them.
    pub fn of(outcome: &Outcome) -> Option<Self> {
        if outcome.rests_on_placeholder {
            Some(Self::Placeholder)
        } else if outcome.rests_on_plan {
            Some(Self::Circular)
        } else {
            None
        }
    }

    /// It in a sentence.
    pub const fn explained(self, words: Words) -> &'static str {
        match self {
            Self::Circular => words.rests_on_plan(),
            Self::Placeholder => words.rests_on_placeholder(),
        }
    }
}

impl Row {
    /// The row of a target, for one milestone year or for all of them together.
    pub fn of(
        plan: &Plan,
        model: &Model,
        results: &Results,
        target: TargetIdx,
        year: Option<Year>,
        lang: Lang,
    ) -> Self {
        let name = target::name(plan, target, lang);
        let Some(outcome) = results.speaking(target, year) else {
            return Self {
                name,
                ..Self::default()
            };
        };
        let figures = Figures::of(outcome, &target::unit(model, target, lang), lang);
        let shown: Vec<&Outcome> = results.shown(target).collect();
        let attained = shown
            .iter()
            .filter(|outcome| Status::of(outcome) == Status::Attained);
        Self {
            name,
            requirement: requirement(plan, outcome, &figures, lang),
            value: figures.value.unwrap_or_else(|| UNKNOWN.to_owned()),
            margin: figures.margin.unwrap_or_default(),
            side: figures.side,
            status: Some(Status::of(outcome)),
            part: (year.is_none() && shown.len() > 1).then(|| (attained.count(), shown.len())),
            caveat: Caveat::of(outcome),
        }
    }
}

/// What an outcome is held against, in words.
pub fn requirement(plan: &Plan, outcome: &Outcome, figures: &Figures, lang: Lang) -> String {
    let words = Words(lang);
    match plan
        .targets
        .get(outcome.target.at())
        .map(|target| &target.subject)
    {
        Some(Subject::Event { by, .. }) => words.event_due(&by.by),
        Some(Subject::Statement(_)) | None => words.unscored().to_owned(),
        Some(Subject::Quantity(_)) => {
            let threshold = figures
                .threshold
                .clone()
                .unwrap_or_else(|| awaited(plan, outcome, words));
            words.requirement(
                outcome.years,
                outcome.comparison,
                &threshold,
                figures.edge.as_deref(),
            )
        }
    }
}

/// What stands for a threshold nobody has given yet.
fn awaited(plan: &Plan, outcome: &Outcome, words: Words) -> String {
    let assumption = outcome.roots.iter().find_map(|root| match root {
        Root::Awaited(assumption) => plan.assumptions.get(assumption.at()),
        _ => None,
    });
    assumption.map_or_else(
        || words.unknown().to_owned(),
        |assumption| words.awaited_threshold(assumption.name.get(words.0)),
    )
}
