//! Problems of formulas, in words.

use super::Message;
use crate::engine::formula::builtins::{ArgumentKind, BUILTINS, Builtin};
use crate::engine::formula::{Called, DEEPEST, Expected, FormulaProblem, LONGEST};
use crate::engine::lang::Lang;

/// A formula problem in words.
pub fn message(problem: &FormulaProblem, lang: Lang) -> Message {
    match lang {
        Lang::Zh => chinese(problem),
        Lang::En => english(problem),
    }
}

#[expect(clippy::too_many_lines, reason = "one row per problem")]
fn chinese(problem: &FormulaProblem) -> Message {
    let call = |called: &Called| shown(called, Lang::Zh);
    match problem {
        FormulaProblem::Empty => Message::new("公式是空的", "写出公式，例如 va / land"),
        FormulaProblem::TooLong => {
            Message::new(format!("公式超过 {LONGEST} 字节"), "把它拆成几个指标")
        }
        FormulaProblem::TooDeep => Message::new(
            format!("公式超过 {DEEPEST} 层"),
            "把它拆成几个指标，或对分组求和",
        ),
        FormulaProblem::TooLarge => Message::new(
            "展开后步骤过多：增长率和多年平均层层嵌套",
            "把里层的增长率或平均另设为指标",
        ),
        FormulaProblem::Unexpected { expected, found } => {
            let needed = match expected {
                Expected::Operand => "数、名称、函数或括号",
                Expected::Operator => "运算符或结尾",
                Expected::ArgumentEnd => "逗号或右括号 )",
                Expected::Parenthesis => "右括号 )",
                Expected::Index => "年份或成员",
                Expected::Bracket => "右方括号 ]",
            };
            let text = match found {
                Some(found) => format!("这里应是{needed}，却是“{found}”"),
                None => format!("公式到此中断，这里应是{needed}"),
            };
            let help = match expected {
                Expected::Operand | Expected::Operator => {
                    "检查这里是否少写或多写了什么；两个量之间要有运算符"
                }
                Expected::ArgumentEnd => "参数之间用逗号分开，末尾用 ) 结束",
                Expected::Parenthesis => "每个 ( 都要有对应的 )",
                Expected::Index => "写成 x[2020]、x[成员] 或 x[成员, 2020]",
                Expected::Bracket => "每个 [ 都要有对应的 ]，先写成员，再写年份",
            };
            Message::new(text, help)
        }
        FormulaProblem::Foreign { written, meant } => {
            Message::new(format!("不用“{written}”"), format!("写成 {meant}"))
        }
        FormulaProblem::NumberTooLarge => Message::new("数过大", "换用较大的单位"),
        FormulaProblem::GroupedDigits => Message::new("数中不用千分位逗号", "连写数字，例如 1000"),
        FormulaProblem::DetachedUnit { number, word } => Message::new(
            format!("{number} 与“{word}”之间缺少运算符"),
            format!("若是单位，紧接着写：{number}{word}；若是名称，写 {number} * {word}"),
        ),
        FormulaProblem::ChainedComparison => {
            Message::new("比较不能连写", "用 and 连接：a < b and b < c")
        }
        FormulaProblem::UnknownFunction {
            name,
            nearest,
            year,
        } => Message::new(
            format!("没有函数 {name}"),
            match (year, nearest) {
                (Some(year), _) => format!("取某年的值写 {name}[{year}]"),
                (None, Some(nearest)) => format!("是否指 {nearest}？"),
                (None, None) => format!("可用的函数：{}", functions("、")),
            },
        ),
        FormulaProblem::FunctionWithoutArguments { builtin } => Message::new(
            format!("{} 是函数，须带参数", builtin.name),
            usage(builtin, Lang::Zh),
        ),
        FormulaProblem::ArgumentCount { builtin, found } => Message::new(
            format!("{} 的参数个数不对：现有 {found} 个", builtin.name),
            usage(builtin, Lang::Zh),
        ),
        FormulaProblem::UnknownArgument { builtin, name } => Message::new(
            format!("{} 不能带参数“{name}:”", builtin.name),
            usage(builtin, Lang::Zh),
        ),
        FormulaProblem::WrongArgument {
            builtin,
            argument,
            kind,
        } => Message::new(
            format!(
                "{} 的参数 {argument} 须是{}",
                builtin.name,
                argument_kind(*kind).0
            ),
            usage(builtin, Lang::Zh),
        ),
        FormulaProblem::UnknownName {
            name,
            nearest: Some(nearest),
        } if nearest.name.get(Lang::Zh) == name => Message::new(
            format!("“{name}”是名称，公式里要用 id"),
            format!("写 {}", nearest.id),
        ),
        FormulaProblem::UnknownName { name, nearest } => Message::new(
            format!("没有指标或假设叫“{name}”"),
            match nearest {
                Some(nearest) => format!("是否指{}？", call(nearest)),
                None => "公式里写指标或假设的 id".to_owned(),
            },
        ),
        FormulaProblem::UnknownMember { name, set, nearest } => Message::new(
            format!("{}没有成员“{name}”", call(set)),
            match nearest {
                Some(nearest) => format!("是否指{}？", call(nearest)),
                None => "方括号里写成员的 id，见 sets".to_owned(),
            },
        ),
        FormulaProblem::UnknownTable { name, nearest } => Message::new(
            format!("没有对照表“{name}”"),
            match nearest {
                Some(nearest) => format!("是否指{}？", call(nearest)),
                None => "对照表写在 tables 里".to_owned(),
            },
        ),
        FormulaProblem::NoMembers { name } => {
            Message::new(format!("{}不分成员", call(name)), "方括号里只写年份")
        }
        FormulaProblem::NothingToAggregate { function } => Message::new(
            format!("{function} 需要分组上的量，这里没有"),
            "参数中写一个带 over 的指标或假设",
        ),
        FormulaProblem::MixedSets { one, other } => Message::new(
            format!(
                "{}与{}属于不同的分组，不能逐个成员合算",
                call(one),
                call(other)
            ),
            "先各自汇总，例如 sum(…)",
        ),
        FormulaProblem::NoWhole { name } => Message::new(
            format!("{}有成员而没有总体值", call(name)),
            format!("写明如何汇总，例如 sum({})，或给它加上 whole", name.id),
        ),
        FormulaProblem::ConditionNeeded => {
            Message::new("这里需要条件", "写成比较，例如 va >= 100亿元")
        }
        FormulaProblem::QuantityNeeded => Message::new(
            "这里需要数量，不能是条件",
            "用 if(条件, 数, 数) 把条件变为数量",
        ),
    }
}

#[expect(clippy::too_many_lines, reason = "one row per problem")]
fn english(problem: &FormulaProblem) -> Message {
    let call = |called: &Called| shown(called, Lang::En);
    match problem {
        FormulaProblem::Empty => {
            Message::new("The formula is empty", "Write one, for example va / land")
        }
        FormulaProblem::TooLong => Message::new(
            format!("The formula has more than {LONGEST} bytes"),
            "Split it into several indicators",
        ),
        FormulaProblem::TooDeep => Message::new(
            format!("The formula has more than {DEEPEST} levels"),
            "Split it into several indicators, or sum over a set",
        ),
        FormulaProblem::TooLarge => Message::new(
            "Written out, the formula has too many steps: rates of growth and running means are nested",
            "Make the inner rate or mean an indicator of its own",
        ),
        FormulaProblem::Unexpected { expected, found } => {
            let needed = match expected {
                Expected::Operand => "a number, a name, a function or a bracket",
                Expected::Operator => "an operator or the end",
                Expected::ArgumentEnd => "a comma or )",
                Expected::Parenthesis => ")",
                Expected::Index => "a year or a member",
                Expected::Bracket => "]",
            };
            let text = match found {
                Some(found) => format!("Expected {needed}, found “{found}”"),
                None => format!("The formula ends where {needed} is expected"),
            };
            let help = match expected {
                Expected::Operand | Expected::Operator => {
                    "See whether something is missing or left over; between two quantities stands an operator"
                }
                Expected::ArgumentEnd => "Commas separate arguments, and ) ends them",
                Expected::Parenthesis => "Every ( needs its )",
                Expected::Index => "Write x[2020], x[member] or x[member, 2020]",
                Expected::Bracket => "Every [ needs its ]; a member comes before a year",
            };
            Message::new(text, help)
        }
        FormulaProblem::Foreign { written, meant } => Message::new(
            format!("“{written}” is not used here"),
            format!("Write {meant}"),
        ),
        FormulaProblem::NumberTooLarge => {
            Message::new("The number is too large", "Use a larger unit")
        }
        FormulaProblem::GroupedDigits => Message::new(
            "Numbers are written without commas",
            "Write the digits together: 1000",
        ),
        FormulaProblem::DetachedUnit { number, word } => Message::new(
            format!("There is no operator between {number} and “{word}”"),
            format!("A unit is attached: {number}{word}. A name is multiplied: {number} * {word}"),
        ),
        FormulaProblem::ChainedComparison => Message::new(
            "Comparisons cannot be chained",
            "Join them with and: a < b and b < c",
        ),
        FormulaProblem::UnknownFunction {
            name,
            nearest,
            year,
        } => Message::new(
            format!("There is no function {name}"),
            match (year, nearest) {
                (Some(year), _) => format!("The value in one year is written {name}[{year}]"),
                (None, Some(nearest)) => format!("Did you mean {nearest}?"),
                (None, None) => format!("There are {}", functions(", ")),
            },
        ),
        FormulaProblem::FunctionWithoutArguments { builtin } => Message::new(
            format!("{} is a function and needs arguments", builtin.name),
            usage(builtin, Lang::En),
        ),
        FormulaProblem::ArgumentCount { builtin, found } => Message::new(
            format!(
                "{} is called with the wrong number of arguments: {found}",
                builtin.name
            ),
            usage(builtin, Lang::En),
        ),
        FormulaProblem::UnknownArgument { builtin, name } => Message::new(
            format!("{} cannot be given “{name}:”", builtin.name),
            usage(builtin, Lang::En),
        ),
        FormulaProblem::WrongArgument {
            builtin,
            argument,
            kind,
        } => Message::new(
            format!(
                "{argument} of {} must be {}",
                builtin.name,
                argument_kind(*kind).1
            ),
            usage(builtin, Lang::En),
        ),
        FormulaProblem::UnknownName {
            name,
            nearest: Some(nearest),
        } if nearest.name.get(Lang::En) == name => Message::new(
            format!("“{name}” is a name for people; formulas use ids"),
            format!("Write {}", nearest.id),
        ),
        FormulaProblem::UnknownName { name, nearest } => Message::new(
            format!("No indicator or assumption is called “{name}”"),
            match nearest {
                Some(nearest) => format!("Did you mean {}?", call(nearest)),
                None => "Formulas use the ids of indicators and assumptions".to_owned(),
            },
        ),
        FormulaProblem::UnknownMember { name, set, nearest } => Message::new(
            format!("{} has no member “{name}”", call(set)),
            match nearest {
                Some(nearest) => format!("Did you mean {}?", call(nearest)),
                None => "Brackets hold the id of a member, see sets".to_owned(),
            },
        ),
        FormulaProblem::UnknownTable { name, nearest } => Message::new(
            format!("There is no table “{name}”"),
            match nearest {
                Some(nearest) => format!("Did you mean {}?", call(nearest)),
                None => "Tables are listed in tables".to_owned(),
            },
        ),
        FormulaProblem::NoMembers { name } => Message::new(
            format!("{} has no members", call(name)),
            "Only a year can stand in its brackets",
        ),
        FormulaProblem::NothingToAggregate { function } => Message::new(
            format!("{function} needs something that ranges over a set"),
            "Use an indicator or assumption that is over a set",
        ),
        FormulaProblem::MixedSets { one, other } => Message::new(
            format!(
                "{} and {} range over different sets and cannot be joined member by member",
                call(one),
                call(other)
            ),
            "Aggregate each of them first, for example sum(…)",
        ),
        FormulaProblem::NoWhole { name } => Message::new(
            format!("{} has members but no value for the whole", call(name)),
            format!(
                "Say how they are joined, for example sum({}), or give it a whole",
                name.id
            ),
        ),
        FormulaProblem::ConditionNeeded => Message::new(
            "A condition is needed here",
            "Write a comparison, for example va >= 100亿元",
        ),
        FormulaProblem::QuantityNeeded => Message::new(
            "A quantity is needed here, not a condition",
            "if(condition, number, number) turns a condition into a quantity",
        ),
    }
}

/// How a function is called, what for, and an example.
fn usage(builtin: &Builtin, lang: Lang) -> String {
    let (signature, help, example) = (builtin.signature(), builtin.help.get(lang), builtin.example);
    match lang {
        Lang::Zh => format!("{signature}：{help}。例如 {example}"),
        Lang::En => format!("{signature}: {help}. For example {example}"),
    }
}

/// The names of all functions.
fn functions(comma: &str) -> String {
    let names: Vec<&str> = BUILTINS.iter().map(|builtin| builtin.name).collect();
    names.join(comma)
}

fn argument_kind(kind: ArgumentKind) -> (&'static str, &'static str) {
    match kind {
        ArgumentKind::Quantity => ("数量", "a quantity"),
        ArgumentKind::Condition => ("条件", "a condition"),
        ArgumentKind::Years => ("整数（1 至 100）", "a whole number from 1 to 100"),
        ArgumentKind::Year => ("年份，例如 2020", "a year, such as 2020"),
        ArgumentKind::Table => ("对照表的 id", "the id of a table"),
    }
}

/// The name people gave, then the id.
fn shown(called: &Called, lang: Lang) -> String {
    let name = called.name.get(lang);
    match lang {
        _ if name.is_empty() || name == called.id => called.id.clone(),
        Lang::Zh => format!("“{name}”（{}）", called.id),
        Lang::En => format!("“{name}” ({})", called.id),
    }
}
