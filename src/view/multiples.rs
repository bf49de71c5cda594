//! A target about the members of a set as small charts, one per member, over one range of values.

use crate::engine::attain::Outcome;
use crate::engine::eval::Projection;
use crate::engine::index::{MemberIdx, TargetIdx};
use crate::engine::lang::Lang;
use crate::engine::plan::Plan;
use crate::text::number::{UNKNOWN, with_unit};

use super::course::{Point, course};
use super::figures::Figures;
use super::results::Results;
use super::spark::{Spark, Traced};
use super::status::Status;
use super::target;

/// One member.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Small {
    /// Its name.
    pub name: String,
    /// Its value at its last milestone, with unit.
    pub value: String,
    /// What becomes of its target.
    pub status: Option<Status>,
    /// Its course.
    pub spark: Spark,
}

/// The members of a target's set, in the order of the plan; none where it is not about members.
pub fn multiples(
    plan: &Plan,
    projection: &Projection,
    written: &Projection,
    results: &Results,
    index: TargetIdx,
    lang: Lang,
) -> Vec<Small> {
    let model = projection.model();
    let Some(set) = target::set(plan, model, index) else {
        return Vec::new();
    };
    let unit = target::unit(model, index, lang);
    let of = |member: MemberIdx| {
        let outcomes = results.of(index).iter();
        outcomes.filter(move |outcome| outcome.member == Some(member))
    };
    let members: Vec<MemberIdx> = (0..set.members.len())
        .map(MemberIdx::new)
        .filter(|member| of(*member).next().is_some())
        .collect();
    let traced: Vec<Traced> = members
        .iter()
        .map(|member| {
            let values = |point: &Option<Point>| point.map(|point| point.value);
            let written: Vec<_> = course(written, index, Some(*member))
                .iter()
                .map(values)
                .collect();
            let points = course(projection, index, Some(*member));
            Traced::of(&points, &written, of(*member))
        })
        .collect();
    let sparks = Spark::alike(model.axis(), &traced);
    let small = |(member, spark): (&MemberIdx, Spark)| {
        let last = of(*member).max_by_key(|outcome| outcome.milestone());
        Small {
            name: set.members[member.at()].name.get(lang).to_owned(),
            value: last.map_or_else(String::new, |outcome| value(outcome, &unit, lang)),
            status: last.map(Status::of),
            spark,
        }
    };
    members.iter().zip(sparks).map(small).collect()
}

fn value(outcome: &Outcome, unit: &str, lang: Lang) -> String {
    let figures = Figures::of(outcome, unit, lang);
    figures
        .value
        .map_or_else(|| UNKNOWN.to_owned(), |value| with_unit(&value, unit))
}
