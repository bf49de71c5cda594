//! The targets of the shipped plans against the documents: a table for a reviewer, whether every figure is printed where
//! it is quoted, whether nothing is left out, and who is responsible.

use std::collections::{BTreeMap, BTreeSet};

use attain::engine::attain::{Verdict, attain};
use attain::engine::eval::Evaluator;
use attain::engine::lang::Lang;
use attain::view::target;
use serde_json::Value;

use super::printed::{numbers, quotes};
use super::{PLANS, Shipped};
use crate::models::with_diagnostics;

const THRESHOLDS: [&str; 6] = [
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "about",
    "stretch",
];

fn citations(item: &Value) -> Vec<&Value> {
    match &item["source"] {
        Value::Array(sources) => sources.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

/// The numbers in a value, whatever years and members they are stated for.
fn figures(value: &Value) -> Vec<f64> {
    match value {
        Value::Number(number) => number.as_f64().into_iter().collect(),
        Value::Object(entries) => entries.values().flat_map(figures).collect(),
        _ => Vec::new(),
    }
}

fn thresholds(target: &Value) -> Vec<f64> {
    let stated = THRESHOLDS.iter().filter_map(|key| target.get(key));
    stated.flat_map(figures).collect()
}

/// How many statements of the document a citation of a target is: in a table every cell of the row (where cells are
/// merged, every result it is judged by), in a sentence every threshold that it prints.
fn n_statements(citation: &Value, target: &Value, n_results: usize) -> usize {
    let quote = citation["quote"].as_str().unwrap();
    let n_cells = quote.matches(" | ").count();
    if n_cells > 0 {
        return n_cells.max(n_results);
    }
    let printed = numbers(quote);
    let mut told = thresholds(target);
    told.retain(|figure| printed.contains(figure));
    told.sort_by(f64::total_cmp);
    told.dedup();
    told.len().max(1)
}

/// Results by target id.
fn n_results(plan: &Shipped) -> BTreeMap<String, usize> {
    let (read, model, _) = with_diagnostics(plan.text);
    let mut counts = BTreeMap::new();
    for outcome in attain(&Evaluator::new(model.clone(), model.defaults()).projection()) {
        let id = read.targets[outcome.target.at()].id.value.clone();
        *counts.entry(id).or_insert(0) += 1;
    }
    counts
}

fn statements(plan: &Shipped) -> BTreeMap<String, usize> {
    let results = n_results(plan);
    let mut counts = BTreeMap::new();
    for target in plan.items("targets") {
        let n_results = results[target["id"].as_str().unwrap()];
        for citation in citations(&target) {
            let document = citation["ref"].as_str().unwrap().to_owned();
            *counts.entry(document).or_insert(0) += n_statements(citation, &target, n_results);
        }
    }
    counts
}

/// One line per target, and where the document says so.
#[test]
fn table_of_targets() {
    for plan in PLANS {
        let (read, ..) = with_diagnostics(plan.text);
        let mut lines = Vec::new();
        for (item, named) in plan.items("targets").iter().zip(0..) {
            let name = target::name(
                &read,
                attain::engine::index::TargetIdx::new(named),
                Lang::Zh,
            );
            let subjects = ["of", "event", "statement"];
            let years = ["in", "every", "by"];
            let keys = subjects.iter().chain(&THRESHOLDS).chain(&years);
            let promises = keys.filter_map(|&key| {
                let value = item.get(key)?;
                Some(match value.get("zh") {
                    Some(_) => key.to_owned(),
                    None => format!("{key} {}", value.to_string().replace('"', "")),
                })
            });
            let promises: Vec<_> = promises.collect();
            let kind = item.get("kind").map_or(String::new(), |kind| {
                format!(" ({})", kind.as_str().unwrap())
            });
            lines.push(format!(
                "{}{kind} {name}: {}",
                item["id"].as_str().unwrap(),
                promises.join(", ")
            ));
            for citation in citations(item) {
                let [document, place, quote] =
                    [&citation["ref"], &citation["at"]["zh"], &citation["quote"]];
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                lines.push(format!(
                    "    {} {}: {}",
                    text(document),
                    text(place),
                    text(quote)
                ));
            }
        }
        let counts = statements(&plan).into_iter();
        let counts: Vec<_> = counts
            .map(|(document, count)| format!("{document} {count}"))
            .collect();
        lines.push(format!(
            "{} targets; statements quoted: {}",
            lines.iter().filter(|line| !line.starts_with(' ')).count(),
            counts.join(", ")
        ));
        insta::assert_snapshot!(plan.id, lines.join("\n"));
    }
}

/// An independent reading of the documents counted so many statements that are targets or yearly obligations, or cells
/// of a table of targets. Here aims without a number are quoted as well.
#[test]
fn no_statement_is_left_out() {
    for (id, document, least) in [
        ("kaiping-2021-2025", None, 49),
        ("yangjiang-2023-2027", None, 44),
        ("jianghai-2021-2025", None, 13),
        ("jiangxi-pilot-zones-2021-2025", None, 21),
        ("pinghu-2023-2027", None, 161 + 120),
        ("pinghu-2023-2027", Some("annex1"), 17 * 3),
        ("pinghu-2023-2027", Some("annex2"), 45),
        ("pinghu-2023-2027", Some("annex3"), 15 * 9),
    ] {
        let plan = PLANS.iter().find(|plan| plan.id == id).unwrap();
        let counts = statements(plan);
        let found: usize = match document {
            Some(document) => counts[document],
            None => counts.values().sum(),
        };
        // Tables have so many cells and no more.
        let is_table = matches!(document, Some("annex1" | "annex3"));
        assert!(
            found >= least && !(is_table && found > least),
            "{id} {document:?}: {found}"
        );
    }
}

/// Thresholds that stand for words: “rising” and “growing” are more than nothing, “every year” is one a year, “every
/// quarter” four, “in January and July” two, 千亿 a thousand times 亿.
const IN_WORDS: [&str; 7] = [
    "land",
    "investment-rising",
    "plans",
    "quarterly",
    "reports",
    "reviews",
    "yangdong-energy",
];

#[test]
fn thresholds_are_printed_where_they_are_quoted() {
    for plan in PLANS {
        for target in plan.items("targets") {
            let id = target["id"].as_str().unwrap();
            if IN_WORDS.contains(&id) {
                continue;
            }
            let printed = numbers(&quotes(&target));
            for figure in thresholds(&target) {
                assert!(
                    printed.contains(&figure),
                    "{}: {id}: {figure} in {}",
                    plan.id,
                    quotes(&target)
                );
            }
        }
    }
}

/// The responsible units of the row of an annex that a quote stands in.
fn units_of_row(plan: &Shipped, quote: &str) -> Vec<String> {
    let is_row = |line: &&str| {
        line.starts_with(|letter: char| letter.is_ascii_digit()) && line.contains(quote)
    };
    let row = plan
        .document
        .lines()
        .find(is_row)
        .unwrap_or_else(|| panic!("no row has {quote}"));
    let mut cells = row
        .split('|')
        .map(str::trim)
        .filter(|cell| !cell.is_empty());
    // The first row goes on with a remark.
    let units = cells
        .next_back()
        .unwrap()
        .split(',')
        .next()
        .unwrap()
        .replace(' ', "");
    units.split('、').map(str::to_owned).collect()
}

fn responsible(item: &Value) -> Vec<String> {
    let units = item["responsible"].as_array().into_iter().flatten();
    units
        .map(|unit| unit["zh"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn those_responsible_are_those_of_the_annexes() {
    let plan = PLANS
        .iter()
        .find(|plan| plan.id == "pinghu-2023-2027")
        .unwrap();
    let in_annex = |citation: &&Value| citation["ref"].as_str().unwrap().starts_with("annex");
    for target in plan.items("targets") {
        let rows = citations(&target).into_iter().filter(in_annex);
        let rows: Vec<_> = rows
            .map(|row| units_of_row(plan, row["quote"].as_str().unwrap()))
            .collect();
        if rows.is_empty() {
            continue;
        }
        let named: BTreeSet<_> = responsible(&target).into_iter().collect();
        let printed: BTreeSet<_> = rows.iter().flatten().cloned().collect();
        assert!(
            named.is_subset(&printed),
            "{}: {named:?} of {printed:?}",
            target["id"]
        );
        for row in rows {
            assert!(
                named.contains(&row[0]),
                "{}: {} leads",
                target["id"],
                row[0]
            );
        }
    }
    let duties = plan.items("measures");
    assert_eq!(duties.len(), 62);
    for duty in duties {
        let quote = duty["source"]["quote"].as_str().unwrap();
        assert_eq!(
            responsible(&duty),
            units_of_row(plan, quote),
            "{}",
            duty["id"]
        );
    }
}

#[test]
fn measures_serve_targets() {
    for plan in PLANS {
        for measure in plan.items("measures") {
            let serves = measure["serves"].as_array();
            assert!(
                serves.is_some_and(|targets| !targets.is_empty()),
                "{}: {}",
                plan.id,
                measure["id"]
            );
        }
    }
}

/// Annex 3 of Pinghu: fifteen rows for eight townships and the city. One cell is printed “-”, one row is pending.
#[test]
fn every_cell_of_the_townships_is_judged() {
    let plan = PLANS
        .iter()
        .find(|plan| plan.id == "pinghu-2023-2027")
        .unwrap();
    let (read, model, _) = with_diagnostics(plan.text);
    let mut verdicts: BTreeMap<&str, Vec<(Option<usize>, Verdict)>> = BTreeMap::new();
    let outcomes = attain(&Evaluator::new(model.clone(), model.defaults()).projection());
    for outcome in &outcomes {
        let id = read.targets[outcome.target.at()].id.value.as_str();
        if id.starts_with("a3-") {
            let member = outcome.member.map(attain::engine::index::MemberIdx::at);
            verdicts
                .entry(id)
                .or_default()
                .push((member, outcome.verdict));
        }
    }
    assert_eq!(verdicts.len(), 15);
    for (id, cells) in verdicts {
        let members: BTreeSet<_> = cells.iter().map(|(member, _)| *member).collect();
        let absent = if id == "a3-9" { Some(Some(0)) } else { None };
        let all = std::iter::once(None).chain((0..8).map(Some));
        let expected: BTreeSet<_> = all.filter(|member| Some(*member) != absent).collect();
        assert_eq!(members, expected, "{id}");
        let is_pending = id == "a3-15";
        for (member, verdict) in cells {
            assert_eq!(
                verdict == Verdict::Undetermined,
                is_pending,
                "{id} {member:?}: {verdict:?}"
            );
        }
    }
}

/// What a line of the document says up to the end of a quote.
fn up_to<'a>(plan: &'a Shipped, quote: &str) -> &'a str {
    let end = |line: &'a str| line.find(quote).map(|at| &line[..at + quote.len()]);
    plan.document.lines().find_map(end).unwrap()
}

/// The year something is due: of the quote or the line before it, of its column in a table, or else of a note.
#[test]
fn a_year_that_is_not_printed_is_said_to_be_assumed() {
    for plan in PLANS {
        for target in plan.items("targets") {
            let year = target
                .get("by")
                .or(target.get("in"))
                .and_then(Value::as_i64);
            let Some(year) = year else {
                continue;
            };
            let is_printed = citations(&target).into_iter().any(|citation| {
                let quote = citation["quote"].as_str().unwrap();
                let text = up_to(&plan, quote);
                let words = [&format!("{year}年"), "“十四五”", "每年"];
                quote.contains(" | ") || words.iter().any(|word| text.contains(*word))
            });
            let note = target["note"]["zh"].as_str().unwrap_or_default();
            assert!(
                is_printed || note.contains(&format!("{year}年")),
                "{}: {}: no {year} in {}",
                plan.id,
                target["id"],
                quotes(&target)
            );
        }
    }
}
