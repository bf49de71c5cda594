//! The vocabulary of one plan: the units everybody knows and those its author defines.

use std::collections::HashMap;
use std::sync::Arc;

use super::parse::Factor;
use super::table::{KNOWN, Known, PREFIXES, SI_PREFIXES, power_of_ten};
use super::{Parts, Rational, Symbol, Tag, Unit, UnitProblem, parse};
use crate::engine::diagnostic::Diagnostic;
use crate::engine::suggest;
use crate::engine::written::Written;

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
    pub fn read(&self, text: &Written) -> Result<Unit, Vec<Diagnostic>> {
        let written = text.value.trim();
        let factors = parse::factors(&text.value).map_err(|place| {
            let problem = UnitProblem::Unreadable {
                text: written.to_owned(),
            };
            vec![problem.at(text.part(place))]
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
        let tag = match product.terms.as_slice() {
            [(_, 1)] => product.tag,
            _ => Tag::Plain,
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
        let (prefix, unit) = self.word(&factor.word)?;
        let unit = number(prefix).times(&unit.power(factor.exponent)?)?;
        product.times(&unit.power(factor.power)?)
    }

    /// The prefix and unit of one word, either of which may be missing.
    pub(super) fn word(&self, word: &str) -> Result<(Rational, Unit), UnitProblem> {
        let behind_prefix = || {
            PREFIXES.iter().find_map(|prefix| {
                let unit = match prefix.strip(word)? {
                    "" => Unit::plain(),
                    rest => self.symbol_or_si(rest)?,
                };
                Some((power_of_ten(prefix.power), unit))
            })
        };
        let alone = self.symbol_or_si(word).map(|unit| (Rational::ONE, unit));
        alone
            .or_else(behind_prefix)
            .ok_or_else(|| UnitProblem::Unknown {
                word: word.to_owned(),
                nearest: self.nearest(word),
            })
    }

    /// What was probably meant; behind a prefix, with the prefix.
    fn nearest(&self, word: &str) -> Option<String> {
        let nearest = |word| suggest::nearest(word, self.spellings.iter().map(String::as_str));
        let behind_prefix = || {
            PREFIXES.iter().find_map(|prefix| {
                let rest = prefix.strip(word)?;
                let before = word.strip_suffix(rest)?;
                Some(format!("{before}{}", nearest(rest)?))
            })
        };
        nearest(word).map(str::to_owned).or_else(behind_prefix)
    }

    fn symbol_or_si(&self, word: &str) -> Option<Unit> {
        let si = || {
            SI_PREFIXES.iter().find_map(|prefix| {
                let rest = word
                    .strip_prefix(prefix.en)
                    .or_else(|| word.strip_prefix(prefix.zh))?;
                match self.symbol(rest)? {
                    symbol @ Symbol::Known(Known { si: true, .. }) => {
                        Unit::of_symbol(power_of_ten(prefix.power), symbol)
                    }
                    _ => None,
                }
            })
        };
        match self.symbol(word) {
            Some(symbol) => Unit::of_symbol(Rational::ONE, symbol),
            None => si(),
        }
    }

    /// A symbol; English nouns also in the singular.
    fn symbol(&self, word: &str) -> Option<&Symbol> {
        self.symbols
            .get(word)
            .or_else(|| self.symbols.get(&format!("{word}s")))
    }

    pub(super) fn add(&mut self, spelling: String, symbol: Symbol) {
        self.spellings.push(spelling.clone());
        self.symbols.insert(spelling, symbol);
    }
}

/// The unit of so many plain numbers.
fn number(factor: Rational) -> Unit {
    let scale = factor;
    Parts {
        factor,
        scale,
        ..Parts::plain()
    }
    .unit()
}
