//! Making small plans out of random numbers. Every one of them is a plan without errors, so that what it computes can be
//! checked.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::expr::{Condition, Expr};
use super::small::{Kind, Points, Series, Small, YEARS};

/// A strategy for small plans.
pub fn small() -> impl Strategy<Value = Small> {
    prop::collection::vec(any::<u16>(), 40..400).prop_map(|choices| {
        let mut source = Source {
            choices: choices.into_iter(),
        };
        source.small()
    })
}

/// Decisions, taken from a list of random numbers; when it is used up every decision is the first choice.
struct Source {
    choices: std::vec::IntoIter<u16>,
}

/// Where a formula stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// All series so far known, with what is decided of them.
    known: &'a [Shape],
    /// The first series that may not be read in the same year.
    here: usize,
    /// Whether it is read in an earlier year, so that every series may stand in it.
    earlier: bool,
    /// Whether it is computed for each member.
    inside: bool,
    depth: u32,
}

/// What formulas must know of a series.
#[derive(Clone, Copy)]
struct Shape {
    over: bool,
    whole: bool,
    is_assumption: bool,
}

impl Source {
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.choices.next().unwrap_or(0)) % end
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn value(&mut self) -> f64 {
        self.pick(&[1.0, 2.0, 0.5, 10.0, 0.0, -1.0, 3.25, 100.0, -0.75, 7.0])
    }

    fn year(&mut self) -> i32 {
        *YEARS.start() + self.below(6) as i32
    }

    fn small(&mut self) -> Small {
        let members = 1 + self.below(3);
        let (assumptions, indicators) = (1 + self.below(3), 1 + self.below(4));
        let shapes: Vec<Shape> = (0..assumptions + indicators)
            .map(|position| {
                let (over, is_assumption) = (self.one_in(3), position < assumptions);
                let whole = !over || (!is_assumption && !self.one_in(3));
                Shape {
                    over,
                    whole,
                    is_assumption,
                }
            })
            .collect();
        let series = (0..shapes.len()).map(|position| Series {
            over: shapes[position].over,
            kind: if shapes[position].is_assumption {
                self.assumption(if shapes[position].over { members } else { 1 })
            } else {
                self.indicator(&shapes, position, members)
            },
        });
        let series = series.collect();
        let table = vec![
            (0.0, self.value()),
            (2.0, self.value()),
            (5.0, self.value()),
        ];
        Small {
            members,
            series,
            table,
            linear: self.one_in(2),
        }
    }

    fn assumption(&mut self, lanes: usize) -> Kind {
        let points = |source: &mut Self| {
            if source.one_in(8) {
                None
            } else if source.one_in(3) {
                let points = [(2023, source.value()), (2026, source.value())];
                Some(Points::ByYear(points.into()))
            } else {
                Some(Points::Same(source.value()))
            }
        };
        let all: Vec<_> = (0..lanes).map(|_| points(self)).collect();
        // An awaited assumption awaits all of its values.
        Kind::Assumption(if all.iter().any(Option::is_none) {
            vec![None; lanes]
        } else {
            all
        })
    }

    fn indicator(&mut self, shapes: &[Shape], here: usize, members: usize) -> Kind {
        let Shape { over, whole, .. } = shapes[here];
        let lanes = if over { members + 1 } else { 1 };
        let mut observed = vec![BTreeMap::new(); lanes];
        for _ in 0..self.below(5) {
            let lane = self.below(lanes);
            if !over || lane < members || whole {
                let (year, value) = (self.year(), self.value());
                observed[lane].insert(year, value);
            }
        }
        let place = Place {
            known: shapes,
            here,
            earlier: false,
            inside: over,
            depth: 3,
        };
        let first = if self.one_in(3) {
            Some(self.year())
        } else {
            None
        };
        let mut segments = vec![(first, self.expr(place))];
        if let Some(first) = first
            && self.one_in(2)
        {
            segments.push((Some(first + 1), self.expr(place)));
        }
        let is_same = segments
            .iter()
            .all(|(_, expr)| stands_outside(expr, shapes));
        let whole = (over && whole).then(|| {
            if is_same && self.one_in(2) {
                "same"
            } else {
                "sum"
            }
        });
        let except = (over && members > 1 && self.one_in(4)).then(|| self.below(members));
        Kind::Indicator {
            observed,
            interpolated: self.one_in(4),
            segments,
            whole,
            except,
        }
    }

    /// A series that may stand here, and whether each member has its own value of it.
    fn series(&mut self, place: Place<'_>) -> Option<usize> {
        let end = if place.earlier {
            place.known.len()
        } else {
            place.here
        };
        let fits = |&series: &usize| {
            let shape = place.known[series];
            place.inside || shape.whole
        };
        let found: Vec<usize> = (0..end).filter(fits).collect();
        (!found.is_empty()).then(|| self.pick(&found))
    }

    /// One that ranges over the set.
    fn over(&mut self, place: Place<'_>) -> Option<usize> {
        let end = if place.earlier {
            place.known.len()
        } else {
            place.here
        };
        let found: Vec<usize> = (0..end)
            .filter(|&series| place.known[series].over)
            .collect();
        (!found.is_empty()).then(|| self.pick(&found))
    }

    fn leaf(&mut self, place: Place<'_>) -> Expr {
        match self.below(8) {
            0 => Expr::Number(self.value()),
            1 => Expr::Year,
            2 => match self.series(place) {
                Some(series) => Expr::At(series, self.year()),
                None => Expr::Number(self.value()),
            },
            3 => match self.over(place) {
                Some(series) if self.one_in(2) => Expr::MemberAt(series, 0, self.year()),
                Some(series) => Expr::Member(series, 0),
                None => Expr::Number(self.value()),
            },
            _ => match self.series(place) {
                Some(series) => Expr::Name(series),
                None => Expr::Number(self.value()),
            },
        }
    }

    fn expr(&mut self, place: Place<'_>) -> Expr {
        if place.depth == 0 || self.one_in(6) {
            return self.leaf(place);
        }
        let inner = Place {
            depth: place.depth - 1,
            ..place
        };
        let earlier = Place {
            earlier: true,
            ..inner
        };
        let one = |source: &mut Self| Box::new(source.expr(inner));
        match self.below(18) {
            0..=3 => {
                let sign = self.pick(&['+', '*', '-', '/']);
                Expr::Arithmetic(sign, Box::new([self.expr(inner), self.expr(inner)]))
            }
            4 | 5 => {
                let back = 1 + self.below(2) as u32;
                Expr::Previous(Box::new(self.expr(earlier)), back)
            }
            6 => Expr::Negate(one(self)),
            7 => Expr::Square(one(self)),
            8 => {
                let name = self.pick(&["abs", "sqrt", "floor", "round", "ceil", "exp", "ln"]);
                Expr::Function(name, one(self))
            }
            9 => {
                let name = self.pick(&["min", "max"]);
                Expr::Extreme(name, Box::new([self.expr(inner), self.expr(inner)]))
            }
            10 => Expr::Clamp(Box::new([
                self.expr(inner),
                self.expr(inner),
                self.expr(inner),
            ])),
            11 => {
                let condition = self.condition(inner);
                Expr::If(
                    Box::new(condition),
                    Box::new([self.expr(inner), self.expr(inner)]),
                )
            }
            12 => {
                let from = if self.one_in(3) {
                    None
                } else {
                    Some(self.year())
                };
                Expr::Cumulative(one(self), from)
            }
            13 => Expr::Growth(one(self)),
            14 => {
                let from = self.year();
                Expr::AverageGrowth(one(self), from)
            }
            15 => {
                let years = 1 + self.below(3) as u32;
                Expr::RunningMean(one(self), years)
            }
            16 => Expr::Lookup(one(self)),
            _ => self.aggregate(inner),
        }
    }

    /// Over the members, with one series of the set for certain.
    fn aggregate(&mut self, place: Place<'_>) -> Expr {
        let Some(series) = self.over(place) else {
            return self.leaf(place);
        };
        let inner = Place {
            inside: true,
            depth: place.depth.saturating_sub(1),
            ..place
        };
        let of = Expr::Arithmetic('+', Box::new([Expr::Name(series), self.expr(inner)]));
        match self.below(6) {
            0 => Expr::Count(Box::new(Condition::Compare(
                self.pick(&[">=", "<"]),
                [of, self.expr(inner)],
            ))),
            1 => Expr::WeightedMean(Box::new([of, self.expr(inner)])),
            2 => Expr::WeightedMean(Box::new([self.expr(inner), of])),
            _ => Expr::Aggregate(self.pick(&["sum", "mean", "min", "max"]), Box::new(of)),
        }
    }

    fn condition(&mut self, place: Place<'_>) -> Condition {
        match self.below(6) {
            0 => Condition::Not(Box::new(self.compare(place))),
            1 => {
                let word = self.pick(&["and", "or"]);
                Condition::Both(word, Box::new([self.compare(place), self.compare(place)]))
            }
            _ => self.compare(place),
        }
    }

    fn compare(&mut self, place: Place<'_>) -> Condition {
        let sign = self.pick(&["<", "<=", ">", ">=", "=", "!="]);
        Condition::Compare(sign, [self.expr(place), self.expr(place)])
    }
}

/// Whether a formula of members also makes sense of the wholes.
fn stands_outside(expr: &Expr, shapes: &[Shape]) -> bool {
    let both = |of: &[Expr]| of.iter().all(|expr| stands_outside(expr, shapes));
    match expr {
        Expr::Name(series) | Expr::At(series, _) => shapes[*series].whole,
        Expr::Arithmetic(_, of) | Expr::Extreme(_, of) => both(&of[..]),
        Expr::Clamp(of) => both(&of[..]),
        Expr::Negate(of)
        | Expr::Square(of)
        | Expr::Function(_, of)
        | Expr::Previous(of, _)
        | Expr::Cumulative(of, _)
        | Expr::Growth(of)
        | Expr::AverageGrowth(of, _)
        | Expr::RunningMean(of, _)
        | Expr::Lookup(of) => stands_outside(of, shapes),
        Expr::If(condition, of) => condition_outside(condition, shapes) && both(&of[..]),
        _ => true,
    }
}

fn condition_outside(condition: &Condition, shapes: &[Shape]) -> bool {
    match condition {
        Condition::Compare(_, of) => of.iter().all(|expr| stands_outside(expr, shapes)),
        Condition::Not(of) => condition_outside(of, shapes),
        Condition::Both(_, of) => of.iter().all(|of| condition_outside(of, shapes)),
    }
}
