//! What the user may set: one value per assumption, or one per year, or either per member.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::index::{AssumptionIdx, MemberIdx, Year};
use super::model::between;
use super::plan::Interpolation;

/// A value of an assumption in its declared unit: the same in every year, or stated by year and interpolated between.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, try_from = "Written")]
pub enum Setting {
    /// The same in every year.
    Constant(f64),
    /// Stated by year; flat outside, the assumption's own interpolation between.
    ByYear(BTreeMap<Year, f64>),
}

/// A setting as it is kept. An untagged enum sees the keys of an object as texts only.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Constant(f64),
    ByYear(BTreeMap<String, f64>),
}

impl TryFrom<Written> for Setting {
    type Error = std::num::ParseIntError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let point = |(year, value): (String, f64)| Ok((year.parse()?, value));
        Ok(match written {
            Written::Constant(value) => Self::Constant(value),
            Written::ByYear(points) => {
                Self::ByYear(points.into_iter().map(point).collect::<Result<_, _>>()?)
            }
        })
    }
}

impl Setting {
    /// The value in a year, by the assumption's own interpolation.
    pub fn at(&self, year: Year, path: Interpolation) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::ByYear(points) => interpolated(points, year, path),
        }
    }
}

fn interpolated(points: &BTreeMap<Year, f64>, year: Year, path: Interpolation) -> f64 {
    let before = points.range(..=year).next_back();
    let after = points.range(year + 1..).next();
    match (before, after) {
        (None, None) => f64::NAN,
        (Some((_, &value)), None) | (None, Some((_, &value))) => value,
        (Some((&from, &start)), Some((&to, &end))) => between(
            path,
            (f64::from(from), start),
            (f64::from(to), end),
            f64::from(year),
        ),
    }
}

/// The settings of one assumption: one for the plan, or one per member of its set. `None` is awaited.
pub type Settings = Vec<Option<Setting>>;

/// A value for every assumption of a model, in the model's order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs(pub Vec<Settings>);

impl Inputs {
    /// The setting of an assumption; of one member where it ranges over a set.
    pub fn get(&self, assumption: AssumptionIdx, member: Option<MemberIdx>) -> Option<&Setting> {
        let settings = self.0.get(assumption.at())?;
        settings.get(member.map_or(0, MemberIdx::at))?.as_ref()
    }

    /// Whether two sets of inputs differ in what is awaited.
    pub fn awaited_differ(a: &Self, b: &Self) -> bool {
        let differ = |(a, b): (&Settings, &Settings)| {
            a.len() != b.len() || a.iter().zip(b).any(|(a, b)| a.is_none() != b.is_none())
        };
        a.0.len() != b.0.len() || a.0.iter().zip(&b.0).any(differ)
    }

    /// Sets an assumption: one member, or (without one) all of its settings.
    pub fn set(&mut self, assumption: AssumptionIdx, member: Option<MemberIdx>, setting: &Setting) {
        let Some(settings) = self.0.get_mut(assumption.at()) else {
            return;
        };
        match member {
            Some(member) => {
                if let Some(slot) = settings.get_mut(member.at()) {
                    *slot = Some(setting.clone());
                }
            }
            None => settings.fill(Some(setting.clone())),
        }
    }
}
