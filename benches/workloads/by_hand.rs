//! The city model of workload W1 written once by hand, in straight-line Rust: what the engine is measured against, and
//! what its results are compared with. Everything is recomputed on every change.

/// Years 2022 to 2035.
pub const YEARS: usize = 14;
/// Assumptions, in the order of the plan file.
pub const ASSUMPTIONS: usize = 15;
/// Indicators, in the order of the plan file.
pub const INDICATORS: usize = 20;

/// Lower and upper end of every assumption.
pub const RANGES: [(f64, f64); ASSUMPTIONS] = [
    (0.045, 0.080),
    (-0.004, 0.0005),
    (-0.010, 0.020),
    (800.0, 2200.0),
    (0.02, 0.12),
    (0.30, 0.70),
    (-0.004, 0.012),
    (0.10, 0.40),
    (0.038, 0.052),
    (0.08, 0.30),
    (0.16, 0.28),
    (35.0, 90.0),
    (0.015, 0.05),
    (0.020, 0.050),
    (0.05, 0.20),
];

/// Base value of every assumption.
pub const BASE: [f64; ASSUMPTIONS] = [
    0.065, -0.002, 0.008, 1500.0, 0.06, 0.50, 0.004, 0.25, 0.045, 0.18, 0.22, 60.0, 0.03, 0.035,
    0.12,
];

/// Reported figures of 2022, in the order of the plan file.
pub const REPORTED: [f64; INDICATORS] = [
    0.055, 0.060, 940.0, 470.0, 0.5, 800.0, 14000.0, 62500.0, 75.2, 62.5, 10.0, 156_250.0, 30.08,
    0.037, 34.78, 105.0, 105.0, 820.0, 0.42, 197.4,
];

/// Fills `out[indicator * YEARS + year]`.
pub fn city(a: &[f64; ASSUMPTIONS], out: &mut [f64; INDICATORS * YEARS]) {
    let [
        g0,
        dg,
        prem,
        ladd,
        ret,
        reuse,
        dtax,
        eel,
        rdcap,
        rdspd,
        invr,
        entnew,
        entexit,
        edec,
        tel,
    ] = *a;
    for (k, reported) in REPORTED.iter().enumerate() {
        out[k * YEARS] = *reported;
    }
    let [
        _,
        _,
        mut gdp,
        mut va,
        _,
        _,
        mut low,
        mut land,
        vpl0,
        tax0,
        _,
        mut emp,
        _,
        mut rdint,
        _,
        _,
        mut cuminv,
        mut ent,
        mut ei,
        _,
    ] = REPORTED;
    let (va0, rdint0) = (va, rdint);
    for t in 1..YEARS {
        let time = t as f64;
        let growth = (g0 + dg * (time - 1.0)).max(0.01);
        let mgrowth = growth + prem + 0.3 * (rdint - rdint0);
        gdp *= 1.0 + growth;
        va *= 1.0 + mgrowth;
        let retired = low * ret.min(1.0);
        low -= retired;
        land = land + ladd - (1.0 - reuse) * retired;
        let vpl = va * 10_000.0 / land;
        let tax = va * (tax0 / va0) * (1.0 + dtax * time) * (1.0 + 0.1 * (vpl / vpl0 - 1.0));
        emp *= 1.0 + eel * mgrowth;
        let rdint_before = rdint;
        rdint += rdspd * (rdcap - rdint);
        let inv = invr * va;
        cuminv += inv;
        ent = ent * (1.0 - entexit) + entnew;
        ei = ei * (1.0 - edec) * libm::pow(rdint_before / rdint, tel);
        let values = [
            growth,
            mgrowth,
            gdp,
            va,
            va / gdp,
            retired,
            low,
            land,
            vpl,
            tax,
            tax * 10_000.0 / land,
            emp,
            va * 10_000.0 / emp,
            rdint,
            rdint * gdp,
            inv,
            cuminv,
            ent,
            ei,
            ei * va,
        ];
        for (k, value) in values.iter().enumerate() {
            out[k * YEARS + t] = *value;
        }
    }
}

/// A target of the city: an indicator in a year against a threshold.
#[derive(Clone, Copy)]
pub struct Target {
    /// Position of the indicator.
    pub indicator: usize,
    /// Years after 2022.
    pub year: usize,
    threshold: f64,
    is_upper: bool,
}

impl Target {
    const fn at_least(indicator: usize, year: usize, threshold: f64) -> Self {
        Self {
            indicator,
            year: year - 2022,
            threshold,
            is_upper: false,
        }
    }

    const fn at_most(indicator: usize, year: usize, threshold: f64) -> Self {
        Self {
            indicator,
            year: year - 2022,
            threshold,
            is_upper: true,
        }
    }

    /// Whether a value attains it.
    pub fn holds(&self, value: f64) -> bool {
        if self.is_upper {
            value <= self.threshold
        } else {
            value >= self.threshold
        }
    }
}

/// The 17 targets of the plan file.
pub const TARGETS: [Target; 17] = [
    Target::at_least(2, 2027, 1260.0),
    Target::at_least(2, 2035, 1900.0),
    Target::at_least(3, 2027, 650.0),
    Target::at_least(3, 2035, 1050.0),
    Target::at_least(4, 2035, 0.54),
    Target::at_least(8, 2027, 98.0),
    Target::at_least(8, 2035, 140.0),
    Target::at_least(10, 2027, 13.5),
    Target::at_least(10, 2035, 20.5),
    Target::at_least(12, 2035, 53.0),
    Target::at_least(13, 2027, 0.0415),
    Target::at_least(13, 2035, 0.0435),
    Target::at_least(16, 2035, 2350.0),
    Target::at_least(17, 2035, 1150.0),
    Target::at_most(18, 2027, 0.35),
    Target::at_most(18, 2035, 0.26),
    Target::at_most(19, 2035, 270.0),
];
