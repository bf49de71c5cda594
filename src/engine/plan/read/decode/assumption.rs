//! Assumptions.

use super::super::Problems;
use super::{table, value};
use crate::engine::json::Node;
use crate::engine::plan::format::{DISTRIBUTIONS, UNCERTAINTY};
use crate::engine::plan::{
    Amount, Assumption, Awaits, Basis, Correlation, Distribution, Draws, PlanProblem, Series,
    SwitchOption, Table, Uncertainty,
};

/// An assumption; none without id.
pub(super) fn assumption(node: &Node, problems: &mut Problems) -> Option<Assumption> {
    let id = value::spanned(node, "id")?;
    let assumption = Assumption {
        name: value::name(node, &id),
        group: value::text(node, "group"),
        unit: value::unit_or_empty(node, "unit"),
        prices: value::prices(node),
        over: value::spanned(node, "over"),
        value: node.get("value").map(table::amounts),
        path: value::path(node),
        min: value::number(node, "min"),
        max: value::number(node, "max"),
        step: value::number(node, "step"),
        basis: basis(node),
        derivation: value::text(node, "derivation"),
        uncertainty: node
            .get("uncertainty")
            .and_then(|node| uncertainty(node, problems)),
        correlations: node
            .get("uncertainty")
            .map(correlations)
            .unwrap_or_default(),
        awaits: awaits(node),
        from: value::text(node, "from"),
        options: super::items(node, "options", option, problems),
        sources: value::sources(node),
        note: value::text(node, "note"),
        accept: value::accept(node),
        id,
    };
    check_value(node, &assumption, problems);
    check_range(node, &assumption, problems);
    Some(assumption)
}

fn check_value(node: &Node, assumption: &Assumption, problems: &mut Problems) {
    let (Some(table), Some(written)) = (&assumption.value, node.get("value")) else {
        return;
    };
    table::needs_set(table, assumption.over.as_ref(), problems);
    if assumption.path.is_none() && table::several_years(table) {
        problems.report(PlanProblem::NoPath, written.span);
    }
    let is_option = |value: f64| {
        assumption
            .options
            .iter()
            .any(|option| option.value.total_cmp(&value).is_eq())
    };
    if let Table::Whole(Series::One(Amount::Number(value))) = table
        && !assumption.options.is_empty()
        && !is_option(value.value)
    {
        problems.report(PlanProblem::NotAnOption(value.value), value.span);
    }
}

fn check_range(node: &Node, assumption: &Assumption, problems: &mut Problems) {
    let (Some(min), Some(max)) = (assumption.min, assumption.max) else {
        return;
    };
    if min >= max {
        problems.report_at(node.get("min"), PlanProblem::RangeReversed { min, max });
    } else if let Some(table) = &assumption.value {
        table::check_range(table, assumption, problems);
    }
}

fn basis(node: &Node) -> Basis {
    match node.get("basis").and_then(Node::text) {
        Some("history") => Basis::History,
        Some("plan") => Basis::Plan,
        Some("expert") => Basis::Expert,
        _ => Basis::Placeholder,
    }
}

fn awaits(node: &Node) -> Option<Awaits> {
    match node.get("awaits")?.text()? {
        "benchmark" => Some(Awaits::Benchmark),
        "delegated" => Some(Awaits::Delegated),
        "pending" => Some(Awaits::Pending),
        _ => None,
    }
}

fn option(node: &Node, _: &mut Problems) -> Option<SwitchOption> {
    let value = value::number(node, "value")?;
    Some(SwitchOption {
        value,
        name: value::text(node, "name").unwrap_or_default(),
        sources: value::sources(node),
    })
}

fn uncertainty(node: &Node, problems: &mut Problems) -> Option<Uncertainty> {
    Some(Uncertainty {
        distribution: distribution(node, problems)?,
        draws: match node.get("as").and_then(Node::text) {
            Some("factor") => Draws::Factor,
            Some("shift") => Draws::Shift,
            _ => Draws::Value,
        },
    })
}

fn correlations(node: &Node) -> Vec<Correlation> {
    let written = node.get("with").map_or(&[][..], Node::entries);
    let correlation = written.iter().filter_map(|entry| {
        Some(Correlation {
            with: entry.key.clone(),
            rank: entry.value.number()?,
        })
    });
    correlation.collect()
}

fn distribution(node: &Node, problems: &mut Problems) -> Option<Distribution> {
    let kind = super::first(node, DISTRIBUTIONS)?;
    let (written, field) = (node.get(kind)?, UNCERTAINTY.field(kind)?);
    let numbers: Option<Vec<f64>> = written.elements().iter().map(Node::number).collect();
    let (distribution, is_sound) = match (kind, numbers?.as_slice()) {
        ("pert", &[a, b, c]) => (Distribution::Pert(a, b, c), is_rising(&[a, b, c])),
        ("triangular", &[a, b, c]) => (Distribution::Triangular(a, b, c), is_rising(&[a, b, c])),
        ("uniform", &[a, b]) => (Distribution::Uniform(a, b), is_rising(&[a, b])),
        ("normal", &[mean, sd]) if sd > 0.0 => (Distribution::Normal(mean, sd), true),
        ("lognormal", &[mean, cv]) if mean > 0.0 && cv > 0.0 => {
            (Distribution::Lognormal(mean, cv), true)
        }
        _ => return None,
    };
    if is_sound {
        return Some(distribution);
    }
    problems.report(PlanProblem::NotRising { field }, written.span);
    None
}

/// Least ≤ most likely ≤ greatest, and not all the same.
fn is_rising(numbers: &[f64]) -> bool {
    numbers.is_sorted() && numbers.first() < numbers.last()
}
