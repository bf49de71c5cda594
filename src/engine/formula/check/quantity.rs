//! A part of a formula with everything known about it.

use crate::engine::formula::constant::constant;
use crate::engine::formula::expr::{Expr, ExprKind};
use crate::engine::formula::typed::Typed;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Tag, Unit};

/// What a part of a formula is.
pub(super) enum Value<'a> {
    /// A number with a unit.
    Quantity(Quantity<'a>),
    /// Something that holds or does not, and the unit its two sides are compared in.
    Condition(Typed, Option<Unit>),
}

/// A number with a unit.
#[derive(Clone)]
pub(super) struct Quantity<'a> {
    /// The part as written.
    pub expr: &'a Expr,
    /// What computes it, in `unit`.
    pub typed: Typed,
    /// The unit it is in.
    pub unit: Unit,
    /// The unit people state it in, where that follows.
    pub own_unit: Option<Unit>,
    /// Whether it is made of numbers without unit alone.
    pub bare: bool,
    /// Whether it is an assumption as such.
    pub assumption: bool,
    /// Price basis, where stated.
    pub prices: Option<PriceBasis>,
}

impl<'a> Quantity<'a> {
    pub fn new(expr: &'a Expr, typed: Typed, unit: Unit) -> Self {
        Self {
            expr,
            typed,
            unit,
            own_unit: None,
            bare: false,
            assumption: false,
            prices: None,
        }
    }

    /// Whether it is the number 0, which fits everything.
    pub fn is_zero(&self) -> bool {
        self.bare && constant(&self.typed) == Some(0.0)
    }

    /// Whether it is the number 1, also as `100%`, which fits ratios.
    pub fn is_one(&self) -> bool {
        let number =
            self.bare || (self.unit.tag() == Tag::Ratio && self.unit.dimension().is_none());
        let value = constant(&self.typed).filter(|_| number);
        value.map(|value| self.unit.scale().scale(value)) == Some(1.0)
    }
}

impl Expr {
    /// Whether it is a literal without unit.
    pub(super) fn is_bare_number(&self) -> bool {
        matches!(self.kind, ExprKind::Number(_, None))
    }
}
