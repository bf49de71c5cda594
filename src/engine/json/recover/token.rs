//! The parts of a text that is no JSON, read as it was probably meant: full-width signs count as the plain ones, any
//! quotation marks as quotation marks. What is wrong with a part comes with it; how parts stand together is not known
//! here.

use std::ops::Range;

use crate::engine::json::JsonProblem;

/// A part of the text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub kind: Kind,
    pub place: Range<usize>,
    /// Whether nothing but white space stands before it in its line.
    pub is_first: bool,
    /// What is wrong with it, and where.
    pub problem: Option<(JsonProblem, Range<usize>)>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `{` or `[`
    Open(char),
    /// `}` or `]`
    Close(char),
    Colon,
    Comma,
    /// Between quotation marks of any kind.
    Text,
    /// A number, `true`, `false` or `null`.
    Scalar,
    /// A word without quotation marks.
    Word,
    /// Something that has no meaning outside of texts.
    Nothing,
}

/// Reads one part after the other.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    is_first: bool,
    line: Line,
}

/// The line read from.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub place: Range<usize>,
    /// Whether it ends inside a text, so that one of its quotation marks has no partner.
    pub is_broken: bool,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut tokens = Self {
            text,
            at: 0,
            is_first: true,
            line: Line::default(),
        };
        tokens.begin_line();
        tokens
    }

    /// The line of the token read last.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// White space the line begins with, in bytes.
    pub fn indent(&self) -> usize {
        let line = self.text.get(self.line.place.clone()).unwrap_or_default();
        line.len() - line.trim_start().len()
    }

    /// Goes on at the end of the line.
    pub fn skip_line(&mut self) {
        self.at = self.line.place.end;
    }

    /// Whether the next thing is one of these signs.
    pub fn follows(&self, signs: &[char]) -> bool {
        self.rest().trim_start().starts_with(signs)
    }

    /// Whether the next thing is a colon.
    pub fn colon_follows(&self) -> bool {
        self.follows(&[':', '：'])
    }

    /// Whether anything but white space is left.
    pub fn is_over(&self) -> bool {
        self.rest().trim_start().is_empty()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn begin_line(&mut self) {
        let rest = self.rest();
        let length = rest.find('\n').unwrap_or(rest.len());
        self.line = Line {
            place: self.at..self.at + length,
            is_broken: is_broken(rest.get(..length).unwrap_or_default()),
        };
        self.is_first = true;
    }

    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let space = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
            self.at += space;
            if !self.rest().starts_with('\n') {
                return;
            }
            self.at += 1;
            self.begin_line();
        }
    }

    fn token(&mut self, kind: Kind, length: usize, problem: Option<JsonProblem>) -> Token {
        let place = self.at..self.at + length;
        self.at = place.end;
        // A comment may take several lines.
        if place.end > self.line.place.end {
            let before = self.text.get(..place.end).unwrap_or_default();
            self.line.place.start = before.rfind('\n').map_or(0, |end| end + 1);
            let rest = self.rest();
            self.line.place.end = place.end + rest.find('\n').unwrap_or(rest.len());
            self.line.is_broken = is_broken(
                self.text
                    .get(place.end..self.line.place.end)
                    .unwrap_or_default(),
            );
        }
        let is_first = std::mem::take(&mut self.is_first);
        Token {
            kind,
            is_first,
            problem: problem.map(|problem| (problem, place.clone())),
            place,
        }
    }

    fn quoted(&mut self, mark: char) -> Token {
        let rest = self.rest();
        let line_end = self.line.place.end - self.at;
        let line = rest.get(..line_end).unwrap_or_default();
        let length = text_length(line);
        let start = self.at;
        let (token, problem) = match (mark, length) {
            ('"', Some(length)) => {
                let said = line.get(1..length - 1).unwrap_or_default();
                let problem = problem_in(said, start + 1);
                (self.token(Kind::Text, length, None), problem)
            }
            ('"', None) => {
                let length = line.trim_end().len();
                let problem = (JsonProblem::UnclosedText, start..start + length);
                (self.token(Kind::Text, length, None), Some(problem))
            }
            (mark, length) => {
                let problem = match mark {
                    '\'' => JsonProblem::SingleQuotes,
                    mark => JsonProblem::StrayCharacter(mark),
                };
                let place = start..start + mark.len_utf8();
                let length = length.unwrap_or(line.trim_end().len());
                (self.token(Kind::Text, length, None), Some((problem, place)))
            }
        };
        Token { problem, ..token }
    }

    fn word(&mut self, first: char) -> Token {
        let rest = self.rest();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '.' | '_' | '$');
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        if matches!(word, "true" | "false" | "null") || is_number(word) {
            return self.token(Kind::Scalar, length, None);
        }
        if first.is_ascii_digit() || matches!(first, '+' | '-' | '.') {
            let problem = JsonProblem::BadNumber(word.to_owned());
            return self.token(Kind::Scalar, length, Some(problem));
        }
        self.token(Kind::Word, length, None)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_space();
        let rest = self.rest();
        let first = rest.chars().next()?;
        let (plain, problem) = match plain(first) {
            Some(plain) => (plain, Some(JsonProblem::StrayCharacter(first))),
            None => (first, None),
        };
        let length = first.len_utf8();
        Some(match plain {
            '{' | '[' => self.token(Kind::Open(plain), length, problem),
            '}' | ']' => self.token(Kind::Close(plain), length, problem),
            ':' => self.token(Kind::Colon, length, problem),
            ',' => self.token(Kind::Comma, length, problem),
            '"' | '\'' | '“' | '”' | '„' | '＂' | '‘' | '’' => self.quoted(first),
            '/' | '#' => {
                let length = comment_length(rest).unwrap_or(1);
                self.token(Kind::Nothing, length, Some(JsonProblem::Comment))
            }
            '+' | '-' | '.' | '_' | '$' => self.word(first),
            _ if first.is_alphanumeric() => self.word(first),
            '!'..='~' => self.token(Kind::Nothing, 1, Some(JsonProblem::Unexpected(first))),
            _ => {
                let length = rest.len() - rest.trim_start_matches(first).len();
                let problem = JsonProblem::StrayCharacter(first);
                self.token(Kind::Nothing, length, Some(problem))
            }
        })
    }
}

/// The plain sign a full-width one stands for, where that has a meaning outside of texts.
fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '｛' => '{',
        '｝' => '}',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '：' => ':',
        '，' | '、' => ',',
        _ => return None,
    })
}

/// Bytes of the comment a text begins with.
fn comment_length(text: &str) -> Option<usize> {
    if text.starts_with('#') || text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let inside = text.strip_prefix("/*")?;
    Some(inside.find("*/").map_or(text.len(), |end| end + 4))
}

/// Bytes of the text between quotation marks that a line begins with, marks included; none if it is not closed.
fn text_length(line: &str) -> Option<usize> {
    let mark = line.chars().next()?;
    let mut escaped = false;
    let closes = |c: char| match mark {
        '"' | '\'' => c == mark,
        _ => matches!(c, '"' | '“' | '”' | '„' | '＂' | '‘' | '’'),
    };
    for (at, c) in line.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if closes(c) => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

/// Whether a line ends inside a text.
fn is_broken(line: &str) -> bool {
    const MARKS: [char; 10] = ['"', '\'', '“', '”', '„', '＂', '‘', '’', '/', '#'];
    let mut rest = line;
    while let Some(from) = rest.find(MARKS).and_then(|at| rest.get(at..)) {
        if comment_length(from).is_some() {
            return false;
        }
        let length = if from.starts_with('/') {
            1
        } else if let Some(length) = text_length(from) {
            length
        } else {
            return true;
        };
        rest = from.get(length..).unwrap_or_default();
    }
    false
}

/// The first thing wrong inside a text, which begins at a byte.
fn problem_in(said: &str, start: usize) -> Option<(JsonProblem, Range<usize>)> {
    let mut at = 0;
    while let Some(rest) = said.get(at..)
        && let Some(found) = rest.find(|c: char| c == '\\' || c < ' ')
    {
        at += found;
        let from = said.get(at..).unwrap_or_default();
        let first = from.chars().next()?;
        if first != '\\' {
            let problem = JsonProblem::ControlCharacter(first);
            return Some((problem, start + at..start + at + 1));
        }
        match escape_length(from) {
            Ok(length) => at += length,
            Err(length) => {
                return Some((JsonProblem::BadEscape, start + at..start + at + length));
            }
        }
    }
    None
}

/// Bytes of the escape a text begins with; of its wrong part if it is none.
fn escape_length(from: &str) -> Result<usize, usize> {
    let unit = |at: usize| {
        let digits = from.get(at..)?.strip_prefix("\\u")?.get(..4)?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| u32::from_str_radix(digits, 16).ok())?
    };
    let second = from.chars().nth(1);
    match (second, unit(0), unit(6)) {
        (Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't'), ..) => Ok(2),
        (Some('u'), Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => Ok(12),
        (Some('u'), Some(0xD800..=0xDFFF), _) => Err(6),
        (Some('u'), Some(_), _) => Ok(6),
        _ => Err(1 + second.map_or(0, char::len_utf8)),
    }
}

/// Whether a word is a number as JSON writes it.
fn is_number(word: &str) -> bool {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let whole = digits(unsigned);
    if whole == 0 || whole > 1 && unsigned.starts_with('0') {
        return false;
    }
    let mut rest = unsigned.get(whole..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix('.') {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = fraction.get(length..).unwrap_or_default();
    }
    match rest.strip_prefix(['e', 'E']) {
        Some(power) => {
            let power = power.strip_prefix(['+', '-']).unwrap_or(power);
            !power.is_empty() && digits(power) == power.len()
        }
        None => rest.is_empty(),
    }
}
