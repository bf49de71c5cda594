//! Results as a sheet of comma-separated values: numbers unrounded, names of columns and kinds as in the JSON.

use attain::engine::index::Year;
use csv::Writer;

use super::project::What;
use super::results::{Because, Code, Judgement, Results, Tested, Yearly};

/// Without it, spreadsheets take Chinese texts for another encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

const OUTCOMES: [&str; 33] = [
    "target",
    "name",
    "kind",
    "member",
    "years",
    "due",
    "milestone",
    "comparison",
    "verdict",
    "unit",
    "value",
    "lowest",
    "highest",
    "year",
    "threshold",
    "edge",
    "margin",
    "progress",
    "band",
    "stretch_threshold",
    "stretch_verdict",
    "first_attained",
    "first_breach",
    "pace_kind",
    "pace_from",
    "pace_required",
    "pace_projected",
    "completion",
    "path_share",
    "because",
    "final",
    "rests_on_plan",
    "rests_on_placeholder",
];

const SERIES: [&str; 8] = [
    "indicator",
    "name",
    "member",
    "unit",
    "year",
    "value",
    "kind",
    "because",
];

/// The sheet, with a line of column names.
pub fn write(results: &Results<'_>, what: What) -> String {
    let mut writer = Writer::from_writer(Vec::from(BYTE_ORDER_MARK));
    let mut line = |cells: &[String]| {
        let written = writer.write_record(cells);
        written.expect("every line has as many cells as there are columns");
    };
    match what {
        What::Outcomes => {
            line(&OUTCOMES.map(str::to_owned));
            results
                .outcomes
                .iter()
                .for_each(|judgement| line(&outcome(judgement)));
        }
        What::Series => {
            line(&SERIES.map(str::to_owned));
            series(results).for_each(|cells| line(&cells));
        }
    }
    let bytes = writer.into_inner().expect("memory takes every line");
    String::from_utf8(bytes).expect("texts make a text")
}

fn series(results: &Results<'_>) -> impl Iterator<Item = [String; SERIES.len()]> {
    results.series.iter().flat_map(|series| {
        series.values.iter().map(|value| {
            [
                text(series.id),
                text(series.name),
                text(series.member.unwrap_or_default()),
                text(&series.unit),
                value.year.to_string(),
                number(value.value),
                value.kind.0.code().to_owned(),
                because(&value.because),
            ]
        })
    })
}

fn outcome(outcome: &Judgement<'_>) -> [String; OUTCOMES.len()] {
    let pace = outcome.pace.as_ref();
    let schedule = outcome.schedule.as_ref();
    let stretch = outcome.stretch.as_ref();
    let [lowest, highest] = outcome.range.unwrap_or_default();
    [
        text(outcome.target),
        text(&outcome.name),
        outcome.kind.0.code().to_owned(),
        text(outcome.member.unwrap_or_default()),
        tested(outcome.years),
        outcome.due.unwrap_or_default().to_owned(),
        outcome.milestone.to_string(),
        outcome
            .comparison
            .map_or("", |known| known.0.code())
            .to_owned(),
        outcome.verdict.0.code().to_owned(),
        text(&outcome.unit),
        number(outcome.value),
        number(lowest),
        number(highest),
        outcome.year.to_string(),
        number(outcome.threshold),
        number(outcome.edge),
        number(outcome.margin),
        number(outcome.progress),
        outcome.band.map_or("", |band| band.0.code()).to_owned(),
        number(stretch.map(|stretch| stretch.threshold)),
        stretch
            .map_or("", |stretch| stretch.verdict.0.code())
            .to_owned(),
        year(outcome.first_attained),
        year(outcome.first_breach),
        pace.map_or("", |pace| pace.required.kind()).to_owned(),
        year(pace.map(|pace| pace.from)),
        number(pace.map(|pace| pace.required.amount())),
        number(pace.map(|pace| pace.projected.amount())),
        number(schedule.map(|schedule| schedule.completion)),
        number(schedule.map(|schedule| schedule.path_share)),
        because(&outcome.because),
        outcome.is_final.to_string(),
        outcome.rests_on_plan.to_string(),
        outcome.rests_on_placeholder.to_string(),
    ]
}

/// A text that no spreadsheet takes for a formula.
fn text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn number(number: Option<f64>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

fn year(year: Option<Year>) -> String {
    year.map_or_else(String::new, |year| year.to_string())
}

fn tested(years: Tested) -> String {
    match years {
        Tested::In(year) => format!("in {year}"),
        Tested::Every([first, last]) => format!("every {first}-{last}"),
        Tested::By([Some(first), Some(last)]) => format!("by {first}-{last}"),
        Tested::By([_, last]) => format!("by {}", self::year(last)),
    }
}

/// Root, id, member and year of each reason: `not_observed land[danghu] 2023; awaited province_pass`.
fn because(roots: &[Because<'_>]) -> String {
    let one = |root: &Because<'_>| {
        let member = root
            .member
            .map_or_else(String::new, |member| format!("[{member}]"));
        let year = root
            .year
            .map_or_else(String::new, |year| format!(" {year}"));
        format!("{} {}{member}{year}", root.root.0.code(), root.id)
    };
    roots.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl Yearly {
    fn kind(self) -> &'static str {
        match self {
            Self::Growth(_) => "growth",
            Self::Change(_) => "change",
            Self::Amount(_) => "amount",
        }
    }

    fn amount(self) -> f64 {
        match self {
            Self::Growth(x) | Self::Change(x) | Self::Amount(x) => x,
        }
    }
}
