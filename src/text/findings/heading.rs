//! What findings are listed under.

use crate::engine::lang::{Lang, Words};

/// What findings are listed under, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Numbers that should agree.
    Disagree,
    /// Targets that ask for nothing more.
    Idle,
    /// Values taken from the plan's own targets.
    Circular,
    /// Findings in the author's words.
    Words,
    /// Checks that cannot be decided.
    Undecided,
    /// Checks that hold.
    Held,
    /// Findings the author accepts.
    Accepted,
}

impl Heading {
    /// All headings, in order.
    pub const ALL: [Self; 7] = [
        Self::Disagree,
        Self::Idle,
        Self::Circular,
        Self::Words,
        Self::Undecided,
        Self::Held,
        Self::Accepted,
    ];

    /// The heading.
    pub fn title(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Disagree => ("互相矛盾的数字", "Numbers that disagree"),
            Self::Idle => ("没有新要求的目标", "Targets that ask for nothing more"),
            Self::Circular => ("由目标倒推的取值", "Values taken from the targets"),
            Self::Words => ("原文疑点", "Doubts about the text"),
            Self::Undecided => ("暂不能核对", "Cannot be checked yet"),
            Self::Held => ("核对相符", "Checks that hold"),
            Self::Accepted => ("已接受", "Accepted"),
        };
        Words { zh, en }.get(lang)
    }

    /// What all findings under it have in common.
    pub fn hint(self, lang: Lang) -> Option<&'static str> {
        let (zh, en) = match self {
            Self::Idle => (
                "历史数据已经满足，或另一目标已经包含。",
                "What has happened meets them already, or another target includes them.",
            ),
            Self::Circular => (
                "取值由规划自身目标推得，随之达成的目标属循环论证，不能作为证据。",
                "They follow from the plan's own targets: that these targets are attained with them proves nothing.",
            ),
            _ => return None,
        };
        Some(Words { zh, en }.get(lang))
    }
}
