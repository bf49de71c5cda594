//! Scenarios of the user's own: made, copied, described, built upon, deleted, and written into the plan.

use attain::app::keep::{keep, restore};
use attain::app::planner::Planner;
use attain::app::session::About;
use attain::app::store::Store;
use attain::engine::lang::Lang;
use attain::storage::Memory;
use attain::view::scenario::Entry;

use crate::recompute::{PINGHU, assumption, level, of_member, with_planner};

/// A scenario of which only the name is said.
pub fn called(name: &str) -> About {
    About {
        name: name.to_owned(),
        ..About::default()
    }
}

/// A scenario of which everything is said.
fn described(name: &str) -> About {
    About {
        name: name.to_owned(),
        reason: "县区上报\n第二轮".to_owned(),
        author: "规划科 王敏".to_owned(),
        date: "2026-11-28".to_owned(),
    }
}

fn in_force(planner: &Planner) -> Entry {
    let entries = planner.scenarios().get_untracked();
    let chosen = entries.into_iter().find(|entry| entry.is_chosen);
    chosen.unwrap()
}

fn growth(planner: &Planner) -> Option<f64> {
    let spot = assumption(planner, "va_growth");
    level(planner, spot).get_untracked().value
}

#[test]
fn a_scenario_of_the_plan_is_copied_and_the_copy_is_the_users() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        store.choose_scenario(Some("cautious".to_owned()));
        let before = planner.results.get_untracked();
        assert_eq!(
            planner.about_new("2026-11-28".to_owned()),
            About {
                date: "2026-11-28".to_owned(),
                ..called("谨慎 副本")
            }
        );
        store.add_scenario(described("谨慎 副本"));
        let copy = in_force(&planner);
        assert!(copy.is_own);
        assert_eq!(copy.name, "谨慎 副本");
        assert_eq!(planner.results.get_untracked().all(), before.all());
        // A copy of the copy is built on the same, not on the copy: that may be deleted.
        store.add_scenario(planner.about_new(String::new()));
        assert_eq!(in_force(&planner).name, "谨慎 副本 副本");
        assert_eq!(in_force(&planner).author, "规划科 王敏");
        store.delete_scenario(&copy.id.unwrap());
        assert_eq!(growth(&planner), Some(5.0));
        assert_eq!(planner.results.get_untracked().all(), before.all());
    });
}

#[test]
fn a_name_for_a_copy_is_one_that_no_scenario_has() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        assert_eq!(planner.about_new(String::new()), About::default());
        for expected in ["谨慎 副本", "谨慎 副本 2", "谨慎 副本 3"] {
            store.choose_scenario(Some("cautious".to_owned()));
            let about = planner.about_new(String::new());
            assert_eq!(about.name, expected);
            assert!(!planner.is_scenario_called(expected, None));
            store.add_scenario(about);
            let id = in_force(&planner).id;
            assert!(planner.is_scenario_called(expected, None));
            assert!(!planner.is_scenario_called(expected, id.as_deref()));
        }
        assert!(planner.is_scenario_called("规划原文", None));
    });
}

#[test]
fn what_is_said_about_a_scenario_changes_nothing_else_and_is_taken_back() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        store.add_scenario(called("甲"));
        let id = in_force(&planner).id.unwrap();
        planner.set_value(assumption(&planner, "gdp_growth"), 4.0);
        store.let_go();
        let before = planner.results.get_untracked();
        store.describe_scenario(&id, described("乙"));
        let entry = in_force(&planner);
        assert_eq!(
            (entry.name.as_str(), entry.reason.as_str()),
            ("乙", "县区上报\n第二轮")
        );
        let words = store.words_untracked();
        assert_eq!(entry.signature(words), "规划科 王敏 · 2026-11-28");
        assert_eq!(planner.moved().get_untracked(), 1);
        assert_eq!(planner.results.get_untracked().all(), before.all());
        store.undo();
        assert_eq!(in_force(&planner).name, "甲");
        assert_eq!(in_force(&planner).signature(words), "");
    });
}

#[test]
fn what_is_moved_becomes_part_of_the_scenario_in_force() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        store.let_go();
        // The plan's own scenarios are never changed.
        store.choose_scenario(Some("cautious".to_owned()));
        planner.set_value(assumption(&planner, "va_growth"), 6.0);
        store.let_go();
        store.update_scenario();
        assert_eq!(planner.moved().get_untracked(), 1);
        store.add_scenario(called("甲"));
        planner.set_value(assumption(&planner, "va_growth"), 6.5);
        planner.set_value(assumption(&planner, "land_supply"), 100.0);
        store.let_go();
        let before = planner.results.get_untracked();
        store.update_scenario();
        assert_eq!(planner.moved().get_untracked(), 0);
        assert_eq!(planner.results.get_untracked().all(), before.all());
        let id = in_force(&planner).id;
        store.choose_scenario(None);
        store.choose_scenario(id);
        assert_eq!(growth(&planner), Some(6.5));
        assert_eq!(planner.results.get_untracked().all(), before.all());
    });
}

#[test]
fn a_deleted_scenario_comes_back_whole_even_after_a_reload() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        store.add_scenario(described("甲"));
        planner.set_value(assumption(&planner, "gdp_growth"), 4.0);
        store.let_go();
        let before = store.session();
        store.delete_scenario("own-1");
        assert_eq!(in_force(&planner).id, None);
        assert_eq!(growth(&planner), Some(7.0));

        let storage = Memory::default();
        keep(&storage, &store.kept()).unwrap();
        let (kept, notice) = restore(&storage);
        assert_eq!(notice, None);
        let back = Store::new(kept, Lang::Zh);
        back.undo();
        assert_eq!(back.session().work, before.work);
    });
}

#[test]
fn the_file_says_of_a_scenario_what_the_user_said() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        store.add_scenario(called("空"));
        store.choose_scenario(Some("cautious".to_owned()));
        planner.set_value(assumption(&planner, "gdp_growth"), 4.0);
        store.add_scenario(described("甲"));
        let expected = planner.results.get_untracked();
        let file = planner.file().text;
        with_planner(&file, |reopened| {
            let opened = reopened.opened.get_untracked();
            assert!(opened.diagnostics.is_empty(), "{:?}", opened.diagnostics);
            let [.., empty, last] = opened.plan.scenarios.as_slice() else {
                panic!("two scenarios were added");
            };
            assert_eq!((empty.name.get(Lang::Zh), empty.set.len()), ("空", 0));
            assert_eq!((&empty.author, &empty.date), (&None, &None));
            assert!(empty.reason.is_none());
            assert_eq!(last.author.as_deref(), Some("规划科 王敏"));
            assert_eq!(last.date.as_deref(), Some("2026-11-28"));
            let reason = last.reason.as_ref().map(|reason| reason.get(Lang::Zh));
            assert_eq!(reason, Some("县区上报\n第二轮"));
            assert_eq!(last.base.as_ref().unwrap().value, "cautious");
            let id = last.id.value.clone();
            reopened.store.choose_scenario(Some(id));
            assert_eq!(reopened.results.get_untracked().all(), expected.all());
        });
    });
}

#[test]
fn what_is_moved_is_listed_with_where_it_stood() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let list = || planner.moved_list().get_untracked();
        assert_eq!(list(), []);
        // Against the scenario in force, not against the plan: there it stands at 5.
        store.choose_scenario(Some("cautious".to_owned()));
        planner.set_value(assumption(&planner, "va_growth"), 8.5);
        planner.set_years(assumption(&planner, "gdp_growth"), &[2024, 2026]);
        let moved = list();
        let shown: Vec<_> = moved
            .iter()
            .flat_map(|moved| moved.moves.iter().map(move |one| (moved, one)))
            .map(|(moved, one)| [&moved.name, &one.from, &one.to, &moved.unit].map(String::as_str))
            .collect();
        assert_eq!(
            shown,
            [
                ["规上工业增加值增速", "5", "8.5", "%"],
                ["地区生产总值增速", "6", "2024: 6, 2026: 6", "%"]
            ]
        );
        planner.reset(moved[0].assumption);
        assert_eq!(list().len(), 1);
        store.reset_all();
        assert_eq!(list(), []);
        store.undo();
        assert_eq!(list().len(), 1);
    });
}

#[test]
fn members_that_are_moved_are_listed_by_name() {
    with_planner(PINGHU, |planner| {
        let spot = of_member(&planner);
        planner.set_value(spot, 1.25);
        let list = planner.moved_list().get_untracked();
        let [moved] = list.as_slice() else {
            panic!("one assumption is moved");
        };
        let [one] = moved.moves.as_slice() else {
            panic!("one member is moved");
        };
        let names = planner.members(spot.assumption).get_untracked();
        assert_eq!(one.member.as_ref(), names.get(1));
        assert_eq!(one.to, "1.25");
    });
}

#[test]
fn a_locked_assumption_is_moved_by_nothing_but_another_scenario() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let spot = assumption(&planner, "va_growth");
        let locked = || planner.is_locked(spot.assumption).get_untracked();
        planner.set_value(spot, 8.5);
        planner.set_value(assumption(&planner, "gdp_growth"), 4.0);
        store.let_go();
        planner.toggle_lock(spot.assumption);
        assert!(locked());
        let before = planner.results.get_untracked();

        planner.set_value(spot, 9.0);
        planner.set_years(spot, &[2024, 2026]);
        planner.reset(spot.assumption);
        assert_eq!(planner.results.get_untracked().all(), before.all());
        assert_eq!(growth(&planner), Some(8.5));
        assert!(planner.can_reset().get_untracked());
        store.reset_all();
        assert_eq!(growth(&planner), Some(8.5));
        assert_eq!(planner.moved().get_untracked(), 1);
        assert!(!planner.can_reset().get_untracked());

        // One step back for the reset, one for the lock; then it moves again.
        store.undo();
        store.undo();
        assert!(!locked());
        planner.set_value(spot, 9.0);
        assert_eq!(growth(&planner), Some(9.0));
        planner.toggle_lock(spot.assumption);
        store.choose_scenario(Some("cautious".to_owned()));
        assert!(locked());
        assert_eq!(growth(&planner), Some(5.0));
    });
}

#[test]
fn locks_are_kept() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        planner.toggle_lock(assumption(&planner, "va_growth").assumption);
        let storage = Memory::default();
        keep(&storage, &store.kept()).unwrap();
        let back = Store::new(restore(&storage).0, Lang::Zh);
        assert!(back.session().work.is_locked("va_growth"));
        back.undo();
        assert!(!back.session().work.is_locked("va_growth"));
    });
}
