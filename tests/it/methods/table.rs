//! The table of methods as the screen shows it.

use attain::engine::attain::attain;
use attain::engine::attain::methods::Score;
use attain::engine::lang::Lang;
use attain::text::words::Words;
use attain::view::methods::MethodTable;
use serde_json::json;

use super::outcomes::with_target;

/// No number is rounded onto the other side of a cut of its label.
#[test]
fn scores_do_not_contradict_labels() {
    let words = Words(Lang::En);
    for (score, expected) in [
        (Score::Ratio(0.949_999_6), "ratio 0.9499996"),
        (Score::Share(0.949_999_6), "progress 94.99996%"),
        (Score::Degree(99.999_9), "degree 99.9999%"),
        (Score::Gap(10.000_04), "gap 10.00004%"),
        (Score::Index(9.999_99), "9.99999 / 10"),
        (Score::Ratio(0.963_081_19), "ratio 0.9631"),
    ] {
        assert_eq!(words.method_score(score), expected);
    }
}

#[test]
fn the_table_in_both_languages() {
    let projection = with_target(
        json!({"observed": {"2020": 100, "2022": 118}, "formula": {"2023": "level"}}),
        json!({"at_least": 150}),
    );
    let outcome = &attain(&projection)[0];
    let lines = |lang| -> String {
        let table = MethodTable::of(&projection, outcome, lang);
        let rows = table.rows.iter().map(|row| {
            let cells = [
                row.name,
                row.label,
                &row.score,
                &row.reads,
                row.agreement_word,
            ];
            format!("{} | {}\n", cells.join(" | "), row.source)
        });
        let silent = table
            .silent
            .iter()
            .map(|it| format!("{}: {}\n", it.name, it.reason));
        let count = format!("{} disagree\n", table.disagreeing);
        rows.chain(silent).chain([count]).collect()
    };
    insta::assert_snapshot!("methods_zh", lines(Lang::Zh));
    insta::assert_snapshot!("methods_en", lines(Lang::En));
}

/// The number of a distorted label is not shown; why stands in its place.
#[test]
fn a_distorted_number_is_not_shown() {
    let projection = with_target(
        json!({"observed": {"2020": 0}, "formula": {"2021": "level"}}),
        json!({"at_least": 300}),
    );
    let table = MethodTable::of(&projection, &attain(&projection)[0], Lang::En);
    let row = table.rows.iter().find(|row| row.id == "open-sdg").unwrap();
    assert!(row.score.starts_with("zero replaced by 0.001"), "{row:?}");
}
