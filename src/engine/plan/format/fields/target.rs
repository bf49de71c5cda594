//! Targets.

use super::super::rule::Rule;
use super::super::shape::{Field, ObjectShape, Shape, choice};
use super::super::{COMPARISONS, SUBJECTS, YEAR_WORDS};
use super::accept::{ANYWHERE, IN_FORMULAS, OF_TARGETS, accept};
use super::{AMOUNT, NOTE, SOURCE, list};
use crate::engine::lang::Words;
use Shape::{
    ByMember, Date, Either, Formula, Label, No, Number, Reference, Table, Text, Tuple, Unit, Word,
    Year,
};

const DUE: Shape = Either(&[Year, Date]);
static RECORD: Shape = Either(&[No, Date]);

/// The ends of a range.
pub static ENDS: Shape = Tuple(&[AMOUNT, AMOUNT]);

/// Fields that only a quantity has.
const QUANTITY_FIELDS: &[&str] = &["unit", "in", "every", "tolerance", "stretch", "base"];

pub(super) static TARGET: ObjectShape = ObjectShape {
    name: "target",
    about: Words {
        zh: "目标：数量（of）× 年份 × 一种比较；或由人记录的事件（event）；或只保留不评分的表述（statement）",
        en: "A target: a quantity (of) × years × one comparison; or an event a person records; or a statement that is \
             never scored",
    },
    fields: &[
        Field::required("id", Label, "标识，用于链接", "Id, part of links").example(r#""a1-5""#),
        Field::optional(
            "name",
            Text,
            "名称；不写则用指标名",
            "Name; the indicator's if absent",
        ),
        Field::optional("group", Text, "所属的小标题", "Heading it stands under"),
        Field::optional(
            "kind",
            Word(&[
                choice("binding", "约束性", "a commitment"),
                choice("anticipatory", "预期性", "expected"),
                choice("aspirational", "力争", "striven for"),
            ]),
            "约束程度；不写即为预期性",
            "How binding it is; anticipatory if absent",
        )
        .example(r#""binding""#),
        Field::optional(
            "of",
            Formula,
            "目标所指的数量：指标名或公式",
            "The quantity: an indicator or any formula",
        )
        .example(r#""growth(investment)""#),
        Field::optional(
            "unit",
            Unit,
            "数量和目标值的单位；能由数量推出时可不写",
            "Unit of the quantity and of bare thresholds, where it does not follow",
        )
        .example(r#""%""#),
        Field::optional("in", Year, "在某一年", "In one year").example("2025"),
        Field::optional(
            "every",
            Tuple(&[Year, Year]),
            "从首年到末年，每年都须达到",
            "In every year from the first to the last",
        )
        .example("[2023, 2027]"),
        Field::optional(
            "by",
            Either(&[Year, Date, Tuple(&[DUE, DUE])]),
            "到某年至少达到一次；或 [首年, 末年] 之间；事件可写日期",
            "At least once up to a year, or between [first, last]; a date for an event",
        )
        .example("2027"),
        Field::optional(
            "at_least",
            Table(&AMOUNT),
            "达到、以上、不低于（≥）：数、公式，或按年份、成员的表",
            "At least (≥): a number, a formula, or a table by year or member",
        )
        .example(r#"{ "2023": 205, "2025": 240, "2027": 250 }"#),
        Field::optional(
            "more_than",
            Table(&AMOUNT),
            "突破、超过、高于（>），相等不算",
            "More than (>); equal is not enough",
        )
        .example("350"),
        Field::optional(
            "at_most",
            Table(&AMOUNT),
            "以下、以内、不超过（≤）",
            "At most (≤)",
        )
        .example("60"),
        Field::optional(
            "less_than",
            Table(&AMOUNT),
            "低于、不满（<），相等不算",
            "Less than (<); equal is not enough",
        )
        .example("60"),
        Field::optional(
            "between",
            Table(&ENDS),
            "介于两者之间，含两端；或按年份、成员的表",
            "Between the two, ends included; or a table by year or member",
        )
        .example("[40, 45]"),
        Field::optional(
            "about",
            Table(&AMOUNT),
            "左右：在 better 的一侧允许 tolerance",
            "About: within the tolerance towards better",
        )
        .example("150"),
        Field::optional(
            "tolerance",
            Either(&[Number, Formula]),
            "about 的允许差，目标值的百分之几；不写为 5",
            "Tolerance of about, in per cent of the threshold; 5 if absent",
        )
        .example("10"),
        Field::optional(
            "stretch",
            Table(&AMOUNT),
            "更高的第二道线，不影响判定",
            "A second, harder line; never the verdict",
        ),
        Field::optional("base", Year, "计算进度的基年", "Base year of progress").example("2020"),
        Field::optional(
            "event",
            Text,
            "事件：由人记录是否完成",
            "An event that a person records as done",
        )
        .example(r#""完成扩园""#),
        Field::optional(
            "over",
            Reference,
            "事件须由哪个分组的每个成员完成",
            "Set of which each member must do the event",
        ),
        Field::optional(
            "done",
            ByMember(&RECORD),
            "事件的记录：完成日期，或 false；可按成员",
            "What is recorded of the event: its date, or false; by member if you like",
        )
        .example(r#""2023-05-30""#),
        Field::optional(
            "statement",
            Text,
            "只保留文字、不评分的目标",
            "Words that are kept and never scored",
        ),
        Field::optional("responsible", list(&Text), "责任单位", "Responsible units")
            .example(r#"["市经信局"]"#),
        SOURCE,
        NOTE,
        accept(&[OF_TARGETS, IN_FORMULAS, ANYWHERE]),
    ],
    rules: &[
        Rule::Some(SUBJECTS),
        Rule::OneAtMost(SUBJECTS),
        Rule::Excludes("of", &["over", "done"]),
        Rule::Excludes("event", QUANTITY_FIELDS),
        Rule::Excludes("event", COMPARISONS),
        Rule::Excludes("statement", QUANTITY_FIELDS),
        Rule::Excludes("statement", COMPARISONS),
        Rule::Excludes("statement", &["by", "over", "done"]),
        Rule::OneAtMost(COMPARISONS),
        Rule::OneAtMost(YEAR_WORDS),
        Rule::Needs("of", COMPARISONS),
        Rule::Needs("event", &["by"]),
        Rule::Idle("tolerance", "about"),
    ],
};
