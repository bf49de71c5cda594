//! The document against the format: kinds of values, fields and their rules, words, the spelling of ids, years and
//! dates.

use super::{Problems, rules, spelling};
use crate::engine::json::{Entry, Node, Value};
use crate::engine::plan::PlanProblem;
use crate::engine::plan::format::{
    BY_LANGUAGE, Choice, DOCUMENT, FREE_PREFIX, Field, ObjectShape, Shape,
};
use crate::engine::suggest::nearest;

/// Reports everything in a document that is not as the format says.
pub(super) fn document(root: &Node, problems: &mut Problems) {
    value(root, &DOCUMENT.shape, &DOCUMENT, problems);
}

/// Reports everything in a value that is not as its shape says. The value is that of a field, or a part of it.
fn value(node: &Node, shape: &'static Shape, field: &'static Field, problems: &mut Problems) {
    let Some(found) = node.kind() else {
        return;
    };
    if !shape.takes(found) {
        let expected = shape;
        let problem = PlanProblem::WrongKind {
            expected,
            found,
            field,
        };
        problems.report(problem, node.span);
        return;
    }
    match (&node.value, shape) {
        (_, Shape::Either(shapes)) => {
            if let Some(shape) = shapes.iter().find(|shape| shape.takes(found)) {
                value(node, shape, field, problems);
            }
        }
        (Value::Object(_), Shape::Text) => fields(node, &BY_LANGUAGE, problems),
        (Value::Object(_), Shape::Object(object)) => fields(node, object, problems),
        (Value::Object(entries), Shape::Map(item)) => {
            for entry in entries {
                value(&entry.value, item, field, problems);
            }
        }
        (Value::Object(entries), Shape::Codes(allowed)) => {
            for entry in entries {
                if let Some(problem) = unknown_code(&entry.key.value, allowed) {
                    problems.report(problem, entry.key.span);
                }
                value(&entry.value, &Shape::Text, field, problems);
            }
        }
        (Value::Object(_), Shape::Table(item)) if !item.is_itself(node) => {
            table(node, item, field, problems);
        }
        (Value::Object(_), Shape::ByYear(item)) if !item.is_itself(node) => {
            years(node, item, field, problems);
        }
        (Value::Object(entries), Shape::ByMember(item)) if !item.is_itself(node) => {
            if entries.is_empty() {
                problems.report(PlanProblem::Empty { field }, node.span);
            }
            for entry in entries {
                if spelling::looks_like_year(&entry.key.value) {
                    problems.report(PlanProblem::YearsOutOfPlace, entry.key.span);
                }
                value(&entry.value, item, field, problems);
            }
        }
        (Value::Object(_), Shape::Years(item)) => years(node, item, field, problems),
        (Value::List(elements), Shape::Tuple(items)) => {
            let (expected, found) = (items.len(), elements.len());
            if expected != found {
                let problem = PlanProblem::WrongLength {
                    expected,
                    found,
                    field,
                };
                problems.report(problem, node.span);
            }
            for (element, item) in elements.iter().zip(*items) {
                value(element, item, field, problems);
            }
        }
        (Value::List(elements), Shape::List(least, item)) => {
            if elements.len() < *least {
                problems.report(PlanProblem::Empty { field }, node.span);
            }
            each(elements, item, field, problems);
        }
        (Value::List(elements), Shape::OneOrMore(item)) => each(elements, item, field, problems),
        (
            _,
            Shape::Table(item)
            | Shape::ByYear(item)
            | Shape::ByMember(item)
            | Shape::OneOrMore(item),
        ) => {
            value(node, item, field, problems);
        }
        (Value::Text(text), shape) => {
            if let Some(problem) = wrong_text(text, shape, field) {
                problems.report(problem, node.inner_span());
            }
        }
        (Value::Number(number), Shape::Year) if spelling::year_of_number(*number).is_none() => {
            problems.report(PlanProblem::NotAYear(number.to_string()), node.span);
        }
        (&Value::Number(value), Shape::Positive) if value <= 0.0 => {
            problems.report(PlanProblem::NotPositive { value, field }, node.span);
        }
        (Value::Bool(true), Shape::No) => problems.report(PlanProblem::DoneWithoutDate, node.span),
        _ => {}
    }
}

fn each(elements: &[Node], shape: &'static Shape, field: &'static Field, problems: &mut Problems) {
    for element in elements {
        value(element, shape, field, problems);
    }
}

fn fields(node: &Node, shape: &'static ObjectShape, problems: &mut Problems) {
    for entry in node.entries() {
        let key = entry.key.value.as_str();
        match shape.field(key) {
            Some(field) => value(&entry.value, &field.shape, field, problems),
            None if key.starts_with(FREE_PREFIX) => {}
            None => {
                let absent = shape.fields.iter().map(|field| field.key);
                let absent = absent.filter(|key| node.get(key).is_none());
                let problem = PlanProblem::UnknownField {
                    field: key.to_owned(),
                    suggestion: nearest(key, absent).and_then(|key| shape.field(key)),
                };
                problems.report(problem, entry.key.span);
            }
        }
    }
    for field in shape.fields.iter().filter(|field| field.required) {
        if node.get(field.key).is_none() {
            problems.report_opening(node, PlanProblem::Missing { field });
        }
    }
    rules::check(node, shape.rules, problems);
}

fn table(node: &Node, item: &'static Shape, field: &'static Field, problems: &mut Problems) {
    let is_year = |entry: &&Entry| spelling::looks_like_year(&entry.key.value);
    let entries = node.entries();
    let n_years = entries.iter().filter(is_year).count();
    if n_years == entries.len() {
        years(node, item, field, problems);
        return;
    }
    if let Some(odd) = entries.iter().find(is_year) {
        problems.report(PlanProblem::MixedTable, odd.key.span);
    }
    for entry in entries.iter().filter(|entry| !is_year(entry)) {
        member(&entry.value, item, field, problems);
    }
}

/// The values of one member: one, or by year.
fn member(node: &Node, item: &'static Shape, field: &'static Field, problems: &mut Problems) {
    if matches!(node.value, Value::Object(_)) && !item.is_itself(node) {
        years(node, item, field, problems);
    } else {
        value(node, item, field, problems);
    }
}

fn years(node: &Node, item: &'static Shape, field: &'static Field, problems: &mut Problems) {
    if node.entries().is_empty() {
        problems.report(PlanProblem::Empty { field }, node.span);
    }
    for entry in node.entries() {
        if spelling::year(&entry.key.value).is_none() {
            let problem = PlanProblem::NotAYear(entry.key.value.clone());
            problems.report(problem, entry.key.span);
        }
        if matches!(entry.value.value, Value::Object(_)) && !item.is_itself(&entry.value) {
            problems.report(PlanProblem::NestedTable, entry.value.span);
        } else {
            value(&entry.value, item, field, problems);
        }
    }
}

fn unknown_code(code: &str, allowed: &'static [&'static [Choice]]) -> Option<PlanProblem> {
    let all = || allowed.iter().copied().flatten();
    if all().any(|choice| choice.word == code) {
        return None;
    }
    let suggestion = nearest(code, all().map(|choice| choice.word));
    Some(PlanProblem::UnknownCode {
        code: code.to_owned(),
        allowed,
        suggestion: all().find(|choice| Some(choice.word) == suggestion),
    })
}

fn wrong_text(text: &str, shape: &'static Shape, field: &'static Field) -> Option<PlanProblem> {
    if text.trim().is_empty() {
        return Some(PlanProblem::Blank { field });
    }
    let word = text.to_owned();
    match shape {
        Shape::Name if !spelling::is_spelled_as_name(text) => Some(PlanProblem::BadName(word)),
        Shape::Name if spelling::is_reserved(text) => Some(PlanProblem::ReservedName(word)),
        Shape::Label if !spelling::is_label(text) => Some(PlanProblem::BadLabel(word)),
        Shape::Date if !spelling::is_date(text) => Some(PlanProblem::NotADate(word)),
        Shape::PriceBasis if !spelling::is_price_basis(text) => {
            Some(PlanProblem::BadPriceBasis(word))
        }
        Shape::Word(allowed) if allowed.iter().all(|choice| choice.word != text) => {
            Some(PlanProblem::UnknownWord {
                suggestion: nearest(text, allowed.iter().map(|choice| choice.word)),
                word,
                allowed,
            })
        }
        _ => None,
    }
}
