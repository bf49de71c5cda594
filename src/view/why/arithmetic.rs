//! A formula in one year, for one member: every name becomes a number that is read, and the conversions of units stay
//! where a reader has to redo them.
//!
//! Numbers in % are written so and count as hundredths, as on a calculator; most conversions then cancel. A factor is
//! carried upwards beside the term it belongs to, and is written down only where it does not.

use crate::engine::eval::Cell;
use crate::engine::eval::op::Operation;
use crate::engine::formula::typed::{Aggregate, Node, Selection, Typed};
use crate::engine::index::{MemberIdx, SetIdx, Var, Year};
use crate::engine::unit::Rational;
use crate::text::number::Precision;
use crate::text::words::Words;

use super::formula::Formula;
use super::scaled::{
    Scaled, aligned, apply, converted, hundred, kind, less_one, multiplied, over, product, ratio,
    with_years,
};
use super::term::{ALL_DIGITS, Kind, Number, Term, precision};
use super::{Answering, Input, Of, Question};

/// Most members that are written one by one.
const MOST_MEMBERS: usize = 12;
/// Digits a number is written with where that is enough.
const USUAL_DIGITS: i32 = 4;

/// The arithmetic of a number, and what it reads.
pub(super) struct Arithmetic {
    term: Term,
    reads: Vec<Read>,
    /// Whether the result counts hundredths.
    is_of_hundredths: bool,
}

/// Something that is read.
struct Read {
    what: What,
    year: Year,
    number: Number,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    /// A value of the plan.
    Value(Of),
    /// The total of so many members.
    Total(SetIdx, usize),
}

/// Where a part of a formula stands.
#[derive(Clone, Copy)]
struct Place {
    year: Year,
    member: Option<MemberIdx>,
}

impl Arithmetic {
    /// The arithmetic of a formula for a number.
    pub(super) fn of(answering: &Answering<'_>, formula: &Formula, question: Question) -> Self {
        let member = match question.of {
            Of::Indicator(_, member)
            | Of::Assumption(_, member)
            | Of::Quantity(_, member)
            | Of::Threshold(_, member) => member,
        };
        let mut builder = Builder {
            answering,
            is_derivation: matches!(question.of, Of::Assumption(..)),
            reads: Vec::new(),
        };
        let place = Place {
            year: question.year,
            member,
        };
        let scaled = builder.part(&formula.typed, place);
        let kind = kind(&answering.unit(question.of));
        let whole = if kind == Kind::Plain {
            Rational::ONE
        } else {
            hundred()
        };
        Self {
            term: multiplied(scaled.term, ratio(scaled.factor, whole)),
            reads: builder.reads,
            is_of_hundredths: kind != Kind::Plain,
        }
    }

    /// How many digits the numbers need so that who redoes the arithmetic with them gets the number as it was read.
    pub(super) fn digits(&self, value: Option<f64>, read_with: Precision) -> i32 {
        let numbers = self.numbers();
        let comes_to = |digits: &i32| {
            let found = self.term.value(&numbers, *digits)?;
            Some(if self.is_of_hundredths {
                found * 100.0
            } else {
                found
            })
        };
        let is_enough = |digits: &i32| {
            let pair = comes_to(digits).zip(value);
            pair.is_none_or(|(found, value)| read_with.padded(found) == read_with.padded(value))
        };
        (USUAL_DIGITS..ALL_DIGITS)
            .find(is_enough)
            .unwrap_or(ALL_DIGITS)
    }

    /// The arithmetic as text.
    pub(super) fn written(&self, digits: i32, words: Words) -> String {
        self.term.written(&self.numbers(), digits, words)
    }

    /// What it reads, as it is written in it.
    pub(super) fn inputs(&self, answering: &Answering<'_>, digits: i32) -> Vec<Input> {
        let input = |read: &Read| {
            let value = read.number.value;
            let precision = value.map_or(Precision::decimals(0), |value| {
                Precision::read(&precision(value, digits).number(value))
            });
            match read.what {
                What::Value(of) => answering.input(Question {
                    of,
                    year: read.year,
                    precision,
                }),
                What::Total(set, count) => {
                    answering.total_input(set, count, read.year, value, precision)
                }
            }
        };
        self.reads.iter().map(input).collect()
    }

    fn numbers(&self) -> Vec<Number> {
        self.reads.iter().map(|read| read.number).collect()
    }
}

struct Builder<'a, 'b> {
    answering: &'a Answering<'b>,
    /// Whether it is how a value was obtained, which may read any year.
    is_derivation: bool,
    reads: Vec<Read>,
}

impl Builder<'_, '_> {
    fn part(&mut self, typed: &Typed, place: Place) -> Scaled {
        if let Some((of, factor)) = converted(typed) {
            let part = self.part(of, place);
            return match part.factor.times(factor) {
                Some(factor) => Scaled { factor, ..part },
                None => Scaled {
                    term: multiplied(part.term, factor),
                    ..part
                },
            };
        }
        match &typed.node {
            Node::Number(value) => Scaled::plain(Term::Exact(*value)),
            Node::Year => Scaled::plain(Term::Year(place.year)),
            Node::Series(var, selection) => self.series(*var, *selection, place),
            Node::Lag(of, back) => {
                let back = Year::try_from(*back).unwrap_or(Year::MAX);
                let year = place.year.saturating_sub(back);
                self.part(of, Place { year, ..place })
            }
            Node::At(_, year) if *year > place.year && !self.is_derivation => Self::later(),
            Node::At(of, year) => self.part(
                of,
                Place {
                    year: *year,
                    ..place
                },
            ),
            Node::Cumulative(of, from) => {
                let first = self.answering.projection.model().axis().first;
                let years = from.unwrap_or(first)..=place.year;
                let terms = years.map(|year| self.part(of, Place { year, ..place }));
                let terms = terms.collect();
                over(Aggregate::Sum, terms)
            }
            Node::Apply(operation, arguments) => self.apply(*operation, arguments, place),
            Node::Aggregate(aggregate, set, of) => self.aggregate(*aggregate, *set, of, place),
            Node::WeightedMean { set, of, by } => self.weighted_mean(*set, of, by, place),
            Node::Lookup(table, of) => {
                let argument = self.part(of, place);
                let argument = multiplied(argument.term, argument.factor);
                let numbers: Vec<Number> = self.reads.iter().map(|read| read.number).collect();
                let at = argument.value(&numbers, ALL_DIGITS);
                let value = at.map(|at| self.answering.projection.model().lookup(*table, at));
                Scaled::plain(Term::Looked(Box::new(argument), value))
            }
        }
    }

    /// What is later than the year it is read in.
    fn later() -> Scaled {
        Scaled::plain(Term::Unknown)
    }

    fn series(&mut self, var: Var, selection: Selection, place: Place) -> Scaled {
        let of = self.of(var, selection, place);
        let cell = self.answering.cell(of, place.year);
        self.read(
            What::Value(of),
            place.year,
            cell.number(),
            kind(&self.answering.unit(of)),
        )
    }

    /// What a name means at a place.
    fn of(&self, var: Var, selection: Selection, place: Place) -> Of {
        let of = |member| match var {
            Var::Indicator(index) => Of::Indicator(index, member),
            Var::Assumption(index) => Of::Assumption(index, member),
        };
        match selection {
            Selection::Whole => of(None),
            Selection::Member(member) => of(Some(member)),
            Selection::All => {
                let is_of_members = self.answering.domain(of(None)).is_some();
                of(place.member.filter(|_| is_of_members))
            }
        }
    }

    fn read(&mut self, what: What, year: Year, value: Option<f64>, kind: Kind) -> Scaled {
        let is_it = |read: &Read| read.what == what && read.year == year;
        // Two totals are hardly the same.
        let known = match what {
            What::Value(_) => self.reads.iter().position(is_it),
            What::Total(..) => None,
        };
        let place = known.unwrap_or(self.reads.len());
        if known.is_none() {
            let number = Number { value, kind };
            self.reads.push(Read { what, year, number });
        }
        Scaled {
            term: Term::Read(place),
            factor: if kind == Kind::Plain {
                Rational::ONE
            } else {
                hundred()
            },
        }
    }

    fn apply(&mut self, operation: Operation, arguments: &[Typed], place: Place) -> Scaled {
        use Operation as O;
        let mut parts: Vec<Scaled> = arguments
            .iter()
            .map(|argument| self.part(argument, place))
            .collect();
        match operation {
            O::Negate
            | O::Absolute
            | O::Add
            | O::Subtract
            | O::Minimum
            | O::Maximum
            | O::Round
            | O::Floor
            | O::Ceiling => {
                let (terms, factor) = aligned(parts);
                let term = apply(operation, terms);
                Scaled { term, factor }
            }
            O::If => {
                let (mut terms, factor) = aligned(parts.split_off(1));
                terms.splice(0..0, parts.into_iter().map(|condition| condition.term));
                let term = Term::Apply(operation, terms);
                Scaled { term, factor }
            }
            O::Multiply | O::Divide => product(operation, parts),
            O::Growth => {
                let (terms, _) = aligned(parts);
                let quotient = Term::Apply(O::Divide, terms);
                Scaled::plain(less_one(quotient))
            }
            O::AverageGrowth => {
                let years = parts.pop().map_or(Term::Exact(1.0), |years| years.term);
                let (terms, _) = aligned(parts);
                let root = Term::Apply(O::Divide, vec![Term::Exact(1.0), years]);
                let quotient = Term::Apply(O::Divide, terms);
                Scaled::plain(less_one(Term::Apply(O::Power, vec![quotient, root])))
            }
            O::Less | O::AtMost | O::Greater | O::AtLeast | O::Equal | O::Unequal => {
                let (terms, _) = aligned(parts);
                Scaled::plain(Term::Apply(operation, with_years(terms)))
            }
            O::SquareRoot | O::Exponential | O::Logarithm | O::Not | O::Power | O::And | O::Or => {
                let terms = parts
                    .into_iter()
                    .map(|part| multiplied(part.term, part.factor));
                Scaled::plain(Term::Apply(operation, terms.collect()))
            }
        }
    }

    fn aggregate(&mut self, aggregate: Aggregate, set: SetIdx, of: &Typed, place: Place) -> Scaled {
        let members = self.members(set, &[of], place);
        if members.len() > MOST_MEMBERS {
            return self.total(aggregate, set, of, &members);
        }
        let parts = members
            .iter()
            .map(|member| self.part(of, *member))
            .collect();
        over(aggregate, parts)
    }

    /// The places of the members that something applies to.
    fn members(&self, set: SetIdx, parts: &[&Typed], place: Place) -> Vec<Place> {
        let sets = &self.answering.plan.sets;
        let count = sets.get(set.at()).map_or(0, |set| set.members.len());
        let places = (0..count).map(|member| Place {
            member: Some(MemberIdx::new(member)),
            ..place
        });
        let applies = |place: &Place| parts.iter().all(|part| self.applies(part, *place));
        places.filter(applies).collect()
    }

    fn applies(&self, typed: &Typed, place: Place) -> bool {
        match &typed.node {
            Node::Number(_) | Node::Year => true,
            Node::Series(var, selection) => {
                let of = self.of(*var, *selection, place);
                self.answering.cell(of, place.year) != Cell::NotApplicable
            }
            Node::Lag(of, _) | Node::At(of, _) | Node::Cumulative(of, _) | Node::Lookup(_, of) => {
                self.applies(of, place)
            }
            Node::Apply(_, arguments) => arguments
                .iter()
                .all(|argument| self.applies(argument, place)),
            Node::Aggregate(..) | Node::WeightedMean { .. } => true,
        }
    }

    /// Members that are too many to be written, as one number.
    fn total(
        &mut self,
        aggregate: Aggregate,
        set: SetIdx,
        of: &Typed,
        members: &[Place],
    ) -> Scaled {
        let mut apart = Builder {
            answering: self.answering,
            is_derivation: self.is_derivation,
            reads: Vec::new(),
        };
        let parts = members
            .iter()
            .map(|member| apart.part(of, *member))
            .collect();
        let whole = over(aggregate, parts);
        let numbers: Vec<Number> = apart.reads.iter().map(|read| read.number).collect();
        let value = whole.term.value(&numbers, ALL_DIGITS);
        let year = members.first().map_or(0, |place| place.year);
        let read = self.read(What::Total(set, members.len()), year, value, Kind::Plain);
        Scaled {
            factor: whole.factor,
            ..read
        }
    }

    fn weighted_mean(&mut self, set: SetIdx, of: &Typed, by: &Typed, place: Place) -> Scaled {
        let members = self.members(set, &[of, by], place);
        let mut products = Vec::new();
        let mut weights = Vec::new();
        for member in members {
            let (value, weight) = (self.part(of, member), self.part(by, member));
            weights.push(Scaled {
                term: weight.term.clone(),
                factor: weight.factor,
            });
            products.push(product(Operation::Multiply, vec![value, weight]));
        }
        let sums = vec![
            over(Aggregate::Sum, products),
            over(Aggregate::Sum, weights),
        ];
        product(Operation::Divide, sums)
    }
}
