//! Texts that are no JSON: every problem is told at once, where it is, and nothing else is.

use std::time::{Duration, Instant};

use attain::engine::json::{Document, MAX_BYTES};
use attain::engine::lang::Lang;
use attain::engine::plan::read;
use attain::text::problems::message;
use proptest::prelude::*;

use crate::models::{SHIPPED, shipped};

const COMPLETE: &str = include_str!("fixtures/complete.json");

/// The problems of a text in the order of the text: what is marked, and what is said.
fn told(text: &str) -> Vec<String> {
    let reading = read(text);
    assert!(reading.document.root().is_none(), "{text} is JSON");
    let line = |found: &attain::engine::diagnostic::Diagnostic| {
        let marked = &text[found.span.range()];
        format!("‹{marked}› {}", message(&found.problem, Lang::En).text)
    };
    reading.diagnostics.iter().map(line).collect()
}

/// What a person writes, and all that is to be said about it.
const WRITTEN: &[(&str, &[&str])] = &[
    // Commas.
    (
        "{ \"a\": 1\n \"b\": 2 \"c\": [1 2, 3,] }",
        &[
            "‹› No comma between two entries",
            "‹› No comma between two entries",
            "‹› No comma between two entries",
            "‹,› Comma after the last entry",
        ],
    ),
    ("{ \"a\": 1,, \"b\": 2 }", &["‹,› Unexpected ,"]),
    (
        "{ , \"a\": [,1] }",
        &["‹,› Unexpected ,", "‹,› Unexpected ,"],
    ),
    (
        "{ \"a\": 12,000, \"b\": 1 }",
        &["‹12,000› “12,000” is no number"],
    ),
    ("{ \"a\": 1 },", &["‹,› Unexpected ,"]),
    // Colons and values.
    (
        "{ \"a\" 1, \"b\": , \"c\", \"d\": 1 }",
        &[
            "‹1› No colon after the key",
            "‹› No value after the key",
            "‹,› No colon after the key",
        ],
    ),
    (
        "{ \"a\":\n  \"b\": 1, \"c\": }",
        &["‹› No value after the key", "‹› No value after the key"],
    ),
    ("[1: 2]", &["‹:› Unexpected :"]),
    // Quotation marks.
    (
        "{ \"a\": \"x,\n \"b: 1,\n c\": 2,\n \"d\": e\", \"f\": 3,\n \"g\": \"h, \"i\": 4\n}",
        &[
            "‹\"x,› This text is not closed on its line",
            "‹\"b: 1,› This text is not closed on its line",
            "‹c› Key without quotation marks",
            "‹e› “e” without quotation marks",
            "‹\"h, \"› This text is not closed on its line",
        ],
    ),
    (
        "{ 'a': 'x', b: \"y\", “c”： “z” }",
        &[
            "‹'› Single quotation marks",
            "‹'› Single quotation marks",
            "‹b› Key without quotation marks",
            "‹“› “ is no straight quotation mark",
            "‹：› Full-width “：” outside quotation marks",
            "‹“› “ is no straight quotation mark",
        ],
    ),
    (
        "{ \"a\": \"say \"no\" twice\", \"b\": 1 2 }",
        &[
            "‹no› More text right behind a closing quotation mark",
            "‹› No comma between two entries",
        ],
    ),
    // Inside texts.
    (
        "{ \"a\": \"\\x\", \"b\": \"\\ud83d!\", \"c\": \"\t\", \"d\": \"\\u12\" }",
        &[
            "‹\\x› A backslash is followed by something it cannot be followed by",
            "‹\\ud83d› A backslash is followed by something it cannot be followed by",
            "‹\t› Tab inside a text",
            "‹\\u› A backslash is followed by something it cannot be followed by",
        ],
    ),
    // Words and numbers.
    (
        "[True, False, None, NaN, nix, 007, +1, .5, 5., 1e, 5%, 5亿元, -]",
        &[
            "‹True› JSON has no “True”",
            "‹False› JSON has no “False”",
            "‹None› JSON has no “None”",
            "‹NaN› JSON has no “NaN”",
            "‹nix› “nix” without quotation marks",
            "‹007› “007” is no number",
            "‹+1› “+1” is no number",
            "‹.5› “.5” is no number",
            "‹5.› “5.” is no number",
            "‹1e› “1e” is no number",
            "‹%› Unexpected %",
            "‹5亿元› “5亿元” is no number",
            "‹-› “-” is no number",
        ],
    ),
    // Comments.
    (
        "{ // one\n \"a\": 1, /* two\n \" */ \"b\" 2, # three \"\n \"c\": 3,\n}",
        &[
            "‹// one› JSON has no comments",
            "‹/* two\n \" */› JSON has no comments",
            "‹2› No colon after the key",
            "‹# three \"› JSON has no comments",
            "‹,› Comma after the last entry",
        ],
    ),
    // Brackets.
    (
        "{ \"a\": [1, 2, \"b\": { \"c\": 3 } }",
        &["‹[› The bracket [ is never closed"],
    ),
    (
        "{ \"a\": [ { \"b\": 1, { \"b\": 2 }, { \"b\": 3 } ] }",
        &["‹{› The bracket { is never closed"],
    ),
    (
        "{ \"a\": [ { \"b\": 1 }, \"b\": 2 }, { \"b\": 3 } ] }",
        &["‹\"› The opening bracket { is missing before this"],
    ),
    (
        "{ \"a\": { \"b\": 1 }, { \"b\": 2 }], \"c\": 1 2 }",
        &[
            "‹{› The opening bracket [ is missing before this",
            "‹› No comma between two entries",
        ],
    ),
    (
        "{ \"a\": 2023, 2027], \"b\": \"c\", \"d\"], \"e\": { \"f\": 1 }], \"g\" 2 }",
        &[
            "‹2› The opening bracket [ is missing before this",
            "‹\"› The opening bracket [ is missing before this",
            "‹{› The opening bracket [ is missing before this",
            "‹2› No colon after the key",
        ],
    ),
    (
        "{ \"a\": \"b\": 1 }, \"c\": 2 }",
        &["‹\"› The opening bracket { is missing before this"],
    ),
    (
        "\"a\": 1 }",
        &["‹\"› The opening bracket { is missing before this"],
    ),
    ("{ \"a\": [1, 2} }", &["‹}› Unexpected }"]),
    ("{ \"a\": 1 } }", &["‹}› Unexpected }"]),
    (
        "{ \"a\": 1 },\n \"b\": 2 3 }",
        &["‹}› Unexpected }", "‹› No comma between two entries"],
    ),
    ("{} {}", &["‹{› Something follows the end of the plan"]),
    (
        "{\n  \"a\": {\n    \"b\": 1,\n  \"c\": [\n    1\n  ]\n}\n",
        &["‹{› The bracket { is never closed"],
    ),
    (
        "{\n  \"a\": {\n    \"b\": [\n      1\n  },\n  \"c\": 2 3\n}\n",
        &[
            "‹[› The bracket [ is never closed",
            "‹› No comma between two entries",
        ],
    ),
    (
        "｛ \"a\": 【1】 ｝",
        &[
            "‹｛› Full-width “｛” outside quotation marks",
            "‹【› Full-width “【” outside quotation marks",
            "‹】› Full-width “】” outside quotation marks",
            "‹｝› Full-width “｝” outside quotation marks",
        ],
    ),
    // A bracket behind a lost quotation mark is not lost with it.
    (
        "{ \"a\": [\n { \"b: \"x\", \"c\": { \"d\": 1 } },\n { \"b\": 1 2 }\n] }",
        &[
            "‹\"b: \"› This text is not closed on its line",
            "‹› No comma between two entries",
        ],
    ),
];

#[test]
fn everything_is_told_once() {
    let wrong: Vec<_> = WRITTEN
        .iter()
        .map(|(text, expected)| (text, told(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// How far behind the damage the first problem may be told.
const NEAR: usize = 40;

/// Damages a plan, and holds that it is said where. Says whether it was damage at all.
fn is_told(text: &str, damage: usize) -> bool {
    let (document, found) = Document::read(text);
    if document.root().is_some() {
        return false;
    }
    let first = found.iter().map(|found| found.span.start).min();
    let first = first.expect("a problem") as usize;
    assert!(
        first <= damage + NEAR,
        "{found:?} behind {:?}",
        &text[text.floor_char_boundary(damage.saturating_sub(60))
            ..text.ceil_char_boundary((damage + 60).min(text.len()))]
    );
    assert!(found.len() < 70, "{}", found.len());
    assert!(
        found
            .iter()
            .all(|found| text.get(found.span.range()).is_some())
    );
    true
}

/// Places in a text, so many that all kinds of damage come up.
fn places(text: &str, every: usize) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().step_by(every)
}

#[test]
fn a_lost_character_is_told_where_it_was() {
    let mut n_told = 0;
    let plans = SHIPPED.map(|id| (shipped(id), 9973));
    for (plan, every) in plans.into_iter().chain([(COMPLETE.to_owned(), 7)]) {
        for (at, lost) in places(&plan, every) {
            let text = [&plan[..at], &plan[at + lost.len_utf8()..]].concat();
            n_told += usize::from(is_told(&text, at));
        }
    }
    assert!(n_told > 200, "{n_told}");
}

#[test]
fn a_lost_end_is_told() {
    let plans = SHIPPED.map(|id| (shipped(id), 9973));
    for (plan, every) in plans.into_iter().chain([(COMPLETE.to_owned(), 7)]) {
        let end = plan.trim_end().len();
        for (at, _) in places(&plan[..end], every) {
            assert!(is_told(&plan[..at], at), "{at}");
        }
    }
}

proptest! {
    /// Whatever the parser refuses, at least one problem is told, and no more than can be read.
    #[test]
    fn any_damage_is_told(text in r#"([\[\]{}:,"'\\0-9a-f “，/*#\n-]|true|"a"|: 1,|\{ "){0,40}"#) {
        let (document, found) = Document::read(&text);
        prop_assert_eq!(document.root().is_none(), serde_json::from_str::<serde_json::Value>(&text).is_err() && !found.is_empty());
        prop_assert!(found.len() <= 200);
        prop_assert!(found.iter().all(|found| text.get(found.span.range()).is_some()));
    }
}

/// Texts made to take long: what they repeat, and how often is up to their size.
const HOSTILE: &[&str] = &[
    "[",
    "{",
    "]",
    "}",
    "{\"a\":",
    "\"",
    "'",
    "\\'",
    "'\\'",
    "“",
    "“\\”",
    "\"\\\"",
    ",",
    ":",
    "/",
    "/*",
    "//",
    "#",
    "/*\n*/",
    "\"\n",
    "'\n",
    "1 ",
    "a ",
    "a",
    "True,",
    "\u{3000}",
    "， ",
    "[1 2],\n",
    "{ \"a\" 1 },\n",
    "\"a: \"b\"\n",
    "{ \"a: [\n",
    " \n",
    "-",
    "\\",
];

fn time_of(part: &str, bytes: usize) -> Duration {
    let mut text = part.repeat(bytes / part.len());
    text.push('!');
    let start = Instant::now();
    let (document, found) = Document::read(&text);
    assert!(
        document.root().is_none() && !found.is_empty() && found.len() <= 200,
        "{part}"
    );
    start.elapsed()
}

#[test]
fn hostile_texts_take_time_in_proportion() {
    for part in HOSTILE {
        let small = time_of(part, MAX_BYTES / 160);
        let large = time_of(part, MAX_BYTES / 10);
        let allowed = small * 80 + Duration::from_secs(1);
        assert!(large < allowed, "{part:?}: {small:?}, {large:?}");
    }
}
