//! The open plan as a file: its own text, unchanged but for the scenarios the user has added and what is moved at present,
//! which stand at the end of the plan's scenarios.

use serde_json::{Map, Value as Json, json};

use crate::engine::inputs::Setting;
use crate::engine::json::{Document, Path};

use super::opened::Opened;
use super::session::{Moves, Work};

/// A file to be handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl PlanFile {
    /// The open plan with what has been made of it. `current` names the scenario of what is moved.
    pub fn of(opened: &Opened, work: &Work, current: &str) -> Self {
        let moved =
            (!work.moves.is_empty()).then_some((current, work.scenario.as_deref(), &work.moves));
        let own = work
            .scenarios
            .iter()
            .map(|own| (own.name.as_str(), own.base.as_deref(), &own.moves));
        let mut taken: Vec<String> = opened
            .plan
            .scenarios
            .iter()
            .map(|scenario| scenario.id.value.clone())
            .collect();
        let mut text = opened.document.text().to_owned();
        let mut written: Vec<(String, String)> = Vec::new();
        let own_ids = work
            .scenarios
            .iter()
            .map(|own| Some(own.id.clone()))
            .chain([None]);
        for ((name, base, moves), own_id) in own.chain(moved).zip(own_ids) {
            let id = free_id(&taken);
            let base = base.map(|base| {
                let renamed = written.iter().find(|(own, _)| own == base);
                renamed.map_or(base, |(_, id)| id.as_str())
            });
            text = with_scenario(&text, &scenario(&id, name, base, moves));
            taken.push(id.clone());
            written.extend(own_id.map(|own| (own, id)));
        }
        Self {
            name: format!("{}.json", file_stem(&opened.plan.id)),
            text,
        }
    }
}

/// An id that no scenario of the plan has.
fn free_id(taken: &[String]) -> String {
    let mut number = 1;
    loop {
        let id = format!("scenario-{number}");
        if !taken.contains(&id) {
            return id;
        }
        number += 1;
    }
}

fn with_scenario(text: &str, scenario: &Json) -> String {
    let (document, _) = Document::read(text);
    let list = Path::default().key("scenarios");
    let added = document
        .push(&list, scenario)
        .or_else(|| document.set(&Path::default(), "scenarios", &json!([scenario])));
    added.map_or_else(|| text.to_owned(), |patch| patch.apply(document.text()))
}

fn scenario(id: &str, name: &str, base: Option<&str>, moves: &Moves) -> Json {
    let mut scenario = Map::new();
    scenario.insert("id".to_owned(), id.into());
    scenario.insert("name".to_owned(), name.into());
    if let Some(base) = base {
        scenario.insert("base".to_owned(), base.into());
    }
    let set = moves.0.iter().map(|(assumption, settings)| {
        let mut by_member = settings
            .iter()
            .map(|(member, setting)| (member.clone(), value(setting)));
        let table = match (settings.len(), settings.get(Moves::WHOLE)) {
            (1, Some(setting)) => value(setting),
            _ => Json::Object(by_member.by_ref().collect()),
        };
        (assumption.clone(), table)
    });
    scenario.insert("set".to_owned(), Json::Object(set.collect()));
    Json::Object(scenario)
}

fn value(setting: &Setting) -> Json {
    match setting {
        Setting::Constant(value) => number(*value),
        Setting::ByYear(points) => Json::Object(
            points
                .iter()
                .map(|(year, value)| (year.to_string(), number(*value)))
                .collect(),
        ),
    }
}

/// A number as people write it: 7 rather than 7.0.
fn number(value: f64) -> Json {
    // Up to here every whole number is itself as a float.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        (value as i64).into()
    } else {
        value.into()
    }
}

/// A plan's id as a file name.
fn file_stem(id: &str) -> String {
    let safe = |c: char| {
        if c.is_alphanumeric() || "-_.".contains(c) {
            c
        } else {
            '-'
        }
    };
    let stem: String = id.chars().map(safe).collect();
    if stem.is_empty() {
        "plan".to_owned()
    } else {
        stem
    }
}
