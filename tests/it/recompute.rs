//! The memo graph: what an action recomputes, and what it leaves alone. Counted on the shipped Pinghu plan, natively.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use attain::app::derived::Derived;
use attain::app::keep::Kept;
use attain::app::opened::{Opened, Shared};
use attain::app::planner::Planner;
use attain::app::session::PlanRef;
use attain::app::store::Store;
use attain::engine::index::{AssumptionIdx, MemberIdx, TargetIdx};
use attain::engine::lang::Lang;
use attain::view::assumption::{Level, Spot};
use attain::view::list::Order;
use attain::view::status::Status;
use leptos::prelude::*;

pub const PINGHU: &str = include_str!("../../public/plans/pinghu-2023-2027.json");

/// A planner with a plan open, in an owner of its own.
pub fn with_planner(text: &str, body: impl FnOnce(Planner)) {
    let owner = Owner::new();
    owner.with(|| {
        let store = Store::new(Kept::default(), Lang::Zh);
        let first = Shared::new(Opened::read(text).unwrap());
        let planner = Planner::new(store, first);
        store.open(store.plan_ref_untracked(), text);
        body(planner);
    });
}

/// A memo that counts how often what it follows has changed.
struct Count {
    memo: Memo<usize>,
    runs: Arc<AtomicUsize>,
}

impl Count {
    fn of<T: PartialEq + Send + Sync + 'static>(followed: Derived<T>) -> Self {
        Self::following(move || followed.track())
    }

    fn following(track: impl Fn() + Send + Sync + 'static) -> Self {
        let runs = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&runs);
        let memo = Memo::new(move |_| {
            track();
            counted.fetch_add(1, Ordering::Relaxed)
        });
        let count = Self { memo, runs };
        count.new_runs();
        count
    }

    /// Runs since it was last asked.
    fn new_runs(&self) -> usize {
        self.memo.get_untracked();
        self.runs.swap(0, Ordering::Relaxed)
    }
}

pub fn assumption(planner: &Planner, id: &str) -> Spot {
    let opened = planner.opened.get_untracked();
    let found = opened
        .plan
        .assumptions
        .iter()
        .position(|assumption| assumption.id.value == id);
    Spot {
        assumption: AssumptionIdx::new(found.unwrap()),
        member: None,
        year: None,
    }
}

/// The second member of the first assumption over a set.
pub fn of_member(planner: &Planner) -> Spot {
    let opened = planner.opened.get_untracked();
    let mut all = opened.plan.assumptions.iter();
    let over_set = all.find(|one| one.over.is_some()).unwrap();
    Spot {
        member: Some(MemberIdx::new(1)),
        ..assumption(planner, &over_set.id.value)
    }
}

/// Where a value of the plan, or of a member, stands.
pub fn level(planner: &Planner, spot: Spot) -> Derived<Level> {
    let member = Signal::derive(move || spot.member);
    let shift = planner.shift(spot.assumption, member);
    planner.level(Derived::new(move || spot), shift)
}

pub fn target(planner: &Planner, id: &str) -> TargetIdx {
    let opened = planner.opened.get_untracked();
    let found = opened
        .plan
        .targets
        .iter()
        .position(|target| target.id.value == id);
    TargetIdx::new(found.unwrap())
}

#[test]
fn a_move_evaluates_once_and_reaches_only_the_rows_that_differ() {
    with_planner(PINGHU, |planner| {
        let evaluations = Count::following(move || planner.evaluation.with(|_| ()));
        let written = Count::of(planner.written);
        // Standards are added up by nothing but their own target; value added per mu has nothing to do with them.
        let standards = Count::of(planner.row(target(&planner, "a1-12")));
        let per_mu = Count::of(planner.row(target(&planner, "a1-5")));
        let line_of_per_mu = Count::of(planner.spark(target(&planner, "a1-5")));
        let level = Count::of(level(&planner, assumption(&planner, "va_growth")));

        planner.set_value(assumption(&planner, "new_standards"), 4.0);

        assert_eq!(evaluations.new_runs(), 1);
        assert_eq!(standards.new_runs(), 1);
        assert_eq!(per_mu.new_runs(), 0);
        assert_eq!(line_of_per_mu.new_runs(), 0);
        assert_eq!(level.new_runs(), 0);
        assert_eq!(written.new_runs(), 0);
    });
}

#[test]
fn each_part_of_the_session_is_heard_of_only_by_those_who_follow_it() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let growth = assumption(&planner, "va_growth");
        let counts = [
            Count::following(move || store.with_scenarios(|_, _| ())),
            Count::following(move || {
                store.is_locked("va_growth");
            }),
            Count::following(move || store.with_observations(|_| ())),
            Count::following(move || {
                store.lang();
            }),
        ];
        let new_runs = || counts.each_ref().map(Count::new_runs);
        planner.set_value(growth, 7.1);
        assert_eq!(new_runs(), [0, 0, 0, 0]);
        store.choose_scenario(Some("cautious".to_owned()));
        assert_eq!(new_runs(), [1, 0, 0, 0]);
        planner.toggle_lock(growth.assumption);
        assert_eq!(new_runs(), [0, 1, 0, 0]);
        store.choose_lang(Lang::En);
        assert_eq!(new_runs(), [0, 0, 0, 1]);
        store.undo();
        assert_eq!(new_runs(), [0, 1, 0, 0]);
    });
}

#[test]
fn the_parts_of_a_change_follow_a_slider_unless_there_are_too_many_to_compute() {
    with_planner(PINGHU, |planner| {
        let share = assumption(&planner, "ht_share_2023");
        // It rests on eight assumptions: 256 ways of moving some of them.
        planner.select(target(&planner, "a1-9"));
        let change = Count::of(planner.change(Signal::derive(|| Some(2027))));
        planner.set_value(share, 10.5);
        assert_eq!(change.new_runs(), 1);

        let opened = planner.opened.get_untracked();
        let plain = opened
            .plan
            .assumptions
            .iter()
            .filter(|one| one.over.is_none());
        for moved in plain.filter(|one| one.value.is_some() && one.options.is_empty()) {
            if let Some(min) = moved.min {
                planner.set_value(assumption(&planner, &moved.id.value), min);
            }
        }
        planner.store.let_go();
        change.new_runs();
        planner.set_value(share, 10.4);
        assert_eq!(change.new_runs(), 0);
        planner.store.let_go();
        assert_eq!(change.new_runs(), 1);
    });
}

#[test]
fn looking_never_evaluates() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let evaluations = Count::following(move || planner.evaluation.with(|_| ()));
        let results = Count::of(planner.results);
        let headline = Count::of(planner.headline);
        let looks: [&dyn Fn(); 6] = [
            &|| planner.select(target(&planner, "a1-5")),
            &|| store.choose_lang(Lang::En),
            &|| store.choose_theme(None),
            &|| store.choose_list(|criteria| criteria.milestone = Some(2025)),
            &|| store.choose_list(|criteria| criteria.status = Some(Status::Missed)),
            &|| store.settle(),
        ];
        for look in looks {
            look();
            assert_eq!(evaluations.new_runs(), 0);
            assert_eq!(results.new_runs(), 0);
            assert_eq!(headline.new_runs(), 0);
        }
    });
}

#[test]
fn another_milestone_leaves_the_rows_of_one_milestone_alone() {
    with_planner(PINGHU, |planner| {
        let row = planner.row(target(&planner, "a1-5"));
        let in_2025 = |planner: Planner| {
            planner
                .store
                .choose_list(|criteria| criteria.milestone = Some(2025));
        };
        let worst = row.get_untracked();
        in_2025(planner);
        let count = Count::of(row);
        // The year asked for is the one that speaks for all: only the count of milestones leaves the row.
        assert_eq!(row.get_untracked().requirement, worst.requirement);
        assert_eq!(row.get_untracked().part, None);
        in_2025(planner);
        assert_eq!(count.new_runs(), 0);
    });
}

#[test]
fn a_sorted_list_keeps_still_while_a_slider_is_held() {
    with_planner(PINGHU, |planner| {
        planner
            .store
            .choose_list(|criteria| criteria.order = Order::Worst);
        let list = Count::of(planner.list);
        let order = planner.list.get_untracked();
        for value in [6.0, 4.0, 2.0] {
            planner.set_value(assumption(&planner, "va_growth"), value);
            assert_eq!(list.new_runs(), 0);
            assert_eq!(planner.list.get_untracked(), order);
        }
        planner.store.let_go();
        assert_eq!(list.new_runs(), 1);
        assert_ne!(planner.list.get_untracked(), order);
    });
}

#[test]
fn another_plan_replaces_everything() {
    with_planner(PINGHU, |planner| {
        planner.set_value(assumption(&planner, "va_growth"), 5.0);
        let evaluations = Count::following(move || planner.evaluation.with(|_| ()));
        let kaiping = include_str!("../../public/plans/kaiping-2021-2025.json");
        planner
            .store
            .open(PlanRef::Shipped("kaiping-2021-2025".to_owned()), kaiping);
        assert_eq!(evaluations.new_runs(), 1);
        assert_eq!(planner.moved().get_untracked(), 0);
        assert!(!planner.store.can_undo());
        assert_eq!(
            planner.headline.get_untracked(),
            planner.written.get_untracked().headline
        );
    });
}
