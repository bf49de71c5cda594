//! Assumptions.

use super::super::DISTRIBUTIONS;
use super::super::rule::Rule;
use super::super::shape::{Field, ObjectShape, Shape, choice};
use super::accept::{ANYWHERE, IN_FORMULAS, OF_ASSUMPTIONS, accept};
use super::{AMOUNT, NOTE, PATHS, SOURCE, object};
use crate::engine::lang::Words;
use Shape::{
    List, Map, Name, Number, Positive, PriceBasis, Reference, Table, Text, Tuple, Unit, Word,
};

static OPTION: Shape = object(&OPTION_FIELDS);

pub(super) static ASSUMPTION: ObjectShape = ObjectShape {
    name: "assumption",
    about: Words {
        zh: "假设：可以调整的数，带单位、范围、依据和不确定性",
        en: "An assumption: a number one may move, with unit, range, basis and uncertainty",
    },
    fields: &[
        Field::required(
            "id",
            Name,
            "公式中的名字：字母（含汉字）、数字和 _，不以数字开头",
            "Name in formulas: letters (Chinese too), digits and _, not beginning with a digit",
        )
        .example(r#""va_growth""#),
        Field::optional("name", Text, "名称", "Name for people"),
        Field::optional("group", Text, "所属的小标题", "Heading it stands under"),
        Field::required(
            "unit",
            Unit,
            "单位；数值以此单位书写",
            "Unit; numbers are written in it",
        )
        .example(r#""%""#),
        Field::optional(
            "prices",
            PriceBasis,
            "价格口径：current 现价、comparable 可比价，或不变价的年份",
            "Price basis: current, comparable, or the year of constant prices",
        )
        .example(r#""2020""#),
        Field::optional(
            "over",
            Reference,
            "按哪个分组的成员分列",
            "Set over whose members it ranges",
        )
        .example(r#""towns""#),
        Field::optional(
            "value",
            Table(&AMOUNT),
            "取值：一个数，或按年份、按成员的表；也可写由字面数和实际值组成的算式",
            "Its value: a number, or a table by year or member; also arithmetic over literals and observed values",
        )
        .example(r#"{ "2024": 800, "2027": 500 }"#),
        Field::optional(
            "path",
            Word(PATHS),
            "给定年份之间如何取值；有多个年份时必填",
            "How values stand between stated years; required with several years",
        )
        .example(r#""linear""#),
        Field::optional(
            "min",
            Number,
            "滑块下端；不写 min 和 max 则为不可拖动的常数",
            "Lower end of the slider; a constant without slider if min and max are absent",
        )
        .example("2"),
        Field::optional("max", Number, "滑块上端", "Upper end of the slider").example("12"),
        Field::optional("step", Positive, "滑块步长，大于 0", "Step of the slider, above 0").example("0.1"),
        Field::optional(
            "basis",
            Word(&[
                choice("history", "历史数据", "observed history"),
                choice(
                    "plan",
                    "规划自身的目标（循环论证：自然达标）",
                    "the plan's own targets (circular: attains them by construction)",
                ),
                choice("expert", "专家判断", "somebody's judgement"),
                choice("placeholder", "占位值，等待更好的数", "a stand-in until somebody knows better"),
            ]),
            "取值依据；不写即为占位值",
            "What the value rests on; a placeholder if absent",
        )
        .example(r#""plan""#),
        Field::optional("derivation", Text, "取值如何得出", "How the value was obtained"),
        Field::optional(
            "uncertainty",
            object(&UNCERTAINTY),
            "取值的不确定性：概率分布，可为取值本身、倍数或增减",
            "How uncertain the value is: the probability distribution of the value, of a factor or of a shift",
        )
        .example(r#"{ "pert": [4, 7, 9] }"#),
        Field::optional(
            "awaits",
            Word(&[
                choice("benchmark", "等待外部数据（如全省平均）", "an outside series, such as a provincial average"),
                choice("delegated", "由上级下达", "assigned by a superior"),
                choice("pending", "以后确定", "to be set later"),
            ]),
            "尚无取值的原因；与 value 二选一",
            "Why there is no value yet; instead of value",
        )
        .example(r#""delegated""#),
        Field::optional("from", Text, "由谁给出取值", "Who will give the value").example(r#""嘉兴市""#),
        Field::optional(
            "options",
            List(1, &OPTION),
            "有名字的取值：假设成为开关，例如原文的两种读法",
            "Named values: the assumption becomes a switch, for example between two readings of a text",
        ),
        SOURCE,
        NOTE,
        accept(&[OF_ASSUMPTIONS, IN_FORMULAS, ANYWHERE]),
    ],
    rules: &[
        Rule::Some(&["value", "awaits"]),
        Rule::OneAtMost(&["value", "awaits"]),
        Rule::Idle("from", "awaits"),
        Rule::Idle("min", "max"),
        Rule::Idle("max", "min"),
        Rule::Idle("step", "min"),
    ],
};

/// A probability distribution and what it is of.
pub static UNCERTAINTY: ObjectShape = ObjectShape {
    name: "uncertainty",
    about: Words {
        zh: "不确定性：写一种概率分布，并可写明是什么的分布",
        en: "Uncertainty: one probability distribution, and what it is of",
    },
    fields: &[
        Field::optional(
            "pert",
            Tuple(&[Number, Number, Number]),
            "PERT 分布：[最小, 最可能, 最大]",
            "PERT: [least, most likely, greatest]",
        )
        .example("[4, 7, 9]"),
        Field::optional(
            "triangular",
            Tuple(&[Number, Number, Number]),
            "三角分布：[最小, 最可能, 最大]",
            "Triangular: [least, most likely, greatest]",
        )
        .example("[4, 7, 9]"),
        Field::optional(
            "normal",
            Tuple(&[Number, Positive]),
            "正态分布：[均值, 标准差]",
            "Normal: [mean, standard deviation]",
        )
        .example("[7, 1.5]"),
        Field::optional(
            "lognormal",
            Tuple(&[Positive, Positive]),
            "对数正态分布：[均值, 变异系数]",
            "Lognormal: [mean, coefficient of variation]",
        )
        .example("[7, 0.2]"),
        Field::optional(
            "uniform",
            Tuple(&[Number, Number]),
            "均匀分布：[最小, 最大]",
            "Uniform: [least, greatest]",
        )
        .example("[4, 9]"),
        Field::optional(
            "as",
            Word(&[
                choice("value", "取值本身，以其单位书写", "the value itself, in its unit"),
                choice("factor", "乘在给定值上的倍数", "a factor on the stated values"),
                choice("shift", "加在给定值上的增减，以其单位书写", "an amount added to them, in their unit"),
            ]),
            "是什么的分布；不写即为取值本身。倍数和增减使各年同步变动，各成员分别变动",
            "What it is the distribution of; the value itself if absent. A factor or shift moves all years alike, and every member by itself",
        )
        .example(r#""factor""#),
        Field::optional(
            "with",
            Map(&Number),
            "与其他假设的秩相关系数，大于 −1 且小于 1；两者之一写明即可，且须同为全域或同一分组的假设",
            "Rank correlation with other assumptions, above −1 and below 1; stated on one of the two, which both are of the plan or over the same set",
        )
        .example(r#"{ "gdp_growth": 0.6 }"#),
    ],
    rules: &[Rule::Some(DISTRIBUTIONS), Rule::OneAtMost(DISTRIBUTIONS)],
};

static OPTION_FIELDS: ObjectShape = ObjectShape {
    name: "option",
    about: Words {
        zh: "开关的一个取值",
        en: "One value of a switch",
    },
    fields: &[
        Field::required("value", Number, "取值", "The value").example("5000"),
        Field::required("name", Text, "它的名字", "Its name"),
        SOURCE,
    ],
    rules: &[],
};
