//! The tables of the reference, made from the tables the code reads.

use attain::engine::formula::builtins::BUILTINS;
use attain::engine::formula::operators::OPERATORS;
use attain::engine::lang::Lang;
use attain::engine::plan::format::{Choice, DOCUMENT, Field, ObjectShape, Shape};

const BEGIN: &str = "<!-- table ";
const END: &str = "<!-- end -->";

/// A document with its tables as they should be.
pub fn filled(text: &str, lang: Lang) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (name, after) = after.split_once(" -->").expect("the name of a table ends");
        let (_, after) = after.split_once(END).expect("a table ends");
        let table = table(name, lang);
        filled += &[before, BEGIN, name, " -->\n", &table, END].concat();
        rest = after;
    }
    filled + rest
}

/// Every formula the tables show.
pub fn examples() -> impl Iterator<Item = &'static str> {
    let functions = BUILTINS.iter().map(|builtin| builtin.example);
    functions.chain(OPERATORS.iter().map(|operator| operator.example))
}

fn table(name: &str, lang: Lang) -> String {
    match name.split_once(' ') {
        Some(("fields", object)) => fields(object, lang),
        None if name == "functions" => functions(lang),
        None if name == "operators" => operators(lang),
        _ => panic!("no table is called {name}"),
    }
}

fn rows(heading: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let heading: Vec<String> = heading.iter().map(ToString::to_string).collect();
    let rule = vec!["---".to_owned(); heading.len()];
    let body: String = rows.map(|row| line(&row)).collect();
    line(&heading) + &line(&rule) + &body
}

fn functions(lang: Lang) -> String {
    let heading = lang.pick(
        ["函数", "含义", "单位", "例"],
        ["Function", "Meaning", "Units", "Example"],
    );
    rows(
        &heading,
        BUILTINS.iter().map(|builtin| {
            vec![
                code(&builtin.signature()),
                builtin.help.get(lang).to_owned(),
                builtin.units.help().get(lang).to_owned(),
                code(builtin.example),
            ]
        }),
    )
}

fn operators(lang: Lang) -> String {
    let heading = lang.pick(["运算符", "含义", "例"], ["Operator", "Meaning", "Example"]);
    rows(
        &heading,
        OPERATORS.iter().map(|operator| {
            vec![
                code(operator.symbol),
                operator.help.get(lang).to_owned(),
                code(operator.example),
            ]
        }),
    )
}

fn fields(name: &str, lang: Lang) -> String {
    let mut objects = Vec::new();
    collect(&DOCUMENT.shape, &mut objects);
    let object = objects.iter().find(|object| object.name == name);
    let object = object.unwrap_or_else(|| panic!("the format has no object called {name}"));
    let heading = lang.pick(
        ["字段", "可写", "含义", "例"],
        ["Field", "Takes", "Meaning", "Example"],
    );
    rows(&heading, object.fields.iter().map(|field| row(field, lang)))
}

fn row(field: &'static Field, lang: Lang) -> Vec<String> {
    let key = if field.required {
        format!("**`{}`**", field.key)
    } else {
        code(field.key)
    };
    let meaning = match &field.shape {
        Shape::Word(_) | Shape::Codes(_) => {
            let choices = choices(&field.shape).map(|choice| match lang {
                Lang::Zh => format!("`{}` {}", choice.word, choice.about.zh),
                Lang::En => format!("`{}`: {}", choice.word, choice.about.en),
            });
            let choices: Vec<String> = choices.collect();
            let about = field.about.get(lang);
            match lang {
                Lang::Zh => format!("{about}（{}）", choices.join("；")),
                Lang::En => format!("{about} ({})", choices.join("; ")),
            }
        }
        _ => field.about.get(lang).to_owned(),
    };
    vec![
        key,
        takes(&field.shape, lang),
        meaning,
        field.example.map(code).unwrap_or_default(),
    ]
}

/// The words a field knows.
fn choices(shape: &'static Shape) -> impl Iterator<Item = &'static Choice> {
    let groups: &[&[Choice]] = match shape {
        Shape::Word(choices) => std::slice::from_ref(choices),
        Shape::Codes(groups) => groups,
        _ => &[],
    };
    groups.iter().copied().flatten()
}

/// What may stand in a field, in short.
fn takes(shape: &Shape, lang: Lang) -> String {
    let of = |shape: &Shape| takes(shape, lang);
    let pick = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    match shape {
        Shape::Text => pick("文字，可分语言", "text, by language if you like"),
        Shape::Line => pick("文字", "text"),
        Shape::Name | Shape::Label => pick("标识", "id"),
        Shape::Reference => pick("标识（引用）", "id of something"),
        Shape::Number => pick("数", "number"),
        Shape::Positive => pick("正数", "number above zero"),
        Shape::Format => code("1"),
        Shape::Year => pick("年份", "year"),
        Shape::Date => pick("日期", "date"),
        Shape::Formula => pick("公式", "formula"),
        Shape::Unit => pick("单位", "unit"),
        Shape::PriceBasis => pick("价格口径", "price basis"),
        Shape::Word(_) => pick("词语", "word"),
        Shape::Codes(_) => pick("{代码: 文字}", "{code: text}"),
        Shape::No => code("false"),
        Shape::Null => code("null"),
        Shape::List(_, item) => match lang {
            Lang::Zh => format!("{}的列表", of(item)),
            Lang::En => format!("list of {}", of(item)),
        },
        Shape::Tuple(items) => {
            let items: Vec<String> = items.iter().map(of).collect();
            format!("[{}]", items.join(lang.pick("，", ", ")))
        }
        Shape::OneOrMore(item) => match lang {
            Lang::Zh => format!("{}，或其列表", of(item)),
            Lang::En => format!("{}, or a list of them", of(item)),
        },
        Shape::Object(object) => format!("[{0}](#{0})", object.name),
        Shape::Map(item) => match lang {
            Lang::Zh => format!("各键的{}", of(item)),
            Lang::En => format!("by key: {}", of(item)),
        },
        Shape::Table(item) => match lang {
            Lang::Zh => format!("{}，或其[表](#tables)", of(item)),
            Lang::En => format!("{}, or a [table](#tables) of them", of(item)),
        },
        Shape::ByYear(item) => match lang {
            Lang::Zh => format!("{}，或按年份", of(item)),
            Lang::En => format!("{}, or by year", of(item)),
        },
        Shape::ByMember(item) => match lang {
            Lang::Zh => format!("{}，或按成员", of(item)),
            Lang::En => format!("{}, or by member", of(item)),
        },
        Shape::Years(item) => match lang {
            Lang::Zh => format!("各年的{}", of(item)),
            Lang::En => format!("by year: {}", of(item)),
        },
        Shape::Either(shapes) => {
            let shapes: Vec<String> = shapes.iter().map(of).collect();
            shapes.join(lang.pick("或", " or "))
        }
    }
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// All objects of the format, outer ones first, each once.
fn collect(shape: &'static Shape, objects: &mut Vec<&'static ObjectShape>) {
    match shape {
        Shape::Object(object) if objects.iter().all(|known| known.name != object.name) => {
            objects.push(object);
            for field in object.fields {
                collect(&field.shape, objects);
            }
        }
        Shape::Tuple(items) => items.iter().for_each(|shape| collect(shape, objects)),
        Shape::List(_, item)
        | Shape::OneOrMore(item)
        | Shape::Map(item)
        | Shape::Table(item)
        | Shape::ByYear(item)
        | Shape::ByMember(item)
        | Shape::Years(item) => collect(item, objects),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| collect(shape, objects)),
        _ => {}
    }
}
