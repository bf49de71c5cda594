//! The wording of every problem of a plan: one file per step that finds problems.

pub mod formula;
pub mod model;
pub mod unit;

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub text: String,
    /// The way out, where one is known.
    pub help: Option<String>,
}

impl Message {
    /// What is wrong and the way out.
    fn new(text: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            help: Some(help.into()),
        }
    }

    /// What is wrong, with a suggestion as the way out.
    fn with_suggestion(text: impl Into<String>, help: Option<String>) -> Self {
        Self {
            text: text.into(),
            help,
        }
    }
}
