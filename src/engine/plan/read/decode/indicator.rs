//! Indicators.

use super::super::Problems;
use super::{table, value};
use crate::engine::diagnostic::Spanned;
use crate::engine::json::{Node, Value};
use crate::engine::plan::format::OBSERVED;
use crate::engine::plan::{
    Better, FormulaText, Indicator, Observation, PlanProblem, Series, Table, Whole,
};

/// An indicator; none without id.
pub(super) fn indicator(node: &Node, problems: &mut Problems) -> Option<Indicator> {
    let id = value::spanned(node, "id")?;
    let indicator = Indicator {
        name: value::name(node, &id),
        group: value::text(node, "group"),
        unit: value::unit_or_empty(node, "unit"),
        prices: value::prices(node),
        better: better(node),
        over: value::spanned(node, "over"),
        whole: value::written(node, "whole").map(whole),
        except: value::ids(node, "except"),
        observed: node
            .get("observed")
            .map(|node| table::table(node, &OBSERVED, observation)),
        formula: node.get("formula").map(table::segments),
        path: value::path(node),
        sources: value::sources(node),
        note: value::text(node, "note"),
        accept: value::accept(node),
        id,
    };
    if node.get("observed").is_none() && node.get("formula").is_none() {
        problems.report_opening(node, PlanProblem::NothingKnown);
    }
    if let (Some(table), Some(written)) = (&indicator.observed, node.get("observed")) {
        table::needs_set(table, indicator.over.as_ref(), problems);
        check_years(table, written, problems);
    }
    Some(indicator)
}

/// Observations are of a year.
fn check_years(table: &Table<Observation>, written: &Node, problems: &mut Problems) {
    match table {
        Table::Whole(Series::One(_)) => {
            problems.report_at(Some(written), PlanProblem::ObservedWithoutYear);
        }
        Table::Whole(Series::ByYear(_)) => {}
        Table::ByMember(members) => {
            for (key, series) in members {
                if matches!(series, Series::One(_)) {
                    problems.report(PlanProblem::ObservedWithoutYear, key.span);
                }
            }
        }
    }
}

fn better(node: &Node) -> Better {
    match node.get("better").and_then(Node::text) {
        Some("lower") => Better::Lower,
        Some("neutral") => Better::Neutral,
        _ => Better::Higher,
    }
}

fn whole(text: FormulaText) -> Whole {
    match text.value.trim() {
        "sum" => Whole::Sum,
        "same" => Whole::Same,
        _ => Whole::Formula(text),
    }
}

fn observation(node: &Node) -> Observation {
    let written = match node.value {
        Value::Object(_) => node.get("value"),
        _ => Some(node),
    };
    let number = |node: &Node| {
        node.number().map(|value| Spanned {
            value,
            span: node.span,
        })
    };
    Observation {
        value: written.and_then(number),
        vintage: value::line(node, "vintage"),
        sources: value::sources(node),
    }
}
