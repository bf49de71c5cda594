//! Values that follow from others and are computed anew only when these change: memos of a single type.
//!
//! Every type of value in a memo brings its own copy of the reactive graph's code into the page. Here the graph sees one
//! type, and who reads knows the other. Equal values reach nobody, as with any memo.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value that follows from others. A handle: copies are the same value.
pub struct Derived<T> {
    memo: Memo<Kept>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T> fmt::Debug for Derived<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Derived")
    }
}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// What `compute` gives, computed when it is first read and after something it reads has changed.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let compute = move || Kept(Arc::new(compute()));
        Self {
            memo: memo(Box::new(compute)),
            of: PhantomData,
        }
    }

    /// Reads the value and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(self.memo.get().value())
    }

    /// Reads the value without following it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(self.memo.get_untracked().value())
    }

    /// The same value for those who show it in many pieces. Whoever follows a derived value is asked again whenever
    /// anything it rests on has changed, even if the value turns out to be what it was; whoever follows this one is not.
    /// It is a moment late: it changes with the page, and before anything is painted.
    pub fn settled(self) -> Self {
        self.settled_while(|| true)
    }

    /// The same, following the value only while a condition holds: when it does again, this catches up.
    pub fn settled_while(self, follows: impl Fn() -> bool + 'static) -> Self {
        Self {
            memo: settled(self.memo, Box::new(follows)),
            of: PhantomData,
        }
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        self.with(|_| ());
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Derived<T> {
    /// The value; follows it.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, without following it.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Derived<T>> for Signal<T> {
    fn from(derived: Derived<T>) -> Self {
        Self::derive(move || derived.get())
    }
}

/// Does something to the page now and whenever what it reads changes.
pub fn effect(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}

fn memo(compute: Box<dyn Fn() -> Kept + Send + Sync>) -> Memo<Kept> {
    Memo::new(move |_| compute())
}

fn settled(followed: Memo<Kept>, follows: Box<dyn Fn() -> bool>) -> Memo<Kept> {
    let changes = RwSignal::new(0_u64);
    effect(Box::new(move || {
        if follows() {
            followed.track();
            changes.update(|changes| *changes += 1);
        }
    }));
    memo(Box::new(move || {
        changes.track();
        followed.get_untracked()
    }))
}

/// A value whose type the graph does not know.
#[derive(Clone)]
struct Kept(Arc<dyn Comparable>);

impl Kept {
    /// The value as what it is.
    fn value<T: 'static>(&self) -> &T {
        let value: Option<&T> = self.0.any().downcast_ref();
        value.expect("a derived value is read as what it was made as")
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.any())
    }
}

/// What can be compared with something of an unknown type.
trait Comparable: Send + Sync {
    fn any(&self) -> &dyn Any;
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Comparable for T {
    fn any(&self) -> &dyn Any {
        self
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}
