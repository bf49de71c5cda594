//! Links: which plan, page, target and scenario an address leads to.
//!
//! ```text
//! #/pinghu-2023-2027/targets/a1-5?scenario=cautious
//! ```
//!
//! Whatever is missing is left as it is. A plan of the user's own has no address that others could follow; its place
//! holds `own`, which stands for the plan that is open.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::session::{Page, PlanRef, Session};

/// What stands for a plan that has no address.
const OWN: &str = "own";
const SCENARIO: &str = "scenario=";
/// Everything but what ids are mostly made of.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// Where an address leads to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// The id of a plan that comes with the product; without one, the plan that is open.
    pub plan: Option<String>,
    /// The page.
    pub page: Page,
    /// The id of the target whose detail is open.
    pub target: Option<String>,
    /// The id of the scenario in force; without one, the plan as it is written.
    pub scenario: Option<String>,
}

impl Link {
    /// Where a session stands.
    pub fn of(session: &Session) -> Self {
        Self {
            plan: match &session.plan {
                PlanRef::Shipped(id) => Some(id.clone()),
                PlanRef::Own(_) => None,
            },
            page: session.view.page,
            target: session.view.target.clone(),
            scenario: session.work.scenario.clone(),
        }
    }

    /// Reads the part of an address behind `#`; nothing if it is no link of ours.
    pub fn parse(hash: &str) -> Option<Self> {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.strip_prefix('/')?.split('/').map(decoded);
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let plan = next().filter(|plan| plan != OWN);
        let page = next()
            .and_then(|name| Page::named(&name))
            .unwrap_or_default();
        let scenario = query
            .split('&')
            .find_map(|part| part.strip_prefix(SCENARIO));
        Some(Self {
            plan,
            page,
            target: next(),
            scenario: scenario.map(decoded).filter(|id| !id.is_empty()),
        })
    }

    /// The part of the address behind `#`.
    pub fn hash(&self) -> String {
        let encoded = |id: &str| utf8_percent_encode(id, ESCAPED).to_string();
        let plan = self.plan.as_deref().unwrap_or(OWN);
        let target = self.target.as_deref().map(|id| format!("/{}", encoded(id)));
        let scenario = self.scenario.as_deref();
        let scenario = scenario.map(|id| format!("?{SCENARIO}{}", encoded(id)));
        [
            format!("/{}/{}", encoded(plan), self.page.name()),
            target.unwrap_or_default(),
            scenario.unwrap_or_default(),
        ]
        .concat()
    }
}

fn decoded(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}
