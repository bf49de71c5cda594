//! 亩均 scoring.

use attain::engine::attain::methods::Unassessable;
use attain::engine::attain::methods::per_mu::{
    HUANGYAN_2021, HUANGYAN_2022, HUANGYAN_2022_SMALL, Item, Limits, Measured, between, points,
    score,
};

use crate::vectors::{Vector, number, numbers};

/// In the order of the schemes.
const INDICATORS: [&str; 6] = ["tax", "va", "energy", "emis", "lp", "rd"];

fn firm(vector: &Vector) -> [Measured; 6] {
    INDICATORS.map(|key| Measured::Value(number(&vector.input("firm")[key])))
}

fn items(vector: &Vector) -> [Item; 6] {
    INDICATORS.map(|key| {
        let item = numbers(&vector.input("benchmark_weight")[key]);
        Item {
            benchmark: item[0],
            weight: item[1],
        }
    })
}

pub fn huangyan(vector: &Vector) {
    let (items, firm, expected) = (items(vector), firm(vector), vector.expected());
    assert!(items == HUANGYAN_2021 || items == HUANGYAN_2022);
    let total = score(items.into_iter().zip(firm), Limits::default()).unwrap();
    vector.check(total, &expected["score"], "score");
    if let Some(parts) = expected.get("parts") {
        for (key, (item, measured)) in INDICATORS.into_iter().zip(items.into_iter().zip(firm)) {
            let found = points(item, measured, Limits::default()).unwrap();
            vector.check(found, &parts[key], key);
        }
    }
}

pub fn huangyan_small(vector: &Vector) {
    let firm = ["tax_per_mu", "tax_per_kwh"].map(|key| Measured::Value(vector.number(key)));
    let found = score(HUANGYAN_2022_SMALL.into_iter().zip(firm), Limits::default());
    vector.check(found.unwrap(), &vector.expected()["score"], "score");
}

pub fn capped(vector: &Vector) {
    let entries = || items(vector).into_iter().zip(firm(vector));
    let expected = vector.expected();
    let free = score(entries(), Limits::default()).unwrap();
    vector.check(free, &expected["uncapped"], "uncapped");
    let limits = Limits {
        floor: Some(0.0),
        cap: Some(vector.number("cap")),
    };
    let capped = score(entries(), limits).unwrap();
    vector.check(capped, &expected["capped"], "capped");
}

#[test]
fn what_cannot_be_measured_gets_stated_points() {
    let firm = [24.097, 136.16, 2.694, 0.0, 18.14, 0.0302].map(Measured::Value);
    let mut without = firm;
    without[3] = Measured::Points(8.5);
    let found = score(HUANGYAN_2022.into_iter().zip(without), Limits::default()).unwrap();
    assert!((found - 98.5).abs() < 1e-9, "{found}");
    let found = score(HUANGYAN_2022.into_iter().zip(firm), Limits::default()).unwrap();
    assert!((found - 90.0).abs() < 1e-9, "{found}");
}

/// 旌德's formula at its ends and in the middle.
#[test]
fn between_worst_and_best() {
    for (value, expected) in [(10.0, 5.0), (20.0, 15.0), (30.0, 25.0)] {
        assert_eq!(between(value, 10.0, 30.0, 25.0), Ok(expected));
    }
    assert_eq!(between(1.0, 1.0, 1.0, 25.0), Err(Unassessable::NoRoom));
    let nothing = Item {
        benchmark: 0.0,
        weight: 10.0,
    };
    let found = points(nothing, Measured::Value(1.0), Limits::default());
    assert_eq!(found, Err(Unassessable::ZeroTarget));
}
