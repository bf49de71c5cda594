//! The plan's own checks: conditions year by year, and standing findings.

use std::ops::RangeInclusive;

use super::{Checker, FindingKind, Pair, Subject, Undecided};
use crate::engine::eval::op::Operation;
use crate::engine::index::{CheckIdx, Year};
use crate::engine::model::graph::Operand;
use crate::engine::model::{Allowed, CheckModel, Clause, Comparison, Root};
use crate::engine::number::{at_least, greater};
use crate::engine::sort;

/// What one clause says in one year, or what is unknown.
struct Tested {
    year: Year,
    decided: Result<Decision, Vec<Root>>,
}

/// Whether a clause holds, with both sides where there are two.
struct Decision {
    holds: bool,
    sides: Option<(f64, f64)>,
}

impl Tested {
    fn holds(&self) -> Option<bool> {
        self.decided.as_ref().ok().map(|decision| decision.holds)
    }
}

impl Checker<'_> {
    pub(super) fn conditions(&mut self) {
        let model = self.model;
        for (position, check) in model.checks().checks.iter().enumerate() {
            let index = CheckIdx::new(position);
            match check {
                CheckModel::Condition { years, clauses } => self.condition(index, years, clauses),
                CheckModel::Standing => {
                    self.find(FindingKind::Standing, Subject::Check(index), Vec::new());
                }
                // A monotone check runs on its own; a faulty one is a diagnostic already.
                CheckModel::Monotone { .. } | CheckModel::Faulty => {}
            }
        }
    }

    fn condition(&mut self, index: CheckIdx, years: &RangeInclusive<Year>, clauses: &[Clause]) {
        let mut undecided = Undecided {
            check: index,
            years: Vec::new(),
            roots: Vec::new(),
        };
        let mut holds = true;
        for clause in clauses {
            let tested: Vec<Tested> = years
                .clone()
                .map(|year| self.tested(clause, year))
                .collect();
            for tested in &tested {
                if let Err(roots) = &tested.decided {
                    undecided.years.push(tested.year);
                    undecided.roots.extend(roots.iter().copied());
                }
            }
            let fails = |tested: &&Tested| tested.holds() == Some(false);
            let failed: Vec<&Tested> = tested.iter().filter(fails).collect();
            if !failed.is_empty() {
                holds = false;
                self.find(broken(clause, &failed), Subject::Check(index), Vec::new());
            }
        }
        sort::distinct(&mut undecided.years);
        sort::distinct(&mut undecided.roots);
        if !undecided.years.is_empty() {
            self.report.undecided.push(undecided);
        } else if holds {
            self.report.held.push(index);
        }
    }

    fn tested(&self, clause: &Clause, year: Year) -> Tested {
        let number = |operand: Operand| {
            let row = self.model.axis().row(year).ok_or_else(Vec::new)?;
            self.number(operand, row, 0)
        };
        let decided = match clause {
            Clause::Truth(operand) => number(*operand).map(|truth| Decision {
                holds: truth != 0.0,
                sides: None,
            }),
            Clause::Comparison(comparison) => {
                match (number(comparison.left), number(comparison.right)) {
                    (Ok(left), Ok(right)) => {
                        let [left, right] = [left, right].map(|side| comparison.factor.scale(side));
                        Ok(Decision {
                            holds: holds(comparison, left, right),
                            sides: Some((left, right)),
                        })
                    }
                    (left, right) => {
                        let roots = [left.err(), right.err()].into_iter().flatten();
                        Err(roots.flatten().collect())
                    }
                }
            }
        };
        Tested { year, decided }
    }
}

/// Whether two sides, in the unit they are stated in, compare as they should.
fn holds(comparison: &Comparison, left: f64, right: f64) -> bool {
    let allowed = match comparison.allowed {
        Allowed::Nothing => 0.0,
        Allowed::Relative(share) => (right * share).abs(),
        Allowed::Absolute(amount) => amount.abs(),
    };
    let is_near = at_least(right + allowed, left) && at_least(left, right - allowed);
    match comparison.operation {
        Operation::Equal => is_near,
        Operation::Unequal => !is_near,
        Operation::Less => greater(right + allowed, left),
        Operation::AtMost => at_least(right + allowed, left),
        Operation::Greater => greater(left, right - allowed),
        Operation::AtLeast => at_least(left, right - allowed),
        other => other.apply(left, right, 0.0) != 0.0,
    }
}

fn broken(clause: &Clause, failed: &[&Tested]) -> FindingKind {
    match clause {
        Clause::Truth(_) => FindingKind::Untrue {
            years: failed.iter().map(|tested| tested.year).collect(),
        },
        Clause::Comparison(comparison) => {
            let breach = |tested: &&Tested| {
                tested
                    .decided
                    .as_ref()
                    .ok()?
                    .sides
                    .map(|(left, right)| Pair {
                        year: tested.year,
                        left,
                        right,
                    })
            };
            FindingKind::Broken {
                operation: comparison.operation,
                unit: comparison.unit.clone(),
                allowed: comparison.allowed,
                breaches: failed.iter().filter_map(breach).collect(),
            }
        }
    }
}
