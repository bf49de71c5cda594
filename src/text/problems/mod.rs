//! Problems in words: what is wrong, what to do about it, and where, for any [`Diagnostic`](crate::engine::diagnostic).
//!
//! One module per step that finds problems, one function per language in it.

mod file;
mod formula;
mod json;
mod model;
mod place;
mod plan;
mod shape;
mod unit;

pub use file::{NoText, no_text};
pub use place::{Place, kind as item_kind, place};

use crate::engine::diagnostic::{Problem, Severity};
use crate::engine::lang::{Lang, Words};

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub text: String,
    /// The way out, where one is known.
    pub help: Option<String>,
}

impl Message {
    /// What is wrong and the way out.
    fn new(text: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            help: Some(help.into()),
        }
    }
}

/// A problem in words.
pub fn message(problem: &Problem, lang: Lang) -> Message {
    match problem {
        Problem::Json(problem) => json::message(problem, lang),
        Problem::Plan(problem) => plan::message(problem, lang),
        Problem::Formula(problem) => formula::message(problem, lang),
        Problem::Unit(problem) => unit::message(problem, lang),
        Problem::Model(problem) => model::message(problem, lang),
    }
}

/// How bad a problem is, in a word.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    let words = match severity {
        Severity::Error => Words {
            zh: "错误",
            en: "Error",
        },
        Severity::Warning => Words {
            zh: "警告",
            en: "Warning",
        },
        Severity::Notice => Words {
            zh: "提示",
            en: "Note",
        },
    };
    words.get(lang)
}

/// A number as its author would write it: in full, unless it is very large or very small.
fn as_written(number: f64) -> String {
    let size = number.abs();
    if number == 0.0 || (1e-6..1e15).contains(&size) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

/// Words in a row: “a、b 或 c”, “a, b or c”.
fn either<T: AsRef<str>>(words: &[T], lang: Lang) -> String {
    let comma = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [rest @ .., before, last] => {
            let mut row = rest
                .iter()
                .fold(String::new(), |row, word| row + word + comma);
            row.push_str(before);
            row.push_str(match lang {
                Lang::Zh if before.ends_with(is_latin) => " 或",
                Lang::Zh => "或",
                Lang::En => " or",
            });
            row.push_str(if lang == Lang::En || last.starts_with(is_latin) {
                " "
            } else {
                ""
            });
            row + last
        }
        _ => words.concat(),
    }
}

/// Whether a character wants a space between itself and Chinese.
fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric()
}
