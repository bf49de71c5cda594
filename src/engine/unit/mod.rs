//! Units: what a number counts, and how many of it one is. Reads unit texts, multiplies and divides units, and converts
//! by exact rational factors. Knows nothing of formulas and never touches a plan's values.
//!
//! Values stay in the unit they were written in; a [`Unit`] says how to move them into another.

mod algebra;
mod dimension;
mod name;
mod parse;
mod problem;
mod rational;
mod table;
mod units;

use std::sync::Arc;

use super::lang::Text;

pub use dimension::{Base, Dimension};
pub use name::behind_number;
pub use parse::is_word_char;
pub use problem::{Operand, UnitProblem};
pub use rational::Rational;
pub use units::Units;

use table::{KNOWN, Known};

/// What kind of number a dimensionless value is. Values with a dimension are plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A quantity or a plain number.
    Plain,
    /// A share, a rate or an index: `%`, `‰`, `指数`, `倍`.
    Ratio,
    /// A difference of ratios: `百分点`.
    Points,
}

/// A unit: dimension, exact scale, kind of number, and the words it was written with.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Product of the prefixes.
    factor: Rational,
    /// Units without prefix and their powers, in the order written; none occurs twice, no power is 0.
    terms: Vec<(Symbol, i8)>,
    /// Follows from the terms.
    dimension: Dimension,
    /// Follows from factor and terms: how many of the dimension's own units this is.
    scale: Rational,
    tag: Tag,
    written: Option<Arc<str>>,
}

/// A unit without prefix.
#[derive(Debug, Clone, PartialEq)]
enum Symbol {
    /// One everybody knows.
    Known(&'static Known),
    /// One the plan defines.
    Own(Arc<Own>),
}

/// A unit the plan defines.
#[derive(Debug, PartialEq)]
struct Own {
    symbol: String,
    name: Option<Text>,
    dimension: Dimension,
    scale: Rational,
    tag: Tag,
}

impl Symbol {
    fn dimension(&self) -> Dimension {
        match self {
            Self::Known(known) => known.dimension(),
            Self::Own(own) => own.dimension.clone(),
        }
    }

    fn scale(&self) -> Rational {
        match self {
            Self::Known(known) => known.scale(),
            Self::Own(own) => own.scale,
        }
    }

    fn tag(&self) -> Tag {
        match self {
            Self::Known(known) => known.tag,
            Self::Own(own) => own.tag,
        }
    }
}

impl Unit {
    /// Of plain numbers.
    pub fn plain() -> Self {
        Self {
            factor: Rational::ONE,
            terms: Vec::new(),
            dimension: Dimension::default(),
            scale: Rational::ONE,
            tag: Tag::Plain,
            written: None,
        }
    }

    /// Of ratios given as fractions: 0.07, not 7.
    pub fn ratio() -> Self {
        Self::plain().tagged(Tag::Ratio)
    }

    /// `%`.
    pub fn percent() -> Self {
        Self::known("%")
    }

    /// `百分点`.
    pub fn points() -> Self {
        Self::known("pp")
    }

    /// The same scale and dimension as another kind of number.
    pub fn tagged(self, tag: Tag) -> Self {
        Self { tag, ..self }
    }

    fn known(en: &str) -> Self {
        let Some(known) = KNOWN.iter().find(|known| known.en == en) else {
            return Self::plain();
        };
        Self {
            factor: Rational::ONE,
            terms: vec![(Symbol::Known(known), 1)],
            dimension: known.dimension(),
            scale: known.scale(),
            tag: known.tag,
            written: Some(known.en.into()),
        }
    }

    /// What it measures.
    pub fn dimension(&self) -> &Dimension {
        &self.dimension
    }

    /// How many of the dimension's own units it is.
    pub fn scale(&self) -> Rational {
        self.scale
    }

    /// What kind of number it is for.
    pub fn tag(&self) -> Tag {
        self.tag
    }

    /// Whether it is the unit of plain numbers: no dimension, no scale, no tag.
    pub fn is_plain(&self) -> bool {
        self.dimension.is_none() && self.scale == Rational::ONE && self.tag == Tag::Plain
    }

    /// Whether both mean the same, however they are written.
    pub fn is_same(&self, other: &Self) -> bool {
        self.dimension == other.dimension && self.scale == other.scale && self.tag == other.tag
    }

    /// Whether it is a quotient of dimensions, such as 万元/亩.
    pub fn is_quotient(&self) -> bool {
        let powers = self.dimension.powers();
        powers.iter().any(|&(_, power)| power < 0)
    }

    /// The factor that turns a value in this unit into one in `to`. `None` when the dimensions differ or the factor is
    /// out of range; tags are not its business.
    pub fn conversion(&self, to: &Self) -> Option<Rational> {
        if self.dimension != to.dimension {
            return None;
        }
        self.scale.over(to.scale)
    }
}
