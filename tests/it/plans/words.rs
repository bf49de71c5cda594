//! The words of the shipped plans: everything has a name in both languages, each in its own letters.

use serde_json::Value;

use super::{PLANS, objects};

/// What an item of a list must have besides its id.
const NAMED: [(&str, &[&str]); 9] = [
    ("sources", &["title", "issuer", "date"]),
    ("sets", &["name", "counter"]),
    ("assumptions", &["name", "group", "unit"]),
    ("indicators", &["name", "group", "unit"]),
    ("checks", &["text", "source"]),
    ("scenarios", &["name", "reason"]),
    ("measures", &["text", "source"]),
    ("targets", &["source"]),
    ("tables", &["unit"]),
];

#[test]
fn every_item_has_its_words() {
    for plan in PLANS {
        for (list, keys) in NAMED {
            for item in plan.items(list) {
                for key in keys {
                    assert!(
                        item.get(key).is_some(),
                        "{}: {}: no {key}",
                        plan.id,
                        item["id"]
                    );
                }
            }
        }
    }
}

/// A target without a name is called after its indicator, its event or what it states.
#[test]
fn every_target_is_called_something() {
    for plan in PLANS {
        let indicators = plan.items("indicators");
        for target in plan.items("targets") {
            let of = target["of"].as_str();
            let is_indicator = indicators.iter().any(|item| item["id"].as_str() == of);
            let is_worded = ["name", "event", "statement"]
                .iter()
                .any(|key| target.get(key).is_some());
            assert!(is_indicator || is_worded, "{}: {}", plan.id, target["id"]);
        }
    }
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// Words of a text outside quotation marks.
fn unquoted(text: &str) -> String {
    let parts = text.split(['“', '”']);
    parts.step_by(2).collect()
}

#[test]
fn each_language_is_written_in_its_own_letters() {
    for plan in PLANS {
        objects(&plan.json(), &mut |object| {
            let [Some(zh), Some(en)] =
                ["zh", "en"].map(|lang| object.get(lang).and_then(Value::as_str))
            else {
                return;
            };
            let is_arithmetic = !zh.contains(|letter: char| letter.is_ascii_alphabetic());
            assert!(
                zh.contains(is_chinese) || is_arithmetic,
                "{}: {zh}",
                plan.id
            );
            assert!(!unquoted(en).contains(is_chinese), "{}: {en}", plan.id);
        });
    }
}
