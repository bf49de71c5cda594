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

/// What has become of a target, for one milestone year or for all of them together: what its row follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The outcome that speaks for it.
    outcome: Outcome,
    /// Attained results and all results, where there are several.
    part: Option<(usize, usize)>,
}

impl Told {
    /// What is told of a target; nothing where it has no result.
    pub fn of(results: &Results, target: TargetIdx, year: Option<Year>) -> Option<Self> {
        let outcome = results.speaking(target, year)?.clone();
        let shown = results.shown(target).count();
        let attained = results
            .shown(target)
            .filter(|outcome| Status::of(outcome) == Status::Attained);
        let part = (year.is_none() && shown > 1).then(|| (attained.count(), shown));
        Some(Self { outcome, part })
    }
}

impl Row {
    /// The row of a target.
    pub fn of(
        plan: &Plan,
        model: &Model,
        target: TargetIdx,
        told: Option<&Told>,
        lang: Lang,
    ) -> Self {
        let name = target::name(plan, target, lang);
        let Some(Told { outcome, part }) = told else {
            return Self {
                name,
                ..Self::default()
            };
        };
        let figures = Figures::of(outcome, &target::unit(model, target, lang), lang);
        Self {
            name,
            requirement: requirement(plan, outcome, &figures, lang),
            value: figures.value.unwrap_or_else(|| UNKNOWN.to_owned()),
            margin: figures.margin.unwrap_or_default(),
            side: figures.side,
            status: Some(Status::of(outcome)),
            part: *part,
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
