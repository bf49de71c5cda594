//! The table of operators: the parser, the unit checker, the printer and the documentation read it.

use crate::engine::eval::op::Operation;
use crate::engine::lang::Words;

/// An operator.
#[derive(Debug, PartialEq)]
pub struct Operator {
    /// How it is written.
    pub symbol: &'static str,
    /// Operators of higher power bind first.
    pub power: u8,
    /// What it does with units.
    pub kind: OperatorKind,
    /// What it computes.
    pub operation: Operation,
    /// What it is for.
    pub help: Words,
    /// A formula that uses it.
    pub example: &'static str,
}

/// What an operator does with units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperatorKind {
    /// Both sides in one unit, which is the result's; the difference of two ratios is in percentage points.
    Sum,
    /// Units multiply.
    Product,
    /// Units divide.
    Quotient,
    /// A literal integer power of a quantity, or any power of a plain number.
    Power,
    /// Both sides in one unit; a condition.
    Comparison,
    /// Conditions on both sides; a condition.
    Logic,
    /// The sign of a quantity, before it.
    Sign,
    /// The opposite of a condition, before it.
    Not,
}

impl OperatorKind {
    /// Whether it stands before its one operand.
    pub fn is_prefix(self) -> bool {
        matches!(self, Self::Sign | Self::Not)
    }
}

/// Power of the only operator that groups from the right, `^`.
const RIGHT: u8 = 8;

impl Operator {
    /// Least power of an operator inside its left operand.
    pub(super) fn left_power(&self) -> u8 {
        if self.power == RIGHT || self.kind == OperatorKind::Comparison {
            self.power + 1
        } else {
            self.power
        }
    }

    /// Least power of an operator inside its right operand.
    pub(super) fn right_power(&self) -> u8 {
        if self.power == RIGHT || self.kind.is_prefix() {
            self.power
        } else {
            self.power + 1
        }
    }
}

macro_rules! operator {
    ($symbol:literal, $power:expr, $kind:ident, $operation:ident, $zh:literal, $en:literal, $example:literal) => {
        Operator {
            symbol: $symbol,
            power: $power,
            kind: OperatorKind::$kind,
            operation: Operation::$operation,
            help: Words { zh: $zh, en: $en },
            example: $example,
        }
    };
}

/// All operators, loosest first.
pub const OPERATORS: &[Operator] = &[
    operator!(
        "or",
        1,
        Logic,
        Or,
        "两个条件至少一个成立",
        "at least one of two conditions holds",
        "year < 2025 or va > 100亿元"
    ),
    operator!(
        "and",
        2,
        Logic,
        And,
        "两个条件都成立",
        "two conditions both hold",
        "year >= 2025 and va > 100亿元"
    ),
    operator!(
        "not",
        3,
        Not,
        Not,
        "条件不成立",
        "a condition does not hold",
        "not (va > 100亿元)"
    ),
    operator!(
        "<",
        4,
        Comparison,
        Less,
        "小于",
        "less than",
        "va < 100亿元"
    ),
    operator!(
        "<=",
        4,
        Comparison,
        AtMost,
        "小于或等于",
        "less than or equal to",
        "va <= 100亿元"
    ),
    operator!(
        ">",
        4,
        Comparison,
        Greater,
        "大于",
        "greater than",
        "va > 100亿元"
    ),
    operator!(
        ">=",
        4,
        Comparison,
        AtLeast,
        "大于或等于",
        "greater than or equal to",
        "va >= 100亿元"
    ),
    operator!(
        "=",
        4,
        Comparison,
        Equal,
        "等于",
        "equal to",
        "va = va[2023]"
    ),
    operator!(
        "!=",
        4,
        Comparison,
        Unequal,
        "不等于",
        "not equal to",
        "va != va[2023]"
    ),
    operator!("+", 5, Sum, Add, "加", "plus", "prev(land) + supply"),
    operator!("-", 5, Sum, Subtract, "减", "minus", "land - land[2023]"),
    operator!(
        "*",
        6,
        Product,
        Multiply,
        "乘",
        "times",
        "prev(va) * (1 + va_growth)"
    ),
    operator!("/", 6, Quotient, Divide, "除以", "divided by", "va / land"),
    operator!("-", 7, Sign, Negate, "取负", "the opposite", "-land"),
    operator!(
        "^",
        RIGHT,
        Power,
        Power,
        "乘方",
        "to the power of",
        "(1 + va_growth) ^ 5"
    ),
];

/// The operator between two operands that is written so.
pub(super) fn infix(symbol: &str) -> Option<&'static Operator> {
    OPERATORS
        .iter()
        .find(|operator| operator.symbol == symbol && !operator.kind.is_prefix())
}

/// The operator before an operand that is written so.
pub(super) fn prefix(symbol: &str) -> Option<&'static Operator> {
    OPERATORS
        .iter()
        .find(|operator| operator.symbol == symbol && operator.kind.is_prefix())
}
