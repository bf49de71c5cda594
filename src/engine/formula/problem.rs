//! What can be wrong with a formula but for its units, as data; the wording is in the catalogue.

use super::builtins::{ArgumentKind, Builtin};
use crate::engine::diagnostic::{Diagnostic, Problem, Severity, Span};
use crate::engine::index::Year;
use crate::engine::lang::Text;

/// Something of the plan, by id and by the name people gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Called {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// What the reader of a formula was waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A number, a name, a function or a bracket.
    Operand,
    /// An operator, or the end.
    Operator,
    /// `,` or `)` after an argument.
    ArgumentEnd,
    /// `)` for a `(`.
    Parenthesis,
    /// A year or a member.
    Index,
    /// `]` for a `[`.
    Bracket,
}

/// What can be wrong with a formula but for its units.
#[derive(Debug, Clone, PartialEq)]
pub enum FormulaProblem {
    /// Nothing is written.
    Empty,
    /// More than [`super::LONGEST`] bytes.
    TooLong,
    /// More than [`super::DEEPEST`] levels.
    TooDeep,
    /// Written out, the formula would have too many steps: repeated growth, long running means.
    TooLarge,
    /// Something else stands there.
    Unexpected {
        /// What was needed.
        expected: Expected,
        /// What is there; nothing at the end.
        found: Option<String>,
    },
    /// An operator as other languages spell it.
    Foreign {
        /// As written.
        written: &'static str,
        /// How it is spelt here.
        meant: &'static str,
    },
    /// A number beyond all bounds.
    NumberTooLarge,
    /// A comma inside a number.
    GroupedDigits,
    /// A unit that stands apart from its number, or a name behind a number.
    DetachedUnit {
        /// The number.
        number: String,
        /// What stands behind it.
        word: String,
    },
    /// `a < b < c`.
    ChainedComparison,
    /// A function that does not exist.
    UnknownFunction {
        /// As written.
        name: String,
        /// The function probably meant.
        nearest: Option<&'static str>,
        /// The year that is its only argument: probably `x[2020]` was meant.
        year: Option<Year>,
    },
    /// The name of a function without its arguments.
    FunctionWithoutArguments {
        /// The function.
        builtin: &'static Builtin,
    },
    /// Too few or too many arguments.
    ArgumentCount {
        /// The function.
        builtin: &'static Builtin,
        /// How many there are.
        found: usize,
    },
    /// A named argument that the function does not have, or that is given twice.
    UnknownArgument {
        /// The function.
        builtin: &'static Builtin,
        /// As written.
        name: String,
    },
    /// An argument that is not of its kind.
    WrongArgument {
        /// The function.
        builtin: &'static Builtin,
        /// Name of the argument.
        argument: &'static str,
        /// What it must be.
        kind: ArgumentKind,
    },
    /// A name of nothing.
    UnknownName {
        /// As written.
        name: String,
        /// What was probably meant.
        nearest: Option<Box<Called>>,
    },
    /// A member that the set does not have.
    UnknownMember {
        /// As written.
        name: String,
        /// The set.
        set: Box<Called>,
        /// The member probably meant.
        nearest: Option<Box<Called>>,
    },
    /// A table that does not exist.
    UnknownTable {
        /// As written.
        name: String,
        /// The table probably meant.
        nearest: Option<Box<Called>>,
    },
    /// A member of something that has none.
    NoMembers {
        /// What has none.
        name: Box<Called>,
    },
    /// A function over members whose argument has none.
    NothingToAggregate {
        /// The function.
        function: &'static str,
    },
    /// Members of two sets in one expression.
    MixedSets {
        /// Over one set.
        one: Box<Called>,
        /// Over another.
        other: Box<Called>,
    },
    /// The whole of something that has members and no whole.
    NoWhole {
        /// What has none.
        name: Box<Called>,
    },
    /// A quantity where a condition is needed.
    ConditionNeeded,
    /// A condition where a quantity is needed.
    QuantityNeeded,
}

impl FormulaProblem {
    /// The problem at its place.
    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic {
            problem: Problem::Formula(self),
            span,
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        Severity::Error
    }

    /// Stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty-formula",
            Self::TooLong => "formula-too-long",
            Self::TooDeep => "formula-too-deep",
            Self::TooLarge => "formula-too-large",
            Self::Unexpected { .. } => "unexpected",
            Self::Foreign { .. } => "foreign-operator",
            Self::NumberTooLarge => "number-too-large",
            Self::GroupedDigits => "grouped-digits",
            Self::DetachedUnit { .. } => "detached-unit",
            Self::ChainedComparison => "chained-comparison",
            Self::UnknownFunction { .. } => "unknown-function",
            Self::FunctionWithoutArguments { .. } => "function-without-arguments",
            Self::ArgumentCount { .. } => "argument-count",
            Self::UnknownArgument { .. } => "unknown-argument",
            Self::WrongArgument { .. } => "wrong-argument",
            Self::UnknownName { .. } => "unknown-name",
            Self::UnknownMember { .. } => "unknown-member",
            Self::UnknownTable { .. } => "unknown-table",
            Self::NoMembers { .. } => "no-members",
            Self::NothingToAggregate { .. } => "nothing-to-aggregate",
            Self::MixedSets { .. } => "mixed-sets",
            Self::NoWhole { .. } => "no-whole",
            Self::ConditionNeeded => "condition-needed",
            Self::QuantityNeeded => "quantity-needed",
        }
    }
}
