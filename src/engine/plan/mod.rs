//! The plan document, typed: what its author wrote, still untrusted. Names, units and formulas are texts with their
//! places; `engine::model` resolves them. Spelling and meaning of every field: the format reference.

use super::diagnostic::{Severity, Spanned};
use super::index::Year;
use super::lang::Text;

/// The whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// The plan's own id, part of links.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Free remarks of the author.
    pub note: Option<Text>,
    /// First and last plan year.
    pub period: Period,
    /// Documents that are quoted.
    pub sources: Vec<Source>,
    /// Named lists that indicators and assumptions may range over.
    pub sets: Vec<Set>,
    /// Lookup tables.
    pub tables: Vec<LookupTable>,
    /// Units the author defines.
    pub units: Vec<UnitDefinition>,
    /// What the user may move.
    pub assumptions: Vec<Assumption>,
    /// Yearly series.
    pub indicators: Vec<Indicator>,
    /// Promises.
    pub targets: Vec<Target>,
    /// Executable expectations and standing findings.
    pub checks: Vec<Check>,
    /// Named differences from the assumptions' values.
    pub scenarios: Vec<Scenario>,
    /// Tasks with responsible units.
    pub measures: Vec<Measure>,
}

/// First and last year, both inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// First plan year.
    pub start: Year,
    /// Last plan year.
    pub end: Year,
}

/// An id as written.
pub type Id = Spanned<String>;
/// A formula as written.
pub type FormulaText = Spanned<String>;
/// A unit as written.
pub type UnitText = Spanned<String>;
/// Warnings accepted at an item: code of the problem and the author's reason.
pub type Accepted = Vec<(Spanned<String>, Text)>;

/// A document the plan is taken from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Name used by citations.
    pub id: Id,
    /// Title of the document or its part.
    pub title: Text,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// Date as written, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// A place in a source, with the words that stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Id of the source.
    pub reference: Option<Id>,
    /// Place in it: a row, a paragraph.
    pub at: Option<Text>,
    /// Verbatim words.
    pub quote: Option<String>,
}

/// A named list.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// Name in formulas.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Members in the author's order.
    pub members: Vec<Member>,
    /// Unit of a count of members, for example 家.
    pub counter: Option<UnitText>,
}

/// One member of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Name in formulas and tables.
    pub id: Id,
    /// Name for people.
    pub name: Text,
}

/// A lookup table: `lookup(x, id)` reads it, flat outside its points.
#[derive(Debug, Clone, PartialEq)]
pub struct LookupTable {
    /// Name in formulas.
    pub id: Id,
    /// Unit of the argument; none for a year.
    pub of: Option<UnitText>,
    /// Unit of the result.
    pub unit: UnitText,
    /// Points in rising order of the argument.
    pub points: Vec<(f64, f64)>,
    /// How to read between points.
    pub path: Interpolation,
}

/// A unit defined by the author, as a multiple of another.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitDefinition {
    /// Its symbol.
    pub symbol: UnitText,
    /// What one of it is, for example `15 亩`; none for a dimension of its own.
    pub equals: Option<Spanned<String>>,
    /// Name for people.
    pub name: Option<Text>,
}

/// How values stand between stated years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interpolation {
    /// The last stated value holds.
    Step,
    /// Straight line.
    Linear,
    /// Constant rate of growth.
    Compound,
}

/// The one table shape of the format: one value, values by year, or either per member.
#[derive(Debug, Clone, PartialEq)]
pub enum Table<T> {
    /// The same for the plan and all members.
    Whole(Series<T>),
    /// One entry per member; `"*"` for every other member, `"all"` for the whole.
    ByMember(Vec<(Spanned<MemberKey>, Series<T>)>),
}

/// One value, or one per year.
#[derive(Debug, Clone, PartialEq)]
pub enum Series<T> {
    /// One value.
    One(T),
    /// One per year, in rising order of the years.
    ByYear(Vec<(Spanned<Year>, T)>),
}

/// A key of a table by member.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MemberKey {
    /// `"*"`: every member not named.
    Each,
    /// `"all"`: the whole.
    Whole,
    /// A member by id.
    Id(String),
}

/// A number, or a formula that yields it.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// A number in the declared unit.
    Number(Spanned<f64>),
    /// A formula with units.
    Formula(FormulaText),
}

/// A number the user may move.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// Name in formulas.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Heading it stands under.
    pub group: Option<Text>,
    /// Declared unit; values are kept in it.
    pub unit: UnitText,
    /// Price basis.
    pub prices: Option<Spanned<PriceBasis>>,
    /// Set it ranges over.
    pub over: Option<Id>,
    /// Its value; none for an awaited assumption.
    pub value: Option<Table<Amount>>,
    /// Interpolation of values by year.
    pub path: Option<Interpolation>,
    /// Lower end of the slider. Without both ends it is a constant without slider.
    pub min: Option<f64>,
    /// Upper end of the slider.
    pub max: Option<f64>,
    /// Step of the slider.
    pub step: Option<f64>,
    /// What the value rests on.
    pub basis: Basis,
    /// How the value was obtained, in words.
    pub derivation: Option<Text>,
    /// Uncertainty of the value.
    pub uncertainty: Option<Uncertainty>,
    /// Why there is no value yet.
    pub awaits: Option<Awaits>,
    /// Who will give it.
    pub from: Option<Text>,
    /// Named values: the assumption is a switch.
    pub options: Vec<SwitchOption>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// One value of a switch.
#[derive(Debug, Clone, PartialEq)]
pub struct SwitchOption {
    /// The value.
    pub value: f64,
    /// Its name.
    pub name: Text,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// What an assumption's value rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Basis {
    /// Observed history.
    History,
    /// The plan's own targets: circular, it attains them by construction.
    Plan,
    /// Somebody's judgement.
    Expert,
    /// Nothing: a sensible figure until somebody enters a better one. Also assumed when nothing is stated.
    #[default]
    Placeholder,
}

/// Why an assumption has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Awaits {
    /// An outside series must be entered.
    Benchmark,
    /// A superior assigns it.
    Delegated,
    /// It will be set later.
    Pending,
}

/// Price basis of a money series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriceBasis {
    /// Prices of each year.
    Current,
    /// Comparable prices, base year not stated.
    Comparable,
    /// Constant prices of a year.
    Constant(Year),
}

/// A probability distribution in the assumption's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Uncertainty {
    /// Least, most likely, greatest.
    Pert(f64, f64, f64),
    /// Least, most likely, greatest.
    Triangular(f64, f64, f64),
    /// Mean, standard deviation.
    Normal(f64, f64),
    /// Mean, coefficient of variation.
    Lognormal(f64, f64),
    /// Least, greatest.
    Uniform(f64, f64),
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Better {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neutral,
}

/// A yearly series.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Name in formulas.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Heading it stands under.
    pub group: Option<Text>,
    /// Declared unit.
    pub unit: UnitText,
    /// Price basis.
    pub prices: Option<Spanned<PriceBasis>>,
    /// Which way is better. The format requires it; `Higher` where it was missing (and reported).
    pub better: Better,
    /// Set it ranges over.
    pub over: Option<Id>,
    /// How the whole follows from the members.
    pub whole: Option<Whole>,
    /// Members it does not apply to.
    pub except: Vec<Id>,
    /// What has happened.
    pub observed: Option<Table<Observation>>,
    /// How it goes on.
    pub formula: Option<Segments>,
    /// Interpolation of gaps between observations.
    pub path: Option<Interpolation>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// How the whole of a set follows from its members.
#[derive(Debug, Clone, PartialEq)]
pub enum Whole {
    /// Their sum.
    Sum,
    /// The same formula over the wholes of what it reads.
    Same,
    /// A formula of its own.
    Formula(FormulaText),
}

/// A formula by the first year it applies, in rising order; a single text applies from the beginning (`None`).
#[derive(Debug, Clone, PartialEq)]
pub struct Segments(pub Vec<(Option<Spanned<Year>>, FormulaText)>);

/// An observed value.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Its value in the declared unit; `None` for null, which is unknown.
    pub value: Option<Spanned<f64>>,
    /// Which edition of the statistics it is from.
    pub vintage: Option<String>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// How binding a target is. Changes severity, never arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// 约束性: a commitment.
    Binding,
    /// 预期性: expected of the market.
    #[default]
    Anticipatory,
    /// 力争: striven for.
    Aspirational,
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Name in links.
    pub id: Id,
    /// Name for people; the quantity's name where absent.
    pub name: Option<Text>,
    /// Heading it stands under; the indicator's where absent.
    pub group: Option<Text>,
    /// How binding.
    pub kind: Kind,
    /// What is promised.
    pub subject: Subject,
    /// Responsible units.
    pub responsible: Vec<Text>,
    /// Where it stands, strictest first.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// What a target promises.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A quantity against a threshold.
    Quantity(Box<Quantified>),
    /// Something happens by a date.
    Event {
        /// What.
        event: Text,
        /// When at the latest.
        by: Due,
        /// Set of which each member must.
        over: Option<Id>,
        /// What has been recorded.
        done: Option<Done>,
    },
    /// Words that are kept and never scored.
    Statement(Text),
}

/// A quantity, the years it is tested in, and a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantified {
    /// The quantity.
    pub of: FormulaText,
    /// Unit of the quantity and of bare thresholds, where it does not follow.
    pub unit: Option<UnitText>,
    /// Years tested; none when the threshold is by year.
    pub years: Option<Years>,
    /// The comparison.
    pub comparison: Comparison,
    /// The comparison's threshold; the lower one of `between`.
    pub threshold: Table<Amount>,
    /// The upper threshold of `between`.
    pub upper: Option<Amount>,
    /// Second line, never the verdict.
    pub stretch: Option<Table<Amount>>,
    /// Tolerance of `about`, in per cent of the threshold.
    pub tolerance: Option<Amount>,
    /// Base year of progress.
    pub base: Option<Spanned<Year>>,
}

/// Years a target is tested in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// In one year.
    In(Year),
    /// In every year from the first to the last.
    Every(Year, Year),
    /// At least once from the first to the last; the first defaults to the plan's.
    By(Option<Year>, Year),
}

/// How quantity and threshold are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
    /// Inside both ends.
    Between,
    /// Near, one-sided towards better.
    About,
}

/// A date or a window, as written: years, months or days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// First date of a window.
    pub from: Option<String>,
    /// Date at whose end it is due.
    pub by: String,
}

/// What a person recorded about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// Not done.
    No,
    /// Done on the date.
    On(String),
}

/// An executable expectation, or a finding that no formula computes.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Name in links.
    pub id: Option<Id>,
    /// What it says, for people.
    pub text: Option<Text>,
    /// What must hold.
    pub expectation: Expectation,
    /// Both quotes, usually.
    pub sources: Vec<Citation>,
    /// Remarks.
    pub note: Option<Text>,
    /// Warnings accepted here.
    pub accept: Accepted,
}

/// What a check expects.
#[derive(Debug, Clone, PartialEq)]
pub enum Expectation {
    /// A condition, in the stated years (every plan year where none are stated).
    That {
        /// The condition.
        that: FormulaText,
        /// When.
        years: Option<Years>,
        /// Allowed difference: relative (`0.5%`) or absolute (`10亩`).
        within: Option<Spanned<String>>,
    },
    /// Raising an assumption never lowers an indicator.
    Monotone {
        /// The assumption.
        raising: Id,
        /// The indicator.
        never_lowers: Id,
    },
    /// Nothing executable: the text is the finding.
    Standing,
}

/// A named small difference from the plan's assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Name in links.
    pub id: Id,
    /// Name for people.
    pub name: Text,
    /// Assumption id and its value in this scenario.
    pub set: Vec<(Id, Table<Amount>)>,
    /// Scenario it builds on.
    pub base: Option<Id>,
    /// Who made it.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
    /// Why.
    pub reason: Option<Text>,
}

/// A task of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Name in links.
    pub id: Id,
    /// What is to be done.
    pub text: Text,
    /// By whom.
    pub responsible: Vec<Text>,
    /// Ids of the targets it serves.
    pub serves: Vec<Id>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// What can be wrong with the document as a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanProblem {}

impl PlanProblem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match *self {}
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
