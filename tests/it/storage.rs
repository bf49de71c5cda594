//! Work is kept and read back; where that fails, it is said and nothing is lost.

use attain::app::keep::{Keeping, Kept, Notice, forget_found, keep, restore};
use attain::app::store::Store;
use attain::engine::inputs::Setting;
use attain::engine::lang::Lang;
use attain::storage::{self, KeyValue, LoadError, Memory, SESSION, SaveError, StoreError};
use leptos::prelude::{Owner, untrack};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Work {
    plan: String,
    moves: Vec<(String, Setting)>,
}

fn work(growth: f64) -> Work {
    Work {
        plan: "平湖市先进制造业集群".to_owned(),
        moves: vec![
            ("va_growth".to_owned(), Setting::Constant(growth)),
            (
                "land".to_owned(),
                Setting::ByYear([(2025, 0.1 + 0.2)].into()),
            ),
        ],
    }
}

/// A store that the browser does not let the page use.
struct Blocked;

impl KeyValue for Blocked {
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::Unavailable)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }

    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }
}

#[test]
fn what_was_saved_is_loaded_to_the_last_bit() {
    let store = Memory::default();
    assert_eq!(storage::load::<Work>(&store, SESSION), Ok(None));
    for growth in [7.0, 7.8, -0.0, 5e-324] {
        storage::save(&store, SESSION, &work(growth)).unwrap();
        let loaded: Work = storage::load(&store, SESSION).unwrap().unwrap();
        assert_eq!(loaded, work(growth));
        let Setting::Constant(found) = loaded.moves[0].1 else {
            panic!("one value became several");
        };
        assert_eq!(found.to_bits(), growth.to_bits());
    }
}

#[test]
fn what_is_no_setting_is_not_read() {
    for text in [
        "\"7\"",
        "1e999",
        "null",
        "[7]",
        r#"{"x": 7}"#,
        r#"{"2025": "7"}"#,
    ] {
        assert!(serde_json::from_str::<Setting>(text).is_err(), "{text}");
    }
}

#[test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    let store = Memory::with_limit(200);
    storage::save(&store, SESSION, &work(7.0)).unwrap();
    let mut large = work(8.0);
    large.plan = "大".repeat(100);
    let refused = storage::save(&store, SESSION, &large);
    assert_eq!(refused, Err(SaveError::Store(StoreError::Full)));
    assert_eq!(storage::load(&store, SESSION), Ok(Some(work(7.0))));
}

#[test]
fn a_blocked_store_says_so() {
    let saved = storage::save(&Blocked, SESSION, &work(7.0));
    assert_eq!(saved, Err(SaveError::Store(StoreError::Unavailable)));
    let loaded = storage::load::<Work>(&Blocked, SESSION);
    assert_eq!(loaded, Err(LoadError::Store(StoreError::Unavailable)));
    assert_eq!(storage::raw(&Blocked, SESSION), None);
}

#[test]
fn corrupt_work_is_handed_out_and_survives_the_next_save() {
    let store = Memory::default();
    let damaged = r#"{"version":1,"value":{"plan":"平湖"#;
    store.set(SESSION, damaged).unwrap();
    let Err(LoadError::Corrupt { raw, .. }) = storage::load::<Work>(&store, SESSION) else {
        panic!("corrupt text was read");
    };
    assert_eq!(raw, damaged);
    storage::save(&store, SESSION, &work(7.0)).unwrap();
    assert_eq!(
        storage::set_aside(&store, SESSION).as_deref(),
        Some(damaged)
    );
    storage::forget_aside(&store, SESSION).unwrap();
    assert_eq!(storage::set_aside(&store, SESSION), None);
    assert_eq!(storage::load(&store, SESSION), Ok(Some(work(7.0))));
}

#[test]
fn what_is_corrupt_twice_is_all_put_aside() {
    let store = Memory::default();
    for damaged in ["first", "second"] {
        store.set(SESSION, damaged).unwrap();
        for _ in 0..2 {
            let _ = storage::load::<Work>(&store, SESSION);
        }
    }
    assert_eq!(
        storage::set_aside(&store, SESSION).as_deref(),
        Some("first\nsecond")
    );
}

#[test]
fn corrupt_work_in_a_full_store_stays_where_it_is() {
    let store = Memory::with_limit(40);
    let damaged = "0123456789";
    store.set(SESSION, damaged).unwrap();
    for _ in 0..2 {
        let loaded = storage::load::<Work>(&store, SESSION);
        assert!(matches!(loaded, Err(LoadError::Corrupt { raw, .. }) if raw == damaged));
    }
    assert_eq!(storage::raw(&store, SESSION).as_deref(), Some(damaged));
}

#[test]
fn what_was_put_aside_is_told_on_every_visit_until_it_is_dropped() {
    let store = Memory::default();
    store.set(SESSION, "damaged").unwrap();
    let told = || Some(Notice::Corrupt("damaged".to_owned()));
    assert_eq!(restore(&store).1, told());
    keep(&store, &Kept::default()).unwrap();
    assert_eq!(restore(&store).1, told());
    forget_found(&store).unwrap();
    assert_eq!(restore(&store).1, None);
}

#[test]
fn what_a_store_refuses_is_told_and_put_away_when_it_works_again() {
    assert_eq!(restore(&Blocked).1, Some(Notice::Missing));
    assert_eq!(keep(&Blocked, &Kept::default()), Err(Notice::Missing));
    let full = Memory::with_limit(10);
    assert_eq!(keep(&full, &Kept::default()), Err(Notice::Full));
    Owner::new().with(|| {
        let store = Store::new(Kept::default(), Lang::Zh);
        let told = || untrack(|| (store.notices(), store.keeping()));
        let damaged = Notice::Corrupt("x".to_owned());
        store.tell(damaged.clone());
        store.tell(damaged.clone());
        assert_eq!(told(), (vec![damaged.clone()], Keeping::Saved));
        store.tell(Notice::Full);
        assert_eq!(
            told(),
            (vec![damaged.clone(), Notice::Full], Keeping::Failed)
        );
        store.set_keeping(Keeping::Pending);
        store.set_keeping(Keeping::Saved);
        assert_eq!(told(), (vec![damaged.clone()], Keeping::Saved));
        store.dismiss(&damaged);
        assert_eq!(told(), (vec![], Keeping::Saved));
    });
}

#[test]
fn work_of_a_newer_planner_is_left_as_it_is() {
    let store = Memory::default();
    let newer = r#"{"version":999,"value":{"plan":{"kept":"differently"}}}"#;
    store.set(SESSION, newer).unwrap();
    let loaded = storage::load::<Work>(&store, SESSION);
    assert!(matches!(loaded, Err(LoadError::Newer { raw, found: 999, .. }) if raw == newer));
    let saved = storage::save(&store, SESSION, &work(7.0));
    assert!(matches!(saved, Err(SaveError::Newer { found: 999, .. })));
    assert_eq!(storage::raw(&store, SESSION).as_deref(), Some(newer));
}
