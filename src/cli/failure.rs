//! Why a command could not do what it was asked to: a file that cannot be read, an argument that cannot be used.

use std::io;
use std::path::PathBuf;

use attain::engine::lang::Lang;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The file is in another encoding.
    NotUtf8(PathBuf),
    /// The file holds nothing that could be projected.
    NoPlan(PathBuf),
    /// The plan has no scenario of that id; the id that was probably meant.
    UnknownScenario(String, Option<String>),
    /// A setting that is not written `ID=VALUE`.
    Unwritten(String),
    /// The plan has no assumption of that id; the id that was probably meant.
    UnknownAssumption(String, Option<String>),
    /// An indicator, which follows from the assumptions.
    Indicator(String),
    /// A member, but the assumption has one value for the plan.
    NoMembers(String),
    /// The set has no member of that id; the id that was probably meant.
    UnknownMember(String, Option<String>),
    /// No number where one is needed.
    NotANumber(String),
    /// No calendar year where one is needed.
    NotAYear(String),
}

impl Failure {
    /// What is wrong and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        let meant = |id: &Option<String>| {
            let meant = id.as_ref().map(|id| format!("，是不是 {id}？"));
            meant.unwrap_or_default()
        };
        match self {
            Self::Unreadable(file, error) => format!("无法读取 {}：{error}", file.display()),
            Self::NotUtf8(file) => {
                format!(
                    "{} 不是 UTF-8 编码；请在编辑器中另存为 UTF-8",
                    file.display()
                )
            }
            Self::NoPlan(file) => {
                format!(
                    "{0} 不是可以推演的规划；用 attain check {0} 查看问题",
                    file.display()
                )
            }
            Self::UnknownScenario(id, near) => format!("没有标识为 {id} 的情景{}", meant(near)),
            Self::Unwritten(text) => {
                format!("--set {text} 看不懂；请写成 ID=7、ID[成员]=7 或 ID=2024:5,2027:6")
            }
            Self::UnknownAssumption(id, near) => format!("没有标识为 {id} 的假设{}", meant(near)),
            Self::Indicator(id) => format!("{id} 是指标，由假设推出；--set 只能调整假设"),
            Self::NoMembers(id) => format!("假设 {id} 不分成员；请写 {id}=…"),
            Self::UnknownMember(id, near) => format!("没有标识为 {id} 的成员{}", meant(near)),
            Self::NotANumber(text) => {
                format!("“{text}”不是数；请按该假设的单位写一个数，不写单位，例如 7 或 -0.5")
            }
            Self::NotAYear(text) => format!("“{text}”不是年份，例如 2024:5"),
        }
    }

    fn english(&self) -> String {
        let meant = |id: &Option<String>| {
            let meant = id.as_ref().map(|id| format!("; did you mean {id}?"));
            meant.unwrap_or_default()
        };
        match self {
            Self::Unreadable(file, error) => format!("cannot read {}: {error}", file.display()),
            Self::NotUtf8(file) => {
                format!(
                    "{} is not encoded in UTF-8; save it as UTF-8",
                    file.display()
                )
            }
            Self::NoPlan(file) => {
                format!(
                    "{0} is no plan that could be projected; attain check {0} says why",
                    file.display()
                )
            }
            Self::UnknownScenario(id, near) => format!("there is no scenario {id}{}", meant(near)),
            Self::Unwritten(text) => {
                format!("cannot read --set {text}; write ID=7, ID[member]=7 or ID=2024:5,2027:6")
            }
            Self::UnknownAssumption(id, near) => {
                format!("there is no assumption {id}{}", meant(near))
            }
            Self::Indicator(id) => {
                format!(
                    "{id} is an indicator and follows from the assumptions; --set moves assumptions only"
                )
            }
            Self::NoMembers(id) => {
                format!("the assumption {id} has one value, not one per member; write {id}=…")
            }
            Self::UnknownMember(id, near) => format!("there is no member {id}{}", meant(near)),
            Self::NotANumber(text) => {
                format!(
                    "“{text}” is no number; write one in the assumption's unit, without the unit: 7 or -0.5"
                )
            }
            Self::NotAYear(text) => format!("“{text}” is no year; write for example 2024:5"),
        }
    }
}
