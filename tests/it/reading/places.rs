//! Where things stand in the text.

use attain::engine::diagnostic::{Span, Spanned};
use attain::engine::json::{Document, Path};
use attain::engine::model::compile;
use attain::engine::plan::{Amount, Series, Table, read};

use super::{COMPLETE, quantity};

/// Texts know where they stand, between their quotation marks.
#[test]
fn spans_slice_the_text() {
    let reading = read(COMPLETE);
    let plan = reading.plan.expect("a plan");
    for id in plan
        .assumptions
        .iter()
        .map(|item| &item.id)
        .chain(plan.targets.iter().map(|item| &item.id))
    {
        assert_eq!(&COMPLETE[id.span.range()], id.value);
    }
    let quantity = quantity(&plan, "a1-5");
    let Table::Whole(Series::One(Amount::Number(Spanned { span, .. }))) = quantity.threshold else {
        panic!()
    };
    assert_eq!(&COMPLETE[span.range()], "150");
    assert_eq!(
        reading.document.path_to(span).to_string(),
        "targets[0].at_least"
    );
}

#[test]
fn places_count_characters_from_one() {
    let text = "{\r\n  \"title\": \"平湖\", \"id\": [1,\n 2]\n}";
    let document = Document::read(text).0;
    let place = |needle: &str| {
        let start = text.find(needle).unwrap() as u32;
        let place = document.locate(Span {
            start,
            end: start + needle.len() as u32,
        });
        (place.path.to_string(), place.line, place.column)
    };
    assert_eq!(place("title"), ("title".into(), 2, 4));
    assert_eq!(place("湖"), ("title".into(), 2, 14));
    assert_eq!(place("id"), ("id".into(), 2, 19));
    assert_eq!(place("1"), ("id[0]".into(), 2, 25));
    assert_eq!(place("2]"), ("id".into(), 3, 2));
    assert_eq!(place("2"), ("id[1]".into(), 3, 2));
    assert_eq!(place("{"), (String::new(), 1, 1));
    assert_eq!(place("}"), (String::new(), 4, 1));
}

#[test]
fn paths_read_well() {
    let path = Path::default()
        .key("targets")
        .index(3)
        .key("at_least")
        .key("2025");
    assert_eq!(path.to_string(), "targets[3].at_least.2025");
    let path = Path::default().key("观测 值").key("*").index(0).key("当湖");
    assert_eq!(path.to_string(), "[\"观测 值\"][\"*\"][0].当湖");
}

/// A part of a text with its escapes resolved is found in the text as written.
#[test]
fn places_inside_texts_with_escapes() {
    let text = r#"{ "of": "a\n + \u4e2d\u6587\ud83d\ude00 \" 值\/\\" }"#;
    let document = Document::read(text).0;
    let node = document.node(&Path::default().key("of")).unwrap();
    let whole = node.written().unwrap();
    assert_eq!(whole.value, "a\n + 中文😀 \" 值/\\");
    let part = |needle: &str| {
        let start = whole.value.find(needle).unwrap();
        start..start + needle.len()
    };
    let at = |needle: &str| &text[whole.part(part(needle)).range()];
    assert_eq!(at("a"), "a");
    assert_eq!(at("\n"), r"\n");
    assert_eq!(at("+ 中文"), r"+ \u4e2d\u6587");
    assert_eq!(at("文"), r"\u6587");
    assert_eq!(at("😀"), r"\ud83d\ude00");
    assert_eq!(at("\" 值"), r#"\" 值"#);
    assert_eq!(at("\\"), r"\\");
    assert_eq!(
        at(&whole.value),
        r#"a\n + \u4e2d\u6587\ud83d\ude00 \" 值\/\\"#
    );
    let end = whole.value.len();
    assert_eq!(text[whole.part(end..end).range()], *"");
    // A part of a part.
    let inner = whole.slice(part("文😀 \" 值"));
    let start = inner.value.find('"').unwrap();
    assert_eq!(
        &text[inner.part(start..inner.value.len()).range()],
        r#"\" 值"#
    );
    assert_eq!(&text[inner.span.range()], r#"\u6587\ud83d\ude00 \" 值"#);
}

/// A faulty word is pointed at where it is written, whatever escapes stand around it.
#[test]
fn problems_inside_texts_with_escapes() {
    let text = r#"{ "format": 1, "id": "p", "title": "t", "period": { "start": 2023, "end": 2024 },
        "units": [{ "symbol": "\u7bb1", "equals": "2\u0020\u4e07公倾" }],
        "indicators": [
            { "id": "a", "unit": "\u4e07\u5143\/公倾", "better": "higher", "formula": "1亿元" },
            { "id": "b", "unit": "\u4ebf\u5143", "better": "higher", "formula": "1\u4ebf元\n\t+ 5\u4ebf原 + nix" },
            { "id": "c", "unit": "\u4ebf\u5143", "better": "higher", "formula": "\u0062 +\n\t\u0062\u0062 + ) b" }
        ] }"#;
    let reading = read(text);
    assert_eq!(reading.diagnostics, []);
    let (_, found) = compile(&reading.plan.unwrap());
    let marked: Vec<&str> = found
        .iter()
        .map(|found| &text[found.span.range()])
        .collect();
    assert_eq!(marked, [r"\u4e07公倾", "公倾", ")", r"\u4ebf原", "nix"]);
}
