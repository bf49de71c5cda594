//! Every method on one outcome: the numbers come from the projection by the rules the outcome was judged by, so that
//! methods differ in what they make of them and in nothing else.

use super::way::{Aim, Point, Way};
use super::{Agreement, Assessment, Finding, Label, Method, Score, Scored, Unassessable};
use super::{completion, escap, eurostat, open_sdg, unsd, xiaokang};
use crate::engine::attain::test::{Readings, readings};
use crate::engine::attain::{Outcome, Verdict};
use crate::engine::eval::Projection;
use crate::engine::index::Year;
use crate::engine::model::{QuantityTarget, Shape, TargetModel};
use crate::engine::plan::{Comparison, Years};
use crate::engine::unit::Unit;

type Found = Result<Finding, Unassessable>;

/// What every method says of an outcome of this projection, in the order of [`Method::ALL`].
pub fn assess_all(projection: &Projection, outcome: &Outcome) -> Vec<Assessment> {
    let subject = Subject::of(projection, outcome);
    let assess = |method| {
        let finding = match (method, &subject) {
            (Method::Default, _) => Ok(default(outcome)),
            (_, Ok(subject)) => subject.assess(method),
            (_, Err(reason)) => Err(*reason),
        };
        Assessment {
            method,
            agreement: agreement(outcome.verdict, finding),
            finding,
        }
    };
    Method::ALL.into_iter().map(assess).collect()
}

fn default(outcome: &Outcome) -> Finding {
    Finding {
        label: Label::Default(outcome.verdict, outcome.band),
        score: outcome.progress.map(Score::Share),
        year: outcome.year,
        is_distorted: false,
    }
}

fn agreement(verdict: Verdict, finding: Found) -> Agreement {
    let decided = Label::Default(verdict, None).promises();
    let reliable = finding.ok().filter(|finding| !finding.is_distorted);
    let said = reliable.and_then(|finding| finding.label.promises());
    match (decided, said) {
        (Some(decided), Some(said)) if decided == said => Agreement::Agrees,
        (Some(_), Some(_)) => Agreement::Disagrees,
        _ => Agreement::Silent,
    }
}

/// A target in one year, as the methods see it.
struct Subject<'a> {
    outcome: &'a Outcome,
    quantity: &'a QuantityTarget,
    readings: Readings,
    aim: Aim,
    year: Year,
}

impl<'a> Subject<'a> {
    fn of(projection: &'a Projection, outcome: &'a Outcome) -> Result<Self, Unassessable> {
        let target = projection.model().targets().get(outcome.target.at());
        let quantity = match target {
            Some(TargetModel::Quantity(quantity)) => quantity,
            Some(TargetModel::Faulty(_)) => return Err(Unassessable::Unknown),
            Some(TargetModel::Event(_) | TargetModel::Statement) | None => {
                return Err(Unassessable::NotAQuantity);
            }
        };
        let Years::In(year) = outcome.years else {
            return Err(Unassessable::SeveralYears);
        };
        if quantity.comparison == Comparison::Between {
            return Err(Unassessable::Range);
        }
        let test = quantity
            .tests
            .iter()
            .find(|test| test.member == outcome.member && test.years == outcome.years)
            .ok_or(Unassessable::Unknown)?;
        let readings = readings(projection, outcome.target, quantity, test, year)
            .ok_or(Unassessable::Unknown)?;
        Ok(Self {
            outcome,
            aim: aim(readings.line.direction()),
            quantity,
            readings,
            year,
        })
    }

    fn assess(&self, method: Method) -> Found {
        let year = self.year;
        let milestone = Point {
            year,
            value: self.readings.value,
        };
        Ok(match method {
            Method::Default => default(self.outcome),
            Method::Eurostat => {
                let Scored { label, score: r } = eurostat::assess(&self.growing(milestone)?)?;
                finding(Label::Eurostat(label), Some(Score::Ratio(r)), year)
            }
            Method::OpenSdg => {
                let Scored { label, score } = open_sdg::assess(&self.growing(milestone)?)?;
                Finding {
                    is_distorted: score.zero_replaced,
                    ..finding(Label::OpenSdg(label), Some(Score::Rating(score)), year)
                }
            }
            Method::Unsd => {
                let Scored { label, score } = unsd::assess(&self.way(milestone)?)?;
                finding(Label::Unsd(label), score.map(Score::Share), year)
            }
            Method::EscapStatus => {
                let latest = self.latest()?;
                let Scored { label, score: i } = escap::status(&self.way(latest)?)?;
                finding(
                    Label::EscapStatus(label),
                    Some(Score::Index(i)),
                    latest.year,
                )
            }
            Method::EscapOutlook => {
                let Scored { label, score: p } = escap::outlook(&self.way(milestone)?)?;
                finding(Label::EscapOutlook(label), Some(Score::Gap(p)), year)
            }
            Method::EscapTrend => self.trend()?,
            Method::Completion => {
                let latest = self.latest()?;
                let path = match self.quantity.shape {
                    Shape::AverageGrowth(_) => completion::Path::Geometric,
                    _ => completion::Path::Linear,
                };
                let Scored { label, score } = completion::assess(&self.way(latest)?, path)?;
                finding(
                    Label::Completion(label),
                    Some(Score::Done(score)),
                    latest.year,
                )
            }
            Method::Xiaokang => {
                let compared = self.outcome.value.zip(self.outcome.threshold);
                let (value, threshold) = compared.ok_or(Unassessable::Unknown)?;
                let Scored { label, score: d } = xiaokang::assess(value, threshold, self.aim)?;
                finding(Label::Xiaokang(label), Some(Score::Degree(d)), year)
            }
        })
    }

    fn way(&self, now: Point) -> Result<Way, Unassessable> {
        if self.quantity.shape == Shape::Growth {
            return Err(Unassessable::GrowthRate);
        }
        let (year, value) = self.readings.base.ok_or(Unassessable::NoBase)?;
        Ok(Way {
            base: Point { year, value },
            now,
            goal: Point {
                year: self.year,
                value: self.readings.line.threshold,
            },
            aim: self.aim,
        })
    }

    /// The way of a quantity whose growth says something.
    fn growing(&self, now: Point) -> Result<Way, Unassessable> {
        if matches!(self.quantity.shape, Shape::Cumulative(_)) {
            return Err(Unassessable::RunningSum);
        }
        self.way(now)
    }

    fn latest(&self) -> Result<Point, Unassessable> {
        let (year, value) = self.readings.latest.ok_or(Unassessable::NothingObserved)?;
        Ok(Point { year, value })
    }

    /// ESCAP's own forecast of the value, for shares that cannot pass 100 %.
    fn trend(&self) -> Found {
        if self.quantity.shape != Shape::Share || !self.quantity.unit.is_same(&Unit::percent()) {
            return Err(Unassessable::NotAShare);
        }
        let history = self.readings.history.iter();
        let observed: Vec<Point> = history
            .map(|&(year, value)| Point { year, value })
            .collect();
        let trend = escap::extrapolate(&observed, 100.0, self.year)?;
        let way = self.way(Point {
            year: self.year,
            value: trend.forecast,
        })?;
        let Scored { label, score } = escap::outlook(&way)?;
        let last = observed.last().map_or(self.year, |point| point.year);
        Ok(finding(
            Label::EscapOutlook(label),
            Some(Score::Gap(score)),
            last,
        ))
    }
}

fn finding(label: Label, score: Option<Score>, year: Year) -> Finding {
    Finding {
        label,
        score,
        year,
        is_distorted: false,
    }
}

fn aim(direction: f64) -> Aim {
    if direction > 0.0 {
        Aim::More
    } else if direction < 0.0 {
        Aim::Less
    } else {
        Aim::Exactly
    }
}
