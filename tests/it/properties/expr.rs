//! Formulas of generated plans: a small tree, and how it is spelled in a plan.

use std::fmt::{self, Display};

/// A formula over plain numbers.
#[derive(Debug, Clone)]
pub enum Expr {
    Number(f64),
    Year,
    /// An assumption or indicator, by position among all series.
    Name(usize),
    Member(usize, usize),
    At(usize, i32),
    MemberAt(usize, usize, i32),
    Arithmetic(char, Box<[Expr; 2]>),
    Negate(Box<Expr>),
    Square(Box<Expr>),
    /// `abs`, `sqrt`, `floor`, `round`, `ceil`, `exp`, `ln`.
    Function(&'static str, Box<Expr>),
    /// `min` and `max` of two.
    Extreme(&'static str, Box<[Expr; 2]>),
    Clamp(Box<[Expr; 3]>),
    If(Box<Condition>, Box<[Expr; 2]>),
    Previous(Box<Expr>, u32),
    Cumulative(Box<Expr>, Option<i32>),
    /// `1 + growth(x)`, a plain number.
    Growth(Box<Expr>),
    /// `1 + average_growth(x, from)`
    AverageGrowth(Box<Expr>, i32),
    RunningMean(Box<Expr>, u32),
    /// `sum`, `mean`, `min`, `max` over the members.
    Aggregate(&'static str, Box<Expr>),
    WeightedMean(Box<[Expr; 2]>),
    Count(Box<Condition>),
    Lookup(Box<Expr>),
}

/// A condition.
#[derive(Debug, Clone)]
pub enum Condition {
    Compare(&'static str, [Expr; 2]),
    Not(Box<Condition>),
    /// `and`, `or`.
    Both(&'static str, Box<[Condition; 2]>),
}

/// How a series is called in formulas.
pub fn name(series: usize) -> String {
    format!("x{series}")
}

/// How a member is called.
pub fn member(member: usize) -> String {
    format!("m{member}")
}

impl Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(value) if *value < 0.0 => write!(f, "(-{})", -value),
            Self::Number(value) => write!(f, "{value}"),
            Self::Year => write!(f, "year"),
            Self::Name(series) => write!(f, "{}", name(*series)),
            Self::Member(series, lane) => write!(f, "{}[{}]", name(*series), member(*lane)),
            Self::At(series, year) => write!(f, "{}[{year}]", name(*series)),
            Self::MemberAt(series, lane, year) => {
                write!(f, "{}[{}, {year}]", name(*series), member(*lane))
            }
            Self::Arithmetic(sign, operands) => {
                write!(f, "({} {sign} {})", operands[0], operands[1])
            }
            Self::Negate(of) => write!(f, "(-{of})"),
            Self::Square(of) => write!(f, "({of} ^ 2)"),
            Self::Function(name, of) | Self::Aggregate(name, of) => write!(f, "{name}({of})"),
            Self::Extreme(name, of) => write!(f, "{name}({}, {})", of[0], of[1]),
            Self::Clamp(of) => write!(f, "clamp({}, {}, {})", of[0], of[1], of[2]),
            Self::If(condition, of) => write!(f, "if({condition}, {}, {})", of[0], of[1]),
            Self::Previous(of, back) => write!(f, "prev({of}, {back})"),
            Self::Cumulative(of, None) => write!(f, "cumulative({of})"),
            Self::Cumulative(of, Some(from)) => write!(f, "cumulative({of}, {from})"),
            Self::Growth(of) => write!(f, "(1 + growth({of}))"),
            Self::AverageGrowth(of, from) => write!(f, "(1 + average_growth({of}, {from}))"),
            Self::RunningMean(of, years) => write!(f, "average({of}, {years})"),
            Self::WeightedMean(of) => write!(f, "mean({}, by: {})", of[0], of[1]),
            Self::Count(condition) => write!(f, "count({condition})"),
            Self::Lookup(of) => write!(f, "lookup({of}, table)"),
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Compare(sign, of) => write!(f, "({} {sign} {})", of[0], of[1]),
            Self::Not(of) => write!(f, "(not {of})"),
            Self::Both(word, of) => write!(f, "({} {word} {})", of[0], of[1]),
        }
    }
}
