//! The list of targets: which are shown, under which headings, in which order.

use serde::{Deserialize, Serialize};

use crate::engine::attain::Outcome;
use crate::engine::index::{TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::plan::{Kind, Plan};
use crate::engine::sort;

use super::group::{Group, under_headings};
use super::results::Results;
use super::status::Status;
use super::target;

/// Which targets are listed, and how.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Criteria {
    /// Milestone year looked at; all where there is none.
    pub milestone: Option<Year>,
    /// Only targets that are this binding.
    pub kind: Option<Kind>,
    /// Only targets with this status.
    pub status: Option<Status>,
    /// Only targets whose name contains this; not kept.
    #[serde(skip)]
    pub search: String,
    /// In which order.
    pub order: Order,
    /// Whether they stand under the headings of their groups.
    pub grouping: Grouping,
}

/// The order of the targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// As the plan lists them.
    #[default]
    Plan,
    /// The farthest from attainment first.
    Worst,
}

/// Whether the targets stand in groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// Under the headings of the plan.
    #[default]
    Groups,
    /// In one list.
    Flat,
}

impl Criteria {
    /// The same without what hides targets.
    pub fn without_filters(&self) -> Self {
        Self {
            milestone: None,
            kind: None,
            status: None,
            search: String::new(),
            ..self.clone()
        }
    }
}

/// The list of targets that meet the criteria. Groups come in the order of their first target.
pub fn list(
    plan: &Plan,
    results: &Results,
    criteria: &Criteria,
    lang: Lang,
) -> Vec<Group<TargetIdx>> {
    let mut targets: Vec<TargetIdx> = (0..plan.targets.len())
        .map(TargetIdx::new)
        .filter(|target| is_listed(plan, results, criteria, lang, *target))
        .collect();
    if criteria.order == Order::Worst {
        let badness = |target: &TargetIdx| badness(results, criteria, *target);
        sort::by(&mut targets, |a, b| {
            let ((status, margin), (other, its)) = (badness(a), badness(b));
            status.cmp(&other).then(margin.total_cmp(&its))
        });
    }
    match criteria.grouping {
        Grouping::Flat if targets.is_empty() => Vec::new(),
        Grouping::Flat => vec![Group {
            title: None,
            items: targets,
        }],
        Grouping::Groups => {
            let titled = |target| (target::group(plan, target, lang), target);
            under_headings(targets.into_iter().map(titled))
        }
    }
}

fn is_listed(
    plan: &Plan,
    results: &Results,
    criteria: &Criteria,
    lang: Lang,
    target: TargetIdx,
) -> bool {
    let Some(outcome) = results.speaking(target, criteria.milestone) else {
        return false;
    };
    let has_status = |status| {
        let in_year = |o: &&Outcome| criteria.milestone.is_none_or(|year| o.milestone() == year);
        results
            .shown(target)
            .filter(in_year)
            .any(|o| Status::of(o) == status)
    };
    let needle = criteria.search.trim().to_lowercase();
    let has_kind = |kind| {
        let found = plan.targets.get(target.at());
        found.is_some_and(|found| found.kind == kind)
    };
    outcome.target == target
        && criteria.kind.is_none_or(has_kind)
        && criteria.status.is_none_or(has_status)
        && (needle.is_empty()
            || target::name(plan, target, lang)
                .to_lowercase()
                .contains(&needle))
}

/// What is worse comes first: by status, then by the margin in relation to what is required.
fn badness(results: &Results, criteria: &Criteria, target: TargetIdx) -> (Status, f64) {
    let Some(outcome) = results.speaking(target, criteria.milestone) else {
        return (Status::Unscored, 0.0);
    };
    let required = outcome.threshold.map_or(0.0, f64::abs);
    let margin = outcome.margin.unwrap_or(0.0);
    let relative = if required > 0.0 {
        margin / required
    } else {
        margin
    };
    (Status::of(outcome), relative)
}
