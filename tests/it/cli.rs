//! The command line, run as its users run it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

const KAIPING: &str = "public/plans/kaiping-2021-2025.json";
const PINGHU: &str = "public/plans/pinghu-2023-2027.json";
const SMALL: &str = "tests/it/fixtures/cli/small.json";
const BROKEN: &str = "tests/it/fixtures/cli/broken.json";

struct Answer {
    out: String,
    err: String,
    code: i32,
}

/// Runs the program in the project's folder, without a locale.
fn attain(arguments: &[&str]) -> Answer {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_attain"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANG")
        .output()
        .unwrap();
    Answer {
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
        code: status.code().unwrap(),
    }
}

/// What a command answers that must succeed.
fn answer(arguments: &[&str]) -> String {
    let answer = attain(arguments);
    assert_eq!((answer.err.as_str(), answer.code), ("", 0), "{arguments:?}");
    answer.out
}

fn json(arguments: &[&str]) -> Value {
    let arguments = [&["project"], arguments, &["--format", "json"]].concat();
    serde_json::from_str(&answer(&arguments)).unwrap()
}

/// The value of an indicator in a year.
fn value(results: &Value, id: &str, member: Option<&str>, year: i64) -> f64 {
    let series = results["series"].as_array().unwrap();
    let series = series
        .iter()
        .find(|series| series["id"] == id && series["member"].as_str() == member)
        .unwrap_or_else(|| panic!("no {id} {member:?}"));
    let values = series["values"].as_array().unwrap();
    let found = values.iter().find(|value| value["year"] == year).unwrap();
    found["value"].as_f64().unwrap()
}

#[test]
fn shipped_plans_have_no_errors() {
    let answer = attain(&["check", KAIPING, PINGHU, "--lang", "en"]);
    assert_eq!(answer.code, 0, "{}", answer.out);
    for file in [KAIPING, PINGHU] {
        assert!(
            answer.out.contains(&format!("{file}: 0 errors, ")),
            "{}",
            answer.out
        );
    }
}

#[test]
fn problems_come_in_order_with_place_and_way_out() {
    for (lang, name) in [("zh", "check_zh"), ("en", "check_en")] {
        let answer = attain(&["check", BROKEN, "--lang", lang]);
        assert_eq!((answer.err.as_str(), answer.code), ("", 1));
        insta::assert_snapshot!(name, answer.out);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_from_a_plan_with_errors() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let gbk = folder.join("gbk.json");
    fs::write(&gbk, b"{ \"title\": \"\xb9\xe6\xbb\xae\" }").unwrap();
    let gbk = gbk.to_str().unwrap();
    for (arguments, code, told) in [
        (&["check", "no-such.json"][..], 2, "no-such.json"),
        (&["check", "no-such.json", BROKEN], 2, "no-such.json"),
        (&["check", gbk], 2, "UTF-8"),
        (&["project", gbk], 2, "UTF-8"),
        (&["project", "Cargo.toml"], 2, "attain check Cargo.toml"),
        (&["project", BROKEN], 1, "attain check"),
        (&["check"], 2, "FILES"),
    ] {
        for lang in ["zh", "en"] {
            let answer = attain(&[arguments, &["--lang", lang]].concat());
            assert_eq!(answer.code, code, "{arguments:?}");
            assert!(answer.err.contains(told), "{arguments:?}: {}", answer.err);
        }
    }
    let both = attain(&["check", "no-such.json", KAIPING, "--lang", "en"]);
    assert!(
        both.out.contains(&format!("{KAIPING}: 0 errors")),
        "{}",
        both.out
    );
}

#[test]
fn the_json_keeps_its_shape() {
    insta::assert_json_snapshot!("project_json", json(&[SMALL, "--set", "growth=10"]));
}

#[test]
fn tables_line_up_in_both_languages() {
    for (lang, what, name) in [
        ("zh", "outcomes", "outcomes_zh"),
        ("en", "outcomes", "outcomes_en"),
        ("zh", "series", "series_zh"),
        ("en", "series", "series_en"),
    ] {
        let out = answer(&["project", SMALL, "--lang", lang, "--what", what]);
        insta::assert_snapshot!(name, out);
    }
}

#[test]
fn sheets_are_read_back_as_they_are() {
    for what in ["outcomes", "series"] {
        let out = answer(&[
            "project", SMALL, "--lang", "en", "--format", "csv", "--what", what,
        ]);
        let text = out.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut sheet = csv::Reader::from_reader(text.as_bytes());
        let columns = sheet.headers().unwrap().clone();
        let column = |name: &str| columns.iter().position(|known| known == name).unwrap();
        let rows: Vec<csv::StringRecord> = sheet.records().map(Result::unwrap).collect();
        let named: Vec<&str> = rows.iter().map(|row| &row[column("name")]).collect();
        // A comma and quotation marks in one name, the beginning of a formula in another.
        assert!(named.contains(&"Firms, \"large\" ones"), "{named:?}");
        assert!(named.contains(&"'=Output"), "{named:?}");
        assert!(rows.iter().all(|row| row.len() == columns.len()));
    }
}

#[test]
fn sheets_and_json_say_the_same() {
    let results = json(&[PINGHU, "--lang", "zh"]);
    let out = answer(&["project", PINGHU, "--lang", "zh", "--format", "csv"]);
    let mut sheet = csv::Reader::from_reader(out.strip_prefix('\u{feff}').unwrap().as_bytes());
    let columns = sheet.headers().unwrap().clone();
    let outcomes = results["outcomes"].as_array().unwrap();
    let rows: Vec<csv::StringRecord> = sheet.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), outcomes.len());
    for (row, outcome) in rows.iter().zip(outcomes) {
        for (name, cell) in columns.iter().zip(row) {
            match &outcome[name] {
                Value::String(text) => assert_eq!(cell, text, "{name}"),
                Value::Number(number) => {
                    assert_eq!(cell.parse::<f64>().ok(), number.as_f64(), "{name}");
                }
                Value::Bool(truth) => assert_eq!(cell, truth.to_string(), "{name}"),
                _ => {}
            }
        }
    }
}

#[test]
fn assumptions_move_as_told() {
    // va grows from 100 by `growth`; each town from 10 by `town_growth`.
    let cases = [
        (&[][..], None, 108.0),
        (&["--set", "growth=10"], None, 110.0),
        (&["--scenario", "fast"], None, 120.0),
        (&["--scenario", "fast", "--set", "growth=5"], None, 105.0),
        (&["--set", "growth=2024:1,2026:3"], None, 101.0),
        (&["--set", "town_growth=50"], Some("east"), 15.0),
        (&["--set", "town_growth[east]=50"], Some("east"), 15.0),
        (&["--set", "town_growth[east]=50"], Some("west"), 10.0),
        (
            &["--set", "town_growth=50", "--set", "town_growth[west]=0"],
            Some("all"),
            25.0,
        ),
    ];
    for (arguments, member, expected) in cases {
        let results = json(&[&[SMALL], arguments].concat());
        let id = if member.is_some() { "town_va" } else { "va" };
        let found = value(&results, id, member, 2024);
        assert!((found - expected).abs() < 1e-9, "{arguments:?}: {found}");
    }
    // Between the stated years the value goes straight, as the plan says.
    let results = json(&[SMALL, "--set", "growth=2024:1,2026:3"]);
    let found = value(&results, "va", None, 2025);
    assert!((found - 101.0 * 1.02).abs() < 1e-9, "{found}");
}

#[test]
fn an_argument_that_cannot_be_used_is_answered_with_a_way_out() {
    let cases = [
        ("--set", "grwoth=7", "growth"),
        ("--set", "va=7", "va"),
        ("--set", "growth", "ID=7"),
        ("--set", "growth[east]=7", "growth=…"),
        ("--set", "town_growth[eest]=7", "east"),
        ("--set", "town_growth[east=7", "ID=7"),
        ("--set", "growth=7%", "7%"),
        ("--set", "growth=inf", "inf"),
        ("--set", "growth=24:7", "2024:5"),
        ("--set", "growth=2024:7,8", "2024:5"),
        ("--scenario", "fsat", "fast"),
    ];
    for (option, text, told) in cases {
        for lang in ["zh", "en"] {
            let answer = attain(&["project", SMALL, option, text, "--lang", lang]);
            assert_eq!((answer.out.as_str(), answer.code), ("", 2), "{text}");
            assert!(answer.err.contains(told), "{text}: {}", answer.err);
        }
    }
}

#[test]
fn a_value_outside_the_slider_is_used_and_remarked_on() {
    let answer = attain(&["project", SMALL, "--set", "growth=30", "--lang", "en"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.err.contains("growth") && answer.err.contains("0 to 20"),
        "{}",
        answer.err
    );
    assert!(answer.out.contains("growth = 30"), "{}", answer.out);
}
