//! A small plan to write formulas about, and formulas and their typed trees as text.

use attain::engine::diagnostic::{Diagnostic, Span, Spanned};
use attain::engine::eval::op::Operation;
use attain::engine::formula::typed::{Aggregate, Node, Selection, Typed};
use attain::engine::formula::{
    Called, Checked, Context, Named, NamedSet, NamedTable, Names, Want, check, parse,
};
use attain::engine::index::{
    AssumptionIdx, Domain, IndicatorIdx, MemberIdx, SetIdx, TableIdx, Var,
};
use attain::engine::lang::{Lang, Text};
use attain::engine::plan::PriceBasis;
use attain::engine::unit::{Unit, Units};
use attain::engine::written::Written;

pub const TOWNS: Domain = Domain::Set(SetIdx(0));

/// Id, name, unit; `?` before the id for an assumption, `town_` and `cluster_` for members of the two sets.
const NAMES: &[(&str, &str, &str)] = &[
    ("va", "规上工业增加值", "亿元"),
    ("va_real", "可比价增加值", "亿元"),
    ("land", "工业用地", "万亩"),
    ("gdp", "生产总值", "亿元"),
    ("inv", "固定资产投资", "亿元"),
    ("usd_inv", "实际使用外资", "亿美元"),
    ("share", "制造业占比", "%"),
    ("province_share", "全省占比", "%"),
    ("rd", "研发投入强度", "%"),
    ("rise", "占比提高", "百分点"),
    ("index", "产值指数", "指数"),
    ("multiple", "倍数", "倍"),
    ("firms", "高新技术企业", "家"),
    ("digital", "数字化企业", "家"),
    ("chains", "产业链", "个"),
    ("clusters", "集群", "个"),
    ("patents", "发明专利", "件"),
    ("population", "常住人口", "万人"),
    ("persons", "常住人口数", "人"),
    ("per_mu", "亩均增加值", "万元/亩"),
    ("plain", "系数", "1"),
    ("工业用电", "工业用电量", "亿千瓦时"),
    ("faulty", "单位有误", ""),
    ("town_va", "镇街增加值", "亿元"),
    ("town_land", "镇街用地", "亩"),
    ("town_rate", "镇街增速", "%"),
    ("town_lone", "无总体", "亿元"),
    ("cluster_va", "集群产值", "亿元"),
    ("land_freed", "腾退用地", "亩"),
    ("?va_growth", "增加值增速", "%"),
    ("?g", "名义增速", "%"),
    ("?g_real", "可比价增速", "%"),
    ("?step", "每年提高", "百分点"),
    ("?rd_step", "研发强度提高", "%"),
    ("?supply", "新增用地", "亩"),
    ("?rate", "汇率", "元/美元"),
    ("?switch", "口径", "1"),
];

const MEMBERS: [&[(&str, &str)]; 2] = [
    &[
        ("danghu", "当湖街道"),
        ("xindai", "新埭镇"),
        ("新仓", "新仓镇"),
    ],
    &[("chips", "集成电路"), ("cars", "新能源汽车")],
];

/// The plan.
pub struct Vocabulary {
    units: Units,
    redeclared: Vec<(&'static str, &'static str)>,
}

impl Vocabulary {
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// The plan with other units declared for some names.
    pub fn with(redeclared: &[(&'static str, &'static str)]) -> Self {
        Self {
            units: Units::default(),
            redeclared: redeclared.to_vec(),
        }
    }

    /// The unit declared for a name.
    fn declared(&self, id: &str, unit: &'static str) -> &'static str {
        let found = self.redeclared.iter().find(|row| row.0 == id);
        found.map_or(unit, |row| row.1)
    }

    pub fn unit(&self, text: &str) -> Unit {
        self.units
            .read(&written(text))
            .unwrap_or_else(|_| panic!("{text} is a unit"))
    }

    /// Reads and checks a formula of the plan as a whole.
    pub fn check(&self, text: &str, want: Want<'_>) -> Checked {
        self.check_inside(text, want, Domain::Plan)
    }

    /// Reads and checks a formula, for a member of a set if asked.
    pub fn check_inside(&self, text: &str, want: Want<'_>, inside: Domain) -> Checked {
        match parse(&written(text)) {
            Ok(expr) => check(
                &expr,
                Context {
                    names: self,
                    inside,
                    want,
                },
            ),
            Err(problems) => Checked {
                typed: None,
                unit: None,
                own_unit: None,
                prices: None,
                problems,
            },
        }
    }

    /// What was found: the tree and the unit, or the problems.
    pub fn found(&self, text: &str, inside: Domain) -> String {
        let quantity = self.check_inside(text, Want::Quantity, inside);
        let is_condition = quantity.problems.iter().any(|found| {
            found.problem.code() == "quantity-needed"
                && found.span
                    == (Span {
                        start: 0,
                        end: text.len() as u32,
                    })
        });
        let checked = if is_condition {
            self.check_inside(text, Want::Condition, inside)
        } else {
            quantity
        };
        let mut parts = Vec::new();
        if let Some(typed) = &checked.typed {
            let unit = checked
                .unit
                .as_ref()
                .map_or_else(|| "condition".to_owned(), shown);
            parts.push(format!("{} : {unit}", tree(typed)));
        }
        parts.extend(checked.problems.iter().map(|found| problem(text, found)));
        parts.join("; ")
    }
}

/// The id of a name of the plan.
pub fn id_of(var: Var) -> &'static str {
    let (Var::Assumption(AssumptionIdx(at)) | Var::Indicator(IndicatorIdx(at))) = var;
    split(NAMES[at as usize].0).1
}

fn split(id: &str) -> (bool, &str) {
    id.strip_prefix('?').map_or((false, id), |id| (true, id))
}

impl Names for Vocabulary {
    fn name(&self, id: &str) -> Option<Named> {
        let position = NAMES.iter().position(|row| split(row.0).1 == id)?;
        let (written, name, unit) = NAMES[position];
        let unit = self.declared(id, unit);
        let domain = if id.starts_with("town_") {
            TOWNS
        } else if id.starts_with("cluster_") {
            Domain::Set(SetIdx(1))
        } else {
            Domain::Plan
        };
        Some(Named {
            var: if split(written).0 {
                Var::Assumption(AssumptionIdx::new(position))
            } else {
                Var::Indicator(IndicatorIdx::new(position))
            },
            name: Text::plain(name),
            unit: (!unit.is_empty()).then(|| self.unit(unit)),
            domain,
            prices: match id {
                "va" | "gdp" => Some(PriceBasis::Current),
                "va_real" => Some(PriceBasis::Constant(2020)),
                "g_real" => Some(PriceBasis::Comparable),
                _ => None,
            },
            whole: id != "town_lone",
        })
    }

    fn names(&self) -> Vec<Called> {
        NAMES
            .iter()
            .map(|(id, name, _)| called(split(id).1, name))
            .collect()
    }

    fn set(&self, set: SetIdx) -> NamedSet {
        match set {
            SetIdx(0) => NamedSet {
                called: called("towns", "镇街"),
                counter: Some(self.unit("个")),
            },
            _ => NamedSet {
                called: called("clusters_set", "集群"),
                counter: None,
            },
        }
    }

    fn member(&self, set: SetIdx, id: &str) -> Option<MemberIdx> {
        MEMBERS[set.at()]
            .iter()
            .position(|member| member.0 == id)
            .map(MemberIdx::new)
    }

    fn members(&self, set: SetIdx) -> Vec<Called> {
        MEMBERS[set.at()]
            .iter()
            .map(|(id, name)| called(id, name))
            .collect()
    }

    fn table(&self, id: &str) -> Option<NamedTable> {
        match id {
            "quota" => Some(NamedTable {
                table: TableIdx(0),
                of: None,
                unit: self.unit("亩"),
            }),
            "tariff" => Some(NamedTable {
                table: TableIdx(1),
                of: Some(self.unit("万千瓦时")),
                unit: self.unit("元/千瓦时"),
            }),
            _ => None,
        }
    }

    fn tables(&self) -> Vec<Called> {
        vec![called("quota", "指标表"), called("tariff", "电价表")]
    }

    fn units(&self) -> &Units {
        &self.units
    }
}

fn called(id: &str, name: &str) -> Called {
    Called {
        id: id.to_owned(),
        name: Text::plain(name),
    }
}

/// A formula or unit standing alone, without escapes.
pub fn written(text: &str) -> Written {
    spanned(text).into()
}

/// A text standing alone.
pub fn spanned(text: &str) -> Spanned<String> {
    Spanned {
        value: text.to_owned(),
        span: Span {
            start: 0,
            end: text.len() as u32,
        },
    }
}

/// A problem: its code, and the words it points at.
pub fn problem(text: &str, found: &Diagnostic) -> String {
    let words = text.get(found.span.range()).unwrap_or("(no place)");
    format!("{} ‹{words}›", found.problem.code())
}

/// A unit with its kind of number, if that cannot be seen from its name.
pub fn shown(unit: &Unit) -> String {
    use attain::engine::unit::Tag;
    let kind = match unit.tag() {
        Tag::Plain if unit.dimension().is_none() => "plain ",
        Tag::Plain => "",
        Tag::Ratio => "ratio ",
        Tag::Points => "points ",
    };
    format!("{kind}{}", unit.name(Lang::Zh)).trim().to_owned()
}

/// A typed tree as text.
pub fn tree(typed: &Typed) -> String {
    match &typed.node {
        Node::Number(value) => value.to_string(),
        Node::Year => "year".to_owned(),
        Node::Series(var, selection) => {
            let id = id_of(*var);
            match selection {
                Selection::All if typed.domain == Domain::Plan => id.to_owned(),
                Selection::All => format!("{id}.each"),
                Selection::Whole => format!("{id}.all"),
                Selection::Member(member) => format!("{id}.{}", member.0),
            }
        }
        Node::Lag(of, years) => format!("{}@-{years}", tree(of)),
        Node::At(of, year) => format!("{}@{year}", tree(of)),
        Node::Cumulative(of, None) => format!("Σ({})", tree(of)),
        Node::Cumulative(of, Some(year)) => format!("Σ({}, {year})", tree(of)),
        Node::Apply(operation, arguments) => {
            applied(*operation, &arguments.iter().map(tree).collect::<Vec<_>>())
        }
        Node::Aggregate(aggregate, set, of) => {
            let name = match aggregate {
                Aggregate::Sum => "sum",
                Aggregate::Mean => "mean",
                Aggregate::Minimum => "least",
                Aggregate::Maximum => "most",
                Aggregate::Count => "count",
            };
            format!("{name}{}({})", set.0, tree(of))
        }
        Node::WeightedMean { set, of, by } => {
            format!("mean{}({} by {})", set.0, tree(of), tree(by))
        }
        Node::Lookup(table, of) => format!("table{}({})", table.0, tree(of)),
    }
}

fn applied(operation: Operation, arguments: &[String]) -> String {
    let sign = match operation {
        Operation::Add => "+",
        Operation::Subtract => "-",
        Operation::Multiply => "*",
        Operation::Divide => "/",
        Operation::Power => "^",
        Operation::Less => "<",
        Operation::AtMost => "<=",
        Operation::Greater => ">",
        Operation::AtLeast => ">=",
        Operation::Equal => "=",
        Operation::Unequal => "!=",
        Operation::And => "and",
        Operation::Or => "or",
        other => return format!("{other:?}({})", arguments.join(", ")),
    };
    format!("({})", arguments.join(&format!(" {sign} ")))
}
