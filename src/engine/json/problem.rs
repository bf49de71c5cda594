//! What can be wrong with a text as JSON. Every one of them is an error: other readers would refuse the text as well.

use crate::engine::diagnostic::Span;

/// What can be wrong with a text as JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum JsonProblem {
    /// More bytes than a plan may have.
    TooLarge {
        /// Bytes of the text.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Lists and objects inside each other, deeper than a plan may go.
    TooDeep {
        /// Depth allowed.
        limit: usize,
    },
    /// Nothing but white space.
    Empty,
    /// A character that has no business outside quotation marks, often a full-width one.
    StrayCharacter(char),
    /// A remark after `//` or between `/*` and `*/`.
    Comment,
    /// A text in single quotation marks.
    SingleQuotes,
    /// A text whose closing quotation mark is missing on its line.
    UnclosedText,
    /// A tab or another control character inside a text.
    ControlCharacter(char),
    /// A backslash followed by something it cannot be followed by.
    BadEscape,
    /// A comma after the last entry.
    TrailingComma,
    /// Two values without a comma between.
    MissingComma,
    /// A key without a colon.
    MissingColon,
    /// A key without a value.
    MissingValue,
    /// A key without quotation marks.
    UnquotedKey,
    /// A word without quotation marks where a value should stand.
    UnknownWord(String),
    /// A word of another language where a value should stand.
    ForeignWord {
        /// The word.
        word: String,
        /// What JSON writes.
        meant: &'static str,
    },
    /// More text right behind a closing quotation mark.
    InnerQuote,
    /// Something that is no number but begins like one.
    BadNumber(String),
    /// A number beyond what a computer holds.
    NumberTooLarge(String),
    /// A bracket that is never closed.
    Unclosed(char),
    /// An opening bracket that is missing.
    Unopened(char),
    /// Punctuation in a place where it cannot stand.
    Unexpected(char),
    /// Something after the end of the document.
    SecondValue,
    /// The same key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Span,
    },
}

impl JsonProblem {
    /// Stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::NumberTooLarge(_) => "number-too-large",
            _ => "syntax",
        }
    }
}
