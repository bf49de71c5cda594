//! Where in a text somebody is writing, however broken the text is: what would stand at the caret, and the names and
//! words written around it. The parser needs a whole text; this reads token by token and goes on whatever comes.

use std::ops::Range;

use super::{Path, Step};

/// A text while it is written: its keys and single values, and the place of the caret among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// Everything written, in the order of the text.
    pub written: Vec<Written>,
    /// Where the caret stands.
    pub caret: Caret,
}

/// A key or a single value.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The way to the value; of a key, to the object it stands in.
    pub path: Path,
    /// What it is.
    pub role: Role,
    /// The characters, between the quotation marks if it has some.
    pub text: String,
}

/// What stands somewhere in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// The key of an object.
    Key,
    /// A value.
    Value,
    /// Neither can: a colon is expected, or nothing more.
    #[default]
    Nothing,
}

/// The place of the caret.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Caret {
    /// The way to the value; of a key, to the object it stands in.
    pub path: Path,
    /// What stands or would stand here.
    pub role: Role,
    /// The word at the caret, quotation marks included; empty if there is none.
    pub word: Range<usize>,
    /// Whether the word is in quotation marks.
    pub is_quoted: bool,
    /// Whether a comma is missing before it.
    pub follows: bool,
}

impl Sketch {
    /// Reads a text with the caret before a byte.
    pub fn at(text: &str, caret: usize) -> Self {
        let mut reader = Reader::default();
        let mut is_found = false;
        for token in (Tokens { text, at: 0 }) {
            if !is_found && caret < token.start_of_word() {
                is_found = true;
                reader.stand(caret..caret, false);
            }
            if !is_found && token.holds(caret) {
                is_found = true;
                reader.stand(token.range.clone(), token.kind == Kind::Text);
            }
            reader.take(&token, text);
        }
        if !is_found {
            reader.stand(caret..caret, false);
        }
        Self {
            written: reader.written,
            caret: reader.caret,
        }
    }

    /// The keys of the object at a path.
    pub fn keys<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = &'a str> {
        let is_key = move |item: &&Written| item.role == Role::Key && item.path == *path;
        let keys = self.written.iter().filter(is_key);
        keys.map(|item| item.text.as_str())
    }

    /// The single value at a path.
    pub fn value<'a>(&'a self, path: &Path) -> Option<&'a str> {
        let is_it = |item: &&Written| item.role == Role::Value && item.path == *path;
        self.written
            .iter()
            .find(is_it)
            .map(|item| item.text.as_str())
    }
}

/// A token: a text, a bare word, or a sign.
#[derive(Debug, Clone)]
struct Token {
    kind: Kind,
    range: Range<usize>,
    /// Whether a text has its closing quotation mark.
    is_closed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Bare,
    Sign(char),
}

impl Token {
    /// Where the caret is no longer before it: a bare word goes on where the caret touches it.
    fn start_of_word(&self) -> usize {
        match self.kind {
            Kind::Bare => self.range.start,
            Kind::Text | Kind::Sign(_) => self.range.start + 1,
        }
    }

    /// Whether somebody whose caret is there writes in this token.
    fn holds(&self, caret: usize) -> bool {
        let end = self.range.end;
        match self.kind {
            Kind::Text => caret < end || (caret == end && !self.is_closed),
            Kind::Bare => caret <= end,
            Kind::Sign(_) => false,
        }
    }
}

/// The tokens of a text.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..)?;
        let skipped = rest.len() - rest.trim_start().len();
        let start = self.at + skipped;
        let rest = self.text.get(start..)?;
        let first = rest.chars().next()?;
        let (kind, length, is_closed) = match first {
            '"' => {
                let (length, is_closed) = text_length(rest);
                (Kind::Text, length, is_closed)
            }
            first if is_bare(first) => {
                let length = rest.find(|c| !is_bare(c)).unwrap_or(rest.len());
                (Kind::Bare, length, true)
            }
            sign => (Kind::Sign(sign), sign.len_utf8(), true),
        };
        self.at = start + length;
        Some(Token {
            kind,
            range: start..self.at,
            is_closed,
        })
    }
}

fn is_bare(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-' | '+' | '.' | '$')
}

/// Bytes of a text with its quotation marks. One that is not closed ends with its line.
fn text_length(text: &str) -> (usize, bool) {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '\n' | '\r' => return (at, false),
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return (at + 1, true),
            _ => {}
        }
    }
    (text.len(), false)
}

/// What is open while reading.
#[derive(Debug, Clone, PartialEq)]
enum Open {
    /// An object, the key its value is awaited or written for, and what comes next in it.
    Object(Option<String>, Next),
    /// A list, the position in it, and what comes next.
    List(usize, Next),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Key,
    Colon,
    Value,
    Comma,
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    /// Whether the value of the whole text has begun.
    has_begun: bool,
    written: Vec<Written>,
    caret: Caret,
}

impl Reader {
    fn take(&mut self, token: &Token, text: &str) {
        match token.kind {
            Kind::Sign(sign) => self.sign(sign),
            Kind::Text | Kind::Bare => {
                let marks = usize::from(token.kind == Kind::Text);
                let end = token.range.end - usize::from(token.is_closed) * marks;
                let inner = text.get(token.range.start + marks..end);
                self.word(inner.unwrap_or_default());
            }
        }
    }

    fn sign(&mut self, sign: char) {
        match (sign, self.open.last_mut()) {
            ('{', _) => self.begin(Open::Object(None, Next::Key)),
            ('[', _) => self.begin(Open::List(0, Next::Value)),
            ('}' | ']', _) => self.end(sign),
            (',', Some(Open::Object(key, next))) => (*key, *next) = (None, Next::Key),
            (',', Some(Open::List(position, next))) => {
                *position += 1;
                *next = Next::Value;
            }
            (':', Some(Open::Object(_, next))) => *next = Next::Value,
            _ => {}
        }
    }

    fn begin(&mut self, open: Open) {
        self.value_begins();
        self.open.push(open);
    }

    /// Closes the innermost bracket of the kind, and whatever was left open in it.
    fn end(&mut self, sign: char) {
        let is_it = |open: &Open| matches!(open, Open::Object(..)) == (sign == '}');
        if let Some(at) = self.open.iter().rposition(is_it) {
            self.open.truncate(at);
        }
    }

    /// Marks that a value stands here. What was missing before it is passed over.
    fn value_begins(&mut self) {
        self.has_begun = true;
        match self.open.last_mut() {
            Some(Open::Object(_, next)) => *next = Next::Comma,
            Some(Open::List(position, next)) => {
                *position += usize::from(*next == Next::Comma);
                *next = Next::Comma;
            }
            None => {}
        }
    }

    fn word(&mut self, text: &str) {
        if self.role() == Role::Key {
            let path = self.object_path();
            if let Some(Open::Object(key, next)) = self.open.last_mut() {
                *key = Some(text.to_owned());
                *next = Next::Colon;
            }
            self.write(path, Role::Key, text);
        } else {
            self.value_begins();
            let path = self.value_path();
            self.write(path, Role::Value, text);
        }
    }

    fn write(&mut self, path: Path, role: Role, text: &str) {
        let text = text.to_owned();
        self.written.push(Written { path, role, text });
    }

    /// What a word would be here.
    fn role(&self) -> Role {
        match self.open.last() {
            Some(Open::Object(_, Next::Key | Next::Comma)) => Role::Key,
            Some(Open::Object(_, Next::Colon)) => Role::Nothing,
            Some(Open::Object(_, Next::Value) | Open::List(..)) => Role::Value,
            None if self.has_begun => Role::Nothing,
            None => Role::Value,
        }
    }

    /// Notes the caret, at a word or between two.
    fn stand(&mut self, word: Range<usize>, is_quoted: bool) {
        let follows = matches!(
            self.open.last(),
            Some(Open::Object(_, Next::Comma) | Open::List(_, Next::Comma))
        );
        let role = self.role();
        let mut path = match role {
            Role::Key => self.object_path(),
            Role::Value | Role::Nothing => self.value_path(),
        };
        if let (Role::Value, true, Some(Step::Index(position))) = (role, follows, path.0.last_mut())
        {
            *position += 1;
        }
        self.caret = Caret {
            path,
            role,
            word,
            is_quoted,
            follows,
        };
    }

    /// The way to the innermost open object.
    fn object_path(&self) -> Path {
        let outer = self.open.len().saturating_sub(1);
        path(&self.open[..outer])
    }

    fn value_path(&self) -> Path {
        path(&self.open)
    }
}

fn path(open: &[Open]) -> Path {
    let steps = open.iter().map(|open| match open {
        Open::Object(key, _) => Step::Key(key.clone().unwrap_or_default()),
        Open::List(position, _) => Step::Index(*position),
    });
    Path(steps.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The caret at `|`: the way there, what stands there, and the word.
    fn caret(text: &str) -> (String, Role, String) {
        let at = text.find('|').unwrap();
        let text = text.replacen('|', "", 1);
        let caret = Sketch::at(&text, at).caret;
        (
            caret.path.to_string(),
            caret.role,
            text[caret.word].to_owned(),
        )
    }

    #[track_caller]
    fn check(text: &str, path: &str, role: Role, word: &str) {
        assert_eq!(
            caret(text),
            (path.to_owned(), role, word.to_owned()),
            "{text}"
        );
    }

    #[test]
    fn a_whole_text() {
        check("|", "", Role::Value, "");
        check("{|}", "", Role::Key, "");
        check(r#"{"a|": 1}"#, "", Role::Key, "\"a\"");
        check(r#"{"a"|: 1}"#, "a", Role::Nothing, "");
        check(r#"{"a": |1}"#, "a", Role::Value, "1");
        check(r#"{"a": 12|}"#, "a", Role::Value, "12");
        check(r#"{"a": 1 |}"#, "", Role::Key, "");
        check(r#"{"a": "x|y"}"#, "a", Role::Value, "\"xy\"");
        check(r#"{"a": [1, {"b": |}]}"#, "a[1].b", Role::Value, "");
        check(r#"{"a": [1, {"b": 2}, |]}"#, "a[2]", Role::Value, "");
        check(r#"{"a": [1 |]}"#, "a[1]", Role::Value, "");
        check(r#"{"a": {"b": 1}, |"c": 2}"#, "", Role::Key, "");
        check(r#"{"a": 1} |"#, "", Role::Nothing, "");
    }

    #[test]
    fn a_broken_text() {
        check(r#"{"a": "x|"#, "a", Role::Value, "\"x");
        check("{\"a\": \"x|\n \"b\": 1}", "a", Role::Value, "\"x");
        check("{\"a\": 1\n \"b|\": 2}", "", Role::Key, "\"b\"");
        check(r#"{"a": [{"b": 1, "|"#, "a[0]", Role::Key, "\"");
        check(r#"{"a": [{"b": 1, |"#, "a[0]", Role::Key, "");
        check(r#"{"a": [{"b": tr|"#, "a[0].b", Role::Value, "tr");
        check(r#"{"a": [{"b": 1 {"c": |"#, "a[0].b.c", Role::Value, "");
        check(
            r#"{"a": [{"b": [1}, {"c": "|" }]"#,
            "a[1].c",
            Role::Value,
            "\"\"",
        );
        check("{a: {b|", "a", Role::Key, "b");
        check("}]|", "", Role::Value, "");
    }

    #[test]
    fn texts_are_skipped_with_their_escapes() {
        check(r#"{"a\"{": "b\\", "c": |"#, "c", Role::Value, "");
        check("{\"甲\": \"乙\", \"丙\": |", "丙", Role::Value, "");
    }

    #[test]
    fn commas_that_are_missing() {
        for (text, follows) in [
            (r#"{"a": 1 |}"#, true),
            (r#"{"a": 1, | "b": 2}"#, false),
            (r#"{| "b": 2}"#, false),
            (r#"{"a": [{} | {}]}"#, true),
            (r#"{"a": |, "b": 2}"#, false),
        ] {
            let at = text.find('|').unwrap();
            let caret = Sketch::at(&text.replacen('|', "", 1), at).caret;
            assert_eq!(caret.follows, follows, "{text}");
        }
    }

    #[test]
    fn what_is_written_around_is_found() {
        let text = r#"{"sets": [{"id": "towns", "members": [{"id": "x"}]}, {"id": "firms", ""#;
        let sketch = Sketch::at(text, text.len());
        let sets = Path::default().key("sets");
        let id = |at| sketch.value(&sets.clone().index(at).key("id"));
        assert_eq!([id(0), id(1), id(2)], [Some("towns"), Some("firms"), None]);
        let keys: Vec<_> = sketch.keys(&sketch.caret.path).collect();
        assert_eq!(keys, ["id", ""]);
    }

    #[test]
    fn every_place_of_every_piece_of_a_text_can_be_looked_at() {
        let text = r#"{"a": ["中", {"b": 1, "c": "d\"e"}], "f": null}"#;
        for cut in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for caret in (0..=cut).filter(|at| text.is_char_boundary(*at)) {
                Sketch::at(&text[..cut], caret);
            }
        }
    }
}
