//! Text → tree, over the `jsonc-parser` crate with all its leniencies off.

use std::borrow::Cow;
use std::collections::HashMap;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::lexical::{self, at, span};
use super::{Entry, JsonProblem, MAX_BYTES, Node, Value, recover};
use crate::engine::diagnostic::{Diagnostic, Span, Spanned};
use crate::engine::written::Escapes;

/// JSON as the standard has it (RFC 8259).
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The tree of a text; `None` where it has none, and then with everything that is wrong with it. Problems that leave the
/// tree whole (keys that stand twice, numbers too large) are reported beside it.
pub(super) fn parse(text: &str, problems: &mut Vec<Diagnostic>) -> Option<Node> {
    if text.len() > MAX_BYTES {
        let problem = JsonProblem::TooLarge {
            bytes: text.len(),
            limit: MAX_BYTES,
        };
        problems.push(at(problem, 0, 0));
        return None;
    }
    let stopped = match strict(text) {
        Ok(value) => return Some(node(value, text, problems)),
        Err(stopped) => stopped,
    };
    problems.extend(recover::problems(text));
    if problems.is_empty() {
        // Should the two ever disagree, a text without a tree is still not without a problem.
        let rest = text.get(stopped..).and_then(|rest| rest.chars().next());
        problems.push(at(
            JsonProblem::Unexpected(rest.unwrap_or(' ')),
            stopped,
            stopped,
        ));
    }
    None
}

/// The tree, or about where the parser stops.
fn strict(text: &str) -> Result<ast::Value<'_>, usize> {
    if !lexical::is_sound(text) {
        return Err(0);
    }
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed.value.ok_or(0),
        Err(error) => Err(error.range().start),
    }
}

fn node(value: ast::Value, text: &str, problems: &mut Vec<Diagnostic>) -> Node {
    let mut escapes = Escapes::default();
    let range = value.range();
    let span = span(range.start, range.end);
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => number(literal.value, span, problems),
        ast::Value::StringLit(literal) => {
            if let Cow::Owned(_) = literal.value {
                let raw = text.get(range.start + 1..range.end - 1);
                escapes = Escapes::of(raw.unwrap_or_default());
            }
            Value::Text(literal.value.into_owned())
        }
        ast::Value::Array(array) => {
            let elements = array.elements.into_iter();
            Value::List(
                elements
                    .map(|element| node(element, text, problems))
                    .collect(),
            )
        }
        ast::Value::Object(object) => Value::Object(entries(object.properties, text, problems)),
    };
    Node {
        span,
        value,
        escapes,
    }
}

fn number(text: &str, place: Span, problems: &mut Vec<Diagnostic>) -> Value {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Value::Number(number),
        _ => {
            let problem = JsonProblem::NumberTooLarge(text.to_owned());
            problems.push(at(problem, place.start as usize, place.end as usize));
            Value::Invalid
        }
    }
}

fn entries(
    properties: Vec<ast::ObjectProp>,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut first_places: HashMap<String, Span> = HashMap::with_capacity(properties.len());
    properties
        .into_iter()
        .map(|property| {
            let range = match &property.name {
                ast::ObjectPropName::String(name) => name.range,
                ast::ObjectPropName::Word(name) => name.range,
            };
            let key = Spanned {
                value: property.name.into_string(),
                span: span(range.start + 1, range.end - 1),
            };
            if let Some(&first) = first_places.get(&key.value) {
                let problem = JsonProblem::DuplicateKey {
                    key: key.value.clone(),
                    first,
                };
                problems.push(at(problem, range.start, range.end));
            } else {
                first_places.insert(key.value.clone(), key.span);
            }
            Entry {
                key,
                value: node(property.value, text, problems),
            }
        })
        .collect()
}
