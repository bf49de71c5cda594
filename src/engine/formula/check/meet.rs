//! Where two quantities meet: added, subtracted, compared, or one chosen of several.

use super::{Checker, Quantity, node};
use crate::engine::diagnostic::Span;
use crate::engine::formula::expr::ExprKind;
use crate::engine::formula::typed::Typed;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Tag, Unit, UnitProblem};

/// How two quantities meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    /// a + b
    Plus,
    /// a − b
    Minus,
    /// Compared, or one of both is taken.
    Choice,
}

/// The right side in the unit of the left one.
pub(super) struct Met {
    pub right: Typed,
    pub unit: Unit,
    pub prices: Option<PriceBasis>,
}

impl<'a> Checker<'a> {
    /// Brings the right side to the scale of the left. A literal 0 takes any unit, also that of the right side.
    pub(super) fn meet(
        &mut self,
        left: &Quantity<'a>,
        right: Quantity<'a>,
        how: Meeting,
    ) -> Option<Met> {
        let prices = self.joined_prices(left, &right, false);
        if left.is_zero() {
            return Some(Met {
                right: right.typed,
                unit: right.unit,
                prices,
            });
        }
        if right.is_zero() {
            return Some(Met {
                right: right.typed,
                unit: left.unit.clone(),
                prices,
            });
        }
        let tag = match joint_tag(left, &right, how) {
            Ok(tag) => tag,
            Err(misfit) => {
                let (problem, span) = self.misfit(misfit, left, &right, how);
                return self.fail_unit(problem, span);
            }
        };
        let Some(factor) = right.unit.conversion(&left.unit) else {
            return self.fail_unit(UnitProblem::OutOfRange, right.expr.span);
        };
        self.warn_of_ratio_step(left, &right, how);
        Some(Met {
            right: node::convert(right.typed, factor),
            unit: left.unit.clone().tagged(tag),
            prices,
        })
    }

    /// Brings all to one unit: that of the first which is not a bare number.
    pub(super) fn in_common(
        &mut self,
        quantities: Vec<Quantity<'a>>,
    ) -> Option<(Vec<Typed>, Quantity<'a>)> {
        let lead = quantities
            .iter()
            .position(|quantity| !quantity.bare)
            .unwrap_or(0);
        let mut common = quantities.get(lead)?.clone();
        let count = quantities.len();
        let mut typed = Vec::new();
        for (position, quantity) in quantities.into_iter().enumerate() {
            if position == lead {
                typed.push(quantity.typed);
            } else if let Some(met) = self.meet(&common, quantity, Meeting::Choice) {
                typed.push(met.right);
                common.unit = met.unit;
                common.prices = met.prices;
            }
        }
        (typed.len() == count).then_some((typed, common))
    }

    /// What is wrong, and with which of both.
    fn misfit(
        &self,
        misfit: Misfit,
        left: &Quantity<'a>,
        right: &Quantity<'a>,
        how: Meeting,
    ) -> (UnitProblem, Span) {
        match misfit {
            Misfit::Bare => {
                let (number, needed) = if left.bare {
                    (left, right.unit.clone())
                } else if how == Meeting::Choice {
                    (right, left.unit.clone())
                } else {
                    (right, step_unit(&left.unit))
                };
                (bare_number(number, needed), number.expr.span)
            }
            Misfit::PointsAsGrowth => {
                let points = if left.unit.tag() == Tag::Points {
                    left
                } else {
                    right
                };
                let problem = UnitProblem::PointsAsGrowth {
                    points: self.operand(points),
                };
                (problem, points.expr.span)
            }
            Misfit::Different => {
                let (left, at) = (self.operand(left), right.expr.span);
                (
                    UnitProblem::Different {
                        left,
                        right: self.operand(right),
                    },
                    at,
                )
            }
            Misfit::RatioWithPoints => {
                let (left, at) = (self.operand(left), right.expr.span);
                (
                    UnitProblem::RatioWithPoints {
                        left,
                        right: self.operand(right),
                    },
                    at,
                )
            }
        }
    }

    /// A share plus an assumption in %: 5 % of what? Almost always percentage points are meant.
    fn warn_of_ratio_step(&mut self, left: &Quantity<'a>, right: &Quantity<'a>, how: Meeting) {
        let ratios = left.unit.tag() == Tag::Ratio && right.unit.tag() == Tag::Ratio;
        let with_one = left.is_one() || right.is_one();
        if how != Meeting::Plus || !ratios || with_one || left.assumption == right.assumption {
            return;
        }
        let (ratio, step) = if right.assumption {
            (left, right)
        } else {
            (right, left)
        };
        let problem = UnitProblem::RatioStep {
            ratio: self.operand(ratio),
            step: self.operand(step),
        };
        self.report_unit(problem, step.expr.span);
    }

    /// The price basis of two quantities together; two different ones are doubtful.
    pub(super) fn joined_prices(
        &mut self,
        left: &Quantity<'a>,
        right: &Quantity<'a>,
        scaled: bool,
    ) -> Option<PriceBasis> {
        let (Some(one), Some(other)) = (left.prices, right.prices) else {
            return left.prices.or(right.prices);
        };
        let rates = scaled || (left.unit.dimension().is_none() && right.unit.dimension().is_none());
        if one != other && !(rates && is_growth_of(one, other)) {
            let problem = UnitProblem::MixedPrices {
                left: (self.operand(left), one),
                right: (self.operand(right), other),
            };
            self.report_unit(problem, right.expr.span);
        }
        Some(one)
    }
}

/// Whether one is growth at comparable prices and the other in the prices of some year, to which such growth applies.
fn is_growth_of(one: PriceBasis, other: PriceBasis) -> bool {
    use PriceBasis::{Comparable, Constant};
    matches!(
        (one, other),
        (Comparable, Constant(_)) | (Constant(_), Comparable)
    )
}

/// Why two quantities do not fit.
enum Misfit {
    Bare,
    Different,
    RatioWithPoints,
    PointsAsGrowth,
}

/// What kind of number results, following the table of the format (section 3).
fn joint_tag(left: &Quantity<'_>, right: &Quantity<'_>, how: Meeting) -> Result<Tag, Misfit> {
    let (one, other) = (left.unit.tag(), right.unit.tag());
    let bare = left.bare != right.bare;
    if left.unit.dimension() != right.unit.dimension() {
        return Err(if bare {
            Misfit::Bare
        } else {
            Misfit::Different
        });
    }
    let has_one = left.is_one() || right.is_one();
    let with_one = has_one && (one == Tag::Ratio || other == Tag::Ratio);
    if bare && one != other && !with_one {
        let adds_points = how != Meeting::Choice && (one == Tag::Points || other == Tag::Points);
        return Err(if has_one && adds_points {
            Misfit::PointsAsGrowth
        } else {
            Misfit::Bare
        });
    }
    match (how, one, other) {
        (_, Tag::Ratio, Tag::Points) | (Meeting::Plus, Tag::Points, Tag::Ratio)
            if how != Meeting::Choice =>
        {
            Ok(Tag::Ratio)
        }
        (_, Tag::Ratio, Tag::Points) | (_, Tag::Points, Tag::Ratio) => Err(Misfit::RatioWithPoints),
        (Meeting::Choice, Tag::Plain, tag) | (Meeting::Choice, tag, Tag::Plain) => Ok(tag),
        (Meeting::Choice, tag, _) => Ok(tag),
        (_, Tag::Plain, Tag::Points) | (_, Tag::Points, Tag::Plain) => Err(Misfit::PointsAsGrowth),
        (_, Tag::Plain, _) | (_, _, Tag::Plain) => Ok(Tag::Plain),
        (_, Tag::Ratio, Tag::Ratio) if with_one => Ok(Tag::Plain),
        (Meeting::Minus, Tag::Ratio, Tag::Ratio) => Ok(Tag::Points),
        (_, tag, _) => Ok(tag),
    }
}

/// The unit probably meant by a bare number added to a quantity: of a share, percentage points.
fn step_unit(unit: &Unit) -> Unit {
    if unit.dimension().is_none() && unit.is_same(&Unit::percent()) {
        Unit::points()
    } else {
        unit.clone()
    }
}

pub(super) fn bare_number(number: &Quantity<'_>, needed: Unit) -> UnitProblem {
    let text = number.expr.to_string();
    let unit = needed.suffix();
    let write = match &number.expr.kind {
        ExprKind::Number(_, None) => format!("{text}{unit}"),
        ExprKind::Prefix(_, operand) if operand.is_bare_number() => format!("{text}{unit}"),
        _ => format!("({text}) * 1{unit}"),
    };
    UnitProblem::BareNumber {
        number: text,
        write,
        needed,
    }
}
