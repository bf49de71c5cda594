//! Results as a table to read in a terminal: columns aligned by the width characters take there, numbers as the screen
//! shows them.

use std::fmt::Write;

use attain::engine::attain::Verdict;
use attain::engine::lang::Lang;
use attain::engine::plan::Comparison;
use attain::text::number::{Precision, UNKNOWN, number};
use unicode_width::UnicodeWidthStr;

use super::project::What;
use super::results::{Judgement, Point, PointKind, Results, Series};
use super::words::{self, Column};

/// The table below a title.
pub fn write(results: &Results<'_>, what: What, lang: Lang) -> String {
    let mut out = String::new();
    line(&mut out, results.title);
    line(&mut out, &under(results, lang));
    line(&mut out, "");
    match what {
        What::Outcomes => {
            out += &outcomes(results, lang);
            line(&mut out, "");
            line(&mut out, &words::tally(tally(results), lang));
        }
        What::Series => {
            out += &series(results, lang);
            line(&mut out, "");
            line(&mut out, words::MARKS.get(lang));
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}

/// The scenario and the moves.
fn under(results: &Results<'_>, lang: Lang) -> String {
    let moves = results.set.iter().map(|moved| {
        let value = serde_json::to_string(moved.value).expect("numbers make JSON");
        format!("{} = {value}", moved.assumption)
    });
    let scenario = words::scenario(results.scenario, lang);
    let parts: Vec<String> = std::iter::once(scenario).chain(moves).collect();
    parts.join(lang.pick("；", "; "))
}

fn tally(results: &Results<'_>) -> [(Verdict, usize); 4] {
    [
        Verdict::Attained,
        Verdict::Missed,
        Verdict::Undetermined,
        Verdict::Unscored,
    ]
    .map(|verdict| {
        let of_it = |outcome: &&Judgement<'_>| outcome.verdict.0 == verdict;
        (verdict, results.outcomes.iter().filter(of_it).count())
    })
}

fn outcomes(results: &Results<'_>, lang: Lang) -> String {
    let heading = [
        Column::Verdict,
        Column::Target,
        Column::Years,
        Column::Value,
        Column::Required,
        Column::Margin,
        Column::Unit,
        Column::Name,
    ]
    .map(|column| words::column(column, lang).to_owned());
    let sides = [
        Side::Left,
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Left,
        Side::Right,
        Side::Left,
        Side::Left,
    ];
    let rows = results
        .outcomes
        .iter()
        .map(|outcome| outcome_row(outcome, lang).to_vec());
    let rows: Vec<_> = std::iter::once(heading.to_vec()).chain(rows).collect();
    aligned(&rows, &sides)
}

fn outcome_row(outcome: &Judgement<'_>, lang: Lang) -> [String; 8] {
    let lines = outcome.threshold.into_iter().chain(outcome.edge);
    let mut ends = outcome.range.into_iter().flatten().flatten();
    let first = outcome.value.or_else(|| ends.next());
    let precision = first.map(|value| Precision::for_comparison(value, lines.chain(ends)));
    let written = |x: f64| precision.map_or_else(|| number(x), |precision| precision.number(x));
    let margin = outcome.margin.zip(precision);
    let value = match (
        outcome.value,
        outcome.range.zip(precision),
        outcome.comparison,
    ) {
        (Some(value), ..) => written(value),
        (None, Some(([low, high], precision)), _) => precision.between(
            low.unwrap_or(f64::NEG_INFINITY),
            high.unwrap_or(f64::INFINITY),
        ),
        (None, None, Some(_)) => UNKNOWN.to_owned(),
        (None, None, None) => String::new(),
    };
    [
        words::verdict(outcome.verdict.0, lang).to_owned(),
        with_member(outcome.target, outcome.member),
        match outcome.due {
            Some(date) => words::due(date, lang),
            None => words::years(outcome.years, lang),
        },
        value,
        required(outcome, written),
        margin.map_or_else(String::new, |(margin, precision)| precision.signed(margin)),
        outcome.unit.clone(),
        explained(outcome, lang),
    ]
}

/// The name, and why nothing can be said.
fn explained(outcome: &Judgement<'_>, lang: Lang) -> String {
    let reasons = outcome.because.iter();
    let reasons: Vec<String> = reasons.map(|root| words::because(root, lang)).collect();
    if reasons.is_empty() {
        outcome.name.clone()
    } else {
        words::explained(&outcome.name, &reasons, lang)
    }
}

/// Comparison and threshold, and the edge: the other end of a range, or what `about` still accepts.
fn required(outcome: &Judgement<'_>, written: impl Fn(f64) -> String) -> String {
    let Some(comparison) = outcome.comparison else {
        return String::new();
    };
    let sign = match comparison.0 {
        Comparison::AtLeast => "≥ ",
        Comparison::MoreThan => "> ",
        Comparison::AtMost => "≤ ",
        Comparison::LessThan => "< ",
        Comparison::About => "≈ ",
        Comparison::Between => "",
    };
    let Some(threshold) = outcome.threshold.map(&written) else {
        return format!("{sign}{UNKNOWN}");
    };
    let end = match (comparison.0, outcome.edge) {
        (Comparison::Between, Some(edge)) => format!(" … {}", written(edge)),
        (Comparison::About, Some(edge)) => format!(" ({})", written(edge)),
        _ => String::new(),
    };
    format!("{sign}{threshold}{end}")
}

fn series(results: &Results<'_>, lang: Lang) -> String {
    let years = results
        .series
        .first()
        .map_or(&[][..], |series| &series.values);
    let mut heading = vec![
        words::column(Column::Indicator, lang).to_owned(),
        words::column(Column::Unit, lang).to_owned(),
    ];
    heading.extend(years.iter().map(|value| format!("{} ", value.year)));
    heading.push(words::column(Column::Name, lang).to_owned());
    let mut sides = vec![Side::Right; heading.len()];
    for left in [0, 1, heading.len() - 1] {
        sides[left] = Side::Left;
    }
    let rows = results.series.iter().map(series_row);
    let rows: Vec<_> = std::iter::once(heading).chain(rows).collect();
    aligned(&rows, &sides)
}

fn series_row(series: &Series<'_>) -> Vec<String> {
    let mut row = vec![with_member(series.id, series.member), series.unit.clone()];
    row.extend(series.values.iter().map(cell));
    row.push(series.name.to_owned());
    row
}

/// The number and its mark, which takes a place of its own so that numbers line up.
fn cell(value: &Point<'_>) -> String {
    let number = value.value.map_or_else(String::new, number);
    match value.kind.0 {
        PointKind::Observed => format!("{number}*"),
        PointKind::Interpolated => format!("{number}~"),
        PointKind::Projected => format!("{number} "),
        PointKind::Unknown => format!("{UNKNOWN} "),
        PointKind::Fault => "× ".to_owned(),
        PointKind::NotApplicable => "· ".to_owned(),
    }
}

fn with_member(id: &str, member: Option<&str>) -> String {
    member.map_or_else(|| id.to_owned(), |member| format!("{id}[{member}]"))
}

/// Which end of its column a cell stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn aligned(rows: &[Vec<String>], sides: &[Side]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..sides.len()).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(sides).zip(&widths);
        let padded = cells.map(|((cell, side), width)| {
            let space = " ".repeat(width - cell.width());
            match side {
                Side::Left => format!("{cell}{space}"),
                Side::Right => format!("{space}{cell}"),
            }
        });
        let text = padded.collect::<Vec<_>>().join("  ");
        line(&mut out, text.trim_end());
    }
    out
}
