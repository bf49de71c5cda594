//! Compiling checks: both sides of every expectation into the graph, so that both numbers can be quoted, and beside every
//! observation what the formula would have given.

use std::ops::{Range, RangeInclusive};

use super::ModelProblem;
use super::builder::GraphBuilder;
use super::compile::{Compiler, Piece};
use super::graph::{Given, Operand, SlotIdx};
use crate::engine::eval::op::Operation;
use crate::engine::formula::operators::OperatorKind;
use crate::engine::formula::typed::{Aggregate, Node, Selection, Typed};
use crate::engine::formula::{self, Checked, Context, Expr, ExprKind, Names as _, Want};
use crate::engine::index::{AssumptionIdx, Domain, IndicatorIdx, Var, Year};
use crate::engine::plan::{Check, Expectation, FormulaText, Id, Whole, Years};
use crate::engine::sort;
use crate::engine::unit::{Rational, Tag, Unit};

/// Everything that is checked besides the targets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChecksModel {
    /// The plan's own checks, in its order.
    pub checks: Vec<CheckModel>,
    /// Observations that a formula computes as well.
    pub identities: Vec<Identity>,
}

/// A check as the model knows it.
#[derive(Debug, Clone, PartialEq)]
pub enum CheckModel {
    /// All clauses hold in all of the years.
    Condition {
        /// When.
        years: RangeInclusive<Year>,
        /// What.
        clauses: Vec<Clause>,
    },
    /// Raising the assumption never lowers the indicator.
    Monotone {
        /// The assumption.
        raising: AssumptionIdx,
        /// The indicator.
        never_lowers: IndicatorIdx,
    },
    /// Text only.
    Standing,
    /// A check whose formula or names cannot be used; a diagnostic says why.
    Faulty,
}

/// A part of a condition; several are joined by `and`.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// Two sides that are compared.
    Comparison(Box<Comparison>),
    /// Any other condition: 1 where it holds.
    Truth(Operand),
}

/// Two sides that are compared, and the unit people state them in.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// One of the six comparisons.
    pub operation: Operation,
    /// Left side, in the unit of the comparison.
    pub left: Operand,
    /// Right side, in the same unit.
    pub right: Operand,
    /// From that unit to `unit`.
    pub factor: Rational,
    /// The unit to state both sides in.
    pub unit: Unit,
    /// Difference that is still allowed.
    pub allowed: Allowed,
}

/// A difference that is still allowed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Allowed {
    /// None but noise.
    Nothing,
    /// A fraction of the right side.
    Relative(f64),
    /// An amount in the unit the sides are stated in.
    Absolute(f64),
}

/// Observed values beside what a formula gives in the same years.
#[derive(Debug, Clone, PartialEq)]
pub struct Identity {
    /// The indicator.
    pub indicator: IndicatorIdx,
    /// Whether the value of the whole set was observed, beside what follows from its members.
    pub is_whole: bool,
    /// Years, as rows.
    pub rows: Range<usize>,
    /// What the formula gives.
    pub computed: Operand,
}

impl Clause {
    fn operands(&self) -> Vec<Operand> {
        match self {
            Self::Comparison(comparison) => vec![comparison.left, comparison.right],
            Self::Truth(operand) => vec![*operand],
        }
    }
}

impl ChecksModel {
    /// Slots that are read and must stay.
    pub fn slots(&self) -> impl Iterator<Item = SlotIdx> {
        let clauses = self.checks.iter().filter_map(|check| match check {
            CheckModel::Condition { clauses, .. } => Some(clauses),
            _ => None,
        });
        let read = clauses.flatten().flat_map(Clause::operands);
        let computed = self.identities.iter().map(|identity| identity.computed);
        read.chain(computed).map(|operand| operand.slot)
    }
}

impl Compiler<'_> {
    /// Compiles all checks. `pieces` are the formulas of the indicators, `given` what has been observed.
    pub(super) fn checks(
        &mut self,
        builder: &mut GraphBuilder,
        pieces: &[Option<Vec<Piece>>],
        given: &[Given],
    ) -> ChecksModel {
        let plan = self.plan;
        let mut checks = Vec::new();
        for check in &plan.checks {
            checks.push(
                self.check_model(builder, check)
                    .unwrap_or(CheckModel::Faulty),
            );
        }
        let mut identities = Vec::new();
        for (position, pieces) in pieces.iter().enumerate() {
            let index = IndicatorIdx::new(position);
            let pieces = pieces.as_deref().unwrap_or_default();
            identities.extend(self.identities(builder, index, pieces, given));
        }
        ChecksModel { checks, identities }
    }

    fn check_model(&mut self, builder: &mut GraphBuilder, check: &Check) -> Option<CheckModel> {
        match &check.expectation {
            Expectation::Standing => Some(CheckModel::Standing),
            Expectation::Monotone {
                raising,
                never_lowers,
            } => Some(CheckModel::Monotone {
                raising: self.names.assumption(&raising.value)?,
                never_lowers: self.indicator(never_lowers)?,
            }),
            Expectation::That {
                that,
                years,
                within,
            } => {
                let period = self.plan.period;
                let years = match years {
                    None => period.start..=period.end,
                    // A check has no "by": the reader has reported it.
                    Some(Years::In(year) | Years::By(_, year)) => *year..=*year,
                    Some(Years::Every(first, last)) => *first..=*last,
                };
                let clauses = self.clauses(builder, that, &years, within.as_ref())?;
                Some(CheckModel::Condition { years, clauses })
            }
        }
    }

    fn indicator(&self, id: &Id) -> Option<IndicatorIdx> {
        match self.names.name(&id.value)?.var {
            Var::Indicator(index) => Some(index),
            Var::Assumption(_) => None,
        }
    }

    fn clauses(
        &mut self,
        builder: &mut GraphBuilder,
        that: &FormulaText,
        years: &RangeInclusive<Year>,
        within: Option<&FormulaText>,
    ) -> Option<Vec<Clause>> {
        let expr = self.parse(that)?;
        self.check(&expr, Domain::Plan, Want::Condition).typed?;
        let rows = self.rows_in(years);
        let mut clauses = Vec::new();
        for part in conjuncts(&expr) {
            let checked = self.quietly(part, Domain::Plan, Want::Condition);
            let typed = checked.typed?;
            let clause = match (&part.kind, typed.node, checked.unit) {
                (ExprKind::Infix(_, sides), Node::Apply(operation, arguments), Some(unit))
                    if is_comparison(part) =>
                {
                    let [left, right] = <[Typed; 2]>::try_from(arguments).ok()?;
                    let (unit, factor) = self.stated(sides, unit);
                    Clause::Comparison(Box::new(Comparison {
                        operation,
                        left: builder.operand(&left, &rows),
                        right: builder.operand(&right, &rows),
                        factor,
                        allowed: self.allowed(within, &unit)?,
                        unit,
                    }))
                }
                (_, node, _) => Clause::Truth(builder.operand(&Typed { node, ..typed }, &rows)),
            };
            clauses.push(clause);
        }
        Some(clauses)
    }

    /// The unit people state two sides in, and the factor there from the unit they are compared in.
    fn stated(&self, sides: &[Expr; 2], unit: Unit) -> (Unit, Rational) {
        let own = |side: &Expr| self.quietly(side, Domain::Plan, Want::Quantity).own_unit;
        let own = own(&sides[0]).or_else(|| own(&sides[1]));
        match own.and_then(|own| Some((unit.conversion(&own)?, own))) {
            Some((factor, own)) => (own, factor),
            None => (unit, Rational::ONE),
        }
    }

    /// A share is relative; an amount, and points of a share, are absolute.
    fn allowed(&mut self, within: Option<&FormulaText>, unit: &Unit) -> Option<Allowed> {
        let Some(text) = within else {
            return Some(Allowed::Nothing);
        };
        let expr = self.parse(text)?;
        let checked = self.check(&expr, Domain::Plan, Want::Quantity);
        let (typed, own) = (checked.typed?, checked.unit?);
        let amount = formula::constant(&typed);
        let allowed = if own.tag() == Tag::Ratio {
            amount.map(|amount| Allowed::Relative(own.scale().scale(amount)))
        } else {
            let fits = own.tag() == Tag::Plain || unit.dimension().is_none();
            let factor = own.conversion(unit).filter(|_| fits);
            amount
                .zip(factor)
                .map(|(amount, factor)| Allowed::Absolute(factor.scale(amount)))
        };
        if allowed.is_none() {
            self.report(ModelProblem::Allowance { unit: unit.clone() }, text.span);
        }
        allowed
    }

    fn rows_in(&self, years: &RangeInclusive<Year>) -> Range<usize> {
        let row = |year: Year| usize::try_from(year - self.axis.first).unwrap_or(0);
        let end = row(years.end() + 1).min(self.axis.len());
        row(*years.start()).min(end)..end
    }

    /// What is found out about a formula that has been checked, and its problems reported, before.
    fn quietly(&self, expr: &Expr, inside: Domain, want: Want<'_>) -> Checked {
        let context = Context {
            names: &self.names,
            inside,
            want,
        };
        formula::check(expr, context)
    }

    fn identities(
        &self,
        builder: &mut GraphBuilder,
        index: IndicatorIdx,
        pieces: &[Piece],
        given: &[Given],
    ) -> Vec<Identity> {
        let Some(unit) = self.names.indicator_unit(index) else {
            return Vec::new();
        };
        let domain = self.names.indicator_domains()[index.at()];
        let mut identities = Vec::new();
        let mut add = |builder: &mut GraphBuilder, is_whole: bool, rows, typed: Option<Typed>| {
            let Some(typed) = typed.filter(|typed| is_identity(typed, index, is_whole)) else {
                return;
            };
            for rows in observed_rows(given, builder.indicator(index, is_whole), rows) {
                let computed = builder.operand(&typed, &rows);
                identities.push(Identity {
                    indicator: index,
                    is_whole,
                    rows,
                    computed,
                });
            }
        };
        let typed = |expr: &Expr, inside| self.quietly(expr, inside, Want::Unit(unit)).typed;
        for (position, piece) in pieces.iter().enumerate() {
            let rows = self.rows_of(pieces, position);
            add(builder, false, rows, typed(&piece.expr, domain));
        }
        let Domain::Set(set) = domain else {
            return identities;
        };
        let indicator = &self.plan.indicators[index.at()];
        let all = 0..self.axis.len();
        match &indicator.whole {
            None => {}
            Some(Whole::Sum) => {
                let span = indicator.id.span;
                let series = Node::Series(Var::Indicator(index), Selection::All);
                let members = Typed {
                    node: series,
                    domain,
                    span,
                };
                let node = Node::Aggregate(Aggregate::Sum, set, Box::new(members));
                add(
                    builder,
                    true,
                    all,
                    Some(Typed {
                        node,
                        domain: Domain::Plan,
                        span,
                    }),
                );
            }
            Some(Whole::Same) => {
                for (position, piece) in pieces.iter().enumerate() {
                    let rows = self.rows_of(pieces, position);
                    add(builder, true, rows, typed(&piece.expr, Domain::Plan));
                }
            }
            Some(Whole::Formula(text)) => {
                let expr = formula::parse(text).ok();
                add(
                    builder,
                    true,
                    all,
                    expr.and_then(|expr| typed(&expr, Domain::Plan)),
                );
            }
        }
        identities
    }
}

/// The conditions that `and` joins.
fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Infix(operator, sides) if operator.operation == Operation::And => {
            sides.iter().flat_map(conjuncts).collect()
        }
        _ => vec![expr],
    }
}

fn is_comparison(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Infix(operator, _) if operator.kind == OperatorKind::Comparison)
}

/// Whether a formula says something about an observation: it reads another series than its own past, and no assumption.
/// What merely carries an indicator on is a projection, and no identity.
fn is_identity(typed: &Typed, own: IndicatorIdx, is_whole: bool) -> bool {
    let mut reads_another = false;
    let mut waiting = vec![typed];
    while let Some(part) = waiting.pop() {
        match &part.node {
            Node::Series(Var::Assumption(_), _) => return false,
            // The whole of a set follows from the members of the same indicator.
            Node::Series(Var::Indicator(index), selection) => {
                let is_member = is_whole && *selection != Selection::Whole;
                reads_another |= *index != own || is_member;
            }
            Node::Number(_) | Node::Year => {}
            Node::Lag(of, _) | Node::At(of, _) | Node::Cumulative(of, _) => waiting.push(of),
            Node::Aggregate(_, _, of) | Node::Lookup(_, of) => waiting.push(of),
            Node::WeightedMean { of, by, .. } => waiting.extend([&**of, &**by]),
            Node::Apply(_, arguments) => waiting.extend(arguments),
        }
    }
    reads_another
}

/// Runs of rows among `rows` in which something of the slot was observed.
fn observed_rows(given: &[Given], slot: SlotIdx, rows: Range<usize>) -> Vec<Range<usize>> {
    let mut observed: Vec<usize> = given
        .iter()
        .filter(|given| given.slot == slot && !given.interpolated && rows.contains(&given.row))
        .map(|given| given.row)
        .collect();
    sort::distinct(&mut observed);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for row in observed {
        match runs.last_mut() {
            Some(run) if run.end == row => run.end = row + 1,
            _ => runs.push(row..row + 1),
        }
    }
    runs
}
