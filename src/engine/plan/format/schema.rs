//! The format as a JSON Schema (draft 2020-12), for the completion and checks of editors.
//!
//! Says what a schema can say; what concerns values, several items or formulas only the reader knows.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Choice, DOCUMENT, FREE_PREFIX, Field, NEWEST, ObjectShape, Rule, Shape, YEARS};
use crate::engine::lang::Words;

/// A year as the key of a table.
const YEAR_KEY: &str = r"^(19\d\d|2[01]\d\d|2200)$";
/// Any other key of a table: a member, `*` or `all`.
const MEMBER_KEY: &str = r"^(?!\d+$)";
/// A date but for leap years.
const DATE: &str = concat!(
    r"^(19\d\d|2[01]\d\d|2200)(-(",
    r"(0[13578]|1[02])(-(0[1-9]|[12]\d|3[01]))?",
    r"|(0[469]|11)(-(0[1-9]|[12]\d|30))?",
    r"|02(-(0[1-9]|[12]\d))?",
    r"))?$"
);
const NAME: &str = r"^(?!(and|or|not|year|all|value)$)[\p{Alphabetic}_][\p{Alphabetic}\p{N}_]*$";
const LABEL: &str = r"^[\p{Alphabetic}\p{N}_][\p{Alphabetic}\p{N}_.-]*$";
const NOT_BLANK: &str = r"\S";

/// The schema of a plan file.
pub fn schema() -> Value {
    let mut objects = BTreeMap::new();
    let document = of(&DOCUMENT.shape, &mut objects);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": both(DOCUMENT.about),
    });
    merge(&mut schema, document);
    let definitions: Map<String, Value> = objects
        .into_iter()
        .map(|(name, definition)| (name.to_owned(), definition))
        .collect();
    merge(&mut schema, json!({ "$defs": definitions }));
    schema
}

/// Definitions of objects by name.
type Objects = BTreeMap<&'static str, Value>;

fn of(shape: &'static Shape, objects: &mut Objects) -> Value {
    match shape {
        Shape::Text => {
            let by_language = of_object(&super::BY_LANGUAGE, objects);
            let either = json!({ "anyOf": [text(NOT_BLANK), by_language] });
            objects.insert("text", either);
            reference("text")
        }
        Shape::Line | Shape::Reference | Shape::Formula | Shape::Unit => text(NOT_BLANK),
        Shape::Name => text(NAME),
        Shape::Label => text(LABEL),
        Shape::Date => text(DATE),
        Shape::Number => json!({ "type": "number" }),
        Shape::Positive => json!({ "type": "number", "exclusiveMinimum": 0 }),
        Shape::Format => json!({ "const": NEWEST }),
        Shape::Year => {
            json!({ "type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end() })
        }
        Shape::PriceBasis => {
            json!({ "anyOf": [{ "enum": ["current", "comparable"] }, text(YEAR_KEY)] })
        }
        Shape::Word(choices) => {
            let words = choices.iter();
            let words = words
                .map(|choice| json!({ "const": choice.word, "description": both(choice.about) }));
            json!({ "oneOf": words.collect::<Vec<_>>() })
        }
        Shape::No => json!({ "const": false }),
        Shape::Null => json!({ "type": "null" }),
        Shape::List(least, item) => {
            json!({ "type": "array", "items": of(item, objects), "minItems": least })
        }
        Shape::Tuple(items) => {
            let each: Vec<Value> = items.iter().map(|item| of(item, objects)).collect();
            let length = items.len();
            json!({ "type": "array", "prefixItems": each, "minItems": length, "maxItems": length })
        }
        Shape::OneOrMore(item) => {
            let item = of(item, objects);
            json!({ "anyOf": [item, { "type": "array", "items": item }] })
        }
        Shape::Object(object) => of_object(object, objects),
        Shape::Map(item) => json!({ "type": "object", "additionalProperties": of(item, objects) }),
        Shape::Codes(groups) => {
            let reason = of(&Shape::Text, objects);
            let property = |code: &Choice| {
                let mut property = json!({ "description": both(code.about) });
                merge(&mut property, reason.clone());
                (code.word.to_owned(), property)
            };
            let codes: Map<String, Value> =
                groups.iter().copied().flatten().map(property).collect();
            json!({ "type": "object", "properties": codes, "additionalProperties": false })
        }
        Shape::Years(item) => keyed(YEAR_KEY, &of(item, objects)),
        Shape::ByYear(item) => {
            let item = of(item, objects);
            json!({ "anyOf": [item, keyed(YEAR_KEY, &item)] })
        }
        Shape::ByMember(item) => {
            let item = of(item, objects);
            json!({ "anyOf": [item, keyed(MEMBER_KEY, &item)] })
        }
        Shape::Table(item) => {
            let item = of(item, objects);
            let years = keyed(YEAR_KEY, &item);
            let members = keyed(MEMBER_KEY, &json!({ "anyOf": [item, years] }));
            json!({ "anyOf": [item, years, members] })
        }
        Shape::Either(shapes) => {
            let shapes: Vec<Value> = shapes.iter().map(|shape| of(shape, objects)).collect();
            json!({ "anyOf": shapes })
        }
    }
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A table with keys of one kind.
fn keyed(pattern: &str, item: &Value) -> Value {
    json!({
        "type": "object",
        "patternProperties": { pattern: item },
        "additionalProperties": false,
        "minProperties": 1,
    })
}

/// A reference to the definition of an object, which is made if there is none yet.
fn of_object(object: &'static ObjectShape, objects: &mut Objects) -> Value {
    if !objects.contains_key(object.name) {
        objects.insert(object.name, Value::Null);
        let definition = definition(object, objects);
        objects.insert(object.name, definition);
    }
    reference(object.name)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn definition(object: &'static ObjectShape, objects: &mut Objects) -> Value {
    let properties: Map<String, Value> = object
        .fields
        .iter()
        .map(|field| (field.key.to_owned(), property(field, objects)))
        .collect();
    let required = object.fields.iter().filter(|field| field.required);
    let required: Vec<&str> = required.map(|field| field.key).collect();
    let mut definition = json!({
        "description": both(object.about),
        "type": "object",
        "properties": properties,
        "patternProperties": { format!("^{FREE_PREFIX}"): true },
        "additionalProperties": false,
    });
    if !required.is_empty() {
        merge(&mut definition, json!({ "required": required }));
    }
    let rules: Vec<Value> = object.rules.iter().map(rule).collect();
    if !rules.is_empty() {
        merge(&mut definition, json!({ "allOf": rules }));
    }
    definition
}

fn property(field: &'static Field, objects: &mut Objects) -> Value {
    let mut property = json!({ "description": both(field.about) });
    merge(&mut property, of(&field.shape, objects));
    let example = field.example.map(serde_json::from_str::<Value>);
    if let Some(Ok(example)) = example {
        merge(&mut property, json!({ "examples": [example] }));
    }
    property
}

fn rule(rule: &Rule) -> Value {
    match rule {
        Rule::Some(keys) => any_of(keys),
        Rule::OneAtMost(keys) => {
            let mut without: Map<String, Value> = Map::new();
            let mut later = *keys;
            while let [first, rest @ ..] = later {
                if !rest.is_empty() {
                    without.insert((*first).to_owned(), json!({ "not": any_of(rest) }));
                }
                later = rest;
            }
            json!({ "dependentSchemas": without })
        }
        Rule::Needs(field, needs) => json!({ "dependentSchemas": { *field: any_of(needs) } }),
        Rule::Idle(field, needs) => json!({ "dependentRequired": { *field: [needs] } }),
        Rule::Excludes(field, others) => {
            json!({ "dependentSchemas": { *field: { "not": any_of(others) } } })
        }
    }
}

/// Has any of these keys.
fn any_of(keys: &[&str]) -> Value {
    let keys: Vec<Value> = keys
        .iter()
        .map(|key| json!({ "required": [key] }))
        .collect();
    json!({ "anyOf": keys })
}

fn both(words: Words) -> String {
    format!("{}\n{}", words.en, words.zh)
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}
