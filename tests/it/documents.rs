//! The reference for authors of plans (`public/docs`): every example in it is run, and its tables are those of the code.
//!
//! - A block marked `json plan` is a plan. The first one of a document is complete; each later one is read together
//!   with it: its lists continue those of the first, its other fields take their place.
//! - A line `formula → result` in a block marked `formula` is checked among the names of that first plan.
//! - What stands between `<!-- table … -->` and `<!-- end -->` is written by
//!   `ATTAIN_WRITE=1 cargo test --test it documents`.

mod tables;

use std::fs;

use attain::engine::diagnostic::{Diagnostic, Severity};
use attain::engine::formula::{Checked, Context, Want, check, parse};
use attain::engine::index::Domain;
use attain::engine::lang::Lang;
use attain::engine::model::{PlanNames, compile};
use attain::engine::plan::{Plan, read};
use attain::engine::unit::{Tag, Unit, Units};
use serde_json::Value;

use crate::formulas::vocabulary::written;

struct Document {
    path: &'static str,
    lang: Lang,
}

const DOCUMENTS: [Document; 4] = [
    document("public/docs/format.md", Lang::En),
    document("public/docs/format.zh.md", Lang::Zh),
    document("public/docs/formulas.md", Lang::En),
    document("public/docs/formulas.zh.md", Lang::Zh),
];

const fn document(path: &'static str, lang: Lang) -> Document {
    Document { path, lang }
}

impl Document {
    fn text(&self) -> String {
        fs::read_to_string(self.path).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// Blocks of a kind, each with the line it begins on.
    fn blocks(&self, kind: &str) -> Vec<(usize, String)> {
        let mut blocks = Vec::new();
        let mut open: Option<(usize, bool, String)> = None;
        for (number, line) in self.text().lines().enumerate() {
            match (&mut open, line.strip_prefix("```")) {
                (None, Some(info)) => open = Some((number + 2, info == kind, String::new())),
                (Some(_), Some(_)) => {
                    let (start, is_wanted, text) = open.take().unwrap();
                    blocks.extend(is_wanted.then_some((start, text)));
                }
                (Some((_, _, text)), None) => {
                    text.push_str(line);
                    text.push('\n');
                }
                (None, None) => {}
            }
        }
        assert!(open.is_none(), "{}: a block is not closed", self.path);
        blocks
    }

    fn plans(&self) -> Vec<(usize, Value)> {
        let plan = |(line, text): (usize, String)| {
            let json = serde_json::from_str(&text);
            let json = json.unwrap_or_else(|error| panic!("{}:{line}: {error}", self.path));
            (line, json)
        };
        self.blocks("json plan").into_iter().map(plan).collect()
    }

    /// The plan whose names its formulas use.
    fn vocabulary(&self) -> Plan {
        let (_, first) = self.plans().swap_remove(0);
        read(&first.to_string()).plan.unwrap()
    }
}

/// A fragment together with the plan it belongs to.
fn joined(base: &Value, fragment: &Value) -> Value {
    let mut plan = base.clone();
    for (key, value) in fragment.as_object().unwrap() {
        match (plan.get_mut(key), value) {
            (Some(Value::Array(list)), Value::Array(more)) => list.extend(more.iter().cloned()),
            _ => plan[key] = value.clone(),
        }
    }
    plan
}

fn problems(text: &str) -> Vec<Diagnostic> {
    let reading = read(text);
    let mut problems = reading.diagnostics;
    if let Some(plan) = reading.plan {
        problems.extend(compile(&plan).1);
    }
    problems.retain(|found| found.problem.severity() != Severity::Notice);
    problems
}

#[test]
fn example_plans_have_neither_errors_nor_warnings() {
    for document in DOCUMENTS {
        let plans = document.plans();
        let (_, base) = &plans[0];
        for (line, fragment) in &plans {
            let plan = if fragment.get("format").is_some() {
                fragment.clone()
            } else {
                joined(base, fragment)
            };
            let problems = problems(&plan.to_string());
            assert!(
                problems.is_empty(),
                "{}:{line}: {problems:#?}",
                document.path
            );
        }
    }
}

#[test]
fn example_formulas_are_what_they_are_said_to_be() {
    let mut wrong = Vec::new();
    for document in DOCUMENTS {
        let vocabulary = document.vocabulary();
        for (start, text) in document.blocks("formula") {
            for (offset, line) in text.lines().enumerate() {
                let found = line.split_once('→').map(|(formula, expected)| {
                    let found = result(formula.trim(), &vocabulary);
                    (found.is(expected.trim()), found)
                });
                if !matches!(found, Some((true, _))) {
                    let place = format!("{}:{}", document.path, start + offset);
                    wrong.push(format!("{place}: {line}: {found:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn examples_of_functions_and_operators_are_right() {
    let vocabulary = DOCUMENTS[2].vocabulary();
    for example in tables::examples() {
        let found = result(example, &vocabulary);
        assert!(found.problems.is_empty(), "{example}: {found:?}");
    }
}

#[test]
fn tables_are_those_of_the_code() {
    for document in DOCUMENTS {
        let written = document.text();
        let expected = tables::filled(&written, document.lang);
        if std::env::var_os("ATTAIN_WRITE").is_some() {
            fs::write(document.path, &expected).unwrap();
        } else {
            assert!(
                written == expected,
                "{}: write its tables with ATTAIN_WRITE=1 cargo test --test it documents",
                document.path
            );
        }
    }
}

/// Both languages show the same examples.
#[test]
fn both_languages_have_the_same_examples() {
    for pair in DOCUMENTS.chunks(2) {
        let formulas = |document: &Document| {
            let blocks = document.blocks("formula").into_iter();
            let lines: Vec<String> = blocks
                .map(|(_, text)| text.replace("condition", "条件"))
                .collect();
            lines
        };
        assert_eq!(formulas(&pair[0]), formulas(&pair[1]), "{}", pair[1].path);
        let plans = |document: &Document| {
            let plans = document.plans().into_iter();
            plans.map(|(_, plan)| plan).collect::<Vec<Value>>()
        };
        assert_eq!(plans(&pair[0]), plans(&pair[1]), "{}", pair[1].path);
    }
}

/// What a formula turned out to be.
#[derive(Debug)]
struct Found {
    unit: Option<Unit>,
    is_condition: bool,
    problems: Vec<&'static str>,
}

impl Found {
    /// Whether it is what a document says: a unit, `condition`, `✗ code`, or a unit and `⚠ code`.
    fn is(&self, expected: &str) -> bool {
        if let Some(code) = expected.strip_prefix('✗') {
            return self.problems == [code.trim()];
        }
        let (unit, problems) = match expected.split_once('⚠') {
            Some((unit, code)) => (unit.trim(), vec![code.trim()]),
            None => (expected, Vec::new()),
        };
        self.problems == problems && self.has_unit(unit)
    }

    fn has_unit(&self, expected: &str) -> bool {
        if matches!(expected, "condition" | "条件") {
            return self.is_condition;
        }
        let Some(unit) = self.unit.as_ref().filter(|_| !self.is_condition) else {
            return false;
        };
        if expected == "1" {
            return unit.dimension().is_none() && unit.tag() == Tag::Plain;
        }
        let expected = Units::default().read(&written(expected));
        unit.is_same(&expected.expect("a document names units that can be read"))
    }
}

fn result(formula: &str, plan: &Plan) -> Found {
    let failed = |problems: &[Diagnostic]| Found {
        unit: None,
        is_condition: false,
        problems: codes(problems),
    };
    let expr = match parse(&written(formula)) {
        Ok(expr) => expr,
        Err(problems) => return failed(&problems),
    };
    let (names, unreadable) = PlanNames::new(plan);
    assert!(unreadable.is_empty(), "{unreadable:?}");
    let checked = |want| {
        let context = Context {
            names: &names,
            inside: Domain::Plan,
            want,
        };
        check(&expr, context)
    };
    let condition = checked(Want::Condition);
    if condition.typed.is_some() {
        return Found {
            unit: condition.unit,
            is_condition: true,
            problems: codes(&condition.problems),
        };
    }
    let Checked {
        unit,
        own_unit,
        problems,
        ..
    } = checked(Want::Quantity);
    Found {
        unit: own_unit.or(unit),
        is_condition: false,
        problems: codes(&problems),
    }
}

fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(|found| found.problem.code()).collect()
}
