//! The shipped plans: they read without a word, quote their documents verbatim, speak both languages, and are listed
//! for the start screen as they are.

mod assumptions;
mod history;
mod order;
mod printed;
mod scenarios;
mod targets;
mod words;

use attain::engine::diagnostic::Severity;
use attain::engine::json::Document;
use attain::engine::plan::{accepted, read};
use serde_json::Value;

use crate::models::with_diagnostics;

struct Shipped {
    id: &'static str,
    text: &'static str,
    /// The sentences and table rows of the document that are quoted, one or several a line.
    document: &'static str,
}

macro_rules! shipped {
    ($id:literal) => {
        Shipped {
            id: $id,
            text: include_str!(concat!("../../public/plans/", $id, ".json")),
            document: include_str!(concat!("fixtures/quotes/", $id, ".txt")),
        }
    };
}

const PLANS: [Shipped; 5] = [
    shipped!("kaiping-2021-2025"),
    shipped!("pinghu-2023-2027"),
    shipped!("yangjiang-2023-2027"),
    shipped!("jiangxi-pilot-zones-2021-2025"),
    shipped!("jianghai-2021-2025"),
];

impl Shipped {
    fn json(&self) -> Value {
        serde_json::from_str(self.text).unwrap()
    }

    /// The items of one of its lists.
    fn items(&self, list: &str) -> Vec<Value> {
        self.json()[list].as_array().cloned().unwrap_or_default()
    }
}

/// Calls `visit` with every object in the tree.
fn objects(value: &Value, visit: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Array(elements) => elements.iter().for_each(|element| objects(element, visit)),
        Value::Object(entries) => {
            visit(entries);
            entries.values().for_each(|entry| objects(entry, visit));
        }
        _ => {}
    }
}

#[test]
fn plans_read_without_a_word() {
    for plan in PLANS {
        let reading = read(plan.text);
        let problems: Vec<_> = reading
            .diagnostics
            .iter()
            .map(|diagnostic| {
                let line = plan.text[..diagnostic.span.start as usize].lines().count();
                format!("line {line}: {:?}", diagnostic.problem)
            })
            .collect();
        assert!(problems.is_empty(), "{}: {problems:#?}", plan.id);
        assert_eq!(reading.plan.expect("a plan").id, plan.id);
    }
}

/// Findings of the check speak of the document; what is wrong with the file itself is mended, or accepted with a reason.
#[test]
fn plans_compile_without_a_warning() {
    for plan in PLANS {
        let (document, _) = Document::read(plan.text);
        let (_, _, mut problems) = with_diagnostics(plan.text);
        problems.retain(|found| found.problem.severity() != Severity::Notice);
        problems.retain(|found| accepted(&document, found).is_none());
        assert!(problems.is_empty(), "{}: {problems:#?}", plan.id);
    }
}

#[test]
fn quotes_stand_in_the_documents() {
    for plan in PLANS {
        let mut quotes = 0;
        objects(&plan.json(), &mut |object| {
            if let Some(quote) = object.get("quote").and_then(Value::as_str) {
                quotes += 1;
                assert!(plan.document.contains(quote), "{}: {quote}", plan.id);
            }
        });
        assert!(quotes > 0, "{} quotes nothing", plan.id);
    }
}

#[test]
fn texts_are_in_both_languages() {
    const TEXTS: [&str; 13] = [
        "title",
        "note",
        "issuer",
        "name",
        "group",
        "derivation",
        "from",
        "at",
        "text",
        "event",
        "statement",
        "reason",
        "summary",
    ];
    for plan in PLANS {
        objects(&plan.json(), &mut |object| {
            for key in TEXTS {
                let Some(text) = object.get(key) else {
                    continue;
                };
                for language in ["zh", "en"] {
                    let words = text
                        .get(language)
                        .and_then(Value::as_str)
                        .unwrap_or_default();
                    assert!(
                        !words.is_empty(),
                        "{}: no {language} in {key}: {text}",
                        plan.id
                    );
                }
            }
        });
    }
}

#[test]
fn the_list_of_plans_is_true() {
    let list: Value = serde_json::from_str(include_str!("../../public/plans/index.json")).unwrap();
    let listed = list["plans"].as_array().unwrap();
    assert_eq!(listed.len(), PLANS.len());
    for (entry, plan) in listed.iter().zip(PLANS) {
        let json = plan.json();
        assert_eq!(entry["id"], plan.id);
        assert_eq!(entry["file"], format!("{}.json", plan.id));
        assert_eq!(entry["title"], json["title"], "{}", plan.id);
        assert_eq!(entry["period"], json["period"], "{}", plan.id);
        assert_eq!(entry["issuer"], json["sources"][0]["issuer"], "{}", plan.id);
        for part in ["targets", "indicators", "assumptions"] {
            let count = json[part].as_array().unwrap().len();
            assert_eq!(entry[part], count, "{part} of {}", plan.id);
        }
    }
}
