//! Draws that go together: columns of ranks are reordered until they are correlated as a plan states (Iman and Conover
//! 1982). Each column keeps its values, so that no distribution changes.

use std::collections::HashSet;

use super::plan::{Assumption, Correlation, Plan};
use super::sort;

/// A square matrix, row by row.
pub type Matrix = Vec<Vec<f64>>;

/// Most assumptions that may be correlated: what is checked grows with the cube of their number.
pub const MOST: usize = 100;

/// The positions of the assumptions that a correlation is stated of.
pub fn correlated(plan: &Plan) -> Vec<usize> {
    let named = plan.assumptions.iter().flat_map(|one| &one.correlations);
    let named: HashSet<&str> = named.map(|one| one.with.value.as_str()).collect();
    let is_correlated =
        |one: &Assumption| !one.correlations.is_empty() || named.contains(one.id.value.as_str());
    let all = plan.assumptions.iter().enumerate();
    all.filter(|(_, one)| is_correlated(one))
        .map(|(at, _)| at)
        .collect()
}

/// The correlations of normal scores that give some assumptions the rank correlations a plan states: `2 sin(π ρ / 6)`
/// (Pearson 1907). Those of a plan that is wrong are passed over.
pub fn matrix(plan: &Plan, assumptions: &[usize]) -> Matrix {
    let stated = |one: usize, other: usize| {
        let other = plan.assumptions.get(other)?;
        let with = |correlation: &&Correlation| correlation.with.value == other.id.value;
        let found = plan.assumptions.get(one)?.correlations.iter().find(with)?;
        (found.rank.abs() < 1.0).then(|| 2.0 * libm::sin(std::f64::consts::PI * found.rank / 6.0))
    };
    let entry = |one: usize, other: usize| {
        if one == other {
            return 1.0;
        }
        let found = stated(one, other).or_else(|| stated(other, one));
        found.unwrap_or(0.0)
    };
    let row = |&one: &usize| assumptions.iter().map(|&other| entry(one, other)).collect();
    assumptions.iter().map(row).collect()
}

/// The lower triangle whose product with its own transpose a matrix is (Cholesky). Nothing where there is none: then
/// the correlations cannot all hold.
pub fn root(matrix: &[Vec<f64>]) -> Option<Matrix> {
    let mut root = vec![vec![0.0; matrix.len()]; matrix.len()];
    for (row, entries) in matrix.iter().enumerate() {
        for (column, entry) in entries.iter().enumerate().take(row + 1) {
            let products = (0..column).map(|k| root[row][k] * root[column][k]);
            let rest = entry - products.sum::<f64>();
            root[row][column] = if row == column {
                (rest > 1e-12).then(|| rest.sqrt())?
            } else {
                rest / root[column][column]
            };
        }
    }
    Some(root)
}

/// The ranks that columns of shuffled scores take on when they are correlated as a matrix says. Nothing where it cannot
/// be. Every column has a mean of zero.
pub fn ranks(scores: &[Vec<f64>], matrix: &[Vec<f64>]) -> Option<Vec<Vec<usize>>> {
    let count = scores.first()?.len() as f64;
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let own: Matrix = scores
        .iter()
        .map(|a| scores.iter().map(|b| product(a, b) / count).collect())
        .collect();
    let (wanted, own) = (root(matrix)?, root(&own)?);
    let mixed = mixed(scores, &own, &wanted);
    Some(mixed.iter().map(|column| ranks_of(column)).collect())
}

/// What the scores have in common by chance is taken out, what is wanted put in.
fn mixed(scores: &[Vec<f64>], own: &[Vec<f64>], wanted: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let count = scores.first().map_or(0, Vec::len);
    let mut mixed = vec![vec![0.0; count]; scores.len()];
    let mut free = vec![0.0; scores.len()];
    for draw in 0..count {
        for (row, scores) in scores.iter().enumerate() {
            let known: f64 = (0..row).map(|k| own[row][k] * free[k]).sum();
            free[row] = (scores[draw] - known) / own[row][row];
        }
        for (row, mixed) in mixed.iter_mut().enumerate() {
            mixed[draw] = (0..=row).map(|k| wanted[row][k] * free[k]).sum();
        }
    }
    mixed
}

/// How many values lie below each.
fn ranks_of(column: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..column.len()).collect();
    sort::by(&mut order, |&a, &b| column[a].total_cmp(&column[b]));
    let mut ranks = vec![0; column.len()];
    for (rank, draw) in order.into_iter().enumerate() {
        ranks[draw] = rank;
    }
    ranks
}
