//! Indicators.

use super::super::rule::Rule;
use super::super::shape::{Field, ObjectShape, Shape, choice};
use super::accept::{ANYWHERE, IN_FORMULAS, OF_INDICATORS, accept};
use super::{NOTE, PATHS, SOURCE, list, object};
use crate::engine::lang::Words;
use Shape::{
    ByYear, Either, Formula, Line, Name, Null, Number, PriceBasis, Reference, Table, Text, Unit,
    Word,
};

/// An observed value.
pub static OBSERVED: Shape = Either(&[Number, Null, object(&OBSERVATION)]);

pub(super) static INDICATOR: ObjectShape = ObjectShape {
    name: "indicator",
    about: Words {
        zh: "指标：逐年的数列，先取实际值，其后按公式推演",
        en: "An indicator: a yearly series, observed as far as known and projected by its formula from there",
    },
    fields: &[
        Field::required(
            "id",
            Name,
            "公式中的名字：字母（含汉字）、数字和 _，不以数字开头",
            "Name in formulas: letters (Chinese too), digits and _, not beginning with a digit",
        )
        .example(r#""va_per_mu""#),
        Field::optional("name", Text, "名称", "Name for people"),
        Field::optional("group", Text, "所属的小标题", "Heading it stands under"),
        Field::required(
            "unit",
            Unit,
            "单位；数值以此单位书写",
            "Unit; numbers are written in it",
        )
        .example(r#""万元/亩""#),
        Field::optional(
            "prices",
            PriceBasis,
            "价格口径：current 现价、comparable 可比价，或不变价的年份",
            "Price basis: current, comparable, or the year of constant prices",
        )
        .example(r#""current""#),
        Field::required(
            "better",
            Word(&[
                choice("higher", "越高越好", "more is better"),
                choice("lower", "越低越好", "less is better"),
                choice("neutral", "无所谓高低", "neither"),
            ]),
            "哪个方向更好",
            "Which way is better",
        )
        .example(r#""higher""#),
        Field::optional(
            "over",
            Reference,
            "按哪个分组的成员分列",
            "Set over whose members it ranges",
        )
        .example(r#""towns""#),
        Field::optional(
            "whole",
            Formula,
            "整体如何由成员得出：sum 求和、same 同一公式用于整体，或另一公式",
            "How the whole follows from the members: sum, same (the formula over the wholes), or a formula",
        )
        .example(r#""sum""#),
        Field::optional(
            "except",
            list(&Reference),
            "不适用的成员（表中印作“-”）",
            "Members it does not apply to (printed “-”)",
        )
        .example(r#"["danghu"]"#),
        Field::optional(
            "observed",
            Table(&OBSERVED),
            "实际值，按年份，或按成员再按年份；null 为未知",
            "Observed values by year, or by member and year; null is unknown",
        )
        .example(r#"{ "2021": 109.76, "2022": 129.8 }"#),
        Field::optional(
            "formula",
            ByYear(&Formula),
            "公式，或按起始年份分段的公式",
            "The formula, or formulas by the first year each applies",
        )
        .example(r#"{ "2023": "va_2023", "2024": "prev(va) * (1 + va_growth)" }"#),
        Field::optional(
            "path",
            Word(PATHS),
            "实际值之间的缺口如何内插；不写则不补",
            "How gaps between observations are filled; not at all if absent",
        ),
        SOURCE,
        NOTE,
        accept(&[OF_INDICATORS, IN_FORMULAS, ANYWHERE]),
    ],
    rules: &[
        Rule::Idle("whole", "over"),
        Rule::Idle("except", "over"),
        Rule::Idle("path", "observed"),
    ],
};

static OBSERVATION: ObjectShape = ObjectShape {
    name: "observation",
    about: Words {
        zh: "实际值及其版本和出处",
        en: "An observed value with its edition and where it stands",
    },
    fields: &[
        Field::required(
            "value",
            Either(&[Number, Null]),
            "数值；null 为未知",
            "The value; null is unknown",
        )
        .example("129.8"),
        Field::optional(
            "vintage",
            Line,
            "统计数据的版本",
            "Edition of the statistics",
        )
        .example(r#""2023 年鉴""#),
        SOURCE,
    ],
    rules: &[],
};
