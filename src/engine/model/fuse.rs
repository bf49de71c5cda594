//! Fusing: a part of a formula that is used once joins its user, so that two operations share one pass over the years.
//! Nothing is reassociated: the numbers are those of the formula as written, to the last bit.

use super::graph::{Code, Graph, Operand, Origin, Rule, SlotIdx};
use crate::engine::eval::op::Operation;

/// Fuses what can be fused and drops the slots' rules that have become part of another.
pub fn fuse(graph: &mut Graph, kept: &[SlotIdx]) {
    let mut uses = vec![0_u32; graph.slots.len()];
    let mut rule_of = vec![None; graph.slots.len()];
    for (position, rule) in graph.rules.iter().enumerate() {
        rule_of[rule.slot.at()] = Some(position);
        for operand in rule.operands() {
            uses[operand.slot.at()] += 1;
        }
    }
    for slot in kept {
        uses[slot.at()] += 1;
    }
    let mut absorbed = vec![false; graph.rules.len()];
    for position in (0..graph.rules.len()).rev() {
        if absorbed[position] {
            continue;
        }
        let rule = &graph.rules[position];
        let Some((inner, fused)) = fusible(graph, rule, &uses, &rule_of) else {
            continue;
        };
        absorbed[inner] = true;
        graph.rules[position] = fused;
    }
    let mut absorbed = absorbed.into_iter();
    graph.rules.retain(|_| !absorbed.next().unwrap_or_default());
}

/// The rule fused with one of its operands, and the position of the rule that operand had.
fn fusible(
    graph: &Graph,
    rule: &Rule,
    uses: &[u32],
    rule_of: &[Option<usize>],
) -> Option<(usize, Rule)> {
    let Code::Apply(outer) = rule.code else {
        return None;
    };
    if !is_arithmetic(outer) {
        return None;
    }
    let [left, right, _] = rule.args;
    let candidate = |operand: Operand| {
        let slot = graph.slots.get(operand.slot.at())?;
        if slot.origin != Origin::Derived
            || uses[operand.slot.at()] != 1
            || slot.domain != domain(graph, rule)
        {
            return None;
        }
        let position = rule_of[operand.slot.at()]?;
        let inner = &graph.rules[position];
        match inner.code {
            Code::Apply(operation) if is_arithmetic(operation) => {
                Some((position, operation, inner.args))
            }
            _ => None,
        }
    };
    let (found, part, other, is_left) = match candidate(left) {
        Some(found) => (found, left, right, true),
        // A sum and a product are the same from either side, to the last bit.
        None => (candidate(right)?, right, left, is_symmetric(outer)),
    };
    let (position, inner, [a, b, _]) = found;
    let code = if is_left {
        Code::FusedLeft(outer, inner)
    } else {
        Code::FusedRight(outer, inner)
    };
    let args = [later(a, part.lag), later(b, part.lag), other];
    let fused = Rule {
        code,
        args,
        ..rule.clone()
    };
    Some((position, fused))
}

fn domain(graph: &Graph, rule: &Rule) -> crate::engine::index::Domain {
    graph.slots[rule.slot.at()].domain
}

fn later(operand: Operand, lag: u32) -> Operand {
    Operand {
        slot: operand.slot,
        lag: operand.lag + lag,
    }
}

fn is_arithmetic(operation: Operation) -> bool {
    matches!(
        operation,
        Operation::Add | Operation::Subtract | Operation::Multiply | Operation::Divide
    )
}

fn is_symmetric(operation: Operation) -> bool {
    matches!(operation, Operation::Add | Operation::Multiply)
}
