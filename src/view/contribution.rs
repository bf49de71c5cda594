//! What has changed a target's value since the plan as it is written: every moved assumption and its part.

use crate::engine::attain::Outcome;
use crate::engine::contributions::{Contributions, Part, contributions, effort};
use crate::engine::eval::Evaluator;
use crate::engine::index::MemberIdx;
use crate::engine::lang::Lang;
use crate::engine::number::{difference, same};
use crate::engine::plan::Plan;
use crate::engine::sort;
use crate::text::number::{Precision, with_unit};
use crate::text::words::Words;

use super::figures::unit_of_difference;
use super::target;

/// A change and what it is made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// From which value to which, in words.
    pub summary: String,
    /// The parts, the largest first; none where nothing has changed.
    pub parts: Vec<ChangePart>,
    /// Whether the parts are estimates.
    pub is_estimate: bool,
}

/// What one assumption accounts for.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangePart {
    /// Its name.
    pub name: String,
    /// How much, with its sign and, where it is an estimate, its error.
    pub amount: String,
    /// Where its bar begins and ends, as shares of the room for bars.
    pub bar: (f64, f64),
    /// Whether it raises the value.
    pub raises: bool,
}

impl Change {
    /// What has changed the value an outcome compares, between two evaluations.
    pub fn of(
        plan: &Plan,
        before: &Evaluator,
        after: &Evaluator,
        outcome: &Outcome,
        lang: Lang,
    ) -> Option<Self> {
        let model = after.model();
        let quantity = target::quantity(model, outcome)?;
        let row = model.axis().row(outcome.year)?;
        let member = outcome.member.map_or(0, MemberIdx::at);
        let found = contributions(before, after, quantity, row, member)?;
        let unit = target::unit(model, outcome.target, lang);
        Some(Self::told(plan, &found, &unit, lang))
    }

    /// About how many values have to be computed for it.
    pub fn effort(before: &Evaluator, after: &Evaluator, outcome: &Outcome) -> Option<usize> {
        Some(effort(
            before,
            after,
            target::quantity(after.model(), outcome)?,
        ))
    }

    fn told(plan: &Plan, found: &Contributions, unit: &str, lang: Lang) -> Self {
        let precision = Precision::for_comparison(found.after, [found.before]);
        let difference = difference(found.after, found.before);
        let of_parts = Precision::needed(difference);
        let summary = Words(lang).changed_from_to(
            &precision.number(found.before),
            &with_unit(&precision.number(found.after), unit),
            &with_unit(&of_parts.signed(difference), unit_of_difference(unit, lang)),
        );
        // What only the noise of floating point tells from nothing is no part.
        let level = found.before.abs().max(found.after.abs());
        let counts = |part: &&Part| !same(level + part.amount, level);
        let mut parts: Vec<&Part> = found.parts.iter().filter(counts).collect();
        sort::by(&mut parts, |one, other| {
            other.amount.abs().total_cmp(&one.amount.abs())
        });
        let least = parts.iter().map(|part| part.amount).fold(0.0, f64::min);
        let most = parts.iter().map(|part| part.amount).fold(0.0, f64::max);
        let share = |amount: f64| (amount - least) / (most - least);
        let told = |part: &&Part| ChangePart {
            name: (plan.assumptions.get(part.assumption.at()))
                .map_or_else(String::new, |assumption| {
                    assumption.name.get(lang).to_owned()
                }),
            amount: if part.error > 0.0 {
                format!(
                    "{} ± {}",
                    of_parts.signed(part.amount),
                    of_parts.number(part.error)
                )
            } else {
                of_parts.signed(part.amount)
            },
            bar: (share(part.amount.min(0.0)), share(part.amount.max(0.0))),
            raises: part.amount > 0.0,
        };
        Self {
            summary,
            parts: parts.iter().map(told).collect(),
            is_estimate: found.parts.iter().any(|part| part.error > 0.0),
        }
    }
}
