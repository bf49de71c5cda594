//! The tree of a formula as written: functions are known, names and units still words.

use super::builtins::Builtin;
use super::operators::Operator;
use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::index::Year;
use crate::engine::written::Written;

/// A formula or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands in the plan text.
    pub span: Span,
    height: usize,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A literal, with the unit attached to it.
    Number(f64, Option<Written>),
    /// The name of an indicator or assumption, or `year`.
    Name(String),
    /// The id of a lookup table, as the argument that names one.
    Table(String),
    /// One member or one year of a name: `x[danghu, 2023]`.
    Index {
        /// The name.
        name: Spanned<String>,
        /// The member.
        member: Option<Spanned<String>>,
        /// The year.
        year: Option<Year>,
    },
    /// An operator before its operand.
    Prefix(&'static Operator, Box<Expr>),
    /// An operator between its operands.
    Infix(&'static Operator, Box<[Expr; 2]>),
    /// A call, its arguments in the order of the function's table.
    Call(&'static Builtin, Vec<Given>),
}

/// An argument that is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Which of the function's arguments it is.
    pub argument: usize,
    /// Its value.
    pub value: Expr,
}

impl Expr {
    pub(super) fn new(kind: ExprKind, span: Span) -> Self {
        let below = children(&kind).map(|child| child.height).max();
        Self {
            kind,
            span,
            height: below.unwrap_or(0) + 1,
        }
    }

    /// The same in brackets, which belong to its place.
    pub(super) fn at(self, span: Span) -> Self {
        Self { span, ..self }
    }

    /// Number of expressions on the longest way down.
    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// The whole number a literal without unit is, if it is one that fits.
    pub(super) fn whole_number<T: TryFrom<i32>>(&self) -> Option<T> {
        match self.kind {
            ExprKind::Number(value, None) if value.fract() == 0.0 && value < 1e9 => {
                T::try_from(value as i32).ok()
            }
            _ => None,
        }
    }

    /// The expressions it is made of, from left to right.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        children(&self.kind)
    }

    /// Every use of a name, with its place, from left to right. `year` and tables are none.
    pub fn references(&self) -> impl Iterator<Item = (&str, Span)> {
        let mut waiting = vec![self];
        std::iter::from_fn(move || {
            loop {
                let expr = waiting.pop()?;
                match &expr.kind {
                    ExprKind::Name(id) if id != YEAR => return Some((id.as_str(), expr.span)),
                    ExprKind::Index { name, .. } => return Some((name.value.as_str(), name.span)),
                    _ => {
                        let at = waiting.len();
                        waiting.extend(expr.children());
                        waiting[at..].reverse();
                    }
                }
            }
        })
    }
}

/// The name of the calendar year.
pub const YEAR: &str = "year";

fn children(kind: &ExprKind) -> impl Iterator<Item = &Expr> {
    let (few, given): (&[Expr], &[Given]) = match kind {
        ExprKind::Number(..) | ExprKind::Name(_) | ExprKind::Table(_) | ExprKind::Index { .. } => {
            (&[], &[])
        }
        ExprKind::Prefix(_, operand) => (std::slice::from_ref(&**operand), &[]),
        ExprKind::Infix(_, operands) => (&operands[..], &[]),
        ExprKind::Call(_, given) => (&[], given),
    };
    few.iter().chain(given.iter().map(|given| &given.value))
}
