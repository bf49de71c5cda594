//! What every published method says of one target at one milestone, as rows of a small table.

use crate::engine::attain::Outcome;
pub use crate::engine::attain::methods::Agreement;
use crate::engine::attain::methods::{Assessment, Finding, Method, assess_all};
use crate::engine::eval::Projection;
use crate::engine::lang::Lang;
use crate::text::words::Words;

/// The table, the product's own rule first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MethodTable {
    /// One row per method that gives a label.
    pub rows: Vec<MethodRow>,
    /// Methods that give none, and why.
    pub silent: Vec<SilentMethod>,
    /// How many methods disagree with the verdict.
    pub disagreeing: usize,
}

/// A method that gives a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodRow {
    /// Which: a key for lists and style sheets.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// The number behind the label, or why it is not shown; empty where there is none.
    pub score: String,
    /// Year and kind of the value it reads.
    pub reads: String,
    /// Where the method comes from.
    pub source: String,
    /// Whether it says the same as the verdict; `None` for the verdict itself.
    pub agreement: Option<Agreement>,
    /// The same in a word; empty for the verdict itself.
    pub agreement_word: &'static str,
}

/// A method that gives no label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentMethod {
    /// Which: a key for lists.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Why.
    pub reason: &'static str,
}

impl MethodTable {
    /// What the methods say of an outcome of this projection.
    pub fn of(projection: &Projection, outcome: &Outcome, lang: Lang) -> Self {
        let words = Words(lang);
        let mut table = Self::default();
        for assessment in assess_all(projection, outcome) {
            match assessment.finding {
                Ok(finding) => table.rows.push(row(&assessment, &finding, words)),
                Err(reason) => table.silent.push(SilentMethod {
                    id: assessment.method.id(),
                    name: words.method_name(assessment.method),
                    reason: words.method_silence(reason),
                }),
            }
            table.disagreeing += usize::from(assessment.agreement == Agreement::Disagrees);
        }
        table
    }
}

fn row(assessment: &Assessment, finding: &Finding, words: Words) -> MethodRow {
    let method = assessment.method;
    let score = match finding.score {
        _ if finding.is_distorted => words.method_distorted().to_owned(),
        Some(score) => words.method_score(score),
        None => String::new(),
    };
    let agreement = (method != Method::Default).then_some(assessment.agreement);
    MethodRow {
        id: method.id(),
        name: words.method_name(method),
        label: words.method_label(finding.label),
        score,
        reads: words.method_reads(method.reads(), finding.year),
        source: words.method_source(method),
        agreement,
        agreement_word: agreement.map_or("", |agreement| words.method_agreement(agreement)),
    }
}
