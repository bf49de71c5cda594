//! Where the plan and its parts are taken from.

use super::Id;
use crate::engine::lang::Text;

/// A document the plan is taken from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Name used by citations.
    pub id: Id,
    /// Title of the document or its part.
    pub title: Text,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// Date as written, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// A place in a source, with the words that stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Id of the source.
    pub reference: Option<Id>,
    /// Place in it: a row, a paragraph.
    pub at: Option<Text>,
    /// Verbatim words.
    pub quote: Option<String>,
}
