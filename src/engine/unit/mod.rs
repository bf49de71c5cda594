//! Units: what a number counts, and how many of it one is. Reads unit texts, multiplies and divides units, and converts
//! by exact rational factors. Knows nothing of formulas and never touches a plan's values.
//!
//! Values stay in the unit they were written in; a [`Unit`] says how to move them into another.

mod algebra;
mod define;
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

/// A unit: dimension, exact scale, kind of number, and the words it was written with. Cheap to clone.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit(Arc<Parts>);

/// What a unit is made of.
#[derive(Debug, Clone, PartialEq)]
struct Parts {
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

impl Parts {
    /// Those of plain numbers.
    fn plain() -> Self {
        Self {
            factor: Rational::ONE,
            terms: Vec::new(),
            dimension: Dimension::default(),
            scale: Rational::ONE,
            tag: Tag::Plain,
            written: None,
        }
    }

    fn unit(self) -> Unit {
        Unit(Arc::new(self))
    }
}

impl Unit {
    /// Of plain numbers.
    pub fn plain() -> Self {
        Parts::plain().unit()
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
        if self.0.tag == tag {
            return self;
        }
        if tag == Tag::Points && self.is_same(&Self::percent()) {
            return Self::points();
        }
        Parts {
            tag,
            ..Arc::unwrap_or_clone(self.0)
        }
        .unit()
    }

    fn known(en: &str) -> Self {
        let Some(known) = KNOWN.iter().find(|known| known.en == en) else {
            return Self::plain();
        };
        Parts {
            factor: Rational::ONE,
            terms: vec![(Symbol::Known(known), 1)],
            dimension: known.dimension(),
            scale: known.scale(),
            tag: known.tag,
            written: Some(known.en.into()),
        }
        .unit()
    }

    /// What it measures.
    pub fn dimension(&self) -> &Dimension {
        &self.0.dimension
    }

    /// How many of the dimension's own units it is.
    pub fn scale(&self) -> Rational {
        self.0.scale
    }

    /// What kind of number it is for.
    pub fn tag(&self) -> Tag {
        self.0.tag
    }

    /// Whether it is the unit of plain numbers: no dimension, no scale, no tag.
    pub fn is_plain(&self) -> bool {
        self.0.dimension.is_none() && self.0.scale == Rational::ONE && self.0.tag == Tag::Plain
    }

    /// Whether it is that of a plain number, or of so many as a prefix says: `万`.
    pub fn is_number(&self) -> bool {
        self.0.terms.is_empty() && self.0.tag == Tag::Plain
    }

    /// Whether both mean the same, however they are written.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.dimension == other.0.dimension
            && self.0.scale == other.0.scale
            && self.0.tag == other.0.tag
    }

    /// Whether it is a quotient of dimensions, such as 万元/亩.
    pub fn is_quotient(&self) -> bool {
        let powers = self.0.dimension.powers();
        powers.iter().any(|&(_, power)| power < 0)
    }

    /// The factor that turns a value in this unit into one in `to`. `None` when the dimensions differ or the factor is
    /// out of range; tags are not its business.
    pub fn conversion(&self, to: &Self) -> Option<Rational> {
        if self.0.dimension != to.0.dimension {
            return None;
        }
        self.0.scale.over(to.0.scale)
    }
}
