//! The text of the plan while it is edited: kept, read, applied, taken back, and mended where it is no plan.

use std::sync::Arc;

use attain::app::draft::Standing;
use attain::app::keep::{keep, restore};
use attain::app::planner::Planner;
use attain::app::session::{Page, PlanRef};
use attain::app::store::Store;
use attain::engine::diagnostic::Span;
use attain::engine::lang::Lang;
use attain::storage::Memory;
use attain::view::problem::At;
use attain::view::status::Status;
use leptos::prelude::*;

use crate::recompute::{PINGHU, assumption, with_planner};

/// The plan with one number of a target changed: no growth can reach it.
fn harder() -> String {
    let text = PINGHU.replacen(
        r#""at_least": { "2023": 205"#,
        r#""at_least": { "2023": 9205"#,
        1,
    );
    assert_ne!(text, PINGHU);
    text
}

fn attained(planner: &Planner) -> usize {
    planner
        .headline
        .with_untracked(|headline| headline.all.count(Status::Attained))
}

/// How the text in the editor stands to the plan when the typing pauses.
fn standing(planner: &Planner) -> Standing {
    planner.store.pause();
    planner.reading().get_untracked().standing
}

fn text(planner: &Planner) -> String {
    planner
        .opened
        .with_untracked(|opened| opened.document.text().to_owned())
}

#[test]
fn what_is_written_changes_nothing_until_it_is_applied() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let reading = planner.reading();
        let (problems, tally) = (
            planner.reading_problems(reading),
            planner.reading_tally(reading),
        );
        assert_eq!(standing(&planner), Standing::Same);
        let before = attained(&planner);
        assert_eq!(
            tally.get_untracked().unwrap().count(Status::Attained),
            before
        );

        store.write(&harder());
        // Read when the typing pauses.
        assert_eq!(
            tally.get_untracked().unwrap().count(Status::Attained),
            before
        );
        assert_eq!(standing(&planner), Standing::Changed);
        let then = tally.get_untracked().unwrap();
        assert_eq!(then.count(Status::Attained), before - 1);
        assert_eq!(attained(&planner), before);

        store.write(&harder().replace("prev(", "prv("));
        store.pause();
        assert!(problems.get_untracked().count.errors > 0);
        assert_eq!(tally.get_untracked(), None);
        assert!(!store.apply_draft(false));
        assert_eq!(text(&planner), PINGHU);

        store.write(PINGHU);
        assert_eq!(standing(&planner), Standing::Same);
    });
}

#[test]
fn a_draft_is_applied_with_the_work_as_it_is_and_taken_back() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let shipped = store.plan_ref_untracked();
        let spot = assumption(&planner, "va_growth");
        planner.set_value(spot, 8.0);
        let before = planner.results.get_untracked();
        store.write(&harder());
        assert!(store.apply_draft(false));
        assert_eq!(text(&planner), harder());
        assert_eq!(store.plan_ref_untracked(), PlanRef::Own(harder().into()));
        assert_eq!(standing(&planner), Standing::Same);
        assert_eq!(planner.moved().get_untracked(), 1);
        assert!(store.own_plans().is_empty());
        assert_ne!(planner.results.get_untracked().all(), before.all());

        store.undo();
        assert_eq!(text(&planner), PINGHU);
        assert_eq!(store.plan_ref_untracked(), shipped);
        assert_eq!(planner.moved().get_untracked(), 1);
        assert_eq!(planner.results.get_untracked().all(), before.all());
        store.undo();
        assert_eq!(planner.moved().get_untracked(), 0);
        store.redo();
        store.redo();
        assert_eq!(text(&planner), harder());
        assert_eq!(planner.moved().get_untracked(), 1);
    });
}

#[test]
fn drafts_and_applied_texts_come_back_after_a_reload() {
    let storage = Memory::with_limit(5_000_000);
    with_planner(PINGHU, |planner| {
        planner.store.write(&harder());
        planner.store.apply_draft(false);
        planner.store.write("{ half");
        keep(&storage, &untrack(|| planner.store.kept())).unwrap();
    });
    with_planner(&harder(), |_| {
        let (kept, _) = restore(&storage);
        let store = Store::new(kept, Lang::Zh);
        let PlanRef::Own(own) = store.plan_ref_untracked() else {
            panic!("the plan is the user's own")
        };
        assert!(store.open(PlanRef::Own(Arc::clone(&own)), &own));
        let opened = untrack(|| store.opened()).unwrap();
        let planner = Planner::new(store, opened);
        assert_eq!(&*planner.field_text().get_untracked(), "{ half");
        store.undo();
        assert_eq!(text(&planner), PINGHU);
        // What is not applied is nobody's to take back.
        assert_eq!(&*planner.field_text().get_untracked(), "{ half");
        store.discard_draft();
        assert_eq!(&*planner.field_text().get_untracked(), PINGHU);
    });
}

#[test]
fn the_draft_of_a_plan_waits_with_it() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let shipped = store.plan_ref_untracked();
        store.write("{ half");
        store.begin_plan();
        assert_eq!(standing(&planner), Standing::Same);
        store.open(shipped, PINGHU);
        assert_eq!(&*planner.field_text().get_untracked(), "{ half");
    });
}

#[test]
fn a_new_plan_is_sound_and_open_in_the_editor() {
    with_planner(PINGHU, |planner| {
        planner.store.begin_plan();
        assert_eq!(planner.problem_count().get_untracked().all(), 0);
        assert_eq!(planner.title().get_untracked(), "我的规划");
        assert_eq!(attained(&planner), 1);
        let page = untrack(|| planner.store.view(|view| view.page));
        assert_eq!(page, Page::Editor);
    });
}

#[test]
fn a_broken_text_is_mended_beside_the_plan_and_becomes_one_of_its_own() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        store.write(&harder());
        store.bring(Some("a.json".to_owned()), "{ \"format\": 1,");
        store.mend_refused();
        assert!(untrack(|| store.refused()).is_none());
        assert_eq!(standing(&planner), Standing::Apart);
        assert_eq!(&*planner.field_text().get_untracked(), "{ \"format\": 1,");
        assert!(!store.apply_draft(false));
        assert_eq!(text(&planner), PINGHU);

        let small = PINGHU.replace("pinghu-2023-2027", "pinghu-2");
        store.write(&small);
        assert!(store.apply_draft(false));
        assert_eq!(text(&planner), small);
        assert_eq!(standing(&planner), Standing::Same);
        // The plan that was open has kept its draft.
        store.open(PlanRef::default(), PINGHU);
        assert_eq!(&*planner.field_text().get_untracked(), harder());
    });
}

#[test]
fn a_text_that_is_given_up_leaves_the_draft_of_the_plan() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        store.write(&harder());
        store.bring(None, "[");
        store.mend_refused();
        let mended = store.discard_draft().unwrap();
        assert_eq!(&*planner.field_text().get_untracked(), harder());
        let draft = store.discard_draft().unwrap();
        assert_eq!(&*planner.field_text().get_untracked(), PINGHU);
        assert_eq!(store.discard_draft(), None);

        store.put_draft_back(draft);
        assert_eq!(&*planner.field_text().get_untracked(), harder());
        assert_eq!(standing(&planner), Standing::Changed);
        store.put_draft_back(mended);
        assert_eq!(&*planner.field_text().get_untracked(), "[");
        assert_eq!(standing(&planner), Standing::Apart);
    });
}

#[test]
fn line_ends_stay_as_the_plan_has_them() {
    let text_with_returns = PINGHU.replace('\n', "\r\n");
    with_planner(&text_with_returns, |planner| {
        assert_eq!(&*planner.field_text().get_untracked(), PINGHU);
        planner.store.write(PINGHU);
        assert_eq!(standing(&planner), Standing::Same);
        planner.store.write(&harder());
        assert!(planner.store.apply_draft(false));
        assert_eq!(text(&planner), harder().replace('\n', "\r\n"));
        // A place counts them, the field does not.
        let start = text(&planner).find("\"measures\"").unwrap() as u32;
        let end = start + 10;
        let field = planner.field_text().get_untracked();
        let found = planner.store.range_in_field(At {
            line: 1,
            span: Span { start, end },
        });
        let units: Vec<u16> = field.encode_utf16().collect();
        let found = &units[found.start as usize..found.end as usize];
        assert_eq!(String::from_utf16_lossy(found), "\"measures\"");
    });
}

#[test]
fn faulty_parts_are_done_without_only_when_the_user_says_so() {
    with_planner(PINGHU, |planner| {
        let store = planner.store;
        let faulty = harder().replacen("prev(", "prv(", 1);
        store.write(&faulty);
        assert!(!store.apply_draft(false));
        assert!(store.apply_draft(true));
        assert_eq!(text(&planner), faulty);
        store.undo();
        assert_eq!(text(&planner), PINGHU);
    });
}
