//! Reading unit texts: words, products, quotients, powers and brackets.
//!
//! ```text
//! unit   = factor { ("/" | "·" | "*") factor }
//! factor = ( word | "(" unit ")" ) [ "²" | "³" | "^" integer ]
//! word   = letters, digits, % ‰ ° ℃ and currency signs; several with blanks between: "million EUR"
//! ```
//!
//! Full-width signs and `× ÷ −` count as their plain forms. A power belongs to the unit, not to a prefix before it: 万m²
//! are 10,000 square metres; but 1/万人 and 万人^-1 are the same.

use std::ops::Range;

use winnow::ModalResult;
use winnow::Parser;
use winnow::ascii::{dec_uint, space0, space1};
use winnow::combinator::{alt, cut_err, delimited, opt, preceded, repeat, terminated};
use winnow::stream::LocatingSlice;
use winnow::token::{one_of, take_while};

use crate::engine::fold::Folded;

/// Longest unit text read, in bytes. Bounds the depth of brackets as well.
pub(super) const LONGEST: usize = 200;

/// A word of a unit text, where it stands, and its power.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Factor {
    /// The word, signs folded.
    pub word: String,
    /// Where it stands in the text.
    pub place: Range<usize>,
    /// Power of the unit, behind any prefix; positive.
    pub exponent: i8,
    /// Power of all of it, from brackets; negative below the line.
    pub power: i8,
}

/// The factors of a unit text. On failure, the place where it stops making sense.
pub(super) fn factors(text: &str) -> Result<Vec<Factor>, Range<usize>> {
    if text.len() > LONGEST {
        return Err(0..text.len());
    }
    let folded = Folded::new(text);
    let read = delimited(space0, unit, space0).parse(LocatingSlice::new(folded.text()));
    match read {
        Ok(factors) => Ok(factors
            .into_iter()
            .map(|factor| Factor {
                place: folded.origin(factor.place),
                ..factor
            })
            .collect()),
        Err(error) => Err(folded.origin(error.offset()..folded.text().len())),
    }
}

/// Whether a unit text can stand behind a number without brackets.
pub(super) fn is_word(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some('%' | '‰'), None) => true,
        // `1e3` is a number.
        (Some('e' | 'E'), Some(second)) if second.is_ascii_digit() => false,
        (Some(first), _) => !first.is_ascii_digit() && text.chars().all(is_word_char),
        (None, _) => false,
    }
}

/// Whether a character can be part of a unit word behind a number.
pub fn is_word_char(c: char) -> bool {
    (c.is_alphanumeric() || is_sign(c)) && !matches!(c, '%' | '‰')
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '%' | '‰' | '°' | '℃' | '$' | '¥' | '€' | '£' | '²' | '³' | '㎡'
    )
}

type Input<'a> = LocatingSlice<&'a str>;

fn unit(input: &mut Input<'_>) -> ModalResult<Vec<Factor>> {
    let mut product = factor(input)?;
    while let Some(sign) = opt(operator).parse_next(input)? {
        let power = if sign == '/' { -1 } else { 1 };
        product.extend(
            factor
                .verify_map(|next| raised(next, power))
                .parse_next(input)?,
        );
    }
    Ok(product)
}

fn operator(input: &mut Input<'_>) -> ModalResult<char> {
    delimited(space0, one_of(['/', '*', '·']), space0).parse_next(input)
}

fn factor(input: &mut Input<'_>) -> ModalResult<Vec<Factor>> {
    let group = preceded(('(', space0), cut_err(terminated(unit, (space0, ')'))));
    let group =
        (group, opt(exponent)).verify_map(|(group, power)| raised(group, power.unwrap_or(1)));
    let word = (word, opt(exponent)).verify_map(|(word, power)| {
        let power = power.unwrap_or(1);
        let exponent = power.checked_abs()?;
        raised(vec![Factor { exponent, ..word }], power.signum())
    });
    alt((group, word)).parse_next(input)
}

fn exponent(input: &mut Input<'_>) -> ModalResult<i8> {
    let digits = dec_uint::<_, u8, _>.verify_map(|digits| i8::try_from(digits).ok());
    let signed =
        (opt('-'), digits).map(|(sign, digits)| if sign.is_some() { -digits } else { digits });
    alt(('²'.value(2), '³'.value(3), preceded('^', signed))).parse_next(input)
}

fn word(input: &mut Input<'_>) -> ModalResult<Factor> {
    let letters = || take_while(1.., is_letter);
    (
        letters(),
        repeat::<_, _, (), _, _>(0.., preceded(space1, letters())),
    )
        .take()
        .with_span()
        .map(|(word, place): (&str, _)| Factor {
            word: word.to_owned(),
            place,
            exponent: 1,
            power: 1,
        })
        .parse_next(input)
}

/// Whether a character can be part of a word; `,` for "10,000 yuan".
fn is_letter(c: char) -> bool {
    !matches!(c, '²' | '³') && (c.is_alphanumeric() || is_sign(c) || matches!(c, '_' | ','))
}

/// The factors to a power; nothing where it is out of range.
fn raised(factors: Vec<Factor>, power: i8) -> Option<Vec<Factor>> {
    let raise = |factor: Factor| {
        let power = factor.power.checked_mul(power)?;
        Some(Factor { power, ..factor })
    };
    factors.into_iter().map(raise).collect()
}
