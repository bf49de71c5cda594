//! A share of draws, and how far it may be from the probability it stands for.

/// What became of a target over many draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chance {
    /// How many draws.
    pub draws: usize,
    /// In how many of them it is attained.
    pub attained: usize,
    /// In how many it cannot be decided.
    pub undetermined: usize,
}

impl Chance {
    /// The share of draws that attain it. Nothing where some cannot be decided.
    pub fn share(self) -> Option<f64> {
        let is_decided = self.undetermined == 0 && self.draws > 0;
        is_decided.then(|| self.attained as f64 / self.draws as f64)
    }

    /// The standard error of the share, as of independent draws.
    pub fn error(self) -> Option<f64> {
        let share = self.share()?;
        Some((share * (1.0 - share) / self.draws as f64).sqrt())
    }

    /// The 95 % interval of the probability (Wilson 1927), which says something where all draws agree, too.
    pub fn interval(self) -> Option<(f64, f64)> {
        /// The normal quantile of 97.5 %.
        const Z: f64 = 1.959_963_984_540_054;
        let (share, count) = (self.share()?, self.draws as f64);
        let square = Z * Z / count;
        let centre = (share + square / 2.0) / (1.0 + square);
        let spread = share * (1.0 - share) / count + square / (4.0 * count);
        let half = Z * spread.sqrt() / (1.0 + square);
        Some((centre - half, centre + half))
    }
}
