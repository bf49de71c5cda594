//! Formulas for people: the same text with names in place of ids and the signs of print.

use crate::engine::lang::Lang;
use crate::engine::plan::Plan;
use crate::text::words::Words;

/// A formula with the names of indicators and assumptions in place of their ids.
pub fn readable(formula: &str, plan: &Plan, lang: Lang) -> String {
    let mut text = String::with_capacity(formula.len() * 2);
    let mut rest = formula.trim();
    while let Some(first) = rest.chars().next() {
        if first == '[' {
            // Units, members and years stay as they are.
            let end = rest.find(']').map_or(rest.len(), |end| end + 1);
            let (brackets, after) = rest.split_at(end);
            text.push_str(brackets);
            rest = after;
            continue;
        }
        let length = word_length(rest);
        if length == 0 {
            push_sign(&mut text, first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(length);
        // A word behind a digit is a unit.
        let is_unit = text.ends_with(|c: char| c.is_ascii_digit());
        let name = named(word, plan, lang).filter(|_| !is_unit);
        let call = after
            .starts_with('(')
            .then(|| Words(lang).builtin(word))
            .flatten();
        text.push_str(name.or(call).unwrap_or(word));
        rest = after;
    }
    text
}

/// Bytes of the word a text begins with; 0 if it begins with something else.
fn word_length(text: &str) -> usize {
    let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    if begins { end.unwrap_or(text.len()) } else { 0 }
}

fn push_sign(text: &mut String, sign: char) {
    match sign {
        '*' => text.push('×'),
        '/' => text.push('÷'),
        '-' => text.push('−'),
        '=' if text.ends_with('>') || text.ends_with('<') => {
            let strict = text.pop();
            text.push(if strict == Some('>') { '≥' } else { '≤' });
        }
        other => text.push(other),
    }
}

fn named<'a>(word: &str, plan: &'a Plan, lang: Lang) -> Option<&'a str> {
    let indicators = plan.indicators.iter().map(|i| (&i.id, &i.name));
    let assumptions = plan.assumptions.iter().map(|a| (&a.id, &a.name));
    let mut all = indicators.chain(assumptions);
    let (_, name) = all.find(|(id, name)| id.value == word && !name.is_empty())?;
    Some(name.get(lang))
}
