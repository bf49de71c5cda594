//! The plan check as the screen lists it.

use attain::engine::lang::Lang;
use attain::engine::model::compile;
use attain::engine::plan::read;
use attain::view::{findings, problem};

use super::{plan_text, report};

const LISTS: &str = r#"
    "sources": [{ "id": "doc", "title": { "zh": "规划", "en": "The plan" }, "url": "https://example.org/plan" }],
    "indicators": [
        { "id": "a", "name": { "zh": "甲", "en": "A" }, "unit": "亿元", "prices": "current", "better": "higher",
          "observed": { "2021": 5, "2022": 6 } },
        { "id": "b", "name": { "zh": "乙", "en": "B" }, "unit": "亿元", "prices": "comparable", "better": "higher",
          "observed": { "2021": 5, "2022": 7 } }],
    "targets": [{ "id": "t", "of": "a", "in": 2024, "at_least": 6,
        "source": { "ref": "doc", "at": "1", "quote": "达到6亿元" } }],
    "checks": [
        { "that": "a = b", "in": 2022, "accept": { "mixed-prices": "known" } },
        { "text": "原文有误", "source": { "ref": "doc", "at": "2", "quote": "十三五" } },
        { "that": "a <= 6亿元", "in": 2021 },
        { "that": "a <= 6亿元", "in": 2025 },
        { "that": "a >= 6亿元", "in": 2021, "accept": { "broken": "另一口径" } }]"#;

#[test]
fn findings_are_grouped_and_accepted_ones_come_last() {
    let reading = read(&plan_text(LISTS));
    let plan = reading.plan.unwrap();
    let model = std::sync::Arc::new(compile(&plan).0);
    let report = report(&plan, &model);
    let groups = findings::all(&reading.document, &plan, &model, &report, Lang::Zh);
    let titles: Vec<_> = groups.iter().map(|group| group.title).collect();
    assert_eq!(
        titles,
        [
            "互相矛盾的数字",
            "没有新要求的目标",
            "原文疑点",
            "暂不能核对",
            "核对相符",
            "已接受"
        ]
    );
    let rows: Vec<_> = groups.iter().map(|group| &group.rows[0]).collect();
    let [broken, idle, words, undecided, held, accepted] = rows[..] else {
        panic!("one row in each group: {groups:#?}");
    };
    assert_eq!(broken.severity, "warning");
    assert_eq!(broken.title, "甲 = 乙");
    assert_eq!(broken.text, "2022 年为 6\u{a0}亿元，应等于 7\u{a0}亿元");
    assert_eq!(idle.title, "甲");
    assert_eq!(idle.quotes[0].text, "达到6亿元");
    assert_eq!(idle.quotes[0].place, "规划，1");
    assert_eq!(
        (words.title.as_str(), words.text.as_str()),
        ("原文有误", "")
    );
    assert_eq!(undecided.severity, "undecided");
    assert_eq!(held.severity, "held");
    assert_eq!(accepted.accepted.as_deref(), Some("另一口径"));
    // The jump leads to the item.
    let at = |span: attain::engine::diagnostic::Span| &reading.document.text()[span.range()];
    assert_eq!(at(idle.at.span).trim_matches('"'), "t");
    assert!(at(broken.at.span).contains("a = b"));
}

#[test]
fn an_accepted_problem_stays_listed_with_its_reason() {
    let reading = read(&plan_text(LISTS));
    let (_, diagnostics) = compile(&reading.plan.unwrap());
    let list = problem::list(&reading.document, &diagnostics, Lang::En);
    let problems = list.shown;
    let accepted: Vec<_> = problems
        .iter()
        .filter_map(|problem| problem.accepted.as_deref())
        .collect();
    assert_eq!(accepted, ["known"]);
    assert!(problems.last().unwrap().accepted.is_some());
    assert_eq!(list.count.all(), problems.len() - 1);
}
