//! What the user may set: one value per assumption, or one per year, or either per member.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::index::{AssumptionIdx, MemberIdx, Year};

/// A value of an assumption in its declared unit: the same in every year, or stated by year and interpolated between.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Setting {
    /// The same in every year.
    Constant(f64),
    /// Stated by year; flat outside, the assumption's own interpolation between.
    ByYear(BTreeMap<Year, f64>),
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
