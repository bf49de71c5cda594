//! The warnings an item can accept: every code that can be reported at it without being an error.

use super::super::shape::{Choice, Field, Shape, choice};

/// The warnings accepted at an item.
pub(super) const fn accept(codes: &'static [&'static [Choice]]) -> Field {
    Field::optional(
        "accept",
        Shape::Codes(codes),
        "已知并接受的警告：警告代码和理由",
        "Warnings that are known and accepted: code and reason",
    )
    .example(r#"{ "mixed-prices": "…" }"#)
}

/// What can be reported at any item.
pub(super) const ANYWHERE: &[Choice] = &[
    choice(
        "unknown-field",
        "格式中没有的字段",
        "a field the format lacks",
    ),
    choice("idle-field", "不起作用的字段", "a field that does nothing"),
];

/// What can be reported of a formula.
pub(super) const IN_FORMULAS: &[Choice] = &[
    choice("mixed-prices", "价格口径不同", "different price bases"),
    choice("ratio-step", "比率加比率", "a ratio added to a ratio"),
    choice("cumulative-ratio", "累计比率", "ratios summed over years"),
];

/// What can be reported of an assumption.
pub(super) const OF_ASSUMPTIONS: &[Choice] = &[
    choice(
        "outside-range",
        "取值超出滑块",
        "a value outside the slider",
    ),
    choice(
        "not-an-option",
        "取值不在选项中",
        "a value that is no option",
    ),
    choice(
        "circular",
        "取值由目标反推",
        "a value taken from the targets",
    ),
];

/// What can be reported of an indicator.
pub(super) const OF_INDICATORS: &[Choice] = &[
    choice("nothing-known", "没有任何数值", "no value in any year"),
    choice(
        "identity-differs",
        "实际值与公式不符",
        "observations against the formula",
    ),
    choice(
        "parts-differ",
        "总体与成员不符",
        "the whole against its members",
    ),
];

/// What can be reported of a target.
pub(super) const OF_TARGETS: &[Choice] = &[
    choice(
        "easy-stretch",
        "力争值不更难",
        "a stretch that is no harder",
    ),
    choice("no-indicator", "不涉及指标", "no indicator in it"),
    choice(
        "pulls-against",
        "与优劣方向相反",
        "against what is better for its indicator",
    ),
    choice("after-plan", "晚于规划末年", "a year after the plan"),
    choice(
        "shares-differ",
        "分解与总目标不符",
        "a breakdown that does not add up",
    ),
    choice(
        "whole-outside",
        "总目标在成员目标之外",
        "a whole outside its members' thresholds",
    ),
    choice("already-attained", "早已达到", "attained already"),
    choice(
        "contradictory",
        "与另一目标矛盾",
        "contradicts another target",
    ),
    choice(
        "implied",
        "已包含在另一目标中",
        "follows from another target",
    ),
];

/// What can be reported of a check.
pub(super) const OF_CHECKS: &[Choice] = &[
    choice("broken", "核对不成立", "the check fails"),
    choice("lowers", "调高反而降低", "raising lowers"),
    choice("standing", "常设的发现", "a standing finding"),
];
