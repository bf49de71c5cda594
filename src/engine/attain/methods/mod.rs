//! Published methods of assessing attainment, side by side: each says what it would call a target, and whether that
//! agrees with the verdict. They are second opinions on an outcome and never change it.
//!
//! One file per method: pure functions over plain numbers that return the method's own label and score, or why there is
//! none. [`assess_all`] reads the numbers of an outcome. [`per_mu`] scores entities rather than targets and is not in
//! the table.

mod assess;
pub mod completion;
pub mod escap;
pub mod eurostat;
pub mod open_sdg;
pub mod per_mu;
pub mod unsd;
pub mod way;
pub mod xiaokang;

pub use assess::assess_all;

use super::{Band, Verdict};
use crate::engine::index::Year;

/// A method on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// The product's own rule: the verdict, with the band of its progress.
    Default,
    /// Eurostat's ratio of growth rates.
    Eurostat,
    /// The same as Open SDG and Statistics Canada apply it.
    OpenSdg,
    /// The progress chart of the UN Statistics Division.
    Unsd,
    /// ESCAP's current status index.
    EscapStatus,
    /// ESCAP's anticipated gap, from the projection of the plan.
    EscapOutlook,
    /// ESCAP's anticipated gap, from its own extrapolation of what has been observed.
    EscapTrend,
    /// 完成率 against 时间进度.
    Completion,
    /// 实现程度 of the monitoring of 小康.
    Xiaokang,
}

/// Which values of a target a method reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reads {
    /// The value of the milestone, projected or observed.
    Milestone,
    /// The last value that has happened.
    Latest,
    /// Everything that has happened.
    History,
}

/// Where the cuts between a method's labels come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cuts {
    /// From the method's source.
    Published,
    /// From this product: the source publishes labels and no cuts.
    Own,
    /// Commonly used, and not found in a source that could be read: they must not be cited.
    Unconfirmed,
}

impl Method {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Default,
        Self::Completion,
        Self::Xiaokang,
        Self::Eurostat,
        Self::OpenSdg,
        Self::Unsd,
        Self::EscapStatus,
        Self::EscapOutlook,
        Self::EscapTrend,
    ];

    /// Name in exports and style sheets, values read, origin of the cuts.
    const fn row(self) -> (&'static str, Reads, Cuts) {
        match self {
            Self::Default => ("default", Reads::Milestone, Cuts::Own),
            Self::Eurostat => ("eurostat", Reads::Milestone, Cuts::Published),
            Self::OpenSdg => ("open-sdg", Reads::Milestone, Cuts::Published),
            Self::Unsd => ("unsd", Reads::Milestone, Cuts::Published),
            Self::EscapStatus => ("escap-status", Reads::Latest, Cuts::Published),
            Self::EscapOutlook => ("escap-outlook", Reads::Milestone, Cuts::Unconfirmed),
            Self::EscapTrend => ("escap-trend", Reads::History, Cuts::Unconfirmed),
            Self::Completion => ("completion", Reads::Latest, Cuts::Own),
            Self::Xiaokang => ("xiaokang", Reads::Milestone, Cuts::Published),
        }
    }

    /// Name in exports and style sheets.
    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// Which values it reads.
    pub const fn reads(self) -> Reads {
        self.row().1
    }

    /// Where its cuts come from.
    pub const fn cuts(self) -> Cuts {
        self.row().2
    }
}

/// A label and the number it follows from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored<L, S = f64> {
    /// The method's own label.
    pub label: L,
    /// What it was cut from.
    pub score: S,
}

/// Why a method gives no label. Never a failure of the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unassessable {
    /// An event or words: no quantity.
    NotAQuantity,
    /// The value or the threshold is unknown.
    Unknown,
    /// The target holds over several years.
    SeveralYears,
    /// The target is a range.
    Range,
    /// The goal is approached from either side, and the method needs a direction.
    NoDirection,
    /// The quantity is a yearly growth rate, which has no growth rate of its own.
    GrowthRate,
    /// The quantity is a sum that starts from nothing, so that its growth rate says nothing.
    RunningSum,
    /// No value is known before the target year.
    NoBase,
    /// Nothing has been observed since the base.
    NothingObserved,
    /// Fewer than two observations.
    TooFewObservations,
    /// The quantity is not a share in per cent.
    NotAShare,
    /// A share at or beyond nothing or the whole.
    OutOfScale,
    /// No time between the years compared.
    NoTime,
    /// The base is zero.
    ZeroBase,
    /// The target, or a benchmark, is zero.
    ZeroTarget,
    /// The value is zero.
    ZeroValue,
    /// A value or target below zero.
    Negative,
    /// The values change sign.
    SignChange,
    /// The base is the target.
    BaseAtTarget,
    /// The base is beyond the target already: it is to be kept, not reached.
    BaseBeyondTarget,
    /// The bounds compared with leave no room.
    NoRoom,
    /// The numbers are too large.
    Overflow,
}

/// A label of one of the methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// Of the product.
    Default(Verdict, Option<Band>),
    /// Of Eurostat.
    Eurostat(eurostat::Progress),
    /// Of Open SDG.
    OpenSdg(open_sdg::Status),
    /// Of the UN Statistics Division.
    Unsd(unsd::Progress),
    /// Of ESCAP's index.
    EscapStatus(escap::Status),
    /// Of ESCAP's gap.
    EscapOutlook(escap::Outlook),
    /// Of 完成率 against 时间进度.
    Completion(completion::Standing),
    /// Of 实现程度.
    Xiaokang(xiaokang::Degree),
}

impl Label {
    /// Whether the label says that the target is or will be reached; `None` where it says neither.
    pub const fn promises(self) -> Option<bool> {
        match self {
            Self::Default(Verdict::Attained, _) => Some(true),
            Self::Default(Verdict::Missed, _) => Some(false),
            Self::Default(Verdict::Undetermined | Verdict::Unscored, _) => None,
            Self::Eurostat(label) => Some(matches!(label, eurostat::Progress::Significant)),
            Self::OpenSdg(label) => Some(matches!(
                label,
                open_sdg::Status::TargetAchieved | open_sdg::Status::OnTrack
            )),
            Self::Unsd(label) => Some(matches!(label, unsd::Progress::OnTrackOrMet)),
            Self::EscapStatus(escap::Status::Complete) => Some(true),
            Self::EscapStatus(escap::Status::Underway) => None,
            Self::EscapStatus(escap::Status::Regression) => Some(false),
            Self::EscapOutlook(label) => Some(matches!(label, escap::Outlook::Maintain)),
            Self::Completion(label) => Some(!matches!(label, completion::Standing::Lagging)),
            Self::Xiaokang(label) => Some(matches!(label, xiaokang::Degree::Full)),
        }
    }
}

/// The number a label was cut from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Score {
    /// Share of the way, E.
    Share(f64),
    /// Ratio of growth rates, R.
    Ratio(f64),
    /// Open SDG's ratio and points.
    Rating(open_sdg::Rating),
    /// ESCAP's index, up to 10.
    Index(f64),
    /// ESCAP's gap, in per cent of the way.
    Gap(f64),
    /// 完成率 and 时间进度.
    Done(completion::Done),
    /// 实现程度 in per cent.
    Degree(f64),
}

/// What a method says of an outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    /// Its label.
    pub label: Label,
    /// The number behind it, where there is one.
    pub score: Option<Score>,
    /// The year of the value it read.
    pub year: Year,
    /// The published method replaced a zero by a small number, so its result is not to be relied on.
    pub is_distorted: bool,
}

/// Whether a method and the verdict say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// They do.
    Agrees,
    /// One says reached or on track, the other does not.
    Disagrees,
    /// One of them says neither, or cannot be relied on.
    Silent,
}

/// One method on one outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assessment {
    /// Which.
    pub method: Method,
    /// What it says, or why it says nothing.
    pub finding: Result<Finding, Unassessable>,
    /// Whether that is what the verdict says.
    pub agreement: Agreement,
}
