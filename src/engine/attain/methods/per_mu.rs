//! 亩均效益综合评价: firms or townships scored on several indicators against benchmarks. It ranks entities and judges no
//! single target, so it stands beside the methods of a target. Every county publishes its own formula; those read are
//! here as parameters.
//!
//! Sources: 台州市黄岩区 工业企业综合评价得分计算说明, years 2021 and 2022; 旌德 2022 for the form between the worst and the best.
//! The frame is 浙政发〔2018〕5号. Caps and floors are common local options that none of these texts states.
//! Methodology 1.9.

use super::Unassessable;
use super::way::finite;
use crate::engine::number::same;

/// One indicator of a scheme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// The value that earns the full weight, above zero.
    pub benchmark: f64,
    /// Points at the benchmark.
    pub weight: f64,
}

/// Bounds of what one indicator can earn.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Limits {
    /// Least points.
    pub floor: Option<f64>,
    /// Most points, as a multiple of the weight.
    pub cap: Option<f64>,
}

/// What is known of one indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measured {
    /// Its value, in the unit of the benchmark.
    Value(f64),
    /// Nothing: the entity gets these points, by rule the average of those measured.
    Points(f64),
}

/// 黄岩 2022, above scale: 亩均税收, 亩均增加值, 单位能耗增加值, 单位排放增加值, 全员劳动生产率, R&D ÷ 主营收入.
pub const HUANGYAN_2022: [Item; 6] = [
    item(24.097, 30.0),
    item(136.16, 20.0),
    item(2.694, 20.0),
    item(4929.81, 10.0),
    item(18.14, 10.0),
    item(0.0302, 10.0),
];

/// 黄岩 2022, below scale: 亩均税收, 单位用电税收.
pub const HUANGYAN_2022_SMALL: [Item; 2] = [item(11.5932, 50.0), item(0.2352, 50.0)];

/// 黄岩 2021, above scale, indicators as in 2022.
pub const HUANGYAN_2021: [Item; 6] = [
    item(26.01, 30.0),
    item(132.27, 20.0),
    item(2.54, 20.0),
    item(4861.08, 10.0),
    item(17.45, 10.0),
    item(0.0305, 10.0),
];

const fn item(benchmark: f64, weight: f64) -> Item {
    Item { benchmark, weight }
}

/// Points of one indicator, value ÷ benchmark × weight within the limits.
pub fn points(item: Item, measured: Measured, limits: Limits) -> Result<f64, Unassessable> {
    let points = match measured {
        Measured::Points(points) => points,
        Measured::Value(_) if item.benchmark <= 0.0 => return Err(Unassessable::ZeroTarget),
        Measured::Value(value) => value / item.benchmark * item.weight,
    };
    let capped = limits
        .cap
        .map_or(points, |cap| points.min(cap * item.weight));
    finite(limits.floor.map_or(capped, |floor| capped.max(floor)))
}

/// The score of an entity: the sum of the points of all its indicators.
pub fn score(
    entries: impl IntoIterator<Item = (Item, Measured)>,
    limits: Limits,
) -> Result<f64, Unassessable> {
    let mut sum = 0.0;
    for (item, measured) in entries {
        sum += points(item, measured, limits)?;
    }
    finite(sum)
}

/// 旌德's points of one indicator between the worst and the best entity: weight × (20 + 80 × position) ÷ 100.
pub fn between(value: f64, worst: f64, best: f64, weight: f64) -> Result<f64, Unassessable> {
    if same(worst, best) {
        return Err(Unassessable::NoRoom);
    }
    finite(weight * (20.0 + 80.0 * ((value - worst) / (best - worst))) / 100.0)
}
