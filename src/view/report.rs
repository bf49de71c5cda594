//! The report: the whole plan as it stands, for a meeting or for the files. Every figure is the one the screen shows.

use crate::engine::attain::Outcome;
use crate::engine::index::{AssumptionIdx, TargetIdx, Year};
use crate::engine::inputs::Inputs;
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::{Plan, Source};
use crate::text::words::Words;

use super::assumption;
use super::group::{Group, under_headings};
use super::headline::{Headline, Tally};
use super::moved::{Moved, moved};
use super::results::Results;
use super::row::{Row, Told};
use super::status::Status;
use super::target;

/// The report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// Title of the plan.
    pub title: String,
    /// First and last plan year.
    pub period: String,
    /// Counts by milestone year, and of all years together.
    pub counts: Vec<(String, Tally)>,
    /// Assumptions that are not as the plan has them.
    pub moved: Vec<Moved>,
    /// The targets under their headings.
    pub targets: Vec<Group<Promise>>,
    /// The assumptions under their headings.
    pub assumptions: Vec<Group<Assumed>>,
    /// The documents the plan is taken from.
    pub sources: Vec<String>,
}

/// A target and its milestones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The target.
    pub index: TargetIdx,
    /// Its unit, and how binding it is.
    pub notes: String,
    /// One row per milestone; the first has its name.
    pub milestones: Vec<Row>,
}

/// An assumption with its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Assumed {
    /// Its name.
    pub name: String,
    /// The value in force, with its unit.
    pub value: String,
    /// What it rests on.
    pub basis: String,
    /// How it was obtained; empty where the plan does not say.
    pub derivation: String,
}

impl Report {
    /// The report of a plan under some inputs.
    pub fn of(plan: &Plan, model: &Model, inputs: &Inputs, results: &Results, lang: Lang) -> Self {
        let period = model.period();
        Self {
            title: Words(lang).title(&plan.title).to_owned(),
            period: format!("{}–{}", period.start, period.end),
            counts: counts(&Headline::of(results.all()), lang),
            moved: moved(plan, model, model.defaults(), inputs, lang),
            targets: promises(plan, model, results, lang),
            assumptions: assumed(plan, model, inputs, lang),
            sources: plan.sources.iter().map(|one| source(one, lang)).collect(),
        }
    }
}

fn counts(headline: &Headline, lang: Lang) -> Vec<(String, Tally)> {
    let of_year = |(year, tally): (&Year, &Tally)| (year.to_string(), *tally);
    let years = headline.by_year.iter().map(of_year);
    let all = (Words(lang).all_years().to_owned(), headline.all);
    years.chain([all]).collect()
}

fn promises(plan: &Plan, model: &Model, results: &Results, lang: Lang) -> Vec<Group<Promise>> {
    let words = Words(lang);
    let promise = |position: usize| {
        let index = TargetIdx::new(position);
        let years = results.shown(index).map(Outcome::milestone);
        let told = |year| Told::of(results, index, Some(year));
        let row = |year| Row::of(plan, model, index, told(year).as_ref(), lang);
        let kind = words.kind(plan.targets[position].kind).to_owned();
        let notes = [target::unit(model, index, lang), kind];
        let notes: Vec<_> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        let promise = Promise {
            index,
            notes: notes.join(words.dot()),
            milestones: years.map(row).collect(),
        };
        (target::group(plan, index, lang), promise)
    };
    let promises = (0..plan.targets.len()).map(promise);
    let is_judged = |(_, promise): &(_, Promise)| {
        let mut all = promise.milestones.iter();
        all.any(|row| row.status.is_some_and(|status| status != Status::Unscored))
    };
    under_headings(promises.filter(is_judged))
}

fn assumed(plan: &Plan, model: &Model, inputs: &Inputs, lang: Lang) -> Vec<Group<Assumed>> {
    let words = Words(lang);
    let assumed = |index: AssumptionIdx| {
        let assumption = &plan.assumptions[index.at()];
        Assumed {
            name: assumption.name.get(lang).to_owned(),
            value: assumption::in_words(model, inputs, index, lang),
            basis: match assumption.awaits {
                Some(awaits) => {
                    words.awaits(awaits, assumption.from.as_ref().map(|from| from.get(lang)))
                }
                None => words.basis(assumption.basis).to_owned(),
            },
            derivation: assumption
                .derivation
                .as_ref()
                .map(|text| text.get(lang).to_owned())
                .unwrap_or_default(),
        }
    };
    let groups = assumption::groups(plan, lang).into_iter();
    groups
        .map(|group| Group {
            title: group.title,
            items: group.items.into_iter().map(assumed).collect(),
        })
        .collect()
}

fn source(source: &Source, lang: Lang) -> String {
    let issuer = source.issuer.as_ref().map(|issuer| issuer.get(lang));
    let parts = [
        Some(source.title.get(lang)),
        issuer,
        source.date.as_deref(),
        source.url.as_deref(),
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(Words(lang).dot())
}
