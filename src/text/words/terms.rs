//! The terms of a plan: what a requirement, a basis, a kind is called.

use super::Words;
use crate::engine::attain::Band;
use crate::engine::lang::Lang;
use crate::engine::plan::{Awaits, Basis, Comparison, Interpolation, Kind, Years};

impl Words {
    /// How values between stated years follow.
    pub fn interpolation(self, path: Interpolation) -> &'static str {
        match path {
            Interpolation::Step => self.pick("其间保持前值", "the last value holds in between"),
            Interpolation::Linear => self.pick("其间直线变化", "a straight line in between"),
            Interpolation::Compound => self.pick("其间匀速增长", "steady growth in between"),
        }
    }

    /// What a value rests on, as a mark.
    pub fn basis(self, basis: Basis) -> &'static str {
        match basis {
            Basis::History => self.pick("历史", "history"),
            Basis::Plan => self.pick("规划倒推", "plan-implied"),
            Basis::Expert => self.pick("专家判断", "judgement"),
            Basis::Placeholder => self.pick("占位", "placeholder"),
        }
    }

    /// What a value rests on, in words.
    pub fn basis_explained(self, basis: Basis) -> &'static str {
        match basis {
            Basis::History => self.pick("取自已发生的历史数据。", "Taken from what has happened."),
            Basis::Plan => self.pick(
                "由规划自身的目标倒推：取此值时相关目标自然达标，属循环论证。",
                "Implied by the plan's own targets: with it they are reached by construction, which is circular.",
            ),
            Basis::Expert => self.pick("出自专业判断。", "Somebody's professional judgement."),
            Basis::Placeholder => self.pick(
                "没有依据的占位数值，有更可靠的数据时请替换。",
                "A stand-in without evidence: replace it when a better figure is at hand.",
            ),
        }
    }

    /// Why an assumption has no value, and who will give it.
    pub fn awaits(self, awaits: Awaits, from: Option<&str>) -> String {
        let what = match awaits {
            Awaits::Benchmark => self.pick("待填基准值", "benchmark to be entered"),
            Awaits::Delegated => self.pick("待上级下达", "to be assigned"),
            Awaits::Pending => self.pick("待确定", "to be decided"),
        };
        match (from, self.0) {
            (None, _) => what.to_owned(),
            (Some(from), Lang::Zh) => format!("{what}（{from}）"),
            (Some(from), Lang::En) => format!("{what} ({from})"),
        }
    }

    /// How binding a target is.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Binding => self.pick("约束性", "binding"),
            Kind::Anticipatory => self.pick("预期性", "anticipatory"),
            Kind::Aspirational => self.pick("力争", "aspirational"),
        }
    }

    /// The second reading of the progress.
    pub fn band(self, band: Band) -> &'static str {
        match band {
            Band::Attained => self.pick("达标", "attained"),
            Band::Maintained => self.pick("保持达标", "maintained"),
            Band::Lost => self.pick("原已达标，转为未达标", "was attained, no longer is"),
            Band::AtLineNotMet => self.pick(
                "恰在线上，须超过",
                "exactly on the line, which has to be passed",
            ),
            Band::Near => self.pick("接近", "near"),
            Band::AccelerationNeeded => self.pick("须加快", "has to go faster"),
            Band::Stagnation => self.pick("停滞", "stagnating"),
            Band::MovingAway => self.pick("背离目标", "moving away"),
        }
    }

    /// The years a target is tested in.
    pub fn years(self, years: Years) -> String {
        match (years, self.0) {
            (Years::In(year), Lang::Zh) => format!("{year} 年"),
            (Years::In(year), Lang::En) => format!("in {year}"),
            (Years::Every(from, to), Lang::Zh) => format!("{from}–{to} 年每年"),
            (Years::Every(from, to), Lang::En) => format!("in every year {from}–{to}"),
            (Years::By(None, by), Lang::Zh) => format!("{by} 年底前"),
            (Years::By(None, by), Lang::En) => format!("by the end of {by}"),
            (Years::By(Some(from), by), Lang::Zh) => format!("{from}–{by} 年内"),
            (Years::By(Some(from), by), Lang::En) => format!("at some time in {from}–{by}"),
        }
    }

    /// A requirement: years, comparison, threshold and the other edge (upper end, or what the tolerance allows).
    pub fn requirement(
        self,
        years: Years,
        comparison: Comparison,
        threshold: &str,
        edge: Option<&str>,
    ) -> String {
        let when = self.years(years);
        let tolerated = edge.map_or_else(String::new, |edge| self.tolerated(edge));
        let what = match (comparison, self.0) {
            (Comparison::AtLeast, Lang::Zh) => format!("≥ {threshold}"),
            (Comparison::AtLeast, Lang::En) => format!("at least {threshold}"),
            (Comparison::MoreThan, Lang::Zh) => format!("> {threshold}"),
            (Comparison::MoreThan, Lang::En) => format!("more than {threshold}"),
            (Comparison::AtMost, Lang::Zh) => format!("≤ {threshold}"),
            (Comparison::AtMost, Lang::En) => format!("at most {threshold}"),
            (Comparison::LessThan, Lang::Zh) => format!("< {threshold}"),
            (Comparison::LessThan, Lang::En) => format!("less than {threshold}"),
            (Comparison::Between, Lang::Zh) => format!("{threshold} 至 {}", edge.unwrap_or("?")),
            (Comparison::Between, Lang::En) => {
                format!("between {threshold} and {}", edge.unwrap_or("?"))
            }
            (Comparison::About, Lang::Zh) => format!("{threshold} 左右{tolerated}"),
            (Comparison::About, Lang::En) => format!("about {threshold}{tolerated}"),
        };
        self.pick(format!("{when} {what}"), format!("{what} {when}"))
    }

    /// What stands for a threshold that somebody has yet to give.
    pub fn awaited_threshold(self, name: &str) -> String {
        self.pick(format!("{name}（待填）"), format!("{name} (awaited)"))
    }

    /// Something that has to happen by a date.
    pub fn event_due(self, by: &str) -> String {
        self.pick(format!("{by} 前完成"), format!("by {by}"))
    }

    fn tolerated(self, edge: &str) -> String {
        self.pick(format!("（容至 {edge}）"), format!(" ({edge} will do)"))
    }

    /// A builtin of formulas in words, where its own name would not be understood.
    pub fn builtin(self, name: &str) -> Option<&'static str> {
        Some(match name {
            "prev" => self.pick("上年", "previous"),
            "growth" => self.pick("增速", "growth"),
            "average_growth" => self.pick("年均增速", "average growth"),
            "cumulative" => self.pick("累计", "cumulative"),
            "sum" => self.pick("合计", "sum"),
            "mean" => self.pick("平均", "mean"),
            "count" => self.pick("个数", "count"),
            "lookup" => self.pick("查表", "lookup"),
            "round" => self.pick("四舍五入", "round"),
            "min" => self.pick("取小", "min"),
            "max" => self.pick("取大", "max"),
            "if" => self.pick("若", "if"),
            _ => return None,
        })
    }
}
