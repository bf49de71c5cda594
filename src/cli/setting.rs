//! `--set ID=VALUE`: one move of an assumption, as on its slider.
//!
//! `va_growth=7`, `town_growth[danghu]=7`, `land_supply=2024:800,2027:500`. Values stand in the assumption's unit, and
//! between stated years it is interpolated as the plan says.

use std::collections::BTreeMap;

use attain::engine::index::{AssumptionIdx, Domain, MemberIdx, Year};
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::lang::Lang;
use attain::engine::model::Model;
use attain::engine::number::greater;
use attain::engine::plan::{Assumption, Plan};
use attain::engine::suggest::nearest;

use super::failure::Failure;
use super::words;

/// A move, resolved against a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// What is moved, as written: `id` or `id[member]`.
    pub what: String,
    /// The assumption.
    assumption: AssumptionIdx,
    /// One member of its set; all of them where none is named.
    member: Option<MemberIdx>,
    /// Its new value.
    pub setting: Setting,
}

impl Move {
    /// Reads `ID=VALUE`.
    pub fn read(text: &str, plan: &Plan, model: &Model) -> Result<Self, Failure> {
        let unwritten = || Failure::Unwritten(text.to_owned());
        let (what, value) = text.split_once('=').ok_or_else(unwritten)?;
        let what = what.trim();
        let (id, member) = match what.split_once('[') {
            None => (what, None),
            Some((id, rest)) => {
                let member = rest.strip_suffix(']').ok_or_else(unwritten)?;
                (id.trim_end(), Some(member.trim()))
            }
        };
        let assumption = assumption(id, plan)?;
        let member = member
            .map(|member| self::member(member, id, assumption, plan, model))
            .transpose()?;
        Ok(Self {
            what: what.to_owned(),
            assumption,
            member,
            setting: setting(value.trim())?,
        })
    }

    /// Moves the assumption.
    pub fn apply(&self, inputs: &mut Inputs) {
        inputs.set(self.assumption, self.member, &self.setting);
    }

    /// A remark where the value lies outside the slider: it is used all the same.
    pub fn remark(&self, plan: &Plan, lang: Lang) -> Option<String> {
        let assumption = plan.assumptions.get(self.assumption.at())?;
        let (min, max) = assumption.min.zip(assumption.max)?;
        let values = match &self.setting {
            Setting::Constant(value) => vec![*value],
            Setting::ByYear(points) => points.values().copied().collect(),
        };
        let outside = values
            .into_iter()
            .find(|&value| greater(value, max) || greater(min, value))?;
        Some(words::outside(&self.what, outside, min, max, lang))
    }
}

fn assumption(id: &str, plan: &Plan) -> Result<AssumptionIdx, Failure> {
    let is_it = |assumption: &Assumption| assumption.id.value == id;
    if let Some(position) = plan.assumptions.iter().position(is_it) {
        return Ok(AssumptionIdx::new(position));
    }
    let mut indicators = plan.indicators.iter();
    if indicators.any(|indicator| indicator.id.value == id) {
        return Err(Failure::Indicator(id.to_owned()));
    }
    let ids = plan
        .assumptions
        .iter()
        .map(|assumption| &*assumption.id.value);
    Err(Failure::UnknownAssumption(id.to_owned(), meant(id, ids)))
}

fn member(
    member: &str,
    id: &str,
    assumption: AssumptionIdx,
    plan: &Plan,
    model: &Model,
) -> Result<MemberIdx, Failure> {
    let domain = model
        .assumptions()
        .get(assumption.at())
        .map(|known| known.domain);
    let set = match domain {
        Some(Domain::Set(set)) => plan.sets.get(set.at()),
        Some(Domain::Plan) | None => None,
    };
    let Some(set) = set else {
        return Err(Failure::NoMembers(id.to_owned()));
    };
    let mut ids = set.members.iter().map(|member| &*member.id.value);
    match ids.clone().position(|known| known == member) {
        Some(position) => Ok(MemberIdx::new(position)),
        None => Err(Failure::UnknownMember(
            member.to_owned(),
            meant(member, ids.by_ref()),
        )),
    }
}

/// The id that was probably meant.
pub fn meant<'a>(id: &str, ids: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(id, ids).map(str::to_owned)
}

fn setting(text: &str) -> Result<Setting, Failure> {
    if !text.contains(':') {
        return number(text).map(Setting::Constant);
    }
    let point = |point: &str| {
        let (year, value) = point
            .split_once(':')
            .ok_or_else(|| Failure::NotAYear(point.trim().to_owned()))?;
        Ok((self::year(year.trim())?, number(value.trim())?))
    };
    let points: Result<BTreeMap<Year, f64>, Failure> = text.split(',').map(point).collect();
    points.map(Setting::ByYear)
}

fn number(text: &str) -> Result<f64, Failure> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| Failure::NotANumber(text.to_owned()))
}

fn year(text: &str) -> Result<Year, Failure> {
    let year = text.parse().ok();
    let year = year.filter(|year| attain::engine::plan::format::YEARS.contains(year));
    year.ok_or_else(|| Failure::NotAYear(text.to_owned()))
}
