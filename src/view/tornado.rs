//! Which assumptions matter most for a target: each alone at the ends of what is thought possible, as bars around the
//! present value.

use crate::engine::attain::Outcome;
use crate::engine::eval::Evaluator;
use crate::engine::index::MemberIdx;
use crate::engine::lang::Lang;
use crate::engine::number::same;
use crate::engine::plan::{Draws, Plan};
use crate::engine::sort;
use crate::engine::tornado::{Ends, Swing, swings};
use crate::text::number::{Precision, number, signed, with_unit};
use crate::text::words::Words;

use super::assumption::unit;
use super::target;

/// Most bars that are shown.
const MOST: usize = 12;

/// The bars of one value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tornado {
    /// The bars, the longest first; none where no assumption can be moved that matters.
    pub bars: Vec<Bar>,
    /// How many are left out.
    pub more: usize,
    /// The present value with its unit, and where it lies, as a share of the room for bars.
    pub now: (String, f64),
    /// What is required, and where it lies.
    pub line: Option<(String, f64)>,
}

/// What one assumption does.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Between which ends it is moved, and what they are.
    pub ends: String,
    /// The value at its low and at its high end, without unit.
    pub values: [String; 2],
    /// Where these lie, as shares of the room for bars.
    pub places: [f64; 2],
}

impl Tornado {
    /// The bars around the value of an outcome.
    pub fn of(plan: &Plan, evaluator: &Evaluator, outcome: &Outcome, lang: Lang) -> Option<Self> {
        let model = evaluator.model();
        let quantity = target::quantity(model, outcome)?;
        let row = model.axis().row(outcome.year)?;
        let member = outcome.member.map_or(0, MemberIdx::at);
        let now = outcome.value?;
        let mut swings = swings(plan, evaluator, quantity, row, member);
        let is_noise = |swing: &Swing| swing.values.iter().all(|value| same(*value, now));
        swings.retain(|swing| !is_noise(swing));
        sort::by(&mut swings, |one, other| {
            span(other, now).total_cmp(&span(one, now))
        });
        let precision = Precision::for_comparison(now, outcome.threshold);
        // What looks the same at both ends is no bar.
        let is_seen =
            |swing: &&Swing| precision.number(swing.values[0]) != precision.number(swing.values[1]);
        let seen = swings.iter().take_while(is_seen).count().min(MOST);
        let more = swings.len() - seen;
        swings.truncate(seen);
        let ends = || swings.iter().flat_map(|swing| swing.values);
        let all = || ends().chain([now]).chain(outcome.threshold);
        let least = all().fold(f64::INFINITY, f64::min);
        let most = all().fold(f64::NEG_INFINITY, f64::max);
        let place = |value: f64| {
            if most > least {
                (value - least) / (most - least)
            } else {
                0.5
            }
        };
        let unit = target::unit(model, outcome.target, lang);
        let with = |value: f64| with_unit(&precision.number(value), &unit);
        let bar = |swing: &Swing| Bar {
            name: plan.assumptions[swing.assumption.at()]
                .name
                .get(lang)
                .to_owned(),
            ends: told(plan, evaluator, swing, lang),
            values: swing.values.map(|value| precision.number(value)),
            places: swing.values.map(place),
        };
        Some(Self {
            bars: swings.iter().map(bar).collect(),
            more,
            now: (with(now), place(now)),
            line: outcome.threshold.map(|line| (with(line), place(line))),
        })
    }
}

/// How much room a swing takes with the present value.
fn span(swing: &Swing, now: f64) -> f64 {
    let [low, high] = swing.values;
    low.max(high).max(now) - low.min(high).min(now)
}

/// The ends of an assumption in words.
fn told(plan: &Plan, evaluator: &Evaluator, swing: &Swing, lang: Lang) -> String {
    let words = Words(lang);
    let assumption = &plan.assumptions[swing.assumption.at()];
    let unit = unit(evaluator.model(), swing.assumption, lang);
    let valued = |[low, high]: [f64; 2]| [number(low), with_unit(&number(high), &unit)];
    let named = |value: f64| {
        let option = assumption
            .options
            .iter()
            .find(|option| option.value.total_cmp(&value).is_eq());
        option.map_or_else(|| number(value), |option| option.name.get(lang).to_owned())
    };
    let ([low, high], which) = match swing.ends {
        Ends::Range(ends) => (valued(ends), words.range()),
        Ends::Options(ends) => (ends.map(named), words.options()),
        Ends::Drawn(ends, Draws::Value) => (valued(ends), words.tenth_to_ninetieth()),
        Ends::Drawn(ends, Draws::Factor) => (
            ends.map(|end| format!("× {}", number(end))),
            words.tenth_to_ninetieth(),
        ),
        Ends::Drawn([low, high], Draws::Shift) => {
            let shifted = [signed(low), with_unit(&signed(high), &unit)];
            (shifted, words.tenth_to_ninetieth())
        }
    };
    words.ends_of(&words.from_to(&low, &high), which)
}
