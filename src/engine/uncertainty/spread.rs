//! How far the values of many draws are spread.

/// The shares of draws below each value of a spread.
pub const SHARES: [f64; 5] = [0.10, 0.25, 0.50, 0.75, 0.90];

/// The values that so many draws lie below, one for each of [`SHARES`].
pub type Spread = [f64; SHARES.len()];

/// Quantiles by selection, linear between neighbours (Hyndman and Fan's type 7). The shares stand in ascending order;
/// the values are left in another. Nothing where there are no values.
pub fn percentiles<const N: usize>(values: &mut [f64], shares: [f64; N]) -> Option<[f64; N]> {
    let last = values.len().checked_sub(1)? as f64;
    let mut result = [0.0; N];
    // Everything before `from` is no greater than anything after it.
    let mut from = 0;
    for (result, share) in result.iter_mut().zip(shares) {
        let at = last * share;
        let below = at as usize;
        let rest = values.get_mut(from..)?;
        let (_, &mut low, above) = rest.select_nth_unstable_by(below - from, f64::total_cmp);
        let high = above.iter().copied().fold(f64::INFINITY, f64::min);
        let beyond = at - below as f64;
        *result = if beyond > 0.0 {
            low + (high - low) * beyond
        } else {
            low
        };
        from = below;
    }
    Some(result)
}
