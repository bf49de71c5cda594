//! What can be undone: changes of the work, those of one gesture taken together.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use undo::{Edit, Merged, Record};

use super::session::Work;

/// Most changes that are kept.
const LIMIT: usize = 100;

/// The changes made to the work so far, and those that were undone.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct History(Record<Change>);

/// One change: the work on the other side of it, and the gesture that made it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Change {
    other: Arc<Work>,
    /// Not kept: what was let go of on an earlier visit is not held any more.
    #[serde(skip)]
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
                gesture,
            },
        );
    }

    /// Takes the last change back. Does nothing where there is none.
    pub fn undo(&mut self, work: &mut Arc<Work>) {
        self.0.undo(work);
    }

    /// Makes the change last taken back again. Does nothing where there is none.
    pub fn redo(&mut self, work: &mut Arc<Work>) {
        self.0.redo(work);
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.0.can_undo()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        self.0.can_redo()
    }
}

impl Edit for Change {
    type Target = Arc<Work>;
    type Output = ();

    fn edit(&mut self, work: &mut Arc<Work>) {
        std::mem::swap(work, &mut self.other);
    }

    fn undo(&mut self, work: &mut Arc<Work>) {
        std::mem::swap(work, &mut self.other);
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
