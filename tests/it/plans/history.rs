//! What the documents print of the past: only Kaiping's prints anything.

use serde_json::Value;

use super::PLANS;
use super::printed::{numbers, quotes};

/// The observed values of an indicator, whatever year they are of.
fn observed(indicator: &Value) -> Vec<f64> {
    let values = indicator["observed"].as_object().into_iter().flatten();
    values.map(|(_, value)| value.as_f64().unwrap()).collect()
}

/// What Kaiping's document says of the past without a figure; the notes of the indicators say so too. How many
/// statements each is.
const WITHOUT_FIGURE: [(&str, usize); 6] = [
    ("高于全市同期增速", 1),
    ("数量位列江门市各市(区)前列", 1),
    ("且第二产业增加值的占比低于第三产业", 1),
    ("除第二产业增加值、规模以上工业增加值实现小幅增长外", 2),
    (
        "工业总产值、第二产业投资、工业投资等工业规模指标延续下降趋势",
        3,
    ),
    ("低于江门全市平均水平", 1),
];

/// An independent reading of the document counted 124 statements about the past.
#[test]
fn every_figure_of_the_past_is_an_observation() {
    for plan in PLANS {
        let figures = plan.items("indicators").iter().flat_map(observed).count();
        if plan.id != "kaiping-2021-2025" {
            assert_eq!(figures, 0, "{}", plan.id);
            continue;
        }
        let without: usize = WITHOUT_FIGURE
            .iter()
            .map(|(quote, count)| {
                assert!(plan.document.contains(quote), "{quote}");
                count
            })
            .sum();
        assert_eq!(figures + without, 124);
    }
}

/// Figures in words: “twice in a row”.
const IN_WORDS: [&str; 1] = ["five_star"];

#[test]
fn observations_are_printed_where_they_are_quoted() {
    for plan in PLANS {
        for indicator in plan.items("indicators") {
            let id = indicator["id"].as_str().unwrap();
            let printed = numbers(&quotes(&indicator));
            for value in observed(&indicator) {
                assert!(
                    printed.contains(&value.abs()) || IN_WORDS.contains(&id),
                    "{id}: {value} in {}",
                    quotes(&indicator)
                );
            }
        }
    }
}
