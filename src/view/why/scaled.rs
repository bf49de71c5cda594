//! Terms with the factor that units leave beside them: how factors meet, cancel, and are written down in the end.

use crate::engine::eval::op::Operation;
use crate::engine::formula::typed::{Aggregate, Node, Typed};
use crate::engine::index::Year;
use crate::engine::lang::Lang;
use crate::engine::unit::{Rational, Unit};

use super::term::{Kind, Term};

/// A term and what it has to be multiplied by to be what the formula means.
pub(super) struct Scaled {
    pub term: Term,
    pub factor: Rational,
}

impl Scaled {
    pub(super) fn plain(term: Term) -> Self {
        Self {
            term,
            factor: Rational::ONE,
        }
    }
}

/// How the numbers of a unit are written in arithmetic.
pub(super) fn kind(unit: &Unit) -> Kind {
    if unit.is_same(&Unit::points()) {
        Kind::Points
    } else if unit.is_same(&Unit::percent()) && matches!(&*unit.name(Lang::Zh), "%" | "％") {
        Kind::Percent
    } else {
        Kind::Plain
    }
}

pub(super) fn hundred() -> Rational {
    Rational::new(100, 1).unwrap_or(Rational::ONE)
}

/// One factor as a multiple of another. No plan comes near the ends of these numbers.
pub(super) fn ratio(factor: Rational, of: Rational) -> Rational {
    factor.over(of).unwrap_or(factor)
}

/// A term times a factor, in signs.
pub(super) fn multiplied(term: Term, factor: Rational) -> Term {
    if let Term::Exact(value) = term {
        return Term::Exact(factor.scale(value));
    }
    let mut term = term;
    if factor.numerator() != 1 {
        let by = Term::Exact(factor.numerator() as f64);
        term = Term::Apply(Operation::Multiply, vec![term, by]);
    }
    if factor.denominator() != 1 {
        let by = Term::Exact(factor.denominator() as f64);
        term = Term::Apply(Operation::Divide, vec![term, by]);
    }
    term
}

/// All in the scale of the first that is not a mere number.
pub(super) fn aligned(parts: Vec<Scaled>) -> (Vec<Term>, Rational) {
    let lead = parts
        .iter()
        .find(|part| !matches!(part.term, Term::Exact(_)));
    let factor = lead.map_or(Rational::ONE, |lead| lead.factor);
    let align = |part: Scaled| match part.term {
        Term::Exact(value)
            if factor == hundred() && part.factor == Rational::ONE && value != 0.0 =>
        {
            Term::Percent(value)
        }
        term => multiplied(term, ratio(part.factor, factor)),
    };
    (parts.into_iter().map(align).collect(), factor)
}

/// The part a conversion of units stands around, and its factor. The checker sets them where the part itself stands.
pub(super) fn converted(typed: &Typed) -> Option<(&Typed, Rational)> {
    let Node::Apply(operation, arguments) = &typed.node else {
        return None;
    };
    let [of, by] = &arguments[..] else {
        return None;
    };
    let Node::Number(number) = by.node else {
        return None;
    };
    if by.span != of.span || number.fract() != 0.0 || number == 0.0 {
        return None;
    }
    let factor = match operation {
        Operation::Multiply => Rational::new(number as i128, 1),
        Operation::Divide => Rational::new(1, number as i128),
        _ => None,
    };
    factor.map(|factor| (of, factor))
}

/// A product or quotient: factors multiply or divide.
pub(super) fn product(operation: Operation, parts: Vec<Scaled>) -> Scaled {
    let mut factor = Some(Rational::ONE);
    for (place, part) in parts.iter().enumerate() {
        factor = factor.and_then(|factor| {
            if place > 0 && operation == Operation::Divide {
                factor.over(part.factor)
            } else {
                factor.times(part.factor)
            }
        });
    }
    let terms = |parts: Vec<Scaled>, written: bool| {
        let term = |part: Scaled| {
            if written {
                multiplied(part.term, part.factor)
            } else {
                part.term
            }
        };
        Term::Apply(operation, parts.into_iter().map(term).collect())
    };
    Scaled {
        term: terms(parts, factor.is_none()),
        factor: factor.unwrap_or(Rational::ONE),
    }
}

/// Many parts as one.
pub(super) fn over(aggregate: Aggregate, parts: Vec<Scaled>) -> Scaled {
    if parts.is_empty() {
        return Scaled::plain(Term::Exact(0.0));
    }
    let count = parts.len() as f64;
    let (terms, factor) = aligned(parts);
    let term = if aggregate == Aggregate::Mean {
        let sum = Term::Over(Aggregate::Sum, terms);
        Term::Apply(Operation::Divide, vec![sum, Term::Exact(count)])
    } else {
        Term::Over(aggregate, terms)
    };
    Scaled { term, factor }
}

/// An operation; between mere numbers what it comes to.
pub(super) fn apply(operation: Operation, terms: Vec<Term>) -> Term {
    let number = |term: &Term| match term {
        Term::Exact(value) => Some(*value),
        Term::Year(year) => Some(f64::from(*year)),
        _ => None,
    };
    match terms.iter().map(number).collect::<Option<Vec<f64>>>() {
        Some(values) if operation == Operation::Subtract => Term::Exact(values[0] - values[1]),
        _ => Term::Apply(operation, terms),
    }
}

pub(super) fn less_one(term: Term) -> Term {
    Term::Apply(Operation::Subtract, vec![term, Term::Exact(1.0)])
}

/// Numbers that are compared with the year are years.
pub(super) fn with_years(terms: Vec<Term>) -> Vec<Term> {
    let is_of_years = terms.iter().any(|term| matches!(term, Term::Year(_)));
    let year = |term: Term| match term {
        Term::Exact(value) if is_of_years && value.fract() == 0.0 => Term::Year(value as Year),
        term => term,
    };
    terms.into_iter().map(year).collect()
}
