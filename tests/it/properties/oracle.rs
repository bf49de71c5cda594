//! What a small plan means, computed the slow way: a value is asked for and asks for what it needs, remembering what it
//! has been asked before. No graph, no order, no storage by year: nothing in common with the evaluator but the rules of
//! the plan language.

use std::cell::RefCell;
use std::collections::HashMap;

use super::expr::{Condition, Expr};
use super::small::{Kind, PERIOD, Points, Series, Small};

/// A value of a series in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Known(f64),
    /// Computed from known values, but no number.
    Fault,
    Unknown,
    NotApplicable,
}

use Value::{Fault, Known, NotApplicable, Unknown};

/// Series, member (none for the plan or the whole), year.
type Key = (usize, Option<usize>, i32);

/// Answers what a plan's series are.
pub struct Oracle<'a> {
    plan: &'a Small,
    /// Values given to assumptions instead of the plan's own, by series and member.
    inputs: &'a [Vec<Option<Points>>],
    first: i32,
    known: RefCell<HashMap<Key, Value>>,
}

impl Value {
    fn of(number: f64) -> Self {
        if number.is_finite() {
            Known(number)
        } else {
            Fault
        }
    }

    /// What several values have in common that is no number: not applicable beats unknown beats fault.
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (NotApplicable, _) | (_, NotApplicable) => NotApplicable,
            (Unknown, _) | (_, Unknown) => Unknown,
            (Fault, _) | (_, Fault) => Fault,
            _ => self,
        }
    }

    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        match self {
            Known(x) => Self::of(f(x)),
            other => other,
        }
    }

    fn with(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        match (self, other) {
            (Known(a), Known(b)) => Self::of(f(a, b)),
            _ => self.join(other),
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= f64::max(1e-12, 1e-9 * f64::max(a.abs(), b.abs()))
}

fn fault_unless(holds: bool, x: f64) -> f64 {
    if holds { x } else { f64::NAN }
}

fn truth(holds: bool) -> f64 {
    if holds { 1.0 } else { 0.0 }
}

/// On a straight line, flat outside.
fn line(points: &[(f64, f64)], x: f64, linear: bool) -> f64 {
    let after = points.iter().position(|&(at, _)| at > x);
    match after {
        Some(0) => points[0].1,
        None => points[points.len() - 1].1,
        Some(_) if x.is_nan() => f64::NAN,
        Some(after) => {
            let ((from, start), (to, end)) = (points[after - 1], points[after]);
            if linear {
                start + (end - start) * ((x - from) / (to - from))
            } else {
                start
            }
        }
    }
}

impl<'a> Oracle<'a> {
    /// Over the plan, on an axis that begins in a year.
    pub fn new(plan: &'a Small, inputs: &'a [Vec<Option<Points>>], first: i32) -> Self {
        Self {
            plan,
            inputs,
            first,
            known: RefCell::new(HashMap::new()),
        }
    }

    /// A value.
    pub fn value(&self, series: usize, lane: Option<usize>, year: i32) -> Value {
        if year < self.first {
            return Unknown;
        }
        let key = (series, lane, year);
        if let Some(&known) = self.known.borrow().get(&key) {
            return known;
        }
        let value = self.find(&self.plan.series[series], key);
        self.known.borrow_mut().insert(key, value);
        value
    }

    fn find(&self, series: &Series, (position, lane, year): Key) -> Value {
        let Kind::Indicator {
            observed,
            interpolated,
            segments,
            whole,
            except,
        } = &series.kind
        else {
            return self.assumption(position, lane, year);
        };
        let row = match lane {
            Some(lane) => &observed[lane],
            None => &observed[observed.len() - 1],
        };
        if let Some(&value) = row.get(&year) {
            return Known(value);
        }
        let points: Vec<_> = row
            .iter()
            .map(|(&year, &value)| (f64::from(year), value))
            .collect();
        let between = |points: &[(f64, f64)]| {
            points[0].0 < f64::from(year) && f64::from(year) < points[points.len() - 1].0
        };
        if *interpolated && points.len() > 1 && between(&points) {
            return Value::of(line(&points, f64::from(year), true));
        }
        if lane.is_some() && lane == *except {
            return NotApplicable;
        }
        if series.over && lane.is_none() {
            match whole {
                Some("sum") => {
                    return self.over_members(|lane| self.value(position, Some(lane), year), sum);
                }
                Some(_) => {}
                None => return Unknown,
            }
        }
        let in_force = segments
            .iter()
            .rev()
            .find(|(from, _)| from.is_none_or(|from| from <= year));
        in_force.map_or(Unknown, |(_, expr)| self.expr(expr, lane, year))
    }

    fn assumption(&self, position: usize, lane: Option<usize>, year: i32) -> Value {
        let points = &self.inputs[position][lane.unwrap_or(0)];
        match points {
            _ if year < PERIOD.0 => Unknown,
            None => Unknown,
            Some(Points::Same(value)) => Known(*value),
            Some(Points::ByYear(points)) => {
                let points: Vec<_> = points
                    .iter()
                    .map(|(&year, &value)| (f64::from(year), value))
                    .collect();
                Value::of(line(&points, f64::from(year), true))
            }
        }
    }

    /// What a name means: the member's value, or of the plan, or of the whole.
    fn named(&self, series: usize, lane: Option<usize>, year: i32) -> Value {
        self.value(series, lane.filter(|_| self.plan.series[series].over), year)
    }

    fn expr(&self, expr: &Expr, lane: Option<usize>, year: i32) -> Value {
        if year < self.first {
            return Unknown;
        }
        let at = |of: &Expr| self.expr(of, lane, year);
        match expr {
            Expr::Number(value) => Known(*value),
            Expr::Year => Known(f64::from(year)),
            Expr::Name(series) => self.named(*series, lane, year),
            Expr::Member(series, member) => self.value(*series, Some(*member), year),
            Expr::At(..) | Expr::MemberAt(..) => self.in_year(expr, lane, year),
            Expr::Arithmetic(sign, of) => at(&of[0]).with(at(&of[1]), |a, b| match sign {
                '+' => a + b,
                '-' => a - b,
                '*' => a * b,
                _ => a / b,
            }),
            Expr::Negate(of) => at(of).map(|x| -x),
            Expr::Square(of) => at(of).map(|x| libm::pow(x, 2.0)),
            Expr::Function(name, of) => at(of).map(|x| match *name {
                "abs" => x.abs(),
                "sqrt" => x.sqrt(),
                "floor" => x.floor(),
                "round" => x.round(),
                "ceil" => x.ceil(),
                "exp" => libm::exp(x),
                _ => libm::log(x),
            }),
            Expr::Extreme(name, of) => {
                at(&of[0]).with(at(&of[1]), if *name == "min" { f64::min } else { f64::max })
            }
            Expr::Clamp(of) => at(&of[0])
                .with(at(&of[1]), f64::max)
                .with(at(&of[2]), f64::min),
            Expr::If(condition, of) => Self::choice(
                self.condition(condition, lane, year),
                [at(&of[0]), at(&of[1])],
            ),
            Expr::Previous(of, back) => self.expr(of, lane, year - *back as i32),
            Expr::Cumulative(of, from) => {
                let from = from.unwrap_or(self.first);
                if year < from {
                    return Known(0.0);
                }
                let terms = (from..=year).map(|year| self.expr(of, lane, year));
                terms
                    .reduce(|sum, term| sum.with(term, |a, b| a + b))
                    .unwrap_or(Known(0.0))
            }
            Expr::Growth(of) => at(of)
                .with(self.expr(of, lane, year - 1), |a, b| {
                    fault_unless(b > 0.0, a / b - 1.0)
                })
                .map(|x| 1.0 + x),
            Expr::AverageGrowth(of, from) => {
                let base = if year < *from {
                    Unknown
                } else {
                    self.expr(of, lane, *from)
                };
                let years = f64::from(year - from);
                let rate = |a: f64, b: f64| {
                    fault_unless(b > 0.0 && years > 0.0, libm::pow(a / b, 1.0 / years) - 1.0)
                };
                at(of).with(base, rate).map(|x| 1.0 + x)
            }
            Expr::RunningMean(of, years) => {
                let terms = (0..*years).map(|back| self.expr(of, lane, year - back as i32));
                let sum = terms.reduce(|sum, term| sum.with(term, |a, b| a + b));
                sum.unwrap_or(Unknown).map(|sum| sum / f64::from(*years))
            }
            Expr::Aggregate(name, of) => self.over_members(
                |lane| self.expr(of, Some(lane), year),
                |values| match *name {
                    "sum" => sum(values),
                    "mean" => sum(values) / values.len() as f64,
                    "min" => values.iter().copied().fold(f64::INFINITY, f64::min),
                    _ => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                },
            ),
            Expr::WeightedMean(of) => {
                let pair = |part: fn(f64, f64) -> f64| {
                    let value = move |lane| {
                        let [a, b] = [&of[0], &of[1]].map(|of| self.expr(of, Some(lane), year));
                        a.with(b, part)
                    };
                    self.over_members(value, sum)
                };
                pair(|a, b| a * b).with(pair(|_, b| b), |a, b| a / b)
            }
            Expr::Count(condition) => {
                self.over_members(|lane| self.condition(condition, Some(lane), year), sum)
            }
            Expr::Lookup(of) => at(of).map(|x| line(&self.plan.table, x, self.plan.linear)),
        }
    }

    /// A value of one fixed year; unknown before it.
    fn in_year(&self, expr: &Expr, lane: Option<usize>, year: i32) -> Value {
        match expr {
            Expr::At(series, then) if *then <= year => self.named(*series, lane, *then),
            Expr::MemberAt(series, member, then) if *then <= year => {
                self.value(*series, Some(*member), *then)
            }
            _ => Unknown,
        }
    }

    /// What is unknown in either branch makes the whole unknown; what is no number only where it is taken.
    fn choice(condition: Value, of: [Value; 2]) -> Value {
        let static_state = of[0].join(of[1]).join(condition);
        match (static_state, condition) {
            (NotApplicable | Unknown, _) => static_state,
            (_, Known(holds)) => of[usize::from(holds == 0.0)],
            _ => Fault,
        }
    }

    fn condition(&self, condition: &Condition, lane: Option<usize>, year: i32) -> Value {
        match condition {
            Condition::Compare(sign, of) => {
                let [a, b] = [&of[0], &of[1]].map(|of| self.expr(of, lane, year));
                a.with(b, |a, b| {
                    truth(match *sign {
                        "<" => a < b && !same(a, b),
                        "<=" => a < b || same(a, b),
                        ">" => a > b && !same(a, b),
                        ">=" => a > b || same(a, b),
                        "=" => same(a, b),
                        _ => !same(a, b),
                    })
                })
            }
            Condition::Not(of) => self.condition(of, lane, year).map(|x| 1.0 - x),
            Condition::Both(word, of) => {
                let [a, b] = [&of[0], &of[1]].map(|of| self.condition(of, lane, year));
                a.with(b, |a, b| {
                    if *word == "and" {
                        a * b
                    } else {
                        f64::max(a, b)
                    }
                })
            }
        }
    }

    /// Over the members it applies to.
    fn over_members(&self, value: impl Fn(usize) -> Value, f: impl Fn(&[f64]) -> f64) -> Value {
        let values: Vec<Value> = (0..self.plan.members)
            .map(value)
            .filter(|value| *value != NotApplicable)
            .collect();
        let Some(joined) = values.iter().copied().reduce(Value::join) else {
            return NotApplicable;
        };
        let numbers: Option<Vec<f64>> = values
            .iter()
            .map(|value| if let Known(x) = value { Some(*x) } else { None })
            .collect();
        numbers.map_or(joined, |numbers| Value::of(f(&numbers)))
    }
}

fn sum(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |sum, value| sum + value)
}
