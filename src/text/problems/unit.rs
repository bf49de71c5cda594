//! Problems of units, in words.

use super::Message;
use crate::engine::lang::Lang;
use crate::engine::plan::PriceBasis;
use crate::engine::unit::{Operand, Tag, Unit, UnitProblem};

/// A unit problem in words.
pub fn message(problem: &UnitProblem, lang: Lang) -> Message {
    match lang {
        Lang::Zh => chinese(problem),
        Lang::En => english(problem),
    }
}

#[expect(clippy::too_many_lines, reason = "one row per problem")]
fn chinese(problem: &UnitProblem) -> Message {
    let show = |operand: &Operand| shown(operand, Lang::Zh);
    let call = |operand: &Operand| called(operand, Lang::Zh);
    let name = |unit: &Unit| named(unit, Lang::Zh);
    match problem {
        UnitProblem::Unreadable { text } => Message::new(
            format!("读不懂单位“{text}”"),
            "写成“亿元”或“万元/亩”这样的形式，用 /、· 和括号连接",
        ),
        UnitProblem::Unknown { word, nearest } => Message::new(
            format!("没有单位“{word}”"),
            match nearest {
                Some(nearest) => format!("是否指“{nearest}”？自定义的单位写在 units 里"),
                None => "自定义的单位写在 units 里".to_owned(),
            },
        ),
        UnitProblem::BadSymbol { symbol } => Message::new(
            format!("“{symbol}”不能用作单位符号"),
            "单位符号只用文字，不含空格和运算符，不以数字开头",
        ),
        UnitProblem::AlreadyDefined { symbol } => Message::new(
            format!("单位“{symbol}”已经有了"),
            "换一个符号，或删去这一条",
        ),
        UnitProblem::OutOfRange => Message::new(
            "单位的倍数或幂次过大，无法精确换算",
            "减小幂次，或换用量级相近的单位",
        ),
        UnitProblem::BareNumber {
            number,
            write,
            needed,
        } => Message::new(
            format!("{number} 没有单位，这里需要{}", value_in(needed, Lang::Zh)),
            format!("写明单位，例如 {write}"),
        ),
        UnitProblem::Different { left, right } => Message::new(
            format!(
                "{}与{}不是同一类单位，不能相加减或比较",
                show(left),
                show(right)
            ),
            "检查两边的单位，或用乘除换算成同一类",
        ),
        UnitProblem::RatioWithPoints { left, right } => Message::new(
            format!(
                "{}与{}不能这样放在一起：一个是比率，一个是百分点",
                show(left),
                show(right)
            ),
            "比率之差才是百分点；两边应同为比率或同为百分点",
        ),
        UnitProblem::PointsAsGrowth { points } => Message::new(
            format!("{}是百分点，不能当作增长率使用", call(points)),
            "增长率的单位用 %；百分点只加在比率上",
        ),
        UnitProblem::NotPlain { user: "^", operand } => Message::new(
            format!("{}只能取整数次幂，指数须直接写出", show(operand)),
            "先除以同类单位的量，例如基年的值，再取其他次幂",
        ),
        UnitProblem::NotPlain { user, operand } => Message::new(
            format!("{user} 只接受纯数，{}不是", show(operand)),
            "先除以同类单位的量，例如基年的值",
        ),
        UnitProblem::StepMissing {
            function,
            operand,
            write,
        } => Message::new(
            format!("{function} 用于{}时须写明取整的步长", show(operand)),
            format!("例如 {write}"),
        ),
        UnitProblem::Unfit { found, wanted } => Message::new(
            format!("{}不能换算为{}", show(found), name(wanted)),
            "检查公式，或改正声明的单位",
        ),
        UnitProblem::WrongKind { found, wanted } if wanted.tag() == Tag::Points => Message::new(
            format!("{}是比率，这里需要百分点", call(found)),
            "比率之差才是百分点；若本来就是比率，把单位改为 %",
        ),
        UnitProblem::WrongKind { found, wanted } => Message::new(
            format!(
                "{}是百分点，这里需要{}",
                call(found),
                value_in(wanted, Lang::Zh)
            ),
            "两个比率之差以百分点计：把单位改为百分点，或加到一个比率上",
        ),
        UnitProblem::RatioStep { ratio, step } => Message::new(
            format!("{}加上{}：加的很可能是百分点", show(ratio), show(step)),
            format!(
                "把 {} 的单位改为百分点；若确是比率，在 accept 中写明理由",
                step.text
            ),
        ),
        UnitProblem::MixedPrices { left, right } => Message::new(
            format!(
                "{}按{}，{}按{}，价格口径不同",
                show(&left.0),
                prices(left.1, Lang::Zh),
                show(&right.0),
                prices(right.1, Lang::Zh)
            ),
            "统一口径；若有意如此，在 accept 中写明理由",
        ),
        UnitProblem::CumulativeRatio { operand } => Message::new(
            format!("逐年累计{}：比率和平均水平相加通常没有意义", show(operand)),
            "累计总量，或改用年均增长；若有意如此，在 accept 中写明理由",
        ),
    }
}

#[expect(clippy::too_many_lines, reason = "one row per problem")]
fn english(problem: &UnitProblem) -> Message {
    let show = |operand: &Operand| shown(operand, Lang::En);
    let call = |operand: &Operand| called(operand, Lang::En);
    let name = |unit: &Unit| named(unit, Lang::En);
    match problem {
        UnitProblem::Unreadable { text } => Message::new(
            format!("“{text}” cannot be read as a unit"),
            "Write units like 亿元 or yuan/mu, joined by /, · and brackets",
        ),
        UnitProblem::Unknown { word, nearest } => Message::new(
            format!("There is no unit “{word}”"),
            match nearest {
                Some(nearest) => {
                    format!("Did you mean “{nearest}”? Units of your own belong in units")
                }
                None => "Units of your own belong in units".to_owned(),
            },
        ),
        UnitProblem::BadSymbol { symbol } => Message::new(
            format!("“{symbol}” cannot be the symbol of a unit"),
            "Use letters only: no blanks, no operators, no digit first",
        ),
        UnitProblem::AlreadyDefined { symbol } => Message::new(
            format!("The unit “{symbol}” exists already"),
            "Choose another symbol, or remove this entry",
        ),
        UnitProblem::OutOfRange => Message::new(
            "The scale or power of this unit is too large to convert exactly",
            "Use a smaller power, or units of similar size",
        ),
        UnitProblem::BareNumber {
            number,
            write,
            needed,
        } => Message::new(
            format!(
                "{number} has no unit, and what is needed is {}",
                value_in(needed, Lang::En)
            ),
            format!("Give it one, for example {write}"),
        ),
        UnitProblem::Different { left, right } => Message::new(
            format!(
                "{} and {} measure different things and cannot be joined or compared",
                show(left),
                show(right)
            ),
            "Check both units, or convert one side by multiplying or dividing",
        ),
        UnitProblem::RatioWithPoints { left, right } => Message::new(
            format!(
                "{} and {} do not go together: one is a ratio, one is in percentage points",
                show(left),
                show(right)
            ),
            "Only a difference of ratios is in percentage points; both sides must be one or the other",
        ),
        UnitProblem::PointsAsGrowth { points } => Message::new(
            format!(
                "{} is in percentage points and cannot be used as a rate of growth",
                call(points)
            ),
            "Rates of growth have the unit %; percentage points are added to ratios only",
        ),
        UnitProblem::NotPlain { user: "^", operand } => Message::new(
            format!(
                "{} can be raised to whole powers only, written as a number",
                show(operand)
            ),
            "For other powers, divide by a quantity of the same kind first, such as its base year",
        ),
        UnitProblem::NotPlain { user, operand } => Message::new(
            format!(
                "{user} takes plain numbers only, and {} is none",
                show(operand)
            ),
            "Divide by a quantity of the same kind first, such as its base year",
        ),
        UnitProblem::StepMissing {
            function,
            operand,
            write,
        } => Message::new(
            format!("{function} of {} needs a step to round to", show(operand)),
            format!("For example {write}"),
        ),
        UnitProblem::Unfit { found, wanted } => Message::new(
            format!("{} cannot be expressed in {}", show(found), name(wanted)),
            "Check the formula, or correct the declared unit",
        ),
        UnitProblem::WrongKind { found, wanted } if wanted.tag() == Tag::Points => Message::new(
            format!(
                "{} is a ratio where percentage points are needed",
                call(found)
            ),
            "Only a difference of ratios is in percentage points; if it is a ratio, its unit is %",
        ),
        UnitProblem::WrongKind { found, wanted } => Message::new(
            format!(
                "{} is in percentage points, and what is needed is {}",
                call(found),
                value_in(wanted, Lang::En)
            ),
            "A difference of ratios is in percentage points: declare 百分点 (pp), or add it to a ratio",
        ),
        UnitProblem::RatioStep { ratio, step } => Message::new(
            format!(
                "{} is added to {}: percentage points are probably meant",
                show(step),
                show(ratio)
            ),
            format!(
                "Declare {} in 百分点 (pp); if it is a ratio indeed, say why in accept",
                step.text
            ),
        ),
        UnitProblem::MixedPrices { left, right } => Message::new(
            format!(
                "{} is in {} and {} in {}",
                show(&left.0),
                prices(left.1, Lang::En),
                show(&right.0),
                prices(right.1, Lang::En)
            ),
            "Use one price basis; if the mixture is meant, say why in accept",
        ),
        UnitProblem::CumulativeRatio { operand } => Message::new(
            format!(
                "{} is summed over the years: sums of ratios or averages rarely mean anything",
                show(operand)
            ),
            "Sum totals, or use average growth; if the sum is meant, say why in accept",
        ),
    }
}

/// A part of a formula: the name people gave it or its text, and its unit.
fn shown(operand: &Operand, lang: Lang) -> String {
    let unit = named(&operand.unit, lang);
    match (name(operand, lang), lang) {
        (Some(name), Lang::Zh) => format!("“{name}”（{}，{unit}）", operand.text),
        (Some(name), Lang::En) => format!("“{name}” ({}, {unit})", operand.text),
        (None, Lang::Zh) => format!("“{}”（{unit}）", operand.text),
        (None, Lang::En) => format!("“{}” ({unit})", operand.text),
    }
}

/// The same without its unit, for messages that are about it.
fn called(operand: &Operand, lang: Lang) -> String {
    match (name(operand, lang), lang) {
        (Some(name), Lang::Zh) => format!("“{name}”（{}）", operand.text),
        (Some(name), Lang::En) => format!("“{name}” ({})", operand.text),
        (None, _) => format!("“{}”", operand.text),
    }
}

fn name(operand: &Operand, lang: Lang) -> Option<&str> {
    let name = operand.name.as_ref()?.get(lang);
    (!name.is_empty() && name != operand.text).then_some(name)
}

/// What a value in the unit is.
fn value_in(unit: &Unit, lang: Lang) -> String {
    let name = named(unit, lang);
    let is_kind =
        unit.dimension().is_none() && (unit.tag() != Tag::Ratio || unit.name(lang).is_empty());
    match lang {
        _ if is_kind => name,
        Lang::Zh => format!("以 {name} 为单位的量"),
        Lang::En => format!("a value in {name}"),
    }
}

/// A unit, or what a number without one is.
fn named(unit: &Unit, lang: Lang) -> String {
    let name = unit.name(lang);
    match (unit.tag(), lang) {
        _ if !unit.dimension().is_none() => name,
        (Tag::Plain, Lang::Zh) => "纯数".to_owned(),
        (Tag::Plain, Lang::En) => "a plain number".to_owned(),
        (Tag::Ratio, Lang::Zh) if name.is_empty() => "比率".to_owned(),
        (Tag::Ratio, Lang::En) if name.is_empty() => "a ratio".to_owned(),
        (Tag::Ratio, _) => name,
        (Tag::Points, Lang::Zh) => "百分点".to_owned(),
        (Tag::Points, Lang::En) => "percentage points".to_owned(),
    }
}

fn prices(basis: PriceBasis, lang: Lang) -> String {
    match (basis, lang) {
        (PriceBasis::Current, Lang::Zh) => "现价".to_owned(),
        (PriceBasis::Current, Lang::En) => "current prices".to_owned(),
        (PriceBasis::Comparable, Lang::Zh) => "可比价".to_owned(),
        (PriceBasis::Comparable, Lang::En) => "comparable prices".to_owned(),
        (PriceBasis::Constant(year), Lang::Zh) => format!("{year}年不变价"),
        (PriceBasis::Constant(year), Lang::En) => format!("constant prices of {year}"),
    }
}
