//! The form of a kept value: its version, then the value. One text under one key, so that a write is whole or not at
//! all.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::migrate::{self, Step};
use super::written;

/// The version written.
pub(super) const VERSION: u32 = migrate::version_after(migrate::STEPS);

#[derive(Serialize)]
struct Sealed<'a, T> {
    version: u32,
    value: &'a T,
}

#[derive(Deserialize)]
struct Opened<'a> {
    version: u32,
    #[serde(borrow)]
    value: &'a RawValue,
}

#[derive(Deserialize)]
struct Label {
    version: u32,
}

/// Why a text does not give a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    Corrupt(String),
    Newer { found: u32, known: u32 },
}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self::Corrupt(error.to_string())
    }
}

pub(super) fn seal<T: Serialize>(value: &T) -> Result<String, serde_json::Error> {
    let version = VERSION;
    written(&Sealed { version, value })
}

/// The value of a text of any version up to the one the steps lead to.
pub(super) fn open<T: DeserializeOwned>(text: &str, steps: &[Step]) -> Result<T, Unreadable> {
    let known = migrate::version_after(steps);
    let Label { version: found } = serde_json::from_str(text)?;
    if found > known {
        return Err(Unreadable::Newer { found, known });
    }
    let Opened { version, value } = serde_json::from_str(text)?;
    let value = migrate::upgrade(value.get(), version, steps);
    Ok(serde_json::from_str(&value)?)
}

/// The version of a text, if it has one.
pub(super) fn version_of(text: &str) -> Option<u32> {
    let label: Label = serde_json::from_str(text).ok()?;
    Some(label.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two made-up steps: a field is renamed, then a unit changes.
    const STEPS: &[Step] = &[
        |text| text.replace("old", "renamed"),
        |text| {
            let kept: Option<Before> = serde_json::from_str(text).ok();
            let new = kept.map(|kept| kept.renamed * 100.0);
            format!(
                "{{\"new\":{}}}",
                new.map_or("null".to_owned(), |new| new.to_string())
            )
        },
    ];

    #[derive(Deserialize)]
    struct Before {
        renamed: f64,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Kept {
        new: f64,
    }

    #[test]
    fn every_older_version_is_read() {
        for (text, new) in [
            (r#"{"version":1,"value":{"old":0.25}}"#, 25.0),
            (r#"{"version":2,"value":{"renamed":0.5}}"#, 50.0),
            (r#"{"version":3,"value":{"new":9}}"#, 9.0),
        ] {
            assert_eq!(open::<Kept>(text, STEPS), Ok(Kept { new }), "{text}");
        }
    }

    #[test]
    fn a_newer_version_is_recognised_whatever_it_holds() {
        for text in [
            r#"{"version":4,"value":{"new":1}}"#,
            r#"{"version":4,"something":"else"}"#,
        ] {
            let newer = Unreadable::Newer { found: 4, known: 3 };
            assert_eq!(open::<Kept>(text, STEPS), Err(newer), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_kept_value_is_corrupt() {
        for text in [
            "",
            "null",
            "{",
            "{}",
            r#"{"version":3}"#,
            r#"{"version":-1,"value":{"new":1}}"#,
            r#"{"version":0,"value":{"new":1}}"#,
            r#"{"version":3,"value":{"new":"seven"}}"#,
            r#"{"version":3,"value":{"new":9}"#,
        ] {
            let opened = open::<Kept>(text, STEPS);
            assert!(
                matches!(opened, Err(Unreadable::Corrupt(_))),
                "{text}: {opened:?}"
            );
        }
    }
}
