//! The distributions a plan may state (methodology 4).

use super::beta::Beta;
use super::normal;
use crate::engine::plan::Distribution;

/// The values below which shares of a distribution lie. The shares stand in ascending order, each between 0 and 1.
pub fn quantiles(of: Distribution, shares: &[f64]) -> Vec<f64> {
    match of {
        Distribution::Uniform(low, high) => each(shares, |share| low + share * (high - low)),
        Distribution::Triangular(low, mode, high) => {
            each(shares, |share| triangular(low, mode, high, share))
        }
        Distribution::Normal(mean, deviation) => {
            each(shares, |share| mean + deviation * normal::quantile(share))
        }
        Distribution::Lognormal(mean, variation) => {
            let variance = libm::log1p(variation * variation);
            let (centre, deviation) = (libm::log(mean) - variance / 2.0, variance.sqrt());
            each(shares, |share| {
                libm::exp(centre + deviation * normal::quantile(share))
            })
        }
        Distribution::Pert(low, mode, high) => pert(low, mode, high, shares),
    }
}

fn each(shares: &[f64], mut quantile: impl FnMut(f64) -> f64) -> Vec<f64> {
    shares.iter().map(|&share| quantile(share)).collect()
}

fn triangular(low: f64, mode: f64, high: f64, share: f64) -> f64 {
    let width = high - low;
    if share * width < mode - low {
        low + (share * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - share) * width * (high - mode)).sqrt()
    }
}

/// The beta distribution between the ends whose mean is (low + 4·mode + high) / 6.
fn pert(low: f64, mode: f64, high: f64, shares: &[f64]) -> Vec<f64> {
    let width = high - low;
    if width <= 0.0 {
        return vec![low; shares.len()];
    }
    let lean = (mode - low) / width;
    let beta = Beta::new(1.0 + 4.0 * lean, 5.0 - 4.0 * lean);
    let mut last = 0.5;
    each(shares, |share| {
        // One share lies close to the next.
        last = beta.quantile(share, last);
        low + last * width
    })
}
