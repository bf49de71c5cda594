//! The same in Chinese.

use super::super::place::kind;
use super::super::shape::{self, expected};
use super::super::{Message, as_written, either};
use crate::engine::lang::Lang;
use crate::engine::plan::format::YEARS;
use crate::engine::plan::{CorrelationFault, PlanProblem, TooMany};

#[expect(clippy::too_many_lines, reason = "one arm per problem")]
pub(super) fn message(problem: &PlanProblem) -> Message {
    let zh = Lang::Zh;
    let (first_year, last_year) = (YEARS.start(), YEARS.end());
    match problem {
        PlanProblem::WrongKind {
            expected: shape,
            found,
            field,
        } => Message::new(
            format!(
                "此处应为{}，写的却是{}",
                expected(shape, zh),
                shape::found(*found, zh)
            ),
            shape::remedy(shape, *found, field, zh),
        ),
        PlanProblem::Missing { field } => {
            Message::new(format!("缺少必填的 {}", field.key), shape::about(field, zh))
        }
        PlanProblem::UnknownField { field, suggestion } => Message::new(
            format!("格式中没有“{field}”这个字段，其内容会保留但不起作用"),
            match suggestion {
                Some(field) => format!("是否想写 {}：{}", field.key, field.about.zh),
                None => "删去它；自用的字段请以 x- 开头".to_owned(),
            },
        ),
        PlanProblem::UnknownWord {
            word,
            allowed,
            suggestion,
        } => Message::new(
            format!("此处不能写“{word}”"),
            shape::choices(allowed, *suggestion, zh),
        ),
        PlanProblem::UnknownCode {
            code,
            allowed,
            suggestion,
        } => Message::new(
            format!("此处不会有代码为“{code}”的警告，这一条不起作用"),
            shape::codes(allowed, *suggestion, zh),
        ),
        PlanProblem::Blank { field } => Message::new("文字是空白的", shape::about(field, zh)),
        PlanProblem::Empty { field } => Message::new("这里至少要有一项", shape::about(field, zh)),
        PlanProblem::WrongLength {
            expected,
            found,
            field,
        } => Message::new(
            format!("应有 {expected} 项，实有 {found} 项"),
            shape::about(field, zh),
        ),
        PlanProblem::NotAYear(text) => Message::new(
            format!("“{text}”不是可用的年份"),
            format!("写四位年份，从 {first_year} 到 {last_year}"),
        ),
        PlanProblem::NotADate(text) => Message::new(
            format!("“{text}”不是日期"),
            "写成 2025、2025-06 或 2025-06-30",
        ),
        PlanProblem::BadName(id) => Message::new(
            format!("标识“{id}”不能用在公式里"),
            "只用字母（含汉字）、数字和 _，不以数字开头",
        ),
        PlanProblem::BadLabel(id) => Message::new(
            format!("标识“{id}”含有不可用的字符"),
            "只用字母（含汉字）、数字、_、- 和 .，以字母或数字开头",
        ),
        PlanProblem::ReservedName(id) => Message::new(
            format!("“{id}”在公式或表中另有含义，不能作标识"),
            "换一个标识，例如加上前缀",
        ),
        PlanProblem::BadPriceBasis(text) => Message::new(
            format!("“{text}”不是价格口径"),
            "写 \"current\"（现价）、\"comparable\"（可比价）或不变价的年份，例如 \"2020\"",
        ),
        PlanProblem::MixedTable => Message::new(
            "同一张表里既有年份又有成员",
            "按成员分列时，年份写在每个成员之内：{\"成员\": {\"2025\": 1}}",
        ),
        PlanProblem::NestedTable => Message::new(
            "表套得太深",
            "可以写 x、{年份: x}、{成员: x} 或 {成员: {年份: x}}",
        ),
        PlanProblem::NewerFormat { found, newest } => Message::new(
            format!(
                "这份规划的格式是第 {} 版，本程序最多认识第 {newest} 版",
                as_written(*found)
            ),
            "请使用更新的版本打开；文件未作任何改动",
        ),
        PlanProblem::UnknownFormat(found) => Message::new(
            format!("没有第 {} 版格式", as_written(*found)),
            "写 \"format\": 1",
        ),
        PlanProblem::Reversed { start, end } => {
            Message::new(format!("首年 {start} 晚于末年 {end}"), "先写首年，后写末年")
        }
        PlanProblem::DuplicateId {
            id, kind: taken, ..
        } => Message::new(
            format!("标识“{id}”已被另一个{}使用", kind(*taken).zh),
            "换一个标识；这一项现在不起作用",
        ),
        PlanProblem::UnknownReference {
            kind: wanted,
            id,
            suggestion,
        } => Message::new(
            format!("没有标识为“{id}”的{}", kind(*wanted).zh),
            match suggestion {
                Some(suggestion) => format!("是否想写“{suggestion}”"),
                None => format!("检查拼写，或在 {} 中补上", wanted.section()),
            },
        ),
        PlanProblem::ScenarioLoop(ring) => Message::new(
            format!("情景互为基础：{}", ring.join(" → ")),
            "去掉其中一个 base",
        ),
        PlanProblem::Conflict { first, second } => Message::new(
            format!("{second} 不能与 {first} 同时使用"),
            format!("删去其一；现在以 {first} 为准"),
        ),
        PlanProblem::NoneOf(keys) => Message::new(
            format!("缺少 {}", either(keys, zh)),
            format!("写上 {} 之一", either(keys, zh)),
        ),
        PlanProblem::Needs { field, needs } => {
            let needs = either(needs, zh);
            Message::new(
                format!("有 {field} 就必须有 {needs}"),
                format!("补上 {needs}，或删去 {field}"),
            )
        }
        PlanProblem::Idle { field, needs } => Message::new(
            format!("没有 {needs}，{field} 不起作用"),
            format!("补上 {needs}，或删去 {field}"),
        ),
        PlanProblem::MembersWithoutSet => {
            Message::new("按成员分列，却没有写是哪个分组", "补上 over，或只写一个值")
        }
        PlanProblem::YearsOutOfPlace => {
            Message::new("此处不能按年份分列", "写一个日期或 false，或按成员分列")
        }
        PlanProblem::NoPath => Message::new(
            "有多个年份，却没有写其间如何取值",
            "补上 path：step（保持）、linear（直线）或 compound（固定增速）",
        ),
        PlanProblem::ObservedWithoutYear => {
            Message::new("实际值没有写年份", "写成 {\"2022\": 129.8}")
        }
        PlanProblem::NothingKnown => Message::new(
            "既无实际值也无公式，任何年份都没有数值",
            "补上 observed 或 formula",
        ),
        PlanProblem::NoYears => Message::new(
            "没有写在哪些年份检验",
            "补上 in、every 或 by，或把目标值按年份分列",
        ),
        PlanProblem::DateForQuantity(date) => Message::new(
            format!("数量只按整年检验，不能写“{date}”"),
            "写年份，例如 \"by\": 2025；有日期的里程碑用 event",
        ),
        PlanProblem::YearsTwice { field } => Message::new(
            format!("目标值已按年份分列，不能再写 {field}"),
            format!("删去 {field}，或只写一个目标值"),
        ),
        PlanProblem::RangeReversed { min, max } => Message::new(
            format!("下端 {} 应小于上端 {}", as_written(*min), as_written(*max)),
            "先小后大",
        ),
        PlanProblem::OutsideRange { value, min, max } => Message::new(
            format!(
                "取值 {} 在滑块范围 {} 至 {} 之外",
                as_written(*value),
                as_written(*min),
                as_written(*max)
            ),
            "放宽 min、max，或改正取值",
        ),
        PlanProblem::NotPositive { value, field } => Message::new(
            format!("{} 的 {} 应大于 0", field.key, as_written(*value)),
            shape::about(field, zh),
        ),
        PlanProblem::NegativeTolerance(number) => Message::new(
            format!("允许差 {} 不能为负", as_written(*number)),
            "写目标值的百分之几，例如 5",
        ),
        PlanProblem::NotAnOption(value) => Message::new(
            format!("取值 {} 不是 options 中的任何一个", as_written(*value)),
            "改成其中一个，或补上这个选项",
        ),
        PlanProblem::NotRising { field } => {
            Message::new("次序不对，应由小到大", shape::about(field, zh))
        }
        PlanProblem::BadCorrelation { with, fault } => match fault {
            CorrelationFault::OutOfRange(rank) => Message::new(
                format!(
                    "与“{with}”的秩相关系数 {} 不在 −1 与 1 之间",
                    as_written(*rank)
                ),
                "写大于 −1 且小于 1 的数，例如 0.6",
            ),
            CorrelationFault::Certain => Message::new(
                format!("“{with}”没有注明不确定性，或就是本假设，谈不上相关"),
                "先给它写 uncertainty，或去掉这一项",
            ),
            CorrelationFault::OtherSet => Message::new(
                format!("与“{with}”不属于同一分组，不能写相关系数"),
                "只在同为全域、或同一分组的假设之间写",
            ),
            CorrelationFault::Twice => {
                Message::new(format!("与“{with}”的相关系数写了两次"), "只在两者之一写明")
            }
        },
        PlanProblem::CorrelationsContradict => Message::new(
            "这些相关系数不能同时成立",
            "例如 A 与 B、B 与 C 都高度正相关时，A 与 C 不可能负相关；把绝对值改小",
        ),
        PlanProblem::EasyStretch { stretch, threshold } => Message::new(
            format!(
                "stretch {} 并不比目标值 {} 更难",
                as_written(*stretch),
                as_written(*threshold)
            ),
            "把较难的写在 stretch",
        ),
        PlanProblem::DoneWithoutDate => {
            Message::new("true 没有说明何时完成", "写完成日期，例如 \"2023-05-30\"")
        }
        PlanProblem::TooMany { what, found, most } => {
            let what = match what {
                TooMany::Series => "序列（假设与指标，逐成员计）",
                TooMany::Results => "目标结果（逐年份、逐成员计）",
                TooMany::Scenarios => "情景",
                TooMany::Correlated => "相关的假设",
            };
            Message::new(
                format!("规划有 {found} 个{what}，最多 {most} 个"),
                "按地区或主题拆成几个规划",
            )
        }
        PlanProblem::FurtherProblems(more) => Message::new(
            format!("另有 {more} 个问题没有列出"),
            "先解决已列出的，再重新检查",
        ),
    }
}
