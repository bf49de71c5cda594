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

mod call;
mod cursor;

use super::expr::{Expr, ExprKind};
use super::operators::{Operator, OperatorKind, infix, prefix};
use super::problem::{Expected, FormulaProblem};
use super::token::{Token, TokenKind, tokens};
use crate::engine::diagnostic::{Diagnostic, Span, Spanned};
use crate::engine::written::Written;

/// Longest formula that is read, in bytes.
pub const LONGEST: usize = 10_000;
/// Most levels of a formula, brackets and operators counted.
pub const DEEPEST: usize = 100;

/// Reads a formula, reporting every problem that does not follow from another.
pub fn parse(text: &Written) -> Result<Expr, Vec<Diagnostic>> {
    let problem = |problem: FormulaProblem| vec![problem.at(text.span)];
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
                    let span = left.span.to(right.span);
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
                let close = self.close(")", Expected::Parenthesis)?;
                Ok(inside.map(|inside| inside.at(token.span.to(close))))
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
        let span = span.to(operand.span);
        self.node(ExprKind::Prefix(operator, Box::new(operand)), span)
            .map(Some)
    }

    fn number(&mut self, digits: &str, unit: Option<Written>, span: Span) -> Parsed {
        let value: f64 = digits.parse().unwrap_or(f64::INFINITY);
        if !value.is_finite() {
            self.report(FormulaProblem::NumberTooLarge, span);
            return Ok(None);
        }
        self.nothing_attached(digits, unit.as_ref())?;
        self.node(ExprKind::Number(value, unit), span).map(Some)
    }

    /// Behind a number stands an operator or an end. A unit or a name there is the commonest slip.
    fn nothing_attached(&mut self, digits: &str, unit: Option<&Written>) -> Result<(), Lost> {
        let Some(next) = self.peek() else {
            return Ok(());
        };
        let word = match &next.kind {
            TokenKind::Word(word) if infix(word).is_none() => word.clone(),
            TokenKind::Unknown(sign @ ('%' | '‰')) => sign.to_string(),
            TokenKind::Sign("[") if next.apart => "[…]".to_owned(),
            TokenKind::Sign("[") => {
                self.at = self.tokens.len();
                return Err(self.unexpected(Expected::Bracket));
            }
            _ => return Ok(()),
        };
        let unit = unit.map_or("", |unit| unit.value.as_str());
        let number = format!("{digits}{unit}");
        Err(self.lost(FormulaProblem::DetachedUnit { number, word }))
    }

    fn node(&mut self, kind: ExprKind, span: Span) -> Result<Expr, Lost> {
        let expr = Expr::new(kind, span);
        if expr.height() > DEEPEST {
            self.report(FormulaProblem::TooDeep, span);
            return Err(Lost);
        }
        Ok(expr)
    }
}
