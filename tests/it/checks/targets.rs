//! Findings on targets: met already, against each other, attained by construction.

use super::found;

/// An observed indicator that grows by ten a year from 213 in 2022, and targets on it.
fn targets(targets: &str) -> Vec<String> {
    found(&format!(
        r#""assumptions": [{{ "id": "new", "name": "new", "unit": "家", "value": 10, "basis": "history" }}],
           "indicators": [{{ "id": "hnte", "name": "hnte", "unit": "家", "better": "higher",
            "observed": {{ "2020": 164, "2021": 175, "2022": 213 }}, "formula": "prev(hnte) + new" }}],
           "targets": [{targets}]"#
    ))
}

#[test]
fn targets_that_history_meets() {
    for (target, expected) in [
        (
            r#"{ "id": "t", "of": "hnte", "at_least": { "2023": 190, "2025": 225 } }"#,
            &[
                "already-attained t: 213 firms in 2022 already meets the target of 190 firms for 2023",
            ][..],
        ),
        (
            r#"{ "id": "t", "of": "hnte", "in": 2023, "more_than": 213 }"#,
            &[],
        ),
        // Decided already, kept every year, growth, a ceiling of a sum: nothing to reach.
        (
            r#"{ "id": "t", "of": "hnte", "in": 2022, "at_least": 190 }"#,
            &[],
        ),
        (
            r#"{ "id": "t", "of": "hnte", "every": [2021, 2025], "at_least": 150 }"#,
            &[],
        ),
        (
            r#"{ "id": "t", "of": "growth(hnte)", "in": 2023, "at_least": 5 }"#,
            &[],
        ),
        (
            r#"{ "id": "t", "of": "cumulative(hnte, 2021)", "in": 2023, "at_most": 5000, "accept": { "pulls-against": "x" } }"#,
            &[],
        ),
        (
            r#"{ "id": "t", "of": "cumulative(hnte, 2021)", "in": 2023, "at_least": 300 }"#,
            &[
                "already-attained t: 388 firms in 2022 already meets the target of 300 firms for 2023",
            ],
        ),
        // What an assumption decides is not yet met.
        (
            r#"{ "id": "t", "of": "hnte", "in": 2023, "at_least": "10 * new" }"#,
            &[],
        ),
    ] {
        assert_eq!(targets(target), expected, "{target}");
    }
}

#[test]
fn targets_against_each_other() {
    let pair = |a: &str, b: &str| {
        targets(&format!(
            r#"{{ "id": "a", "name": "A", "of": "hnte", {a} }}, {{ "id": "b", "name": "B", "of": "hnte", {b} }}"#
        ))
    };
    for (a, b, expected) in [
        (
            r#""in": 2025, "at_least": 300"#,
            r#""every": [2024, 2025], "at_most": 290, "accept": { "pulls-against": "x" }"#,
            &[
                "contradictory a: 2025: cannot be met together with “B”: one asks for 300 firms, the other for no more than 290 firms",
            ][..],
        ),
        (
            r#""in": 2025, "at_least": 300"#,
            r#""in": 2025, "at_most": 300"#,
            &[],
        ),
        (
            r#""in": 2025, "at_least": 300"#,
            r#""in": 2024, "at_most": 290"#,
            &[],
        ),
        (
            r#""in": 2025, "at_least": 300"#,
            r#""by": 2025, "at_most": 290"#,
            &[],
        ),
        (
            r#""in": 2025, "more_than": 300"#,
            r#""in": 2025, "at_most": 300"#,
            &[
                "contradictory a: 2025: cannot be met together with “B”: one asks for 300 firms, the other for no more than 300 firms",
            ],
        ),
        (
            r#""in": 2025, "between": [320, "31 * new"]"#,
            r#""in": 2024, "at_least": 300"#,
            &[
                "contradictory a: 2025: the lower end 320 firms is above the upper end 310 firms; no value can meet it",
            ],
        ),
        (
            r#""in": 2025, "at_least": 300"#,
            r#""in": 2025, "at_least": 310"#,
            &["implied a: 2025: whoever meets “B” (310 firms) meets 300 firms as well"],
        ),
        // Said twice: the second adds nothing.
        (
            r#""in": 2025, "at_least": 300"#,
            r#""in": 2025, "at_least": 300"#,
            &["implied b: 2025: whoever meets “A” (300 firms) meets 300 firms as well"],
        ),
        // A window is implied only by what binds in all of its years.
        (
            r#""every": [2024, 2025], "at_least": 300"#,
            r#""in": 2025, "at_least": 310"#,
            &[],
        ),
        // What is only striven for implies nothing.
        (
            r#""in": 2025, "at_least": 300"#,
            r#""in": 2025, "at_least": 310, "kind": "aspirational""#,
            &[],
        ),
    ] {
        assert_eq!(pair(a, b), expected, "{a} beside {b}");
    }
}

#[test]
fn values_taken_from_the_targets() {
    let of = |basis: &str, threshold: &str| {
        found(&format!(
            r#""assumptions": [{{ "id": "x0", "name": "x0", "unit": "家", "value": 10, "basis": "{basis}" }}],
               "indicators": [{{ "id": "x", "name": "x", "unit": "家", "better": "higher", "formula": "x0" }}],
               "targets": [{{ "id": "t", "of": "x", "in": 2023, "at_least": {threshold} }}]"#
        ))
    };
    assert_eq!(of("plan", "10"), ["circular x0: attained with it: “x”"]);
    assert_eq!(of("plan", "11"), [""; 0]);
    assert_eq!(of("history", "10"), [""; 0]);
}
