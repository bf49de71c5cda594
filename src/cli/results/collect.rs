//! From a projection and its outcomes to plain data.

use attain::engine::attain::{Outcome, Pace, Rate, Schedule};
use attain::engine::eval::{Cell, Projection};
use attain::engine::index::{Domain, IndicatorIdx, MemberIdx, Year};
use attain::engine::model::{Root, TargetModel};
use attain::engine::plan::{Kind, Years};

use super::super::names::Names;
use super::super::setting::Move;
use super::{
    Because, Coded, Elapsed, FORMAT, Judgement, Moved, Paces, Point, PointKind, Results, Series,
    Stretch, Tested, Yearly,
};

impl<'a> Results<'a> {
    /// Everything a projection and its outcomes say.
    pub fn new(
        names: Names<'a>,
        scenario: Option<&'a str>,
        moves: &'a [Move],
        projection: &'a Projection,
        outcomes: &'a [Outcome],
    ) -> Self {
        let period = names.model.period();
        let set = moves.iter().map(|moved| Moved {
            assumption: &moved.what,
            value: &moved.setting,
        });
        let indicators = (0..names.model.indicators().len()).map(IndicatorIdx::new);
        Self {
            format: FORMAT,
            plan: &names.plan.id,
            title: names.plan.title.get(names.lang),
            period: [period.start, period.end],
            scenario,
            set: set.collect(),
            series: indicators
                .flat_map(|indicator| series(names, indicator, projection))
                .collect(),
            outcomes: outcomes
                .iter()
                .map(|outcome| judgement(names, outcome))
                .collect(),
        }
    }
}

/// The series of an indicator: one, or one per member and one of the whole.
fn series<'a>(
    names: Names<'a>,
    indicator: IndicatorIdx,
    projection: &'a Projection,
) -> Vec<Series<'a>> {
    let Some(known) = names.model.indicators().get(indicator.at()) else {
        return Vec::new();
    };
    let set = names.set(known.domain);
    let members = set.map_or(0, |set| set.members.len());
    let members = (0..members).map(MemberIdx::new).map(Some);
    let (id, name) = names.indicator(indicator);
    let of = |member: Option<MemberIdx>| Series {
        id,
        name,
        member: Names::member(set, member),
        unit: known.unit.name(names.lang),
        values: names
            .model
            .axis()
            .years()
            .map(|year| point(names, year, projection.cell(indicator, member, year)))
            .collect(),
    };
    members.chain([None]).map(of).collect()
}

fn point<'a>(names: Names<'a>, year: Year, cell: Cell<'a>) -> Point<'a> {
    let (kind, roots): (_, &[Root]) = match cell {
        Cell::Observed(_) => (PointKind::Observed, &[]),
        Cell::Interpolated(_) => (PointKind::Interpolated, &[]),
        Cell::Projected(_) => (PointKind::Projected, &[]),
        Cell::Unknown(roots) => (PointKind::Unknown, roots),
        Cell::Fault => (PointKind::Fault, &[]),
        Cell::NotApplicable => (PointKind::NotApplicable, &[]),
    };
    Point {
        year,
        value: cell.number(),
        kind: Coded(kind),
        because: roots.iter().map(|root| because(names, *root)).collect(),
    }
}

fn because(names: Names<'_>, root: Root) -> Because<'_> {
    let owned = |(id, name): (_, &str)| (id, name.to_owned());
    let (id, name) = match root {
        Root::Awaited(index) => owned(names.assumption(index)),
        Root::NotObserved(index, ..) | Root::Faulty(index) | Root::NoWhole(index) => {
            owned(names.indicator(index))
        }
        Root::TargetArithmetic(index, _) | Root::FaultyTarget(index) | Root::NotRecorded(index) => {
            (names.id_of_target(index), names.target(index))
        }
    };
    let member = match root {
        Root::NotObserved(index, member, _) => {
            let known = names.model.indicators().get(index.at());
            let set = names.set(known.map_or(Domain::Plan, |known| known.domain));
            Names::member(set, member)
        }
        _ => None,
    };
    let year = match root {
        Root::NotObserved(_, _, year) | Root::TargetArithmetic(_, year) => Some(year),
        _ => None,
    };
    Because {
        root: Coded(root),
        id,
        name,
        member,
        year,
    }
}

fn judgement<'a>(names: Names<'a>, outcome: &Outcome) -> Judgement<'a> {
    let index = outcome.target;
    let (quantity, due) = match names.model.targets().get(index.at()) {
        Some(TargetModel::Quantity(quantity)) => (Some(quantity), None),
        Some(TargetModel::Event(event)) => (None, Some(event.by.as_str())),
        Some(TargetModel::Statement | TargetModel::Faulty(_)) | None => (None, None),
    };
    let target = names.plan.targets.get(index.at());
    Judgement {
        target: names.id_of_target(index),
        name: names.target(index),
        kind: Coded(target.map_or(Kind::default(), |target| target.kind)),
        member: Names::member(names.set_of_target(index), outcome.member),
        years: outcome.years.into(),
        due,
        milestone: outcome.milestone(),
        comparison: quantity.map(|_| Coded(outcome.comparison)),
        verdict: Coded(outcome.verdict),
        unit: quantity.map_or_else(String::new, |quantity| quantity.unit.name(names.lang)),
        value: outcome.value,
        range: outcome.range.map(|range| {
            [range.low, range.high].map(|end| Some(end).filter(|end| end.is_finite()))
        }),
        year: outcome.year,
        threshold: outcome.threshold,
        edge: outcome.edge,
        margin: outcome.margin,
        progress: outcome.progress,
        band: outcome.band.map(Coded),
        stretch: outcome.stretch.map(|(threshold, reached)| Stretch {
            threshold,
            verdict: Coded(reached),
        }),
        first_attained: outcome.first_attained,
        first_breach: outcome.first_breach,
        pace: outcome.pace.map(Paces::from),
        schedule: outcome.schedule.map(Elapsed::from),
        because: outcome
            .roots
            .iter()
            .map(|root| because(names, *root))
            .collect(),
        is_final: outcome.is_final,
        rests_on_plan: outcome.rests_on_plan,
        rests_on_placeholder: outcome.rests_on_placeholder,
    }
}

impl From<Years> for Tested {
    fn from(years: Years) -> Self {
        match years {
            Years::In(year) => Self::In(year),
            Years::Every(first, last) => Self::Every([first, last]),
            Years::By(first, last) => Self::By([first, Some(last)]),
        }
    }
}

impl From<Pace> for Paces {
    fn from(pace: Pace) -> Self {
        Self {
            from: pace.from,
            start: pace.start,
            required: pace.required.into(),
            projected: pace.projected.into(),
        }
    }
}

impl From<Rate> for Yearly {
    fn from(rate: Rate) -> Self {
        match rate {
            Rate::Growth(rate) => Self::Growth(rate),
            Rate::Change(change) => Self::Change(change),
            Rate::Amount(amount) => Self::Amount(amount),
        }
    }
}

impl From<Schedule> for Elapsed {
    fn from(schedule: Schedule) -> Self {
        Self {
            year: schedule.year,
            completion: schedule.completion,
            path_share: schedule.path_share,
        }
    }
}
