//! The open plan as a file: its own text, unchanged but for the scenarios the user has added and what is moved at present,
//! which stand at the end of the plan's scenarios.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::engine::inputs::Setting;
use crate::engine::json::{Document, Path};
use crate::storage::written;

use super::opened::Opened;
use super::session::{Moves, OwnScenario, Work};

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
        let mut taken: Vec<String> = opened
            .plan
            .scenarios
            .iter()
            .map(|scenario| scenario.id.value.clone())
            .collect();
        let mut text = opened.document.text().to_owned();
        let mut add = |scenario: &OwnScenario, base: Option<&str>| {
            let id = free_id(&taken);
            text = with_scenario(&text, &Scenario::of(&id, base, scenario));
            taken.push(id.clone());
            id
        };
        let mut written: Vec<(&str, String)> = Vec::new();
        for own in &work.scenarios {
            let id = add(own, own.base.as_deref());
            written.push((&own.id, id));
        }
        if !work.moves.is_empty() {
            let moved = OwnScenario {
                name: current.to_owned(),
                moves: work.moves.clone(),
                ..OwnScenario::default()
            };
            let base = work.scenario.as_deref().map(|base| {
                let renamed = written.iter().find(|(own, _)| *own == base);
                renamed.map_or(base, |(_, id)| id.as_str())
            });
            add(&moved, base);
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

fn with_scenario(text: &str, scenario: &Scenario) -> String {
    let (document, _) = Document::read(text);
    let list = Path::default().key("scenarios");
    let added = document
        .push(&list, &document_of(scenario))
        .or_else(|| document.set(&Path::default(), "scenarios", &document_of(&[scenario])));
    added.map_or_else(|| text.to_owned(), |patch| patch.apply(document.text()))
}

fn document_of<T: Serialize>(value: &T) -> Document {
    // Texts and numbers under texts always have a form.
    Document::read(&written(value).unwrap_or_default()).0
}

/// A scenario as it stands in a plan.
#[derive(Serialize)]
struct Scenario<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'a str>,
    set: Set<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    author: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
}

impl<'a> Scenario<'a> {
    fn of(id: &'a str, base: Option<&'a str>, own: &'a OwnScenario) -> Self {
        Self {
            id,
            name: &own.name,
            base,
            set: Set(&own.moves),
            author: &own.author,
            date: &own.date,
            reason: &own.reason,
        }
    }
}

/// What a scenario changes, by assumption.
struct Set<'a>(&'a Moves);

/// What it changes of one: the assumption as a whole, or members of its set.
#[derive(Serialize)]
#[serde(untagged)]
enum Change<'a> {
    Whole(&'a Setting),
    ByMember(&'a BTreeMap<String, Setting>),
}

impl Serialize for Set<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.0.iter().map(|(assumption, settings)| {
            let change = match (settings.len(), settings.get(Moves::WHOLE)) {
                (1, Some(whole)) => Change::Whole(whole),
                _ => Change::ByMember(settings),
            };
            (assumption, change)
        }))
    }
}

/// The name of the file of a target's chart, without its ending.
pub fn chart_stem(plan: &str, target: &str) -> String {
    file_stem(&[plan, target].join("-"))
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
