//! The results of a projection as plain data: format 1 of the JSON that `attain project` writes, from which the sheet
//! and the table are made too. Fields may be added to it; none changes its meaning or goes away.

mod code;
mod collect;

use attain::engine::attain::{Band, Verdict};
use attain::engine::index::Year;
use attain::engine::inputs::Setting;
use attain::engine::model::Root;
use attain::engine::plan::{Comparison, Kind};
use serde::Serialize;

pub use code::{Code, Coded};

/// Version of the JSON.
const FORMAT: u32 = 1;

/// A plan under some values of its assumptions: every series and every judgement.
#[derive(Debug, Serialize)]
pub struct Results<'a> {
    format: u32,
    /// The plan's id.
    pub plan: &'a str,
    /// Its title, in the language of the output, as are all names and units.
    pub title: &'a str,
    /// First and last plan year.
    pub period: [Year; 2],
    /// Scenario the assumptions stand at; null for the plan's own values.
    pub scenario: Option<&'a str>,
    /// Moves beyond it, by what was moved.
    pub set: Vec<Moved<'a>>,
    /// Every indicator, for every member of its set and for the whole.
    pub series: Vec<Series<'a>>,
    /// One per target and milestone, and per member where a target is about members.
    pub outcomes: Vec<Judgement<'a>>,
}

/// A moved assumption.
#[derive(Debug, Serialize)]
pub struct Moved<'a> {
    /// `id` or `id[member]`.
    pub assumption: &'a str,
    /// A number, or numbers by year.
    pub value: &'a Setting,
}

/// An indicator, of one member where it ranges over a set.
#[derive(Debug, Serialize)]
pub struct Series<'a> {
    /// The indicator's id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The member's id; `all` for the whole of the set; null for an indicator of the plan.
    pub member: Option<&'a str>,
    /// Unit of the values; empty for plain numbers.
    pub unit: String,
    /// One per year of the time axis.
    pub values: Vec<Point<'a>>,
}

/// A value in one year.
#[derive(Debug, Serialize)]
pub struct Point<'a> {
    /// The year.
    pub year: Year,
    /// The number, if there is one.
    pub value: Option<f64>,
    /// How it comes about.
    pub kind: Coded<PointKind>,
    /// Where an unknown value comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Because<'a>>,
}

/// How a value comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointKind {
    /// It has happened.
    Observed,
    /// Between observations.
    Interpolated,
    /// Computed.
    Projected,
    /// Nobody knows.
    Unknown,
    /// The formula gives no number.
    Fault,
    /// The indicator does not apply to the member.
    NotApplicable,
}

/// Why something is unknown.
#[derive(Debug, Serialize)]
pub struct Because<'a> {
    /// What kind of thing is missing.
    pub root: Coded<Root>,
    /// Id of the assumption, indicator or target.
    pub id: &'a str,
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// The member's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<&'a str>,
    /// The year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
}

/// What became of one target at one milestone. Numbers stand in `unit`; what does not apply is null.
#[derive(Debug, Serialize)]
pub struct Judgement<'a> {
    /// The target's id.
    pub target: &'a str,
    /// Its name.
    pub name: String,
    /// `binding`, `anticipatory` or `aspirational`.
    pub kind: Coded<Kind>,
    /// As in a series.
    pub member: Option<&'a str>,
    /// The years tested, as plan files spell them.
    pub years: Tested,
    /// Date at whose end an event is due, as written.
    pub due: Option<&'a str>,
    /// The last of the years.
    pub milestone: Year,
    /// The comparison, as plan files spell it; null for events and statements.
    pub comparison: Option<Coded<Comparison>>,
    /// `attained`, `missed`, `undetermined` or `unscored`.
    pub verdict: Coded<Verdict>,
    /// Unit of the numbers; empty for plain numbers.
    pub unit: String,
    /// The value compared.
    pub value: Option<f64>,
    /// Lower and upper bound of a value that unknown members leave open; null on a side without bound.
    pub range: Option<[Option<f64>; 2]>,
    /// The year it is of.
    pub year: Year,
    /// What it is compared with.
    pub threshold: Option<f64>,
    /// Upper end of `between`, tolerated edge of `about`.
    pub edge: Option<f64>,
    /// Distance from the threshold; negative is a miss.
    pub margin: Option<f64>,
    /// Share of the way from base to threshold.
    pub progress: Option<f64>,
    /// Second reading of the progress.
    pub band: Option<Coded<Band>>,
    /// The second, harder line.
    pub stretch: Option<Stretch>,
    /// First year in which the comparison holds.
    pub first_attained: Option<Year>,
    /// First year of a window in which it fails.
    pub first_breach: Option<Year>,
    /// Yearly change needed and projected.
    pub pace: Option<Paces>,
    /// Completion against elapsed time.
    pub schedule: Option<Elapsed>,
    /// Why it is undetermined.
    pub because: Vec<Because<'a>>,
    /// Whether the milestone has been observed.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// Whether the value rests on the plan's own targets.
    pub rests_on_plan: bool,
    /// Whether it rests on placeholders.
    pub rests_on_placeholder: bool,
}

/// Years a target is tested in.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tested {
    /// In one year.
    In(Year),
    /// In every year from the first to the last.
    Every([Year; 2]),
    /// At least once from the first (the plan's where null) to the last.
    By([Option<Year>; 2]),
}

/// A stretch threshold.
#[derive(Debug, Serialize)]
pub struct Stretch {
    /// The threshold.
    pub threshold: f64,
    /// Whether it is reached.
    pub verdict: Coded<Verdict>,
}

/// Yearly change needed and projected.
#[derive(Debug, Serialize)]
pub struct Paces {
    /// The year they start from.
    pub from: Year,
    /// The value then.
    pub start: f64,
    /// Needed.
    pub required: Yearly,
    /// Projected.
    pub projected: Yearly,
}

/// A yearly change.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Yearly {
    /// Compound growth, as a fraction.
    Growth(f64),
    /// Change in the unit.
    Change(f64),
    /// Amount in the unit.
    Amount(f64),
}

/// Completion against elapsed time.
#[derive(Debug, Serialize)]
pub struct Elapsed {
    /// The year it is taken at.
    pub year: Year,
    /// Share of the way done.
    pub completion: f64,
    /// Share that should be.
    pub path_share: f64,
}
