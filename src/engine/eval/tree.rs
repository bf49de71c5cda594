//! Combining members over a fixed tree: leaves of 32, then the leaves by 32, and so on. What changes with one member is
//! one node on every level, and full, incremental and batched evaluation combine in the same order and give the same bits.
//! Adding a difference to a total would drift.

use std::ops::Range;

/// Values combined into one node.
pub const LEAF: usize = 32;
/// Running results of a node, side by side.
const LANES: usize = 8;

/// Combines the values of one node, at most [`LEAF`]: every eighth with each other, then these eight by pairs.
#[inline]
pub fn node(values: &[f64], f: impl Fn(f64, f64) -> f64) -> f64 {
    if let Ok(values) = values.try_into() {
        return whole(values, f);
    }
    let mut running = [0.0; LANES];
    let (first, rest) = values.split_at(values.len().min(LANES));
    running[..first.len()].copy_from_slice(first);
    for more in rest.chunks(LANES) {
        for (result, &value) in running.iter_mut().zip(more) {
            *result = f(*result, value);
        }
    }
    let mut count = first.len();
    while count > 1 {
        for pair in 0..count / 2 {
            running[pair] = f(running[2 * pair], running[2 * pair + 1]);
        }
        if count % 2 == 1 {
            running[count / 2] = running[count - 1];
        }
        count = count.div_ceil(2);
    }
    running[0]
}

/// A full node: the same in the same order, without counting.
#[inline]
fn whole(values: &[f64; LEAF], f: impl Fn(f64, f64) -> f64) -> f64 {
    let mut running = [0.0; LANES];
    let (first, rest) = values.split_at(LANES);
    running.copy_from_slice(first);
    for more in rest.chunks_exact(LANES) {
        for (result, &value) in running.iter_mut().zip(more) {
            *result = f(*result, value);
        }
    }
    let [a, b, c, d, e, g, h, i] = running;
    f(f(f(a, b), f(c, d)), f(f(e, g), f(h, i)))
}

/// Nodes to store for so many values: all but the topmost.
pub fn stored(values: usize) -> usize {
    let mut count = values;
    let mut stored = 0;
    while count > LEAF {
        count = count.div_ceil(LEAF);
        stored += count;
    }
    stored
}

/// Combines `count` values, given by leaves: `leaf` combines a range of them. Above the leaves all nodes are redone, or
/// those the value at `changed` enters. `nodes` is what is stored, level after level, the lowest first. Returns the
/// result, and how many values it took.
pub fn combine(
    nodes: &mut [f64],
    mut count: usize,
    mut changed: Option<usize>,
    mut leaf: impl FnMut(Range<usize>) -> f64,
    f: impl Fn(f64, f64) -> f64 + Copy,
) -> (f64, usize) {
    let mut taken = 0;
    // The values of the level below are given, or nodes stored from here on.
    let mut below = None;
    let mut level = 0;
    while count > LEAF {
        let above = count.div_ceil(LEAF);
        changed = changed.map(|at| at / LEAF);
        for at in changed.map_or(0..above, |at| at..at + 1) {
            let values = at * LEAF..((at + 1) * LEAF).min(count);
            taken += values.len();
            nodes[level + at] = match below {
                None => leaf(values),
                Some(first) => node(&nodes[first + values.start..first + values.end], f),
            };
        }
        below = Some(level);
        level += above;
        count = above;
    }
    let result = match below {
        None => leaf(0..count),
        Some(first) => node(&nodes[first..first + count], f),
    };
    (result, taken + count)
}

/// The same tree, with a column of lanes at each of its nodes.
#[derive(Debug)]
pub struct Columns<F> {
    levels: Vec<(Vec<Vec<f64>>, usize)>,
    f: F,
}

impl<F: Fn(f64, f64) -> f64> Columns<F> {
    /// Over nothing yet.
    pub fn new(f: F) -> Self {
        Self {
            levels: Vec::new(),
            f,
        }
    }

    /// Takes the column of the next member.
    pub fn add(&mut self, column: Vec<f64>) {
        self.add_to(0, column);
    }

    fn add_to(&mut self, level: usize, column: Vec<f64>) {
        if self.levels.len() == level {
            self.levels.push((Vec::new(), 0));
        }
        let (running, count) = &mut self.levels[level];
        match running.get_mut(*count % LANES) {
            Some(result) if *count >= LANES => join(result, &column, &self.f),
            _ => running.push(column),
        }
        *count += 1;
        if *count == LEAF
            && let Some(done) = self.close(level)
        {
            self.add_to(level + 1, done);
        }
    }

    /// What a node comes to; none if it is over nothing.
    fn close(&mut self, level: usize) -> Option<Vec<f64>> {
        let (mut running, _) = std::mem::take(&mut self.levels[level]);
        while running.len() > 1 {
            let mut pairs = Vec::with_capacity(running.len().div_ceil(2));
            let mut columns = running.into_iter();
            while let Some(mut left) = columns.next() {
                if let Some(right) = columns.next() {
                    join(&mut left, &right, &self.f);
                }
                pairs.push(left);
            }
            running = pairs;
        }
        running.pop()
    }

    /// The result; none over no members.
    pub fn finish(mut self) -> Option<Vec<f64>> {
        let mut level = 0;
        loop {
            let done = self.close(level);
            level += 1;
            match done {
                done if level >= self.levels.len() => return done,
                Some(done) => self.add_to(level, done),
                None => {}
            }
        }
    }
}

fn join(results: &mut [f64], values: &[f64], f: impl Fn(f64, f64) -> f64) {
    for (result, &value) in results.iter_mut().zip(values) {
        *result = f(*result, value);
    }
}
