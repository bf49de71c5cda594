//! The rules between the fields of one object.

use super::Problems;
use crate::engine::json::{Entry, Node};
use crate::engine::plan::PlanProblem;
use crate::engine::plan::format::Rule;

/// Reports every rule an object breaks.
pub(super) fn check(node: &Node, rules: &'static [Rule], problems: &mut Problems) {
    let mut object = Object {
        node,
        excluded: Vec::new(),
    };
    for rule in rules {
        match rule {
            Rule::Some(keys) => {
                if !object.has_any(keys) {
                    problems.report_opening(node, PlanProblem::NoneOf(keys));
                }
            }
            Rule::OneAtMost(keys) => {
                if let [first, others @ ..] = object.present(keys).as_slice() {
                    object.exclude(first, others, problems);
                }
            }
            Rule::Needs(field, others) => {
                if let Some(entry) = object.entry(field)
                    && !object.has_any(others)
                {
                    let needs = others;
                    problems.report(PlanProblem::Needs { field, needs }, entry.key.span);
                }
            }
            Rule::Idle(field, needs) => {
                if let Some(entry) = object.entry(field)
                    && object.entry(needs).is_none()
                {
                    problems.report(PlanProblem::Idle { field, needs }, entry.key.span);
                }
            }
            Rule::Excludes(field, others) => {
                if object.entry(field).is_some() {
                    let others = object.present(others);
                    object.exclude(field, &others, problems);
                }
            }
        }
    }
}

/// An object and the fields of it that earlier rules have excluded.
struct Object<'a> {
    node: &'a Node,
    excluded: Vec<&'static str>,
}

impl<'a> Object<'a> {
    fn entry(&self, key: &str) -> Option<&'a Entry> {
        if self.excluded.contains(&key) {
            return None;
        }
        self.node.entry(key)
    }

    fn present(&self, keys: &[&'static str]) -> Vec<&'static str> {
        let mut keys = keys.to_vec();
        keys.retain(|key| self.entry(key).is_some());
        keys
    }

    fn has_any(&self, keys: &[&'static str]) -> bool {
        keys.iter().any(|key| self.entry(key).is_some())
    }

    fn exclude(&mut self, first: &'static str, others: &[&'static str], problems: &mut Problems) {
        for &second in others {
            if let Some(entry) = self.entry(second) {
                problems.report(PlanProblem::Conflict { first, second }, entry.key.span);
                self.excluded.push(second);
            }
        }
    }
}
