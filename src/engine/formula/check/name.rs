//! Names: of the plan, of one member, of one year; and what was probably meant by a wrong one.

use super::{Checker, Quantity, node};
use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::formula::builtins;
use crate::engine::formula::expr::{Expr, YEAR};
use crate::engine::formula::names::Named;
use crate::engine::formula::problem::{Called, FormulaProblem};
use crate::engine::formula::typed::{Node, Selection};
use crate::engine::index::{Domain, Var, Year};
use crate::engine::lang::Lang;
use crate::engine::suggest;
use crate::engine::unit::Unit;

impl<'a> Checker<'a> {
    pub(super) fn name(
        &mut self,
        expr: &'a Expr,
        id: &str,
        inside: Domain,
    ) -> Option<Quantity<'a>> {
        if id == YEAR {
            let typed = node::leaf(Node::Year, Domain::Plan, expr.span);
            return Some(Quantity::new(expr, typed, Unit::plain()));
        }
        let named = self.named(id, expr.span)?;
        let (selection, domain) = self.selection(&named, id, inside, expr.span)?;
        series(expr, &named, selection, domain)
    }

    pub(super) fn index(
        &mut self,
        expr: &'a Expr,
        name: &Spanned<String>,
        member: Option<&Spanned<String>>,
        year: Option<Year>,
        inside: Domain,
    ) -> Option<Quantity<'a>> {
        let named = self.named(&name.value, name.span)?;
        let (selection, domain) = match member {
            Some(member) => self.member(&named, &name.value, member)?,
            None => self.selection(&named, &name.value, inside, name.span)?,
        };
        let mut quantity = series(expr, &named, selection, domain)?;
        if let Some(year) = year {
            quantity.typed =
                node::leaf(Node::At(Box::new(quantity.typed), year), domain, expr.span);
        }
        Some(quantity)
    }

    fn named(&mut self, id: &str, span: Span) -> Option<Named> {
        let found = self.names.name(id);
        if found.is_none() {
            let problem = match builtins::builtin(id) {
                Some(builtin) => FormulaProblem::FunctionWithoutArguments { builtin },
                None => FormulaProblem::UnknownName {
                    name: id.to_owned(),
                    nearest: nearest(id, self.names.names()),
                },
            };
            return self.fail(problem, span);
        }
        found
    }

    /// Which values a bare name means here.
    fn selection(
        &mut self,
        named: &Named,
        id: &str,
        inside: Domain,
        span: Span,
    ) -> Option<(Selection, Domain)> {
        if named.domain == Domain::Plan || named.domain == inside {
            return Some((Selection::All, named.domain));
        }
        if named.whole {
            return Some((Selection::Whole, Domain::Plan));
        }
        self.fail(
            FormulaProblem::NoWhole {
                name: called(id, named),
            },
            span,
        )
    }

    fn member(
        &mut self,
        named: &Named,
        id: &str,
        member: &Spanned<String>,
    ) -> Option<(Selection, Domain)> {
        let Domain::Set(set) = named.domain else {
            return self.fail(
                FormulaProblem::NoMembers {
                    name: called(id, named),
                },
                member.span,
            );
        };
        let found = self.names.member(set, &member.value);
        if found.is_none() {
            let problem = FormulaProblem::UnknownMember {
                name: member.value.clone(),
                set: Box::new(self.names.set(set).called),
                nearest: nearest(&member.value, self.names.members(set)),
            };
            return self.fail(problem, member.span);
        }
        found.map(|member| (Selection::Member(member), Domain::Plan))
    }
}

/// A series in its declared unit; nothing where that is faulty.
fn series<'a>(
    expr: &'a Expr,
    named: &Named,
    selection: Selection,
    domain: Domain,
) -> Option<Quantity<'a>> {
    let unit = named.unit.clone()?;
    let typed = node::leaf(Node::Series(named.var, selection), domain, expr.span);
    Some(Quantity {
        own_unit: Some(unit.clone()),
        assumption: matches!(named.var, Var::Assumption(_)),
        prices: named.prices,
        ..Quantity::new(expr, typed, unit)
    })
}

#[expect(
    clippy::unnecessary_box_returns,
    reason = "problems keep it boxed, to stay small"
)]
pub(super) fn called(id: &str, named: &Named) -> Box<Called> {
    Box::new(Called {
        id: id.to_owned(),
        name: named.name.clone(),
    })
}

/// What was probably meant: by id or by a name people gave.
pub(super) fn nearest(word: &str, candidates: Vec<Called>) -> Option<Box<Called>> {
    let spellings = |called: &Called| {
        [
            called.id.clone(),
            called.name.get(Lang::Zh).to_owned(),
            called.name.get(Lang::En).to_owned(),
        ]
    };
    let all: Vec<[String; 3]> = candidates.iter().map(spellings).collect();
    let found = suggest::nearest(word, all.iter().flatten().map(String::as_str))?;
    candidates
        .into_iter()
        .find(|candidate| {
            spellings(candidate)
                .iter()
                .any(|spelling| spelling == found)
        })
        .map(Box::new)
}
