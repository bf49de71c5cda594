//! The step from one text of the open plan to another, as small as the change is: what undoing an applied edit needs.

use serde::{Deserialize, Serialize};

use super::session::PlanRef;

/// One stretch of the text replaced by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The id of the shipped plan it begins with; none for a plan of the user's own.
    from: Option<String>,
    /// The id of the shipped plan it leads to.
    to: Option<String>,
    /// Byte at which the texts begin to differ.
    at: usize,
    removed: String,
    added: String,
}

impl Edition {
    /// From the text of a plan to one of the user's own.
    pub fn new(plan: &PlanRef, before: &str, after: &str) -> Self {
        let pairs = || before.char_indices().zip(after.chars());
        let same = pairs().find(|((_, old), new)| old != new);
        let at = same.map_or(before.len().min(after.len()), |((at, _), _)| at);
        let [old, new] = [before, after].map(|text| text.get(at..).unwrap_or_default());
        let ends = old.chars().rev().zip(new.chars().rev());
        let same_end: usize = ends
            .take_while(|(old, new)| old == new)
            .map(|(old, _)| old.len_utf8())
            .sum();
        let [removed, added] =
            [old, new].map(|text| text.get(..text.len() - same_end).unwrap_or_default());
        Self {
            from: match plan {
                PlanRef::Shipped(id) => Some(id.clone()),
                PlanRef::Own(_) => None,
            },
            to: None,
            at,
            removed: removed.to_owned(),
            added: added.to_owned(),
        }
    }

    /// The way there. From now on this is the way back.
    pub fn turn(&mut self) -> Self {
        let way = self.clone();
        std::mem::swap(&mut self.from, &mut self.to);
        std::mem::swap(&mut self.removed, &mut self.added);
        way
    }

    /// The text it leads to; none from a text it was not made on.
    pub fn apply(&self, text: &str) -> Option<String> {
        let (before, rest) = text.split_at_checked(self.at)?;
        let after = rest.strip_prefix(self.removed.as_str())?;
        Some([before, &self.added, after].concat())
    }

    /// The plan it leads to, whose text is this.
    pub fn plan(&self, text: &str) -> PlanRef {
        match &self.to {
            Some(id) => PlanRef::Shipped(id.clone()),
            None => PlanRef::Own(text.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_leads_there_and_back() {
        let texts = [
            "",
            "abc",
            "abbc",
            "甲乙丙",
            "甲丁乙丙",
            "丙",
            "aXc",
            "甲乙丙甲乙丙",
        ];
        for before in texts {
            for after in texts {
                let plan = PlanRef::Shipped("p".to_owned());
                let mut edition = Edition::new(&plan, before, after);
                let way = edition.turn();
                assert_eq!(way.apply(before).as_deref(), Some(after));
                assert_eq!(way.plan(after), PlanRef::Own(after.into()));
                assert_eq!(edition.apply(after).as_deref(), Some(before));
                assert_eq!(edition.plan(before), plan);
            }
        }
    }

    #[test]
    fn it_holds_no_more_than_what_differs() {
        let plan = PlanRef::Own("".into());
        let edition = Edition::new(&plan, r#"{ "value": 7 }"#, r#"{ "value": 8.5 }"#);
        assert_eq!(
            (edition.removed.as_str(), edition.added.as_str()),
            ("7", "8.5")
        );
    }

    #[test]
    fn it_leads_nowhere_from_another_text() {
        let plan = PlanRef::Own("".into());
        let edition = Edition::new(&plan, "one two", "one three");
        assert_eq!(edition.apply("one"), None);
        assert_eq!(edition.apply("one four"), None);
    }
}
