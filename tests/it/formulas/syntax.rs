//! How formulas are written: spellings, precedence, and slips at their places.

use super::check_all;
use super::vocabulary::{Vocabulary, problem, written};
use attain::engine::diagnostic::Span;
use attain::engine::formula::{DEEPEST, LONGEST, is_name, parse};
use attain::engine::index::Domain::Plan;
use attain::engine::written::{Escapes, Written};

#[track_caller]
fn check_print(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let printed = parse(&written(text)).map(|expr| expr.to_string());
        assert_eq!(printed.as_deref(), Ok(*expected), "{text}");
    }
}

#[test]
fn operators_bind_as_in_mathematics() {
    check_all(
        Plan,
        &[
            ("1 - 2 - 3", "((1 - 2) - 3) : plain"),
            ("1 - (2 - 3)", "(1 - (2 - 3)) : plain"),
            ("8 / 4 / 2 * 3", "(((8 / 4) / 2) * 3) : plain"),
            ("2 + 3 * 4 ^ 2", "(2 + (3 * (4 ^ 2))) : plain"),
            ("2 ^ 3 ^ 2", "(2 ^ (3 ^ 2)) : plain"),
            ("-2 ^ 2", "Negate((2 ^ 2)) : plain"),
            ("2 ^ -1", "(2 ^ Negate(1)) : plain"),
            ("2 * -3", "(2 * Negate(3)) : plain"),
        ],
    );
}

#[test]
fn one_spelling_is_printed_for_all() {
    check_print(&[
        ("（va＋inv）×2÷3−1", "(va + inv) * 2 / 3 - 1"),
        ("min（va，１００亿元）", "min(va, 100亿元)"),
        ("share≥40％and share≠50%", "share >= 40% and share != 50%"),
        ("share ≤ 5‰", "share <= 5‰"),
        ("va［２０２０］", "va[2020]"),
        ("town_va[danghu,2023]", "town_va[danghu, 2023]"),
        ("mean(a,by:b)", "mean(a, by: b)"),
        ("((a+b))*(c)", "(a + b) * c"),
        ("a-(b+c)", "a - (b + c)"),
        ("(a^b)^c", "(a ^ b) ^ c"),
        ("a^(b^c)", "a ^ b ^ c"),
        ("(-a)^2", "(-a) ^ 2"),
        ("not(a>b)", "not a > b"),
        ("not(a and b)", "not (a and b)"),
        ("(a or b)and c", "(a or b) and c"),
        ("205[万元/亩]", "205[万元/亩]"),
        ("5[亩]", "5亩"),
        ("3[1]", "3[1]"),
        ("1[e3]", "1[e3]"),
        ("1.50e3亿元", "1500亿元"),
        (".5pp", "0.5pp"),
        ("1e300", "1e300"),
        ("5美元", "5美元"),
        ("2km²", "2km²"),
        ("lookup( year ,quota )", "lookup(year, quota)"),
    ]);
}

#[test]
fn slips_are_found_where_they_are() {
    check_all(
        Plan,
        &[
            (" ", "empty-formula ‹ ›"),
            ("va +", "unexpected ‹›"),
            ("va inv", "unexpected ‹inv›"),
            ("va * / inv", "unexpected ‹/›"),
            ("(va", "unexpected ‹›"),
            ("va)", "unexpected ‹)›"),
            ("min(va, )", "unexpected ‹)›"),
            ("min(va", "unexpected ‹›"),
            ("+5", "unexpected ‹+›"),
            ("and", "unexpected ‹and›"),
            ("va # inv", "unexpected ‹#›"),
            ("\"va\"", "unexpected ‹\"›"),
            ("va！", "unexpected ‹！›"),
            ("a:b", "unexpected ‹:›"),
            ("va[2020", "unexpected ‹›"),
            ("va[]", "unexpected ‹]›"),
            ("va[2020, danghu]", "unexpected ‹,›"),
            ("(va)[2020]", "unexpected ‹[›"),
            ("1e400", "number-too-large ‹1e400›"),
            ("va < 100亿元 < inv", "chained-comparison ‹<›"),
            ("min()", "argument-count ‹min()›"),
            ("prev(va, 1, 2)", "argument-count ‹prev(va, 1, 2)›"),
            (
                "mean(town_rate, town_va)",
                "argument-count ‹mean(town_rate, town_va)›",
            ),
            (
                "mean(town_rate, weight: town_va)",
                "unknown-argument ‹weight›",
            ),
            (
                "mean(town_rate, by: town_va, by: town_va)",
                "unknown-argument ‹by›",
            ),
            ("vaa", "unknown-name ‹vaa›"),
            ("prev + 1", "function-without-arguments ‹prev›"),
            ("va(2020)", "unknown-function ‹va›"),
        ],
    );
}

#[test]
fn units_stand_right_behind_their_numbers() {
    check_all(
        Plan,
        &[
            ("100 亿元", "detached-unit ‹亿元›"),
            ("100亿 元", "detached-unit ‹元›"),
            ("5 %", "detached-unit ‹%›"),
            ("2va", "detached-unit ‹va›"),
            ("2 va", "detached-unit ‹va›"),
            ("205 [万元/亩]", "detached-unit ‹[›"),
            ("205[万元/亩", "unexpected ‹›"),
            ("205[]", "unreadable-unit ‹›"),
            ("5[foo/亩]", "unknown-unit ‹foo›"),
            ("5foo", "unknown-unit ‹foo›"),
            ("1,000亿元", "grouped-digits ‹,›"),
            ("va + 1,000亿元", "grouped-digits ‹,›"),
        ],
    );
}

#[test]
fn what_other_languages_write_is_told_in_one_go() {
    check_all(
        Plan,
        &[
            ("va == 2亿元", "foreign-operator ‹==›"),
            (
                "va <> 2亿元 && va => 1亿元",
                "foreign-operator ‹<>›; foreign-operator ‹&&›; foreign-operator ‹=>›",
            ),
            ("va ** 2", "foreign-operator ‹**›"),
            ("min(va；2亿元)", "foreign-operator ‹；›"),
            ("min(va、2亿元)", "foreign-operator ‹、›"),
        ],
    );
}

#[test]
fn several_problems_are_reported_at_once() {
    check_all(
        Plan,
        &[
            ("landd / vaa", "unknown-name ‹landd›; unknown-name ‹vaa›"),
            ("min(va +, land *, 3)", "unexpected ‹,›; unexpected ‹,›"),
            (
                "max(foo(1), bar(2) +, va)",
                "unknown-function ‹foo›; unknown-function ‹bar›; unexpected ‹,›",
            ),
            (
                "foo(1) + bar(2)",
                "unknown-function ‹foo›; unknown-function ‹bar›",
            ),
            ("5foo + 6bar", "unknown-unit ‹foo›; unknown-unit ‹bar›"),
            (
                "(va + land) * (share >= 40)",
                "different-units ‹land›; bare-number ‹40›",
            ),
        ],
    );
}

#[test]
fn length_and_depth_are_bounded() {
    let deepest = |n: usize| format!("{}va{}", "(".repeat(n), ")".repeat(n));
    let sum = |n: usize| vec!["va"; n].join(" + ");
    let calls = |n: usize| format!("{}va{}", "prev(".repeat(n), ")".repeat(n));
    let powers = |n: usize| vec!["2"; n].join("^");
    let signs = |n: usize| format!("{}va", "-".repeat(n));
    let vocabulary = Vocabulary::new();
    for form in [
        &deepest as &dyn Fn(usize) -> String,
        &sum,
        &calls,
        &powers,
        &signs,
    ] {
        let fits = form(DEEPEST - 1);
        let found = vocabulary.found(&fits, Plan);
        assert!(found.contains(" : "), "{fits}: {found}");
        for n in [DEEPEST + 1, LONGEST / 6] {
            let problems = parse(&written(&form(n))).unwrap_err();
            assert_eq!(
                problems[0].problem.code(),
                "formula-too-deep",
                "{}",
                form(n)
            );
        }
    }
    let many = format!("min({})", vec!["va"; 1000].join(","));
    assert!(vocabulary.found(&many, Plan).contains(" : "));
    let long = parse(&written(&sum(LONGEST))).unwrap_err();
    assert_eq!(long[0].problem.code(), "formula-too-long");
}

#[test]
fn formulas_that_would_explode_are_refused() {
    let nested = |name: &str, rest: &str, n: usize| {
        format!(
            "{}va{}",
            format!("{name}(").repeat(n),
            format!("{rest})").repeat(n)
        )
    };
    let vocabulary = Vocabulary::new();
    assert!(
        vocabulary
            .found(&nested("growth", "", 5), Plan)
            .contains(" : ")
    );
    for text in [
        nested("growth", "", 40),
        nested("average_growth", ", 2020", 40),
        nested("average", ", 100", 3),
    ] {
        assert!(
            vocabulary
                .found(&text, Plan)
                .starts_with("formula-too-large"),
            "{text}"
        );
    }
}

#[test]
fn places_are_those_of_the_plan_text() {
    let text = "va + 工业用点";
    let start = 1000;
    let at = |start, length: usize| Span {
        start,
        end: start + length as u32,
    };
    let plain = Written::new(text.to_owned(), at(start, text.len()), Escapes::default());
    let expr = parse(&plain).unwrap();
    let (_, span) = expr.references().nth(1).unwrap();
    assert_eq!(
        span,
        Span {
            start: start + 5,
            end: start + 17
        }
    );
    // A text with escapes is longer in the plan than what it spells.
    let raw = r"va\t+ \u5de5业用\u70b9";
    let escapes = Escapes::of(raw);
    let escaped = Written::new("va\t+ 工业用点".to_owned(), at(start, raw.len()), escapes);
    let expr = parse(&escaped).unwrap();
    let (_, found) = expr.references().nth(1).unwrap();
    let (from, to) = (found.start - start, found.end - start);
    assert_eq!(&raw[from as usize..to as usize], r"\u5de5业用\u70b9");
    // Full-width signs take three bytes and are one character.
    let wide = "（va＋#）";
    let problems = parse(&written(wide)).unwrap_err();
    assert_eq!(problem(wide, &problems[0]), "unexpected ‹#›");
}

#[test]
fn names_are_words_that_mean_nothing_else() {
    for name in [
        "va",
        "va_2023",
        "_x",
        "工业用地",
        "亩均增加值2",
        "min",
        "sum",
        "Year",
        "é",
    ] {
        assert!(is_name(name), "{name}");
    }
    for name in [
        "",
        "2va",
        "a-b",
        "a b",
        "year",
        "and",
        "or",
        "not",
        "a.b",
        "万元/亩",
        "%",
        "+",
    ] {
        assert!(!is_name(name), "{name}");
    }
}
