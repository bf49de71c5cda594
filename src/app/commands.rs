//! Everything that is reached by typing what it is called: pages, targets, assumptions, scenarios, and what can be done.

use leptos::prelude::*;

use crate::engine::index::{AssumptionIdx, TargetIdx};
use crate::engine::lang::Lang;
use crate::text::words::Words;
use crate::view::{assumption, target};

use super::derived::Derived;
use super::planner::Planner;
use super::session::{Page, Theme};

/// Most commands that are listed at once.
const MOST: usize = 40;

/// Something that can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What it is called.
    pub name: String,
    /// What kind of thing it is.
    pub kind: String,
    /// What happens.
    pub act: Act,
}

/// What a command does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Turns to a page.
    Turn(Page),
    /// Shows a target in full.
    Select(TargetIdx),
    /// Leads to an assumption.
    Lead(AssumptionIdx),
    /// Puts a scenario in force.
    Adopt(Option<String>),
    /// Does something to the work or the page.
    Do(Deed),
}

/// What can be done from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Takes back everything that was moved.
    ResetAll,
    /// Hands out the plan as a file.
    Download,
    /// Speaks the other language.
    Language,
    /// Looks as said, or as the system where nothing is said.
    Look(Option<Theme>),
    /// Shows the keys.
    Keys,
    /// Shows the guide of the first visit again.
    Guide,
}

impl Deed {
    const ALL: [Self; 10] = [
        Self::Undo,
        Self::Redo,
        Self::ResetAll,
        Self::Download,
        Self::Language,
        Self::Look(Some(Theme::Light)),
        Self::Look(Some(Theme::Dark)),
        Self::Look(None),
        Self::Keys,
        Self::Guide,
    ];

    const fn name(self, words: Words) -> &'static str {
        match self {
            Self::Undo => words.undo(),
            Self::Redo => words.redo(),
            Self::ResetAll => words.reset_all_assumptions(),
            Self::Download => words.download_plan(),
            Self::Language => words.switch_language(),
            Self::Look(Some(Theme::Light)) => words.theme_light(),
            Self::Look(Some(Theme::Dark)) => words.theme_dark(),
            Self::Look(None) => words.theme_system(),
            Self::Keys => words.keys(),
            Self::Guide => words.guide(),
        }
    }
}

impl Planner {
    /// What is called by all the words of `typed`; what begins with them first.
    pub fn commands(self, typed: RwSignal<String>) -> Derived<Vec<Command>> {
        let all = Derived::new(move || self.all_commands());
        Derived::new(move || {
            let typed = typed.with(|typed| typed.trim().to_lowercase());
            all.with(|all| found(all, &typed))
        })
    }

    fn all_commands(self) -> Vec<Command> {
        let lang = self.store.lang();
        let words = Words(lang);
        let command = |kind: &str, name: String, act| Command {
            name,
            kind: kind.to_owned(),
            act,
        };
        let pages = self.pages().get().into_iter();
        let pages = pages.map(|page| {
            let name = page.title(words).to_owned();
            command(words.page(), name, Act::Turn(page))
        });
        let targets = self.targets(lang).into_iter();
        let targets =
            targets.map(|(index, name)| command(words.target(), name, Act::Select(index)));
        let assumptions = self.assumptions(lang).into_iter();
        let assumptions =
            assumptions.map(|(index, name)| command(words.assumption(), name, Act::Lead(index)));
        let scenarios = self.scenarios().get().into_iter();
        let scenarios =
            scenarios.map(|entry| command(words.scenario(), entry.name, Act::Adopt(entry.id)));
        let deeds = Deed::ALL.into_iter();
        let deeds =
            deeds.map(|deed| command(words.deed(), deed.name(words).to_owned(), Act::Do(deed)));
        pages
            .chain(deeds)
            .chain(scenarios)
            .chain(targets)
            .chain(assumptions)
            .collect()
    }

    fn targets(self, lang: Lang) -> Vec<(TargetIdx, String)> {
        self.opened.with(|opened| {
            let plan = &opened.plan;
            (0..plan.targets.len())
                .map(TargetIdx::new)
                .map(|index| (index, target::name(plan, index, lang)))
                .collect()
        })
    }

    fn assumptions(self, lang: Lang) -> Vec<(AssumptionIdx, String)> {
        self.opened.with(|opened| {
            let plan = &opened.plan;
            let groups = assumption::groups(plan, lang).into_iter();
            groups
                .flat_map(|group| group.items)
                .map(|index| {
                    let name = plan.assumptions[index.at()].name.get(lang);
                    (index, name.to_owned())
                })
                .collect()
        })
    }
}

/// The commands called by all the words of `typed`, which is in lower case.
fn found(all: &[Command], typed: &str) -> Vec<Command> {
    let is_called = |command: &&Command| {
        let name = command.name.to_lowercase();
        typed.split_whitespace().all(|word| name.contains(word))
    };
    let begins = |command: &Command| command.name.to_lowercase().starts_with(typed);
    let (first, others): (Vec<_>, Vec<_>) = all.iter().filter(is_called).partition(|c| begins(c));
    first
        .into_iter()
        .chain(others)
        .take(MOST)
        .cloned()
        .collect()
}
