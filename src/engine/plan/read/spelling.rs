//! How ids, years and dates are spelled.

use crate::engine::formula::is_name;
use crate::engine::index::Year;
use crate::engine::plan::format::YEARS;

/// Whether an id is spelled as the names in formulas are: letters, Chinese among them, digits and `_`, no digit first.
pub(super) fn is_spelled_as_name(id: &str) -> bool {
    id.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && id.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Whether an id means something else: to formulas as a word, to tables as a key. Names of functions are free, or a new
/// function would break old plans.
pub(super) fn is_reserved(id: &str) -> bool {
    !is_name(id) || matches!(id, "all" | "value")
}

/// Whether an id can stand in a link: as a name, and `-` and `.` within, digits first if you like.
pub(super) fn is_label(id: &str) -> bool {
    id.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && id
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Whether a key of a table is meant as a year: digits only.
pub(super) fn looks_like_year(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}

/// The year a text spells: four digits, within the format's limits.
pub(super) fn year(text: &str) -> Option<Year> {
    if text.len() != 4 || !looks_like_year(text) {
        return None;
    }
    text.parse().ok().filter(|year| YEARS.contains(year))
}

/// The year a number is.
pub(super) fn year_of_number(number: f64) -> Option<Year> {
    let year = number as Year;
    (f64::from(year) - number == 0.0 && YEARS.contains(&year)).then_some(year)
}

/// Whether a text is a price basis: a word, or a year of constant prices.
pub(super) fn is_price_basis(text: &str) -> bool {
    matches!(text, "current" | "comparable") || year(text).is_some()
}

/// Whether a text is a date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and in the calendar.
pub(super) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let Some(year) = parts.next().and_then(year) else {
        return false;
    };
    let mut two_digits = |limit: u32| match parts.next() {
        None => Some(None),
        Some(part) if part.len() == 2 && looks_like_year(part) => {
            let number: u32 = part.parse().ok()?;
            (1..=limit).contains(&number).then_some(Some(number))
        }
        Some(_) => None,
    };
    let Some(month) = two_digits(12) else {
        return false;
    };
    let Some(_) = two_digits(month.map_or(0, |month| days_in_month(year, month))) else {
        return false;
    };
    parts.next().is_none()
}

fn days_in_month(year: Year, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
