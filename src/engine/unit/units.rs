//! The vocabulary of one plan: the units everybody knows and those its author defines.

use std::collections::HashMap;
use std::sync::Arc;

use super::parse::Factor;
use super::table::{KNOWN, PREFIXES, SI_PREFIXES, power_of_ten};
use super::{Parts, Rational, Symbol, Tag, Unit, UnitProblem, parse};
use crate::engine::diagnostic::{Diagnostic, Spanned};
use crate::engine::suggest;

/// Reads unit texts.
#[derive(Debug, Clone)]
pub struct Units {
    pub(super) symbols: HashMap<String, Symbol>,
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
    /// Reads a unit such as `万元/亩`, reporting every word that is no unit.
    pub fn read(&self, text: &Spanned<String>) -> Result<Unit, Vec<Diagnostic>> {
        let written = text.value.trim();
        let factors = parse::factors(&text.value).map_err(|place| {
            let text_as_written = written.to_owned();
            vec![
                UnitProblem::Unreadable {
                    text: text_as_written,
                }
                .at(text.part(place)),
            ]
        })?;
        let mut problems = Vec::new();
        let mut product = Unit::plain();
        for factor in factors {
            match self.multiplied(&product, &factor) {
                Ok(times) => product = times,
                Err(problem) => problems.push(problem.at(text.part(factor.place))),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        // Only a lone % or 百分点 is a kind of number; 千克/吨 is a plain one.
        let product = Arc::unwrap_or_clone(product.0);
        let tag = if product.terms.len() == 1 {
            product.tag
        } else {
            Tag::Plain
        };
        let written = Some(written.into());
        Ok(Parts {
            tag,
            written,
            ..product
        }
        .unit())
    }

    fn multiplied(&self, product: &Unit, factor: &Factor) -> Result<Unit, UnitProblem> {
        let unit = self.word(&factor.word)?;
        match factor.power {
            1 => product.times(&unit),
            power => product.times(&unit.power(power)?),
        }
    }

    /// The unit of one word: a symbol, alone or behind a prefix.
    pub(super) fn word(&self, word: &str) -> Result<Unit, UnitProblem> {
        if let Some(unit) = self.symbol(Rational::ONE, word) {
            return Ok(unit);
        }
        let prefixed = PREFIXES.iter().find_map(|prefix| {
            let rest = word
                .strip_prefix(prefix.zh)
                .or_else(|| strip_word(word, prefix.en))?;
            let factor = power_of_ten(prefix.power);
            if rest.is_empty() {
                let scale = factor;
                Some(
                    Parts {
                        factor,
                        scale,
                        ..Parts::plain()
                    }
                    .unit(),
                )
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
                matches!(unit.0.terms.as_slice(), [(Symbol::Known(known), 1)] if known.si)
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

    pub(super) fn add(&mut self, spelling: String, symbol: Symbol) {
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
