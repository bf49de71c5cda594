//! How likely a target is attained, in words, and how far its quantity is spread.

use crate::engine::attain::Outcome;
use crate::engine::index::AssumptionIdx;
use crate::engine::lang::Lang;
use crate::engine::model::{Axis, Model};
use crate::engine::plan::Plan;
use crate::engine::uncertainty::{Chance, Forecast, Spread};
use crate::text::number::{Precision, with_unit};
use crate::text::words::Words;

use super::chart_spec::{Band, Fan};
use super::target;

/// How likely a target is attained.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likelihood {
    /// The probability in a sentence, or why there is none.
    pub chance: String,
    /// How far it may be off, and what it rests on.
    pub notes: Vec<String>,
    /// Label and text of the spread at the milestone.
    pub facts: Vec<(&'static str, String)>,
    /// The spread year by year.
    pub fan: Option<Fan>,
}

impl Likelihood {
    /// What draws of some assumptions say of one outcome.
    pub fn of(
        plan: &Plan,
        model: &Model,
        outcome: &Outcome,
        drawn: &[AssumptionIdx],
        forecast: Option<&Forecast>,
        lang: Lang,
    ) -> Self {
        let words = Words(lang);
        let only = |chance: &str| Self {
            chance: chance.to_owned(),
            ..Self::default()
        };
        let Some(forecast) = forecast.filter(|_| !outcome.is_final) else {
            return only(if outcome.is_final {
                words.final_verdict()
            } else {
                words.nothing_uncertain()
            });
        };
        let names = drawn.iter().filter_map(|index| {
            let assumption = plan.assumptions.get(index.at())?;
            Some(assumption.name.get(lang))
        });
        let unit = target::unit(model, outcome.target, lang);
        let axis = model.axis();
        let spread = axis.row(outcome.milestone());
        let spread = spread.and_then(|row| *forecast.spread.get(row)?);
        Self {
            chance: words.told_of(
                &subject(plan, model, outcome, words),
                &chance(forecast.chance, words),
            ),
            notes: [
                reliability(forecast.chance, words),
                words.drawn_assumptions(&words.list(names)),
                words.draws_explained().to_owned(),
            ]
            .into_iter()
            .filter(|note| !note.is_empty())
            .collect(),
            facts: spread.map_or_else(Vec::new, |spread| facts(spread, &unit, words)),
            // The chart is of the whole.
            fan: fan(axis, &forecast.spread).filter(|_| outcome.member.is_none()),
        }
    }
}

/// Which milestone the probability is of, and of which member.
fn subject(plan: &Plan, model: &Model, outcome: &Outcome, words: Words) -> String {
    let year = words.in_year(outcome.milestone());
    let member = outcome.member.and_then(|member| {
        let set = target::set(plan, model, outcome.target)?;
        Some(set.members.get(member.at())?.name.get(words.0))
    });
    let parts: Vec<&str> = member.into_iter().chain([year.as_str()]).collect();
    parts.join(words.dot())
}

/// The probability; where all draws agree, the bound that so many of them give.
fn chance(chance: Chance, words: Words) -> String {
    let part = |count: usize| points(count as f64 / chance.draws as f64);
    let (Some(share), Some((low, high))) = (chance.share(), chance.interval()) else {
        let most = chance.attained + chance.undetermined;
        return words.chance_open(
            &part(chance.attained),
            &part(most),
            &part(chance.undetermined),
        );
    };
    let bound = |share: f64| with_unit(&Precision::decimals(2).number(share * 100.0), "%");
    match chance.attained {
        0 => words.chance_below(&bound(high)),
        all if all == chance.draws => words.chance_above(&bound(low)),
        _ => words.chance_of(&points(share)),
    }
}

/// A share with as many decimals as its error leaves a meaning.
fn points(share: f64) -> String {
    with_unit(&Precision::decimals(1).number(share * 100.0), "%")
}

fn reliability(chance: Chance, words: Words) -> String {
    let error = chance.error().filter(|error| *error > 0.0);
    let error = error.map(|error| Precision::decimals(1).number(error * 100.0));
    words.draws_made(chance.draws, error.as_deref())
}

fn facts(spread: Spread, unit: &str, words: Words) -> Vec<(&'static str, String)> {
    let [p10, _, p50, _, p90] = spread;
    let labels = [
        words.tenth_below(),
        words.half_below(),
        words.nine_tenths_below(),
    ];
    let precision = Precision::for_comparison(p50, [p10, p90]);
    let written = [p10, p50, p90].map(|x| with_unit(&precision.number(x), unit));
    labels.into_iter().zip(written).collect()
}

/// The fan, if anything is spread at all.
fn fan(axis: Axis, spread: &[Option<Spread>]) -> Option<Fan> {
    let band = |[p10, p25, _, p75, p90]: Spread| -> Band { [p10, p25, p75, p90] };
    let is_spread = |spread: &Spread| spread[0] < spread[4];
    spread.iter().flatten().any(is_spread).then(|| Fan {
        axis,
        bands: spread.iter().map(|spread| spread.map(band)).collect(),
    })
}
