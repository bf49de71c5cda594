//! Opening what the user brings: sound plans at once, faulty ones in a second step, and never at the cost of what is open.

use attain::app::keep::{keep, restore};
use attain::app::opened::{Cause, Refused};
use attain::app::planner::Planner;
use attain::app::session::PlanRef;
use attain::app::store::{Opening, Store};
use attain::engine::lang::Lang;
use attain::storage::Memory;
use attain::text::problems::NoText;
use attain::view::problem::{List, MOST};
use attain::view::status::Status;
use leptos::prelude::*;

use crate::recompute::{PINGHU, assumption, target, with_planner};

/// Two targets on two indicators, of which one is as `formula` says.
fn plan(formula: &str) -> String {
    format!(
        r#"{{
  "format": 1, "id": "p", "title": {{ "zh": "小", "en": "Small" }}, "period": {{ "start": 2021, "end": 2022 }},
  "assumptions": [{{ "id": "a", "name": "甲", "unit": "家", "value": 1, "min": 0, "max": 2 }}],
  "indicators": [
    {{ "id": "good", "name": "好", "unit": "家", "better": "higher", "formula": "a * 2" }},
    {{ "id": "other", "name": "另", "unit": "家", "better": "higher", "formula": "{formula}" }}
  ],
  "targets": [
    {{ "id": "t-good", "of": "good", "in": 2022, "at_least": 1 }},
    {{ "id": "t-other", "of": "other", "in": 2022, "at_least": 1 }}
  ]
}}"#
    )
}

fn problems(planner: &Planner) -> Option<List> {
    let refused = untrack(|| planner.store.refused())?;
    Some(refused.problems(Lang::En))
}

fn own(text: &str) -> PlanRef {
    PlanRef::Own(text.into())
}

#[test]
fn a_sound_plan_opens_at_once_and_warnings_do_not_hinder() {
    let warned = plan("a * 3").replace(r#""id": "a","#, r#""id": "a", "colour": 1,"#);
    for text in [plan("a * 3"), warned] {
        with_planner(PINGHU, |planner| {
            planner.store.bring(Some("p.json".to_owned()), &text);
            assert!(planner.store.refused().is_none());
            assert_eq!(planner.store.plan_ref(), own(&text));
            assert_eq!(planner.title().get_untracked(), "小");
        });
    }
}

#[test]
fn a_faulty_plan_waits_for_a_second_step() {
    with_planner(PINGHU, |planner| {
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        let before = planner.store.session();
        let text = plan("b * 3");
        planner.store.bring(Some("p.json".to_owned()), &text);

        let refused = planner.store.refused().unwrap();
        assert_eq!(refused.name.as_deref(), Some("p.json"));
        assert!(refused.can_open());
        let list = problems(&planner).unwrap();
        assert_eq!(list.count.errors, 1, "{list:?}");
        let first = &list.shown[0];
        assert_eq!(first.severity, "error");
        assert_eq!(first.place, "indicator “另” (other) · line 6, column 80");
        assert!(first.help.is_some());
        let excerpt = first.excerpt.as_ref().unwrap();
        let parts = [&excerpt.before, &excerpt.marked, &excerpt.after];
        assert_eq!(parts, ["…: \"higher\", \"formula\": \"", "b", " * 3\" }"]);
        assert_eq!(planner.store.session(), before);
        assert!(planner.store.can_undo());

        planner.store.open_anyway();
        assert!(planner.store.refused().is_none());
        assert_eq!(planner.store.plan_ref(), own(&text));
        let status = |id| planner.row(target(&planner, id)).get_untracked().status;
        assert_eq!(status("t-good"), Some(Status::Attained));
        assert_eq!(status("t-other"), Some(Status::Undetermined));
        assert_eq!(planner.problems().get_untracked().count, list.count);
    });
}

#[test]
fn putting_a_faulty_plan_away_leaves_no_trace() {
    with_planner(PINGHU, |planner| {
        let before = (planner.store.session(), planner.opened.get_untracked());
        planner.store.bring(None, &plan("b"));
        planner.store.dismiss_refused();
        planner.store.open_anyway();
        assert!(planner.store.refused().is_none());
        assert_eq!(
            (planner.store.session(), planner.opened.get_untracked()),
            before
        );
    });
}

#[test]
fn the_work_on_the_plan_before_is_found_again() {
    with_planner(PINGHU, |planner| {
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        let before = planner.store.plan_ref();
        planner.store.bring(None, &plan("b"));
        planner.store.open_anyway();
        assert_eq!(planner.moved().get_untracked(), 0);
        assert!(planner.store.open(before, PINGHU));
        assert_eq!(planner.moved().get_untracked(), 1);
        let titles: Vec<_> = planner
            .store
            .own_plans()
            .into_iter()
            .map(|own| own.1)
            .collect();
        assert_eq!(titles, ["小"]);
    });
}

#[test]
fn a_faulty_plan_once_opened_survives_a_reload() {
    let text = plan("b");
    let memory = Memory::default();
    with_planner(PINGHU, |planner| {
        planner.store.bring(None, &text);
        planner.store.open_anyway();
        planner.set_value(assumption(&planner, "a"), 0.25);
        keep(&memory, &planner.store.kept()).unwrap();
    });
    let owner = Owner::new();
    owner.with(|| {
        let (kept, notice) = restore(&memory);
        assert_eq!(notice, None);
        let store = Store::new(kept, Lang::Zh);
        assert_eq!(store.opening(), Opening::Loading(own(&text)));
        assert!(store.open(own(&text), &text));
        assert!(store.refused().is_none());
        assert_eq!(store.session().work.moves.len(), 1);
    });
}

#[test]
fn what_is_no_plan_is_refused_with_every_problem_and_nothing_else_changes() {
    with_planner(PINGHU, |planner| {
        planner.set_value(assumption(&planner, "va_growth"), 8.0);
        let before = planner.store.session();
        for text in ["", "{", "[1, 2]", "{ \"format\": 99 }"] {
            planner.store.bring(None, text);
            assert!(!planner.store.refused().unwrap().can_open(), "{text}");
            assert_ne!(problems(&planner).unwrap().count.errors, 0, "{text}");
            planner.store.open_anyway();
            assert!(planner.store.refused().is_some(), "{text}");
            assert_eq!(planner.store.session(), before);
            planner.store.dismiss_refused();
        }
        assert!(planner.store.refused().is_none());
    });
}

#[test]
fn a_file_without_text_says_why() {
    with_planner(PINGHU, |planner| {
        let large = NoText::TooLarge {
            bytes: 6_000_000,
            limit: 5_000_000,
        };
        for (cause, says) in [
            (large, "The file has 6 MB, more than the 5 MB allowed"),
            (NoText::NotUtf8, "The file is not text in UTF-8"),
            (NoText::Unreadable, "The file could not be read"),
        ] {
            planner.store.refuse(Refused {
                name: Some("x.xlsx".to_owned()),
                cause: Cause::NoText(cause),
            });
            let list = problems(&planner).unwrap();
            assert_eq!(list.shown[0].message, says);
            assert_eq!((list.shown.len(), list.count.all()), (1, 1));
        }
    });
}

#[test]
fn what_a_server_gives_in_place_of_a_plan_is_a_failure_of_the_network() {
    with_planner(PINGHU, |planner| {
        let shipped = PlanRef::Shipped("kaiping-2021-2025".to_owned());
        assert!(!planner.store.open(shipped.clone(), "<!doctype html>"));
        assert_eq!(planner.store.opening(), Opening::Failed(shipped));
        assert!(planner.store.refused().is_none());
    });
}

#[test]
fn a_kept_plan_that_cannot_be_read_any_more_is_shown_and_stays_to_be_had() {
    let unreadable = own("{ \"format\": 99 }");
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        assert!(!store.open(unreadable.clone(), "{ \"format\": 99 }"));
        assert!(store.open(store.plan_ref(), PINGHU));
        assert!(store.refused().is_some());
    });
}

#[test]
fn the_list_of_problems_ends_and_says_how_many_there_are() {
    let indicators: Vec<String> = (0..3000)
        .map(|i| {
            format!(r#"{{ "id": "i{i}", "name": "{i}", "unit": "家", "formula": "nothing{i}" }}"#)
        })
        .collect();
    let indicators = format!("\"indicators\": [{},", indicators.join(",\n"));
    let text = plan("a").replace("\"indicators\": [", &indicators);
    with_planner(PINGHU, |planner| {
        planner.store.bring(None, &text);
        let list = problems(&planner).unwrap();
        assert_eq!(list.shown.len(), MOST);
        assert!(list.count.all() >= 3000, "{:?}", list.count);
        assert_eq!(list.left_out, list.count.all() - MOST);
        assert!(list.shown.iter().all(|problem| problem.severity == "error"));
    });
}
