//! Steps from one version of the kept value to the next. Each is pure, works on the text of its version, and stays for
//! ever, with a text of its version among the tests' fixtures. What a step does not change it passes on as it is
//! written, so that numbers keep their last bit.

use std::borrow::Cow;

use crate::engine::json::{Document, Node};

/// From one version to the next.
pub(super) type Step = fn(&str) -> String;

/// The first step leads from version 1 to version 2.
pub(super) const STEPS: &[Step] = &[ways_apart];

/// Version 2 keeps the ways back and forth apart, beginning with what is nearest, and of each step what it changes. Of
/// the steps of version 1, which were kept in full and in their order, that is everything.
fn ways_apart(text: &str) -> String {
    let (document, _) = Document::read(text);
    let root = document.root();
    // What is missing leaves a value that cannot be read, and so is told.
    let written = |node: Option<&Node>| {
        let text = node.and_then(|node| document.text().get(node.span.range()));
        text.unwrap_or("null")
    };
    let history = root.and_then(|root| root.get("history"));
    let of_history = |key| history.and_then(|history| history.get(key));
    let entries = of_history("entries")
        .map(Node::elements)
        .unwrap_or_default();
    let step = |entry: &Node| {
        let other = entry.get("edit").and_then(|edit| edit.get("other"));
        format!(r#"[{{"all":{}}}]"#, written(other))
    };
    let mut back: Vec<String> = entries.iter().map(step).collect();
    let index = of_history("index").and_then(Node::number).unwrap_or(0.0);
    let forth = back.split_off((index as usize).min(back.len()));
    back.reverse();
    format!(
        r#"{{"session":{},"history":{{"undo":[{}],"redo":[{}]}}}}"#,
        written(root.and_then(|root| root.get("session"))),
        back.join(","),
        forth.join(",")
    )
}

/// The version that a list of steps leads to.
pub(super) const fn version_after(steps: &[Step]) -> u32 {
    steps.len() as u32 + 1
}

/// Takes the text of a value of a version through the steps that are left.
pub(super) fn upgrade<'a>(text: &'a str, version: u32, steps: &[Step]) -> Cow<'a, str> {
    let done = version.saturating_sub(1) as usize;
    let left = steps.get(done..).unwrap_or_default();
    left.iter()
        .fold(text.into(), |text, step| step(&text).into())
}
