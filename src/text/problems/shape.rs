//! What may stand in a place of a plan, in words.

use super::either;
use crate::engine::json::JsonKind;
use crate::engine::lang::Lang;
use crate::engine::plan::format::{Choice, Field, Shape};

/// What may stand in a place.
pub(super) fn expected(shape: &Shape, lang: Lang) -> String {
    let pick = |zh: &'static str, en: &'static str| lang.pick(zh, en).to_owned();
    match shape {
        Shape::Text => pick("文字（可按语言分写）", "a text (by language if you like)"),
        Shape::Line => pick("文字", "a text"),
        Shape::Name | Shape::Label | Shape::Reference => pick("标识（文字）", "an id (a text)"),
        Shape::Number => pick("数", "a number"),
        Shape::Positive => pick("大于 0 的数", "a number above 0"),
        Shape::Format => pick("格式版本（数）", "the number of the format"),
        Shape::Year => pick("年份", "a year"),
        Shape::Date => pick("日期（文字）", "a date (a text)"),
        Shape::Formula => pick("公式（文字）", "a formula (a text)"),
        Shape::Unit => pick("单位（文字）", "a unit (a text)"),
        Shape::PriceBasis => pick("价格口径（文字）", "a price basis (a text)"),
        Shape::Word(choices) => {
            let words: Vec<_> = choices.iter().map(|choice| choice.word).collect();
            format!(
                "{} {}",
                lang.pick("词语", "one of the words"),
                either(&words, lang)
            )
        }
        Shape::No => pick("false", "false"),
        Shape::Null => pick("null", "null"),
        Shape::List(_, item) => match (lang, item) {
            (Lang::Zh, Shape::Object(_)) => "对象的列表".to_owned(),
            (Lang::En, Shape::Object(_)) => "a list of objects".to_owned(),
            (Lang::Zh, item) => format!("{}的列表", expected(item, lang)),
            (Lang::En, item) => format!("a list, each entry {}", expected(item, lang)),
        },
        Shape::Tuple(items) => match lang {
            Lang::Zh => format!(" {} 项的列表", items.len()),
            Lang::En => format!("a list of {}", items.len()),
        },
        Shape::OneOrMore(item) => match lang {
            Lang::Zh => format!("{}，或其列表", expected(item, lang)),
            Lang::En => format!("{}, or a list of them", expected(item, lang)),
        },
        Shape::Object(_) | Shape::Map(_) | Shape::Codes(_) => pick("对象 {…}", "an object {…}"),
        Shape::Table(item) => match lang {
            Lang::Zh => format!("{}，或按年份、成员的表", expected(item, lang)),
            Lang::En => format!("{}, or a table by year or member", expected(item, lang)),
        },
        Shape::ByYear(item) => match lang {
            Lang::Zh => format!("{}，或按年份的表", expected(item, lang)),
            Lang::En => format!("{}, or a table by year", expected(item, lang)),
        },
        Shape::ByMember(item) => match lang {
            Lang::Zh => format!("{}，或按成员的表", expected(item, lang)),
            Lang::En => format!("{}, or a table by member", expected(item, lang)),
        },
        Shape::Years(_) => pick("按年份的表", "a table by year"),
        Shape::Either(shapes) => {
            let words: Vec<_> = shapes.iter().map(|shape| expected(shape, lang)).collect();
            either(&words, lang)
        }
    }
}

/// What stands in a place.
pub(super) fn found(kind: JsonKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        JsonKind::Null => (" null", "null"),
        JsonKind::Bool => ("真假值", "true or false"),
        JsonKind::Number => ("数", "a number"),
        JsonKind::Text => ("文字", "a text"),
        JsonKind::List => ("列表", "a list"),
        JsonKind::Object => ("对象", "an object"),
    };
    lang.pick(zh, en)
}

/// How to make something else what may stand in a field.
pub(super) fn remedy(shape: &Shape, found: JsonKind, field: &Field, lang: Lang) -> String {
    let takes = |kind| shape.takes(kind);
    let (zh, en) = match found {
        JsonKind::Text if takes(JsonKind::Number) && !takes(JsonKind::Object) => {
            ("数不加引号", "Write numbers without quotation marks")
        }
        JsonKind::Number if takes(JsonKind::Text) => (
            "用半角双引号 \" 括起来",
            "Put it between straight double quotation marks \"",
        ),
        JsonKind::Object | JsonKind::Text if matches!(shape, Shape::List(..)) => {
            ("用方括号括起来：[…]", "Put it between square brackets: […]")
        }
        _ => return about(field, lang),
    };
    with_example(lang.pick(zh, en), field, lang)
}

/// What a field says, with an example.
pub(super) fn about(field: &Field, lang: Lang) -> String {
    with_example(field.about.get(lang), field, lang)
}

fn with_example(help: &str, field: &Field, lang: Lang) -> String {
    let Some(example) = field.example.or(usual_example(&field.shape)) else {
        return help.to_owned();
    };
    match lang {
        Lang::Zh => format!("{help}。例如 \"{}\": {example}", field.key),
        Lang::En => format!("{help}. For example \"{}\": {example}", field.key),
    }
}

fn usual_example(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Text => Some(r#"{ "zh": "…", "en": "…" }"#),
        Shape::Line => Some(r#""…""#),
        Shape::List(_, Shape::Object(_)) => Some("[{ … }, { … }]"),
        _ => None,
    }
}

/// The codes that may stand in a place, or the one probably meant.
pub(super) fn codes(groups: &[&[Choice]], suggestion: Option<&Choice>, lang: Lang) -> String {
    match (suggestion, lang) {
        (Some(code), Lang::Zh) => format!("是否想写 {}（{}）", code.word, code.about.zh),
        (Some(code), Lang::En) => format!("Did you mean {} ({})?", code.word, code.about.en),
        (None, _) => {
            let codes: Vec<&str> = groups
                .iter()
                .copied()
                .flatten()
                .map(|code| code.word)
                .collect();
            let codes = either(&codes, lang);
            match lang {
                Lang::Zh => format!("可写 {codes}"),
                Lang::En => format!("Possible are {codes}"),
            }
        }
    }
}

/// The words that may stand in a place, with their meanings.
pub(super) fn choices(choices: &[Choice], suggestion: Option<&str>, lang: Lang) -> String {
    let words: Vec<_> = choices
        .iter()
        .map(|choice| match lang {
            Lang::Zh => format!("{}（{}）", choice.word, choice.about.zh),
            Lang::En => format!("{} ({})", choice.word, choice.about.en),
        })
        .collect();
    let words = either(&words, lang);
    match (suggestion, lang) {
        (Some(word), Lang::Zh) => format!("是否想写“{word}”。可写 {words}"),
        (Some(word), Lang::En) => format!("Did you mean “{word}”? Possible are {words}"),
        (None, Lang::Zh) => format!("可写 {words}"),
        (None, Lang::En) => format!("Possible are {words}"),
    }
}
