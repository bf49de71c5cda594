//! Assumptions: what the user may move.

use super::{Accepted, Amount, Citation, Id, Interpolation, Table, UnitText};
use crate::engine::diagnostic::Spanned;
use crate::engine::index::Year;
use crate::engine::lang::Text;

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
    /// How uncertain the value is.
    pub uncertainty: Option<Uncertainty>,
    /// Which others it varies with.
    pub correlations: Vec<Correlation>,
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

/// How uncertain an assumption's values are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// What is drawn.
    pub distribution: Distribution,
    /// What a draw is to the stated values.
    pub draws: Draws,
}

/// How the draws of an assumption go together with those of another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlation {
    /// The other assumption.
    pub with: Id,
    /// Rank correlation, above −1 and below 1.
    pub rank: f64,
}

/// What a draw is to the stated values of an assumption. A factor or shift moves all its years alike; every member has
/// a draw of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Draws {
    /// It takes their place, in their unit.
    #[default]
    Value,
    /// They are multiplied by it; without unit.
    Factor,
    /// It is added to them, in their unit.
    Shift,
}

/// A probability distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
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
