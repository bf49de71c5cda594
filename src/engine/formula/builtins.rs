//! The table of functions: the parser, the unit checker, the documentation and the completion read it.

use crate::engine::eval::op::Operation;
use crate::engine::formula::typed::Aggregate;
use crate::engine::lang::Words;

/// A function of formulas.
#[derive(Debug, PartialEq)]
pub struct Builtin {
    /// Its name.
    pub name: &'static str,
    /// What it takes, in order.
    pub arguments: &'static [Argument],
    /// What it does with units.
    pub units: UnitRule,
    /// What it becomes.
    pub lowering: Lowering,
    /// What it is for.
    pub help: Words,
    /// A formula that uses it.
    pub example: &'static str,
}

/// An argument of a function.
#[derive(Debug, PartialEq)]
pub struct Argument {
    /// Its name in documentation; also how it is written where it must be named.
    pub name: &'static str,
    /// What it may be.
    pub kind: ArgumentKind,
    /// How often it is given.
    pub need: Need,
}

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    /// Any quantity.
    Quantity,
    /// A condition.
    Condition,
    /// A whole number of years, at least 1, as a literal.
    Years,
    /// A calendar year, as a literal.
    Year,
    /// The id of a lookup table.
    Table,
}

/// How often an argument is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Once.
    Required,
    /// Once or not at all.
    Optional,
    /// Any number of times, also none; only the last argument.
    Repeated,
    /// Once or not at all, written with its name: `by: x`.
    Named,
}

/// What a function does with units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitRule {
    /// All quantities in one unit, which is the result's.
    Common,
    /// The unit of the first argument.
    First,
    /// A plain number, or a quantity and a step in its unit; the unit of the first argument.
    Stepped,
    /// Only plain numbers and ratios; a plain number.
    Plain,
    /// Any unit; a ratio, in % where a target does not say otherwise.
    Rate,
    /// The unit of the set's `counter`.
    Counter,
    /// The unit of the lookup table.
    Table,
}

impl UnitRule {
    /// The rule in words.
    pub fn help(self) -> Words {
        match self {
            Self::Common => Words {
                zh: "各参数须为同类单位；结果随第一个参数",
                en: "arguments of one kind of unit; the result has the first one's",
            },
            Self::First => Words {
                zh: "结果与第一个参数单位相同",
                en: "the result has the first argument's unit",
            },
            Self::Stepped => Words {
                zh: "有单位的量须写明步长；结果与第一个参数单位相同",
                en: "a quantity needs a step; the result has the first argument's unit",
            },
            Self::Plain => Words {
                zh: "只接受纯数或比率；结果为纯数",
                en: "plain numbers and ratios only; a plain number",
            },
            Self::Rate => Words {
                zh: "任意单位；结果为比率（%）",
                en: "any unit; the result is a ratio (%)",
            },
            Self::Counter => Words {
                zh: "结果为分组的计数单位",
                en: "the result has the set's counting unit",
            },
            Self::Table => Words {
                zh: "结果为对照表的单位",
                en: "the result has the table's unit",
            },
        }
    }
}

/// What a call becomes in the typed tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lowering {
    /// The operation between all arguments; over the members of a set where there is one argument.
    FoldOrAggregate(Operation, Aggregate),
    /// The operation on the arguments as they stand.
    Apply(Operation),
    /// The operation on the argument and the step, 1 where there is none.
    Step(Operation),
    /// Not below the second argument, not above the third.
    Clamp,
    /// The value some years earlier.
    Lag,
    /// The sum over years.
    Cumulative,
    /// Growth on the year before.
    Growth,
    /// Average yearly growth since a year.
    AverageGrowth,
    /// Mean of the latest years.
    RunningMean,
    /// Over the members of a set.
    Aggregate(Aggregate),
    /// Mean over the members of a set, weighted where weights are given.
    Mean,
    /// A value read from a table.
    Lookup,
}

impl Builtin {
    /// How it is called: `cumulative(x, from?)`.
    pub fn signature(&self) -> String {
        let arguments: Vec<String> = self.arguments.iter().map(Argument::written).collect();
        format!("{}({})", self.name, arguments.join(", "))
    }

    /// Fewest and most arguments without a name; no most where the last one repeats.
    pub fn counts(&self) -> (usize, Option<usize>) {
        let count = |need| {
            self.arguments
                .iter()
                .filter(|argument| argument.need == need)
                .count()
        };
        let least = count(Need::Required);
        let most = least + count(Need::Optional);
        (least, (count(Need::Repeated) == 0).then_some(most))
    }

    /// Position of the argument that is given by this name.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.arguments
            .iter()
            .position(|argument| argument.need == Need::Named && argument.name == name)
    }
}

impl Argument {
    fn written(&self) -> String {
        match self.need {
            Need::Required => self.name.to_owned(),
            Need::Optional => format!("{}?", self.name),
            Need::Repeated => format!("{}…", self.name),
            Need::Named => format!("{}: …", self.name),
        }
    }
}

const fn argument(name: &'static str, kind: ArgumentKind, need: Need) -> Argument {
    Argument { name, kind, need }
}

const X: Argument = argument("x", ArgumentKind::Quantity, Need::Required);

macro_rules! builtin {
    ($name:literal ($($argument:expr),*), $units:ident, $lowering:expr, $zh:literal, $en:literal, $example:literal) => {
        Builtin {
            name: $name,
            arguments: &[$($argument),*],
            units: UnitRule::$units,
            lowering: $lowering,
            help: Words { zh: $zh, en: $en },
            example: $example,
        }
    };
}

use ArgumentKind::{Condition, Quantity, Table, Year, Years};
use Lowering::{Apply, FoldOrAggregate, Step};
use Need::{Named, Optional, Repeated, Required};

/// All functions, by subject.
pub const BUILTINS: &[Builtin] = &[
    builtin!(
        "min"(X, argument("y", Quantity, Repeated)),
        Common,
        FoldOrAggregate(Operation::Minimum, Aggregate::Minimum),
        "最小者；只有一个参数时为分组成员中的最小者",
        "the smallest; of one argument, the smallest over the members of its set",
        "min(va, 500亿元)"
    ),
    builtin!(
        "max"(X, argument("y", Quantity, Repeated)),
        Common,
        FoldOrAggregate(Operation::Maximum, Aggregate::Maximum),
        "最大者；只有一个参数时为分组成员中的最大者",
        "the largest; of one argument, the largest over the members of its set",
        "max(prev(land) - land_freed, 0)"
    ),
    builtin!(
        "clamp"(
            X,
            argument("low", Quantity, Required),
            argument("high", Quantity, Required)
        ),
        Common,
        Lowering::Clamp,
        "限制在下限与上限之间",
        "held between a lower and an upper bound",
        "clamp(va, 100亿元, 500亿元)"
    ),
    builtin!(
        "if"(
            argument("condition", Condition, Required),
            argument("then", Quantity, Required),
            argument("else", Quantity, Required)
        ),
        Common,
        Apply(Operation::If),
        "条件成立取第二个参数，否则取第三个",
        "the second argument where the condition holds, else the third",
        "if(year < 2025, va, 1.1 * va)"
    ),
    builtin!(
        "abs"(X),
        First,
        Apply(Operation::Absolute),
        "绝对值",
        "the absolute value",
        "abs(va - va[2023])"
    ),
    builtin!(
        "round"(X, argument("step", Quantity, Optional)),
        Stepped,
        Step(Operation::Round),
        "四舍五入到步长的整数倍",
        "rounded to a multiple of the step, halves away from zero",
        "round(va, 0.1亿元)"
    ),
    builtin!(
        "floor"(X, argument("step", Quantity, Optional)),
        Stepped,
        Step(Operation::Floor),
        "向下取整到步长的整数倍",
        "rounded down to a multiple of the step",
        "floor(firms, 1家)"
    ),
    builtin!(
        "ceil"(X, argument("step", Quantity, Optional)),
        Stepped,
        Step(Operation::Ceiling),
        "向上取整到步长的整数倍",
        "rounded up to a multiple of the step",
        "ceil(firms, 5家)"
    ),
    builtin!(
        "sqrt"(X),
        Plain,
        Apply(Operation::SquareRoot),
        "平方根",
        "the square root",
        "sqrt(va / va[2023])"
    ),
    builtin!(
        "exp"(X),
        Plain,
        Apply(Operation::Exponential),
        "e 的幂",
        "e to the power of the argument",
        "exp(va_growth)"
    ),
    builtin!(
        "ln"(X),
        Plain,
        Apply(Operation::Logarithm),
        "自然对数",
        "the natural logarithm",
        "ln(va / va[2023])"
    ),
    builtin!(
        "prev"(X, argument("n", Years, Optional)),
        First,
        Lowering::Lag,
        "上一年（或 n 年前）的值",
        "the value one year earlier, or n years earlier",
        "prev(va, 2)"
    ),
    builtin!(
        "cumulative"(X, argument("from", Year, Optional)),
        First,
        Lowering::Cumulative,
        "自起始年（含）起的累计",
        "the sum from a year on, that year included",
        "cumulative(supply, 2023)"
    ),
    builtin!(
        "growth"(X),
        Rate,
        Lowering::Growth,
        "比上年增长",
        "growth on the year before",
        "growth(va)"
    ),
    builtin!(
        "average_growth"(X, argument("from", Year, Required)),
        Rate,
        Lowering::AverageGrowth,
        "自基年以来的年均增长",
        "average yearly growth since the base year",
        "average_growth(va, 2023)"
    ),
    builtin!(
        "average"(X, argument("n", Years, Required)),
        First,
        Lowering::RunningMean,
        "最近 n 年（含本年）的平均",
        "the mean of the latest n years, this one included",
        "average(va, 3)"
    ),
    builtin!(
        "sum"(X),
        First,
        Lowering::Aggregate(Aggregate::Sum),
        "分组成员之和",
        "the sum over the members of a set",
        "sum(town_va)"
    ),
    builtin!(
        "mean"(X, argument("by", Quantity, Named)),
        First,
        Lowering::Mean,
        "分组成员的平均，可加权",
        "the mean over the members of a set, weighted where weights are given",
        "mean(town_rate, by: town_va)"
    ),
    builtin!(
        "count"(argument("condition", Condition, Required)),
        Counter,
        Lowering::Aggregate(Aggregate::Count),
        "满足条件的分组成员数",
        "how many members of a set meet the condition",
        "count(town_va >= 100亿元)"
    ),
    builtin!(
        "lookup"(X, argument("table", Table, Required)),
        Table,
        Lowering::Lookup,
        "按对照表取值，表外取两端的值",
        "the value a table gives, flat outside its points",
        "lookup(year, quota)"
    ),
];

/// The function of that name.
pub fn builtin(name: &str) -> Option<&'static Builtin> {
    BUILTINS.iter().find(|builtin| builtin.name == name)
}
