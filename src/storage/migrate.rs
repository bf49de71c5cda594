//! Steps from one version of the kept value to the next. Each is pure, works on the JSON of its version, and stays for
//! ever, with a text of its version among the tests' fixtures.

use std::borrow::Cow;

use serde_json::Value;

use super::written;

/// From one version to the next.
pub(super) type Step = fn(Value) -> Value;

/// The first step leads from version 1 to version 2.
pub(super) const STEPS: &[Step] = &[];

/// The version that a list of steps leads to.
pub(super) const fn version_after(steps: &[Step]) -> u32 {
    steps.len() as u32 + 1
}

/// Takes the text of a value of a version through the steps that are left.
pub(super) fn upgrade<'a>(
    text: &'a str,
    version: u32,
    steps: &[Step],
) -> serde_json::Result<Cow<'a, str>> {
    let done = version.saturating_sub(1) as usize;
    let Some(left @ [_, ..]) = steps.get(done..) else {
        return Ok(text.into());
    };
    let value = serde_json::from_str(text)?;
    let upgraded = left.iter().fold(value, |value, step| step(value));
    Ok(written(&upgraded)?.into())
}
