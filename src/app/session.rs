//! The session: everything a user has chosen, as plain data. It is what storage keeps and what a reload brings back.
//! It holds ids, never positions, so that it survives an edited plan; it knows no signals and no browser.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::inputs::Setting;
use crate::engine::lang::{Lang, Text};
use crate::text::words::Words;
use crate::view::chart_line::Line;
use crate::view::list::Criteria;

use super::history::History;
use super::observations::Observations;

/// What a user has chosen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The plan that is open.
    pub plan: PlanRef,
    /// What has been made of it.
    pub work: Arc<Work>,
    /// Its text with changes that are not applied yet.
    pub draft: Option<Arc<str>>,
    /// A text that is mended and becomes a plan of its own.
    pub mended: Option<Arc<str>>,
    /// How its targets are shown.
    pub view: View,
    /// Interface language; the browser's where none was chosen.
    pub lang: Option<Lang>,
    /// Light or dark; the system's where none was chosen.
    pub theme: Option<Theme>,
    /// What is put away of the charts.
    pub hidden_lines: Vec<Line>,
    /// Whether the guide of the first visit has been read or skipped.
    pub is_guided: bool,
    /// What has been made of other plans.
    pub shelf: Vec<Shelved>,
}

/// A plan that was worked on and is not open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shelved {
    /// The plan.
    pub plan: PlanRef,
    /// Its title.
    pub title: Text,
    /// What has been made of it.
    pub work: Arc<Work>,
    /// What can be undone of that. Shared, since a session is copied with every change.
    #[serde(default)]
    pub history: Arc<History>,
    /// Its text with changes that are not applied yet.
    #[serde(default)]
    pub draft: Option<Arc<str>>,
}

impl Work {
    /// Whether an assumption is held where it stands.
    pub fn is_locked(&self, assumption: &str) -> bool {
        self.locked.iter().any(|id| id == assumption)
    }

    /// The scenario in force, if it is the user's own.
    pub fn own_scenario(&self) -> Option<&OwnScenario> {
        let chosen = self.scenario.as_ref()?;
        self.scenarios.iter().find(|own| own.id == *chosen)
    }
}

impl Session {
    /// Takes a plan off the shelf.
    pub fn take_off(&mut self, plan: &PlanRef) -> Option<Removed> {
        let place = self
            .shelf
            .iter()
            .position(|shelved| shelved.plan == *plan)?;
        let shelved = self.shelf.remove(place);
        Some(Removed { place, shelved })
    }

    /// Puts a plan back on the shelf, unless it is open or there again.
    pub fn put_back(&mut self, removed: Removed) {
        let Removed { place, shelved } = removed;
        let is_there =
            self.plan == shelved.plan || self.shelf.iter().any(|other| other.plan == shelved.plan);
        if !is_there {
            self.shelf.insert(place.min(self.shelf.len()), shelved);
        }
    }
}

impl Shelved {
    /// Whether nothing is lost with it: it comes with the product, and nothing has been made of it.
    fn is_untouched(&self) -> bool {
        let is_shipped = matches!(self.plan, PlanRef::Shipped(_));
        is_shipped
            && *self.work == Work::default()
            && self.history.is_empty()
            && self.draft.is_none()
    }
}

impl Session {
    /// Puts another plan in place of the open one, whose work goes on the shelf with the way back from it; takes those of
    /// the other from there.
    pub fn exchange(&mut self, plan: PlanRef, title: Text, history: &mut History) {
        let (work, other, draft) = self
            .take_off(&plan)
            .map(|Removed { shelved, .. }| (shelved.work, shelved.history, shelved.draft))
            .unwrap_or_default();
        let before = Shelved {
            plan: std::mem::replace(&mut self.plan, plan),
            title,
            work: std::mem::replace(&mut self.work, work),
            history: Arc::new(std::mem::replace(history, Arc::unwrap_or_clone(other))),
            draft: std::mem::replace(&mut self.draft, draft),
        };
        if !before.is_untouched() {
            self.shelf.push(before);
        }
        self.view = View::default();
    }
}

/// A plan that was taken off the shelf, and where it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    place: usize,
    shelved: Shelved,
}

impl Removed {
    /// The title of the plan.
    pub fn title(&self) -> &Text {
        &self.shelved.title
    }
}

/// Where the text of the open plan comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanRef {
    /// A plan that comes with the product, by id.
    Shipped(String),
    /// A plan the user has opened, in full.
    Own(Arc<str>),
}

impl Default for PlanRef {
    /// The plan of the first visit.
    fn default() -> Self {
        Self::Shipped("pinghu-2023-2027".to_owned())
    }
}

/// A scenario with what has been moved since it was chosen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// The scenario that is in force; the plan as written where there is none.
    pub scenario: Option<String>,
    /// What has been moved against it.
    pub moves: Moves,
    /// Scenarios the user has added.
    pub scenarios: Vec<OwnScenario>,
    /// What has been observed since the plan was written.
    pub observations: Observations,
    /// Ids of the assumptions that are held where they stand: neither hand nor reset moves them, only another scenario.
    pub locked: Vec<String>,
}

/// A scenario the user has added to the plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnScenario {
    /// Its id, unlike any in the plan.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why it is there; empty where nothing is said, as with who and when.
    pub reason: String,
    /// Who has made it.
    pub author: String,
    /// When, as year, month and day.
    pub date: String,
    /// The plan's scenario it builds on.
    pub base: Option<String>,
    /// What it changes against that.
    pub moves: Moves,
}

/// What a user says about a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Its name.
    pub name: String,
    /// Why it is there.
    pub reason: String,
    /// Who has made it.
    pub author: String,
    /// When, as year, month and day.
    pub date: String,
}

impl OwnScenario {
    /// What is said about it.
    pub fn about(&self) -> About {
        About {
            name: self.name.clone(),
            reason: self.reason.clone(),
            author: self.author.clone(),
            date: self.date.clone(),
        }
    }

    /// Says something else about it.
    pub fn describe(&mut self, about: About) {
        let About {
            name,
            reason,
            author,
            date,
        } = about;
        (self.name, self.reason, self.author, self.date) = (name, reason, author, date);
    }
}

/// Settings by assumption and member. The member `*` stands for an assumption as a whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moves(pub BTreeMap<String, BTreeMap<String, Setting>>);

impl Moves {
    /// The key of an assumption as a whole.
    pub const WHOLE: &'static str = "*";

    /// The setting of an assumption, or of one of its members.
    pub fn get(&self, assumption: &str, member: Option<&str>) -> Option<&Setting> {
        self.0.get(assumption)?.get(member.unwrap_or(Self::WHOLE))
    }

    /// Moves an assumption, or one of its members.
    pub fn set(&mut self, assumption: &str, member: Option<&str>, setting: Setting) {
        let member = member.unwrap_or(Self::WHOLE).to_owned();
        let settings = self.0.entry(assumption.to_owned()).or_default();
        settings.insert(member, setting);
    }

    /// Takes a move back; without a member, everything that was moved of the assumption.
    pub fn reset(&mut self, assumption: &str, member: Option<&str>) {
        let Some(member) = member else {
            self.0.remove(assumption);
            return;
        };
        if let Some(settings) = self.0.get_mut(assumption) {
            settings.remove(member);
            if settings.is_empty() {
                self.0.remove(assumption);
            }
        }
    }

    /// Moves on: what is moved later stands.
    pub fn extend(&mut self, later: Self) {
        for (assumption, settings) in later.0 {
            let all = self.0.entry(assumption).or_default();
            if settings.contains_key(Self::WHOLE) {
                all.clear();
            }
            all.extend(settings);
        }
    }

    /// How many assumptions are moved.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is moved.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What the screen shows of the plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// Target whose detail is open, by id.
    pub target: Option<String>,
    /// Which targets are listed, and how.
    pub list: Criteria,
    /// What a narrow screen shows.
    pub pane: Pane,
    /// What stands beside the assumptions.
    pub page: Page,
}

/// What stands beside the assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// The targets, and one of them in full.
    #[default]
    Targets,
    /// All scenarios side by side.
    Scenarios,
    /// The members of the plan's sets side by side.
    Members,
    /// What has been observed, and what is projected, by indicator and year.
    Data,
    /// What the plan says against itself.
    Check,
    /// What is to be done, and by whom.
    Measures,
    /// The plan as it stands, for paper.
    Report,
    /// The text of the plan.
    Editor,
}

impl Page {
    /// All pages, with their names in links.
    const NAMES: [(Self, &'static str); 8] = [
        (Self::Targets, "targets"),
        (Self::Scenarios, "scenarios"),
        (Self::Members, "members"),
        (Self::Data, "data"),
        (Self::Check, "check"),
        (Self::Measures, "measures"),
        (Self::Report, "report"),
        (Self::Editor, "editor"),
    ];

    /// All pages, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(page, _)| page)
    }

    /// What it is called.
    pub const fn title(self, words: Words) -> &'static str {
        match self {
            Self::Targets => words.targets(),
            Self::Scenarios => words.compare_scenarios(),
            Self::Members => words.member_table(),
            Self::Data => words.data(),
            Self::Check => words.plan_check(),
            Self::Measures => words.measures(),
            Self::Report => words.report(),
            Self::Editor => words.editor(),
        }
    }

    /// Its name in links.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(page, _)| *page == self);
        found.map_or("", |(_, name)| name)
    }

    /// The page of that name.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, known)| *known == name);
        found.map(|(page, _)| *page)
    }
}

/// What a narrow screen shows below the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pane {
    /// The assumptions.
    Assumptions,
    /// The list of targets.
    #[default]
    Targets,
    /// One target.
    Detail,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}
