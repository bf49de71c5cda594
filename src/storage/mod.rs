//! What is kept between visits, and how: a value becomes a versioned text under one key of a [`KeyValue`] store. Knows
//! neither what the value is nor which store there is; `crate::browser` has the browser's, [`Memory`] stands in where
//! that refuses.
//!
//! Nothing is lost silently. A failed write is an error for the user; a text that cannot be read is set aside, not
//! overwritten; what a newer planner has written is left as it is.

mod envelope;
mod memory;
mod migrate;
mod written;

pub use memory::Memory;
pub use written::written;

use serde::Serialize;
use serde::de::DeserializeOwned;

use envelope::Unreadable;

/// Where the open plan, its moves and the view on it are kept.
pub const SESSION: &str = "attain.session";

/// Texts under keys.
pub trait KeyValue: Send + Sync {
    /// The text under a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key: all of it, or (with an error) nothing.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Removes a key and its text.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Why a store does not do as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is none, or the browser does not let the page use it.
    #[error("storage is not available")]
    Unavailable,
    /// The text does not fit.
    #[error("storage is full")]
    Full,
}

/// Why a value could not be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Under this key stands what a newer planner has written; it was left as it is.
    #[error("version {found} is there, this is version {known}")]
    Newer {
        /// Version found.
        found: u32,
        /// Version written here.
        known: u32,
    },
    /// The value has no form as text.
    #[error("cannot be written: {0}")]
    Unwritable(String),
}

/// Why a kept value could not be read. Carries the text, so that the user can have it as a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It has been set aside (see [`set_aside`]).
    #[error("cannot be read: {reason}")]
    Corrupt {
        /// What was found.
        raw: String,
        /// What is wrong with it, for a bug report.
        reason: String,
    },
    /// A newer planner has written it; it is left as it is.
    #[error("version {found} is there, this is version {known}")]
    Newer {
        /// What was found.
        raw: String,
        /// Version found.
        found: u32,
        /// Newest version read here.
        known: u32,
    },
}

/// Keeps a value under a key.
pub fn save<T: Serialize>(store: &dyn KeyValue, key: &str, value: &T) -> Result<(), SaveError> {
    if let Some(found) = store.get(key)?.as_deref().and_then(envelope::version_of)
        && found > envelope::VERSION
    {
        let known = envelope::VERSION;
        return Err(SaveError::Newer { found, known });
    }
    let text = envelope::seal(value).map_err(|error| SaveError::Unwritable(error.to_string()))?;
    Ok(store.set(key, &text)?)
}

/// The value kept under a key; `None` if there is none.
pub fn load<T: DeserializeOwned>(store: &dyn KeyValue, key: &str) -> Result<Option<T>, LoadError> {
    let Some(raw) = store.get(key)? else {
        return Ok(None);
    };
    match envelope::open(&raw, migrate::STEPS) {
        Ok(value) => Ok(Some(value)),
        Err(Unreadable::Newer { found, known }) => Err(LoadError::Newer { raw, found, known }),
        Err(Unreadable::Corrupt(reason)) => {
            put_aside(store, key, &raw);
            Err(LoadError::Corrupt { raw, reason })
        }
    }
}

/// Moves a text to where no save overwrites it, behind what lies there from before. A store that is full or refuses
/// leaves it where it is; the error of the caller still carries it.
fn put_aside(store: &dyn KeyValue, key: &str, raw: &str) {
    let before = set_aside(store, key).map(|before| before + "\n");
    let text = before.unwrap_or_default() + raw;
    if store.set(&aside(key), &text).is_ok() {
        // Refused only by a store that has just taken a text; then it is put aside twice.
        let _ = store.remove(key);
    }
}

/// The text under a key as it stands, for a file of last resort.
pub fn raw(store: &dyn KeyValue, key: &str) -> Option<String> {
    store.get(key).ok().flatten()
}

/// A text that could once not be read and waits for the user to take it, now or on an earlier visit.
pub fn set_aside(store: &dyn KeyValue, key: &str) -> Option<String> {
    raw(store, &aside(key))
}

/// Drops what was set aside: the user has it, or does not want it.
pub fn forget_aside(store: &dyn KeyValue, key: &str) -> Result<(), StoreError> {
    store.remove(&aside(key))
}

fn aside(key: &str) -> String {
    format!("{key}.unreadable")
}
