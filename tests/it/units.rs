//! Units: what is read, how it is named in both languages, and how values are converted.

use attain::engine::lang::{Lang, Text};
use attain::engine::plan::UnitDefinition;
use attain::engine::unit::{Rational, Tag, Unit, Units};
use attain::text::problems::message;
use proptest::prelude::*;

use crate::formulas::vocabulary::{spanned, written};

#[track_caller]
fn unit(text: &str) -> Unit {
    Units::default()
        .read(&written(text))
        .unwrap_or_else(|problems| panic!("{text}: {problems:?}"))
}

fn fraction(numerator: i128, denominator: i128) -> Rational {
    Rational::new(numerator, denominator).unwrap()
}

#[test]
fn values_are_converted_by_exact_factors() {
    for (from, to, numerator, denominator) in [
        ("亿元", "万元", 10_000, 1),
        ("万元", "亿元", 1, 10_000),
        ("万亿元", "百万元", 1_000_000, 1),
        ("千万元", "十万元", 100, 1),
        // A mu is a fifteenth of a hectare.
        ("公顷", "亩", 15, 1),
        ("平方公里", "亩", 1500, 1),
        ("亩", "平方米", 2000, 3),
        ("万亩", "km²", 20, 3),
        ("万元/亩", "亿元/平方公里", 3, 20),
        ("亿元/平方公里", "万元/亩", 20, 3),
        ("件/万人", "件/人", 1, 10_000),
        ("吨标准煤/万元", "千克标准煤/元", 1, 10),
        ("kWh", "J", 3_600_000, 1),
        ("亿千瓦时", "GWh", 100, 1),
        ("万千瓦", "MW", 10, 1),
        ("kWh/(人)", "千瓦时/万人", 10_000, 1),
        ("吨", "千克", 1000, 1),
        ("万吨", "Mt", 1, 100),
        ("微克/立方米", "mg/m³", 1, 1000),
        ("亿立方米", "m3", 100_000_000, 1),
        ("升", "立方米", 1, 1000),
        ("%", "‰", 10, 1),
        ("%", "倍", 1, 100),
        ("指数", "%", 1, 1),
        ("百分点", "%", 1, 1),
        ("million EUR", "万欧元", 100, 1),
        ("thousand persons", "人", 1000, 1),
        ("10,000 persons", "万人", 1, 1),
        ("100 million yuan", "亿元", 1, 1),
        ("元/美元*亿美元", "亿元", 1, 1),
        ("m·m", "m²", 1, 1),
        ("m^3/m^2", "km", 1, 1000),
        ("(km)²", "平方公里", 1, 1),
        ("1/年", "年^-1", 1, 1),
        // A power is that of the unit, not of a prefix before it.
        ("万m²", "公顷", 1, 1),
        ("万km^2", "万平方公里", 1, 1),
        ("cm²", "m²", 1, 10_000),
        ("1/万人", "万人^-1", 1, 1),
        ("(万m)²", "平方公里", 100, 1),
        ("千克/吨", "1", 1, 1000),
        ("千亿元", "百亿元", 10, 1),
        ("万", "1", 10_000, 1),
    ] {
        let factor = unit(from).conversion(&unit(to));
        assert_eq!(
            factor,
            Some(fraction(numerator, denominator)),
            "{from} → {to}"
        );
    }
}

#[test]
fn what_is_something_else_is_not_converted() {
    for (one, other) in [
        ("元", "美元"),
        ("人", "人次"),
        ("家", "个"),
        ("件", "项"),
        ("吨", "吨标准煤"),
        ("吨标准煤", "吨二氧化碳"),
        ("kWh", "吨标准煤"),
        ("kWh", "kW"),
        ("亩", "公里"),
        ("万元/亩", "万元"),
        ("年", "天"),
        ("%", "家"),
    ] {
        assert_eq!(unit(one).conversion(&unit(other)), None, "{one} → {other}");
    }
}

#[test]
fn ratios_and_points_are_tagged() {
    for (text, tag) in [
        ("%", Tag::Ratio),
        ("‰", Tag::Ratio),
        ("指数", Tag::Ratio),
        ("倍", Tag::Ratio),
        ("index", Tag::Ratio),
        ("times", Tag::Ratio),
        ("百分点", Tag::Points),
        ("个百分点", Tag::Points),
        ("pp", Tag::Points),
        ("1", Tag::Plain),
        ("万", Tag::Plain),
        ("亿元", Tag::Plain),
        ("千克/吨", Tag::Plain),
        ("%/%", Tag::Plain),
        ("%/年", Tag::Plain),
    ] {
        assert_eq!(unit(text).tag(), tag, "{text}");
    }
}

#[test]
fn many_spellings_mean_the_same() {
    for same in [
        &["元", "yuan", "CNY", "RMB", "￥", "¥"][..],
        &["亿元", "亿CNY", "100 million yuan"],
        &["美元", "USD", "$", "dollar", "dollars"],
        &["人", "persons", "person", "people", "名"],
        &["家", "firms", "firm", "company", "companies"],
        &["亩", "mu"],
        &["公顷", "ha", "hectare"],
        &["平方公里", "km²", "km2", "km^2", "平方千米", "(km)^2"],
        &["平方米", "m²", "m2", "㎡", "m·m"],
        &["吨", "t", "tonnes"],
        &["千克", "公斤", "kg"],
        &["吨标准煤", "tce", "吨标煤"],
        &["吨二氧化碳", "tCO2", "tCO₂"],
        &["千瓦时", "kWh", "度"],
        &["兆瓦", "MW", "千千瓦"],
        &["μg", "µg", "微克"],
        &["%", "％", "percent"],
        &["百分点", "pp", "percentage points"],
        &[
            "万元/亩",
            "万元／亩",
            " 万元 / 亩 ",
            "万元÷亩",
            "万元/(亩)",
            "(万元)/亩",
            "万元·亩^-1",
            "万元×亩^−1",
        ],
        &["亿元/万人/年", "亿元/(万人·年)", "亿元/(万人*年)"],
    ] {
        for text in same {
            assert!(unit(text).is_same(&unit(same[0])), "{text} = {}", same[0]);
        }
    }
}

#[test]
fn names_are_in_the_language_of_the_reader() {
    for (text, zh, en) in [
        ("亿元", "亿元", "100 million yuan"),
        ("万元/亩", "万元/亩", "10,000 yuan/mu"),
        ("亿元/万亩", "亿元/万亩", "10,000 yuan/mu"),
        ("件/万人", "件/万人", "pieces/10,000 persons"),
        ("万千瓦时", "万千瓦时", "10,000 kWh"),
        ("万吨标准煤", "万吨标准煤", "10,000 tce"),
        ("百万吨", "百万吨", "Mt"),
        ("微克/立方米", "微克/立方米", "μg/m³"),
        ("亿元/平方公里", "亿元/平方公里", "100 million yuan/km²"),
        ("million EUR", "百万欧元", "million EUR"),
        ("MW", "百万瓦", "MW"),
        ("km²", "平方公里", "km²"),
        ("km^2", "平方公里", "km^2"),
        ("kWh/person", "千瓦时/人", "kWh/person"),
        ("%", "%", "%"),
        ("百分点", "百分点", "pp"),
        ("pp", "百分点", "pp"),
        ("指数", "指数", "index"),
        ("人次", "人次", "visits"),
        ("1/年", "1/年", "1/year"),
        ("万元/人", "万元/人", "10,000 yuan/person"),
        ("元/(人·年)", "元/(人·年)", "yuan/(person·year)"),
        ("人/班", "人/班", "persons/class"),
        ("件/批", "件/批", "pieces/batch"),
        ("元/册", "元/册", "yuan/copy"),
        ("人/小时", "人/小时", "persons/hour"),
        ("元/台", "元/台", "yuan/machine"),
        ("1", "", ""),
    ] {
        let unit = unit(text);
        assert_eq!(
            (unit.name(Lang::Zh).as_str(), unit.name(Lang::En).as_str()),
            (zh, en),
            "{text}"
        );
    }
}

#[test]
fn computed_units_are_named_with_one_prefix() {
    for (unit, zh) in [
        (unit("亿元").over(&unit("万亩")), "万元/亩"),
        (unit("件").over(&unit("万人")), "件/万人"),
        (unit("亿元").over(&unit("人")), "亿元/人"),
        (unit("亿美元").times(&unit("元/美元")), "亿元"),
        (unit("千克").times(&unit("万")), "万千克"),
        (unit("元").over(&unit("百亿元")), "1/10000000000"),
        (unit("亿元").power(2), "10000000000000000 元²"),
        (unit("公里").power(2), "平方公里"),
        (unit("亿元").over(&unit("万人·年")), "万元/(人·年)"),
        (unit("元").power(-1), "1/元"),
    ] {
        assert_eq!(unit.unwrap().name(Lang::Zh), zh);
    }
}

#[test]
fn what_is_no_unit_is_told_with_the_nearest_one() {
    for (text, expected) in [
        ("", "unreadable-unit ‹›"),
        ("/亩", "unreadable-unit ‹/亩›"),
        ("万元/", "unreadable-unit ‹›"),
        ("万元//亩", "unreadable-unit ‹/亩›"),
        ("(万元", "unreadable-unit ‹›"),
        ("万元)", "unreadable-unit ‹)›"),
        ("元^x", "unreadable-unit ‹^x›"),
        ("元^200", "unreadable-unit ‹^200›"),
        ("(元^100)^100", "unit-out-of-range ‹元›"),
        ("foo/亩/bar", "unknown-unit ‹foo›; unknown-unit ‹bar›"),
        ("万万元", "unknown-unit ‹万万元›"),
        ("千万万", "unknown-unit ‹千万万›"),
        ("5亩", "unknown-unit ‹5亩›"),
        ("(亿元)^9", "unit-out-of-range ‹亿元›"),
    ] {
        let problems = Units::default().read(&written(text)).unwrap_err();
        let found: Vec<_> = problems
            .iter()
            .map(|found| format!("{} ‹{}›", found.problem.code(), &text[found.span.range()]))
            .collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }
    for (text, nearest) in [
        ("万公倾", "万公顷"),
        ("perons", "persons"),
        ("标准煤", "吨标准煤"),
        ("YUAN", "yuan"),
        ("wxyz", ""),
    ] {
        let problems = Units::default().read(&written(text)).unwrap_err();
        let told = message(&problems[0].problem, Lang::Zh);
        assert!(told.help.unwrap().contains(nearest), "{text}");
    }
}

fn define(symbol: &str, equals: Option<&str>) -> UnitDefinition {
    UnitDefinition {
        symbol: spanned(symbol),
        equals: equals.map(written),
        name: (symbol == "标箱")
            .then(|| Text::in_languages(Some("标准集装箱".into()), Some("boxes".into()))),
    }
}

#[test]
fn authors_define_units_by_others_or_as_their_own() {
    let definitions = [
        define("大箱", Some("2.5 标箱")),
        define("标箱", None),
        define("市亩", Some("亩")),
        define("标准千瓦", Some("1.5万千瓦")),
    ];
    let (units, problems) = Units::new(&definitions);
    assert_eq!(problems, []);
    let read = |text: &str| units.read(&written(text)).unwrap();
    assert_eq!(
        read("万大箱").conversion(&read("标箱")),
        Some(fraction(25_000, 1))
    );
    assert_eq!(read("市亩").conversion(&read("亩")), Some(Rational::ONE));
    assert_eq!(
        read("标准千瓦").conversion(&read("kW")),
        Some(fraction(15_000, 1))
    );
    assert_eq!(read("标箱").conversion(&read("个")), None);
    assert_eq!(read("万标箱").name(Lang::En), "10,000 boxes");
    let mut turned = definitions;
    turned.reverse();
    let (units, problems) = Units::new(&turned);
    assert_eq!(problems, []);
    assert!(units.read(&written("大箱/市亩")).is_ok());
}

#[test]
fn definitions_that_make_no_sense_are_refused() {
    for (definitions, expected) in [
        (vec![define("万元", None)], vec!["unit-defined-twice"]),
        (
            vec![define("persons", Some("2人"))],
            vec!["unit-defined-twice"],
        ),
        (
            vec![define("甲", None), define("甲", Some("2人"))],
            vec!["unit-defined-twice"],
        ),
        (
            vec![define("甲", Some("2乙")), define("乙", Some("2甲"))],
            vec!["unknown-unit", "unknown-unit"],
        ),
        (vec![define("甲", Some("0人"))], vec!["unit-out-of-range"]),
        (vec![define("甲", Some("人/"))], vec!["unreadable-unit"]),
        (vec![define("甲", Some("15"))], vec!["unknown-unit"]),
        (vec![define("5甲", None)], vec!["bad-unit-symbol"]),
        (vec![define("甲/乙", None)], vec!["bad-unit-symbol"]),
        (vec![define("", None)], vec!["bad-unit-symbol"]),
        (vec![define("e5", None)], vec!["bad-unit-symbol"]),
    ] {
        let (_, problems) = Units::new(&definitions);
        let codes: Vec<_> = problems.iter().map(|found| found.problem.code()).collect();
        assert_eq!(codes, expected, "{definitions:?}");
    }
}

/// Units of every form.
fn any_unit() -> impl Strategy<Value = String> {
    let prefix = prop::sample::select(vec![
        "", "百", "千", "万", "十万", "百万", "千万", "亿", "万亿",
    ]);
    let symbol = prop::sample::select(vec![
        "元",
        "美元",
        "亩",
        "公顷",
        "平方公里",
        "m²",
        "人",
        "人次",
        "家",
        "吨",
        "kg",
        "吨标准煤",
        "kWh",
        "kW",
        "立方米",
        "年",
    ]);
    let word = (prefix, symbol).prop_map(|(prefix, symbol)| format!("{prefix}{symbol}"));
    let sign = prop::sample::select(vec!["/", "·"]);
    let units =
        (word.clone(), prop::collection::vec((sign, word), 0..3)).prop_map(|(first, rest)| {
            rest.into_iter()
                .fold(first, |text, (sign, word)| text + sign + &word)
        });
    // Not those of more than 10³⁸.
    units.prop_filter("out of range", |text| {
        Units::default().read(&written(text)).is_ok()
    })
}

proptest! {
    #[test]
    fn conversion_there_and_back_is_exact(one in any_unit(), other in any_unit()) {
        let (one, other) = (unit(&one), unit(&other));
        match (one.conversion(&other), other.conversion(&one)) {
            (Some(there), Some(back)) => prop_assert_eq!(there.times(back), Some(Rational::ONE)),
            (there, back) => prop_assert_eq!(there, back),
        }
    }

    #[test]
    fn a_name_reads_back_as_the_unit(text in any_unit(), other in any_unit()) {
        let first = unit(&text);
        let computed = first.times(&unit(&other));
        prop_assume!(computed.is_ok());
        let computed = computed.unwrap();
        for named in [&first, &computed] {
            for lang in [Lang::Zh, Lang::En] {
                let name = named.name(lang);
                match Units::default().read(&written(&name)) {
                    Ok(again) => prop_assert!(again.is_same(named), "{name}"),
                    // Plain numbers have no name, and not every number is a prefix.
                    Err(_) => prop_assert!(name.is_empty() || name.contains('0'), "{name}"),
                }
            }
        }
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC*") {
        if let Err(problems) = Units::default().read(&written(&text)) {
            for found in problems {
                prop_assert!(text.get(found.span.range()).is_some());
            }
        }
        let _ = Units::new(&[define(&text, Some(&text))]);
    }

    #[test]
    fn rationals_are_a_field(a in 1_i128..1_000_000, b in 1_i128..1_000_000, c in -1_000_000_i128..-1, d in 1_i128..1_000_000) {
        let (x, y) = (fraction(a, b), fraction(c, d));
        prop_assert_eq!(x.times(y), y.times(x));
        prop_assert_eq!(x.times(y).and_then(|product| product.over(y)), Some(x));
        prop_assert_eq!(x.power(3).and_then(|cube| cube.over(x)), x.power(2));
        prop_assert_eq!(x.power(-2), x.power(2).and_then(Rational::inverse));
        prop_assert!(x.times(y).is_some_and(|product| product.denominator() > 0));
    }
}
