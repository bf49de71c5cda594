//! Functions over the members of a set: which set it is.

use super::Checker;
use super::name::called;
use crate::engine::formula::builtins::{Builtin, Lowering};
use crate::engine::formula::expr::{Expr, ExprKind, Given};
use crate::engine::formula::problem::{Called, FormulaProblem};
use crate::engine::index::{Domain, SetIdx};

/// Whether a call is over the members of a set.
pub(super) fn aggregates(builtin: &Builtin, given: &[Given]) -> bool {
    match builtin.lowering {
        Lowering::Aggregate(_) | Lowering::Mean => true,
        Lowering::FoldOrAggregate(..) => given.len() == 1,
        _ => false,
    }
}

/// The ids whose members an aggregate goes through: not those of inner aggregates, nor those of one member.
fn ranging<'a>(expr: &'a Expr, ids: &mut Vec<(&'a str, &'a Expr)>) {
    match &expr.kind {
        ExprKind::Call(builtin, given) if aggregates(builtin, given) => {}
        ExprKind::Index {
            member: Some(_), ..
        } => {}
        ExprKind::Name(id) => ids.push((id, expr)),
        ExprKind::Index { name, .. } => ids.push((&name.value, expr)),
        _ => expr.children().for_each(|child| ranging(child, ids)),
    }
}

impl<'a> Checker<'a> {
    /// The one set of the names in the arguments.
    pub(super) fn aggregated(
        &mut self,
        builtin: &'static Builtin,
        given: &'a [Given],
    ) -> Option<SetIdx> {
        let mut ids = Vec::new();
        for given in given {
            ranging(&given.value, &mut ids);
        }
        let mut found: Option<(SetIdx, Box<Called>)> = None;
        for (id, expr) in ids {
            let Some(named) = self.names.name(id) else {
                continue;
            };
            let Domain::Set(set) = named.domain else {
                continue;
            };
            match &found {
                Some((known, one)) if *known != set => {
                    let (one, other) = (one.clone(), called(id, &named));
                    return self.fail(FormulaProblem::MixedSets { one, other }, expr.span);
                }
                Some(_) => {}
                None => found = Some((set, called(id, &named))),
            }
        }
        if found.is_none() {
            self.report_nothing_to_aggregate(builtin, given);
        }
        found.map(|(set, _)| set)
    }

    /// Wrong names inside are what is wrong, if there are any.
    fn report_nothing_to_aggregate(&mut self, builtin: &'static Builtin, given: &'a [Given]) {
        let before = self.problems.len();
        for given in given {
            let _ = self.value(&given.value, Domain::Plan);
        }
        if let (Some(first), true) = (given.first(), self.problems.len() == before) {
            let function = builtin.name;
            self.fail::<()>(
                FormulaProblem::NothingToAggregate { function },
                first.value.span,
            );
        }
    }
}
