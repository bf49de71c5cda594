//! Sets, lookup tables, units, checks, scenarios and measures.

use super::super::rule::Rule;
use super::super::shape::{Field, ObjectShape, Shape};
use super::accept::{ANYWHERE, IN_FORMULAS, OF_CHECKS, accept};
use super::{AMOUNT, NOTE, PATHS, SOURCE, list, object};
use crate::engine::lang::Words;
use Shape::{
    Date, Either, Formula, Label, Line, List, Map, Name, Number, Reference, Table, Text, Tuple,
    Unit, Word, Year, Years,
};

static MEMBER: Shape = object(&MEMBER_FIELDS);
static POINT: Shape = Tuple(&[Number, Number]);
static CHANGE: Shape = Table(&AMOUNT);

pub(super) static SET: ObjectShape = ObjectShape {
    name: "set",
    about: Words {
        zh: "分组：有名字的名单",
        en: "A set: a named list",
    },
    fields: &[
        Field::required("id", Name, "标识，供 over 引用", "Id, for `over`").example(r#""towns""#),
        Field::optional("name", Text, "名称", "Name for people").example(r#""镇街""#),
        Field::required(
            "members",
            List(1, &MEMBER),
            "成员，按所需顺序",
            "Members, in the order wanted",
        ),
        Field::optional(
            "counter",
            Unit,
            "成员的计数单位，count 的结果以此为单位",
            "Unit a count of members is in",
        )
        .example(r#""家""#),
    ],
    rules: &[],
};

static MEMBER_FIELDS: ObjectShape = ObjectShape {
    name: "member",
    about: Words {
        zh: "分组的一个成员",
        en: "One member of a set",
    },
    fields: &[
        Field::required(
            "id",
            Name,
            "公式和表中的名字",
            "Name in formulas and tables",
        )
        .example(r#""danghu""#),
        Field::optional("name", Text, "名称", "Name for people").example(r#""当湖街道""#),
    ],
    rules: &[],
};

/// A lookup table.
pub static LOOKUP_TABLE: ObjectShape = ObjectShape {
    name: "table",
    about: Words {
        zh: "对照表：由一个数查另一个数，两端之外取端点值",
        en: "A lookup table: one number from another, flat outside its points",
    },
    fields: &[
        Field::required("id", Name, "标识，供 lookup 引用", "Id, for `lookup`")
            .example(r#""density""#),
        Field::optional(
            "of",
            Unit,
            "自变量的单位；按年份查则不写",
            "Unit of the argument; absent for a year",
        )
        .example(r#""万亩""#),
        Field::required("unit", Unit, "结果的单位", "Unit of the result").example(r#""%""#),
        Field::required(
            "points",
            Either(&[List(1, &POINT), Years(&Number)]),
            "各点：[自变量, 结果] 的列表，自变量递增；或按年份",
            "Points: a list of [argument, result] with rising arguments; or by year",
        )
        .example("[[0, 1], [10, 3]]"),
        Field::required(
            "path",
            Word(PATHS),
            "点之间如何取值",
            "How to read between points",
        )
        .example(r#""linear""#),
    ],
    rules: &[],
};

pub(super) static UNIT: ObjectShape = ObjectShape {
    name: "unit",
    about: Words {
        zh: "自定义的计量单位",
        en: "A unit of the author's own",
    },
    fields: &[
        Field::required("symbol", Unit, "符号", "Its symbol").example(r#""标准箱""#),
        Field::optional(
            "equals",
            Line,
            "等于多少别的单位；不写则自成一类",
            "What one of it is; a kind of its own if absent",
        )
        .example(r#""15 亩""#),
        Field::optional("name", Text, "名称", "Name for people"),
    ],
    rules: &[],
};

pub(super) static CHECK: ObjectShape = ObjectShape {
    name: "check",
    about: Words {
        zh: "核对：应当成立的条件（that）、单调关系（raising、never_lowers），或只有文字的发现",
        en: "A check: a condition that should hold (that), a monotone relation (raising, never_lowers), or a finding in \
             words",
    },
    fields: &[
        Field::optional("id", Label, "标识，用于链接", "Id, part of links"),
        Field::optional("text", Text, "核对的内容", "What it says"),
        Field::optional(
            "that",
            Formula,
            "应当成立的条件",
            "The condition that should hold",
        )
        .example(r#""sum(town_investment) = investment""#),
        Field::optional("in", Year, "在某一年", "In one year").example("2023"),
        Field::optional(
            "every",
            Tuple(&[Year, Year]),
            "从首年到末年的每一年；都不写则为规划期各年",
            "In every year from the first to the last; every plan year if absent",
        )
        .example("[2021, 2022]"),
        Field::optional(
            "within",
            Line,
            "允许差：0.5% 为相对，0.5pp 或 10亩 为绝对",
            "Allowed difference: 0.5% is relative, 0.5pp or 10亩 absolute",
        )
        .example(r#""0.5%""#),
        Field::optional(
            "raising",
            Reference,
            "调高这一假设……",
            "Raising this assumption …",
        )
        .example(r#""land_supply""#),
        Field::optional(
            "never_lowers",
            Reference,
            "……绝不应降低这一指标",
            "… should never lower this indicator",
        )
        .example(r#""va""#),
        SOURCE,
        NOTE,
        accept(&[OF_CHECKS, IN_FORMULAS, ANYWHERE]),
    ],
    rules: &[
        Rule::Some(&["that", "raising", "never_lowers", "text", "source"]),
        Rule::OneAtMost(&["that", "raising"]),
        Rule::OneAtMost(&["in", "every"]),
        Rule::Needs("raising", &["never_lowers"]),
        Rule::Needs("never_lowers", &["raising"]),
        Rule::Idle("in", "that"),
        Rule::Idle("every", "that"),
        Rule::Idle("within", "that"),
    ],
};

pub(super) static SCENARIO: ObjectShape = ObjectShape {
    name: "scenario",
    about: Words {
        zh: "情景：与默认假设的少量差别",
        en: "A scenario: a named small difference from the assumptions",
    },
    fields: &[
        Field::required("id", Label, "标识，用于链接", "Id, part of links")
            .example(r#""cautious""#),
        Field::optional("name", Text, "名称", "Name for people").example(r#""谨慎""#),
        Field::optional(
            "base",
            Reference,
            "在哪个情景之上修改",
            "Scenario it builds on",
        ),
        Field::required(
            "set",
            Map(&CHANGE),
            "假设的标识和在此情景中的取值",
            "Ids of assumptions and their values in this scenario",
        )
        .example(r#"{ "va_growth": 4 }"#),
        Field::optional("author", Line, "作者", "Who made it"),
        Field::optional("date", Date, "日期", "When"),
        Field::optional("reason", Text, "理由", "Why"),
    ],
    rules: &[],
};

pub(super) static MEASURE: ObjectShape = ObjectShape {
    name: "measure",
    about: Words {
        zh: "措施：规划的一项任务",
        en: "A measure: a task of the plan",
    },
    fields: &[
        Field::required("id", Label, "标识，用于链接", "Id, part of links").example(r#""d19""#),
        Field::required("text", Text, "任务内容", "What is to be done"),
        Field::optional("responsible", list(&Text), "责任单位", "Responsible units"),
        Field::optional(
            "serves",
            list(&Reference),
            "所服务的目标的标识",
            "Ids of the targets it serves",
        )
        .example(r#"["listed", "market-cap"]"#),
        SOURCE,
    ],
    rules: &[],
};
