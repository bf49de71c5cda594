//! What may be written at a place of a plan text: fields that are allowed there and not yet present, words of a choice,
//! ids of the plan, functions. Read from the format's own table, from the table of functions and from the text as far as
//! it is written, so that it works while the text is no JSON.

mod candidates;
mod known;
mod place;
mod site;

use std::ops::Range;

use super::problem::ItemKind;
use crate::engine::formula::builtins::Builtin;
use crate::engine::json::{Role, Sketch};
use crate::engine::lang::{Lang, Text, Words};
use candidates::{keys, values};
use place::takes_formula;
use site::Site;

/// What may be written, and the bytes it takes the place of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offers {
    /// What is replaced; empty to insert.
    pub replaced: Range<usize>,
    /// The likeliest first.
    pub list: Vec<Offer>,
}

/// One thing that may be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The word.
    pub word: String,
    /// What it is.
    pub about: About,
    /// The text to be put in, with the marks it needs.
    pub text: String,
    /// Where writing goes on, in bytes of it.
    pub caret: usize,
}

/// What something that may be written is.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// In the words of the format.
    Words(Words),
    /// A function.
    Builtin(&'static Builtin),
    /// An item of the plan, and what people call it.
    Item(ItemKind, Option<Text>),
    /// What the word itself says.
    Itself,
}

/// What may be written at a byte of a text.
pub fn offers(text: &str, at: usize) -> Offers {
    let sketch = Sketch::at(text, at);
    let is_formula = sketch.caret.is_quoted
        && sketch.caret.role == Role::Value
        && takes_formula(&sketch.caret.path);
    let site = Site::new(text, at, &sketch.caret, is_formula);
    let found = match sketch.caret.role {
        Role::Key => keys(&sketch, &site),
        Role::Value => values(&sketch, &site),
        Role::Nothing => Vec::new(),
    };
    let list = site.likely(found).into_iter();
    Offers {
        list: list.map(|candidate| site.offer(candidate)).collect(),
        replaced: site.replaced,
    }
}

/// A word that may be written, before it is known what has to stand around it.
struct Candidate {
    word: String,
    about: About,
    form: Form,
}

/// What a word is as JSON.
#[derive(Clone, Copy)]
enum Form {
    /// A key, and what its value begins with.
    Key(&'static str),
    /// A text.
    Text,
    /// Part of a formula.
    Name,
    /// A function, which goes on between its brackets.
    Call,
    /// As it stands.
    Bare,
}

impl Candidate {
    /// Whether its word, or what people call it, has this in it. Two letters are in too many names.
    fn is_about(&self, typed: &str) -> bool {
        let name = match &self.about {
            About::Item(_, Some(name)) if typed.len() > 2 => {
                [Lang::Zh, Lang::En].map(|lang| name.get(lang))
            }
            _ => [""; 2],
        };
        let mut all = std::iter::once(self.word.as_str()).chain(name);
        all.any(|text| text.to_lowercase().contains(typed))
    }
}
