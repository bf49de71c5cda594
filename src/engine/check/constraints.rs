//! Targets against each other: those of one quantity in one year that no value can meet together, and those that another
//! one implies in every year they are due.

use std::collections::{BTreeMap, BTreeSet};

use super::{Checker, FindingKind, MemberOf, Subject};
use crate::engine::attain::{self, judge::Line, severity};
use crate::engine::index::{MemberIdx, TargetIdx, Year};
use crate::engine::model::graph::{Operand, SlotIdx};
use crate::engine::model::{TargetModel, Test};
use crate::engine::number::{greater, same};
use crate::engine::plan::{Better, Comparison, Years};

/// Comparisons of tests with each other, so that no plan can take long: more than the targets of any real one need.
const MOST_COMPARISONS: usize = 500_000;

/// An end of the values that meet a target; an `open` end is not inside.
#[derive(Debug, Clone, Copy)]
struct End {
    at: f64,
    open: bool,
}

/// A test of a target: the target, and the position among its tests.
type TestOf = (TargetIdx, usize);

/// The values that meet one test in one year.
#[derive(Debug, Clone, Copy)]
struct Limits {
    test: TestOf,
    least: Option<End>,
    most: Option<End>,
}

/// What is limited: a quantity, of a member, in a year.
type Key = (SlotIdx, u32, Option<MemberIdx>, Year);

/// Years in which one test implies another, and the first of them.
struct Implied {
    years: usize,
    member: Option<MemberOf>,
    year: Year,
    threshold: f64,
    stricter: f64,
}

impl Checker<'_> {
    pub(super) fn constraints(&mut self) {
        let limits = self.limits();
        let mut told = BTreeSet::new();
        let mut implied: BTreeMap<(TestOf, TestOf), Implied> = BTreeMap::new();
        let mut n_compared = 0;
        for (&(slot, _, member, year), limits) in &limits {
            let member = member.and_then(|member| self.member(slot, member.at()));
            for (position, a) in limits.iter().enumerate() {
                n_compared += limits.len();
                if n_compared > MOST_COMPARISONS {
                    break;
                }
                for b in &limits[position..] {
                    let targets = (a.test.0, b.test.0);
                    if let Some((least, most)) = a.contradiction(b)
                        && told.insert(targets)
                    {
                        let kind = FindingKind::Contradictory {
                            other: targets.1,
                            member,
                            year,
                            least,
                            most,
                        };
                        self.find_between(kind, targets.0, targets.1);
                    }
                }
                for b in limits.iter().filter(|b| b.test.0 != a.test.0) {
                    let Some((threshold, stricter)) = a.implied_by(b) else {
                        continue;
                    };
                    let first = || Implied {
                        years: 0,
                        member,
                        year,
                        threshold,
                        stricter,
                    };
                    implied.entry((a.test, b.test)).or_insert_with(first).years += 1;
                }
            }
        }
        self.implied(&implied);
    }

    fn implied(&mut self, implied: &BTreeMap<(TestOf, TestOf), Implied>) {
        let model = self.model;
        let is_always = |pair: &(TestOf, TestOf)| {
            let Some(TargetModel::Quantity(quantity)) = model.targets().get(pair.0.0.at()) else {
                return false;
            };
            let test = quantity.tests.get(pair.0.1);
            let years = test.map(|test| always(test).count());
            years.is_some() && years == implied.get(pair).map(|found| found.years)
        };
        let mut told = BTreeSet::new();
        for (pair, found) in implied {
            let (weaker, stricter) = *pair;
            // Of two that ask the same, the later one adds nothing to the earlier.
            let is_first_of_equals = weaker < stricter && is_always(&(stricter, weaker));
            if is_always(pair)
                && !is_first_of_equals
                && self.binds_as_much(stricter.0, weaker.0)
                && told.insert(weaker)
            {
                let kind = FindingKind::Implied {
                    by: stricter.0,
                    member: found.member,
                    year: found.year,
                    threshold: found.threshold,
                    stricter: found.stricter,
                };
                self.find_between(kind, weaker.0, stricter.0);
            }
        }
    }

    /// What is merely striven for implies nothing that is due.
    fn binds_as_much(&self, stricter: TargetIdx, weaker: TargetIdx) -> bool {
        let severity = |target: TargetIdx| {
            let target = self.plan.targets.get(target.at());
            target.map(|target| severity(target.kind))
        };
        severity(stricter) <= severity(weaker)
    }

    fn find_between(&mut self, kind: FindingKind, target: TargetIdx, other: TargetIdx) {
        let other = self.plan.targets.get(other.at());
        let quoted = other.map_or(Vec::new(), |other| other.sources.clone());
        self.find(kind, Subject::Target(target), quoted);
    }

    /// All limits, by what they limit.
    fn limits(&self) -> BTreeMap<Key, Vec<Limits>> {
        let mut all: BTreeMap<Key, Vec<Limits>> = BTreeMap::new();
        for (position, target) in self.model.targets().iter().enumerate() {
            let TargetModel::Quantity(quantity) = target else {
                continue;
            };
            let index = TargetIdx::new(position);
            for (position, test) in quantity.tests.iter().enumerate() {
                for year in always(test) {
                    let line = attain::line(self.projection, index, quantity, test, year);
                    if let Some(line) = line {
                        let Operand { slot, lag } = test.quantity;
                        let limits = all.entry((slot, lag, test.member, year)).or_default();
                        limits.push(Limits::new((index, position), &line));
                    }
                }
            }
        }
        all
    }
}

impl Limits {
    fn new(test: TestOf, line: &Line) -> Self {
        let end = |at: f64, open: bool| Some(End { at, open });
        let closed = |at: f64| end(at, false);
        let t = line.threshold;
        let allowed = t.abs() * line.tolerance;
        let (least, most) = match line.comparison {
            Comparison::AtLeast => (closed(t), None),
            Comparison::MoreThan => (end(t, true), None),
            Comparison::AtMost => (None, closed(t)),
            Comparison::LessThan => (None, end(t, true)),
            Comparison::Between => (closed(t), line.upper.and_then(closed)),
            Comparison::About => match line.better {
                Better::Higher => (closed(t - allowed), None),
                Better::Lower => (None, closed(t + allowed)),
                Better::Neutral => (closed(t - allowed), closed(t + allowed)),
            },
        };
        Self { test, least, most }
    }

    /// The lower end of one and the upper end of the other, where no number lies between them.
    fn contradiction(&self, other: &Self) -> Option<(f64, f64)> {
        let excludes = |(least, most): (Option<End>, Option<End>)| {
            let (least, most) = (least?, most?);
            let meet = same(least.at, most.at);
            let is_empty = greater(least.at, most.at) || (meet && (least.open || most.open));
            is_empty.then_some((least.at, most.at))
        };
        excludes((self.least, other.most)).or_else(|| excludes((other.least, self.most)))
    }

    /// Both ends, where whatever meets the other meets this one: one-sided limits of the same side.
    fn implied_by(&self, other: &Self) -> Option<(f64, f64)> {
        let (own, other, is_farther) = match (self.least, self.most, other.least, other.most) {
            (Some(own), None, Some(other), None) => (own, other, greater(other.at, own.at)),
            (None, Some(own), None, Some(other)) => (own, other, greater(own.at, other.at)),
            _ => return None,
        };
        let is_implied = is_farther || (same(own.at, other.at) && (other.open || !own.open));
        is_implied.then_some((own.at, other.at))
    }
}

/// The years a test binds in; of "by" no single one.
fn always(test: &Test) -> std::ops::RangeInclusive<Year> {
    match test.years {
        Years::In(year) => year..=year,
        Years::Every(first, last) => first..=last,
        Years::By(_, last) => last + 1..=last,
    }
}
