//! Names of units for people: as written where the reader speaks that language, otherwise composed.

use super::table::{KNOWN, Known, PREFIXES, SI_PREFIXES, power_of_ten};
use super::{Rational, Symbol, Unit};
use crate::engine::lang::Lang;

impl Unit {
    /// The unit's name for a reader of `lang`: `万元/亩`, `10,000 yuan/mu`. Empty for plain numbers.
    pub fn name(&self, lang: Lang) -> String {
        if self.is_plain() {
            return String::new();
        }
        match &self.0.written {
            Some(written) if language_of(written).is_none_or(|own| own == lang) => {
                written.to_string()
            }
            _ => self.composed(lang),
        }
    }

    /// The unit as it is written after a number in a formula: `亿元` or `[万元/亩]`. Empty for plain numbers.
    pub fn suffix(&self) -> String {
        if self.is_plain() {
            return String::new();
        }
        let composed = || self.composed(Lang::Zh);
        behind_number(
            &self
                .0
                .written
                .as_deref()
                .map_or_else(composed, str::to_owned),
        )
    }

    fn composed(&self, lang: Lang) -> String {
        let mut above = Vec::new();
        let mut below = Vec::new();
        for (symbol, power) in &self.0.terms {
            let side = if *power > 0 { &mut above } else { &mut below };
            side.push((symbol, power.unsigned_abs()));
        }
        let (before_above, before_below) =
            prefixes(self.0.factor, above.first(), below.first(), lang);
        let several = below.len() > 1;
        let above = product(&before_above, &above, Number::Many, lang);
        // Per person, but per 10,000 persons.
        let number = if before_below.is_empty() {
            Number::One
        } else {
            Number::Many
        };
        let below = product(&before_below, &below, number, lang);
        let below = if several { format!("({below})") } else { below };
        match (above.as_str(), below.as_str()) {
            (above, "") => above.to_owned(),
            ("", below) => format!("1/{below}"),
            (above, below) => format!("{above}/{below}"),
        }
    }
}

/// A unit text as it is written after a number in a formula: in brackets unless it is one word.
pub fn behind_number(text: &str) -> String {
    let text = text.trim();
    if super::parse::is_word(text) {
        text.to_owned()
    } else {
        format!("[{text}]")
    }
}

/// The language of a unit's spelling; none for international symbols such as `%`.
fn language_of(text: &str) -> Option<Lang> {
    if text.chars().any(|c| c > '\u{2E80}' && c != '％') {
        Some(Lang::Zh)
    } else if text.chars().any(char::is_alphabetic) {
        Some(Lang::En)
    } else {
        None
    }
}

type Term<'a> = (&'a Symbol, u8);

/// How many of a unit its name speaks of.
#[derive(Clone, Copy)]
enum Number {
    One,
    Many,
}

/// What stands before the first unit above the line and before the first below it, so that together they make `factor`.
fn prefixes(
    factor: Rational,
    above: Option<&Term<'_>>,
    below: Option<&Term<'_>>,
    lang: Lang,
) -> (String, String) {
    let nothing = String::new();
    if factor == Rational::ONE {
        return (nothing.clone(), nothing);
    }
    let si = || above.and_then(|term| si_prefix(factor, term, lang));
    // 百万吨 rather than 兆吨, but Mt rather than million t.
    let named = match lang {
        Lang::Zh => prefix(factor, above, lang).or_else(si),
        Lang::En => si().or_else(|| prefix(factor, above, lang)),
    };
    if let Some(named) = named {
        return (named, nothing);
    }
    if below.is_some()
        && let Some(inverse) = factor.inverse()
        && let Some(prefix) = prefix(inverse, below, lang)
    {
        return (nothing, prefix);
    }
    let number = match factor.denominator() {
        1 => factor.numerator().to_string(),
        denominator => format!("{}/{denominator}", factor.numerator()),
    };
    (
        if above.is_some() {
            format!("{number} ")
        } else {
            number
        },
        nothing,
    )
}

fn prefix(factor: Rational, first: Option<&Term<'_>>, lang: Lang) -> Option<String> {
    let prefix = PREFIXES
        .iter()
        .find(|prefix| power_of_ten(prefix.power) == factor)?;
    match lang {
        Lang::Zh => (!is_raised_with(prefix.zh, first)).then(|| prefix.zh.to_owned()),
        Lang::En => Some(format!("{} ", prefix.en)),
    }
}

/// Whether the power of a unit would take the prefix along: 千米² are square kilometres, not a thousand square metres.
fn is_raised_with(prefix: &str, first: Option<&Term<'_>>) -> bool {
    let Some((Symbol::Known(known), 2..)) = first else {
        return false;
    };
    known.si && SI_PREFIXES.iter().any(|si| si.zh == prefix)
}

fn si_prefix(factor: Rational, first: &Term<'_>, lang: Lang) -> Option<String> {
    let (Symbol::Known(known), 1) = first else {
        return None;
    };
    let prefix = SI_PREFIXES
        .iter()
        .find(|prefix| power_of_ten(prefix.power) == factor)?;
    let symbol = match lang {
        Lang::Zh => prefix.zh,
        Lang::En => prefix.en,
    };
    known.si.then(|| symbol.to_owned())
}

fn product(before: &str, terms: &[Term<'_>], number: Number, lang: Lang) -> String {
    let names: Vec<String> = terms
        .iter()
        .map(|term| power(*term, number, lang))
        .collect();
    let joined = format!("{before}{}", names.join("·"));
    // A prefix without a unit stands alone.
    joined.trim_end().to_owned()
}

fn power((symbol, power): Term<'_>, number: Number, lang: Lang) -> String {
    let raised = |name: &str| raised(name, power);
    match symbol {
        // m² has a name of its own in Chinese.
        Symbol::Known(known) => match KNOWN.iter().find(|other| other.en == raised(known.en)) {
            Some(named) => in_language(named, number, lang).to_owned(),
            None => raised(in_language(known, number, lang)),
        },
        Symbol::Own(own) => match &own.name {
            Some(name) if !name.is_empty() => raised(name.get(lang)),
            _ => raised(&own.symbol),
        },
    }
}

fn raised(name: &str, power: u8) -> String {
    // km² squared is km^4.
    let powers = [('²', 2), ('³', 3)];
    let square = powers
        .iter()
        .find_map(|(sign, times)| Some((name.strip_suffix(*sign)?, power.saturating_mul(*times))));
    match square.unwrap_or((name, power)) {
        (_, _) if power == 1 => name.to_owned(),
        (name, 2) => format!("{name}²"),
        (name, 3) => format!("{name}³"),
        (name, other) => format!("{name}^{other}"),
    }
}

fn in_language(known: &Known, number: Number, lang: Lang) -> &'static str {
    match (lang, number) {
        (Lang::Zh, _) => known.zh,
        (Lang::En, Number::Many) => known.en,
        (Lang::En, Number::One) => known.singular(),
    }
}
