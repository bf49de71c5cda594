//! The document itself, and what is quoted.

use super::super::rule::Rule;
use super::super::shape::{Field, ObjectShape, Shape};
use super::{assumption, indicator, list, object, rest, target};
use crate::engine::lang::Words;
use Shape::{Date, Format, Label, Line, Reference, Text, Year};

/// The document, as if it were a field.
pub static DOCUMENT: Field = Field::required("plan", object(&PLAN), "一份规划", "A plan").example(
    r#"{ "format": 1, "id": "…", "title": "…", "period": { "start": 2023, "end": 2027 } }"#,
);

/// A text by language.
pub static BY_LANGUAGE: ObjectShape = ObjectShape {
    name: "by_language",
    about: Words {
        zh: "按语言分写的文字，至少一种语言",
        en: "A text by language, at least one",
    },
    fields: &[
        Field::optional("zh", Line, "中文", "Chinese"),
        Field::optional("en", Line, "英文", "English"),
    ],
    rules: &[Rule::Some(&["zh", "en"])],
};

static SOURCE: Shape = object(&SOURCE_FIELDS);
static SET: Shape = object(&rest::SET);
static LOOKUP_TABLE: Shape = object(&rest::LOOKUP_TABLE);
static UNIT: Shape = object(&rest::UNIT);
static ASSUMPTION: Shape = object(&assumption::ASSUMPTION);
static INDICATOR: Shape = object(&indicator::INDICATOR);
static TARGET: Shape = object(&target::TARGET);
static CHECK: Shape = object(&rest::CHECK);
static SCENARIO: Shape = object(&rest::SCENARIO);
static MEASURE: Shape = object(&rest::MEASURE);

static PLAN: ObjectShape = ObjectShape {
    name: "plan",
    about: Words {
        zh: "一份规划：时段、假设、指标、目标及其来源",
        en: "A plan: its period, assumptions, indicators, targets and where they come from",
    },
    fields: &[
        Field::optional(
            "$schema",
            Line,
            "供编辑器使用的模式文件地址",
            "Where editors find the schema",
        )
        .example(r#""../plan.schema.json""#),
        Field::required(
            "format",
            Format,
            "格式版本，目前为 1",
            "Version of the format, at present 1",
        )
        .example("1"),
        Field::required(
            "id",
            Label,
            "规划的标识，用于链接",
            "Id of the plan, part of links",
        )
        .example(r#""pinghu-2023-2027""#),
        Field::required("title", Text, "规划名称", "Title of the plan"),
        Field::optional("note", Text, "说明", "Remarks"),
        Field::required(
            "period",
            object(&PERIOD),
            "规划期，首尾两年都在内",
            "First and last plan year, both inside",
        )
        .example(r#"{ "start": 2023, "end": 2027 }"#),
        Field::optional(
            "sources",
            list(&SOURCE),
            "所依据的文件，供引用",
            "Documents the plan is taken from, to be cited",
        ),
        Field::optional(
            "sets",
            list(&SET),
            "分组：镇街、集群、企业等名单，指标和假设可按其成员分列",
            "Named lists, such as townships or clusters, that indicators and assumptions may range over",
        ),
        Field::optional(
            "tables",
            list(&LOOKUP_TABLE),
            "对照表，公式用 lookup(x, id) 读取",
            "Lookup tables, read by lookup(x, id) in formulas",
        ),
        Field::optional(
            "units",
            list(&UNIT),
            "自定义的计量单位",
            "Units of the author's own",
        ),
        Field::optional(
            "assumptions",
            list(&ASSUMPTION),
            "假设：可以调整的数",
            "Assumptions: the numbers one may move",
        ),
        Field::optional(
            "indicators",
            list(&INDICATOR),
            "指标：逐年的数列，有实际值和公式",
            "Indicators: yearly series with observed values and a formula",
        ),
        Field::optional(
            "targets",
            list(&TARGET),
            "目标：数量、年份、比较与目标值",
            "Targets: a quantity, years, a comparison and a threshold",
        ),
        Field::optional(
            "checks",
            list(&CHECK),
            "核对：应当成立的关系，或无法计算的发现",
            "Checks: relations that should hold, or findings nothing computes",
        ),
        Field::optional(
            "scenarios",
            list(&SCENARIO),
            "情景：与默认假设的少量差别",
            "Scenarios: named small differences from the assumptions",
        ),
        Field::optional(
            "measures",
            list(&MEASURE),
            "措施：任务、责任单位及其服务的目标",
            "Measures: tasks, who is responsible, and the targets they serve",
        ),
    ],
    rules: &[],
};

static PERIOD: ObjectShape = ObjectShape {
    name: "period",
    about: Words {
        zh: "规划期",
        en: "The plan period",
    },
    fields: &[
        Field::required("start", Year, "首年", "First year").example("2023"),
        Field::required("end", Year, "末年", "Last year").example("2027"),
    ],
    rules: &[],
};

static SOURCE_FIELDS: ObjectShape = ObjectShape {
    name: "source",
    about: Words {
        zh: "被引用的文件或其一部分",
        en: "A document that is cited, or a part of it",
    },
    fields: &[
        Field::required("id", Label, "标识，供 ref 引用", "Id, for `ref`").example(r#""annex1""#),
        Field::required("title", Text, "文件名称", "Title"),
        Field::optional("issuer", Text, "发布机关", "Who issued it"),
        Field::optional(
            "date",
            Date,
            "发布日期：年、年-月或年-月-日",
            "Date: year, year-month or year-month-day",
        )
        .example(r#""2023-04-20""#),
        Field::optional("url", Line, "网址", "Where it can be read"),
    ],
    rules: &[],
};

pub(super) static CITATION: ObjectShape = ObjectShape {
    name: "citation",
    about: Words {
        zh: "出处：哪份文件、何处、原文",
        en: "Where something stands: document, place, words",
    },
    fields: &[
        Field::optional("ref", Reference, "文件的标识", "Id of the document")
            .example(r#""annex1""#),
        Field::optional("at", Text, "文件中的位置", "Place in it").example(r#""row 5""#),
        Field::optional("quote", Line, "原文，逐字照录", "The words, verbatim"),
    ],
    rules: &[],
};
