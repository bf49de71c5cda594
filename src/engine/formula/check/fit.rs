//! Whether a quantity fits the unit it is to be expressed in.

use super::meet::bare_number;
use super::{Checker, Quantity, node};
use crate::engine::formula::typed::Typed;
use crate::engine::unit::{Tag, Unit, UnitProblem};

impl<'a> Checker<'a> {
    /// The quantity in the wanted unit. Plain numbers may become ratios or points; ratios and points never each other.
    pub(super) fn fit(&mut self, found: Quantity<'a>, wanted: &Unit) -> Option<Typed> {
        let span = found.expr.span;
        if found.is_zero() {
            return Some(found.typed);
        }
        if found.bare && !bare_fits(&found, wanted) {
            return self.fail_unit(bare_number(&found, wanted.clone()), span);
        }
        if found.unit.dimension() != wanted.dimension() {
            let problem = UnitProblem::Unfit {
                found: self.operand(&found),
                wanted: wanted.clone(),
            };
            return self.fail_unit(problem, span);
        }
        let kinds = (found.unit.tag(), wanted.tag());
        if matches!(
            kinds,
            (Tag::Points, Tag::Ratio | Tag::Plain) | (Tag::Ratio, Tag::Points)
        ) {
            let problem = UnitProblem::WrongKind {
                found: self.operand(&found),
                wanted: wanted.clone(),
            };
            return self.fail_unit(problem, span);
        }
        match found.unit.conversion(wanted) {
            Some(factor) => Some(node::convert(found.typed, factor)),
            None => self.fail_unit(UnitProblem::OutOfRange, span),
        }
    }

    /// A plain number or ratio at scale 1, for `exp`, powers and the like.
    pub(super) fn plain(&mut self, found: Quantity<'a>, user: &'static str) -> Option<Typed> {
        let fits = found.unit.dimension().is_none() && found.unit.tag() != Tag::Points;
        if let Some(factor) = found.unit.conversion(&Unit::plain()).filter(|_| fits) {
            return Some(node::convert(found.typed, factor));
        }
        let problem = UnitProblem::NotPlain {
            user,
            operand: self.operand(&found),
        };
        self.fail_unit(problem, found.expr.span)
    }
}

/// Whether a bare number may stand for a quantity in the unit.
fn bare_fits(number: &Quantity<'_>, wanted: &Unit) -> bool {
    wanted.dimension().is_none()
        && match wanted.tag() {
            Tag::Plain => true,
            Tag::Ratio => number.is_one(),
            Tag::Points => false,
        }
}
