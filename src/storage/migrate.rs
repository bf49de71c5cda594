//! Steps from one version of the kept value to the next. Each is pure, works on the JSON of its version, and stays for
//! ever, with a text of its version among the tests' fixtures.

use serde_json::Value;

/// From one version to the next.
pub(super) type Step = fn(Value) -> Value;

/// The first step leads from version 1 to version 2.
pub(super) const STEPS: &[Step] = &[];

/// The version that a list of steps leads to.
pub(super) const fn version_after(steps: &[Step]) -> u32 {
    steps.len() as u32 + 1
}

/// Takes a value of a version through the steps that are left.
pub(super) fn upgrade(value: Value, version: u32, steps: &[Step]) -> Value {
    let done = version.saturating_sub(1) as usize;
    steps
        .iter()
        .skip(done)
        .fold(value, |value, step| step(value))
}
