//! Documents that are no proper plan, in words.

mod en;
mod zh;

use super::Message;
use crate::engine::lang::Lang;
use crate::engine::plan::PlanProblem;

/// A problem in words.
pub(super) fn message(problem: &PlanProblem, lang: Lang) -> Message {
    match lang {
        Lang::Zh => zh::message(problem),
        Lang::En => en::message(problem),
    }
}
