//! Wording of what can be wrong with a plan as a model.

use super::Message;
use crate::engine::lang::Lang;
use crate::engine::model::ModelProblem;

/// What is wrong and what to do about it.
pub fn message(problem: &ModelProblem, lang: Lang) -> Message {
    match lang {
        Lang::Zh => chinese(problem),
        Lang::En => english(problem),
    }
}

fn chinese(problem: &ModelProblem) -> Message {
    match problem {
        ModelProblem::Loop { names } => Message::new(
            format!("公式在同一年内互相引用：{}", around(names)),
            "让其中一处引用上一年的值，例如 prev(x)",
        ),
        ModelProblem::AxisTooLong { first, last, most } => Message::new(
            format!("年份从 {first} 到 {last}，超过 {most} 年"),
            "检查观测、公式、路径与目标中的年份",
        ),
        ModelProblem::TooLarge => Message::new(
            "全部公式合计过大，放不下的部分按未知处理".to_owned(),
            "减少相互嵌套的 growth、average，或减少成员与年份",
        ),
        ModelProblem::NotConstant => Message::new(
            "假设的取值公式只能使用数字和已有的观测值".to_owned(),
            "写成对观测值的算式，例如 (x[2022] - x[2020]) / 2，或直接写数字",
        ),
        ModelProblem::NoUnit => Message::new(
            "目标的单位无法由公式得出".to_owned(),
            "为目标写明 unit，例如 \"unit\": \"%\"",
        ),
        ModelProblem::EachOrWhole => Message::new(
            "该指标按成员分列，只有一个目标值，不知是每个成员还是合计".to_owned(),
            "每个成员写 {\"*\": 40}，合计写 {\"all\": 118}",
        ),
        ModelProblem::NoMembers => Message::new(
            "目标值按成员分列，但该指标不分成员".to_owned(),
            "给出一个目标值，或为指标加上 over",
        ),
        ModelProblem::NoIndicator => Message::new(
            "该目标不涉及任何指标，永远无法用实际值检验".to_owned(),
            "把它所指的量写成指标",
        ),
        ModelProblem::PullsAgainst { name } => Message::new(
            format!("目标的方向与指标“{name}”的优劣方向相反"),
            "检查比较方式，或指标的 better",
        ),
        ModelProblem::Allowance { unit } => Message::new(
            format!("允许差须为相对值，或以“{}”计的绝对值", unit.name(Lang::Zh)),
            "例如 \"within\": \"0.5%\"，或 \"10亩\"；比率的绝对差用百分点，如 \"0.5pp\"",
        ),
        ModelProblem::AfterPlan { year, end } => Message::new(
            format!("目标年份 {year} 晚于规划末年 {end}，推演延长到该年"),
            "如属笔误，请改正年份",
        ),
    }
}

fn english(problem: &ModelProblem) -> Message {
    match problem {
        ModelProblem::Loop { names } => Message::new(
            format!("Formulas need each other within one year: {}", around(names)),
            "Let one of them read the year before, for example prev(x)",
        ),
        ModelProblem::AxisTooLong { first, last, most } => Message::new(
            format!("Years run from {first} to {last}, more than {most}"),
            "Check the years of observations, formulas, paths and targets",
        ),
        ModelProblem::TooLarge => Message::new(
            "All formulas together are too large; what found no room is unknown".to_owned(),
            "Nest fewer growth and average into each other, or have fewer members or years",
        ),
        ModelProblem::NotConstant => Message::new(
            "The value of an assumption may use numbers and observed values only".to_owned(),
            "Write arithmetic over observed values, for example (x[2022] - x[2020]) / 2, or a number",
        ),
        ModelProblem::NoUnit => Message::new(
            "The unit of the target does not follow from its formula".to_owned(),
            "State it, for example \"unit\": \"%\"",
        ),
        ModelProblem::EachOrWhole => Message::new(
            "The quantity ranges over a set, but there is one threshold: for each member, or for the whole?".to_owned(),
            "Write {\"*\": 40} for each member, {\"all\": 118} for the whole",
        ),
        ModelProblem::NoMembers => Message::new(
            "The threshold is by member, but the quantity is of the plan".to_owned(),
            "State one threshold, or let the indicator range over the set",
        ),
        ModelProblem::NoIndicator => Message::new(
            "The target reads no indicator, so it can never be checked against what happens".to_owned(),
            "Make what it is about an indicator",
        ),
        ModelProblem::PullsAgainst { name } => Message::new(
            format!("The target pulls the other way than what is better for “{name}”"),
            "Check the comparison, or the indicator's better",
        ),
        ModelProblem::Allowance { unit } => Message::new(
            format!("The allowed difference must be a share, or an amount in {}", unit.name(Lang::En)),
            "Write for example \"within\": \"0.5%\" or \"10亩\"; for shares, points such as \"0.5pp\"",
        ),
        ModelProblem::AfterPlan { year, end } => Message::new(
            format!("The target's year {year} lies after the plan's end {end}; the projection runs to it"),
            "Correct the year if it is a slip",
        ),
    }
}

fn around(names: &[String]) -> String {
    let mut around = names.join(" → ");
    if let Some(first) = names.first() {
        around.push_str(" → ");
        around.push_str(first);
    }
    around
}
