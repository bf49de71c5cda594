//! The report and the tables beside it hold what the screen shows, all of it, once.

use attain::app::derived::Derived;
use attain::view::members::At;
use attain::view::status::Status;

use crate::recompute::{PINGHU, assumption, with_planner};

#[test]
fn a_report_counts_what_the_headline_counts() {
    with_planner(PINGHU, |planner| {
        let report = planner.report().get_untracked();
        let headline = planner.headline.get_untracked();
        let (last, years) = report.counts.split_last().unwrap();
        assert_eq!(last.1, headline.all);
        let of_years: usize = years.iter().map(|(_, tally)| tally.total()).sum();
        assert_eq!(of_years, headline.all.total());
    });
}

#[test]
fn every_judged_milestone_stands_in_it_once() {
    with_planner(PINGHU, |planner| {
        let report = planner.report().get_untracked();
        let rows = report.targets.iter().flat_map(|group| &group.items);
        let rows: usize = rows.map(|promise| promise.milestones.len()).sum();
        let results = planner.results.get_untracked();
        let is_judged = |target| {
            let mut shown = results.shown(target);
            shown.any(|outcome| Status::of(outcome) != Status::Unscored)
        };
        let mut targets: Vec<_> = results.all().iter().map(|outcome| outcome.target).collect();
        targets.dedup();
        let judged = targets.into_iter().filter(|target| is_judged(*target));
        let expected: usize = judged.map(|target| results.shown(target).count()).sum();
        assert_eq!(rows, expected);
    });
}

#[test]
fn only_what_is_moved_is_listed_as_moved() {
    with_planner(PINGHU, |planner| {
        assert!(planner.report().get_untracked().moved.is_empty());
        planner.set_value(assumption(&planner, "va_growth"), 8.2);
        let report = planner.report().get_untracked();
        let [moved] = &report.moved[..] else {
            panic!("{:?}", report.moved);
        };
        let [one] = &moved.moves[..] else {
            panic!("{moved:?}");
        };
        assert_eq!((&*one.from, &*one.to, &*moved.unit), ("7", "8.2", "%"));
    });
}

#[test]
fn a_part_of_the_members_is_a_part_of_their_table() {
    with_planner(PINGHU, |planner| {
        let of = |rows: std::ops::Range<usize>| {
            let at = At {
                set: 0,
                year: 2023,
                rows,
            };
            planner
                .members_of(Derived::new(move || at.clone()))
                .get_untracked()
        };
        let all = of(0..1000);
        let part = of(3..5);
        assert_eq!(all.rows.len(), all.count);
        assert_eq!(part.rows, all.rows[3..5]);
        assert_eq!((part.first, part.count), (3, all.count));
        assert_eq!(part.whole, all.whole);
        let behind = of(1000..1010);
        assert_eq!((behind.first, behind.rows.len()), (all.count, 0));
    });
}

#[test]
fn the_palette_finds_by_all_words_and_what_begins_alike_first() {
    use leptos::prelude::RwSignal;
    with_planner(PINGHU, |planner| {
        let found = |typed: &str| -> Vec<String> {
            let commands = planner
                .commands(RwSignal::new(typed.to_owned()))
                .get_untracked();
            commands.into_iter().map(|command| command.name).collect()
        };
        assert_eq!(found("规划核查")[0], "规划核查");
        // Both words, in any order.
        assert_eq!(found("亩均 增加值"), found("增加值 亩均"));
        assert!(
            found("亩均 增加值")
                .iter()
                .all(|name| name.contains("亩均") && name.contains("增加值"))
        );
        assert!(found("亩均 增加值").len() > 1);
        assert!(found("DARK").is_empty());
        assert!(found("没有这样的名称").is_empty());
        assert!(found("").len() >= 7);
    });
}

#[test]
fn members_are_held_against_the_whole() {
    with_planner(PINGHU, |planner| {
        // Annexes 1 and 3: the townships' standards add up to 12, the whole's are 5.
        let found = planner.reconciliation(Derived::new(|| 0)).get_untracked();
        assert!(
            found
                .iter()
                .any(|row| row.text.contains("12") && row.text.contains('5'))
        );
        let all = planner.findings().get_untracked();
        let all: Vec<_> = all.iter().flat_map(|group| &group.rows).collect();
        assert!(found.iter().all(|row| all.contains(&row)));
    });
}
