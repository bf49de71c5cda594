//! A number as decimal digits: where rounding happens, and what the texts are spelt from.

/// U+2212, as wide as a plus sign and never a line break.
pub(super) const MINUS: char = '−';
/// Decimal digits an `f64` is sure to carry; what lies beyond is noise of binary fractions.
pub(super) const RELIABLE_DIGITS: i32 = 15;

/// A finite number as decimal digits: ±0.d₁d₂d₃… × 10^point.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Decimal {
    negative: bool,
    /// Values 0 to 9, most significant first, without zeros at either end; empty for zero.
    digits: Vec<u8>,
    /// How many digits stand before the decimal point; negative for zeros right behind it.
    point: i32,
}

impl Decimal {
    /// The digits an `f64` is sure to carry; `None` if it is not finite.
    pub(super) fn new(x: f64) -> Option<Self> {
        if !x.is_finite() {
            return None;
        }
        let text = format!("{x:.*e}", RELIABLE_DIGITS as usize - 1);
        let (mantissa, exponent) = text.split_once('e')?;
        let digits = mantissa
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|b| b - b'0')
            .collect();
        let exponent: i32 = exponent.parse().ok()?;
        Some(
            Self {
                negative: x < 0.0,
                digits,
                point: exponent + 1,
            }
            .trimmed(),
        )
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let zeros = self.digits.iter().take_while(|d| **d == 0).count();
        self.digits.drain(..zeros);
        self.point -= zeros as i32;
        if self.digits.is_empty() {
            self.negative = false;
            self.point = 1;
        }
        self
    }

    fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of the first digit.
    pub(super) fn magnitude(&self) -> i32 {
        self.point - 1
    }

    /// Half to even, in one step, on the digits as they stand.
    pub(super) fn rounded(&self, decimals: i32) -> Self {
        let kept = self.point + decimals;
        if kept < 0 {
            return Self {
                digits: Vec::new(),
                ..self.clone()
            }
            .trimmed();
        }
        let kept = kept as usize;
        if kept >= self.digits.len() {
            return self.clone();
        }
        let (head, tail) = self.digits.split_at(kept);
        let is_odd = head.last().is_some_and(|d| d % 2 == 1);
        let up = match tail {
            [5] => is_odd,
            [first, ..] => *first >= 5,
            [] => false,
        };
        let mut rounded = Self {
            digits: head.to_vec(),
            ..self.clone()
        };
        if up {
            rounded.increment();
        }
        rounded.trimmed()
    }

    /// Adds one in the last digit.
    fn increment(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    pub(super) fn value(&self) -> f64 {
        let digits: String = self.digits.iter().map(|d| char::from(b'0' + d)).collect();
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}0.{digits}0e{}", self.point)
            .parse()
            .unwrap_or(f64::NAN)
    }

    fn sign(&self, plus: bool) -> Option<char> {
        match (self.negative, plus && !self.is_zero()) {
            (true, _) => Some(MINUS),
            (false, true) => Some('+'),
            (false, false) => None,
        }
    }

    /// The digit at a place: 0 is the first behind the point, −1 the ones.
    fn digit(&self, place: i32) -> char {
        let at = usize::try_from(self.point + place).ok();
        let digit = at.and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
        char::from(b'0' + digit)
    }

    /// Digits with separators, and at least `pad` decimals.
    pub(super) fn plain(&self, plus: bool, pad: i32) -> String {
        let mut text = String::from_iter(self.sign(plus));
        for place in -self.point.max(1)..0 {
            text.push(self.digit(place));
            if place < -1 && (place + 1) % 3 == 0 {
                text.push(',');
            }
        }
        let decimals = (self.digits.len() as i32 - self.point).max(pad);
        for place in 0..decimals {
            if place == 0 {
                text.push('.');
            }
            text.push(self.digit(place));
        }
        text
    }

    /// `1.235×10²¹`.
    pub(super) fn scientific(&self, plus: bool) -> String {
        const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        let one_before_point = Self {
            point: 1,
            ..self.clone()
        };
        let exponent = self.magnitude().to_string();
        let raised = exponent.chars().map(|c| match c.to_digit(10) {
            Some(digit) => RAISED[digit as usize],
            None => '⁻',
        });
        let mut text = one_before_point.plain(plus, 0);
        text.push_str("×10");
        text.extend(raised);
        text
    }
}
