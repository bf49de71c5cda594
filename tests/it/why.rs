//! Where numbers come from: the printed arithmetic, redone by a small calculator of its own, gives the printed number.

mod calculator;

use std::fmt::Write as _;
use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::eval::{Cell, Evaluator, Projection};
use attain::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx, TargetIdx, Year};
use attain::engine::inputs::{Inputs, Setting};
use attain::engine::lang::Lang;
use attain::engine::model::{Model, TargetModel};
use attain::engine::plan::Plan;
use attain::text::number::{Precision, number};
use attain::view::results::Results;
use attain::view::why::{Answer, Of, Question};

use crate::models::{SHIPPED, shipped, with_diagnostics};
use calculator::calculate;

/// A plan, evaluated.
struct Opened {
    plan: Plan,
    model: Arc<Model>,
    inputs: Inputs,
    projection: Projection,
    results: Results,
}

impl Opened {
    fn new(text: &str) -> Self {
        Self::under(text, |_| {})
    }

    fn under(text: &str, change: impl Fn(&mut Inputs)) -> Self {
        let (plan, model, _) = with_diagnostics(text);
        let mut inputs = model.defaults().clone();
        change(&mut inputs);
        let projection = Evaluator::new(Arc::clone(&model), &inputs).projection();
        let results = Results::new(attain(&projection));
        Self {
            plan,
            model,
            inputs,
            projection,
            results,
        }
    }

    /// The answer to a question about a number that was read with four digits.
    fn answer(&self, of: Of, year: Year, lang: Lang) -> Answer {
        let value = self.value(of, year);
        self.ask(of, year, Precision::read(&number(value)), lang)
    }

    fn value(&self, of: Of, year: Year) -> f64 {
        let finest = self.ask(of, year, Precision::decimals(12), Lang::Zh);
        read(&finest.value).unwrap_or_default()
    }

    fn ask(&self, of: Of, year: Year, precision: Precision, lang: Lang) -> Answer {
        let question = Question {
            of,
            year,
            precision,
        };
        let evaluated = (&self.inputs, &self.results);
        Answer::to(&[question], &self.plan, &self.projection, evaluated, lang).unwrap()
    }

    fn members(&self, of: usize) -> Vec<Option<MemberIdx>> {
        let over = self.plan.indicators[of].over.as_ref();
        let set =
            over.and_then(|over| self.plan.sets.iter().find(|set| set.id.value == over.value));
        let members = 0..set.map_or(0, |set| set.members.len());
        std::iter::once(None)
            .chain(members.map(|member| Some(MemberIdx::new(member))))
            .collect()
    }

    /// Every computed value of an indicator, every quantity and threshold of a target in its years.
    fn computed(&self) -> Vec<(Of, Year)> {
        let mut all = Vec::new();
        for position in 0..self.plan.indicators.len() {
            let index = IndicatorIdx::new(position);
            for member in self.members(position) {
                let years = self.model.axis().years();
                let is_computed = |year: &Year| {
                    matches!(
                        self.projection.cell(index, member, *year),
                        Cell::Projected(_)
                    )
                };
                all.extend(
                    years
                        .filter(is_computed)
                        .map(|year| (Of::Indicator(index, member), year)),
                );
            }
        }
        for (position, target) in self.model.targets().iter().enumerate() {
            let index = TargetIdx::new(position);
            let TargetModel::Quantity(quantity) = target else {
                continue;
            };
            for test in &quantity.tests {
                for year in test.years.all(self.model.period().start) {
                    all.push((Of::Quantity(index, test.member), year));
                    all.push((Of::Threshold(index, test.member), year));
                }
            }
        }
        let start = self.model.period().start;
        let assumptions = 0..self.plan.assumptions.len();
        all.extend(assumptions.map(|at| (Of::Assumption(AssumptionIdx::new(at), None), start)));
        all
    }
}

/// Whether the arithmetic of an answer gives its number; nothing where it has none.
fn holds(answer: &Answer, precision: Precision) -> Option<bool> {
    if answer.numbers.is_empty() || answer.numbers.contains('—') {
        return None;
    }
    let (arithmetic, result) = answer.numbers.rsplit_once(" = ").unwrap();
    let hundredths = if result.contains('%') || result.contains("百分点") || result.contains("pp")
    {
        100.0
    } else {
        1.0
    };
    let found = calculate(arithmetic).unwrap_or_else(|| panic!("{}", answer.numbers)) * hundredths;
    Some(read(&precision.padded(found)) == read(result))
}

/// The number a text begins with.
fn read(text: &str) -> Option<f64> {
    let number = text.split('\u{a0}').next()?.trim_end_matches('%');
    number.replace(',', "").replace('−', "-").parse().ok()
}

#[test]
fn the_printed_arithmetic_gives_the_printed_number() {
    let mut held = 0;
    let mut broken = String::new();
    for id in SHIPPED {
        let opened = Opened::new(&shipped(id));
        for (number, (of, year)) in opened.computed().into_iter().enumerate() {
            let value = opened.value(of, year);
            // Some are read more exactly, as where a verdict asks for it.
            let digits: &[i32] = if number % 5 == 0 { &[4, 6] } else { &[4] };
            for digits in digits {
                let precision = Precision::significant(value, *digits);
                let answer = opened.ask(of, year, precision, Lang::Zh);
                match holds(&answer, precision) {
                    Some(true) => held += 1,
                    Some(false) => {
                        writeln!(broken, "{id} {year} {}: {}", answer.name, answer.numbers)
                            .unwrap();
                    }
                    None => {}
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken}");
    assert!(held > 2000, "{held}");
}

/// Every number of the arithmetic stands among what is read, reads the same when it is asked about, and leads on.
#[test]
fn every_number_leads_down_to_what_is_given() {
    let opened = Opened::new(&shipped("pinghu-2023-2027"));
    let mut asked = 0;
    for (of, year) in opened.computed().into_iter().step_by(11) {
        let mut waiting = vec![(of, year)];
        let mut deepest = 0;
        while let Some((of, year)) = waiting.pop() {
            deepest += 1;
            let answer = opened.answer(of, year, Lang::Zh);
            for input in &answer.inputs {
                let question = input.question.unwrap();
                let again = opened.ask(question.of, question.year, question.precision, Lang::Zh);
                assert_eq!(again.value, input.value, "{}", answer.numbers);
                if deepest < 12 {
                    waiting.push((question.of, question.year));
                }
            }
            let is_given = answer.inputs.is_empty();
            let is_told =
                !answer.quotes.is_empty() || !answer.facts.is_empty() || !answer.numbers.is_empty();
            assert!(!is_given || is_told, "{answer:#?}");
            asked += 1;
        }
    }
    assert!(asked > 50, "{asked}");
}

/// A plan with one of each form that arithmetic can take.
const FORMS: &str = r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2026 },
    "sources": [{ "id": "s", "title": "统计公报" }],
    "sets": [{ "id": "towns", "name": "镇街", "counter": "个", "members": [
        { "id": "east", "name": "东" }, { "id": "west", "name": "西" }, { "id": "north", "name": "北" }] }],
    "assumptions": [
        { "id": "g", "name": "增速", "unit": "%", "value": 7, "min": 0, "max": 10, "basis": "expert" },
        { "id": "supply", "name": "供地", "unit": "亩", "value": 500, "basis": "expert" },
        { "id": "step", "name": "提升", "unit": "百分点", "value": -0.5, "basis": "expert" }],
    "indicators": [
        { "id": "va", "name": "增加值", "unit": "亿元", "better": "higher",
          "observed": { "2023": { "value": 200, "source": { "ref": "s", "at": "表 1", "quote": "增加值 200 亿元" } } },
          "formula": "prev(va) * (1 + g)" },
        { "id": "land", "name": "用地", "unit": "万亩", "better": "neutral", "observed": { "2023": 2 }, "formula": "prev(land) + supply" },
        { "id": "per_mu", "name": "亩均", "unit": "万元/亩", "better": "higher", "formula": "va / land" },
        { "id": "share", "name": "占比", "unit": "%", "better": "higher", "observed": { "2023": 40 }, "formula": "prev(share) + step" },
        { "id": "gap", "name": "差", "unit": "百分点", "better": "higher", "formula": "share - 45%" },
        { "id": "town", "name": "产值", "unit": "亿元", "better": "higher", "over": "towns", "whole": "sum", "except": ["north"],
          "observed": { "2023": { "east": 10, "west": 20 } }, "formula": "prev(town) * (1 + g)" },
        { "id": "big", "name": "大镇", "unit": "个", "better": "higher", "formula": "count(town >= 15亿元)" },
        { "id": "sum", "name": "累计", "unit": "亿元", "better": "higher", "formula": "cumulative(va, 2024)" },
        { "id": "rate", "name": "年均", "unit": "%", "better": "higher", "formula": "average_growth(va, 2023)" },
        { "id": "mixed", "name": "其他", "unit": "亿元", "better": "higher",
          "formula": "if(year >= 2025, max(va, sum(town)) - min(town), -va) + round(mean(town, by: town), 5亿元)" }] }"#;

#[test]
fn every_form_in_words_and_numbers() {
    let opened = Opened::new(&FORMS.replace(
        r#""observed": { "2023": { "east": 10, "west": 20 } }"#,
        r#""observed": { "east": { "2023": 10 }, "west": { "2023": 20 } }"#,
    ));
    let mut told = String::new();
    for (position, indicator) in opened.plan.indicators.iter().enumerate() {
        for member in opened.members(position) {
            let of = Of::Indicator(IndicatorIdx::new(position), member);
            let answer = opened.answer(of, 2025, Lang::Zh);
            writeln!(
                told,
                "{} [{}]\n  {}\n  {}",
                answer.name, indicator.id.value, answer.formula, answer.numbers
            )
            .unwrap();
            for input in &answer.inputs {
                writeln!(
                    told,
                    "    {} {} {} | {}",
                    input.name, input.year, input.value, input.origin
                )
                .unwrap();
            }
        }
    }
    insta::assert_snapshot!(told.replace('\u{a0}', " "));
    for (of, year) in opened.computed() {
        let answer = opened.answer(of, year, Lang::Zh);
        let held = holds(&answer, Precision::read(&answer.value));
        assert_ne!(
            held,
            Some(false),
            "{} {year}: {}",
            answer.name,
            answer.numbers
        );
    }
}

#[test]
fn what_was_observed_is_quoted() {
    let opened = Opened::new(FORMS);
    let answer = opened.answer(Of::Indicator(IndicatorIdx::new(0), None), 2023, Lang::Zh);
    assert_eq!(answer.kind, "实际值");
    assert_eq!(answer.quotes[0].place, "统计公报，表 1");
    assert_eq!(answer.quotes[0].text, "增加值 200 亿元");
    assert!(answer.numbers.is_empty());
}

#[test]
fn a_moved_assumption_says_so_and_what_it_was() {
    let growth = AssumptionIdx::new(0);
    let opened = Opened::under(FORMS, |inputs| {
        inputs.set(growth, None, &Setting::Constant(8.0));
    });
    let answer = opened.answer(Of::Assumption(growth, None), 2025, Lang::Zh);
    assert_eq!(
        (answer.kind.as_str(), answer.value.as_str()),
        ("假设（不同于规划原文）", "8%")
    );
    assert!(answer.facts.contains(&("规划取值", "7%".to_owned())));
    let answer = opened.answer(Of::Indicator(IndicatorIdx::new(0), None), 2024, Lang::Zh);
    assert_eq!(
        answer.numbers.replace('\u{a0}', " "),
        "200 × (1 + 8%) = 216 亿元"
    );
}

/// Between two observations stands neither a formula nor a source of its own.
#[test]
fn an_interpolated_value_leads_to_the_observations_around_it() {
    let text = r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2025 },
        "indicators": [{ "id": "x", "name": "指标", "unit": "家", "better": "higher", "path": "linear",
            "observed": { "2020": 10, "2024": 30 }, "formula": "prev(x)" }] }"#;
    let opened = Opened::new(text);
    let of = Of::Indicator(IndicatorIdx::new(0), None);
    let answer = opened.answer(of, 2021, Lang::Zh);
    assert_eq!(
        (answer.kind.as_str(), answer.value.as_str()),
        ("插值", "15\u{a0}家")
    );
    let ends: Vec<Year> = answer.inputs.iter().map(|input| input.year).collect();
    assert_eq!(ends, [2020, 2024]);
    assert!(answer.numbers.is_empty());
}

#[test]
fn many_members_are_told_as_their_total() {
    let members: Vec<String> = (0..20)
        .map(|n| format!(r#"{{ "id": "m{n}", "name": "成员{n}" }}"#))
        .collect();
    let text = format!(
        r#"{{ "format": 1, "id": "p", "title": "p", "period": {{ "start": 2024, "end": 2025 }},
        "sets": [{{ "id": "firms", "name": "企业", "members": [{}] }}],
        "assumptions": [{{ "id": "each", "name": "每家", "unit": "万元", "value": 2.5, "basis": "expert" }}],
        "indicators": [{{ "id": "x", "name": "产值", "unit": "万元", "better": "higher", "over": "firms", "whole": "sum", "formula": "each" }},
            {{ "id": "y", "name": "总产值", "unit": "亿元", "better": "higher", "formula": "sum(x) + 1亿元" }}] }}"#,
        members.join(", ")
    );
    let opened = Opened::new(&text);
    let answer = opened.answer(Of::Indicator(IndicatorIdx::new(1), None), 2025, Lang::Zh);
    assert_eq!(
        answer.numbers.replace('\u{a0}', " "),
        "(50 + 10,000) ÷ 10,000 = 1.005 亿元"
    );
    assert_eq!(answer.inputs.len(), 1);
    assert_eq!(answer.inputs[0].name, "企业：合计 20 个成员");
    assert_eq!(answer.inputs[0].question, None);
}

#[test]
fn what_is_unknown_says_why() {
    let text = r#"{ "format": 1, "id": "p", "title": "p", "period": { "start": 2024, "end": 2025 },
        "assumptions": [{ "id": "b", "name": "省平均", "unit": "%", "awaits": "benchmark", "from": "省统计局" }],
        "indicators": [{ "id": "x", "name": "占比", "unit": "%", "better": "higher", "formula": "b + 1pp" }] }"#;
    let opened = Opened::new(text);
    let answer = opened.answer(Of::Indicator(IndicatorIdx::new(0), None), 2025, Lang::Zh);
    assert_eq!(answer.numbers, "— + 1% = —");
    assert!(
        answer.reasons[0].text.contains("省平均"),
        "{:?}",
        answer.reasons
    );
    let answer = opened.answer(Of::Assumption(AssumptionIdx::new(0), None), 2025, Lang::Zh);
    assert!(
        answer
            .facts
            .iter()
            .any(|(_, text)| text.contains("省统计局"))
    );
}
