//! What a user does: moves, ways back, scenarios, files.

use attain::app::file::PlanFile;
use attain::app::keep::{keep, restore};
use attain::app::link::Link;
use attain::app::session::{Page, PlanRef, Theme};
use attain::app::store::Store;
use attain::engine::inputs::Setting;
use attain::engine::lang::Lang;
use attain::storage::Memory;
use attain::view::list::Order;
use attain::view::status::Status;

use crate::recompute::{PINGHU, assumption, level, of_member, target, with_planner};
use crate::scenarios::called;

#[test]
fn a_drag_is_one_step_back() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let spot = assumption(&planner, "va_growth");
        let value = || level(&planner, spot).get_untracked().value;
        for step in [7.1, 7.2, 7.3] {
            planner.set_value(spot, step);
        }
        store.let_go();
        for step in [6.0, 5.0] {
            planner.set_value(spot, step);
        }
        store.let_go();
        assert_eq!(value(), Some(5.0));
        store.undo();
        assert_eq!(value(), Some(7.3));
        store.undo();
        assert_eq!(value(), Some(7.0));
        assert!(!store.can_undo());
        store.redo();
        store.redo();
        assert_eq!(value(), Some(5.0));
        assert!(!store.can_redo());
    });
}

#[test]
fn two_assumptions_in_one_go_are_two_steps_back() {
    with_planner(PINGHU, |planner| {
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        planner.set_value(assumption(&planner, "gdp_growth"), 5.0);
        planner.store.undo();
        assert_eq!(planner.moved().get_untracked(), 1);
    });
}

#[test]
fn a_value_moved_back_by_hand_counts_as_not_moved() {
    with_planner(PINGHU, |planner| {
        let spot = assumption(&planner, "va_growth");
        planner.set_value(spot, 8.0);
        assert_eq!(planner.moved().get_untracked(), 1);
        planner.set_value(spot, 7.0);
        assert_eq!(planner.moved().get_untracked(), 0);
        planner.set_value(spot, 9.0);
        planner.reset(spot.assumption);
        assert_eq!(planner.moved().get_untracked(), 0);
        assert_eq!(
            planner.results.get_untracked().all(),
            planner.written.get_untracked().results.all()
        );
    });
}

#[test]
fn one_year_of_a_path_is_moved_alone() {
    with_planner(PINGHU, |planner| {
        let mut spot = assumption(&planner, "va_growth");
        planner.set_years(spot, &[2024, 2025, 2026]);
        spot.year = Some(2025);
        planner.set_value(spot, 9.0);
        let inputs = planner.inputs.get_untracked();
        let expected = Setting::ByYear([(2024, 7.0), (2025, 9.0), (2026, 7.0)].into());
        assert_eq!(inputs.get(spot.assumption, None), Some(&expected));
        planner.set_years(spot, &[]);
        let inputs = planner.inputs.get_untracked();
        assert_eq!(
            inputs.get(spot.assumption, None),
            Some(&Setting::Constant(7.0))
        );
    });
}

#[test]
fn an_awaited_assumption_can_be_entered() {
    with_planner(PINGHU, |planner| {
        let row = planner.row(target(&planner, "a1-16"));
        assert_eq!(row.get_untracked().status, Some(Status::Undetermined));
        planner.set_value(assumption(&planner, "energy_assigned"), 3.0);
        assert_ne!(row.get_untracked().status, Some(Status::Undetermined));
    });
}

#[test]
fn a_scenario_of_the_plan_is_what_its_file_says() {
    with_planner(PINGHU, |planner| {
        planner.store.choose_scenario(Some("cautious".to_owned()));
        let level = |id| level(&planner, assumption(&planner, id)).get_untracked();
        assert_eq!(level("va_growth").value, Some(5.0));
        assert!(!level("va_growth").is_moved);
        assert_eq!(level("gdp_growth").value, Some(6.0));
    });
}

#[test]
fn what_is_moved_becomes_a_scenario_and_the_file_carries_it() {
    with_planner(PINGHU, |planner| {
        planner.store.choose_scenario(Some("cautious".to_owned()));
        planner.set_value(assumption(&planner, "gdp_growth"), 4.0);
        planner.store.add_scenario(called("更谨慎"));
        assert_eq!(planner.moved().get_untracked(), 0);
        planner.set_value(assumption(&planner, "va_growth"), 4.5);
        let expected = planner.results.get_untracked();

        let file = planner.file();
        assert_eq!(file.name, "pinghu-2023-2027.json");
        with_planner(&file.text, |reopened| {
            let opened = reopened.opened.get_untracked();
            let names: Vec<_> = opened
                .plan
                .scenarios
                .iter()
                .map(|scenario| scenario.name.get(Lang::Zh))
                .collect();
            assert_eq!(names[names.len() - 2..], ["更谨慎", "当前调整"]);
            let last = opened.plan.scenarios.last().unwrap().id.value.clone();
            reopened.store.choose_scenario(Some(last));
            assert_eq!(reopened.results.get_untracked().all(), expected.all());
        });
    });
}

#[test]
fn a_file_without_changes_is_the_plan_to_the_byte() {
    with_planner(PINGHU, |planner| assert_eq!(planner.file().text, PINGHU));
}

#[test]
fn a_session_survives_being_kept() {
    with_planner(PINGHU, |planner| {
        planner.set_value(assumption(&planner, "va_growth"), 8.05);
        planner.set_years(assumption(&planner, "gdp_growth"), &[2024, 2026]);
        planner.set_value(assumption(&planner, "energy_assigned"), 0.1 + 0.2);
        planner.store.add_scenario(called("甲"));
        planner.set_value(assumption(&planner, "land_supply"), 100.0);
        planner.select(target(&planner, "a1-5"));
        planner.store.choose_theme(Some(Theme::Dark));
        planner
            .store
            .choose_list(|criteria| criteria.order = Order::Worst);
        let session = planner.store.session();

        let store = Memory::default();
        keep(&store, &planner.store.kept()).unwrap();
        let (kept, notice) = restore(&store);
        assert_eq!(notice, None);
        assert_eq!(kept.session, *session);

        // The way back reaches past the visit, and a new gesture never joins an old one.
        let back = Store::new(kept, Lang::Zh);
        back.undo();
        assert!(back.session().work.moves.is_empty());
        back.undo();
        assert_eq!(back.session().work.moves.len(), 3);
        back.redo();
        back.redo();
        assert_eq!(back.session(), session);
    });
}

#[test]
fn every_plan_keeps_what_was_made_of_it() {
    with_planner(PINGHU, |planner| {
        let kaiping = include_str!("../../public/plans/kaiping-2021-2025.json");
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        let pinghu = planner.store.plan_ref_untracked();
        planner
            .store
            .open(PlanRef::Shipped("kaiping-2021-2025".to_owned()), kaiping);
        assert_eq!(planner.moved().get_untracked(), 0);
        planner.store.open(pinghu, PINGHU);
        assert_eq!(planner.moved().get_untracked(), 1);
        assert!(planner.store.session().shelf.is_empty());
    });
}

#[test]
fn members_are_written_as_the_format_has_them() {
    with_planner(PINGHU, |planner| {
        let opened = planner.opened.get_untracked();
        planner.set_value(of_member(&planner), 1.25);
        let expected = planner.inputs.get_untracked();
        let work = planner.work.get_untracked();
        let file = PlanFile::of(&opened, &work, "x");
        with_planner(&file.text, |reopened| {
            let last = reopened
                .opened
                .get_untracked()
                .plan
                .scenarios
                .last()
                .unwrap()
                .id
                .value
                .clone();
            reopened.store.choose_scenario(Some(last));
            assert_eq!(*reopened.inputs.get_untracked(), *expected);
        });
    });
}

#[test]
fn a_link_reads_back_as_what_it_was_written_from() {
    let ids = [None, Some("a1-5"), Some("规上/工业 ?#&="), Some("100%")];
    for plan in ids {
        for target in ids {
            for scenario in ids {
                for page in [Page::Targets, Page::Scenarios, Page::Check, Page::Measures] {
                    let [plan, target, scenario] =
                        [plan, target, scenario].map(|id| id.map(str::to_owned));
                    let link = Link {
                        plan,
                        page,
                        target,
                        scenario,
                    };
                    let hash = link.hash();
                    assert!(hash.is_ascii(), "{hash}");
                    assert_eq!(Link::parse(&hash), Some(link), "{hash}");
                }
            }
        }
    }
    assert_eq!(Link::parse("targets"), None);
    assert_eq!(Link::parse(""), None);
    let lone = Link::parse("/pinghu-2023-2027/nowhere").unwrap();
    assert_eq!(
        (lone.plan.as_deref(), lone.page),
        (Some("pinghu-2023-2027"), Page::Targets)
    );
}

#[test]
fn a_link_is_followed_as_far_as_the_plan_knows_it() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        store.follow(Link::parse("/pinghu-2023-2027/check/a1-5?scenario=cautious").unwrap());
        let link = store.link();
        assert_eq!(
            (link.page, link.scenario.as_deref()),
            (Page::Check, Some("cautious"))
        );
        assert_eq!(
            planner.selected.get_untracked(),
            Some(target(&planner, "a1-5"))
        );
        store.follow(Link::parse("/pinghu-2023-2027/targets/no-such?scenario=no-such").unwrap());
        assert_eq!(store.link().scenario, None);
        assert!(planner.selected.get_untracked().is_some());
    });
}
