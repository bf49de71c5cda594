//! Going through the tokens, and saying what is wrong with them.

use super::{Lost, Parser};
use crate::engine::diagnostic::Span;
use crate::engine::formula::operators::{Operator, infix};
use crate::engine::formula::problem::{Expected, FormulaProblem};
use crate::engine::formula::token::{Token, TokenKind};

impl Parser {
    pub(super) fn infix(&mut self) -> Option<&'static Operator> {
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

    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn next(&mut self) {
        self.at += 1;
    }

    pub(super) fn accept(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token { kind: TokenKind::Sign(found), .. }) if *found == sign);
        self.at += usize::from(found);
        found
    }

    pub(super) fn close(&mut self, sign: &str, expected: Expected) -> Result<Span, Lost> {
        let span = self.place();
        if self.accept(sign) {
            Ok(span)
        } else {
            Err(self.unexpected(expected))
        }
    }

    pub(super) fn place(&self) -> Span {
        self.peek().map_or(self.end, |token| token.span)
    }

    pub(super) fn unexpected(&mut self, expected: Expected) -> Lost {
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

    pub(super) fn lost(&mut self, problem: FormulaProblem) -> Lost {
        let span = self.place();
        self.report(problem, span);
        Lost
    }

    pub(super) fn report(&mut self, problem: FormulaProblem, span: Span) {
        self.problems.push(problem.at(span));
    }
}
