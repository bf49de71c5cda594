//! Numbers as people read them: the one formatter of diagnostics, command line and screen.
//!
//! Takes an `f64` that is already in the unit it is shown in and returns text. Rounding happens here and nowhere else
//! between engine and reader, and never decides anything: verdicts are taken on unrounded values, and
//! [`Precision::for_comparison`] makes the text agree with them.
//!
//! Signs are the true minus sign `−` and `+`; thousands are separated by commas in both languages. A year is a name
//! rather than a quantity: print the integer itself.

mod decimal;

use crate::engine::lang::Lang;
use crate::engine::number::{greater, same};
use decimal::{Decimal, MINUS, RELIABLE_DIGITS};

/// What stands for a number that is unknown or not finite.
pub const UNKNOWN: &str = "—";
/// Significant digits of a number nobody asked to be more exact.
const USUAL_DIGITS: i32 = 4;
/// Powers of ten outside of which a number is written as a product with one.
const PLAIN: std::ops::Range<i32> = -6..15;

/// How many decimals a group of numbers is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Precision {
    decimals: i32,
}

impl Precision {
    /// Exactly this many decimals; negative for tens, hundreds and so on.
    pub const fn decimals(decimals: i32) -> Self {
        Self { decimals }
    }

    /// Four significant digits; whole numbers in full, as long as they are written out.
    pub fn needed(x: f64) -> Self {
        Self::significant(x, USUAL_DIGITS)
    }

    /// So many significant digits; whole numbers in full, as long as they are written out.
    pub fn significant(x: f64, digits: i32) -> Self {
        let Some(exact) = Decimal::new(x) else {
            return Self::decimals(0);
        };
        let decimals = digits - 1 - exact.magnitude();
        let is_written_out = exact.magnitude() < PLAIN.end;
        Self::decimals(if is_written_out {
            decimals.max(0)
        } else {
            decimals
        })
    }

    /// The decimals a number is written with in a text that begins with it; none behind its point are none.
    pub fn read(text: &str) -> Self {
        let is_of_number = |c: &char| c.is_ascii_digit() || [',', '.', '+', MINUS].contains(c);
        let number: String = text.chars().take_while(is_of_number).collect();
        let decimals = number
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        Self::decimals(decimals as i32)
    }

    /// Enough decimals for a value beside its thresholds to tell the truth: written with them, the value lies on the
    /// same side of every threshold as it does unrounded, and the difference does not vanish (GB/T 8170 compares in
    /// full). What the tolerance of the engine counts as equal may look equal.
    pub fn for_comparison(value: f64, thresholds: impl IntoIterator<Item = f64>) -> Self {
        thresholds
            .into_iter()
            .fold(Self::needed(value), |precision, threshold| {
                precision.telling_apart(value, threshold)
            })
    }

    /// Bounds of a value: both, or the one there is.
    pub fn between(self, low: f64, high: f64) -> String {
        match (low.is_finite(), high.is_finite()) {
            (true, true) if low >= high => self.number(low),
            (true, true) => format!("{}–{}", self.number(low), self.number(high)),
            (true, false) => format!("≥ {}", self.number(low)),
            (false, true) => format!("≤ {}", self.number(high)),
            (false, false) => UNKNOWN.to_owned(),
        }
    }

    fn telling_apart(self, value: f64, threshold: f64) -> Self {
        let start = self.decimals.max(Self::needed(threshold).decimals);
        let finest = RELIABLE_DIGITS - 1 - PLAIN.start;
        let decimals = (start..=finest)
            .find(|&decimals| Self { decimals }.is_faithful(value, threshold))
            .unwrap_or(start);
        Self { decimals }
    }

    fn is_faithful(self, value: f64, threshold: f64) -> bool {
        if same(value, threshold) || !value.is_finite() || !threshold.is_finite() {
            return true;
        }
        let (shown, line) = (self.round(value), self.round(threshold));
        let difference = self.round(value - threshold);
        greater(value, threshold) == greater(shown, line)
            && greater(threshold, value) == greater(line, shown)
            && difference != 0.0
    }

    /// The nearest number with these decimals, half to even on the decimal digits, in one step (GB/T 8170).
    pub fn round(self, x: f64) -> f64 {
        Decimal::new(x).map_or(x, |d| d.rounded(self.decimals).value())
    }

    /// The number without superfluous zeros: `237.6`, `1,708`, `−0.17`, `40`.
    pub fn number(self, x: f64) -> String {
        self.text(x, false, false)
    }

    /// The number with its sign, for changes and margins: `+0.4`, `−2.4`, `0`.
    pub fn signed(self, x: f64) -> String {
        self.text(x, true, false)
    }

    /// The number with all its decimals, for columns and axes that line up: `40.0`.
    pub fn padded(self, x: f64) -> String {
        self.text(x, false, true)
    }

    fn text(self, x: f64, plus: bool, pad: bool) -> String {
        let Some(exact) = Decimal::new(x) else {
            return UNKNOWN.to_owned();
        };
        let rounded = exact.rounded(self.decimals);
        if PLAIN.contains(&rounded.magnitude()) {
            rounded.plain(plus, if pad { self.decimals } else { 0 })
        } else {
            rounded.scientific(plus)
        }
    }
}

/// A number with the decimals it needs: `237.6`, `1,708`, `2.005`.
pub fn number(x: f64) -> String {
    Precision::needed(x).number(x)
}

/// A change or margin with the decimals it needs: `+0.4`, `−342`.
pub fn signed(x: f64) -> String {
    Precision::needed(x).signed(x)
}

/// A fraction as per cent: 0.082 is `8.2%`.
pub fn percent(fraction: f64) -> String {
    with_unit(&number(fraction * 100.0), "%")
}

/// A number with the larger unit of counting people would say: `123.5万`, `2.1亿`; `1.235M`, `2.1bn`.
pub fn compact(x: f64, lang: Lang) -> String {
    let steps: &[(f64, &str)] = match lang {
        Lang::Zh => &[(1e12, "万亿"), (1e8, "亿"), (1e4, "万")],
        Lang::En => &[(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")],
    };
    let step = steps.iter().find(|(size, _)| x.abs() >= *size);
    let (scaled, word) = step.map_or((x, ""), |(size, word)| (x / size, *word));
    if scaled.is_finite() {
        number(scaled) + word
    } else {
        UNKNOWN.to_owned()
    }
}

/// A number joined to its unit so that no line break comes between: `8.2%`, `237.6 万元/亩`.
pub fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" | "1" => number.to_owned(),
        "%" | "‰" => format!("{number}{unit}"),
        // A unit that begins with a number of its own would make one number of the two.
        _ if unit.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{number}\u{a0}×\u{a0}{unit}")
        }
        _ => format!("{number}\u{a0}{unit}"),
    }
}

/// The unit of differences between shares.
pub fn points(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "百分点",
        Lang::En => "pp",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// GB/T 8170-2008, rounding to a multiple of a power of ten: examples as published (vector TR-11).
    #[test]
    fn rounds_half_to_even_on_the_decimal_digits() {
        for (x, decimals, expected) in [
            (12.1498, 0, "12"),
            (12.1498, 1, "12.1"),
            (10.5002, 0, "11"),
            (1.050, 1, "1.0"),
            (0.35, 1, "0.4"),
            (-0.0365, 3, "−0.036"),
            (8.53459, 2, "8.53"),
            (1268.0, -2, "1,300"),
            (2500.0, -3, "2,000"),
            (3500.0, -3, "4,000"),
            // Where a rounding of the binary value goes wrong (vector TR-12).
            (1.005, 2, "1.00"),
            (1.015, 2, "1.02"),
            (1.45, 1, "1.4"),
            (0.615, 2, "0.62"),
            (2.5, 0, "2"),
            (-2.5, 0, "−2"),
            (39.97, 1, "40.0"),
            (9.96, 1, "10.0"),
            (0.04, 1, "0.0"),
            (-0.04, 1, "0.0"),
            (0.5, 0, "0"),
            (0.51, 0, "1"),
            (7.0, -1, "10"),
            (4.0, -1, "0"),
        ] {
            assert_eq!(Precision::decimals(decimals).padded(x), expected, "{x}");
        }
    }

    #[test]
    fn shows_the_decimals_a_number_needs() {
        for (x, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (237.6, "237.6"),
            (1708.4, "1,708"),
            (34.83, "34.83"),
            (18.4, "18.4"),
            (2.005, "2.005"),
            (0.1 + 0.2, "0.3"),
            (105.799_999_999_999_98, "105.8"),
            (1_234_567.0, "1,234,567"),
            (-999_999.6, "−1,000,000"),
            (0.000_123_456, "0.0001235"),
            (123_456_789_012_345.0, "123,456,789,012,345"),
            (1.234_56e21, "1.235×10²¹"),
            (-1.5e-9, "−1.5×10⁻⁹"),
            (9.999_96e15, "1×10¹⁶"),
            (f64::MAX, "1.798×10³⁰⁸"),
            (5e-324, "4.941×10⁻³²⁴"),
            (f64::NAN, "—"),
            (f64::INFINITY, "—"),
        ] {
            assert_eq!(number(x), expected, "{x}");
        }
    }

    #[test]
    fn signs_changes_with_true_signs() {
        for (x, expected) in [
            (0.4, "+0.4"),
            (-2.4, "−2.4"),
            (-342.0, "−342"),
            (0.0, "0"),
            (1234.0, "+1,234"),
        ] {
            assert_eq!(signed(x), expected, "{x}");
        }
    }

    /// Value, threshold, the value and the margin as shown. The first row is vector TR-08.
    #[test]
    fn a_value_is_shown_on_its_true_side_of_the_threshold() {
        for (value, threshold, expected, margin) in [
            (39.97, 40.0, "39.97", "−0.03"),
            (39.999_997, 40.0, "39.999997", "−0.000003"),
            (237.6, 240.0, "237.6", "−2.4"),
            (12_345.4, 12_345.6, "12,345.4", "−0.2"),
            (12_345.5, 12_345.0, "12,345.5", "+0.5"),
            (5.4992, 5.5, "5.499", "−0.001"),
            (5.499_92, 5.5, "5.4999", "−0.0001"),
            // Noise is not a difference (vector TR-09).
            (105.799_999_999_999_98, 105.8, "105.8", "0"),
            (1e-11, 0.0, "1×10⁻¹¹", "+1×10⁻¹¹"),
            (0.0, 1e-5, "0", "−0.00001"),
            (1.000_04e18, 1e18, "1.00004×10¹⁸", "+40,000,000,000,000"),
        ] {
            let precision = Precision::for_comparison(value, [threshold]);
            assert_eq!(precision.number(value), expected);
            assert_eq!(precision.signed(value - threshold), margin, "{value}");
        }
    }

    #[test]
    fn a_text_tells_how_precise_its_number_is() {
        for (text, value, again) in [
            ("237.6\u{a0}万元/亩", 237.62, "237.6"),
            ("1,708", 1708.4, "1,708"),
            ("40.0%", 40.01, "40.0"),
            ("−0.17\u{a0}百分点", -0.171, "−0.17"),
            ("35\u{a0}×\u{a0}10,000 yuan/mu", 35.2, "35"),
            ("—", 2.5, "2"),
        ] {
            assert_eq!(Precision::read(text).padded(value), again, "{text}");
        }
    }

    #[test]
    fn counts_in_the_units_people_say() {
        for (x, zh, en) in [
            (950.0, "950", "950"),
            (1_235_000.0, "123.5万", "1.235M"),
            (2.1e9, "21亿", "2.1bn"),
            (-3e12, "−3万亿", "−3tn"),
            (f64::NAN, "—", "—"),
        ] {
            assert_eq!(compact(x, Lang::Zh), zh);
            assert_eq!(compact(x, Lang::En), en);
        }
    }

    #[test]
    fn joins_units() {
        assert_eq!(with_unit("237.6", "万元/亩"), "237.6\u{a0}万元/亩");
        assert_eq!(with_unit("8.2", "%"), "8.2%");
        assert_eq!(with_unit("1.2", points(Lang::Zh)), "1.2\u{a0}百分点");
        assert_eq!(with_unit("3", "1"), "3");
        assert_eq!(
            with_unit("35", "10,000 yuan/mu"),
            "35\u{a0}×\u{a0}10,000 yuan/mu"
        );
        assert_eq!(percent(0.082), "8.2%");
    }

    /// Reads a shown number back, the way a person would.
    fn read(text: &str) -> f64 {
        let plain: String = text
            .chars()
            .filter(|c| *c != ',')
            .map(|c| if c == MINUS { '-' } else { c })
            .collect();
        plain.parse().unwrap()
    }

    proptest! {
        #[test]
        fn rounding_moves_by_half_a_step_at_most(x in -1e9..1e9_f64, decimals in -3..6_i32) {
            let step = 10_f64.powi(-decimals);
            let shown = read(&Precision::decimals(decimals).padded(x));
            // The second term is what fifteen digits leave out.
            prop_assert!((shown - x).abs() <= step / 2.0 + x.abs() * 1e-14);
        }

        #[test]
        fn what_is_read_decides_as_the_engine_does(threshold in -1e6..1e6_f64, off in -12..6_i32, sign in prop::bool::ANY) {
            let distance = 10_f64.powi(off) * if sign { 1.0 } else { -1.0 };
            let value = threshold + distance;
            prop_assume!(!same(value, threshold));
            let precision = Precision::for_comparison(value, [threshold]);
            let (shown, line) = (read(&precision.number(value)), read(&precision.number(threshold)));
            prop_assert_eq!(shown > line, value > threshold);
            prop_assert_eq!(shown < line, value < threshold);
        }
    }
}
