//! Sets of many members: what one member's change costs, and the same bits whichever way they are computed.

use std::sync::Arc;

use attain::engine::eval::{Evaluator, Lanes, Varied, Work};
use attain::engine::index::{AssumptionIdx, MemberIdx};
use attain::engine::inputs::Setting;
use attain::engine::model::Model;
use serde_json::{Map, Value, json};

use super::areas::{ByHand, FIRST_OWN, OWN, SERIES, Table};
use super::by_hand::{ASSUMPTIONS, INDICATORS, RANGES, YEARS};
use super::{batch_equals_single, bits};
use crate::models::model_of;

/// Numbers in [0, 1), the same every time (Lehmer's generator, modulus 2³¹ − 1).
fn stream(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state * 48_271 % 0x7fff_ffff;
        state as f64 / f64::from(0x7fff_ffff_u32)
    }
}

/// A change of the model with areas: assumption, area, value.
type Change = (usize, Option<usize>, f64);

/// Every third change is of the city.
fn changes(areas: usize, count: usize) -> Vec<Change> {
    let mut next = stream(31_337);
    let change = |at: usize| {
        if at % 3 == 2 {
            let assumption = (next() * ASSUMPTIONS as f64) as usize;
            let (low, high) = RANGES[assumption];
            (assumption, None, low + (high - low) * next())
        } else {
            let own = (next() * OWN.len() as f64) as usize;
            let (_, low, high) = OWN[own];
            let area = (next() * areas as f64) as usize;
            (FIRST_OWN + own, Some(area), low + (high - low) * next())
        }
    };
    (0..count).map(change).collect()
}

fn set(evaluator: &mut Evaluator, (assumption, area, value): Change) {
    let index = AssumptionIdx::new(assumption);
    evaluator.set(index, area.map(MemberIdx::new), &Setting::Constant(value));
}

fn city_of(areas: usize) -> Evaluator {
    let model = model_of(&Table::new(areas).plan());
    Evaluator::new(Arc::clone(&model), model.defaults())
}

#[test]
fn areas_agree_with_the_model_written_by_hand() {
    const AREAS: usize = 100;
    let mut evaluator = city_of(AREAS);
    let mut by_hand = ByHand::new(Table::new(AREAS));
    for change in changes(AREAS, 60) {
        set(&mut evaluator, change);
        match change {
            (assumption, Some(area), value) => {
                by_hand.set_area(area, assumption - FIRST_OWN, value);
            }
            (assumption, None, value) => by_hand.set_city(assumption, value),
        }
        let slots = evaluator.model().graph().indicators.clone();
        let is_close =
            |found: f64, expected: f64| (found - expected).abs() <= 1e-9 * expected.abs();
        for year in 0..YEARS {
            for (k, &slot) in slots[..INDICATORS].iter().enumerate() {
                let (found, expected) = (
                    evaluator.value(slot, year, 0),
                    by_hand.out[k * YEARS + year],
                );
                assert!(
                    is_close(found, expected),
                    "{k} {year}: {found} instead of {expected} after {change:?}"
                );
            }
            for (k, &slot) in slots[INDICATORS..].iter().enumerate() {
                for area in 0..AREAS {
                    let (found, expected) = (
                        evaluator.value(slot, year, area),
                        by_hand.values[k][year * AREAS + area],
                    );
                    assert!(
                        is_close(found, expected),
                        "{} {year} of {area}: {found} instead of {expected} after {change:?}",
                        SERIES[k]
                    );
                }
            }
        }
    }
}

#[test]
fn one_area_at_a_time_equals_beginning_anew_to_the_bit() {
    const AREAS: usize = 100;
    let mut evaluator = city_of(AREAS);
    let model = Arc::clone(evaluator.model());
    let mut inputs = model.defaults().clone();
    for (position, change) in changes(AREAS, 24).into_iter().enumerate() {
        let (assumption, area, value) = change;
        let index = AssumptionIdx::new(assumption);
        inputs.set(index, area.map(MemberIdx::new), &Setting::Constant(value));
        if position % 2 == 0 {
            set(&mut evaluator, change);
        } else {
            evaluator.update(&inputs);
        }
        let anew = Evaluator::new(Arc::clone(&model), &inputs);
        assert_eq!(bits(&evaluator), bits(&anew), "{change:?}");
    }
}

fn work(evaluator: &mut Evaluator, change: Change) -> Work {
    let before = evaluator.work();
    set(evaluator, change);
    Work {
        ops: evaluator.work().ops - before.ops,
        values: evaluator.work().values - before.values,
    }
}

/// What one area costs beside the tree of sums does not depend on how many there are; what all cost is linear in them.
#[test]
fn one_area_costs_the_same_among_any_number() {
    let mut cities = [64, 256, 512, 1_024].map(city_of);
    let mut table = Vec::new();
    for (own, (name, low, _)) in OWN.into_iter().enumerate() {
        let change = (FIRST_OWN + own, Some(7), low);
        let [few, more, many, most] = cities.each_mut().map(|city| work(city, change));
        assert_eq!([more.ops, many.ops, most.ops], [few.ops; 3], "{name}");
        // A leaf of 32 is redone, and the node above it, which has one value for each leaf: 2, 8, 16, 32.
        let sums = (more.values - few.values) / 6;
        assert_eq!(few.values + 14 * sums, many.values, "{name}");
        assert_eq!(few.values + 30 * sums, most.values, "{name}");
        table.push((name, few.ops, most.values, sums));
    }
    for (assumption, (_, high)) in RANGES.into_iter().enumerate() {
        let [_, more, many, most] = cities
            .each_mut()
            .map(|city| work(city, (assumption, None, high)));
        assert_eq!(
            2 * (many.ops - more.ops),
            most.ops - many.ops,
            "{assumption}"
        );
        assert_eq!(
            2 * (many.values - more.values),
            most.values - many.values,
            "{assumption}"
        );
    }
    insta::assert_debug_snapshot!(table);
}

/// Every aggregate over so many members, `m2` not among those of the last sum.
fn aggregates(members: usize) -> Arc<Model> {
    let mut next = stream(members as u64 + 5);
    let id = |at: usize| format!("m{at}");
    let mut column = || {
        let entries: Map<String, Value> = (0..members)
            .map(|at| (id(at), json!(next() * 10.0 - 2.0)))
            .collect();
        Value::Object(entries)
    };
    let of = |name: &str, formula: &str| json!({ "id": name, "name": name, "unit": "1", "better": "neutral", "formula": formula });
    let except: Vec<String> = (2..members).take(1).map(id).collect();
    let plan = json!({
        "format": 1, "id": "p", "title": "p", "period": { "start": 2023, "end": 2025 },
        "sets": [{ "id": "set", "name": "set", "members": (0..members).map(|at| json!({ "id": id(at) })).collect::<Vec<_>>() }],
        "assumptions": [
            { "id": "a", "name": "a", "unit": "1", "over": "set", "value": column(), "basis": "expert" },
            { "id": "b", "name": "b", "unit": "1", "over": "set", "value": column(), "basis": "expert" },
            { "id": "c", "name": "c", "unit": "1", "value": 1.5, "basis": "expert" },
        ],
        "indicators": [
            { "id": "x", "name": "x", "unit": "1", "over": "set", "better": "neutral", "whole": "sum", "except": except,
              "formula": { "2022": "1 / 3", "2023": "prev(x) + a * c" } },
            of("sums", "sum(a * c)"), of("means", "mean(a + c)"), of("least", "min(a - b)"), of("most", "max(a * b)"),
            of("weighted", "mean(a, by: b)"), of("counted", "count(a > c)"), of("fed_back", "sum(a * prev(x))"),
            { "id": "y", "name": "y", "unit": "1", "over": "set", "better": "neutral", "formula": "a * sums + b" },
        ],
    });
    model_of(&plan.to_string())
}

#[test]
fn sets_of_any_size_have_the_same_bits_whichever_way_they_are_computed() {
    for members in [
        1, 2, 7, 8, 9, 31, 32, 33, 63, 64, 65, 255, 1_023, 1_024, 1_025, 1_100,
    ] {
        let model = aggregates(members);
        let mut next = stream(members as u64);
        let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
        let mut inputs = model.defaults().clone();
        for position in 0..6 {
            let index = AssumptionIdx::new(position % 3);
            let member =
                (position != 4).then(|| MemberIdx::new((next() * members as f64) as usize));
            let member = member.filter(|_| index.at() < 2);
            let setting = Setting::Constant(next() * 8.0 - 1.0);
            inputs.set(index, member, &setting);
            if position % 2 == 0 {
                evaluator.update(&inputs);
            } else {
                evaluator.set(index, member, &setting);
            }
            let anew = Evaluator::new(Arc::clone(&model), &inputs);
            assert_eq!(
                bits(&evaluator),
                bits(&anew),
                "{members} members, change {position}"
            );
        }
        let member = (members > 1).then(|| MemberIdx::new(members / 2));
        let values = vec![-1.0, 0.3, 7.0];
        let varied = [Varied {
            assumption: AssumptionIdx::new(0),
            member,
            lanes: Lanes::Values(values.clone()),
        }];
        batch_equals_single(&model, &varied, |lane| {
            let mut inputs = model.defaults().clone();
            inputs.set(
                AssumptionIdx::new(0),
                member,
                &Setting::Constant(values[lane]),
            );
            inputs
        });
    }
}
