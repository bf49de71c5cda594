//! Functions: arguments, units, and what each becomes.

use super::check_all;
use super::vocabulary::{Vocabulary, written};
use attain::engine::formula::builtins::BUILTINS;
use attain::engine::formula::operators::OPERATORS;
use attain::engine::formula::{Want, parse};
use attain::engine::index::Domain::Plan;
use attain::engine::lang::Lang;

#[test]
fn every_example_of_the_tables_is_a_formula() {
    let vocabulary = Vocabulary::new();
    let operators = OPERATORS
        .iter()
        .map(|operator| (operator.symbol, operator.example));
    let builtins = BUILTINS
        .iter()
        .map(|builtin| (builtin.name, builtin.example));
    for (name, example) in operators.chain(builtins) {
        assert!(example.contains(name), "{example} shows {name}");
        let found = vocabulary.found(example, Plan);
        assert!(found.contains(" : "), "{example}: {found}");
        assert!(!found.contains(';'), "{example}: {found}");
    }
}

#[test]
fn every_function_is_documented_in_both_languages() {
    for builtin in BUILTINS {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!builtin.help.get(lang).is_empty(), "{}", builtin.name);
            assert!(
                !builtin.units.help().get(lang).is_empty(),
                "{}",
                builtin.name
            );
        }
        let named = builtin
            .arguments
            .iter()
            .filter(|argument| builtin.named(argument.name).is_some());
        let signature = builtin.signature();
        assert!(
            signature.starts_with(&format!("{}(", builtin.name)),
            "{signature}"
        );
        assert!(named.count() <= 1, "{signature}");
    }
}

#[test]
fn choices_bring_their_arguments_to_one_unit() {
    check_all(
        Plan,
        &[
            (
                "min(va, 500亿元, 5万亿元)",
                "Minimum(Minimum(va, 500), 50000) : 亿元",
            ),
            ("min(va, 500)", "bare-number ‹500›"),
            (
                "max(prev(land) - supply, 0)",
                "Maximum((land@-1 - (supply / 10000)), 0) : 万亩",
            ),
            (
                "max(chains / clusters, 40%)",
                "Maximum((chains / clusters), 0.4) : ratio",
            ),
            (
                "clamp(va, 1000万元, 500亿元)",
                "Minimum(Maximum(va, 0.1), 500) : 亿元",
            ),
            (
                "clamp(share, 0, 1)",
                "Minimum(Maximum(share, 0), 100) : ratio %",
            ),
            (
                "if(year < 2025, land, supply)",
                "If((year < 2025), land, (supply / 10000)) : 万亩",
            ),
            ("if(year < 2025, va, share)", "different-units ‹share›"),
            (
                "if(switch = 1, 1.2 * province_share, province_share + 20pp)",
                "If((switch = 1), (1.2 * province_share), (province_share + 20)) : ratio %",
            ),
            ("abs(va - va[2020])", "Absolute((va - va@2020)) : 亿元"),
        ],
    );
}

#[test]
fn rounding_a_quantity_needs_a_step() {
    check_all(
        Plan,
        &[
            ("round(va, 0.1亿元)", "Round(va, 0.1) : 亿元"),
            ("round(va, 100万元)", "Round(va, 0.01) : 亿元"),
            ("floor(firms, 1家)", "Floor(firms, 1) : 家"),
            ("round(share, 1%)", "Round(share, 1) : ratio %"),
            ("ceil(plain)", "Ceiling(plain, 1) : plain"),
            (
                "floor(supply / land)",
                "Floor(((supply / land) / 10000), 1) : plain",
            ),
            ("round(va)", "step-missing ‹va›"),
            ("round(share)", "step-missing ‹share›"),
            ("round(va, 1)", "bare-number ‹1›"),
            ("round(va, 1家)", "different-units ‹1家›"),
        ],
    );
}

#[test]
fn transcendental_functions_take_plain_numbers() {
    check_all(
        Plan,
        &[
            ("exp(g * 5)", "Exponential(((g * 5) / 100)) : plain"),
            ("ln(va / va[2020])", "Logarithm((va / va@2020)) : plain"),
            (
                "sqrt(supply / land)",
                "SquareRoot(((supply / land) / 10000)) : plain",
            ),
            ("sqrt(va)", "not-plain ‹va›"),
            ("exp(step)", "not-plain ‹step›"),
        ],
    );
}

#[test]
fn functions_of_time() {
    check_all(
        Plan,
        &[
            ("prev(va)", "va@-1 : 亿元"),
            ("prev(va + inv, 3)", "(va + inv)@-3 : 亿元"),
            ("va[2020]", "va@2020 : 亿元"),
            ("cumulative(supply)", "Σ(supply) : 亩"),
            ("cumulative(supply, 2023)", "Σ(supply, 2023) : 亩"),
            ("cumulative(rise, 2023)", "Σ(rise, 2023) : points 百分点"),
            ("growth(va)", "Growth(va, va@-1) : ratio"),
            (
                "average_growth(va, 2020)",
                "AverageGrowth(va, va@2020, (year - 2020)) : ratio",
            ),
            ("average(va, 3)", "(((va + va@-1) + va@-2) / 3) : 亿元"),
            ("average(va, 1)", "(va / 1) : 亿元"),
            ("year - 2020", "(year - 2020) : plain"),
            (
                "cumulative(share, 2023)",
                "Σ(share, 2023) : ratio %; cumulative-ratio ‹cumulative(share, 2023)›",
            ),
            (
                "cumulative(per_mu)",
                "Σ(per_mu) : 万元/亩; cumulative-ratio ‹cumulative(per_mu)›",
            ),
            ("prev(va, 0)", "wrong-argument ‹0›"),
            ("prev(va, 1.5)", "wrong-argument ‹1.5›"),
            ("prev(va, switch)", "wrong-argument ‹switch›"),
            ("prev(va, 101)", "wrong-argument ‹101›"),
            ("average_growth(va, 5)", "wrong-argument ‹5›"),
            ("average_growth(va, 2020年)", "wrong-argument ‹2020年›"),
            ("va[20]", "unexpected ‹20›"),
        ],
    );
}

#[test]
fn tables_take_their_argument_in_their_unit() {
    check_all(
        Plan,
        &[
            ("lookup(year, quota)", "table0(year) : 亩"),
            ("lookup(year + 1, quota)", "table0((year + 1)) : 亩"),
            (
                "lookup(工业用电, tariff)",
                "table1((工业用电 * 10000)) : 元/千瓦时",
            ),
            ("lookup(va, tariff)", "unfit-unit ‹va›"),
            ("lookup(5, tariff)", "bare-number ‹5›"),
            ("lookup(year, qouta)", "unknown-table ‹qouta›"),
            ("lookup(year, 3)", "unknown-table ‹3›"),
        ],
    );
}

#[test]
fn the_unit_people_state_follows_where_it_can() {
    let vocabulary = Vocabulary::new();
    for (text, unit) in [
        ("va", Some("亿元")),
        ("va[2020]", Some("亿元")),
        ("prev(va)", Some("亿元")),
        ("cumulative(supply, 2023)", Some("亩")),
        ("sum(town_va)", Some("亿元")),
        ("growth(va)", Some("%")),
        ("average_growth(va, 2020)", Some("%")),
        ("count(town_va > 0)", Some("个")),
        ("lookup(year, quota)", Some("亩")),
        ("max(0, va)", Some("亿元")),
        ("va / land", None),
        ("va - inv", None),
        ("va / gdp", None),
    ] {
        let own = vocabulary.check(text, Want::Quantity).own_unit;
        assert_eq!(
            own.map(|unit| unit.name(Lang::Zh)).as_deref(),
            unit,
            "{text}"
        );
    }
}

#[test]
fn references_are_found_from_left_to_right() {
    let expr = parse(&written(
        "lookup(va, tariff) + if(year > 2023, prev(land), town_va[danghu, 2020]) * va",
    ))
    .unwrap();
    let ids: Vec<&str> = expr.references().map(|(id, _)| id).collect();
    assert_eq!(ids, ["va", "land", "town_va", "va"]);
}
