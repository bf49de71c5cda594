//! Text → tree, over the `jsonc-parser` crate with all its leniencies off.

use std::collections::HashMap;

use jsonc_parser::ast;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseResult, parse_to_ast};

use super::lexical::{self, at, span};
use super::{Entry, JsonProblem, Node, Value};
use crate::engine::diagnostic::{Diagnostic, Span, Spanned};

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

/// The tree of a text; `None` where it has none. Syntax ends at its first problem; problems that leave the tree whole
/// (keys that stand twice, numbers too large) are all reported.
pub(super) fn parse(text: &str, problems: &mut Vec<Diagnostic>) -> Option<Node> {
    if let Err(problem) = lexical::check(text) {
        problems.push(problem);
        return None;
    }
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(ParseResult {
            value: Some(value), ..
        }) => Some(node(value, problems)),
        Ok(_) => {
            problems.push(at(JsonProblem::Empty, 0, text.len()));
            None
        }
        Err(error) => {
            problems.push(syntax_problem(text, &error));
            None
        }
    }
}

fn node(value: ast::Value, problems: &mut Vec<Diagnostic>) -> Node {
    let place = |range: jsonc_parser::common::Range| span(range.start, range.end);
    match value {
        ast::Value::NullKeyword(null) => Node {
            span: place(null.range),
            value: Value::Null,
        },
        ast::Value::BooleanLit(literal) => Node {
            span: place(literal.range),
            value: Value::Bool(literal.value),
        },
        ast::Value::NumberLit(literal) => Node {
            span: place(literal.range),
            value: number(literal.value, place(literal.range), problems),
        },
        ast::Value::StringLit(literal) => Node {
            span: place(literal.range),
            value: Value::Text(literal.value.into_owned()),
        },
        ast::Value::Array(array) => Node {
            span: place(array.range),
            value: Value::List(
                array
                    .elements
                    .into_iter()
                    .map(|element| node(element, problems))
                    .collect(),
            ),
        },
        ast::Value::Object(object) => Node {
            span: place(object.range),
            value: Value::Object(entries(object.properties, problems)),
        },
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

fn entries(properties: Vec<ast::ObjectProp>, problems: &mut Vec<Diagnostic>) -> Vec<Entry> {
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
                value: node(property.value, problems),
            }
        })
        .collect()
}

fn syntax_problem(text: &str, error: &ParseError) -> Diagnostic {
    let range = error.range();
    let rest = text.get(range.start..).unwrap_or_default();
    let character = rest.chars().next().unwrap_or(' ');
    let word = || {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '.' | '_' | '$');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default().to_owned()
    };
    let after_zero = text
        .get(..range.start)
        .is_some_and(|before| before.ends_with('0'));
    let problem = match error.kind() {
        ParseErrorKind::TrailingCommasNotAllowed => JsonProblem::TrailingComma,
        ParseErrorKind::ExpectedComma if after_zero && character.is_ascii_digit() => {
            JsonProblem::BadNumber(format!("0{}", word()))
        }
        ParseErrorKind::ExpectedComma => JsonProblem::MissingComma,
        ParseErrorKind::ExpectedColonAfterObjectKey => JsonProblem::MissingColon,
        ParseErrorKind::ExpectedObjectValue => JsonProblem::MissingValue,
        ParseErrorKind::ExpectedStringObjectProperty => JsonProblem::UnquotedKey,
        ParseErrorKind::MultipleRootJsonValues => JsonProblem::SecondValue,
        ParseErrorKind::UnterminatedObject => JsonProblem::Unclosed('{'),
        ParseErrorKind::UnterminatedArray => JsonProblem::Unclosed('['),
        ParseErrorKind::String(_) => JsonProblem::BadEscape,
        ParseErrorKind::NestingDepthExceeded => JsonProblem::TooDeep {
            limit: super::MAX_DEPTH,
        },
        _ if character.is_alphabetic() => JsonProblem::UnknownWord(word()),
        _ if character.is_ascii_digit() || matches!(character, '+' | '-' | '.') => {
            JsonProblem::BadNumber(word())
        }
        _ => JsonProblem::Unexpected(character),
    };
    at(problem, range.start, range.end)
}
