//! The address of the page follows what is seen, and what is seen follows a link or the browser's way back.

use leptos::prelude::*;

use crate::app::link::Link;
use crate::app::session::PlanRef;
use crate::app::store::Store;
use crate::browser::location;

use super::plans::fetch;

/// Where the page was opened at.
pub fn first() -> Option<Link> {
    Link::parse(&location::hash())
}

/// Keeps address and store together. `first` is what the page was opened at.
pub fn connect(store: Store, first: Option<Link>) {
    let wanted = StoredValue::new(first);
    location::on_change(move |hash| {
        // What the page itself has put there is seen already, and would be kept as if it were a change.
        let new = Link::parse(&hash).filter(|link| *link != untrack(|| store.link()));
        if let Some(link) = new {
            go(store, wanted, link);
        }
    });
    Effect::new(move |is_first: Option<bool>| {
        let is_first = is_first.unwrap_or(true);
        if store.opened().is_none() {
            return is_first;
        }
        let link = store.link();
        if let Some(link) = wanted.try_update_value(Option::take).flatten() {
            go(store, wanted, link);
            return is_first;
        }
        let hash = link.hash();
        if Link::parse(&location::hash()) != Some(link) {
            if is_first {
                location::replace(&hash);
            } else {
                location::go_to(&hash);
            }
        }
        false
    });
}

/// Shows what a link leads to, once its plan is open.
fn go(store: Store, wanted: StoredValue<Option<Link>>, link: Link) {
    let other = link.plan.clone().map(PlanRef::Shipped);
    let other = other.filter(|plan| *plan != store.plan_ref_untracked());
    match other {
        Some(plan) => {
            wanted.set_value(Some(link));
            fetch(store, plan);
        }
        None => store.follow(link),
    }
}
