//! What is open while a text is read: lists and objects not closed yet.

/// A list or object that is not closed yet.
#[derive(Clone)]
pub(super) struct Open {
    pub sign: char,
    /// Where the bracket stands; none if it is missing.
    pub place: Option<usize>,
    /// White space its line begins with.
    pub indent: usize,
    pub expects: Expects,
    /// The comma read last, if nothing follows it yet.
    pub comma: Option<usize>,
    /// Where its last value begins.
    pub last: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expects {
    /// A key; of a list, a value.
    Entry,
    Colon,
    /// The value of a key.
    Value,
    /// A comma or the end.
    Comma,
}

impl Open {
    pub fn is_object(&self) -> bool {
        self.sign == '{'
    }

    /// A list or object that begins here.
    pub fn new(sign: char, place: Option<usize>, indent: usize) -> Self {
        Self {
            sign,
            place,
            indent,
            expects: Expects::Entry,
            comma: None,
            last: None,
        }
    }

    pub fn value_at(&mut self, start: usize) {
        self.expects = Expects::Comma;
        self.comma = None;
        self.last = Some(start);
    }

    pub fn comma_at(&mut self, start: usize) {
        self.expects = Expects::Entry;
        self.comma = Some(start);
    }
}
