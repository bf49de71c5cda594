//! What the user may set: one value per assumption, or one per year, or either per member.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::index::{AssumptionIdx, MemberIdx, Year};
use super::model::between;
use super::plan::Interpolation;

/// A value of an assumption in its declared unit: the same in every year, or stated by year and interpolated between.
///
/// As JSON it is a number, or an object of numbers by year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// The same in every year.
    Constant(f64),
    /// Stated by year; flat outside, the assumption's own interpolation between.
    ByYear(BTreeMap<Year, f64>),
}

impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?;
        if !written.get().starts_with('{') {
            return Ok(Self::Constant(number(written)?));
        }
        let by_year: BTreeMap<Year, &RawValue> =
            serde_json::from_str(written.get()).map_err(Error::custom)?;
        let mut points = BTreeMap::new();
        for (year, written) in by_year {
            points.insert(year, number(written)?);
        }
        Ok(Self::ByYear(points))
    }
}

/// A number to its last bit, which JSON's reader does not promise.
fn number<E: Error>(written: &RawValue) -> Result<f64, E> {
    match written.get().parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(E::custom("not a number")),
    }
}

impl Setting {
    /// The values that are stated.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let (one, years) = match self {
            Self::Constant(value) => (Some(*value), None),
            Self::ByYear(points) => (None, Some(points.values().copied())),
        };
        one.into_iter().chain(years.into_iter().flatten())
    }

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
