//! A store that lasts as long as the page: where the browser refuses its own, and in tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{KeyValue, StoreError};

/// Room that browsers usually give a site, in bytes.
const USUAL_LIMIT: usize = 5_000_000;

/// Texts in a map, up to a limit of bytes over all keys and texts.
#[derive(Debug)]
pub struct Memory {
    texts: Mutex<BTreeMap<String, String>>,
    limit: usize,
}

impl Memory {
    /// An empty store that holds this many bytes.
    pub fn with_limit(limit: usize) -> Self {
        Self {
            texts: Mutex::default(),
            limit,
        }
    }

    fn texts(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::with_limit(USUAL_LIMIT)
    }
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut texts = self.texts();
        let others = texts.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        if used + key.len() + text.len() > self.limit {
            return Err(StoreError::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts().remove(key);
        Ok(())
    }
}
