//! Findings of the plan check in words: both numbers, with their units, and what is odd about them.

mod heading;

pub use heading::Heading;

use crate::engine::check::{Finding, FindingKind, MemberOf, Pair, Subject, Undecided};
use crate::engine::eval::op::Operation;
use crate::engine::index::{AssumptionIdx, IndicatorIdx, TargetIdx, Year};
use crate::engine::lang::Lang;
use crate::engine::model::{Allowed, Model, TargetModel};
use crate::engine::plan::Plan;
use crate::engine::unit::{Tag, Unit};
use crate::text::number::{Precision, number, points, with_unit};
use crate::text::words::Words;

/// Who tells of findings: in which language, of which plan, and what its targets are called.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its model, for units.
    pub model: &'a Model,
    /// The reader's language.
    pub lang: Lang,
    /// What a target is called.
    pub target: &'a dyn Fn(TargetIdx) -> String,
}

impl Teller<'_> {
    /// What was found. Empty for a standing finding, which its author words.
    pub fn tell(self, finding: &Finding) -> String {
        match &finding.kind {
            FindingKind::Broken {
                operation,
                unit,
                allowed,
                breaches,
            } => {
                let breach = |pair: &Pair| self.breach(*operation, unit, *allowed, pair);
                self.joined(breaches.iter().map(breach))
            }
            FindingKind::Untrue { years } => {
                let years = self.list(years);
                self.pick(
                    format!("{years} 年不成立"),
                    format!("does not hold in {years}"),
                )
            }
            FindingKind::Lowers {
                assumption,
                indicator,
                member,
                year,
                settings,
                values,
            } => self.lowers(*assumption, *indicator, *member, *year, *settings, *values),
            FindingKind::Standing => String::new(),
            FindingKind::IdentityDiffers { member, pairs } => {
                let words = (
                    "观测",
                    "按其他观测推算",
                    "observed",
                    "from other observations",
                );
                self.of(*member) + &self.pairs(finding.subject, pairs, words)
            }
            FindingKind::PartsDiffer { pairs } => {
                let words = (
                    "合计观测",
                    "按成员推算",
                    "the whole is observed as",
                    "from its members",
                );
                self.pairs(finding.subject, pairs, words)
            }
            FindingKind::SharesDiffer { year, sum, whole } => {
                self.shares(finding.subject, *year, *sum, *whole)
            }
            FindingKind::WholeOutside {
                year,
                whole,
                least,
                greatest,
            } => self.outside(finding.subject, *year, *whole, [*least, *greatest]),
            FindingKind::AlreadyAttained {
                member,
                milestone,
                threshold,
                year,
                value,
            } => {
                self.of(*member)
                    + &self.met(finding.subject, (*milestone, *threshold), (*year, *value))
            }
            FindingKind::Contradictory {
                other,
                member,
                year,
                least,
                most,
            } => {
                self.of(*member)
                    + &self.contradiction(finding.subject, *other, *year, *least, *most)
            }
            FindingKind::Implied {
                by,
                member,
                year,
                threshold,
                stricter,
            } => {
                self.of(*member) + &self.implied(finding.subject, *by, *year, *threshold, *stricter)
            }
            FindingKind::Circular { targets } => self.circular(targets),
        }
    }

    /// What the subject of a finding is called.
    pub fn subject(self, subject: Subject) -> String {
        match subject {
            Subject::Check(index) => {
                let check = self.plan.checks.get(index.at());
                let text = check.and_then(|check| check.text.as_ref());
                text.map_or(String::new(), |text| text.get(self.lang).to_owned())
            }
            Subject::Indicator(index) => self.indicator(index),
            Subject::Target(index) => (self.target)(index),
            Subject::Assumption(index) => self.assumption(index),
        }
    }

    /// Why a check could not be decided.
    pub fn undecided(self, undecided: &Undecided) -> String {
        if undecided.years.is_empty() {
            return self
                .pick(
                    "没有可调范围，或数值未知，无法核对",
                    "no range to move in, or no value: cannot be checked",
                )
                .to_owned();
        }
        let years = self.list(&undecided.years);
        self.pick(
            format!("{years} 年数据不足，无法核对"),
            format!("values of {years} are unknown: cannot be checked"),
        )
    }

    fn breach(self, operation: Operation, unit: &Unit, allowed: Allowed, pair: &Pair) -> String {
        let [left, right] = [pair.left, pair.right].map(|side| {
            let other = if side.to_bits() == pair.left.to_bits() {
                pair.right
            } else {
                pair.left
            };
            written(side, other, &unit.name(self.lang))
        });
        let year = pair.year;
        let should = match (self.lang, operation) {
            (Lang::Zh, Operation::Equal) => "应等于",
            (Lang::Zh, Operation::Unequal) => "不应等于",
            (Lang::Zh, Operation::Less) => "应低于",
            (Lang::Zh, Operation::AtMost) => "应不超过",
            (Lang::Zh, Operation::Greater) => "应高于",
            (Lang::Zh, _) => "应不低于",
            (Lang::En, Operation::Equal) => "should equal",
            (Lang::En, Operation::Unequal) => "should not equal",
            (Lang::En, Operation::Less) => "should be less than",
            (Lang::En, Operation::AtMost) => "should not exceed",
            (Lang::En, Operation::Greater) => "should be more than",
            (Lang::En, _) => "should be at least",
        };
        let said = self.pick(
            format!("{year} 年为 {left}，{should} {right}"),
            format!("{left} in {year} {should} {right}"),
        );
        said + &self.allowance(unit, allowed, pair)
    }

    /// How far apart the sides are, where some difference is allowed.
    fn allowance(self, unit: &Unit, allowed: Allowed, pair: &Pair) -> String {
        let difference_unit = if unit.tag() == Tag::Ratio {
            points(self.lang).to_owned()
        } else {
            unit.name(self.lang)
        };
        let difference = (pair.left - pair.right).abs();
        let (difference, allowed) = match allowed {
            Allowed::Nothing => return String::new(),
            Allowed::Relative(share) => {
                let relative = difference / pair.right.abs();
                (
                    with_unit(&number(relative * 100.0), "%"),
                    with_unit(&number(share * 100.0), "%"),
                )
            }
            Allowed::Absolute(amount) => (
                with_unit(&number(difference), &difference_unit),
                with_unit(&number(amount), &difference_unit),
            ),
        };
        self.pick(
            format!("（相差 {difference}，允许 {allowed}）"),
            format!(" (off by {difference}; {allowed} is allowed)"),
        )
    }

    fn lowers(
        self,
        assumption: AssumptionIdx,
        indicator: IndicatorIdx,
        member: Option<MemberOf>,
        year: Year,
        [from, to]: [f64; 2],
        [high, low]: [f64; 2],
    ) -> String {
        let [from, to] = self.both(Subject::Assumption(assumption), from, to);
        let [high, low] = self.both(Subject::Indicator(indicator), high, low);
        let moved = quoted(&self.assumption(assumption));
        let falls = quoted(&self.indicator(indicator));
        self.of(member)
            + &self.pick(
                format!("{moved}由 {from} 升至 {to} 时，{year} 年{falls}由 {high} 降至 {low}"),
                format!("raising {moved} from {from} to {to} lowers {falls} in {year} from {high} to {low}"),
            )
    }

    fn shares(self, subject: Subject, year: Year, sum: f64, whole: f64) -> String {
        let [sum, whole] = self.both(subject, sum, whole);
        self.pick(
            format!("{year} 年：各成员目标合计 {sum}，整体目标 {whole}"),
            format!("{year}: the members' targets add up to {sum}, the whole's is {whole}"),
        )
    }

    fn outside(self, subject: Subject, year: Year, whole: f64, ends: [f64; 2]) -> String {
        let [least, greatest] = self.both(subject, ends[0], ends[1]);
        let whole = with_unit(&number(whole), &self.unit(subject));
        self.pick(
            format!("{year} 年：整体目标 {whole}，不在各成员目标 {least} 至 {greatest} 之间"),
            format!("{year}: the whole's target {whole} is not between the members' {least} and {greatest}"),
        )
    }

    fn met(self, subject: Subject, due: (Year, f64), met: (Year, f64)) -> String {
        let [value, threshold] = self.both(subject, met.1, due.1);
        let (year, milestone) = (met.0, due.0);
        self.pick(
            format!("{year} 年已是 {value}，{milestone} 年的目标 {threshold}在此之前已满足"),
            format!("{value} in {year} already meets the target of {threshold} for {milestone}"),
        )
    }

    fn implied(
        self,
        subject: Subject,
        by: TargetIdx,
        year: Year,
        threshold: f64,
        stricter: f64,
    ) -> String {
        let [threshold, stricter] = self.both(subject, threshold, stricter);
        let by = quoted(&(self.target)(by));
        self.pick(
            format!("{year} 年：目标 {threshold}已包含在{by}的 {stricter}之中"),
            format!("{year}: whoever meets {by} ({stricter}) meets {threshold} as well"),
        )
    }

    fn contradiction(
        self,
        subject: Subject,
        other: TargetIdx,
        year: Year,
        least: f64,
        most: f64,
    ) -> String {
        let [least, most] = self.both(subject, least, most);
        if subject == Subject::Target(other) {
            return self.pick(
                format!("{year} 年：下限 {least} 高于上限 {most}，没有数值能满足"),
                format!("{year}: the lower end {least} is above the upper end {most}; no value can meet it"),
            );
        }
        let other = quoted(&(self.target)(other));
        self.pick(
            format!("{year} 年：与{other}不能同时满足，一个要求达到 {least}，另一个要求不超过 {most}"),
            format!("{year}: cannot be met together with {other}: one asks for {least}, the other for no more than {most}"),
        )
    }

    fn circular(self, targets: &[TargetIdx]) -> String {
        const MOST: usize = 3;
        let mut names: Vec<String> = targets
            .iter()
            .map(|&target| quoted(&(self.target)(target)))
            .collect();
        names.dedup();
        let count = names.len();
        names.truncate(MOST);
        let names = Words(self.lang).list(names.iter().map(String::as_str));
        let more = if count > MOST {
            self.pick(
                format!("等 {count} 项目标"),
                format!(" and {} more", count - MOST),
            )
        } else {
            String::new()
        };
        self.pick(
            format!("随之达成：{names}{more}"),
            format!("attained with it: {names}{more}"),
        )
    }

    fn pairs(self, subject: Subject, pairs: &[Pair], words: (&str, &str, &str, &str)) -> String {
        let (left_zh, right_zh, left_en, right_en) = words;
        let pair = |pair: &Pair| {
            let [left, right] = self.both(subject, pair.left, pair.right);
            let year = pair.year;
            self.pick(
                format!("{year} 年{left_zh} {left}，{right_zh} {right}"),
                format!("{year}: {left_en} {left}, {right_en} {right}"),
            )
        };
        self.joined(pairs.iter().map(pair))
    }

    /// Two numbers of the subject, written so that they differ as they do.
    fn both(self, subject: Subject, a: f64, b: f64) -> [String; 2] {
        let unit = self.unit(subject);
        [written(a, b, &unit), written(b, a, &unit)]
    }

    fn unit(self, subject: Subject) -> String {
        let unit = match subject {
            Subject::Check(_) => None,
            Subject::Indicator(index) => self
                .model
                .indicators()
                .get(index.at())
                .map(|item| &item.unit),
            Subject::Assumption(index) => self
                .model
                .assumptions()
                .get(index.at())
                .map(|item| &item.unit),
            Subject::Target(index) => match self.model.targets().get(index.at()) {
                Some(TargetModel::Quantity(quantity)) => Some(&quantity.unit),
                _ => None,
            },
        };
        unit.map_or(String::new(), |unit| unit.name(self.lang))
    }

    fn indicator(self, index: IndicatorIdx) -> String {
        let indicator = self.plan.indicators.get(index.at());
        indicator.map_or(String::new(), |item| item.name.get(self.lang).to_owned())
    }

    fn assumption(self, index: AssumptionIdx) -> String {
        let assumption = self.plan.assumptions.get(index.at());
        assumption.map_or(String::new(), |item| item.name.get(self.lang).to_owned())
    }

    /// The member a finding is about, before what is said of it.
    fn of(self, member: Option<MemberOf>) -> String {
        let found =
            member.and_then(|of| self.plan.sets.get(of.set.at())?.members.get(of.member.at()));
        let name = found.map(|member| member.name.get(self.lang));
        name.map_or(String::new(), |name| {
            self.pick(format!("{name}，"), format!("{name}, "))
        })
    }

    fn list(self, years: &[Year]) -> String {
        let years: Vec<String> = years.iter().map(Year::to_string).collect();
        Words(self.lang).list(years.iter().map(String::as_str))
    }

    fn joined(self, parts: impl Iterator<Item = String>) -> String {
        parts.collect::<Vec<_>>().join(self.pick("；", "; "))
    }

    fn pick<T>(self, zh: T, en: T) -> T {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// A name in quotation marks; those inside it become the inner ones.
fn quoted(name: &str) -> String {
    let name = name.replace('“', "‘").replace('”', "’");
    format!("“{name}”")
}

/// A number beside another that it must not look equal to.
fn written(value: f64, beside: f64, unit: &str) -> String {
    let usual = number(value);
    if usual == number(beside) {
        with_unit(
            &Precision::for_comparison(value, [beside]).number(value),
            unit,
        )
    } else {
        with_unit(&usual, unit)
    }
}
