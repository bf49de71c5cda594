//! The plan check as the screen lists it: what disagrees first, then what is merely worth knowing, what could not be
//! checked, what holds, and last what the author has accepted.

use crate::engine::check::{Finding, FindingKind, Report, Subject};
use crate::engine::diagnostic::Span;
use crate::engine::index::{AssumptionIdx, CheckIdx, TargetIdx};
use crate::engine::json::Document;
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::{Expectation, Plan};
use crate::text::findings::{Heading, Teller};
use crate::text::problems;

use super::citation::{Quote, quotes};
use super::formula::readable;
use super::problem::{self, At};
use super::target;

/// Findings under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// The heading.
    pub title: &'static str,
    /// What its rows have in common, where that needs saying.
    pub hint: Option<&'static str>,
    /// The rows, at least one.
    pub rows: Vec<Row>,
}

/// One finding, or one check without.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// How bad it is, as a name in style sheets: `warning`, `notice`, `undecided` or `held`.
    pub severity: &'static str,
    /// How bad it is, in a word; empty for what is no finding.
    pub weight: &'static str,
    /// What it is about.
    pub title: String,
    /// Both numbers, in a sentence; empty for findings in the author's words, which are the title.
    pub text: String,
    /// The words it rests on.
    pub quotes: Vec<Quote>,
    /// Line and column of the item in the plan text.
    pub position: String,
    /// Where the item is in the plan text.
    pub at: At,
    /// Why the author accepts it.
    pub accepted: Option<String>,
    /// Where it leads: what it is about, unless that is shown nowhere else.
    pub lead: Option<Lead>,
}

/// What a finding is about, where it can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lead {
    /// A target.
    Target(TargetIdx),
    /// An assumption.
    Assumption(AssumptionIdx),
}

impl Lead {
    const fn of(subject: Subject) -> Option<Self> {
        match subject {
            Subject::Target(target) => Some(Self::Target(target)),
            Subject::Assumption(assumption) => Some(Self::Assumption(assumption)),
            Subject::Check(_) | Subject::Indicator(_) => None,
        }
    }
}

/// Where what is said of a set's members does not agree with what is said of the whole.
pub fn of_parts(
    document: &Document,
    plan: &Plan,
    model: &Model,
    report: &Report,
    set: usize,
    lang: Lang,
) -> Vec<Row> {
    let is_of_parts = |finding: &&Finding| {
        let compares = matches!(
            finding.kind,
            FindingKind::PartsDiffer { .. }
                | FindingKind::SharesDiffer { .. }
                | FindingKind::WholeOutside { .. }
        );
        compares
            && over(plan, model, finding.subject) == plan.sets.get(set).map(|set| &*set.id.value)
    };
    let name = |index| target::name(plan, index, lang);
    let screen = Screen::new(document, plan, model, &name, lang);
    let found = report.findings.iter().filter(is_of_parts);
    found.map(|finding| screen.finding(finding)).collect()
}

/// The id of the set a subject ranges over.
fn over<'a>(plan: &'a Plan, model: &Model, subject: Subject) -> Option<&'a str> {
    match subject {
        Subject::Target(target) => {
            let own = target::set(plan, model, target).map(|set| &*set.id.value);
            own.or_else(|| {
                let indicator = target::indicator(plan, plan.targets.get(target.at())?)?;
                indicator.over.as_ref().map(|over| &*over.value)
            })
        }
        Subject::Indicator(indicator) => {
            let over = plan.indicators.get(indicator.at())?.over.as_ref()?;
            Some(&over.value)
        }
        Subject::Check(_) | Subject::Assumption(_) => None,
    }
}

/// The findings of a plan under their headings.
pub fn all(
    document: &Document,
    plan: &Plan,
    model: &Model,
    report: &Report,
    lang: Lang,
) -> Vec<Group> {
    let name = |index| target::name(plan, index, lang);
    let screen = Screen::new(document, plan, model, &name, lang);
    let mut rows: Vec<(Heading, Row)> = Vec::new();
    for finding in &report.findings {
        rows.push((heading(finding), screen.finding(finding)));
    }
    for undecided in &report.undecided {
        let text = screen.teller.undecided(undecided);
        rows.push((
            Heading::Undecided,
            screen.check(undecided.check, "undecided", text),
        ));
    }
    for &held in &report.held {
        rows.push((Heading::Held, screen.check(held, "held", String::new())));
    }
    let group = |heading: Heading| {
        let own = rows.iter().filter(|(own, _)| *own == heading);
        let rows: Vec<Row> = own.map(|(_, row)| row.clone()).collect();
        let group = Group {
            title: heading.title(lang),
            hint: heading.hint(lang),
            rows,
        };
        (!group.rows.is_empty()).then_some(group)
    };
    Heading::ALL.into_iter().filter_map(group).collect()
}

fn heading(finding: &Finding) -> Heading {
    match &finding.kind {
        _ if finding.accepted.is_some() => Heading::Accepted,
        FindingKind::Broken { .. }
        | FindingKind::Untrue { .. }
        | FindingKind::Lowers { .. }
        | FindingKind::IdentityDiffers { .. }
        | FindingKind::PartsDiffer { .. }
        | FindingKind::SharesDiffer { .. }
        | FindingKind::WholeOutside { .. }
        | FindingKind::Contradictory { .. } => Heading::Disagree,
        FindingKind::AlreadyAttained { .. } | FindingKind::Implied { .. } => Heading::Idle,
        FindingKind::Standing => Heading::Words,
        FindingKind::Circular { .. } => Heading::Circular,
    }
}

struct Screen<'a> {
    document: &'a Document,
    plan: &'a Plan,
    teller: Teller<'a>,
    lang: Lang,
}

impl<'a> Screen<'a> {
    fn new(
        document: &'a Document,
        plan: &'a Plan,
        model: &'a Model,
        target: &'a dyn Fn(TargetIdx) -> String,
        lang: Lang,
    ) -> Self {
        let teller = Teller {
            plan,
            model,
            lang,
            target,
        };
        Self {
            document,
            plan,
            teller,
            lang,
        }
    }

    fn finding(&self, finding: &Finding) -> Row {
        let severity = finding.kind.severity();
        let (position, at) = self.place(finding.span);
        Row {
            severity: problem::name(severity),
            weight: problems::severity(severity, self.lang),
            title: self.title(finding.subject),
            text: self.teller.tell(finding),
            quotes: quotes(self.plan, &finding.sources, self.lang),
            position,
            at,
            accepted: (finding.accepted.as_ref()).map(|reason| reason.get(self.lang).to_owned()),
            lead: Lead::of(finding.subject),
        }
    }

    fn check(&self, index: CheckIdx, severity: &'static str, text: String) -> Row {
        let check = self.plan.checks.get(index.at());
        let span = check.map_or(Span::default(), crate::engine::plan::Check::span);
        let (position, at) = self.place(span);
        Row {
            severity,
            weight: "",
            title: self.title(Subject::Check(index)),
            text,
            quotes: check.map_or(Vec::new(), |check| {
                quotes(self.plan, &check.sources, self.lang)
            }),
            position,
            at,
            accepted: None,
            lead: None,
        }
    }

    fn place(&self, span: Span) -> (String, At) {
        let place = problems::place(self.document, span, self.lang);
        let line = place.line;
        (place.position, At { line, span })
    }

    /// What the subject is called; a check without words by its formula.
    fn title(&self, subject: Subject) -> String {
        let called = self.teller.subject(subject);
        let Subject::Check(index) = subject else {
            return called;
        };
        let check = self
            .plan
            .checks
            .get(index.at())
            .filter(|_| called.is_empty());
        match check.map(|check| &check.expectation) {
            Some(Expectation::That { that, .. }) => readable(&that.value, self.plan, self.lang),
            _ => called,
        }
    }
}
