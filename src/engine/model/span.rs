//! The span of the time axis: which years a plan needs.

use super::compile::{Compiler, Piece, table_years};
use super::{Axis, ModelProblem, targets};
use crate::engine::diagnostic::Span;
use crate::engine::formula::builtins::ArgumentKind;
use crate::engine::formula::{self, Expr, ExprKind};
use crate::engine::index::Year;
use crate::engine::plan::Years;

impl Compiler<'_> {
    /// From the earliest of the year before the plan, observations, formulas, paths and years named in formulas, to the
    /// latest of the plan's end and the targets' years.
    pub(super) fn find_axis(&mut self, pieces: &[Option<Vec<Piece>>]) -> Axis {
        let plan = self.plan;
        let mut first = plan.period.start - 1;
        let mut last = plan.period.end;
        let mut include = |year: Year| first = first.min(year);
        for piece in pieces.iter().flatten().flatten() {
            piece.from.into_iter().for_each(&mut include);
            years_of(&piece.expr).into_iter().for_each(&mut include);
        }
        let quietly = |text| {
            formula::parse(text)
                .ok()
                .into_iter()
                .flat_map(|expr| years_of(&expr))
        };
        plan.targets
            .iter()
            .flat_map(targets::texts)
            .flat_map(quietly)
            .for_each(&mut include);
        for indicator in &plan.indicators {
            indicator
                .observed
                .iter()
                .flat_map(table_years)
                .for_each(&mut include);
        }
        for assumption in &plan.assumptions {
            assumption
                .value
                .iter()
                .flat_map(table_years)
                .for_each(&mut include);
        }
        let mut late = Vec::new();
        for target in &plan.targets {
            for years in targets::years(target) {
                let (from, to) = match years {
                    Years::In(year) => (year, year),
                    Years::Every(from, to) => (from, to),
                    Years::By(from, to) => (from.unwrap_or(to), to),
                };
                first = first.min(from);
                if to > plan.period.end {
                    late.push((to, target.id.span));
                }
                last = last.max(to);
            }
        }
        for (year, span) in late {
            self.report(
                ModelProblem::AfterPlan {
                    year,
                    end: plan.period.end,
                },
                span,
            );
        }
        let axis = Axis { first, last };
        if axis.len() <= Axis::MOST_YEARS && !axis.is_empty() {
            return axis;
        }
        self.report(
            ModelProblem::AxisTooLong {
                first,
                last,
                most: Axis::MOST_YEARS,
            },
            Span::default(),
        );
        let most = Year::try_from(Axis::MOST_YEARS).unwrap_or(1);
        Axis {
            first: plan.period.start - 1,
            last: plan
                .period
                .end
                .clamp(plan.period.start, plan.period.start + most - 2),
        }
    }
}

/// All calendar years a formula names.
fn years_of(expr: &Expr) -> Vec<Year> {
    let mut years = Vec::new();
    let mut waiting = vec![expr];
    while let Some(expr) = waiting.pop() {
        match &expr.kind {
            ExprKind::Index { year, .. } => years.extend(*year),
            ExprKind::Call(builtin, given) => {
                let is_year =
                    |argument: usize| builtin.arguments[argument].kind == ArgumentKind::Year;
                years.extend(
                    given
                        .iter()
                        .filter(|given| is_year(given.argument))
                        .filter_map(|given| match given.value.kind {
                            ExprKind::Number(year, None) => Some(year as Year),
                            _ => None,
                        }),
                );
            }
            _ => {}
        }
        waiting.extend(expr.children());
    }
    years
}
