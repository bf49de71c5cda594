//! What a plan has done, by whom, and for which targets.

use crate::engine::index::TargetIdx;
use crate::engine::lang::Lang;
use crate::engine::plan::{Measure, Plan};
use crate::engine::sort;
use crate::text::words::Words;

use super::citation::{Quote, quotes};
use super::target;

/// By what measures are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum By {
    /// By whoever is responsible.
    #[default]
    Responsible,
    /// By the target they serve.
    Target,
}

/// Measures under one heading. One with several responsible units, or serving several targets, stands under each.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// The heading; none for what is assigned to nobody or serves no target.
    pub title: Option<String>,
    /// The target that is the heading, if it is one.
    pub target: Option<TargetIdx>,
    /// The measures, in the order of the plan.
    pub measures: Vec<Task>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Task {
    /// What is to be done.
    pub text: String,
    /// By whom.
    pub responsible: String,
    /// The targets it serves, by index and name.
    pub serves: Vec<(TargetIdx, String)>,
    /// Where it stands.
    pub quotes: Vec<Quote>,
}

/// The measures of a plan under headings: those with most measures first when they are units, in the plan's order when
/// they are targets; what has no heading comes last.
pub fn groups(plan: &Plan, by: By, lang: Lang) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for measure in &plan.measures {
        let task = task(plan, measure, lang);
        let headings = match by {
            By::Responsible => (measure.responsible.iter())
                .map(|unit| (Some(unit.get(lang).to_owned()), None))
                .collect(),
            By::Target => (task.serves.iter())
                .map(|(target, name)| (Some(name.clone()), Some(*target)))
                .collect::<Vec<_>>(),
        };
        if headings.is_empty() {
            put(&mut groups, (None, None), task);
            continue;
        }
        for heading in headings {
            put(&mut groups, heading, task.clone());
        }
    }
    sort::by_key(&mut groups, |group| {
        let rank = match by {
            By::Responsible => usize::MAX - group.measures.len(),
            By::Target => group.target.map_or(usize::MAX, TargetIdx::at),
        };
        (group.title.is_none(), rank)
    });
    groups
}

fn put(groups: &mut Vec<Group>, (title, target): (Option<String>, Option<TargetIdx>), task: Task) {
    match groups
        .iter_mut()
        .find(|group| group.title == title && group.target == target)
    {
        Some(group) => group.measures.push(task),
        None => groups.push(Group {
            title,
            target,
            measures: vec![task],
        }),
    }
}

fn task(plan: &Plan, measure: &Measure, lang: Lang) -> Task {
    let served = measure.serves.iter().filter_map(|id| {
        let position = plan
            .targets
            .iter()
            .position(|target| target.id.value == id.value)?;
        let index = TargetIdx::new(position);
        Some((index, target::name(plan, index, lang)))
    });
    Task {
        text: measure.text.get(lang).to_owned(),
        responsible: Words(lang).list(measure.responsible.iter().map(|unit| unit.get(lang))),
        serves: served.collect(),
        quotes: quotes(plan, &measure.sources, lang),
    }
}
