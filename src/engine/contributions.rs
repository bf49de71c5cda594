//! Contributions: how much of a changed result each moved assumption accounts for, whatever order they are moved in.
//!
//! Shapley values (Shapley 1953, "A value for n-person games"): the mean, over all orders of moving, of what an assumption
//! changes when its turn comes. They add up to the whole change. Every coalition of moved assumptions is one lane of a
//! batch; above [`EXACT`] assumptions orders are drawn, and the error is told.

use super::eval::{Across, Batch, Evaluator, Lanes, Varied};
use super::index::{AssumptionIdx, MemberIdx};
use super::inputs::Inputs;
use super::model::graph::Operand;
use super::random::Random;

/// Most moved assumptions whose coalitions are all computed: 4,096.
pub const EXACT: usize = 12;
/// Orders drawn beyond that; each is followed forwards and backwards.
const ORDERS: usize = 128;

/// What a change is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    /// The value before.
    pub before: f64,
    /// The value after.
    pub after: f64,
    /// What each moved assumption that the value depends on accounts for, in their order.
    pub parts: Vec<Part>,
}

/// What one assumption accounts for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The assumption; with all of its members.
    pub assumption: AssumptionIdx,
    /// Its part of the change.
    pub amount: f64,
    /// Standard error of the part; 0 where all orders were computed.
    pub error: f64,
}

/// The parts of the change of one value between two evaluations of the same model. Nothing where the value is unknown in
/// one of them, or under some of the moves, or where they differ in what is known.
pub fn contributions(
    before: &Evaluator,
    after: &Evaluator,
    of: Operand,
    row: usize,
    member: usize,
) -> Option<Contributions> {
    if Inputs::awaited_differ(before.inputs(), after.inputs()) {
        return None;
    }
    let moved = moved(before, after, of);
    let coalitions = Coalitions::of(moved.len());
    let values = match moved[..] {
        // Nobody and everybody have been evaluated.
        [] | [_] => known(
            [before, after]
                .map(|all| all.read(of, row, member))
                .to_vec(),
        ),
        _ => coalitions.values(before, after, &moved, (of, row, member)),
    }?;
    let parts = moved.iter().enumerate().map(|(position, &assumption)| {
        let (amount, error) = coalitions.part(position, &values);
        Part {
            assumption,
            amount,
            error,
        }
    });
    Some(Contributions {
        before: *values.first()?,
        after: *values.last()?,
        parts: parts.collect(),
    })
}

/// About how many values have to be computed for [`contributions`].
pub fn effort(before: &Evaluator, after: &Evaluator, of: Operand) -> usize {
    match moved(before, after, of).len() {
        0 | 1 => 0,
        n => Coalitions::of(n).count() * before.size(),
    }
}

fn known(values: Vec<f64>) -> Option<Vec<f64>> {
    let is_known = !values.is_empty() && values.iter().all(|value| value.is_finite());
    is_known.then_some(values)
}

/// The moved assumptions a value depends on.
fn moved(before: &Evaluator, after: &Evaluator, of: Operand) -> Vec<AssumptionIdx> {
    let (schedule, graph) = (before.schedule(), before.model().graph());
    let pairs = before.inputs().0.iter().zip(&after.inputs().0).enumerate();
    pairs
        .filter(|(_, (before, after))| before != after)
        .map(|(position, _)| AssumptionIdx::new(position))
        .filter(|assumption| schedule.reaches(graph, *assumption, of.slot))
        .collect()
}

/// The coalitions to compute. The first is nobody's, the last everybody's.
enum Coalitions {
    /// All of them; bit by bit, lane `c` has the assumptions of the number `c`.
    All(usize),
    /// Those met on the way along drawn orders.
    Drawn(Vec<Vec<usize>>),
}

impl Coalitions {
    fn of(n: usize) -> Self {
        if n <= EXACT {
            return Self::All(n);
        }
        let mut random = Random::seeded(0);
        let mut orders = Vec::with_capacity(2 * ORDERS);
        for _ in 0..ORDERS {
            let order = random.order(n);
            orders.push(order.iter().rev().copied().collect());
            orders.push(order);
        }
        Self::Drawn(orders)
    }

    fn count(&self) -> usize {
        match self {
            Self::All(n) => 1 << n,
            Self::Drawn(orders) => orders.iter().map(|order| order.len() - 1).sum::<usize>() + 2,
        }
    }

    /// Whether an assumption is moved, coalition by coalition.
    fn membership(&self, position: usize) -> Vec<bool> {
        match self {
            Self::All(n) => (0..1_usize << n)
                .map(|lane| lane >> position & 1 == 1)
                .collect(),
            Self::Drawn(orders) => {
                let along = orders.iter().flat_map(|order| {
                    let turn = order.iter().position(|&one| one == position);
                    (1..order.len()).map(move |moved| turn.is_some_and(|turn| turn < moved))
                });
                std::iter::once(false).chain(along).chain([true]).collect()
            }
        }
    }

    /// The value under every coalition; nothing unless all are known.
    fn values(
        &self,
        before: &Evaluator,
        after: &Evaluator,
        moved: &[AssumptionIdx],
        (of, row, member): (Operand, usize, usize),
    ) -> Option<Vec<f64>> {
        let mut varied = Vec::new();
        for (position, &assumption) in moved.iter().enumerate() {
            let takes = self.membership(position);
            let settings = after.inputs().0.get(assumption.at())?.len();
            for lane in 0..settings {
                let member = MemberIdx::new(lane);
                varied.push(Varied {
                    assumption,
                    member: Some(member),
                    lanes: Lanes::Either {
                        other: path(after, assumption, member),
                        takes: takes.clone(),
                    },
                });
            }
        }
        let mut values = Vec::new();
        let lanes = self.count();
        Batch::new(before, &varied, &[of]).run(|year| {
            if year.row() == row {
                values = match year.read(of, member) {
                    Across::Each(column) => column.to_vec(),
                    Across::Same(value) => vec![value; lanes],
                };
            }
        });
        known(values)
    }

    /// What an assumption changes when its turn comes, on average, and the standard error of that.
    fn part(&self, position: usize, values: &[f64]) -> (f64, f64) {
        match self {
            Self::All(n) => (exact(*n, position, values), 0.0),
            Self::Drawn(orders) => drawn(orders, position, values),
        }
    }
}

/// The mean over all orders: every coalition without the assumption, weighed by how many orders meet it.
fn exact(n: usize, position: usize, values: &[f64]) -> f64 {
    let without = (0..values.len()).filter(|lane| lane >> position & 1 == 0);
    let mut sum = 0.0;
    for lane in without {
        let change = values[lane | 1 << position] - values[lane];
        sum += change / (n as f64 * choices(n - 1, lane.count_ones() as usize));
    }
    sum
}

/// How many ways there are to choose `k` of `n`; exact for small numbers.
fn choices(n: usize, k: usize) -> f64 {
    (0..k).fold(1.0, |ways, taken| {
        ways * (n - taken) as f64 / (taken + 1) as f64
    })
}

/// The mean over drawn orders. An order and its reverse count as one draw.
fn drawn(orders: &[Vec<usize>], position: usize, values: &[f64]) -> (f64, f64) {
    let last = values.len() - 1;
    let change = |(number, order): (usize, &Vec<usize>)| {
        let between = order.len() - 1;
        // Coalitions of this order: nobody, those in between, everybody.
        let at = |moved: usize| match moved {
            0 => values[0],
            _ if moved == order.len() => values[last],
            _ => values[1 + number * between + moved - 1],
        };
        let turn = order.iter().position(|&one| one == position).unwrap_or(0);
        at(turn + 1) - at(turn)
    };
    let changes: Vec<f64> = orders.iter().enumerate().map(change).collect();
    let draws: Vec<f64> = changes
        .chunks(2)
        .map(|pair| pair.iter().sum::<f64>() / 2.0)
        .collect();
    let count = draws.len() as f64;
    let mean = draws.iter().sum::<f64>() / count;
    let spread: f64 = draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum();
    (mean, (spread / (count - 1.0) / count).sqrt())
}

/// The values of an assumption, year by year.
fn path(evaluator: &Evaluator, assumption: AssumptionIdx, member: MemberIdx) -> Vec<f64> {
    let model = evaluator.model();
    let slot = model.graph().assumptions[assumption.at()];
    (0..model.axis().len())
        .map(|row| evaluator.value(slot, row, member.at()))
        .collect()
}
