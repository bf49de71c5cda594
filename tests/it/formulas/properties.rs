//! What holds for all formulas.

use super::vocabulary::{TOWNS, Vocabulary, id_of, tree, written};
use attain::engine::formula::typed::{Node, Typed};
use attain::engine::formula::{Checked, Want, parse};
use attain::engine::index::Domain::Plan;
use attain::engine::lang::Lang;
use attain::engine::number::same;
use attain::text::problems::message;
use proptest::prelude::*;

/// Formulas of every form, with more brackets than they need.
fn formula() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("va".to_owned()),
        Just("工业用电".to_owned()),
        Just("year".to_owned()),
        Just("town_va[danghu, 2023]".to_owned()),
        Just("land[2020]".to_owned()),
        (0.0..1e9_f64).prop_map(|value| value.to_string()),
        (0.0..100.0_f64).prop_map(|value| format!("{value}%")),
        Just("205[万元/亩]".to_owned()),
        Just("1e-9亿元".to_owned()),
        Just("lookup(year, quota)".to_owned()),
    ];
    leaf.prop_recursive(6, 40, 3, |inner| {
        let infix = prop::sample::select(vec![
            "+", "-", "*", "/", "^", "<", "<=", ">", ">=", "=", "!=", "and", "or", "×", "÷", "≥",
        ]);
        let call = prop::sample::select(vec!["abs", "prev", "sum", "growth", "sqrt"]);
        prop_oneof![
            (inner.clone(), infix, inner.clone())
                .prop_map(|(a, sign, b)| format!("({a}) {sign} ({b})")),
            inner.clone().prop_map(|a| format!("-({a})")),
            inner.clone().prop_map(|a| format!("not ({a})")),
            inner.clone().prop_map(|a| format!("（{a}）")),
            (call, inner.clone()).prop_map(|(name, a)| format!("{name}({a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("mean({a}, by: {b})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| format!("if({a}, {b}, {c})")),
        ]
    })
}

/// Words of formulas in any order.
fn soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "va",
        "land",
        "share",
        "rise",
        "town_va",
        "danghu",
        "year",
        "min",
        "if",
        "sum",
        "count",
        "prev",
        "growth",
        "average",
        "lookup",
        "quota",
        "by:",
        "(",
        ")",
        "[",
        "]",
        ",",
        "+",
        "-",
        "*",
        "/",
        "^",
        "<",
        ">=",
        "=",
        "and",
        "or",
        "not",
        "1",
        "0",
        "2020",
        "100亿元",
        "5%",
        "20pp",
        "3[万元/亩]",
        "1e",
        "（",
        "，",
        "％",
        "≥",
        "==",
        "。",
        " ",
        "\u{3000}",
        "²",
        "\"",
        "\\",
        "e3",
        ".",
        "万",
        "𠮷",
        "\u{301}",
    ]);
    prop::collection::vec(word, 0..25).prop_map(|words| words.concat())
}

/// Reads and checks in every way there is, and reads every message.
fn exercise(text: &str) {
    let vocabulary = Vocabulary::new();
    let unit = vocabulary.unit("%");
    for inside in [Plan, TOWNS] {
        for want in [Want::Quantity, Want::Condition, Want::Unit(&unit)] {
            let Checked {
                typed, problems, ..
            } = vocabulary.check_inside(text, want, inside);
            assert!(
                typed.is_some() || !problems.is_empty(),
                "{text}: neither tree nor problem"
            );
            for found in problems {
                assert!(
                    text.get(found.span.range()).is_some(),
                    "{text}: {found:?} has no place"
                );
                for lang in [Lang::Zh, Lang::En] {
                    let message = message(&found.problem, lang);
                    assert!(!message.text.is_empty(), "{found:?}");
                    assert!(
                        message.help.is_some_and(|help| !help.is_empty()),
                        "{found:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn printing_keeps_the_meaning_and_is_stable(text in formula()) {
        let expr = parse(&written(&text)).unwrap();
        let printed = expr.to_string();
        let again = parse(&written(&printed)).unwrap();
        prop_assert_eq!(&printed, &again.to_string());
        let vocabulary = Vocabulary::new();
        let meaning = |text: &str| {
            let checked = vocabulary.check(text, Want::Quantity);
            let codes: Vec<_> = checked.problems.iter().map(|found| found.problem.code()).collect();
            (checked.typed.as_ref().map(tree), checked.unit.map(|unit| unit.name(Lang::Zh)), codes)
        };
        prop_assert_eq!(meaning(&text), meaning(&printed));
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC*") {
        exercise(&text);
    }

    #[test]
    fn no_order_of_words_stops_the_reader(text in soup()) {
        exercise(&text);
    }

    /// What is computed does not depend on the units that names are declared in.
    #[test]
    fn units_of_names_do_not_change_the_result(
        formula in prop::sample::select(FORMULAS.to_vec()),
        choice in prop::collection::vec(0_usize..4, DECLARED.len()),
        values in prop::collection::vec(0.01..100.0, DECLARED.len()),
    ) {
        let base: Vec<_> = DECLARED.iter().map(|(id, units)| (*id, units[0])).collect();
        let other: Vec<_> = DECLARED.iter().zip(&choice).map(|((id, units), &choice)| (*id, units[choice % units.len()])).collect();
        let expected = measured(formula, &base, &base, &values);
        let found = measured(formula, &other, &base, &values);
        prop_assert!(same(expected, found), "{formula}: {expected} in {base:?}, {found} in {other:?}");
    }
}

/// Names and units they may be declared in; first the one in which nothing needs to be converted.
const DECLARED: &[(&str, &[&str])] = &[
    ("va", &["元", "万元", "亿元", "thousand yuan"]),
    ("inv", &["元", "亿元", "million yuan", "十万元"]),
    ("land", &["平方米", "万亩", "公顷", "km²"]),
    ("supply", &["平方米", "亩", "平方公里"]),
    ("share", &["倍", "%", "‰", "指数"]),
    ("province_share", &["倍", "‰", "%"]),
    ("population", &["人", "万人", "百万人"]),
];

/// Formulas in which every number that meets a quantity has its unit.
const FORMULAS: &[&str] = &[
    "va / land",
    "va + inv * (1 + share)",
    "max(land - supply, 5公顷) * share",
    "if(share > 40%, va, inv) / population",
    "land + supply - 3亩",
    "min(share, province_share, 1)",
    "(1 + share) ^ 3 * va ^ 2 / inv",
    "round(va, 100元) - clamp(inv, 1元, 50元)",
    "va / inv + share",
    "share - province_share + 5pp",
    "sqrt(supply / land) * exp(-share)",
    "abs(land - supply) / population * 100",
];

/// Value of a formula, with names declared in some units and values given in the units of `base`, in the units of
/// `base`.
fn measured(
    formula: &str,
    declared: &[(&'static str, &'static str)],
    base: &[(&str, &str)],
    values: &[f64],
) -> f64 {
    let vocabulary = Vocabulary::with(declared);
    let given = |id: &str| {
        let at = declared.iter().position(|row| row.0 == id).unwrap();
        let (from, to) = (vocabulary.unit(base[at].1), vocabulary.unit(declared[at].1));
        from.conversion(&to).unwrap().scale(values[at])
    };
    let checked = vocabulary.check(formula, Want::Quantity);
    let unit = checked.unit.unwrap();
    unit.scale()
        .scale(evaluate(&checked.typed.unwrap(), &given))
}

fn evaluate(typed: &Typed, given: &dyn Fn(&str) -> f64) -> f64 {
    match &typed.node {
        Node::Number(value) => *value,
        Node::Series(var, _) => given(id_of(*var)),
        Node::Apply(operation, arguments) => {
            let mut values = arguments.iter().map(|argument| evaluate(argument, given));
            let mut next = || values.next().unwrap_or_default();
            operation.apply(next(), next(), next())
        }
        other => panic!("{other:?} is in none of the formulas"),
    }
}
