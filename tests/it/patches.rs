//! Changes to a plan text leave everything else as its author wrote it.

use attain::engine::json::{Document, Patch, Path, Step};
use proptest::prelude::*;
use serde_json::{Value, json};

const COMPLETE: &str = include_str!("fixtures/complete.json");

/// A path as text: keys and positions between slashes.
fn path(text: &str) -> Path {
    let steps = text.split('/').filter(|step| !step.is_empty());
    Path(
        steps
            .map(|step| {
                step.parse()
                    .map_or_else(|_| Step::Key(step.to_owned()), Step::Index)
            })
            .collect(),
    )
}

/// A value to be put in, as a document of its own.
fn new(value: &Value) -> Document {
    Document::read(&value.to_string()).0
}

#[track_caller]
fn check(text: &str, patch: impl Fn(&Document) -> Option<Patch>, expected: &str) {
    let document = Document::read(text).0;
    let patch = patch(&document).expect("a place to patch");
    assert_eq!(patch.apply(text), expected);
}

#[test]
fn replace_touches_nothing_else() {
    check(
        "{ \"b\": 1,\n\n  \"x-mine\":{\"k\":[1 ,2]} ,\"a\" : [ 1, {\"c\":2} ] }",
        |document| document.replace(&path("a/1/c"), &new(&json!("新"))),
        "{ \"b\": 1,\n\n  \"x-mine\":{\"k\":[1 ,2]} ,\"a\" : [ 1, {\"c\":\"新\"} ] }",
    );
}

#[test]
fn set_replaces_or_adds() {
    let set = |document: &Document| document.set(&path("s"), "va", &new(&json!(4)));
    check(r#"{"s":{"va":7,"g":1}}"#, set, r#"{"s":{"va":4,"g":1}}"#);
    check(r#"{"s":{"g":1}}"#, set, r#"{"s":{"g":1,"va": 4}}"#);
    check(
        r#"{ "s": { "g": 1 } }"#,
        set,
        r#"{ "s": { "g": 1, "va": 4 } }"#,
    );
    check(r#"{ "s": {} }"#, set, "{ \"s\": { \"va\": 4 } }");
    check(
        "{\n\t\"s\": {\n\t\t\"g\": 1\n\t}\n}",
        set,
        "{\n\t\"s\": {\n\t\t\"g\": 1,\n\t\t\"va\": 4\n\t}\n}",
    );
    check(
        "{\r\n  \"s\": {\r\n    \"g\": 1\r\n  }\r\n}",
        set,
        "{\r\n  \"s\": {\r\n    \"g\": 1,\r\n    \"va\": 4\r\n  }\r\n}",
    );
    check(r#"{"s":{"va":1,"va":2}}"#, set, r#"{"s":{"va":1,"va":4}}"#);
}

#[test]
fn push_follows_the_neighbours() {
    let push = |document: &Document| {
        let value = json!({"id": "b", "set": {"g": 4}});
        document.push(&path("scenarios"), &new(&value))
    };
    let new = r#"{ "id": "b", "set": { "g": 4 } }"#;
    check(
        r#"{ "scenarios": [] }"#,
        push,
        &format!(r#"{{ "scenarios": [{new}] }}"#),
    );
    check(
        r#"{ "scenarios": [1, 2] }"#,
        push,
        &format!(r#"{{ "scenarios": [1, 2, {new}] }}"#),
    );
    check(
        "{\n    \"scenarios\": [\n        { \"id\": \"a\" }\n    ]\n}\n",
        push,
        &format!(
            "{{\n    \"scenarios\": [\n        {{ \"id\": \"a\" }},\n        {new}\n    ]\n}}\n"
        ),
    );
}

#[test]
fn long_values_are_broken_into_lines() {
    let long = json!({"id": "b", "reason": "理".repeat(100), "set": {"g": 4}});
    let reason = "理".repeat(100);
    check(
        "{\n  \"scenarios\": [\n    {}\n  ]\n}",
        |document| document.push(&path("scenarios"), &new(&long)),
        &format!(
            "{{\n  \"scenarios\": [\n    {{}},\n    {{\n      \"id\": \"b\",\n      \"reason\": \"{reason}\",\n      \"set\": {{ \"g\": 4 }}\n    }}\n  ]\n}}"
        ),
    );
}

#[test]
fn remove_takes_one_comma() {
    let text = "{\n  \"a\": 1,\n  \"b\": [1, 2, 3],\n  \"c\": {}\n}";
    let remove = |at: &'static str| move |document: &Document| document.remove(&path(at));
    check(text, remove("a"), "{\n  \"b\": [1, 2, 3],\n  \"c\": {}\n}");
    check(text, remove("b"), "{\n  \"a\": 1,\n  \"c\": {}\n}");
    check(text, remove("c"), "{\n  \"a\": 1,\n  \"b\": [1, 2, 3]\n}");
    check(
        text,
        remove("b/0"),
        "{\n  \"a\": 1,\n  \"b\": [2, 3],\n  \"c\": {}\n}",
    );
    check(
        text,
        remove("b/1"),
        "{\n  \"a\": 1,\n  \"b\": [1, 3],\n  \"c\": {}\n}",
    );
    check("{ \"a\": [ 1 ] }", remove("a/0"), "{ \"a\": [] }");
}

#[test]
fn there_is_no_patch_without_a_place() {
    let document = Document::read("{ \"a\": [1], \"b\": 2 }").0;
    assert_eq!(document.replace(&path("c"), &new(&json!(1))), None);
    assert_eq!(document.set(&path("a"), "x", &new(&json!(1))), None);
    assert_eq!(document.set(&path("a/7"), "x", &new(&json!(1))), None);
    assert_eq!(document.push(&path("b"), &new(&json!(1))), None);
    assert_eq!(document.remove(&path("a/1")), None);
    assert_eq!(document.remove(&path("c")), None);
    assert_eq!(document.remove(&Path::default()), None);
    assert_eq!(
        Document::read("{")
            .0
            .replace(&Path::default(), &new(&json!(1))),
        None
    );
}

/// Every path of a document.
fn paths(value: &Value, here: &Path, all: &mut Vec<Path>) {
    all.push(here.clone());
    match value {
        Value::Object(entries) => entries
            .iter()
            .for_each(|(key, value)| paths(value, &here.clone().key(key), all)),
        Value::Array(elements) => {
            elements
                .iter()
                .enumerate()
                .for_each(|(at, value)| paths(value, &here.clone().index(at), all));
        }
        _ => {}
    }
}

/// The value at a path, to be changed.
fn value_at<'a>(value: &'a mut Value, path: &[Step]) -> &'a mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key],
        Step::Index(at) => &mut value[at],
    })
}

proptest! {
    /// A patch of the text means what the same change of the parsed value does.
    #[test]
    fn patches_mean_what_they_say(which in any::<prop::sample::Index>(), action in 0..4, put in prop::sample::select(vec![json!(null), json!("引\"号\n"), json!([1, [], {}]), json!({"a": {"b": 1.5}})])) {
        let document = Document::read(COMPLETE).0;
        let mut value: Value = serde_json::from_str(COMPLETE).unwrap();
        let mut all = Vec::new();
        paths(&value, &Path::default(), &mut all);
        let path = which.get(&all);
        let patch = match action {
            0 => document.replace(path, &new(&put)),
            1 => document.set(path, "new key", &new(&put)),
            2 => document.push(path, &new(&put)),
            _ => document.remove(path),
        };
        let target = value_at(&mut value, &path.0);
        match (action, target) {
            (0, target) => *target = put,
            (1, Value::Object(entries)) => { entries.insert("new key".into(), put); }
            (2, Value::Array(elements)) => elements.push(put),
            (3, _) if !path.0.is_empty() => {
                let (last, parent) = path.0.split_last().unwrap();
                match (value_at(&mut value, parent), last) {
                    (Value::Object(entries), Step::Key(key)) => { entries.shift_remove(key); }
                    (Value::Array(elements), Step::Index(at)) => { elements.remove(*at); }
                    _ => unreachable!(),
                }
            }
            _ => {
                prop_assert_eq!(patch, None);
                return Ok(());
            }
        }
        let patched = patch.unwrap().apply(COMPLETE);
        let found: Value = serde_json::from_str(&patched).unwrap();
        prop_assert_eq!(found, value);
    }
}
