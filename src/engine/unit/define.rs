//! Units that the author of a plan defines, by another unit or as something of their own.

use std::sync::Arc;

use super::{Dimension, Own, Rational, Symbol, Tag, UnitProblem, Units, parse};
use crate::engine::diagnostic::Diagnostic;
use crate::engine::plan::UnitDefinition;
use crate::engine::written::Written;

impl Units {
    /// The vocabulary with a plan's own units, which may build on each other in any order.
    pub fn new(definitions: &[UnitDefinition]) -> (Self, Vec<Diagnostic>) {
        let mut units = Self::default();
        let mut problems = Vec::new();
        let mut waiting = Vec::new();
        for definition in definitions {
            match units.acceptable(definition) {
                Ok(()) => waiting.push(definition),
                Err(problem) => problems.push(problem.at(definition.symbol.span)),
            }
        }
        // Each round defines what builds on known units only; a round without progress leaves what is wrong.
        loop {
            let before = waiting.len();
            waiting.retain(|definition| units.define(definition).is_err());
            if waiting.len() == before {
                break;
            }
        }
        for definition in waiting {
            problems.extend(units.define(definition).err().into_iter().flatten());
        }
        (units, problems)
    }

    fn acceptable(&self, definition: &UnitDefinition) -> Result<(), UnitProblem> {
        let symbol = definition.symbol.value.trim().to_owned();
        if !parse::is_word(&symbol) {
            return Err(UnitProblem::BadSymbol { symbol });
        }
        if self.word(&symbol).is_ok() {
            return Err(UnitProblem::AlreadyDefined { symbol });
        }
        Ok(())
    }

    fn define(&mut self, definition: &UnitDefinition) -> Result<(), Vec<Diagnostic>> {
        let symbol = definition.symbol.value.trim().to_owned();
        if self.symbols.contains_key(&symbol) {
            return Err(vec![
                UnitProblem::AlreadyDefined { symbol }.at(definition.symbol.span),
            ]);
        }
        let (dimension, scale, tag) = match &definition.equals {
            None => (Dimension::own(symbol.clone()), Rational::ONE, Tag::Plain),
            Some(equals) => self.amount(equals)?,
        };
        let own = Own {
            symbol: symbol.clone(),
            name: definition.name.clone(),
            dimension,
            scale,
            tag,
        };
        self.add(symbol, Symbol::Own(Arc::new(own)));
        Ok(())
    }

    /// A number of units, such as `15 亩` or `亩` alone.
    fn amount(&self, text: &Written) -> Result<(Dimension, Rational, Tag), Vec<Diagnostic>> {
        let (number, rest) = number_and_rest(&text.value);
        let start = text.value.len() - rest.len();
        let unit = self.read(&text.slice(start..text.value.len()))?;
        let count = match number {
            "" => Some(Rational::ONE),
            digits => Rational::from_decimal(digits).filter(|count| count.numerator() != 0),
        };
        let scale = count.and_then(|count| unit.scale().times(count));
        let scale = scale.ok_or_else(|| vec![UnitProblem::OutOfRange.at(text.span)])?;
        Ok((unit.dimension().clone(), scale, unit.tag()))
    }
}

/// Splits `15 亩` behind the number. A number alone is a unit text: `1`.
fn number_and_rest(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    end.map_or(("", text), |end| text.split_at(end))
}
