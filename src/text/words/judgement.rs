//! What is said about one result: how far, how fast, why not.

use super::Words;
use crate::engine::index::Year;
use crate::engine::lang::Lang;

impl Words {
    /// How far a value is from what is required, in a sentence. The distance is unsigned.
    pub fn distance(self, side: Side, distance: &str) -> String {
        match (side, self.0) {
            (Side::Short, Lang::Zh) => format!("还差 {distance}"),
            (Side::Short, Lang::En) => format!("{distance} short"),
            (Side::Over, Lang::Zh) => format!("余量 {distance}"),
            (Side::Over, Lang::En) => format!("{distance} to spare"),
            (Side::Exact, Lang::Zh) => "恰好等于要求".to_owned(),
            (Side::Exact, Lang::En) => "exactly as required".to_owned(),
        }
    }

    /// Progress towards the threshold, in words.
    pub fn progress_of(self, percent: &str, band: &str) -> String {
        self.pick(
            format!("完成 {percent}，{band}"),
            format!("{percent} of the way, {band}"),
        )
    }

    /// A yearly pace and the year it starts from.
    pub fn pace(self, amount: &str, from: Year) -> String {
        self.pick(
            format!("{amount}（自 {from} 年起）"),
            format!("{amount} (from {from})"),
        )
    }

    /// A growth a year.
    pub fn per_year(self, amount: &str) -> String {
        self.pick(format!("每年 {amount}"), format!("{amount} a year"))
    }

    /// A stretch line and what becomes of it.
    pub fn stretch_of(self, line: &str, status: &str) -> String {
        self.pick(format!("{line}：{status}"), format!("{line}: {status}"))
    }

    /// A formula that applies from a year on.
    pub fn formula_from(self, year: Year, formula: &str) -> String {
        self.pick(
            format!("{year} 年起：{formula}"),
            format!("From {year}: {formula}"),
        )
    }

    /// What has been done beside the share of the time that has passed.
    pub fn completed(self, year: Year, done: &str, due: &str) -> String {
        self.pick(
            format!("{year} 年完成 {done}，时序应完成 {due}"),
            format!("{done} by {year}, when {due} was due"),
        )
    }

    /// An assumption nobody has entered.
    pub fn root_awaited(self, name: &str) -> String {
        self.pick(
            format!("“{name}”还没有数值"),
            format!("“{name}” has no value yet"),
        )
    }

    /// A series that nothing gives a value to.
    pub fn root_not_observed(self, name: &str, year: Year) -> String {
        self.pick(
            format!("“{name}”{year} 年没有实际值，也没有算式"),
            format!("“{name}” has neither an observation nor a formula in {year}"),
        )
    }

    /// Arithmetic without a result.
    pub fn root_arithmetic(self, name: &str, year: Year) -> String {
        self.pick(
            format!("“{name}”{year} 年无法计算（除以零、基数不为正或溢出）"),
            format!("“{name}” cannot be computed in {year} (division by zero, a base that is not positive, or overflow)"),
        )
    }

    /// A formula that could not be read.
    pub fn root_faulty(self, name: &str) -> String {
        self.pick(
            format!("“{name}”的算式有误，见“问题”"),
            format!("The formula of “{name}” is faulty: see Problems"),
        )
    }

    /// An event nobody has recorded.
    pub fn root_not_recorded(self, name: &str) -> String {
        self.pick(
            format!("“{name}”尚无完成记录"),
            format!("Nobody has recorded whether “{name}” is done"),
        )
    }

    /// A whole that does not follow from its members.
    pub fn root_no_whole(self, name: &str) -> String {
        self.pick(
            format!("规划没有说明“{name}”的全域值如何由各成员得出"),
            format!("The plan does not say how the whole of “{name}” follows from its members"),
        )
    }
}

/// On which side of a requirement a value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It does not reach it.
    Short,
    /// It goes beyond it.
    Over,
    /// It is equal to it.
    Exact,
}
