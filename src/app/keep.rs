//! What is kept between visits, and what the user is told when that does not work. Nothing is lost silently: whatever
//! cannot be kept or read can be had as a file.

use serde::{Deserialize, Serialize};

use crate::storage::{self, KeyValue, LoadError, SESSION, SaveError, StoreError};
use crate::text::words::Words;

use super::history::History;
use super::session::{PlanRef, Session, View, Work};

/// The session and the way back from it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// What the user has chosen.
    pub session: Session,
    /// What can be undone.
    pub history: History,
}

impl Kept {
    /// Begins with a plan that comes with the product, unless work on another would have to be put aside for it.
    pub fn begin_with(&mut self, plan: &str) {
        let session = &mut self.session;
        let is_untouched =
            *session.work == Work::default() && self.history.is_empty() && session.draft.is_none();
        if is_untouched && matches!(session.plan, PlanRef::Shipped(_)) {
            session.plan = PlanRef::Shipped(plan.to_owned());
            session.view = View::default();
        }
    }
}

/// How the keeping stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// Everything is kept.
    #[default]
    Saved,
    /// The latest change will be kept in a moment.
    Pending,
    /// The latest change is not kept; a notice says why.
    Failed,
}

/// Something the user has to know about what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The browser keeps nothing.
    Missing,
    /// There is no room.
    Full,
    /// What was kept could not be read; here it is.
    Corrupt(String),
    /// What is kept comes from a newer planner and is left as it is.
    Newer(String),
    /// Another tab has changed what is kept.
    Elsewhere,
}

impl Notice {
    /// It in words.
    pub const fn text(&self, words: Words) -> &'static str {
        match self {
            Self::Missing => words.storage_missing(),
            Self::Full => words.storage_full(),
            Self::Corrupt(_) => words.storage_corrupt(),
            Self::Newer(_) => words.storage_newer(),
            Self::Elsewhere => words.storage_elsewhere(),
        }
    }

    /// What was found and could not be used.
    pub fn found(&self) -> Option<&str> {
        match self {
            Self::Corrupt(raw) | Self::Newer(raw) => Some(raw),
            Self::Missing | Self::Full | Self::Elsewhere => None,
        }
    }

    /// Whether it means that nothing is kept at present.
    pub const fn is_failure(&self) -> bool {
        match self {
            Self::Missing | Self::Full | Self::Newer(_) => true,
            Self::Corrupt(_) | Self::Elsewhere => false,
        }
    }
}

/// What was kept on the last visit, or a fresh beginning and why; and what still waits for the user from before.
pub fn restore(store: &dyn KeyValue) -> (Kept, Option<Notice>) {
    let (kept, notice) = match storage::load(store, SESSION) {
        Ok(kept) => (kept, None),
        Err(LoadError::Store(error)) => (None, Some(refusal(error))),
        Err(LoadError::Corrupt { raw, .. }) => (None, Some(Notice::Corrupt(raw))),
        Err(LoadError::Newer { raw, .. }) => (None, Some(Notice::Newer(raw))),
    };
    let waiting = || storage::set_aside(store, SESSION).map(Notice::Corrupt);
    let notice = match notice {
        Some(Notice::Corrupt(raw)) => waiting().or(Some(Notice::Corrupt(raw))),
        Some(notice) => Some(notice),
        None => waiting(),
    };
    (kept.unwrap_or_default(), notice)
}

/// Drops what could not be read: the user has it, or does not want it.
pub fn forget_found(store: &dyn KeyValue) -> Result<(), Notice> {
    storage::forget_aside(store, SESSION).map_err(refusal)
}

/// Keeps everything for the next visit.
pub fn keep(store: &dyn KeyValue, kept: &Kept) -> Result<(), Notice> {
    storage::save(store, SESSION, kept).map_err(|error| match error {
        SaveError::Store(error) => refusal(error),
        SaveError::Newer { .. } => Notice::Newer(storage::raw(store, SESSION).unwrap_or_default()),
        // A session is numbers and texts under texts, which all have a form.
        SaveError::Unwritable(_) => Notice::Missing,
    })
}

/// What a refusal means for the user.
pub const fn refusal(error: StoreError) -> Notice {
    match error {
        StoreError::Unavailable => Notice::Missing,
        StoreError::Full => Notice::Full,
    }
}
