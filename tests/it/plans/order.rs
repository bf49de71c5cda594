//! The files read well: every object has its fields in the order the format lists them, and items of one heading stand
//! together.

use attain::engine::json::{Document, Node, Value};
use attain::engine::plan::format::{BY_LANGUAGE, DOCUMENT, ObjectShape, Shape};

use super::PLANS;

#[test]
fn fields_stand_in_the_order_of_the_format() {
    for plan in PLANS {
        let (document, problems) = Document::read(plan.text);
        assert!(problems.is_empty(), "{}: {problems:?}", plan.id);
        in_order(document.root().unwrap(), &DOCUMENT.shape, plan.id);
    }
}

#[test]
fn headings_are_not_scattered() {
    for plan in PLANS {
        let json = plan.json();
        for list in ["assumptions", "indicators"] {
            let items = json[list].as_array().unwrap();
            let mut headings: Vec<_> = items.iter().map(|item| item["group"].to_string()).collect();
            headings.dedup();
            let n_runs = headings.len();
            headings.sort();
            headings.dedup();
            assert_eq!(n_runs, headings.len(), "{list} of {}", plan.id);
        }
    }
}

/// A target stands under a heading of its own only where no indicator has that heading.
#[test]
fn targets_share_the_headings_of_indicators() {
    for plan in PLANS {
        let json = plan.json();
        let indicators = json["indicators"].as_array().unwrap();
        let headings: Vec<_> = indicators.iter().map(|item| &item["group"]).collect();
        for target in json["targets"].as_array().unwrap() {
            let Some(group) = target.get("group") else {
                continue;
            };
            let is_alike = |heading: &&&serde_json::Value| {
                heading["zh"] == group["zh"] || heading["en"] == group["en"]
            };
            if let Some(heading) = headings.iter().find(is_alike) {
                assert_eq!(**heading, *group, "{}: {}", plan.id, target["id"]);
            }
        }
    }
}

fn in_order(node: &Node, shape: &'static Shape, place: &str) {
    match (&node.value, shape) {
        (Value::Object(_), Shape::Text) => fields_in_order(node, &BY_LANGUAGE, place),
        (Value::Object(_), Shape::Object(object)) => fields_in_order(node, object, place),
        (Value::Object(_), Shape::Either(shapes)) => {
            let shape = shapes.iter().find(|shape| shape.is_itself(node));
            in_order(node, shape.unwrap(), place);
        }
        (
            Value::Object(entries),
            Shape::Table(item) | Shape::ByYear(item) | Shape::ByMember(item),
        ) => {
            if item.is_itself(node) {
                in_order(node, item, place);
            } else {
                for entry in entries {
                    in_order(&entry.value, shape, place);
                }
            }
        }
        (Value::Object(entries), Shape::Map(item)) => {
            for entry in entries {
                in_order(&entry.value, item, place);
            }
        }
        (Value::Object(_), Shape::OneOrMore(item)) => in_order(node, item, place),
        (Value::List(elements), Shape::List(_, item) | Shape::OneOrMore(item)) => {
            for element in elements {
                in_order(element, item, place);
            }
        }
        _ => {}
    }
}

fn fields_in_order(node: &Node, object: &'static ObjectShape, place: &str) {
    let id = node.get("id").and_then(Node::text);
    let place = id.map_or_else(|| place.to_owned(), |id| format!("{place} {id}"));
    let position = |key: &str| object.fields.iter().position(|field| field.key == key);
    let keys = node.entries().iter().map(|entry| entry.key.value.as_str());
    let keys: Vec<_> = keys.collect();
    assert!(
        keys.is_sorted_by_key(|key| position(key)),
        "{place}: {keys:?}"
    );
    for entry in node.entries() {
        let field = object.field(&entry.key.value).unwrap();
        in_order(&entry.value, &field.shape, &place);
    }
}
