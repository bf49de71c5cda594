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

/// Reported figures of 2022.
const REPORTED: [f64; INDICATORS] = [
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
