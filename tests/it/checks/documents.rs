//! The known inconsistencies of the documents: which finding shows each, and that its numbers are right, recomputed from
//! what the documents print.

use std::collections::BTreeMap;

use attain::engine::lang::Lang;

use super::shipped::told;
use super::{id, report};
use crate::models::{SHIPPED, shipped, with_diagnostics};

const KAIPING: &str = "kaiping-2021-2025";
const PINGHU: &str = "pinghu-2023-2027";
const YANGJIANG: &str = "yangjiang-2023-2027";
const JIANGXI: &str = "jiangxi-pilot-zones-2021-2025";
const JIANGHAI: &str = "jianghai-2021-2025";

/// What the findings of a plan say, by subject; spaces and separators of thousands aside.
fn findings(plan: &str) -> BTreeMap<String, [String; 2]> {
    let (plan, model, _) = with_diagnostics(&shipped(plan));
    let report = report(&plan, &model);
    let mut words: BTreeMap<String, [String; 2]> = BTreeMap::new();
    for finding in &report.findings {
        let both = words.entry(id(&plan, finding.subject)).or_default();
        for (words, lang) in both.iter_mut().zip([Lang::Zh, Lang::En]) {
            let told = told(&plan, &model, finding, lang);
            words.push_str(&told.replace(['\u{a0}', ',', ' '], "").replace('−', "-"));
        }
    }
    words
}

/// Average yearly growth over so many years, in per cent.
fn yearly(from: f64, to: f64, years: i32) -> f64 {
    ((to / from).powf(1.0 / f64::from(years)) - 1.0) * 100.0
}

/// Kaiping: plan, finding, a number of it, and with how many decimals it is told.
fn of_kaiping() -> Vec<(&'static str, f64, usize)> {
    let chain = 1.076 * 1.096 * 1.105 * 0.838 * 1.029;
    let ratio = 114.33 / 430.38;
    let parcels = 7.256 + 48.3866 + 76.3276 + 125.1182 + 101.2233;
    vec![
        ("k1-levels-growth", (109.76 / 114.33 - 1.0) * 100.0, 1),
        ("k1-levels-growth", (129.8 / 109.76 - 1.0) * 100.0, 1),
        ("k2-scope", 17.07 / 1.233, 2),
        ("k3-part-whole", 370.0, 0),
        ("k3-part-whole", 325.92, 2),
        ("k4-firm-counts", 56.0, 0),
        ("k4-firm-counts", 53.0, 0),
        ("k5-loss-share", 58.0 / 341.0 * 100.0, 1),
        ("k5-loss-share", 58.0 / 0.1481, 0),
        ("k6-multiple", 164.0 / 27.0, 2),
        ("k6-multiple", 164.0 / 27.0 - 1.0, 2),
        ("hnte", 213.0, 0),
        ("hnte", 190.0, 0),
        ("k8-cluster-met", 430.38 * 0.5771, 1),
        ("k10-straight-line", 420.0 / 3.0, 0),
        ("k10-straight-line", 700.0 / 5.0, 0),
        ("k11-investment", 229.14 / 2.0, 2),
        ("k11-investment", 229.14 / 2.0 * 5.0, 1),
        ("k13-steep", yearly(15.2, 20.1, 2), 1),
        ("k13-steep", (1.256 / 1.171 - 1.0) * 100.0, 1),
        ("k14-reclassified", (chain - 1.0) * 100.0, 1),
        ("k14-reclassified", yearly(1.0, chain, 5), 1),
        ("k14-reclassified", 1.3582f64.powi(5) / chain, 1),
        ("k14-reclassified", 1.1616f64.powi(5) / chain, 1),
        ("k15-no-base", 114.33 / 391.14 * 100.0, 1),
        ("k15-no-base", yearly(35.5, 40.0, 2), 2),
        ("k16-shares-fall", 20.37, 2),
        ("k16-shares-fall", 49.4, 1),
        ("k17-no-growth", 3.0, 0),
        ("k18-park-scope", 18.5 / ratio, 1),
        ("k18-park-scope", yearly(18.5 / ratio, 200.0, 3), 0),
        ("k18-park-scope", 84.08 / ratio, 1),
        ("k19-land", parcels, 2),
        ("k19-land", parcels * 15.0, 1),
        ("k19-land", parcels / 100.0, 2),
        ("k19-land", 18_900.0 / parcels, 0),
        ("k22-peak", 430.38 / (1.0 - 0.1603), 1),
    ]
}

fn of_pinghu() -> Vec<(&'static str, f64, usize)> {
    let growth = mixes(&[]).map(|mix| 1.0 / mean(&mix, |town| 1.0 / (1.0 + town.growth)) - 1.0);
    let all_rows = mixes(&[Row::Tax, Row::NewTech]);
    let with_all = all_rows
        .clone()
        .map(|mix| 1.0 / mean(&mix, |town| 1.0 / (1.0 + town.growth)) - 1.0);
    let research: Vec<f64> = all_rows
        .map(|mix| mean(&mix, |town| town.research))
        .collect();
    let [with_all, growth] = [with_all.collect::<Vec<_>>(), growth.collect()];
    let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    vec![
        ("p1-land", 3500.0, 0),
        ("p1-land", 5000.0, 0),
        ("p1-land", 2000.0, 0),
        ("a3-10", 1.0 + 2.0 + 1.0 + 2.0 + 2.0 + 2.0 + 1.0 + 1.0, 0),
        ("a3-11", 1.0 + 2.0 + 1.0 + 2.0 + 2.0 + 2.0 + 1.0 + 1.0, 0),
        ("p4-growth", least(&growth) * 100.0, 2),
        ("p4-growth", least(&with_all) * 100.0, 2),
        ("p4-growth", greatest(&with_all) * 100.0, 2),
        ("p5-rd", least(&research), 2),
        ("p5-rd", greatest(&research), 2),
        ("p5-rd", 0.2 / (1.0 + 0.2) * 100.0, 1),
        ("p6-digital", yearly(91.0, 110.0, 2), 1),
        ("p7-productivity", 31.0 * 1.06 * 1.06, 2),
        ("p8-cluster", yearly(1250.0, 2050.0, 2), 1),
        ("p8-cluster", yearly(2050.0, 2800.0, 2), 1),
        ("p9-nested", 2800.0 / 0.9, 0),
        ("p9-nested", 2800.0 * 0.6, 0),
        ("p10-tax", 35.0 / 205.0 * 100.0, 1),
        ("p10-tax", 36.0 / 240.0 * 100.0, 1),
        ("p10-tax", 37.0 / 250.0 * 100.0, 1),
        ("p11-energy", 4.5 * 5.0, 1),
        ("p12-population", 953.0 / 15.6, 2),
        ("p12-population", 953.0 / 65.0, 1),
        ("p12-population", (18.0f64 * 953.0 / 15.6).ceil(), 0),
        ("p12-population", (20.0f64 * 953.0 / 15.6).ceil(), 0),
        ("p13-denominator", 118.0 / 0.3, 0),
        ("p14-sum", 118.0 * (1.0 + 1.2 + 1.44 + 1.728 + 2.0736), 1),
        ("p14-sum", 118.0 / 1.2, 1),
    ]
}

#[test]
fn every_number_of_the_known_inconsistencies_is_shown() {
    let elsewhere = [
        (YANGJIANG, "y1-thousand", 2000.0, 0),
        (YANGJIANG, "y2-hundred", 3.0 + 5.0 + 1.0, 0),
        (YANGJIANG, "y3-scale", 2.0 * 1000.0 + 6.0 * 100.0, 0),
        (YANGJIANG, "y3-scale", 350.0 / 2600.0 * 100.0, 1),
        (YANGJIANG, "y3-scale", 350.0 / 3600.0 * 100.0, 1),
        (YANGJIANG, "y4-stock-addition", 7.0 - 2.0, 0),
        (YANGJIANG, "y5-seventy", 70.0, 0),
        (YANGJIANG, "y7-horizon", 2023.0 + 5.0, 0),
        (YANGJIANG, "y8-denominator", 60.0 * 5.0, 0),
        (YANGJIANG, "y9-projects", 6.0 * 5.0, 0),
        (YANGJIANG, "y10-expected", 1.2 * 60.0, 0),
        (JIANGXI, "x1-margin", 1.2, 1),
        (JIANGXI, "x3-province", 100.0 * 100.0 + 15.0 * 1000.0, 0),
        (JIANGXI, "x3-province", 85.0 * 100.0 + 15.0 * 1000.0, 0),
        (JIANGXI, "x5-index", yearly(1.0, 1.15, 5), 2),
        (JIANGXI, "x6-horizon", 2021.0 + 5.0, 0),
        (JIANGHAI, "j1-overlap", 70.0 + 38.0, 0),
    ];
    let of = |plan| move |(finding, number, decimals)| (plan, finding, number, decimals);
    let rows = of_kaiping().into_iter().map(of(KAIPING));
    let rows = rows
        .chain(of_pinghu().into_iter().map(of(PINGHU)))
        .chain(elsewhere);
    let all: BTreeMap<&str, _> = SHIPPED.iter().map(|plan| (*plan, findings(plan))).collect();
    let mut missing = Vec::new();
    for (plan, finding, number, decimals) in rows {
        let number = format!("{number:.decimals$}");
        let words = all[plan].get(finding);
        if words.is_none_or(|[zh, _]| !zh.contains(&number)) {
            missing.push(format!("{plan} {finding}: {number} in {words:?}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Remarks without a number of their own: other scopes, other words, damaged pages.
#[test]
fn every_other_trap_is_a_finding() {
    for (plan, expected) in [
        (
            KAIPING,
            &[
                "k9-table",
                "k12-overlap",
                "k20-whole-city",
                "k21-scopes",
                "k23-damage",
            ][..],
        ),
        (
            PINGHU,
            &[
                "p2-cumulative",
                "p15-lookalikes",
                "p16-wording",
                "p17-table",
                "p18-no-history",
                "p19-start",
                "p20-slips",
            ],
        ),
        (YANGJIANG, &["y6-no-base"]),
        (
            JIANGXI,
            &["x2-scope", "x4-reduction", "x7-damage", "x8-5020"],
        ),
        (
            JIANGHAI,
            &["j2-kept", "j3-yearly", "j4-no-base", "j5-slips", "j6-scope"],
        ),
    ] {
        let found = findings(plan);
        for finding in expected {
            assert!(found.contains_key(*finding), "{plan}: {finding}");
        }
    }
}

/// What annex 3 of Pinghu prints for a township: growth, tax per mu, value added per mu, R&D and new-technology shares.
#[derive(Clone, Copy)]
struct Town {
    growth: f64,
    tax: f64,
    value_added: f64,
    research: f64,
    new_tech: f64,
}

const fn town(growth: f64, tax: f64, value_added: f64, research: f64, new_tech: f64) -> Town {
    Town {
        growth,
        tax,
        value_added,
        research,
        new_tech,
    }
}

const TOWNS: [Town; 8] = [
    town(0.05, 15.0, 89.0, 4.4, 42.0),
    town(0.10, 49.0, 255.0, 2.2, 82.0),
    town(0.08, 27.0, 155.0, 3.6, 74.0),
    town(0.10, 14.0, 136.0, 4.3, 70.0),
    town(0.10, 24.0, 178.0, 3.3, 71.0),
    town(0.08, 37.0, 221.0, 2.0, 49.0),
    town(0.05, 14.0, 81.0, 3.5, 48.0),
    town(0.05, 17.0, 129.0, 3.2, 74.0),
];

/// Rows whose city figure the townships must add up to, besides value added per mu.
#[derive(Clone, Copy)]
enum Row {
    Tax,
    NewTech,
}

impl Row {
    /// What a township contributes per share of the city's value added, and what the city prints.
    fn equation(self) -> (fn(&Town) -> f64, f64) {
        match self {
            Self::Tax => (|town| town.tax / town.value_added, 35.0 / 205.0),
            Self::NewTech => (|town| town.new_tech, 69.0),
        }
    }
}

fn mean(shares: &[f64; 8], of: impl Fn(&Town) -> f64) -> f64 {
    shares
        .iter()
        .zip(&TOWNS)
        .map(|(share, town)| share * of(town))
        .sum()
}

/// The corners of all shares of the townships in the city's value added at which the printed city figures come out.
/// Whatever is linear in the shares is least and greatest at a corner.
fn mixes(rows: &[Row]) -> impl Iterator<Item = [f64; 8]> + Clone {
    let per_mu: (fn(&Town) -> f64, f64) = (|town| 1.0 / town.value_added, 1.0 / 205.0);
    let whole: (fn(&Town) -> f64, f64) = (|_| 1.0, 1.0);
    let mut equations = vec![whole, per_mu];
    equations.extend(rows.iter().map(|row| row.equation()));
    let n = equations.len();
    let chosen = (0u32..256).filter(move |set| set.count_ones() as usize == n);
    let corners = chosen.filter_map(|set| {
        let towns: Vec<usize> = (0..8).filter(|town| set & (1 << town) != 0).collect();
        let matrix = equations.iter().map(|(of, whole)| {
            let mut row: Vec<f64> = towns.iter().map(|&town| of(&TOWNS[town])).collect();
            row.push(*whole);
            row
        });
        let solution = solved(matrix.collect())?;
        let mut shares = [0.0; 8];
        for (&town, share) in towns.iter().zip(solution) {
            shares[town] = share;
        }
        shares
            .iter()
            .all(|share| *share >= -1e-12)
            .then_some(shares)
    });
    corners.collect::<Vec<_>>().into_iter()
}

/// The solution of linear equations, each with its right side last; none if they have no single one.
fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = rows.len();
    for column in 0..n {
        let pivot =
            (column..n).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        rows.swap(column, pivot);
        let pivot = rows[column].clone();
        if pivot[column].abs() < 1e-12 {
            return None;
        }
        for (position, row) in rows.iter_mut().enumerate() {
            if position != column {
                let factor = row[column] / pivot[column];
                row.iter_mut()
                    .zip(&pivot)
                    .for_each(|(value, pivot)| *value -= factor * pivot);
            }
        }
    }
    Some((0..n).map(|row| rows[row][n] / rows[row][row]).collect())
}
