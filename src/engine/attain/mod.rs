//! Attainment: a projection against the targets. One [`Outcome`] per target and milestone (and per member where the
//! target ranges over a set); badge, number, chart mark and export all read it.

mod event;
pub mod judge;
pub mod methods;
pub mod progress;
mod test;
mod tested;

pub use test::line;

use super::diagnostic::Severity;
use super::eval::{Interval, Projection};
use super::index::{MemberIdx, TargetIdx, Year};
use super::model::{Root, TargetModel};
use super::plan::{Comparison, Kind, Years};

/// What became of one target at one milestone.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The target.
    pub target: TargetIdx,
    /// The member it is about; `None` for the plan or the whole.
    pub member: Option<MemberIdx>,
    /// The years tested; the milestone is their last.
    pub years: Years,
    /// How it is compared.
    pub comparison: Comparison,
    /// The decision on unrounded values.
    pub verdict: Verdict,
    /// The value compared: at the year, or in the worst year of a window (the best one of "by"). In the target's unit.
    pub value: Option<f64>,
    /// Lower and upper bound of the value where unknown members leave it open; infinite on a side without bound. The
    /// verdict is given if no value between them would change it.
    pub range: Option<Interval>,
    /// The year `value` is of.
    pub year: Year,
    /// The threshold it is compared with, in the same unit (the lower one of `between`; for `about` the line itself).
    pub threshold: Option<f64>,
    /// The other threshold: the upper end of `between`, or for `about` the edge of the tolerance on the failing side.
    pub edge: Option<f64>,
    /// value − threshold towards attainment: negative is a miss.
    pub margin: Option<f64>,
    /// Share of the way from the base value to the threshold, where one can be given (methodology 0, E).
    pub progress: Option<f64>,
    /// Second reading of the progress; never replaces the verdict.
    pub band: Option<Band>,
    /// Whether the stretch threshold is reached, where there is one, and that threshold.
    pub stretch: Option<(f64, Verdict)>,
    /// First year in which the comparison holds, by the milestone or later.
    pub first_attained: Option<Year>,
    /// First year of a window in which it fails.
    pub first_breach: Option<Year>,
    /// What would be needed from the last observed (or the first) year on.
    pub pace: Option<Pace>,
    /// Completion against elapsed time, where history reaches into the plan.
    pub schedule: Option<Schedule>,
    /// Why it is undetermined.
    pub roots: Vec<Root>,
    /// Whether the milestone has already been observed: the verdict is final.
    pub is_final: bool,
    /// Whether the value rests on assumptions implied by the plan's own targets.
    pub rests_on_plan: bool,
    /// Whether the value rests on placeholders.
    pub rests_on_placeholder: bool,
}

/// The decision. Undetermined is not missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The comparison holds.
    Attained,
    /// It fails.
    Missed,
    /// It cannot be decided.
    Undetermined,
    /// Text only; never scored.
    Unscored,
}

/// How far along, whatever the verdict (methodology 0; cuts 0.95 and 0.10 from UNSD 2023).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Band {
    /// Met.
    Attained,
    /// The base was at or past the line, and it still is.
    Maintained,
    /// The base was past the line, and no longer is.
    Lost,
    /// The base was exactly on the line of a strict comparison, and it is not met.
    AtLineNotMet,
    /// At least 95 % of the way.
    Near,
    /// At least 10 % of the way.
    AccelerationNeeded,
    /// Less than 10 % of the way.
    Stagnation,
    /// Farther than the base.
    MovingAway,
}

/// The yearly change that reaches the threshold from a year on, beside the one projected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// The year it starts from: the last observed before the milestone, else the first known.
    pub from: Year,
    /// Value in that year.
    pub start: f64,
    /// Needed yearly change.
    pub required: Rate,
    /// Projected yearly change.
    pub projected: Rate,
}

/// A yearly change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rate {
    /// Compound growth, as a fraction: for levels.
    Growth(f64),
    /// Absolute change a year in the target's unit: for shares, rates, and where growth is undefined.
    Change(f64),
    /// Amount a year in the target's unit: for sums over a period.
    Amount(f64),
}

/// Completion against the share of the way that should lie behind (methodology 0, schedule).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    /// Year it is taken at: the last observed.
    pub year: Year,
    /// Completion E(t).
    pub completion: f64,
    /// Share of the path.
    pub path_share: f64,
}

/// Judges every target of the projection's model: outcomes in the order of the plan, milestones and members in the order
/// written.
pub fn attain(projection: &Projection) -> Vec<Outcome> {
    let model = projection.model();
    let bounds = projection.bounds();
    let mut outcomes = Vec::new();
    for (position, target) in model.targets().iter().enumerate() {
        let index = TargetIdx::new(position);
        match target {
            TargetModel::Quantity(quantity) => {
                outcomes.extend(
                    quantity
                        .tests
                        .iter()
                        .map(|test| test::judge(projection, &bounds, index, quantity, test)),
                );
            }
            TargetModel::Event(event) => outcomes.extend(event::judge(index, event)),
            TargetModel::Statement => {
                let years = Years::In(model.period().end);
                outcomes.push(Outcome::bare(index, years, Verdict::Unscored, Vec::new()));
            }
            TargetModel::Faulty(years) => {
                outcomes.push(Outcome::bare(
                    index,
                    *years,
                    Verdict::Undetermined,
                    vec![Root::FaultyTarget(index)],
                ));
            }
        }
    }
    outcomes
}

impl Outcome {
    /// The milestone: the last year tested.
    pub fn milestone(&self) -> Year {
        last_year(self.years)
    }

    /// An outcome without numbers.
    fn bare(target: TargetIdx, years: Years, verdict: Verdict, roots: Vec<Root>) -> Self {
        Self {
            target,
            member: None,
            years,
            comparison: Comparison::AtLeast,
            verdict,
            value: None,
            range: None,
            year: last_year(years),
            threshold: None,
            edge: None,
            margin: None,
            progress: None,
            band: None,
            stretch: None,
            first_attained: None,
            first_breach: None,
            pace: None,
            schedule: None,
            roots,
            is_final: false,
            rests_on_plan: false,
            rests_on_placeholder: false,
        }
    }
}

/// The last of the years tested.
pub fn last_year(years: Years) -> Year {
    match years {
        Years::In(year) | Years::Every(_, year) | Years::By(_, year) => year,
    }
}

/// How much a miss matters: a commitment's is an error, an expectation's a warning, a striving's a notice.
pub fn severity(kind: Kind) -> Severity {
    match kind {
        Kind::Binding => Severity::Error,
        Kind::Anticipatory => Severity::Warning,
        Kind::Aspirational => Severity::Notice,
    }
}
