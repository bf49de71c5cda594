//! The published attainment methods against reference vectors: every vector of the default rule, of the methods offered
//! and of the number traps is tested, here or where the table says, or left out for a reason.

mod formulas;
mod outcomes;
mod per_mu;
mod properties;
mod ranges;
mod table;
mod traps;

use std::collections::BTreeMap;

use crate::vectors::{Vector, all, vector};

/// Asserts what a vector expects.
type Check = fn(&Vector);

/// Checks by the vectors they run on.
const TESTED: &[(&[&str], Check)] = &[
    (&["EU-01", "EU-02", "EU-03"], formulas::eurostat),
    (&["EU-05"], formulas::lost_target_is_no_progress),
    (&["EU-06", "EU-08", "EU-09", "EU-10"], formulas::open_sdg),
    (&["EU-07"], formulas::base_at_target),
    (&["EU-11"], formulas::sign_change),
    (&["EU-12"], formulas::growth_over_calendar_years),
    (&["EU-13"], formulas::open_sdg_points),
    (&["UN-02"], formulas::unsd),
    (&["UN-05", "UN-06"], formulas::escap_status),
    (&["UN-07"], formulas::escap_outlook),
    (&["UN-08"], formulas::escap_extrapolation),
    (&["CN-02"], formulas::growth_target_on_its_path),
    (&["CN-09"], formulas::xiaokang_interval),
    (&["MU-01", "MU-02", "MU-03"], per_mu::huangyan),
    (&["MU-04"], per_mu::huangyan_small),
    (&["MU-05"], per_mu::capped),
    (&["RG-01"], ranges::progress_into_a_range),
    (&["PT-02"], ranges::every_year),
    (&["PT-03"], ranges::average_and_sum),
    (&["CN-04", "TR-03"], traps::reductions_compound),
    (&["TR-04"], traps::ratio_of_sums),
    (&["TR-05"], traps::growth_of_the_whole),
    (&["TR-06"], traps::simpson),
    (&["TR-11"], traps::rounding),
    (&["TR-12"], traps::binary_fractions),
    (&["TR-13"], traps::words_of_comparisons),
    (&["TR-17"], traps::growth_has_no_growth),
];

/// Vectors run by other tests.
const ELSEWHERE: [(&str, &[&str]); 3] = [
    (
        "attainment",
        &[
            "DF-02", "DF-03", "DF-04", "DF-05", "DF-06", "DF-07", "DF-09", "DF-12", "DF-14",
            "DF-15", "DF-18", "TR-09", "TR-14",
        ],
    ),
    // Verdict in `attainment`, display in the tests of `text::number`.
    ("attainment and text::number", &["TR-08"]),
    (
        "uncertainty",
        &[
            "UC-01", "UC-02", "UC-04", "UC-09", "UC-10", "UC-13", "UC-15", "UC-16", "UC-17",
        ],
    ),
];

/// Vectors of methods not offered, and why not.
const LEFT_OUT: [(&str, &str); 16] = [
    ("DNS-01", GERMAN_WEATHER),
    ("DNS-02", GERMAN_WEATHER),
    ("DNS-03", GERMAN_WEATHER),
    ("DNS-05", GERMAN_WEATHER),
    ("DNS-07", GERMAN_WEATHER),
    ("DNS-08", GERMAN_WEATHER),
    ("DNS-09", GERMAN_WEATHER),
    ("SDSN-01", SDG_INDEX),
    ("SDSN-03", SDG_INDEX),
    (
        "CN-06c",
        "over-fulfilment is the margin over the threshold, shown as a margin",
    ),
    (
        "CN-07",
        "an identity between growth rates that a plan states as a formula, not a method",
    ),
    ("CI-01", COMPOSITES),
    ("CI-02", COMPOSITES),
    ("CI-03", COMPOSITES),
    ("CI-04", COMPOSITES),
    ("CI-05", COMPOSITES),
];
const GERMAN_WEATHER: &str =
    "the German rating extrapolates the last five changes; not among the methods offered";
const SDG_INDEX: &str =
    "the SDG Index needs bounds and a green threshold that no plan has; not offered";
const COMPOSITES: &str = "composite indices aggregate indicators and judge no target; not offered";

#[test]
fn vectors_of_the_methods() {
    for (ids, check) in TESTED {
        for id in *ids {
            check(&vector(id));
        }
    }
}

#[test]
fn every_vector_is_tested_once_or_left_out_for_a_reason() {
    let mut places = BTreeMap::new();
    for vector in all() {
        places.insert(vector.id().to_owned(), 0);
    }
    let tested = TESTED.iter().flat_map(|(ids, _)| *ids);
    let elsewhere = ELSEWHERE.iter().flat_map(|(_, ids)| *ids);
    let left_out = LEFT_OUT.iter().map(|(id, _)| id);
    for id in tested.chain(elsewhere).chain(left_out) {
        *places
            .get_mut(*id)
            .unwrap_or_else(|| panic!("no vector {id}")) += 1;
    }
    let wrong: Vec<_> = places.iter().filter(|(_, count)| **count != 1).collect();
    assert!(wrong.is_empty(), "not exactly once: {wrong:?}");

    let strict = all().into_iter().filter(|it| it.group() != "attainment");
    for vector in strict {
        let is_left_out = LEFT_OUT.iter().any(|(id, _)| *id == vector.id());
        assert!(!is_left_out, "{}", vector.id());
    }
}
