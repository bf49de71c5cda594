//! What has been observed since the plan was written, as the user enters it, and the text of the plan with it.
//!
//! An entered value stands in the plan like one its author has written: whatever follows from the plan is read from the
//! text with it, so projections begin from it, and a downloaded file carries it.

use serde::{Deserialize, Serialize};

use crate::engine::index::{IndicatorIdx, MemberIdx, Year};
use crate::engine::json::{Document, Node, Patch, Path};
use crate::engine::plan::Plan;
use crate::storage::written;
use crate::view::data;

/// Entered values, in the order they were entered first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Observations(Vec<Entered>);

/// One value; nothing where the one the plan states is withdrawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entered {
    indicator: String,
    member: Option<String>,
    year: Year,
    value: Option<f64>,
}

impl Entered {
    fn is_at(&self, at: Observed<'_>) -> bool {
        self.indicator == at.indicator
            && self.member.as_deref() == at.member
            && self.year == at.year
    }
}

/// Which value is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observed<'a> {
    /// Indicator.
    pub indicator: &'a str,
    /// Member of its set; none for the plan as a whole.
    pub member: Option<&'a str>,
    /// Year.
    pub year: Year,
}

impl<'a> Observed<'a> {
    /// A value of a plan by ids.
    pub fn of(
        plan: &'a Plan,
        indicator: IndicatorIdx,
        member: Option<MemberIdx>,
        year: Year,
    ) -> Option<Self> {
        let found = plan.indicators.get(indicator.at())?;
        let id = |member| data::member_id(plan, found, member);
        Some(Self {
            indicator: &found.id.value,
            member: match member {
                Some(member) => Some(id(member)?),
                None => None,
            },
            year,
        })
    }
}

impl Observations {
    /// Enters a value, or withdraws the one the plan states.
    pub fn enter(&mut self, at: Observed<'_>, value: Option<f64>) {
        if let Some(entered) = self.0.iter_mut().find(|entered| entered.is_at(at)) {
            entered.value = value;
            return;
        }
        self.0.push(Entered {
            indicator: at.indicator.to_owned(),
            member: at.member.map(str::to_owned),
            year: at.year,
            value,
        });
    }

    /// Leaves a value as the plan states it.
    pub fn leave(&mut self, at: Observed<'_>) {
        self.0.retain(|entered| !entered.is_at(at));
    }

    /// Whether a value is entered or withdrawn here.
    pub fn has(&self, at: Observed<'_>) -> bool {
        self.0.iter().any(|entered| entered.is_at(at))
    }

    /// How many values are entered or withdrawn.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a plan with them. One that the plan has no place for is left out.
    pub fn written_into(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, entered| {
            let (document, _) = Document::read(&text);
            match patch(&document, entered) {
                Some(patch) => patch.apply(document.text()),
                None => text,
            }
        })
    }
}

/// The key of the plan as a whole where values stand by member.
const WHOLE: &str = "all";

fn patch(document: &Document, entered: &Entered) -> Option<Patch> {
    let list = Path::default().key("indicators");
    let is_it = |node: &Node| node.get("id").and_then(Node::text) == Some(&entered.indicator);
    let position = document.node(&list)?.elements().iter().position(is_it)?;
    let indicator = list.index(position);
    let has_members = document.node(&indicator)?.get("over").is_some();
    let member = entered.member.as_deref().unwrap_or(WHOLE);
    let year = entered.year.to_string();
    let keys = ["observed"]
        .into_iter()
        .chain(has_members.then_some(member))
        .chain([year.as_str()]);
    match entered.value {
        Some(value) => set(document, indicator, keys, value),
        None => document.remove(&keys.fold(indicator, Path::key)),
    }
}

/// Sets the value at the end of some keys; objects on the way that are missing are made.
fn set<'a>(
    document: &Document,
    from: Path,
    keys: impl Iterator<Item = &'a str>,
    value: f64,
) -> Option<Patch> {
    let mut keys = keys.peekable();
    let mut path = from;
    loop {
        let key = keys.next()?;
        if keys.peek().is_some() && document.node(&path)?.get(key).is_some() {
            path = path.key(key);
            continue;
        }
        let inner: Vec<&str> = keys.collect();
        let value = written(&value).ok()?;
        let nested = inner.iter().rev().try_fold(value, |value, key| {
            Some(format!("{{{}: {value}}}", written(key).ok()?))
        })?;
        return document.set(&path, key, &Document::read(&nested).0);
    }
}
