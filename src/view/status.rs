//! The status of an outcome as everybody sees it: its verdict, with the near misses set apart.

use serde::{Deserialize, Serialize};

use crate::engine::attain::{Band, Outcome, Verdict};
use crate::text::words::Words;

/// A verdict with its near misses told apart; always shown with its icon and its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not attained, and not near.
    Missed,
    /// Not attained, but at least 95 % of the way (methodology 0).
    Near,
    /// Cannot be decided.
    Undetermined,
    /// Attained.
    Attained,
    /// Never scored.
    Unscored,
}

impl Status {
    /// Everything that counts, in the order of the headline.
    pub const COUNTED: [Self; 4] = [Self::Attained, Self::Near, Self::Missed, Self::Undetermined];

    /// The status of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        match (outcome.verdict, outcome.band) {
            (Verdict::Missed, Some(Band::Near)) => Self::Near,
            (verdict, _) => Self::of_verdict(verdict),
        }
    }

    /// The status of a verdict alone, which is never near.
    pub const fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Attained => Self::Attained,
            Verdict::Missed => Self::Missed,
            Verdict::Undetermined => Self::Undetermined,
            Verdict::Unscored => Self::Unscored,
        }
    }

    /// Its word.
    pub const fn word(self, words: Words) -> &'static str {
        match self {
            Self::Missed => words.missed(),
            Self::Near => words.near(),
            Self::Undetermined => words.undetermined(),
            Self::Attained => words.attained(),
            Self::Unscored => words.unscored(),
        }
    }

    /// Its name in style sheets and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Near => "near",
            Self::Undetermined => "undetermined",
            Self::Attained => "attained",
            Self::Unscored => "unscored",
        }
    }
}
