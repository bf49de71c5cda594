//! Keys and values: what may stand next, and what stands there instead.

use std::ops::Range;

use super::open::Expects;
use super::token::{Kind, Token};
use super::{Open, Recovery, Root, Told};
use crate::engine::json::JsonProblem;

impl Recovery<'_> {
    pub(super) fn value(&mut self, token: &Token) -> Told {
        let is_key = matches!(token.kind, Kind::Text | Kind::Word) && self.tokens.colon_follows();
        let Some(top) = self.stack.last() else {
            return self.root_value(token, is_key);
        };
        let start = token.place.start;
        let here = self.sign_at(start);
        match (top.is_object(), top.expects) {
            (true, Expects::Entry) => self.key(token),
            (true, Expects::Colon) => {
                self.tell(JsonProblem::MissingColon, token.place.clone())?;
                if is_key {
                    self.key(token)
                } else {
                    self.begin(token)
                }
            }
            (true, Expects::Value) if is_key && self.missing < 0 => self.unopened('{', here, token),
            (true, Expects::Value) if is_key && token.is_first => {
                let end = self.end_before();
                self.tell(JsonProblem::MissingValue, end..end)?;
                self.key(token)
            }
            (true, Expects::Comma) => {
                self.missing_comma(token)?;
                self.key(token)
            }
            (false, expects) => {
                if expects == Expects::Comma && !(is_key && self.missing > 0) {
                    self.missing_comma(token)?;
                }
                if is_key {
                    self.key_in_list(token)
                } else {
                    self.begin(token)
                }
            }
            (true, Expects::Value) => self.begin(token),
        }
    }

    pub(super) fn root_value(&mut self, token: &Token, is_key: bool) -> Told {
        let start = token.place.start;
        if matches!(self.root, Root::Ended(_)) {
            self.root = Root::GivenUp;
            return self.tell_always(JsonProblem::SecondValue, token.place.clone());
        }
        if is_key {
            return self.unopened('{', self.sign_at(start), token);
        }
        self.begin(token)
    }

    /// Something in the place of a key.
    pub(super) fn key(&mut self, token: &Token) -> Told {
        let is_element = self.missing < 0 && self.tokens.follows(&[',', ']']);
        match token.kind {
            Kind::Open(sign) => return self.value_for_key(sign, token),
            _ if is_element && self.has_value() => return self.unopened_list(token),
            Kind::Text => {}
            _ if self.tokens.colon_follows() => {
                self.tell(JsonProblem::UnquotedKey, token.place.clone())?;
            }
            _ => {
                let problem = match self.grouped_digits(token) {
                    Some(place) => (self.bad_number(&place), place),
                    None => (JsonProblem::UnquotedKey, token.place.clone()),
                };
                self.tell(problem.0, problem.1)?;
                self.begin_value(token.place.start);
                return Ok(());
            }
        }
        if let Some(top) = self.stack.last_mut() {
            top.expects = Expects::Colon;
            top.comma = None;
        }
        Ok(())
    }

    pub(super) fn missing_comma(&mut self, token: &Token) -> Told {
        let adjacent = self.before.as_ref().is_some_and(|before| {
            before.kind == Kind::Text && before.place.end == token.place.start
        });
        if adjacent && token.kind != Kind::Text {
            return self.tell(JsonProblem::InnerQuote, token.place.clone());
        }
        let (end, quiet) = (self.end_before(), self.quiet);
        self.tell(JsonProblem::MissingComma, end..end)?;
        // An entry that follows is read as if the comma stood here, so its own problems are no consequence.
        let in_list = self.stack.last().is_some_and(|top| !top.is_object());
        let is_entry = in_list || self.tokens.colon_follows();
        self.quiet = quiet || !is_entry;
        Ok(())
    }

    /// A value that may stand here.
    pub(super) fn begin(&mut self, token: &Token) -> Told {
        let start = token.place.start;
        if token.kind == Kind::Word {
            let word = self.text.get(token.place.clone()).unwrap_or_default();
            self.tell(unknown_word(word), token.place.clone())?;
        }
        self.begin_value(start);
        match token.kind {
            Kind::Open(sign) => {
                let indent = self.tokens.indent();
                self.push(Open::new(sign, Some(start), indent), token)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn begin_value(&mut self, start: usize) {
        match self.stack.last_mut() {
            Some(top) => top.value_at(start),
            None => self.root = Root::Ended(None),
        }
    }

    /// The place of a number written with commas between its digits, if this is the part behind one.
    pub(super) fn grouped_digits(&self, token: &Token) -> Option<Range<usize>> {
        let comma = self.before.as_ref()?;
        let first = self.stack.last()?.last?;
        let whole = self.text.get(first..token.place.end)?;
        let is_one = comma.kind == Kind::Comma
            && comma.place.end == token.place.start
            && token.kind == Kind::Scalar
            && whole
                .chars()
                .all(|c| c.is_ascii_digit() || c == ',' || c == '.');
        is_one.then_some(first..token.place.end)
    }

    pub(super) fn bad_number(&self, place: &Range<usize>) -> JsonProblem {
        let number = self.text.get(place.clone()).unwrap_or_default();
        JsonProblem::BadNumber(number.to_owned())
    }
}

/// A word where a value should stand.
fn unknown_word(word: &str) -> JsonProblem {
    let meant = match word {
        "True" | "TRUE" => "true",
        "False" | "FALSE" => "false",
        "None" | "Null" | "NULL" | "nil" | "undefined" | "NaN" | "nan" => "null",
        _ => return JsonProblem::UnknownWord(word.to_owned()),
    };
    JsonProblem::ForeignWord {
        word: word.to_owned(),
        meant,
    }
}
