//! Small generated plans: a handful of series over plain numbers, with and without a set, observed here and there,
//! with formulas by year.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::expr::{Expr, member, name};

/// First and last plan year.
pub const PERIOD: (i32, i32) = (2023, 2026);
/// Years things may be observed or begin in.
pub const YEARS: std::ops::RangeInclusive<i32> = 2021..=2026;

/// A generated plan.
#[derive(Debug, Clone)]
pub struct Small {
    /// Members of the one set.
    pub members: usize,
    /// Assumptions first, then indicators.
    pub series: Vec<Series>,
    /// Points of the one lookup table.
    pub table: Vec<(f64, f64)>,
    /// Whether it is read with straight lines between its points.
    pub linear: bool,
}

/// A series.
#[derive(Debug, Clone)]
pub struct Series {
    pub over: bool,
    pub kind: Kind,
}

/// What a series is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Its values by member (one in the plan), each the same in every year or by year; none is awaited.
    Assumption(Vec<Option<Points>>),
    Indicator {
        /// By member, and of the whole last; of the plan only the whole.
        observed: Vec<BTreeMap<i32, f64>>,
        interpolated: bool,
        segments: Vec<(Option<i32>, Expr)>,
        whole: Option<&'static str>,
        except: Option<usize>,
    },
}

/// Values by year, with straight lines between; one without year is the same in every year.
#[derive(Debug, Clone)]
pub enum Points {
    Same(f64),
    ByYear(BTreeMap<i32, f64>),
}

impl Small {
    /// The plan as text.
    pub fn text(&self) -> String {
        let members: Vec<Value> = (0..self.members)
            .map(|lane| json!({ "id": member(lane) }))
            .collect();
        let (assumptions, indicators): (Vec<Value>, Vec<Value>) = {
            let written = |(position, series): (usize, &Series)| self.written(position, series);
            let all: Vec<Value> = self.series.iter().enumerate().map(written).collect();
            let is_assumption = |value: &Value| value.get("better").is_none();
            all.into_iter().partition(is_assumption)
        };
        let (start, end) = PERIOD;
        json!({
            "format": 1, "id": "small", "title": "small", "period": { "start": start, "end": end },
            "sets": [{ "id": "set", "name": "set", "members": members }],
            "tables": [{ "id": "table", "of": "1", "unit": "1", "points": self.table, "path": if self.linear { "linear" } else { "step" } }],
            "assumptions": assumptions, "indicators": indicators,
        })
        .to_string()
    }

    fn written(&self, position: usize, series: &Series) -> Value {
        let mut item = Map::new();
        item.insert("id".to_owned(), json!(name(position)));
        item.insert("name".to_owned(), json!(name(position)));
        item.insert("unit".to_owned(), json!("1"));
        if series.over {
            item.insert("over".to_owned(), json!("set"));
        }
        let key = |lane: usize| {
            if lane == self.members {
                "all".to_owned()
            } else {
                member(lane)
            }
        };
        let by_year = |points: &BTreeMap<i32, f64>| {
            Value::Object(
                points
                    .iter()
                    .map(|(year, value)| (year.to_string(), json!(value)))
                    .collect(),
            )
        };
        match &series.kind {
            Kind::Assumption(lanes) if lanes.iter().any(Option::is_none) => {
                item.insert("awaits".to_owned(), json!("pending"));
                item.insert("path".to_owned(), json!("linear"));
            }
            Kind::Assumption(lanes) => {
                let value = |points: &Option<Points>| match points {
                    Some(Points::ByYear(points)) => by_year(points),
                    Some(Points::Same(value)) => json!(value),
                    None => Value::Null,
                };
                let written = if series.over {
                    Value::Object(
                        lanes
                            .iter()
                            .enumerate()
                            .map(|(lane, points)| (key(lane), value(points)))
                            .collect(),
                    )
                } else {
                    value(&lanes[0])
                };
                item.insert("value".to_owned(), written);
                item.insert("path".to_owned(), json!("linear"));
                item.insert("basis".to_owned(), json!("expert"));
            }
            Kind::Indicator {
                observed,
                interpolated,
                segments,
                whole,
                except,
            } => {
                item.insert("better".to_owned(), json!("higher"));
                let known: Vec<_> = observed
                    .iter()
                    .enumerate()
                    .filter(|(_, points)| !points.is_empty())
                    .collect();
                if !known.is_empty() {
                    let written = if series.over {
                        Value::Object(
                            known
                                .iter()
                                .map(|(lane, points)| (key(*lane), by_year(points)))
                                .collect(),
                        )
                    } else {
                        by_year(known[0].1)
                    };
                    item.insert("observed".to_owned(), written);
                    if *interpolated {
                        item.insert("path".to_owned(), json!("linear"));
                    }
                }
                let formula = match &segments[..] {
                    [(None, expr)] => json!(expr.to_string()),
                    segments => Value::Object(
                        segments
                            .iter()
                            .map(|(year, expr)| {
                                (year.unwrap_or(0).to_string(), json!(expr.to_string()))
                            })
                            .collect(),
                    ),
                };
                item.insert("formula".to_owned(), formula);
                if let Some(whole) = whole {
                    item.insert("whole".to_owned(), json!(whole));
                }
                if let Some(except) = except {
                    item.insert("except".to_owned(), json!([member(*except)]));
                }
            }
        }
        Value::Object(item)
    }
}
