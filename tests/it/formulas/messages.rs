//! What people are told about faulty formulas, in both languages.

use std::fmt::Write;

use super::vocabulary::{TOWNS, Vocabulary, problem};
use attain::engine::formula::Want;
use attain::engine::index::Domain;
use attain::engine::lang::Lang;
use attain::text::problems::message;

/// One formula for every problem and for every form its message has.
const FAULTY: &[&str] = &[
    "",
    "va +",
    "va inv",
    "min(va inv)",
    "(va",
    "va[",
    "va[2020",
    "va == 1亿元",
    "1e999",
    "1,000",
    "100 亿元",
    "1 < 2 < 3",
    "grwth(va)",
    "va(2020)",
    "growth",
    "prev(va, 1, 2)",
    "mean(town_va, of: va)",
    "prev(va, 0)",
    "average_growth(va, 5)",
    "lnad / va",
    "工业用地 / va",
    "nonsense / va",
    "town_va[danhu]",
    "town_va[nobody]",
    "lookup(year, qouta)",
    "va[danghu]",
    "sum(va)",
    "sum(town_va * cluster_va)",
    "town_lone",
    "va and share",
    "va + (va > 1亿元)",
    "growth(growth(growth(growth(growth(growth(growth(growth(growth(growth(growth(growth(growth(growth(growth(va)))))))))))))))",
    "5[/]",
    "5万公倾",
    "5xyz",
    "va ^ 9",
    "prev(rd) + 0.05",
    "share >= 40",
    "prev(land) + 500",
    "va + land",
    "share >= rise",
    "prev(va) * (1 + step)",
    "exp(va)",
    "va ^ 0.5",
    "round(firms)",
    "lookup(va, tariff)",
    "prev(rd) + rd_step",
    "prev(va) * (1 + g_real)",
    "va + va_real",
    "cumulative(per_mu, 2020)",
];

#[test]
fn problems_are_told_in_words() {
    let vocabulary = Vocabulary::new();
    let mut told = String::new();
    for text in FAULTY {
        let problems = vocabulary
            .check_inside(text, Want::Quantity, Domain::Plan)
            .problems;
        assert!(!problems.is_empty(), "{text} is faulty");
        writeln!(told, "{text}").unwrap();
        for found in problems {
            writeln!(
                told,
                "  {:?} {}",
                found.problem.severity(),
                problem(text, &found)
            )
            .unwrap();
            for lang in [Lang::Zh, Lang::En] {
                let message = message(&found.problem, lang);
                writeln!(told, "    {}", message.text).unwrap();
                writeln!(told, "    → {}", message.help.unwrap()).unwrap();
            }
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_formula_may_not_fit_its_indicator() {
    let vocabulary = Vocabulary::new();
    let cases = [
        ("va / land", "亿元", "unfit-unit"),
        ("share - province_share", "%", "wrong-kind-of-ratio"),
        ("share", "百分点", "wrong-kind-of-ratio"),
        ("rise", "1", "wrong-kind-of-ratio"),
        ("5", "家", "bare-number"),
        ("40", "%", "bare-number"),
        ("1", "百分点", "bare-number"),
    ];
    let mut told = String::new();
    for (text, unit, code) in cases {
        let wanted = vocabulary.unit(unit);
        let checked = vocabulary.check_inside(text, Want::Unit(&wanted), TOWNS);
        let codes: Vec<_> = checked
            .problems
            .iter()
            .map(|found| found.problem.code())
            .collect();
        assert_eq!(codes, [code], "{text} in {unit}");
        assert_eq!(checked.typed, None, "{text} in {unit}");
        writeln!(told, "{text} in {unit}").unwrap();
        for lang in [Lang::Zh, Lang::En] {
            let message = message(&checked.problems[0].problem, lang);
            writeln!(
                told,
                "    {}\n    → {}",
                message.text,
                message.help.unwrap()
            )
            .unwrap();
        }
    }
    insta::assert_snapshot!(told);
}
