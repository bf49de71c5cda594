//! What the command line says beside names, numbers and the catalogue's words.

use std::path::Path;

use attain::engine::attain::Verdict;
use attain::engine::check::Report;
use attain::engine::index::Year;
use attain::engine::lang::{Lang, Words};
use attain::engine::model::Root;
use attain::text::{self, number::number};
use attain::view::status::Status;

use super::results::{Because, Tested};

/// A way out, marked as one.
pub fn help(help: &str, lang: Lang) -> String {
    format!("{}{help}", lang.pick("建议：", "help: "))
}

/// How many errors, warnings and notices there are.
pub fn counts([errors, warnings, notices]: [usize; 3], lang: Lang) -> String {
    let plural = |count: usize, one: &str| {
        let s = if count == 1 { "" } else { "s" };
        format!("{count} {one}{s}")
    };
    match lang {
        Lang::Zh => format!("{errors} 个错误，{warnings} 个警告，{notices} 个提示"),
        Lang::En => [
            plural(errors, "error"),
            plural(warnings, "warning"),
            plural(notices, "note"),
        ]
        .join(", "),
    }
}

/// What the plan check found, behind the count of problems.
pub fn findings(report: &Report, lang: Lang) -> String {
    let found = report.findings.len();
    let (held, undecided) = (report.held.len(), report.undecided.len());
    match lang {
        Lang::Zh => {
            format!("；核查发现 {found} 处，另有 {held} 项核查成立，{undecided} 项待定")
        }
        Lang::En => format!(
            "; plan check: {found} found, {held} of its own checks hold, {undecided} undetermined"
        ),
    }
}

/// Words of a document.
pub fn quoted(quote: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("原文：{quote}"),
        Lang::En => format!("source: {quote}"),
    }
}

/// Why the author of a plan accepts a finding.
pub fn accepted(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已接受：{reason}"),
        Lang::En => format!("accepted: {reason}"),
    }
}

/// A value outside the slider.
pub fn outside(what: &str, value: f64, min: f64, max: f64, lang: Lang) -> String {
    let [value, min, max] = [value, min, max].map(number);
    match lang {
        Lang::Zh => format!("{what} 的取值 {value} 超出可调范围 {min} 至 {max}，仍按此推演"),
        Lang::En => format!(
            "{what}: {value} lies outside the slider's range {min} to {max}; it is used all the same"
        ),
    }
}

/// A plan with errors was projected.
pub fn projected_with_errors(errors: usize, file: &Path, lang: Lang) -> String {
    let file = file.display();
    match lang {
        Lang::Zh => {
            format!("规划有 {errors} 个错误，与之有关的结果待定；用 attain check {file} 查看")
        }
        Lang::En => {
            let s = if errors == 1 { "" } else { "s" };
            format!(
                "the plan has {errors} error{s}, and what depends on them is undetermined; see attain check {file}"
            )
        }
    }
}

/// The scenario a table is of.
pub fn scenario(id: Option<&str>, lang: Lang) -> String {
    match id {
        Some(id) => format!("{}{id}", lang.pick("情景：", "scenario: ")),
        None => lang
            .pick("规划自身的取值", "the plan's own values")
            .to_owned(),
    }
}

/// The heading of a column.
#[derive(Debug, Clone, Copy)]
pub enum Column {
    Verdict,
    Target,
    Years,
    Value,
    Required,
    Margin,
    Name,
    Indicator,
    Unit,
}

/// A column's heading.
pub fn column(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Verdict => lang.pick("判定", "verdict"),
        Column::Target => lang.pick("目标", "target"),
        Column::Years => lang.pick("年份", "years"),
        Column::Value => lang.pick("推演值", "projected"),
        Column::Required => lang.pick("要求", "required"),
        Column::Margin => lang.pick("差距", "margin"),
        Column::Name => lang.pick("名称", "name"),
        Column::Indicator => lang.pick("指标", "indicator"),
        Column::Unit => lang.pick("单位", "unit"),
    }
}

/// A verdict in a word.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    Status::of_verdict(verdict).word(text::words::Words(lang))
}

/// The years a target is tested in, in short.
pub fn years(years: Tested, lang: Lang) -> String {
    let to = |first: Year, last: Year| format!("{first}–{last}");
    match years {
        Tested::In(year) => year.to_string(),
        Tested::Every([first, last]) => match lang {
            Lang::Zh => format!("{}每年", to(first, last)),
            Lang::En => format!("every {}", to(first, last)),
        },
        Tested::By([Some(first), Some(last)]) => match lang {
            Lang::Zh => format!("{}内", to(first, last)),
            Lang::En => format!("within {}", to(first, last)),
        },
        Tested::By([_, last]) => {
            let last = last.map_or_else(String::new, |last| last.to_string());
            due(&last, lang)
        }
    }
}

/// When an event is due.
pub fn due(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{date}前"),
        Lang::En => format!("by {date}"),
    }
}

/// How many targets there are of each verdict.
pub fn tally(counts: [(Verdict, usize); 4], lang: Lang) -> String {
    let one = |(of, count): (Verdict, usize)| format!("{} {count}", verdict(of, lang));
    counts.map(one).join(lang.pick("，", ", "))
}

/// Why a target is undetermined.
pub fn because(root: &Because<'_>, lang: Lang) -> String {
    let words = text::words::Words(lang);
    let name = &root.name;
    match root.root.0 {
        Root::Awaited(_) => words.root_awaited(name),
        Root::NotObserved(_, _, year) => words.root_not_observed(name, year),
        Root::TargetArithmetic(_, year) => words.root_arithmetic(name, year),
        Root::Faulty(_) | Root::FaultyTarget(_) => words.root_faulty(name),
        Root::NotRecorded(_) => words.root_not_recorded(name),
        Root::NoWhole(_) => words.root_no_whole(name),
    }
}

/// A name, and why nothing can be said about it.
pub fn explained(name: &str, reasons: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}（{}）", reasons.join("；")),
        Lang::En => format!("{name} ({})", reasons.join("; ")),
    }
}

/// What the marks of a table of series mean.
pub const MARKS: Words = Words {
    zh: "* 实际值   ~ 内插   — 未知   × 无法计算   · 不适用",
    en: "* observed   ~ interpolated   — unknown   × cannot be computed   · does not apply",
};
