//! From text to tokens. Never fails: what is no token is one of its own, which the parser reports.

use std::ops::Range;

use winnow::ModalResult;
use winnow::Parser;
use winnow::ascii::digit1;
use winnow::combinator::{alt, delimited, fail, opt, preceded, repeat};
use winnow::stream::LocatingSlice;
use winnow::token::{any, one_of, take_till, take_while};

use super::expr::YEAR;
use super::operators::OPERATORS;
use crate::engine::diagnostic::Span;
use crate::engine::fold::Folded;
use crate::engine::unit::is_word_char;
use crate::engine::written::Written;

/// A token and its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub span: Span,
    /// Whether white space or the beginning stands before it.
    pub apart: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum TokenKind {
    /// A number and the unit attached to it.
    Number(String, Option<Written>),
    /// A name or a word operator.
    Word(String),
    /// An operator or punctuation.
    Sign(&'static str),
    /// An operator as other languages spell it: as written, and as it is spelt here.
    Foreign(&'static str, &'static str),
    /// Something else.
    Unknown(char),
}

/// Signs with their spelling here, longer ones first.
const SIGNS: &[(&str, &str)] = &[
    ("<=", "<="),
    (">=", ">="),
    ("!=", "!="),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("<", "<"),
    (">", ">"),
    ("=", "="),
    ("+", "+"),
    ("-", "-"),
    ("*", "*"),
    ("/", "/"),
    ("^", "^"),
    ("(", "("),
    (")", ")"),
    ("[", "["),
    ("]", "]"),
    (",", ","),
    (":", ":"),
];

/// What people write from habit, with its spelling here. Tried before the signs.
const FOREIGN: &[(&str, &str)] = &[
    ("==", "="),
    ("<>", "!="),
    ("=>", ">="),
    ("=<", "<="),
    ("**", "^"),
    ("&&", "and"),
    ("||", "or"),
    (";", ","),
    ("、", ","),
];

/// All tokens of a formula.
pub(super) fn tokens(text: &Written) -> Vec<Token> {
    let folded = Folded::new(&text.value);
    let mut tokens = Vec::new();
    let mut end = None;
    for lexeme in lexemes(folded.text()) {
        let place = |range: Range<usize>| text.part(folded.origin(range));
        let kind = match lexeme.kind {
            LexemeKind::Number(digits, unit) => TokenKind::Number(
                digits.to_owned(),
                unit.map(|(_, range)| text.slice(folded.origin(range))),
            ),
            LexemeKind::Word(word) => TokenKind::Word(word.to_owned()),
            LexemeKind::Sign(sign) => TokenKind::Sign(sign),
            LexemeKind::Foreign(written, meant) => TokenKind::Foreign(written, meant),
            LexemeKind::Unknown(c) => TokenKind::Unknown(c),
        };
        let apart = end != Some(lexeme.place.start);
        end = Some(lexeme.place.end);
        tokens.push(Token {
            kind,
            span: place(lexeme.place),
            apart,
        });
    }
    tokens
}

struct Lexeme<'a> {
    kind: LexemeKind<'a>,
    place: Range<usize>,
}

#[derive(Clone)]
enum LexemeKind<'a> {
    Number(&'a str, Option<(&'a str, Range<usize>)>),
    Word(&'a str),
    Sign(&'static str),
    Foreign(&'static str, &'static str),
    Unknown(char),
}

type Input<'a> = LocatingSlice<&'a str>;

fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    // Any character is at least an unknown one, so nothing is left over.
    let all: ModalResult<Vec<_>> = repeat(0.., lexeme).parse_next(&mut LocatingSlice::new(text));
    all.unwrap_or_default()
}

fn lexeme<'a>(input: &mut Input<'a>) -> ModalResult<Lexeme<'a>> {
    let kind = alt((number, word, foreign, sign, any.map(LexemeKind::Unknown)));
    preceded(take_while(0.., char::is_whitespace), kind.with_span())
        .map(|(kind, place)| Lexeme { kind, place })
        .parse_next(input)
}

fn number<'a>(input: &mut Input<'a>) -> ModalResult<LexemeKind<'a>> {
    let fraction = ('.', digit1);
    let exponent = (one_of(['e', 'E']), opt(one_of(['+', '-'])), digit1);
    let digits = (
        alt(((digit1, opt(fraction)).take(), ('.', digit1).take())),
        opt(exponent),
    )
        .take();
    (digits, opt(unit))
        .map(|(digits, unit)| LexemeKind::Number(digits, unit))
        .parse_next(input)
}

fn unit<'a>(input: &mut Input<'a>) -> ModalResult<(&'a str, Range<usize>)> {
    alt((
        delimited('[', take_till(0.., [']']).with_span(), ']'),
        one_of(['%', '‰']).take().with_span(),
        take_while(1.., is_word_char).with_span(),
    ))
    .parse_next(input)
}

fn word<'a>(input: &mut Input<'a>) -> ModalResult<LexemeKind<'a>> {
    (one_of(starts_name), take_while(0.., continues_name))
        .take()
        .map(LexemeKind::Word)
        .parse_next(input)
}

/// Whether a name may begin with the character.
pub(super) fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

/// Whether the character may stand inside a name.
pub(super) fn continues_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn foreign<'a>(input: &mut Input<'a>) -> ModalResult<LexemeKind<'a>> {
    one_spelling(FOREIGN, input).map(|(written, meant)| LexemeKind::Foreign(written, meant))
}

fn sign<'a>(input: &mut Input<'a>) -> ModalResult<LexemeKind<'a>> {
    one_spelling(SIGNS, input).map(|(_, meant)| LexemeKind::Sign(meant))
}

fn one_spelling(
    table: &'static [(&str, &str)],
    input: &mut Input<'_>,
) -> ModalResult<(&'static str, &'static str)> {
    for &(written, meant) in table {
        if opt(written).parse_next(input)?.is_some() {
            return Ok((written, meant));
        }
    }
    fail.parse_next(input)
}

impl TokenKind {
    /// The token as a person would quote it.
    pub fn text(&self) -> String {
        match self {
            Self::Number(digits, None) => digits.clone(),
            Self::Number(digits, Some(unit)) => format!("{digits}{}", unit.value),
            Self::Word(word) => word.clone(),
            Self::Sign(sign) => (*sign).to_owned(),
            Self::Foreign(written, _) => (*written).to_owned(),
            Self::Unknown(c) => c.to_string(),
        }
    }
}

/// Whether an id can be used in formulas: letters, digits and `_`, no digit first, and none of the words `and`, `or`,
/// `not` and `year`. Names of functions are free, since functions are always called.
pub fn is_name(id: &str) -> bool {
    let mut chars = id.chars();
    chars.next().is_some_and(starts_name)
        && chars.all(continues_name)
        && id != YEAR
        && OPERATORS.iter().all(|operator| operator.symbol != id)
}
