//! From tokens to the tree.
//!
//! ```text
//! formula = operand { operator operand }              by the powers in the table of operators
//! operand = prefix formula | number | name [ index ] | function "(" [ argument { "," argument } ] ")" | "(" formula ")"
//! index   = "[" year "]" | "[" member [ "," year ] "]"
//! argument = [ name ":" ] formula
//! ```
//!
//! Written by hand over the tokens rather than with a combinator's expression parser: it reports several problems of
//! one formula, each at its place and in words about what its author meant, and it goes on after a wrong argument; a
//! combinator stops at the first failure, and knows only which alternatives it tried.

use super::builtins::{self, BUILTINS, Builtin};
use super::expr::{Expr, ExprKind, Given};
use super::operators::{Operator, OperatorKind, infix, prefix};
use super::problem::{Expected, FormulaProblem};
use super::token::{Token, TokenKind, tokens};
use crate::engine::diagnostic::{Diagnostic, Problem, Span, Spanned};
use crate::engine::index::Year;
use crate::engine::suggest;

/// Longest formula that is read, in bytes.
pub const LONGEST: usize = 10_000;
/// Most levels of a formula, brackets and operators counted.
pub const DEEPEST: usize = 100;

/// Reads a formula, reporting every problem that does not follow from another.
pub fn parse(text: &Spanned<String>) -> Result<Expr, Vec<Diagnostic>> {
    let problem = |problem| {
        vec![Diagnostic {
            problem: Problem::Formula(problem),
            span: text.span,
        }]
    };
    if text.value.trim().is_empty() {
        return Err(problem(FormulaProblem::Empty));
    }
    if text.value.len() > LONGEST {
        return Err(problem(FormulaProblem::TooLong));
    }
    let mut parser = Parser {
        tokens: tokens(text),
        at: 0,
        depth: 0,
        end: text.part(text.value.len()..text.value.len()),
        problems: Vec::new(),
    };
    let read = parser.whole();
    match read {
        Ok(Some(expr)) if parser.problems.is_empty() => Ok(expr),
        _ => Err(parser.problems),
    }
}

/// The parser has reported a problem and does not know where it stands.
struct Lost;

/// `None` where a problem was reported and reading can go on behind it.
type Parsed = Result<Option<Expr>, Lost>;

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    /// The place behind the last character.
    end: Span,
    problems: Vec<Diagnostic>,
}

impl Parser {
    fn whole(&mut self) -> Parsed {
        let expr = self.expression(0)?;
        if self.peek().is_some() {
            return Err(self.unexpected(Expected::Operator));
        }
        Ok(expr)
    }

    /// Operands and the operators between them that bind at least as strongly as `least`.
    fn expression(&mut self, least: u8) -> Parsed {
        if self.depth == DEEPEST {
            return Err(self.lost(FormulaProblem::TooDeep));
        }
        self.depth += 1;
        let expr = self.operators(least);
        self.depth -= 1;
        expr
    }

    fn operators(&mut self, least: u8) -> Parsed {
        let mut left = self.operand()?;
        while let Some(operator) = self.infix() {
            if operator.power < least {
                break;
            }
            self.next();
            let right = self.expression(operator.right_power())?;
            let compares = |operator: &Operator| operator.kind == OperatorKind::Comparison;
            if compares(operator) && self.infix().is_some_and(compares) {
                return Err(self.lost(FormulaProblem::ChainedComparison));
            }
            left = match (left, right) {
                (Some(left), Some(right)) => {
                    let span = Span {
                        start: left.span.start,
                        end: right.span.end,
                    };
                    Some(self.node(ExprKind::Infix(operator, Box::new([left, right])), span)?)
                }
                _ => None,
            };
        }
        Ok(left)
    }

    fn operand(&mut self) -> Parsed {
        let Some(token) = self.peek().cloned() else {
            return Err(self.unexpected(Expected::Operand));
        };
        match token.kind {
            TokenKind::Number(digits, unit) => {
                self.next();
                self.number(&digits, unit, token.span)
            }
            TokenKind::Word(word) if prefix(&word).is_none() && infix(&word).is_none() => {
                self.next();
                self.word(Spanned {
                    value: word,
                    span: token.span,
                })
            }
            TokenKind::Sign("(") => {
                self.next();
                let inside = self.expression(0)?;
                self.close(")", Expected::Parenthesis)?;
                Ok(inside)
            }
            TokenKind::Word(ref symbol) => self.prefixed(symbol, token.span),
            TokenKind::Sign(symbol) => self.prefixed(symbol, token.span),
            TokenKind::Foreign(..) | TokenKind::Unknown(_) => {
                Err(self.unexpected(Expected::Operand))
            }
        }
    }

    fn prefixed(&mut self, symbol: &str, span: Span) -> Parsed {
        let Some(operator) = prefix(symbol) else {
            return Err(self.unexpected(Expected::Operand));
        };
        self.next();
        let Some(operand) = self.expression(operator.right_power())? else {
            return Ok(None);
        };
        let span = Span {
            start: span.start,
            end: operand.span.end,
        };
        self.node(ExprKind::Prefix(operator, Box::new(operand)), span)
            .map(Some)
    }

    fn number(&mut self, digits: &str, unit: Option<Spanned<String>>, span: Span) -> Parsed {
        let value: f64 = digits.parse().unwrap_or(f64::INFINITY);
        if !value.is_finite() {
            self.report(FormulaProblem::NumberTooLarge, span);
            return Ok(None);
        }
        if let (
            None,
            Some(Token {
                kind: TokenKind::Word(word),
                ..
            }),
        ) = (&unit, self.peek())
            && infix(word).is_none()
        {
            let problem = FormulaProblem::DetachedUnit {
                number: digits.to_owned(),
                word: word.clone(),
            };
            return Err(self.lost(problem));
        }
        self.node(ExprKind::Number(value, unit), span).map(Some)
    }

    fn word(&mut self, name: Spanned<String>) -> Parsed {
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Sign("(")) => {
                self.next();
                self.call(name)
            }
            Some(TokenKind::Sign("[")) => {
                self.next();
                self.index(name)
            }
            _ => {
                let span = name.span;
                self.node(ExprKind::Name(name.value), span).map(Some)
            }
        }
    }

    fn index(&mut self, name: Spanned<String>) -> Parsed {
        let member = self.member();
        let year = if member.is_none() || self.accept(",") {
            Some(self.year()?)
        } else {
            None
        };
        let span = Span {
            start: name.span.start,
            end: self.close("]", Expected::Bracket)?.end,
        };
        self.node(ExprKind::Index { name, member, year }, span)
            .map(Some)
    }

    fn member(&mut self) -> Option<Spanned<String>> {
        let Token {
            kind: TokenKind::Word(word),
            span,
            ..
        } = self.peek()?.clone()
        else {
            return None;
        };
        self.next();
        Some(Spanned { value: word, span })
    }

    fn year(&mut self) -> Result<Year, Lost> {
        let year = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Number(digits, None)) => digits.parse().ok(),
            _ => None,
        };
        let Some(year) = year else {
            return Err(self.unexpected(Expected::Index));
        };
        self.next();
        Ok(year)
    }

    fn call(&mut self, name: Spanned<String>) -> Parsed {
        let builtin = builtins::builtin(&name.value);
        if builtin.is_none() {
            let nearest =
                suggest::nearest(&name.value, BUILTINS.iter().map(|builtin| builtin.name));
            let problem = FormulaProblem::UnknownFunction {
                name: name.value,
                nearest,
            };
            self.report(problem, name.span);
        }
        let arguments = self.arguments()?;
        let span = Span {
            start: name.span.start,
            end: self.close(")", Expected::ArgumentEnd)?.end,
        };
        let call =
            builtin.and_then(|builtin| Some((builtin, self.given(builtin, arguments, span)?)));
        match call {
            Some((builtin, given)) => self.node(ExprKind::Call(builtin, given), span).map(Some),
            None => Ok(None),
        }
    }

    fn arguments(&mut self) -> Result<Vec<Parameter>, Lost> {
        let mut arguments = Vec::new();
        if matches!(
            self.peek(),
            Some(Token {
                kind: TokenKind::Sign(")"),
                ..
            })
        ) {
            return Ok(arguments);
        }
        loop {
            let label = self.label();
            let value = self.argument()?;
            arguments.push(Parameter { label, value });
            if !self.accept(",") {
                return Ok(arguments);
            }
        }
    }

    /// One argument; after a problem inside it, reading goes on at its end.
    fn argument(&mut self) -> Parsed {
        if let Ok(value) = self.expression(0) {
            return Ok(value);
        }
        self.skip_argument()?;
        Ok(None)
    }

    fn skip_argument(&mut self) -> Result<(), Lost> {
        let mut open = 0_usize;
        while let Some(token) = self.peek() {
            match token.kind {
                TokenKind::Sign("(" | "[") => open += 1,
                TokenKind::Sign("," | ")") if open == 0 => return Ok(()),
                TokenKind::Sign(")" | "]") => open = open.saturating_sub(1),
                _ => {}
            }
            self.next();
        }
        Err(Lost)
    }

    fn label(&mut self) -> Option<Spanned<String>> {
        let [word, colon, ..] = self.tokens.get(self.at..)? else {
            return None;
        };
        let (TokenKind::Word(label), TokenKind::Sign(":")) = (&word.kind, &colon.kind) else {
            return None;
        };
        let label = Spanned {
            value: label.clone(),
            span: word.span,
        };
        self.at += 2;
        Some(label)
    }

    /// Which argument of the function each one is.
    fn given(
        &mut self,
        builtin: &'static Builtin,
        parameters: Vec<Parameter>,
        span: Span,
    ) -> Option<Vec<Given>> {
        let (by_position, by_name): (Vec<_>, Vec<_>) = parameters
            .into_iter()
            .partition(|parameter| parameter.label.is_none());
        let (least, most) = builtin.counts();
        let found = by_position.len();
        let mut faulty = found < least || most.is_some_and(|most| found > most);
        if faulty {
            self.report(FormulaProblem::ArgumentCount { builtin, found }, span);
        }
        let last = builtin.arguments.len().saturating_sub(1);
        let mut given = Vec::new();
        for (position, parameter) in by_position.into_iter().enumerate() {
            let argument = position.min(last);
            faulty |= parameter.value.is_none();
            given.extend(parameter.value.map(|value| Given { argument, value }));
        }
        for Parameter { label, value } in by_name {
            let label = label.unwrap_or_else(|| Spanned {
                value: String::new(),
                span,
            });
            let argument = builtin
                .named(&label.value)
                .filter(|&argument| given.iter().all(|given| given.argument != argument));
            let Some(argument) = argument else {
                self.report(
                    FormulaProblem::UnknownArgument {
                        builtin,
                        name: label.value,
                    },
                    label.span,
                );
                faulty = true;
                continue;
            };
            faulty |= value.is_none();
            given.extend(value.map(|value| Given { argument, value }));
        }
        (!faulty).then_some(given)
    }

    fn node(&mut self, kind: ExprKind, span: Span) -> Result<Expr, Lost> {
        let expr = Expr::new(kind, span);
        if expr.height() > DEEPEST {
            self.report(FormulaProblem::TooDeep, span);
            return Err(Lost);
        }
        Ok(expr)
    }

    fn infix(&mut self) -> Option<&'static Operator> {
        let token = self.peek()?;
        match &token.kind {
            TokenKind::Word(symbol) => infix(symbol),
            TokenKind::Sign(symbol) => infix(symbol),
            TokenKind::Foreign(written, meant) => {
                let operator = infix(meant)?;
                let problem = FormulaProblem::Foreign { written, meant };
                let span = token.span;
                self.report(problem, span);
                // Read as what it means from here on.
                if let Some(token) = self.tokens.get_mut(self.at) {
                    token.kind = TokenKind::Sign(operator.symbol);
                }
                Some(operator)
            }
            TokenKind::Number(..) | TokenKind::Unknown(_) => None,
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) {
        self.at += 1;
    }

    fn accept(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token { kind: TokenKind::Sign(found), .. }) if *found == sign);
        self.at += usize::from(found);
        found
    }

    fn close(&mut self, sign: &str, expected: Expected) -> Result<Span, Lost> {
        let span = self.place();
        if self.accept(sign) {
            Ok(span)
        } else {
            Err(self.unexpected(expected))
        }
    }

    fn place(&self) -> Span {
        self.peek().map_or(self.end, |token| token.span)
    }

    fn unexpected(&mut self, expected: Expected) -> Lost {
        if let Some(Token {
            kind: TokenKind::Foreign(written, meant),
            ..
        }) = self.peek()
        {
            let (written, meant) = (*written, *meant);
            return self.lost(FormulaProblem::Foreign { written, meant });
        }
        if self.is_grouped_digits() {
            return self.lost(FormulaProblem::GroupedDigits);
        }
        let found = self.peek().map(|token| token.kind.text());
        self.lost(FormulaProblem::Unexpected { expected, found })
    }

    /// Whether the next token is the comma of `1,000`.
    fn is_grouped_digits(&self) -> bool {
        let around = self
            .at
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before..self.at + 2));
        matches!(
            around,
            Some([
                Token {
                    kind: TokenKind::Number(..),
                    ..
                },
                Token {
                    kind: TokenKind::Sign(","),
                    apart: false,
                    ..
                },
                Token {
                    kind: TokenKind::Number(..),
                    apart: false,
                    ..
                },
            ])
        )
    }

    fn lost(&mut self, problem: FormulaProblem) -> Lost {
        let span = self.place();
        self.report(problem, span);
        Lost
    }

    fn report(&mut self, problem: FormulaProblem, span: Span) {
        self.problems.push(Diagnostic {
            problem: Problem::Formula(problem),
            span,
        });
    }
}

/// An argument as written: its label, and its value unless a problem was reported inside.
struct Parameter {
    label: Option<Spanned<String>>,
    value: Option<Expr>,
}
