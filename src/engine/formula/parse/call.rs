//! Names, with what is behind them: the year or member of an index, the arguments of a call.

use super::{Lost, Parsed, Parser};
use crate::engine::diagnostic::{Span, Spanned};
use crate::engine::formula::builtins::{ArgumentKind, BUILTINS, Builtin, builtin};
use crate::engine::formula::expr::{Expr, ExprKind, Given};
use crate::engine::formula::problem::{Expected, FormulaProblem};
use crate::engine::formula::token::{Token, TokenKind};
use crate::engine::index::Year;
use crate::engine::plan::format::YEARS;
use crate::engine::suggest;

/// An argument as written: its label, and its value unless a problem was reported inside.
struct Parameter {
    label: Option<Spanned<String>>,
    value: Option<Expr>,
}

impl Parser {
    /// A name that has just been read, with what belongs to it.
    pub(super) fn word(&mut self, name: Spanned<String>) -> Parsed {
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
        let span = name.span.to(self.close("]", Expected::Bracket)?);
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
            Some(TokenKind::Number(digits, None)) => {
                digits.parse().ok().filter(|year| YEARS.contains(year))
            }
            _ => None,
        };
        let Some(year) = year else {
            return Err(self.unexpected(Expected::Index));
        };
        self.next();
        Ok(year)
    }

    fn call(&mut self, name: Spanned<String>) -> Parsed {
        let place = self.problems.len();
        let arguments = self.arguments()?;
        let span = name.span.to(self.close(")", Expected::ArgumentEnd)?);
        let Some(builtin) = builtin(&name.value) else {
            let problem = unknown_function(&name.value, &arguments).at(name.span);
            // Before the problems of its arguments, in the order of the text.
            self.problems.insert(place, problem);
            return Ok(None);
        };
        match self.given(builtin, arguments, span) {
            Some(given) => self.node(ExprKind::Call(builtin, given), span).map(Some),
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
        let last = builtin.arguments.len().saturating_sub(1);
        let mut given = Vec::new();
        let mut faulty = false;
        let mut found = 0;
        for Parameter { label, value } in parameters {
            let argument = if let Some(label) = label {
                self.labelled(builtin, label, &given)
            } else {
                found += 1;
                Some(last.min(found - 1))
            };
            match (argument, value) {
                (Some(argument), Some(value)) => {
                    let value = as_argument(builtin, argument, value);
                    given.push(Given { argument, value });
                }
                _ => faulty = true,
            }
        }
        let (least, most) = builtin.counts();
        if found < least || most.is_some_and(|most| found > most) {
            self.report(FormulaProblem::ArgumentCount { builtin, found }, span);
            faulty = true;
        }
        (!faulty).then_some(given)
    }

    /// The argument of that name, unless it has been given.
    fn labelled(
        &mut self,
        builtin: &'static Builtin,
        label: Spanned<String>,
        given: &[Given],
    ) -> Option<usize> {
        let named = builtin.named(&label.value);
        let free = named.filter(|named| given.iter().all(|given| given.argument != *named));
        if free.is_none() {
            let name = label.value;
            self.report(
                FormulaProblem::UnknownArgument { builtin, name },
                label.span,
            );
        }
        free
    }
}

/// A name where the function reads a table is that table's.
fn as_argument(builtin: &Builtin, argument: usize, value: Expr) -> Expr {
    let kind = builtin
        .arguments
        .get(argument)
        .map(|argument| argument.kind);
    match value.kind {
        ExprKind::Name(id) if kind == Some(ArgumentKind::Table) => {
            Expr::new(ExprKind::Table(id), value.span)
        }
        _ => value,
    }
}

fn unknown_function(name: &str, arguments: &[Parameter]) -> FormulaProblem {
    let year = match arguments {
        [
            Parameter {
                value: Some(value), ..
            },
        ] => value.whole_number().filter(|year| YEARS.contains(year)),
        _ => None,
    };
    FormulaProblem::UnknownFunction {
        name: name.to_owned(),
        nearest: suggest::nearest(name, BUILTINS.iter().map(|builtin| builtin.name)),
        year,
    }
}
