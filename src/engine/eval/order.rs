//! The order rules are computed in: strongly connected components over all references, earlier years included. A
//! component of several rules (or one that reads its own past) is a recurrence; one that closes within a year is a loop
//! of the plan's author, reported and not computed.

use std::collections::HashMap;
use std::ops::Range;

use crate::engine::index::{Domain, SetIdx};
use crate::engine::model::graph::{Code, Graph, Rule, SlotIdx};
use crate::engine::sort;

/// Rules that are computed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Positions of the rules, in the order of one year.
    pub rules: Vec<usize>,
    /// Whether a rule reads what a rule of the component wrote for an earlier year.
    pub recurrent: bool,
}

/// Slots whose formulas need each other within one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// Once around, in the order they need each other.
    pub around: Vec<SlotIdx>,
    /// All that need and are needed by those: none of them can be computed.
    pub all: Vec<SlotIdx>,
}

/// A reference of one rule to another.
#[derive(Debug, Clone, Copy)]
struct Edge {
    to: usize,
    same_year: bool,
}

/// Components of the graph, each after all it reads.
///
/// # Errors
///
/// All loops within a year. Without their rules there are none left.
pub fn order(graph: &Graph) -> Result<Vec<Component>, Vec<Loop>> {
    let edges = edges(graph);
    let loops = loops(graph, &edges);
    if !loops.is_empty() {
        return Err(loops);
    }
    let components = components(&edges).into_iter();
    let components: Vec<_> = components.map(|rules| component(&edges, rules)).collect();
    Ok(grouped(graph, &edges, components))
}

/// Components over the members of one set next to each other as far as their needs allow, so that they can be run member
/// by member. A component needs one of another kind in an earlier phase, one of its own kind in the same or an earlier.
fn grouped(graph: &Graph, edges: &[Vec<Edge>], components: Vec<Component>) -> Vec<Component> {
    let mut homes = vec![0; graph.rules.len()];
    for (home, component) in components.iter().enumerate() {
        for &rule in &component.rules {
            homes[rule] = home;
        }
    }
    let mut of_rule: Vec<(usize, Option<SetIdx>)> = vec![(0, None); graph.rules.len()];
    let mut phased: Vec<_> = components
        .into_iter()
        .enumerate()
        .map(|(home, component)| {
            let kind = set_of(graph, &component);
            let needs = component.rules.iter().flat_map(|&rule| &edges[rule]);
            let outer = needs.filter(|edge| homes[edge.to] != home);
            let after = |edge: &Edge| {
                let (phase, needed) = of_rule[edge.to];
                phase + usize::from(needed != kind)
            };
            let phase = outer.map(after).max().unwrap_or(0);
            for &rule in &component.rules {
                of_rule[rule] = (phase, kind);
            }
            (phase, kind, component)
        })
        .collect();
    sort::by_key(&mut phased, |&(phase, kind, _)| (phase, kind));
    phased
        .into_iter()
        .map(|(.., component)| component)
        .collect()
}

/// The set all rules of a component are over, if they are.
fn set_of(graph: &Graph, component: &Component) -> Option<SetIdx> {
    let mut sets =
        component.rules.iter().map(
            |&rule| match graph.slots[graph.rules[rule].slot.at()].domain {
                Domain::Plan => None,
                Domain::Set(set) => Some(set),
            },
        );
    let first = sets.next()??;
    sets.all(|set| set == Some(first)).then_some(first)
}

fn loops(graph: &Graph, edges: &[Vec<Edge>]) -> Vec<Loop> {
    let same_year: Vec<Vec<Edge>> = edges
        .iter()
        .map(|edges| {
            edges
                .iter()
                .copied()
                .filter(|edge| edge.same_year)
                .collect()
        })
        .collect();
    let slots = |rules: &[usize]| rules.iter().map(|&rule| graph.rules[rule].slot).collect();
    let components = components(&same_year).into_iter();
    components
        .filter_map(|rules| {
            let around = around(&same_year, &rules)?;
            Some(Loop {
                around: slots(&around),
                all: slots(&rules),
            })
        })
        .collect()
}

/// A way around a component: from each rule on to the first it needs, until one comes again. None if a single rule does
/// not need itself.
fn around(edges: &[Vec<Edge>], rules: &[usize]) -> Option<Vec<usize>> {
    let mut path: Vec<usize> = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut rule = *rules.first()?;
    loop {
        if let Some(&first) = places.get(&rule) {
            return Some(path.split_off(first));
        }
        places.insert(rule, path.len());
        path.push(rule);
        let mut needed = edges[rule].iter().map(|edge| edge.to);
        rule = needed.find(|to| rules.binary_search(to).is_ok())?;
    }
}

fn edges(graph: &Graph) -> Vec<Vec<Edge>> {
    let mut writers = vec![Vec::new(); graph.slots.len()];
    for (position, rule) in graph.rules.iter().enumerate() {
        writers[rule.slot.at()].push(position);
    }
    let of_rule = |rule: &Rule| {
        let mut edges = Vec::new();
        for operand in rule.operands() {
            let (rows, same_year) = read_rows(rule, operand.lag as usize);
            for &to in &writers[operand.slot.at()] {
                if overlap(&graph.rules[to].rows, &rows) {
                    edges.push(Edge { to, same_year });
                }
            }
        }
        edges
    };
    graph.rules.iter().map(of_rule).collect()
}

/// Rows of an operand that a rule reads, and whether it may read the row it writes.
fn read_rows(rule: &Rule, lag: usize) -> (Range<usize>, bool) {
    let back = |row: usize| row.saturating_sub(lag);
    match rule.code {
        Code::Pick(row) => {
            let of_same_year = lag == 0 && rule.rows.contains(&(row as usize));
            let row = back(row as usize);
            (row..row + 1, of_same_year)
        }
        Code::Accumulate(first) => (back(first as usize)..back(rule.rows.end), lag == 0),
        _ => (back(rule.rows.start)..back(rule.rows.end), lag == 0),
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Tarjan's algorithm without recursion, since plans are written by people and may be deep.
fn components(edges: &[Vec<Edge>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let count = edges.len();
    let (mut number, mut low, mut on_stack) =
        (vec![NEW; count], vec![0; count], vec![false; count]);
    let (mut stack, mut found, mut next) = (Vec::new(), Vec::new(), 0);
    for root in 0..count {
        if number[root] != NEW {
            continue;
        }
        let mut calls = vec![(root, 0)];
        while let Some(&mut (node, ref mut edge)) = calls.last_mut() {
            if *edge == 0 {
                (number[node], low[node]) = (next, next);
                next += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if let Some(&Edge { to, .. }) = edges[node].get(*edge) {
                *edge += 1;
                if number[to] == NEW {
                    calls.push((to, 0));
                } else if on_stack[to] {
                    low[node] = low[node].min(number[to]);
                }
                continue;
            }
            calls.pop();
            if let Some(&(parent, _)) = calls.last() {
                low[parent] = low[parent].min(low[node]);
            }
            if low[node] == number[node] {
                let mut members = Vec::new();
                while let Some(member) = stack.pop() {
                    on_stack[member] = false;
                    members.push(member);
                    if member == node {
                        break;
                    }
                }
                sort::by(&mut members, Ord::cmp);
                found.push(members);
            }
        }
    }
    found
}

/// Sorts the rules of a component by what they need within the year, where no loop is left.
fn component(edges: &[Vec<Edge>], rules: Vec<usize>) -> Component {
    let inside = |rule: usize| rules.binary_search(&rule).ok();
    let recurrent = rules
        .iter()
        .any(|&rule| edges[rule].iter().any(|edge| inside(edge.to).is_some()));
    let mut sorted = Vec::with_capacity(rules.len());
    let mut seen = vec![false; rules.len()];
    for start in 0..rules.len() {
        // Depth first: a rule comes after those it needs. The path holds how many of its needs have been seen to.
        let mut path = vec![(start, 0)];
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        while let Some(&mut (node, ref mut need)) = path.last_mut() {
            let Some(edge) = edges[rules[node]].get(*need) else {
                sorted.push(rules[node]);
                path.pop();
                continue;
            };
            *need += 1;
            if let Some(to) = inside(edge.to).filter(|_| edge.same_year)
                && !std::mem::replace(&mut seen[to], true)
            {
                path.push((to, 0));
            }
        }
    }
    Component {
        rules: sorted,
        recurrent,
    }
}
