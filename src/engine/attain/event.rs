//! Events: what a person recorded against the date it was due. No record is undetermined, not missed.

use super::{Outcome, Verdict};
use crate::engine::index::{MemberIdx, TargetIdx};
use crate::engine::model::{EventTarget, Root};
use crate::engine::plan::{Done, Years};

/// The outcomes of an event: one, or one per member of its set.
pub fn judge(target: TargetIdx, event: &EventTarget) -> Vec<Outcome> {
    let outcome = |(member, done): &(Option<MemberIdx>, Option<Done>)| {
        let verdict = verdict(&event.by, done.as_ref());
        let roots = if verdict == Verdict::Undetermined {
            vec![Root::NotRecorded(target)]
        } else {
            Vec::new()
        };
        let bare = Outcome::bare(target, Years::By(None, event.year), verdict, roots);
        Outcome {
            member: *member,
            is_final: done.is_some(),
            ..bare
        }
    };
    event.records.iter().map(outcome).collect()
}

/// Dates are compared at the coarser of their two precisions; a record too coarse to decide leaves it open.
fn verdict(by: &str, done: Option<&Done>) -> Verdict {
    match done {
        None => Verdict::Undetermined,
        Some(Done::No) => Verdict::Missed,
        Some(Done::On(date)) => {
            let shared = date.len().min(by.len());
            let (done, due) = (
                date.get(..shared).unwrap_or(date),
                by.get(..shared).unwrap_or(by),
            );
            match done.cmp(due) {
                std::cmp::Ordering::Less => Verdict::Attained,
                std::cmp::Ordering::Greater => Verdict::Missed,
                std::cmp::Ordering::Equal if date.len() >= by.len() => Verdict::Attained,
                std::cmp::Ordering::Equal => Verdict::Undetermined,
            }
        }
    }
}
