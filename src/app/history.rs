//! What can be undone: changes of the work, those of one gesture taken together, and changed texts of the plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use undo::{Edit, Merged, Record};

use super::difference::Difference;
use super::edition::Edition;
use super::session::Work;

/// Most changes that are kept.
const LIMIT: usize = 100;

/// The changes made to the work so far, and those that were undone.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct History(Record<Change>);

/// The form in which it is kept: the work on the way back, and on the way forth, beginning with what is nearest. Each is
/// what differs from the one before, the first from untouched work. Gestures are not kept: what was let go of on an
/// earlier visit is not held any more.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    undo: Vec<Difference>,
    redo: Vec<Difference>,
    /// Changed texts of the plan, by the position of the change among all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<(usize, Edition)>,
}

/// One change: the work on the other side of it, the way to the plan's text there, and the gesture that made it.
#[derive(Debug, Clone)]
struct Change {
    other: Arc<Work>,
    edition: Option<Edition>,
    gesture: Option<Gesture>,
}

/// What a user does in one go, for example one drag of a slider: everything it changes is undone at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gesture {
    /// What is changed: the id of an assumption.
    pub subject: String,
    /// Rises whenever something is let go of.
    pub grip: u64,
}

impl Default for History {
    fn default() -> Self {
        Self(Record::builder().limit(LIMIT).build())
    }
}

impl History {
    /// Replaces the work, remembering what it was.
    pub fn change(&mut self, work: &mut Arc<Work>, next: Arc<Work>, gesture: Option<Gesture>) {
        self.0.edit(
            work,
            Change {
                other: next,
                edition: None,
                gesture,
            },
        );
    }

    /// Remembers that the text of the plan is replaced, and gives the way to the new one.
    pub fn replace(&mut self, work: &mut Arc<Work>, edition: Edition) -> Option<Edition> {
        let change = Change {
            other: Arc::clone(work),
            edition: Some(edition),
            gesture: None,
        };
        self.0.edit(work, change)
    }

    /// Takes the last change back, and gives the way to the plan's text before it where that was another. Does nothing
    /// where there is no change.
    pub fn undo(&mut self, work: &mut Arc<Work>) -> Option<Edition> {
        self.0.undo(work).flatten()
    }

    /// Makes the change last taken back again, in the same manner.
    pub fn redo(&mut self, work: &mut Arc<Work>) -> Option<Edition> {
        self.0.redo(work).flatten()
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.0.can_undo()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        self.0.can_redo()
    }

    /// Whether there is nothing on either way.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The work on the way back and on the way forth, beginning with what is nearest.
    fn ways(&self) -> (Vec<&Work>, Vec<&Work>) {
        let all: Vec<&Work> = (self.0.entries())
            .map(|entry| &*entry.as_ref().other)
            .collect();
        let (back, forth) = all.split_at(self.0.head());
        (back.iter().rev().copied().collect(), forth.to_vec())
    }

    /// The changed texts of the plan, by the position of the change among all.
    fn texts(&self) -> Vec<(usize, &Edition)> {
        let all = self.0.entries().enumerate();
        let texts = all.map(|(at, entry)| Some((at, entry.as_ref().edition.as_ref()?)));
        texts.flatten().collect()
    }
}

impl PartialEq for History {
    /// Equal is what leads to the same work on both ways.
    fn eq(&self, other: &Self) -> bool {
        self.ways() == other.ways() && self.texts() == other.texts()
    }
}

impl From<History> for Stored {
    fn from(history: History) -> Self {
        let (undo, redo) = history.ways();
        let texts = history.texts().into_iter();
        Self {
            undo: differences(undo),
            redo: differences(redo),
            texts: texts.map(|(at, edition)| (at, edition.clone())).collect(),
        }
    }
}

fn differences(way: Vec<&Work>) -> Vec<Difference> {
    let untouched = Work::default();
    let before = std::iter::once(&untouched).chain(way.iter().copied());
    let steps = before.zip(&way);
    steps
        .map(|(before, after)| Difference::between(before, after))
        .collect()
}

impl From<Stored> for History {
    fn from(stored: Stored) -> Self {
        let (back, forth) = (works(stored.undo), works(stored.redo));
        // What stands between the ways is kept elsewhere; something stands for it while the changes are made again.
        let now = Arc::default();
        let (done, count) = (back.len(), forth.len());
        let mut texts: BTreeMap<usize, Edition> = stored.texts.into_iter().collect();
        let mut all = back.into_iter().rev().chain([now]).chain(forth);
        let mut history = Self::default();
        let mut work = all.next().unwrap_or_default();
        for (at, next) in all.enumerate() {
            let mut edition = texts.remove(&at);
            // What is done is kept as the way back, and is made again the way forth.
            if let Some(edition) = edition.as_mut().filter(|_| at < done) {
                edition.turn();
            }
            let change = Change {
                other: next,
                edition,
                gesture: None,
            };
            history.0.edit(&mut work, change);
        }
        for _ in 0..count {
            history.undo(&mut work);
        }
        history
    }
}

fn works(way: Vec<Difference>) -> Vec<Arc<Work>> {
    let mut last = Arc::<Work>::default();
    let mut follow = |step: Difference| {
        last = Arc::new(step.applied(&last));
        Arc::clone(&last)
    };
    way.into_iter().map(&mut follow).collect()
}

impl Edit for Change {
    type Target = Arc<Work>;
    type Output = Option<Edition>;

    fn edit(&mut self, work: &mut Arc<Work>) -> Option<Edition> {
        std::mem::swap(work, &mut self.other);
        self.edition.as_mut().map(Edition::turn)
    }

    fn undo(&mut self, work: &mut Arc<Work>) -> Option<Edition> {
        self.edit(work)
    }

    /// A change of the same gesture leads on from the one before, whose way back stays.
    fn merge(&mut self, later: Self) -> Merged<Self> {
        if self.gesture.is_some() && self.gesture == later.gesture {
            Merged::Yes
        } else {
            Merged::No(later)
        }
    }
}
