//! The beta distribution on 0 to 1, which PERT draws follow.

/// The distribution of two shapes, both at least 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beta {
    a: f64,
    b: f64,
    /// Logarithm of the beta function of the shapes.
    log_whole: f64,
}

impl Beta {
    pub fn new(a: f64, b: f64) -> Self {
        Self {
            a,
            b,
            log_whole: libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b),
        }
    }

    fn density(self, x: f64) -> f64 {
        let of = |shape: f64, x: f64| {
            if shape > 1.0 {
                (shape - 1.0) * libm::log(x)
            } else {
                0.0
            }
        };
        libm::exp(of(self.a, x) + of(self.b, 1.0 - x) - self.log_whole)
    }

    /// The share of the distribution below `x`: the regularised incomplete beta function.
    pub fn share(self, x: f64) -> f64 {
        if x <= 0.0 || x >= 1.0 {
            return f64::from(u8::from(x >= 1.0));
        }
        let log = self.a * libm::log(x) + self.b * libm::log1p(-x) - self.log_whole;
        // The fraction converges fast on this side of the mean.
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            libm::exp(log) * fraction(self.a, self.b, x) / self.a
        } else {
            1.0 - libm::exp(log) * fraction(self.b, self.a, 1.0 - x) / self.b
        }
    }

    /// The value below which a share of the distribution lies, looked for from a first guess: Newton's steps, halving
    /// the interval where one would leave it.
    pub fn quantile(self, share: f64, guess: f64) -> f64 {
        const STEPS: usize = 100;
        let (mut low, mut high) = (0.0, 1.0);
        let mut x = guess;
        for _ in 0..STEPS {
            let error = self.share(x) - share;
            if error > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let step = error / self.density(x);
            let next = x - step;
            let is_inside = low < next && next < high;
            let next = if is_inside {
                next
            } else {
                f64::midpoint(low, high)
            };
            if (next - x).abs() <= 1e-13 * x {
                return next;
            }
            x = next;
        }
        x
    }
}

/// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const STEPS: u32 = 200;
    let keep_off_zero = |value: f64| {
        if value.abs() < f64::MIN_POSITIVE {
            f64::MIN_POSITIVE
        } else {
            value
        }
    };
    let mut c = 1.0;
    let mut d = 1.0 / keep_off_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / keep_off_zero(1.0 + term * d);
            c = keep_off_zero(1.0 + term / c);
            change = c * d;
            result *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_those_of_the_closed_forms() {
        // B(1, b): 1 − (1 − x)^b; B(a, 1): x^a; B(2, 2): 3x² − 2x³.
        for x in [1e-6_f64, 0.1, 0.3, 0.5, 0.77, 0.999] {
            for (a, b, expected) in [
                (1.0, 5.0, 1.0 - libm::pow(1.0 - x, 5.0)),
                (5.0, 1.0, libm::pow(x, 5.0)),
                (2.0, 2.0, 3.0 * x * x - 2.0 * x * x * x),
            ] {
                let found = Beta::new(a, b).share(x);
                assert!((found - expected).abs() < 1e-14, "{a} {b} {x}: {found}");
            }
        }
    }

    #[test]
    fn a_quantile_leads_back_to_its_share() {
        for (a, b) in [
            (1.0, 5.0),
            (5.0, 1.0),
            (3.0, 3.0),
            (1.001, 4.999),
            (2.3, 3.7),
        ] {
            let beta = Beta::new(a, b);
            for share in [1e-9, 1e-4, 0.05, 0.5, 0.9, 0.9999, 1.0 - 1e-9] {
                for guess in [0.5, 1e-3, 0.999] {
                    let x = beta.quantile(share, guess);
                    assert!((beta.share(x) - share).abs() < 1e-12, "{a} {b} {share}");
                }
            }
        }
    }
}
