//! The plan check: what a plan says against itself. Its own checks, and those that need no author: observations against
//! identities, breakdowns against totals, targets against each other and against what has already happened.
//!
//! Runs on one projection, after it; judges no target and changes nothing. Every finding carries both numbers, typed;
//! the words are the catalogue's. What cannot be decided is no finding, but it is listed.

mod breakdown;
mod circular;
mod condition;
mod constraints;
mod identity;
mod monotone;
mod passed;

use super::attain::attain;
use super::diagnostic::{Severity, Span};
use super::eval::knowledge::State;
use super::eval::op::Operation;
use super::eval::{Cell, Projection};
use super::index::{
    AssumptionIdx, CheckIdx, Domain, IndicatorIdx, MemberIdx, SetIdx, TargetIdx, Year,
};
use super::inputs::Inputs;
use super::lang::Text;
use super::model::graph::{Operand, SlotIdx};
use super::model::{Allowed, Model, Root};
use super::plan::{Accepted, Citation, Plan};
use super::unit::Unit;

/// What checking a plan gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// What was found, in the order of the checks, then of the built-in ones.
    pub findings: Vec<Finding>,
    /// Checks of the plan that hold in every year they can be decided in.
    pub held: Vec<CheckIdx>,
    /// Checks of the plan that cannot be decided, wholly or in some years.
    pub undecided: Vec<Undecided>,
}

/// A check that cannot be decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Undecided {
    /// The check.
    pub check: CheckIdx,
    /// Years it cannot be decided in; none where it is not a matter of years.
    pub years: Vec<Year>,
    /// What is unknown.
    pub roots: Vec<Root>,
}

/// Something the plan should be asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// About what.
    pub subject: Subject,
    /// Where the subject stands in the plan text.
    pub span: Span,
    /// The words it rests on.
    pub sources: Vec<Citation>,
    /// Why the author accepts it.
    pub accepted: Option<Text>,
}

/// The item a finding is about; its `accept` can accept the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A check of the plan.
    Check(CheckIdx),
    /// An indicator.
    Indicator(IndicatorIdx),
    /// A target.
    Target(TargetIdx),
    /// An assumption.
    Assumption(AssumptionIdx),
}

/// A member of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MemberOf {
    /// The set.
    pub set: SetIdx,
    /// The member.
    pub member: MemberIdx,
}

/// Two numbers of one year that should agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The year.
    pub year: Year,
    /// The left side; what was observed; the whole.
    pub left: f64,
    /// The right side; what was computed; what follows from the parts.
    pub right: f64,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum FindingKind {
    /// A comparison does not hold.
    Broken {
        /// The comparison.
        operation: Operation,
        /// Unit of both sides.
        unit: Unit,
        /// Difference that would have been allowed.
        allowed: Allowed,
        /// Both sides in every year it fails in, at least one.
        breaches: Vec<Pair>,
    },
    /// A condition without two sides does not hold.
    Untrue {
        /// Years it fails in, at least one.
        years: Vec<Year>,
    },
    /// Raising an assumption lowers an indicator that it never should: the largest fall.
    Lowers {
        /// The assumption.
        assumption: AssumptionIdx,
        /// The indicator.
        indicator: IndicatorIdx,
        /// The member whose value falls.
        member: Option<MemberOf>,
        /// The year.
        year: Year,
        /// Two settings of the assumption, rising.
        settings: [f64; 2],
        /// The indicator at both, falling.
        values: [f64; 2],
    },
    /// A finding of the author that no formula computes.
    Standing,
    /// Observed values (left) differ from what follows from other observed values (right).
    IdentityDiffers {
        /// The member.
        member: Option<MemberOf>,
        /// Both values, year by year, at least one.
        pairs: Vec<Pair>,
    },
    /// An observed whole (left) differs from what follows from its observed parts (right).
    PartsDiffer {
        /// Both values, year by year, at least one.
        pairs: Vec<Pair>,
    },
    /// The thresholds of the members do not add up to the one of the whole.
    SharesDiffer {
        /// The milestone.
        year: Year,
        /// Sum of the members' thresholds.
        sum: f64,
        /// Threshold of the whole.
        whole: f64,
    },
    /// The threshold of the whole lies outside those of the members, between which it must lie.
    WholeOutside {
        /// The milestone.
        year: Year,
        /// Threshold of the whole.
        whole: f64,
        /// Smallest threshold of a member.
        least: f64,
        /// Largest.
        greatest: f64,
    },
    /// What has happened already meets the target.
    AlreadyAttained {
        /// The member.
        member: Option<MemberOf>,
        /// When the target is due.
        milestone: Year,
        /// Its threshold.
        threshold: f64,
        /// The last year that has happened.
        year: Year,
        /// The value in it.
        value: f64,
    },
    /// No value can meet both targets (or both thresholds of one).
    Contradictory {
        /// The other target; the same where its own thresholds exclude each other.
        other: TargetIdx,
        /// The member.
        member: Option<MemberOf>,
        /// First year they meet in.
        year: Year,
        /// At least this.
        least: f64,
        /// At most that, which is less.
        most: f64,
    },
    /// Whoever meets the other target meets this one as well.
    Implied {
        /// The other, stricter target.
        by: TargetIdx,
        /// The member.
        member: Option<MemberOf>,
        /// First year they meet in.
        year: Year,
        /// Threshold of this target.
        threshold: f64,
        /// Threshold of the other.
        stricter: f64,
    },
    /// The assumption's value was taken from the plan's own targets, which are attained with it by construction.
    Circular {
        /// Targets attained with it, at least one.
        targets: Vec<TargetIdx>,
    },
}

impl FindingKind {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Broken { .. }
            | Self::Untrue { .. }
            | Self::Lowers { .. }
            | Self::IdentityDiffers { .. }
            | Self::PartsDiffer { .. }
            | Self::SharesDiffer { .. }
            | Self::WholeOutside { .. }
            | Self::Contradictory { .. } => Severity::Warning,
            Self::Standing
            | Self::AlreadyAttained { .. }
            | Self::Implied { .. }
            | Self::Circular { .. } => Severity::Notice,
        }
    }

    /// Stable name, as `accept` spells it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Broken { .. } | Self::Untrue { .. } => "broken",
            Self::Lowers { .. } => "lowers",
            Self::Standing => "standing",
            Self::IdentityDiffers { .. } => "identity-differs",
            Self::PartsDiffer { .. } => "parts-differ",
            Self::SharesDiffer { .. } => "shares-differ",
            Self::WholeOutside { .. } => "whole-outside",
            Self::AlreadyAttained { .. } => "already-attained",
            Self::Contradictory { .. } => "contradictory",
            Self::Implied { .. } => "implied",
            Self::Circular { .. } => "circular",
        }
    }
}

/// Checks a plan under the inputs its projection was made with.
pub fn check(plan: &Plan, inputs: &Inputs, projection: &Projection) -> Report {
    let mut checker = Checker {
        plan,
        model: projection.model(),
        projection,
        report: Report::default(),
    };
    checker.conditions();
    checker.monotone(inputs);
    checker.identities();
    checker.breakdowns();
    checker.passed();
    checker.constraints();
    checker.circular(&attain(projection));
    checker.report
}

/// What the checks share.
struct Checker<'a> {
    plan: &'a Plan,
    model: &'a std::sync::Arc<Model>,
    projection: &'a Projection,
    report: Report,
}

impl Checker<'_> {
    /// Lists a finding, with what its subject says about it. `quoted` are words beside the subject's own.
    fn find(&mut self, kind: FindingKind, subject: Subject, quoted: Vec<Citation>) {
        let plan = self.plan;
        let about = |sources: &[Citation], accept: &Accepted, span| {
            (sources.to_vec(), reason(accept, kind.code()), span)
        };
        let found = match subject {
            Subject::Check(index) => (plan.checks.get(index.at()))
                .map(|check| about(&check.sources, &check.accept, check.span())),
            Subject::Indicator(index) => (plan.indicators.get(index.at()))
                .map(|item| about(&item.sources, &item.accept, item.id.span)),
            Subject::Target(index) => (plan.targets.get(index.at()))
                .map(|item| about(&item.sources, &item.accept, item.id.span)),
            Subject::Assumption(index) => (plan.assumptions.get(index.at()))
                .map(|item| about(&item.sources, &item.accept, item.id.span)),
        };
        let (mut sources, accepted, span) = found.unwrap_or_default();
        if let FindingKind::AlreadyAttained { threshold, .. } = kind {
            sources = identity::printing(&sources, threshold);
        }
        for source in quoted {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        self.report.findings.push(Finding {
            kind,
            subject,
            span,
            sources,
            accepted,
        });
    }

    /// A number, or why there is none.
    fn number(&self, operand: Operand, row: usize, lane: usize) -> Result<f64, Vec<Root>> {
        match self.projection.read(operand, row, lane) {
            Cell::Observed(x) | Cell::Interpolated(x) | Cell::Projected(x) => Ok(x),
            Cell::Unknown(roots) => Err(roots.to_vec()),
            Cell::Fault | Cell::NotApplicable => Err(Vec::new()),
        }
    }

    /// Whether an operand's value is known and no assumption moves it.
    fn is_fixed(&self, operand: Operand, row: usize, lane: usize) -> bool {
        let state = self.projection.state(operand, row, lane);
        state.is_some_and(State::is_fixed)
    }

    /// The member a lane of a series stands for.
    fn member(&self, slot: SlotIdx, lane: usize) -> Option<MemberOf> {
        match self.model.graph().slots.get(slot.at())?.domain {
            Domain::Plan => None,
            Domain::Set(set) => Some(MemberOf {
                set,
                member: MemberIdx::new(lane),
            }),
        }
    }

    /// Values a year of a series.
    fn lanes(&self, slot: SlotIdx) -> usize {
        match self
            .model
            .graph()
            .slots
            .get(slot.at())
            .map(|slot| slot.domain)
        {
            Some(Domain::Set(set)) => {
                (self.plan.sets.get(set.at())).map_or(0, |set| set.members.len())
            }
            Some(Domain::Plan) => 1,
            None => 0,
        }
    }
}

/// Why a finding is accepted, if it is.
fn reason(accept: &Accepted, code: &str) -> Option<Text> {
    let accepted = accept.iter().find(|(accepted, _)| accepted.value == code);
    accepted.map(|(_, reason)| reason.clone())
}
