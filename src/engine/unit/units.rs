//! The vocabulary of one plan: the units everybody knows and those its author defines.

use std::collections::HashMap;
use std::sync::Arc;

use super::table::{KNOWN, PREFIXES, SI_PREFIXES, power_of_ten};
use super::{Dimension, Own, Rational, Symbol, Tag, Unit, UnitProblem, parse};
use crate::engine::diagnostic::{Diagnostic, Problem, Spanned};
use crate::engine::plan::UnitDefinition;
use crate::engine::suggest;

/// Reads unit texts.
#[derive(Debug, Clone)]
pub struct Units {
    symbols: HashMap<String, Symbol>,
    /// Spellings in a fixed order, for suggestions.
    spellings: Vec<String>,
}

impl Default for Units {
    fn default() -> Self {
        let mut units = Self {
            symbols: HashMap::new(),
            spellings: Vec::new(),
        };
        for known in KNOWN {
            for spelling in known.all_spellings() {
                units.add(spelling.to_owned(), Symbol::Known(known));
            }
        }
        units
    }
}

impl Units {
    /// The vocabulary with a plan's own units, which may build on each other in any order.
    pub fn new(definitions: &[UnitDefinition]) -> (Self, Vec<Diagnostic>) {
        let mut units = Self::default();
        let mut problems = Vec::new();
        let mut waiting: Vec<&UnitDefinition> = Vec::new();
        for definition in definitions {
            match units.acceptable(definition) {
                Ok(()) => waiting.push(definition),
                Err(problem) => problems.push(Diagnostic {
                    problem: Problem::Unit(problem),
                    span: definition.symbol.span,
                }),
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

    /// Reads a unit such as `万元/亩`, reporting every word that is no unit.
    pub fn read(&self, text: &Spanned<String>) -> Result<Unit, Vec<Diagnostic>> {
        let at = |place| text.part(place);
        let report = |problem, span| Diagnostic {
            problem: Problem::Unit(problem),
            span,
        };
        let written = text.value.trim();
        let factors = parse::factors(&text.value).map_err(|place| {
            vec![report(
                UnitProblem::Unreadable {
                    text: written.to_owned(),
                },
                at(place),
            )]
        })?;
        let mut problems = Vec::new();
        let mut product = Unit::plain();
        for factor in factors {
            let next = self
                .word(&factor.word)
                .and_then(|unit| {
                    if factor.power == 1 {
                        Ok(unit)
                    } else {
                        unit.power(factor.power)
                    }
                })
                .and_then(|unit| product.times(&unit));
            match next {
                Ok(times) => product = times,
                Err(problem) => problems.push(report(problem, at(factor.place))),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        // Only a lone % or 百分点 is a kind of number; 千克/吨 is a plain one.
        let tag = if product.terms.len() == 1 {
            product.tag
        } else {
            Tag::Plain
        };
        Ok(Unit {
            written: Some(written.into()),
            tag,
            ..product
        })
    }

    /// The unit of one word: a symbol, alone or behind a prefix.
    fn word(&self, word: &str) -> Result<Unit, UnitProblem> {
        if let Some(unit) = self.symbol(Rational::ONE, word) {
            return Ok(unit);
        }
        let prefixed = PREFIXES.iter().find_map(|prefix| {
            let rest = word
                .strip_prefix(prefix.zh)
                .or_else(|| strip_word(word, prefix.en))?;
            let factor = power_of_ten(prefix.power);
            if rest.is_empty() {
                Some(Unit {
                    factor,
                    scale: factor,
                    ..Unit::plain()
                })
            } else {
                self.symbol(factor, rest)
            }
        });
        let si = || {
            SI_PREFIXES.iter().find_map(|prefix| {
                let rest = word
                    .strip_prefix(prefix.en)
                    .or_else(|| word.strip_prefix(prefix.zh))?;
                let unit = self.symbol(power_of_ten(prefix.power), rest)?;
                matches!(unit.terms.as_slice(), [(Symbol::Known(known), 1)] if known.si)
                    .then_some(unit)
            })
        };
        prefixed.or_else(si).ok_or_else(|| UnitProblem::Unknown {
            word: word.to_owned(),
            nearest: suggest::nearest(word, self.spellings.iter().map(String::as_str))
                .map(str::to_owned),
        })
    }

    fn symbol(&self, factor: Rational, word: &str) -> Option<Unit> {
        let symbol = self
            .symbols
            .get(word)
            .or_else(|| self.symbols.get(&format!("{word}s")))?;
        if matches!(symbol, Symbol::Known(known) if known.zh == "1") {
            return (factor == Rational::ONE).then(Unit::plain);
        }
        Unit::of_symbol(factor, symbol.clone())
    }

    fn acceptable(&self, definition: &UnitDefinition) -> Result<(), UnitProblem> {
        let symbol = definition.symbol.value.trim();
        if !parse::is_word(symbol) {
            return Err(UnitProblem::BadSymbol {
                symbol: symbol.to_owned(),
            });
        }
        if self.word(symbol).is_ok() {
            return Err(UnitProblem::AlreadyDefined {
                symbol: symbol.to_owned(),
            });
        }
        Ok(())
    }

    fn define(&mut self, definition: &UnitDefinition) -> Result<(), Vec<Diagnostic>> {
        let symbol = definition.symbol.value.trim().to_owned();
        if self.symbols.contains_key(&symbol) {
            let problem = UnitProblem::AlreadyDefined { symbol };
            return Err(vec![Diagnostic {
                problem: Problem::Unit(problem),
                span: definition.symbol.span,
            }]);
        }
        let (dimension, scale, tag) = match &definition.equals {
            None => (Dimension::own(symbol.clone()), Rational::ONE, Tag::Plain),
            Some(equals) => {
                let unit = self.amount(equals)?;
                (unit.dimension, unit.scale, unit.tag)
            }
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

    /// A number of units, such as `15 亩`; the number may be missing.
    fn amount(&self, text: &Spanned<String>) -> Result<Unit, Vec<Diagnostic>> {
        let start = text.value.len() - text.value.trim_start().len();
        let digits = text.value[start..]
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .map_or(text.value.len(), |end| start + end);
        let number = &text.value[start..digits];
        let unit = if number.is_empty() || digits == text.value.len() {
            self.read(text)?
        } else {
            let rest = Spanned {
                value: text.value[digits..].to_owned(),
                span: text.part(digits..text.value.len()),
            };
            self.read(&rest)?
        };
        let out_of_range = || {
            vec![Diagnostic {
                problem: Problem::Unit(UnitProblem::OutOfRange),
                span: text.span,
            }]
        };
        let count = if number.is_empty() {
            Rational::ONE
        } else {
            Rational::from_decimal(number).ok_or_else(out_of_range)?
        };
        if count.numerator() == 0 {
            return Err(out_of_range());
        }
        let scale = unit.scale.times(count).ok_or_else(out_of_range)?;
        Ok(Unit { scale, ..unit })
    }

    fn add(&mut self, spelling: String, symbol: Symbol) {
        self.spellings.push(spelling.clone());
        self.symbols.insert(spelling, symbol);
    }
}

/// What follows an English prefix and a blank; empty where nothing follows.
fn strip_word<'a>(word: &'a str, prefix: &str) -> Option<&'a str> {
    let rest = word.strip_prefix(prefix)?;
    if rest.is_empty() {
        Some(rest)
    } else {
        rest.strip_prefix(' ').map(str::trim_start)
    }
}
