//! The arithmetic of one number as text that a calculator can redo. Terms know no names: what they read stands in a list
//! beside them, and is written with as many digits as it takes.

use crate::engine::eval::op::Operation;
use crate::engine::formula::operators::OPERATORS;
use crate::engine::formula::typed::Aggregate;
use crate::engine::index::Year;
use crate::text::number::{Precision, UNKNOWN, points};
use crate::text::words::Words;

/// Digits an exact number is written with.
pub(super) const ALL_DIGITS: i32 = 15;

/// A part of the arithmetic.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Term {
    /// A number of the formula itself, or of a conversion.
    Exact(f64),
    /// The same, of hundredths.
    Percent(f64),
    /// A calendar year.
    Year(Year),
    /// A number that is read, by its place in the list.
    Read(usize),
    /// Nothing that is known.
    Unknown,
    /// An operation.
    Apply(Operation, Vec<Term>),
    /// Over many at once: sum, smallest, largest, how many hold.
    Over(Aggregate, Vec<Term>),
    /// A lookup table at an argument, and what it gives there.
    Looked(Box<Term>, Option<f64>),
}

/// A number that is read, as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// The number; none where it is unknown.
    pub value: Option<f64>,
    /// What kind of number.
    pub kind: Kind,
}

/// What a number that is written counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Itself.
    Plain,
    /// Hundredths, written with `%`.
    Percent,
    /// Hundredths, written as points.
    Points,
}

impl Kind {
    fn is_of_hundredths(self) -> bool {
        self != Self::Plain
    }
}

/// A number to so many significant digits; whole numbers in full.
pub(super) fn precision(value: f64, digits: i32) -> Precision {
    Precision::significant(value, digits)
}

/// How strongly an operator of the printed arithmetic binds: as in the table of operators.
fn power(operation: Operation) -> Option<(u8, &'static str)> {
    let operator = OPERATORS
        .iter()
        .find(|known| known.operation == operation)?;
    let sign = match operator.symbol {
        "*" => "×",
        "/" => "÷",
        "-" => "−",
        ">=" => "≥",
        "<=" => "≤",
        "!=" => "≠",
        symbol => symbol,
    };
    Some((operator.power, sign))
}

/// Binds more strongly than any operator.
const ATOM: u8 = u8::MAX;

impl Term {
    /// What it comes to if every number read has so many digits.
    pub fn value(&self, numbers: &[Number], digits: i32) -> Option<f64> {
        let all = |terms: &[Self]| -> Option<Vec<f64>> {
            terms
                .iter()
                .map(|term| term.value(numbers, digits))
                .collect()
        };
        match self {
            Self::Exact(value) => Some(*value),
            Self::Percent(value) => Some(value / 100.0),
            Self::Year(year) => Some(f64::from(*year)),
            Self::Unknown => None,
            Self::Read(place) => {
                let number = numbers.get(*place)?;
                let value = number.value?;
                let written = precision(value, digits).round(value);
                Some(if number.kind.is_of_hundredths() {
                    written / 100.0
                } else {
                    written
                })
            }
            Self::Apply(operation, terms) => {
                let values = all(terms)?;
                let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
                Some(operation.apply(at(0), at(1), at(2)))
            }
            Self::Over(aggregate, terms) => {
                let values = all(terms)?.into_iter();
                match aggregate {
                    Aggregate::Sum | Aggregate::Count => Some(values.sum()),
                    Aggregate::Minimum => values.reduce(f64::min),
                    Aggregate::Maximum => values.reduce(f64::max),
                    Aggregate::Mean => Some(values.clone().sum::<f64>() / values.len() as f64),
                }
            }
            Self::Looked(_, value) => *value,
        }
    }

    /// It as text.
    pub fn written(&self, numbers: &[Number], digits: i32, words: Words) -> String {
        let writer = Writer {
            numbers,
            digits,
            words,
        };
        writer.term(self).0
    }
}

struct Writer<'a> {
    numbers: &'a [Number],
    digits: i32,
    words: Words,
}

impl Writer<'_> {
    /// A text, and how strongly it binds.
    fn term(&self, term: &Term) -> (String, u8) {
        match term {
            Term::Exact(value) => (precision(*value, ALL_DIGITS).number(*value), ATOM),
            Term::Percent(value) => (
                format!("{}%", precision(*value, ALL_DIGITS).number(*value)),
                ATOM,
            ),
            Term::Year(year) => (year.to_string(), ATOM),
            Term::Unknown => (UNKNOWN.to_owned(), ATOM),
            Term::Read(place) => (self.number(*place), ATOM),
            Term::Apply(operation, terms) => self.apply(*operation, terms),
            Term::Over(Aggregate::Sum, terms) => self.joined(Operation::Add, terms),
            Term::Over(aggregate, terms) => {
                let name = match aggregate {
                    Aggregate::Minimum => self.called("min"),
                    Aggregate::Maximum => self.called("max"),
                    Aggregate::Count => self.called("count"),
                    Aggregate::Mean | Aggregate::Sum => self.called("mean"),
                };
                (self.call(name, terms), ATOM)
            }
            Term::Looked(argument, value) => {
                let value = value.map_or_else(
                    || UNKNOWN.to_owned(),
                    |value| precision(value, ALL_DIGITS).number(value),
                );
                let argument = self.term(argument).0;
                (
                    format!("{}({argument} → {value})", self.called("lookup")),
                    ATOM,
                )
            }
        }
    }

    fn number(&self, place: usize) -> String {
        let Some(number) = self.numbers.get(place) else {
            return UNKNOWN.to_owned();
        };
        let Some(value) = number.value else {
            return UNKNOWN.to_owned();
        };
        let written = precision(value, self.digits).number(value);
        match number.kind {
            Kind::Plain => written,
            Kind::Percent => format!("{written}%"),
            Kind::Points => format!("{written} {}", points(self.words.0)),
        }
    }

    fn apply(&self, operation: Operation, terms: &[Term]) -> (String, u8) {
        match (operation, terms) {
            (Operation::Negate, [of]) => {
                let (of, binds) = self.term(of);
                (format!("−{}", bracketed_if(of, binds < 7)), 7)
            }
            (Operation::Not, [of]) => (format!("{}({})", self.words.not(), self.term(of).0), ATOM),
            (Operation::Absolute, [of]) => (format!("|{}|", self.term(of).0), ATOM),
            (Operation::SquareRoot, _) => (self.call("√", terms), ATOM),
            (Operation::Exponential, _) => (self.call("exp", terms), ATOM),
            (Operation::Logarithm, _) => (self.call("ln", terms), ATOM),
            (Operation::Round, _) => (self.call(self.called("round"), terms), ATOM),
            (Operation::Floor, _) => (self.call("floor", terms), ATOM),
            (Operation::Ceiling, _) => (self.call("ceil", terms), ATOM),
            (Operation::If, _) => (self.call(self.called("if"), terms), ATOM),
            (Operation::Minimum, _) => (self.call(self.called("min"), terms), ATOM),
            (Operation::Maximum, _) => (self.call(self.called("max"), terms), ATOM),
            _ => self.joined(operation, terms),
        }
    }

    /// Terms with the sign of an operation between them.
    fn joined(&self, operation: Operation, terms: &[Term]) -> (String, u8) {
        if let [only] = terms {
            return self.term(only);
        }
        let (power, sign) = power(operation).unwrap_or((ATOM, "?"));
        let sign = match operation {
            Operation::And => self.words.and(),
            Operation::Or => self.words.or(),
            _ => sign,
        };
        let is_power = operation == Operation::Power;
        let operand = |(place, term): (usize, &Term)| {
            let (text, binds) = self.term(term);
            let is_first = place == 0;
            // Operators of one power group from the left, powers from the right.
            let is_loose = binds < power || (binds == power && is_first == is_power);
            let is_negative = text.starts_with('−') && (!is_first || is_power);
            bracketed_if(text, is_loose || is_negative)
        };
        let operands: Vec<String> = terms.iter().enumerate().map(operand).collect();
        let between = if is_power {
            sign.to_owned()
        } else {
            format!(" {sign} ")
        };
        (operands.join(&between), power)
    }

    fn call(&self, name: &str, terms: &[Term]) -> String {
        let terms: Vec<String> = terms.iter().map(|term| self.term(term).0).collect();
        format!("{name}({})", terms.join("; "))
    }

    /// A function in words.
    fn called(&self, name: &'static str) -> &'static str {
        self.words.builtin(name).unwrap_or(name)
    }
}

fn bracketed_if(text: String, is_loose: bool) -> String {
    if is_loose { format!("({text})") } else { text }
}
