//! Exact rational numbers: the scales of units, so that a conversion there and back is the identity.

/// A positive or negative fraction in lowest terms with a positive denominator.
///
/// Arithmetic is exact; where a result would not fit it is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rational {
    numerator: i128,
    denominator: i128,
}

impl Rational {
    /// The number one.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    /// A fraction, reduced. `None` for a zero denominator.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = greatest_common_divisor(numerator.checked_abs()?, denominator.checked_abs()?);
        let sign = denominator.signum();
        Some(Self {
            numerator: sign * (numerator / divisor),
            denominator: sign * (denominator / divisor),
        })
    }

    /// A plain decimal such as `0.5` or `15`; no sign, no exponent.
    pub fn from_decimal(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = [whole, fraction].concat();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let places = u32::try_from(fraction.len()).ok()?;
        Self::new(digits.parse().ok()?, 10_i128.checked_pow(places)?)
    }

    /// Above the line.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// Below the line; always positive.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// Product.
    pub fn times(self, other: Self) -> Option<Self> {
        // Cross-reduced first, so that only results that do not fit overflow.
        let left = Self::new(self.numerator, other.denominator)?;
        let right = Self::new(other.numerator, self.denominator)?;
        Self::new(
            left.numerator.checked_mul(right.numerator)?,
            left.denominator.checked_mul(right.denominator)?,
        )
    }

    /// Quotient. `None` for a division by zero.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(other.inverse()?)
    }

    /// One over it. `None` for zero.
    pub fn inverse(self) -> Option<Self> {
        Self::new(self.denominator, self.numerator)
    }

    /// Integer power. `None` for zero to a negative power.
    pub fn power(self, exponent: i8) -> Option<Self> {
        let base = if exponent < 0 { self.inverse()? } else { self };
        let times = u32::from(exponent.unsigned_abs());
        Self::new(
            base.numerator.checked_pow(times)?,
            base.denominator.checked_pow(times)?,
        )
    }

    /// `value` times this fraction, as one multiplication and one division, so that 7 by 1/100 is 7 ÷ 100 exactly
    /// rounded once.
    pub fn scale(self, value: f64) -> f64 {
        value * self.numerator as f64 / self.denominator as f64
    }
}

fn greatest_common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
