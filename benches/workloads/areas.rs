//! The city of workload W2, made of areas: the data of any number of them, the plan with these filled in, and the model
//! written by hand, which recomputes everything or as little as one area's change needs.

use serde_json::{Map, Value, json};

use super::by_hand::{ASSUMPTIONS, BASE, INDICATORS, REPORTED, YEARS};

/// Assumptions of an area with their ranges, in the order of the plan file, where the weight stands before them.
pub const OWN: [(&str, f64, f64); 5] = [
    ("og", -0.015, 0.015),
    ("mland", 0.6, 1.4),
    ("mret", 0.6, 1.4),
    ("mtax", 0.5, 1.5),
    ("ment", 0.7, 1.3),
];
/// Position of the first of them among all assumptions.
pub const FIRST_OWN: usize = ASSUMPTIONS + 1;
/// Series of an area; in the plan file they follow those of the city.
pub const SERIES: [&str; 12] = [
    "a_ag", "a_va", "a_ret", "a_low", "a_land", "a_vpl", "a_tax", "a_tpl", "a_emp", "a_inv",
    "a_cuminv", "a_ent",
];
const AG: usize = 0;
const VA: usize = 1;
const RET: usize = 2;
const LOW: usize = 3;
const LAND: usize = 4;
const VPL: usize = 5;
const TAX: usize = 6;
const TPL: usize = 7;
const EMP: usize = 8;
const INV: usize = 9;
const CUMINV: usize = 10;
const ENT: usize = 11;

/// City indicators that are sums of an area's series, or of its product with land.
const SUMS: [(usize, usize, bool); 11] = [
    (3, VA, false),
    (5, RET, false),
    (6, LOW, false),
    (7, LAND, false),
    (8, VPL, true),
    (9, TAX, false),
    (10, TPL, true),
    (11, EMP, false),
    (15, INV, false),
    (16, CUMINV, false),
    (17, ENT, false),
];

/// Areas whose values are added first.
const LEAF: usize = 32;

/// What is given of the areas.
pub struct Table {
    /// Shares of what is new; their sum is 1.
    weight: Vec<f64>,
    /// Values of 2022.
    base: [Vec<f64>; SERIES.len()],
    /// Values of the areas' own assumptions.
    own: [Vec<f64>; OWN.len()],
}

impl Table {
    /// So many areas, the same every time.
    pub fn new(areas: usize) -> Self {
        let mut state: u64 = 1_000_003;
        let mut next = || {
            state = state * 48_271 % 0x7fff_ffff;
            state as f64 / f64::from(0x7fff_ffff_u32)
        };
        let shares: Vec<f64> = (0..areas).map(|_| 0.2 + next()).collect();
        let total: f64 = shares.iter().sum();
        let weight: Vec<f64> = shares.iter().map(|share| share / total).collect();
        let mut base = [const { Vec::new() }; SERIES.len()];
        for share in &weight {
            let mut amount = |of_city: f64| of_city * share * (0.8 + 0.4 * next());
            let (va, low, land) = (amount(470.0), amount(14_000.0), amount(62_500.0));
            let (ret, tax, emp) = (amount(800.0), amount(62.5), amount(156_250.0));
            let (inv, ent) = (amount(105.0), amount(820.0));
            let values = [
                0.06,
                va,
                ret,
                low,
                land,
                va * 1e4 / land,
                tax,
                tax * 1e4 / land,
                emp,
                inv,
                inv,
                ent,
            ];
            for (column, value) in base.iter_mut().zip(values) {
                column.push(value);
            }
        }
        let own =
            OWN.map(|(_, low, high)| (0..areas).map(|_| low + (high - low) * next()).collect());
        Self { weight, base, own }
    }

    /// The text of the plan with these areas.
    pub fn plan(&self) -> String {
        let mut plan: Value =
            serde_json::from_str(include_str!("w2.json")).expect("the workload is JSON");
        let id = |area: usize| format!("area{area}");
        let by_area = |values: &[f64], entry: &dyn Fn(f64) -> Value| {
            let entries = values.iter().enumerate();
            let entries: Map<String, Value> = entries
                .map(|(area, &value)| (id(area), entry(value)))
                .collect();
            Value::Object(entries)
        };
        let members: Vec<Value> = (0..self.weight.len())
            .map(|area| json!({ "id": id(area) }))
            .collect();
        plan["sets"][0]["members"] = json!(members);
        let values = std::iter::once(&self.weight).chain(&self.own);
        for (position, values) in (ASSUMPTIONS..).zip(values) {
            plan["assumptions"][position]["value"] = by_area(values, &|value| json!(value));
        }
        for (position, values) in (INDICATORS..).zip(&self.base) {
            plan["indicators"][position]["observed"] =
                by_area(values, &|value| json!({ "2022": value }));
        }
        plan.to_string()
    }
}

/// The model written by hand: a row of areas for every series and year.
pub struct ByHand {
    areas: usize,
    table: Table,
    city: [f64; ASSUMPTIONS],
    /// `values[series][year * areas + area]`
    pub values: [Vec<f64>; SERIES.len()],
    /// Sums of 32 areas each: `leaves[sum][year * leaves + leaf]`
    leaves: [Vec<f64>; SUMS.len()],
    /// `out[indicator * YEARS + year]`
    pub out: [f64; INDICATORS * YEARS],
}

impl ByHand {
    /// At the base values.
    pub fn new(table: Table) -> Self {
        let areas = table.weight.len();
        let mut values = table.base.clone();
        for column in &mut values {
            column.resize(areas * YEARS, 0.0);
        }
        let mut model = Self {
            areas,
            table,
            city: BASE,
            values,
            leaves: SUMS.map(|_| vec![0.0; areas.div_ceil(LEAF) * YEARS]),
            out: [0.0; INDICATORS * YEARS],
        };
        for (k, reported) in REPORTED.iter().enumerate() {
            model.out[k * YEARS] = *reported;
        }
        model.recompute();
        model
    }

    /// A change for the city, everything recomputed.
    pub fn set_city(&mut self, assumption: usize, value: f64) {
        self.city[assumption] = value;
        self.recompute();
    }

    /// A change of one area, only what depends on it recomputed.
    pub fn set_area(&mut self, area: usize, own: usize, value: f64) {
        const REACHED: [&[usize]; OWN.len()] = [
            &[AG, VA, VPL, TAX, TPL, EMP, INV, CUMINV],
            &[LAND, VPL, TAX, TPL],
            &[RET, LOW, LAND, VPL, TAX, TPL],
            &[TAX, TPL],
            &[ENT],
        ];
        self.table.own[own][area] = value;
        for year in 1..YEARS {
            for &series in REACHED[own] {
                self.values[series][year * self.areas + area] = self.value(series, year, area);
            }
        }
        let leaf = area / LEAF;
        let first = leaf * LEAF..((leaf + 1) * LEAF).min(self.areas);
        for (sum, &(_, series, by_land)) in SUMS.iter().enumerate() {
            let is_reached = |series: usize| REACHED[own].contains(&series);
            if is_reached(series) || (by_land && is_reached(LAND)) {
                for year in 1..YEARS {
                    self.add_leaf(sum, year, leaf, first.start, first.end);
                    self.total(sum, year);
                }
            }
        }
        self.of_sums();
    }

    fn value(&self, series: usize, year: usize, area: usize) -> f64 {
        let [
            _,
            _,
            _,
            ladd,
            ret,
            reuse,
            dtax,
            eel,
            _,
            _,
            invr,
            entnew,
            entexit,
            _,
            _,
        ] = self.city;
        let now = |series: usize| self.values[series][year * self.areas + area];
        let before = |series: usize| self.values[series][(year - 1) * self.areas + area];
        let base = |series: usize| self.table.base[series][area];
        let own = |own: usize| self.table.own[own][area];
        let weight = self.table.weight[area];
        match series {
            AG => self.out[YEARS + year] + own(0),
            VA => before(VA) * (1.0 + now(AG)),
            RET => before(LOW) * (ret * own(2)).min(1.0),
            LOW => before(LOW) - now(RET),
            LAND => before(LAND) + ladd * weight * own(1) - (1.0 - reuse) * now(RET),
            VPL => now(VA) * 1e4 / now(LAND),
            TAX => {
                now(VA)
                    * (base(TAX) / base(VA))
                    * (1.0 + dtax * own(3) * year as f64)
                    * (1.0 + 0.1 * (now(VPL) / base(VPL) - 1.0))
            }
            TPL => now(TAX) * 1e4 / now(LAND),
            EMP => before(EMP) * (1.0 + eel * now(AG)),
            INV => invr * now(VA),
            CUMINV => before(CUMINV) + now(INV),
            _ => before(ENT) * (1.0 - entexit) + entnew * weight * own(4),
        }
    }

    fn recompute(&mut self) {
        self.of_city();
        for year in 1..YEARS {
            self.row(year);
        }
        for sum in 0..SUMS.len() {
            for year in 0..YEARS {
                for leaf in 0..self.areas.div_ceil(LEAF) {
                    let start = leaf * LEAF;
                    self.add_leaf(sum, year, leaf, start, (start + LEAF).min(self.areas));
                }
                self.total(sum, year);
            }
        }
        self.of_sums();
    }

    /// What rests on the city's assumptions alone.
    fn of_city(&mut self) {
        let [
            g0,
            dg,
            prem,
            _,
            _,
            _,
            _,
            _,
            rdcap,
            rdspd,
            _,
            _,
            _,
            edec,
            tel,
        ] = self.city;
        let mut set = |k: usize, year: usize, value: f64| self.out[k * YEARS + year] = value;
        let [_, _, mut gdp, .., mut ei, _] = REPORTED;
        let rdint0 = REPORTED[13];
        let mut rdint = rdint0;
        for year in 1..YEARS {
            let growth = (g0 + dg * (year as f64 - 1.0)).max(0.01);
            set(0, year, growth);
            set(1, year, growth + prem + 0.3 * (rdint - rdint0));
            gdp *= 1.0 + growth;
            set(2, year, gdp);
            let before = rdint;
            rdint += rdspd * (rdcap - rdint);
            set(13, year, rdint);
            set(14, year, rdint * gdp);
            ei = ei * (1.0 - edec) * libm::pow(before / rdint, tel);
            set(18, year, ei);
        }
    }

    /// All areas in one year, series by series.
    fn row(&mut self, year: usize) {
        let n = self.areas;
        let [
            _,
            _,
            _,
            ladd,
            ret,
            reuse,
            dtax,
            eel,
            _,
            _,
            invr,
            entnew,
            entexit,
            _,
            _,
        ] = self.city;
        let time = year as f64;
        let mgrowth = self.out[YEARS + year];
        let Table { weight, base, own } = &self.table;
        let [og, mland, mret, mtax, ment] = own;
        let (weight, og, mland) = (&weight[..n], &og[..n], &mland[..n]);
        let (mret, mtax, ment) = (&mret[..n], &mtax[..n], &ment[..n]);
        let (va0, tax0, vpl0) = (&base[VA][..n], &base[TAX][..n], &base[VPL][..n]);
        let rows = self.values.each_mut().map(|column| {
            let (before, now) = column.split_at_mut(year * n);
            (&before[(year - 1) * n..][..n], &mut now[..n])
        });
        let [
            (_, ag),
            (va_before, va),
            (_, ret_now),
            (low_before, low),
            (land_before, land),
            (_, vpl),
            (_, tax),
            (_, tpl),
            (emp_before, emp),
            (_, inv),
            (cuminv_before, cuminv),
            (ent_before, ent),
        ] = rows;
        for m in 0..n {
            ag[m] = mgrowth + og[m];
            va[m] = va_before[m] * (1.0 + ag[m]);
            emp[m] = emp_before[m] * (1.0 + eel * ag[m]);
            inv[m] = invr * va[m];
            cuminv[m] = cuminv_before[m] + inv[m];
        }
        for m in 0..n {
            ret_now[m] = low_before[m] * (ret * mret[m]).min(1.0);
            low[m] = low_before[m] - ret_now[m];
            land[m] = land_before[m] + ladd * weight[m] * mland[m] - (1.0 - reuse) * ret_now[m];
            ent[m] = ent_before[m] * (1.0 - entexit) + entnew * weight[m] * ment[m];
        }
        for m in 0..n {
            vpl[m] = va[m] * 1e4 / land[m];
            tax[m] = va[m]
                * (tax0[m] / va0[m])
                * (1.0 + dtax * mtax[m] * time)
                * (1.0 + 0.1 * (vpl[m] / vpl0[m] - 1.0));
            tpl[m] = tax[m] * 1e4 / land[m];
        }
    }

    fn add_leaf(&mut self, sum: usize, year: usize, leaf: usize, start: usize, end: usize) {
        let (_, series, by_land) = SUMS[sum];
        let row = |series: usize| &self.values[series][year * self.areas..][start..end];
        let value = if by_land {
            let mut products = [0.0; LEAF];
            for ((product, x), land) in products.iter_mut().zip(row(series)).zip(row(LAND)) {
                *product = x * land;
            }
            add(&products)
        } else {
            add(row(series))
        };
        let leaves = self.areas.div_ceil(LEAF);
        self.leaves[sum][year * leaves + leaf] = value;
    }

    fn total(&mut self, sum: usize, year: usize) {
        let leaves = self.areas.div_ceil(LEAF);
        let total = add(&self.leaves[sum][year * leaves..][..leaves]);
        self.out[SUMS[sum].0 * YEARS + year] = total;
    }

    /// What rests on the sums: the averages by land first, which stand as sums until then.
    fn of_sums(&mut self) {
        for year in 0..YEARS {
            let land = self.out[7 * YEARS + year];
            for (k, series) in [(8, 4), (10, 6)] {
                let leaves = self.areas.div_ceil(LEAF);
                let sum = add(&self.leaves[series][year * leaves..][..leaves]);
                self.out[k * YEARS + year] = sum / land;
            }
            if year == 0 {
                continue;
            }
            let get = |k: usize| self.out[k * YEARS + year];
            let (gdp, va, emp, ei) = (get(2), get(3), get(11), get(18));
            self.out[4 * YEARS + year] = va / gdp;
            self.out[12 * YEARS + year] = va * 1e4 / emp;
            self.out[19 * YEARS + year] = ei * va;
        }
    }
}

/// A sum with eight running totals, as fast as one goes.
fn add(values: &[f64]) -> f64 {
    let mut totals = [0.0; 8];
    let chunks = values.chunks_exact(8);
    let rest = chunks.remainder();
    for chunk in chunks {
        for (total, value) in totals.iter_mut().zip(chunk) {
            *total += value;
        }
    }
    for (total, value) in totals.iter_mut().zip(rest) {
        *total += value;
    }
    let [a, b, c, d, e, f, g, h] = totals;
    ((a + b) + (c + d)) + ((e + f) + (g + h))
}
