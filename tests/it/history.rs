//! The way back: every plan has its own, which survives the change to another plan and a reload, and is kept in little
//! room.

use attain::app::history::History;
use attain::app::keep::{Kept, keep, restore};
use attain::app::planner::Planner;
use attain::app::session::{Moves, PlanRef, Session, Work};
use attain::app::store::Store;
use attain::engine::inputs::Setting;
use attain::engine::lang::Lang;
use attain::storage::{self, KeyValue, Memory, SESSION};
use leptos::prelude::Owner;

use crate::recompute::{PINGHU, assumption, with_planner};
use crate::scenarios::called;

const KAIPING: &str = include_str!("../../public/plans/kaiping-2021-2025.json");
/// What a planner of version 1 has kept, as the page wrote it: growth moved twice and made a scenario, then growth of GDP
/// moved twice, of which the last is taken back.
const VERSION_1: &str = include_str!("fixtures/kept/version-1.json");

fn kaiping() -> PlanRef {
    PlanRef::Shipped("kaiping-2021-2025".to_owned())
}

/// What a reload brings back.
fn reloaded(kept: &Kept) -> Kept {
    let storage = Memory::default();
    keep(&storage, kept).unwrap();
    let (kept, notice) = restore(&storage);
    assert_eq!(notice, None);
    kept
}

/// All that is found on the way back, and then all the way forth.
fn visited(store: Store) -> Vec<Work> {
    let work = || (*store.session().work).clone();
    let mut all = vec![work()];
    while store.can_undo() {
        store.undo();
        all.push(work());
    }
    while store.can_redo() {
        store.redo();
        all.push(work());
    }
    all
}

#[test]
fn every_plan_has_its_own_way_back() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let pinghu = store.plan_ref_untracked();
        for value in [8.0, 9.0, 10.0] {
            planner.set_value(assumption(&planner, "va_growth"), value);
            store.let_go();
        }
        store.undo();
        let before = store.session();
        store.open(kaiping(), KAIPING);
        assert!(!store.can_undo() && !store.can_redo());
        store.choose_scenario(Some("no-such".to_owned()));

        let kept = reloaded(&store.kept());
        assert_eq!(kept.session.shelf, store.session().shelf);
        let back = Store::new(kept, Lang::Zh);
        back.open(kaiping(), KAIPING);
        assert!(back.can_undo());
        back.open(pinghu, PINGHU);
        assert_eq!(back.session().work, before.work);
        assert!(back.can_redo());
        let moved = |work: &Work| work.moves.get("va_growth", None).cloned();
        let values: Vec<_> = visited(back).iter().map(moved).collect();
        let expected = [Some(9.0), Some(8.0), None, Some(8.0), Some(9.0), Some(10.0)];
        assert_eq!(values, expected.map(|value| value.map(Setting::Constant)));
        // Kaiping's is still there.
        back.open(kaiping(), KAIPING);
        back.undo();
        assert_eq!(back.session().work.scenario, None);
        assert!(!back.can_undo());
    });
}

/// Something of every kind that can be done to the work.
fn do_everything(planner: &Planner) {
    let store = planner.store;
    let growth = assumption(planner, "va_growth");
    planner.set_value(growth, 8.05);
    store.let_go();
    planner.set_years(assumption(planner, "gdp_growth"), &[2024, 2026]);
    planner.set_value(assumption(planner, "energy_assigned"), 0.1 + 0.2);
    store.let_go();
    planner.toggle_lock(growth.assumption);
    store.reset_all();
    store.add_scenario(called("甲"));
    planner.set_value(assumption(planner, "land_supply"), 100.0);
    store.let_go();
    store.add_scenario(called("乙"));
    store.describe_scenario("own-1", called("丙"));
    store.update_scenario();
    planner.toggle_lock(growth.assumption);
    store.choose_scenario(Some("cautious".to_owned()));
    planner.set_value(growth, 4.0);
    store.let_go();
    store.delete_scenario("own-1");
    planner.reset(growth.assumption);
    store.choose_scenario(None);
}

#[test]
fn whatever_was_done_is_undone_and_done_again_after_a_reload() {
    with_planner(PINGHU, |planner| {
        do_everything(&planner);
        let store = planner.store;
        let mut undone = 0;
        while store.can_undo() {
            let kept = store.kept();
            let back = Store::new(reloaded(&kept), Lang::Zh);
            assert!(back.kept().history == kept.history, "after {undone}");
            assert_eq!(visited(back), visited(Store::new(kept, Lang::Zh)));
            store.undo();
            undone += 1;
        }
        assert!(undone > 10, "{undone} steps");
    });
}

#[test]
fn a_long_way_back_takes_little_room() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        do_everything(&planner);
        let room = || {
            let storage = Memory::default();
            keep(&storage, &store.kept()).unwrap();
            storage::raw(&storage, SESSION).unwrap().len()
        };
        let before = room();
        for step in 0..50 {
            planner.set_value(
                assumption(&planner, "va_growth"),
                3.0 + f64::from(step) / 10.0,
            );
            store.let_go();
        }
        let each = (room() - before) / 50;
        assert!(each < 60, "{each} bytes for a step");
    });
}

#[test]
fn what_version_1_has_kept_is_read() {
    let storage = Memory::default();
    storage.set(SESSION, VERSION_1).unwrap();
    let (kept, notice) = restore(&storage);
    assert_eq!(notice, None);
    let value = |moves: &Moves, id| match moves.get(id, None) {
        Some(Setting::Constant(value)) => Some(*value),
        _ => None,
    };
    let told = |work: &Work| {
        let own = work.own_scenario();
        (
            own.map(|own| (own.name.clone(), value(&own.moves, "va_growth"))),
            value(&work.moves, "va_growth"),
            value(&work.moves, "gdp_growth"),
        )
    };
    Owner::new().with(|| {
        let own = || Some(("甲".to_owned(), Some(8.2)));
        let all = visited(Store::new(kept, Lang::Zh));
        assert_eq!(
            all.iter().map(told).collect::<Vec<_>>(),
            [
                (own(), None, Some(4.3)),
                (own(), None, None),
                (None, Some(8.2), None),
                (None, Some(8.05), None),
                (None, None, None),
                (None, Some(8.05), None),
                (None, Some(8.2), None),
                (own(), None, None),
                (own(), None, Some(4.3)),
                (own(), None, Some(4.4)),
            ]
        );
    });
}

#[test]
fn a_link_to_another_plan_leaves_a_way_back_where_it_belongs() {
    with_planner(PINGHU, |planner| {
        let mut fresh = planner.store.kept();
        fresh.begin_with("kaiping-2021-2025");
        assert_eq!(fresh.session.plan, kaiping());
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        planner.store.undo();
        let mut kept = planner.store.kept();
        kept.begin_with("kaiping-2021-2025");
        assert_eq!(kept.session, Session::default());
        assert!(kept.history != History::default());
    });
}

#[test]
fn a_plan_taken_off_the_list_comes_back_with_its_work_and_its_place() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let pinghu = store.plan_ref_untracked();
        let own = ["one", "two", "three"].map(|id| KAIPING.replace("kaiping-2021-2025", id));
        for text in &own {
            store.bring(None, text);
            store.choose_scenario(Some("no-such".to_owned()));
        }
        store.open(pinghu, PINGHU);
        let before = store.session();
        let plan = |at: usize| PlanRef::Own(own[at].as_str().into());
        let removed = store.remove_plan(&plan(1)).unwrap();
        assert_eq!(store.own_plans().len(), 2);
        assert_eq!(reloaded(&store.kept()).session.shelf.len(), 2);
        store.put_plan_back(removed);
        assert_eq!(store.session(), before);

        // Opened again in the meantime, it is not put beside itself.
        let removed = store.remove_plan(&plan(1)).unwrap();
        store.bring(None, &own[1]);
        store.put_plan_back(removed);
        assert!(store.own_plans().iter().all(|(other, _)| *other != plan(1)));
        assert_eq!(store.remove_plan(&plan(1)), None);
    });
}
