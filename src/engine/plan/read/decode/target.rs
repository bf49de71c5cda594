//! Targets.

use super::super::Problems;
use super::super::spelling;
use super::{table, value};
use crate::engine::json::{Node, Value};
use crate::engine::plan::format::{COMPARISONS, ENDS, SUBJECTS, Shape, YEAR_WORDS, YEARS};
use crate::engine::plan::{
    Amount, Comparison, Done, Due, Id, Kind, Period, PlanProblem, Quantified, Series, Subject,
    Table, Target, Years,
};

/// A target; none without id. One whose promise cannot be read has the empty formula as its quantity.
pub(super) fn target(node: &Node, problems: &mut Problems) -> Option<Target> {
    let id = value::spanned(node, "id")?;
    Some(Target {
        id,
        name: value::text(node, "name"),
        group: value::text(node, "group"),
        kind: kind(node),
        subject: subject(node, problems),
        responsible: value::texts(node, "responsible"),
        sources: value::sources(node),
        note: value::text(node, "note"),
        accept: value::accept(node),
    })
}

/// The years targets speak of: what stands for the period of a plan that states none.
pub(super) fn span(targets: &[Target]) -> Period {
    let mut years = Vec::new();
    for target in targets {
        let Subject::Quantity(quantity) = &target.subject else {
            continue;
        };
        match quantity.years {
            Some(Years::In(year) | Years::By(None, year)) => years.push(year),
            Some(Years::Every(start, end) | Years::By(Some(start), end)) => {
                years.extend([start, end]);
            }
            None => {}
        }
        for series in table::all_series(&quantity.threshold) {
            if let Series::ByYear(values) = series {
                years.extend(values.iter().map(|(year, _)| year.value));
            }
        }
    }
    Period {
        start: years.iter().copied().min().unwrap_or(*YEARS.start()),
        end: years.iter().copied().max().unwrap_or(*YEARS.start()),
    }
}

fn kind(node: &Node) -> Kind {
    match node.get("kind").and_then(Node::text) {
        Some("binding") => Kind::Binding,
        Some("aspirational") => Kind::Aspirational,
        _ => Kind::Anticipatory,
    }
}

fn subject(node: &Node, problems: &mut Problems) -> Subject {
    match super::first(node, SUBJECTS) {
        Some("event") => event(node, problems),
        Some("statement") => Subject::Statement(value::text(node, "statement").unwrap_or_default()),
        _ => quantity(node, problems),
    }
}

fn quantity(node: &Node, problems: &mut Problems) -> Subject {
    let comparison = super::first(node, COMPARISONS);
    let written = comparison.and_then(|key| node.get(key));
    let (threshold, upper) = match (comparison, written) {
        (Some("between"), Some(written)) => between(written, problems),
        (_, Some(written)) => (table::amounts(written), None),
        (_, None) => (unreadable(node), None),
    };
    let quantified = Quantified {
        of: value::formula_or_empty(node, "of"),
        unit: value::written(node, "unit"),
        years: super::years(node, problems),
        comparison: comparison_of(comparison.unwrap_or_default()),
        threshold,
        upper,
        stretch: node.get("stretch").map(table::amounts),
        tolerance: node.get("tolerance").map(table::amount),
        base: value::spanned_year(node, "base"),
    };
    check_tolerance(&quantified, problems);
    check_stretch(&quantified, problems);
    if comparison.is_some() && node.get("of").is_some() {
        check_years(node, &quantified, problems);
    }
    Subject::Quantity(Box::new(quantified))
}

fn comparison_of(key: &str) -> Comparison {
    match key {
        "more_than" => Comparison::MoreThan,
        "at_most" => Comparison::AtMost,
        "less_than" => Comparison::LessThan,
        "between" => Comparison::Between,
        "about" => Comparison::About,
        _ => Comparison::AtLeast,
    }
}

/// A threshold that stands for one that could not be read.
fn unreadable(node: &Node) -> Table<Amount> {
    Table::Whole(Series::One(Amount::Formula(value::empty(node.span))))
}

/// The lower and the upper thresholds.
fn between(node: &Node, problems: &mut Problems) -> (Table<Amount>, Option<Table<Amount>>) {
    let ends = table::table(node, &ENDS, |node| (node.span, ends(node)));
    for (span, ends) in table::all_series(&ends).flat_map(table::values) {
        if let [Amount::Number(lower), Amount::Number(upper)] = ends
            && lower.value > upper.value
        {
            let (min, max) = (lower.value, upper.value);
            problems.report(PlanProblem::RangeReversed { min, max }, *span);
        }
    }
    let end = |at: usize| ends.map(|(_, ends)| ends[at].clone());
    (end(0), Some(end(1)))
}

/// Both ends; empty formulas if they cannot be read.
fn ends(node: &Node) -> [Amount; 2] {
    let read = value::pair(node, |node| Some(table::amount(node)));
    match read {
        Some((lower, upper)) => [lower, upper],
        None => [(); 2].map(|()| Amount::Formula(value::empty(node.span))),
    }
}

/// Years stand beside a plain threshold, or in the threshold; never both, never neither.
fn check_years(node: &Node, quantified: &Quantified, problems: &mut Problems) {
    let stated = super::first(node, YEAR_WORDS).and_then(|key| Some((key, node.entry(key)?)));
    let by_year = |series: &Series<Amount>| matches!(series, Series::ByYear(_));
    let mut threshold = table::all_series(&quantified.threshold);
    match stated {
        Some((field, entry)) if threshold.any(by_year) => {
            problems.report(PlanProblem::YearsTwice { field }, entry.key.span);
        }
        None if !threshold.all(by_year) => problems.report_opening(node, PlanProblem::NoYears),
        _ => {}
    }
    if let (Some(by), None) = (node.get("by"), &quantified.years)
        && let Some(text) = by.text()
    {
        problems.report(
            PlanProblem::DateForQuantity(text.to_owned()),
            by.inner_span(),
        );
    }
}

fn check_tolerance(quantified: &Quantified, problems: &mut Problems) {
    if let Some(Amount::Number(tolerance)) = &quantified.tolerance
        && tolerance.value < 0.0
    {
        problems.report(
            PlanProblem::NegativeTolerance(tolerance.value),
            tolerance.span,
        );
    }
}

/// A stretch asks for more than the threshold.
fn check_stretch(quantified: &Quantified, problems: &mut Problems) {
    let sign = match quantified.comparison {
        Comparison::AtLeast | Comparison::MoreThan => 1.0,
        Comparison::AtMost | Comparison::LessThan => -1.0,
        Comparison::Between | Comparison::About => return,
    };
    if let Table::Whole(Series::One(Amount::Number(threshold))) = &quantified.threshold
        && let Some(Table::Whole(Series::One(Amount::Number(stretch)))) = &quantified.stretch
        && (stretch.value - threshold.value) * sign <= 0.0
    {
        let problem = PlanProblem::EasyStretch {
            stretch: stretch.value,
            threshold: threshold.value,
        };
        problems.report(problem, stretch.span);
    }
}

fn event(node: &Node, problems: &mut Problems) -> Subject {
    let over = value::spanned(node, "over");
    let done = node
        .get("done")
        .and_then(|node| done(node, over.as_ref(), problems));
    let by = node.get("by").and_then(|node| due(node, problems));
    Subject::Event {
        event: value::text(node, "event").unwrap_or_default(),
        by: by.unwrap_or_default(),
        over,
        done,
    }
}

fn due(node: &Node, problems: &mut Problems) -> Option<Due> {
    let Some((from, by)) = value::pair(node, date) else {
        let by = date(node)?;
        return Some(Due { from: None, by });
    };
    let year = |date: &str| date.get(..4).and_then(spelling::year);
    if let (Some(start), Some(end)) = (year(&from), year(&by))
        && start > end
    {
        problems.report(PlanProblem::Reversed { start, end }, node.span);
    }
    let from = Some(from);
    Some(Due { from, by })
}

/// A date, or a year written as a number.
fn date(node: &Node) -> Option<String> {
    match node.text() {
        Some(text) => spelling::is_date(text).then(|| text.to_owned()),
        None => value::as_year(node).map(|year| year.to_string()),
    }
}

fn done(node: &Node, over: Option<&Id>, problems: &mut Problems) -> Option<Table<Done>> {
    let records = table::table(node, &Shape::Date, record);
    table::needs_set(&records, over, problems);
    let one = |series: Series<Option<Done>>| match series {
        Series::One(record) => record.map(Series::One),
        Series::ByYear(_) => None,
    };
    match records {
        Table::Whole(series) => one(series).map(Table::Whole),
        Table::ByMember(members) => Some(Table::ByMember(
            members
                .into_iter()
                .filter_map(|(key, series)| Some((key, one(series)?)))
                .collect(),
        )),
    }
}

/// What was recorded; none if it cannot be read, which leaves it unknown.
fn record(node: &Node) -> Option<Done> {
    match &node.value {
        Value::Bool(false) => Some(Done::No),
        Value::Text(date) if spelling::is_date(date) => Some(Done::On(date.clone())),
        _ => None,
    }
}
