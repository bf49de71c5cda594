//! Plan text → plan: what is read, and where it stands.

use attain::engine::plan::read;

#[test]
fn a_shipped_plan_reads_without_a_word() {
    let reading = read(include_str!("../../public/plans/pinghu-2023-2027.json"));
    assert_eq!(reading.diagnostics, []);
    let plan = reading.plan.expect("a plan");
    assert_eq!(
        (
            plan.assumptions.len(),
            plan.indicators.len(),
            plan.targets.len()
        ),
        (39, 29, 17)
    );
}
