//! Entering what has been observed, and taking it back.

use crate::app::observations::{Observations, Observed};
use crate::app::planner::Planner;
use crate::app::store::Store;
use crate::engine::index::{IndicatorIdx, MemberIdx, Year};
use crate::view::data;

impl Planner {
    /// Enters what has been observed; without a value, takes back what the plan says. A value the plan states itself
    /// is not kept beside it.
    pub fn observe(
        self,
        indicator: IndicatorIdx,
        member: Option<MemberIdx>,
        year: Year,
        value: Option<f64>,
    ) {
        let source = self.source.get_untracked();
        let Some(at) = Observed::of(&source.plan, indicator, member, year) else {
            return;
        };
        let stated = data::observation(&source.plan, indicator, member, year);
        let stated = stated.and_then(|stated| stated.value.as_ref());
        let is_as_written = stated.map(|stated| stated.value) == value;
        self.store.change(None, |work| {
            if is_as_written {
                work.observations.leave(at);
            } else {
                work.observations.enter(at, value);
            }
        });
    }
}

impl Store {
    /// Leaves every observation as the plan states it.
    pub fn forget_observations(self) {
        self.change(None, |work| work.observations = Observations::default());
    }
}
