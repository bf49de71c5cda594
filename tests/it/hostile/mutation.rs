//! Shipped plans changed at random, all the way through the engine.

use proptest::prelude::*;

use super::engine::run;
use crate::models::{SHIPPED, shipped};

/// Words that mean something somewhere in a plan.
const WORDS: [&str; 24] = [
    "null", "[]", "{}", "\"\"", "0", "-1", "1e308", "2025", "1900", "\"x\"", "\"2025\"", "sum",
    "prev(", ")", "[2024]", "growth(", "\"all\"", "\"*\"", ",", "year", " / 0", "%", "亿元",
    "average(",
];

/// A change of a text: what it takes away, and what it puts there.
#[derive(Debug, Clone)]
enum Mutation {
    Delete(prop::sample::Index, usize),
    Double(prop::sample::Index, usize),
    Insert(prop::sample::Index, usize),
    /// A number becomes a word.
    Number(prop::sample::Index, usize),
    /// Two texts between quotation marks change places.
    Swap(prop::sample::Index, prop::sample::Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        1 => (index(), 1..60_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        1 => (index(), 1..200_usize).prop_map(|(at, length)| Mutation::Double(at, length)),
        1 => (index(), 0..WORDS.len()).prop_map(|(at, word)| Mutation::Insert(at, word)),
        4 => (index(), 0..11_usize).prop_map(|(at, word)| Mutation::Number(at, word)),
        8 => (index(), index()).prop_map(|(a, b)| Mutation::Swap(a, b)),
    ]
}

/// The stretches between quotation marks, or of digits.
fn stretches(
    text: &str,
    of: impl Fn(char) -> bool + Copy,
    quoted: bool,
) -> Vec<std::ops::Range<usize>> {
    if quoted {
        let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
        return marks
            .chunks_exact(2)
            .map(|pair| pair[0]..pair[1] + 1)
            .collect();
    }
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| of(c)) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

fn mutate(text: &mut String, mutation: &Mutation) {
    let boundary = |text: &str, at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0)
    };
    let range = |text: &str, at: &prop::sample::Index, length: usize| {
        let start = boundary(text, at.index(text.len().max(1)));
        start..boundary(text, start + length)
    };
    match mutation {
        Mutation::Delete(at, length) => text.replace_range(range(text, at, *length), ""),
        Mutation::Double(at, length) => {
            let range = range(text, at, *length);
            let part = text[range.clone()].to_owned();
            text.insert_str(range.end, &part);
        }
        Mutation::Insert(at, word) => text.insert_str(range(text, at, 0).start, WORDS[*word]),
        Mutation::Number(at, word) => {
            let numbers = stretches(text, |c| c.is_ascii_digit(), false);
            if !numbers.is_empty() {
                text.replace_range(at.get(&numbers).clone(), WORDS[*word]);
            }
        }
        Mutation::Swap(a, b) => {
            let texts = stretches(text, |_| false, true);
            if texts.is_empty() {
                return;
            }
            let (a, b) = (a.index(texts.len()), b.index(texts.len()));
            let (first, second) = (texts[a.min(b)].clone(), texts[a.max(b)].clone());
            if first != second {
                let (one, other) = (
                    text[first.clone()].to_owned(),
                    text[second.clone()].to_owned(),
                );
                text.replace_range(second, &one);
                text.replace_range(first, &other);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shipped_plan_changed_at_random(plan in 0..SHIPPED.len(), mutations in prop::collection::vec(mutation(), 1..8)) {
        let mut text = shipped(SHIPPED[plan]);
        for mutation in &mutations {
            mutate(&mut text, mutation);
        }
        run(&text);
    }

    #[test]
    fn a_broken_plan_changed_at_random(which in any::<prop::sample::Index>(), mutations in prop::collection::vec(mutation(), 1..8)) {
        let mut text = which.get(&broken()).clone();
        for mutation in &mutations {
            mutate(&mut text, mutation);
        }
        run(&text);
    }
}

/// The texts of all plans that are kept for their mistakes.
fn broken() -> Vec<String> {
    let folder = std::fs::read_dir("tests/it/fixtures/broken").unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}
