//! Counts, places and lists of the interface.

use super::Words;
use crate::engine::index::Year;
use crate::engine::lang::{Lang, Text};
use crate::text::number::number;

impl Words {
    /// From one value to another, and by how much.
    pub fn changed_from_to(self, from: &str, to: &str, by: &str) -> String {
        self.pick(
            format!("由 {from} 变为 {to}（{by}）"),
            format!("from {from} to {to} ({by})"),
        )
    }

    /// Makes more of a long list, of which so many are left.
    pub fn make_more(self, step: usize, left: usize) -> String {
        let [step, left] = [step, left].map(|count| number(count as f64));
        self.pick(
            format!("再列出 {step} 项（还有 {left} 项）"),
            format!("List {step} more ({left} left)"),
        )
    }

    /// How many results are the same in all scenarios.
    pub fn same_everywhere(self, count: usize) -> String {
        self.pick(
            format!("另有 {count} 项结果在各情景中相同。"),
            match count {
                1 => "One more result is the same in all of them.".to_owned(),
                _ => format!("{count} more results are the same in all of them."),
            },
        )
    }

    /// How many published methods say something else than the verdict.
    pub fn methods_disagreeing(self, count: usize) -> String {
        self.pick(
            format!("其他方法的判定（{count} 种不同）"),
            format!("Verdicts of other methods ({count} disagree)"),
        )
    }

    /// The name of a copy.
    pub fn copy_of(self, name: &str) -> String {
        self.pick(format!("{name} 副本"), format!("Copy of {name}"))
    }

    /// That a scenario is deleted.
    pub fn scenario_deleted(self, name: &str) -> String {
        self.pick(
            format!("已删除情景“{name}”。"),
            format!("The scenario “{name}” is deleted."),
        )
    }

    /// The point of a year on the path of an assumption.
    pub fn point_of_path(self, name: &str, year: Year) -> String {
        self.pick(
            format!("{name}：{year} 年的点"),
            format!("{name}: point of {year}"),
        )
    }

    /// Adds a year to the path of an assumption.
    pub fn add_year(self, name: &str, year: Year) -> String {
        self.pick(
            format!("{name}：增加 {year} 年"),
            format!("{name}: add {year}"),
        )
    }

    /// Takes a year out of the path of an assumption.
    pub fn remove_year(self, name: &str, year: Year) -> String {
        self.pick(
            format!("{name}：移除 {year} 年"),
            format!("{name}: remove {year}"),
        )
    }

    /// The same where the name stands above.
    pub fn remove_this_year(self, year: Year) -> String {
        self.pick(format!("移除 {year} 年"), format!("Remove {year}"))
    }

    /// Something said of a subject.
    pub fn told_of(self, subject: &str, said: &str) -> String {
        self.pick(format!("{subject}：{said}"), format!("{subject}: {said}"))
    }

    /// The probability of a target.
    pub fn chance_of(self, percent: &str) -> String {
        self.pick(
            format!("达标概率约 {percent}"),
            format!("attained with a probability of about {percent}"),
        )
    }

    /// The probability of a target that no draw attains.
    pub fn chance_below(self, percent: &str) -> String {
        self.pick(
            format!("达标概率低于 {percent}：没有一次抽样达标"),
            format!("attained with a probability below {percent}: in none of the draws"),
        )
    }

    /// The probability of a target that all draws attain.
    pub fn chance_above(self, percent: &str) -> String {
        self.pick(
            format!("达标概率高于 {percent}：每次抽样都达标"),
            format!("attained with a probability above {percent}: in all of the draws"),
        )
    }

    /// The bounds of a probability where some draws cannot be decided.
    pub fn chance_open(self, least: &str, most: &str, open: &str) -> String {
        self.pick(
            format!("达标概率在 {least} 与 {most} 之间：{open} 的抽样无法判定"),
            format!("attained with a probability between {least} and {most}: {open} of the draws cannot be decided"),
        )
    }

    /// How many draws were made, and the standard error of a share of them in points.
    pub fn draws_made(self, count: usize, error: Option<&str>) -> String {
        let count = number(count as f64);
        let error = error.map_or_else(String::new, |error| {
            self.pick(
                format!("，标准误 {error} 个百分点"),
                format!(", standard error {error} points"),
            )
        });
        self.pick(
            format!("抽样 {count} 次（拉丁超立方，种子固定，结果可重现）{error}。"),
            format!("{count} draws (Latin hypercube, seed fixed, the same every time){error}."),
        )
    }

    /// The assumptions that are drawn.
    pub fn drawn_assumptions(self, names: &str) -> String {
        self.pick(format!("抽取的假设：{names}。"), format!("Drawn: {names}."))
    }

    /// The documents something is taken from.
    pub fn taken_from(self, places: &str) -> String {
        self.pick(format!("来源：{places}"), format!("Source: {places}"))
    }

    /// The scenario in force.
    pub fn under_scenario(self, name: &str) -> String {
        self.pick(format!("情景：{name}"), format!("Scenario: {name}"))
    }

    /// How many assumptions have been moved.
    pub fn moved(self, count: usize) -> String {
        self.pick(format!("{count} 项已调整"), format!("{count} moved"))
    }

    /// What the large number of the headline is a part of.
    pub fn of_all_attained(self, total: usize) -> String {
        let total = number(total as f64);
        self.pick(format!("/ {total} 项达标"), format!("of {total} attained"))
    }

    /// The difference to the plan as written, already signed.
    pub fn against_plan(self, signed: &str) -> String {
        self.pick(
            format!("较规划原文 {signed}"),
            format!("{signed} against the plan as written"),
        )
    }

    /// What the live region says when verdicts change.
    pub fn tally(self, attained: usize, near: usize, missed: usize, undetermined: usize) -> String {
        self.pick(
            format!("达标 {attained}，接近 {near}，未达标 {missed}，待定 {undetermined}"),
            format!(
                "{attained} attained, {near} near, {missed} missed, {undetermined} undetermined"
            ),
        )
    }

    /// How many problems of each weight there are, and how many besides; those without any are left out.
    pub fn problem_counts(
        self,
        errors: usize,
        warnings: usize,
        notices: usize,
        further: usize,
    ) -> String {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let counted = [
            (errors, "个错误", "error"),
            (warnings, "个警告", "warning"),
            (notices, "个提示", "note"),
            (further, "个其他问题", "further problem"),
        ];
        let counted: Vec<String> = counted
            .into_iter()
            .filter(|(count, ..)| *count != 0)
            .map(|(count, zh, en)| {
                self.pick(
                    format!("{count} {zh}"),
                    format!("{count} {en}{}", plural(count)),
                )
            })
            .collect();
        self.list(counted.iter().map(String::as_str))
    }

    /// That not all problems are listed.
    pub fn more_problems(self, count: usize) -> String {
        match (self.0, count) {
            (Lang::Zh, _) => format!("还有 {count} 个问题没有列出，请先处理以上问题。"),
            (Lang::En, 1) => "1 more problem is not listed: mend these first.".to_owned(),
            (Lang::En, _) => format!("{count} more problems are not listed: mend these first."),
        }
    }

    /// The title of a plan, or what stands for a missing one.
    pub fn title(self, title: &Text) -> &str {
        match title.get(self.0) {
            "" => self.untitled(),
            title => title,
        }
    }

    /// Label of what takes a plan off the list.
    pub fn remove_plan(self, title: &str) -> String {
        self.pick(format!("移除“{title}”"), format!("Remove “{title}”"))
    }

    /// That a plan is off the list.
    pub fn plan_removed(self, title: &str) -> String {
        self.pick(
            format!("已移除“{title}”及在其中所做的工作。"),
            format!("“{title}” is removed, with the work done on it."),
        )
    }

    /// A file by its name.
    pub fn file_named(self, name: &str) -> String {
        self.pick(format!("文件“{name}”"), format!("File “{name}”"))
    }

    /// Attained results out of all of one target.
    pub fn part_of(self, part: usize, whole: usize) -> String {
        format!("{part}/{whole}")
    }

    /// How many targets a plan has.
    pub fn count_of_targets(self, count: usize) -> String {
        self.pick(format!("{count} 项目标"), format!("{count} targets"))
    }

    /// How much may be written at the caret.
    pub fn count_of_choices(self, count: usize) -> String {
        self.pick(
            format!("{count} 项可选，用上下方向键选择，回车写入"),
            format!("{count} to choose from: arrow keys choose, Enter takes"),
        )
    }

    /// A year as a heading.
    pub fn in_year(self, year: Year) -> String {
        self.pick(format!("{year} 年"), format!("{year}"))
    }

    /// First and last plan year.
    pub fn period(self, start: Year, end: Year) -> String {
        self.pick(format!("{start}–{end} 年"), format!("{start}–{end}"))
    }

    /// The slider's ends, already with unit.
    pub fn from_to(self, from: &str, to: &str) -> String {
        self.pick(format!("{from} 至 {to}"), format!("{from} to {to}"))
    }

    /// Why a typed number is not taken.
    pub fn out_of_range(self, from: &str, to: &str) -> String {
        self.pick(
            format!("应在 {from} 与 {to} 之间"),
            format!("Between {from} and {to}, please"),
        )
    }

    /// Label of the field of one year.
    pub fn value_in(self, name: &str, year: Year) -> String {
        self.pick(format!("{name}，{year} 年"), format!("{name}, {year}"))
    }

    /// Label of the reset of one assumption.
    pub fn reset_one(self, name: &str) -> String {
        self.pick(format!("将“{name}”复位"), format!("Reset “{name}”"))
    }

    /// Label of the lock of one assumption.
    pub fn lock_one(self, name: &str) -> String {
        self.pick(format!("锁定“{name}”"), format!("Lock “{name}”"))
    }

    /// Label of what cannot be moved, and why.
    pub fn locked_one(self, name: &str) -> String {
        self.pick(format!("{name}（已锁定）"), format!("{name} (locked)"))
    }

    /// The guide, on the targets.
    pub fn guide_targets(self, attained: usize, total: usize) -> String {
        self.pick(
            format!("按规划取值推演，{total} 项结果中 {attained} 项达标。每行是一个目标：要求、推演值、差距和判定。"),
            format!(
                "Projected as the plan assumes, {attained} of {total} results are attained. Each row is a target: what is required, what is projected, the margin and the verdict."
            ),
        )
    }

    /// The guide, on the assumptions.
    pub fn guide_assumptions(self, first: &str) -> String {
        self.pick(
            format!("结果取决于这些假设。拖动滑块或键入数值，例如“{first}”，所有目标的判定随即更新。"),
            format!(
                "The results rest on these assumptions. Drag a slider or type a value, such as “{first}”, and every verdict follows at once."
            ),
        )
    }

    /// In how many places members and whole do not agree.
    pub fn reconciled(self, count: usize) -> String {
        match count {
            0 => self
                .pick(
                    "对账：分项与全域没有发现不符。",
                    "Reconciliation: nothing found where members and whole disagree.",
                )
                .to_owned(),
            1 => self
                .pick(
                    "对账：分项与全域有 1 处不符",
                    "Reconciliation: members and whole disagree in 1 place",
                )
                .to_owned(),
            _ => self.pick(
                format!("对账：分项与全域有 {count} 处不符"),
                format!("Reconciliation: members and whole disagree in {count} places"),
            ),
        }
    }

    /// What a cell of a table by year holds.
    pub fn of_year(self, name: &str, year: Year, unit: &str) -> String {
        let value = self.pick(format!("{year}年{name}"), format!("{name} in {year}"));
        match unit {
            "" => value,
            unit => self.pick(format!("{value}（{unit}）"), format!("{value} ({unit})")),
        }
    }

    /// How many observations are the user's own.
    pub fn entered(self, count: usize) -> String {
        match count {
            0 => String::new(),
            1 => self
                .pick("你填入了 1 个数值", "1 value entered by you")
                .to_owned(),
            _ => self.pick(
                format!("你填入了 {count} 个数值"),
                format!("{count} values entered by you"),
            ),
        }
    }

    /// A quoted source: its title and the place in it.
    pub fn cited(self, title: &str, at: &str) -> String {
        match (title.is_empty(), at.is_empty()) {
            (_, true) => title.to_owned(),
            (true, _) => at.to_owned(),
            _ => self.pick(format!("{title}，{at}"), format!("{title}, {at}")),
        }
    }

    /// A number with what it is of, as it is spoken.
    pub fn number_of(self, year: Year, name: &str, number: &str) -> String {
        self.pick(
            format!("{year} 年 {name} {number}：怎么来的"),
            format!("{name}, {year}: {number}, how it comes about"),
        )
    }

    /// What is required of something, as it is spoken.
    pub fn required_of(self, name: &str, requirement: &str) -> String {
        self.pick(
            format!("{name} {requirement}：怎么来的"),
            format!("{name}, {requirement}, how it comes about"),
        )
    }

    /// A quantity of one member.
    pub fn of_member(self, name: &str, member: &str) -> String {
        self.pick(format!("{name}（{member}）"), format!("{name} ({member})"))
    }

    /// The whole of a quantity as the sum of its members.
    pub fn sum_of_members(self, name: &str) -> String {
        self.pick(
            format!("合计(各成员的{name})"),
            format!("sum({name} of every member)"),
        )
    }

    /// The total of many members of a set.
    pub fn total_of_members(self, set: &str, count: usize) -> String {
        self.pick(
            format!("{set}：合计 {count} 个成员"),
            format!("{set}: {count} members in total"),
        )
    }

    /// The ends an assumption is moved between, and which they are.
    pub fn ends_of(self, ends: &str, which: &str) -> String {
        self.pick(format!("{ends}（{which}）"), format!("{ends} ({which})"))
    }

    /// How many more assumptions there are.
    pub fn more_assumptions(self, count: usize) -> String {
        self.pick(
            format!("另有 {count} 项影响更小。"),
            match count {
                1 => "One more matters less.".to_owned(),
                _ => format!("{count} more matter less."),
            },
        )
    }

    /// A list of names.
    pub fn list<'a>(self, names: impl IntoIterator<Item = &'a str>) -> String {
        let names: Vec<&str> = names.into_iter().collect();
        names.join(self.pick("、", ", "))
    }

    /// Two parts of one line.
    pub const fn dot(self) -> &'static str {
        " · "
    }
}
