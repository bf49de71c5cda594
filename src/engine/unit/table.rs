//! The units everybody knows, and the prefixes that go before them: the one table that reading and naming share.

use super::{Dimension, Rational, Tag};

/// A unit without prefix.
#[derive(Debug, PartialEq)]
pub(super) struct Known {
    /// Its symbol for a Chinese reader; also a spelling.
    pub zh: &'static str,
    /// Its symbol for an English reader; also a spelling, with or without the plural s.
    pub en: &'static str,
    /// Further spellings.
    pub spellings: &'static [&'static str],
    /// Powers of base dimensions.
    powers: &'static [(&'static str, i8)],
    /// How many of the dimension's own units it is.
    scale: (i128, i128),
    /// Kind of number.
    pub tag: Tag,
    /// Whether the prefixes of the International System go before it.
    pub si: bool,
}

impl Known {
    pub fn dimension(&self) -> Dimension {
        Dimension::new(self.powers)
    }

    pub fn scale(&self) -> Rational {
        Rational::new(self.scale.0, self.scale.1).unwrap_or(Rational::ONE)
    }

    /// Its symbol for an English reader where there is one of it: behind “per”.
    pub fn singular(&self) -> &'static str {
        // Where the plural takes more than an s, the singular is a spelling of its own.
        let is_irregular = |spelling: &&&str| {
            self.en.ends_with("es") && self.en.starts_with(spelling.trim_end_matches('y'))
        };
        let regular = (self.tag == Tag::Plain).then(|| self.en.strip_suffix('s'));
        (self.spellings.iter().find(is_irregular).copied())
            .or(regular.flatten())
            .unwrap_or(self.en)
    }

    /// All ways to write it.
    pub fn all_spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.zh, self.en]
            .into_iter()
            .chain(self.spellings.iter().copied())
    }
}

const fn unit(
    zh: &'static str,
    en: &'static str,
    spellings: &'static [&'static str],
    powers: &'static [(&'static str, i8)],
    scale: (i128, i128),
) -> Known {
    Known {
        zh,
        en,
        spellings,
        powers,
        scale,
        tag: Tag::Plain,
        si: false,
    }
}

const fn si(
    zh: &'static str,
    en: &'static str,
    spellings: &'static [&'static str],
    powers: &'static [(&'static str, i8)],
    scale: (i128, i128),
) -> Known {
    Known {
        si: true,
        ..unit(zh, en, spellings, powers, scale)
    }
}

const fn share(
    zh: &'static str,
    en: &'static str,
    spellings: &'static [&'static str],
    tag: Tag,
    scale: (i128, i128),
) -> Known {
    Known {
        tag,
        ..unit(zh, en, spellings, &[], scale)
    }
}

/// A dimension of its own, measured by this unit.
macro_rules! own {
    ($zh:literal, $en:literal $(, $spelling:literal)*) => {
        unit($zh, $en, &[$($spelling),*], &[($zh, 1)], (1, 1))
    };
}

/// The number one, `%`, and relatives stand first. Every spelling occurs once.
pub(super) const KNOWN: &[Known] = &[
    unit("1", "1", &[], &[], (1, 1)),
    share("%", "%", &["percent"], Tag::Ratio, (1, 100)),
    share("‰", "‰", &["permille"], Tag::Ratio, (1, 1000)),
    share("指数", "index", &[], Tag::Ratio, (1, 100)),
    share("倍", "times", &["fold"], Tag::Ratio, (1, 1)),
    share(
        "百分点",
        "pp",
        &["个百分点", "percentage points"],
        Tag::Points,
        (1, 100),
    ),
    // Money. Exchange rates are assumptions, so each currency is a dimension.
    own!("元", "yuan", "CNY", "RMB", "人民币", "人民币元", "¥"),
    own!("美元", "USD", "US$", "$", "dollars"),
    own!("欧元", "EUR", "€", "euros"),
    own!("英镑", "GBP", "£"),
    own!("日元", "JPY"),
    own!("港元", "HKD", "港币"),
    own!("澳门元", "MOP"),
    own!("新台币", "TWD"),
    own!("韩元", "KRW"),
    own!("卢布", "RUB"),
    own!("卢比", "INR"),
    own!("澳元", "AUD"),
    own!("加元", "CAD"),
    own!("新加坡元", "SGD"),
    own!("瑞士法郎", "CHF"),
    // Area, length, volume. A mu is 1/15 of a hectare.
    unit("平方米", "m²", &["m2", "㎡", "sqm"], &[("m", 2)], (1, 1)),
    unit(
        "平方公里",
        "km²",
        &["km2", "平方千米", "sqkm"],
        &[("m", 2)],
        (1_000_000, 1),
    ),
    unit("公顷", "ha", &["hectares"], &[("m", 2)], (10_000, 1)),
    unit("亩", "mu", &[], &[("m", 2)], (10_000, 15)),
    si("米", "m", &["metres", "meters"], &[("m", 1)], (1, 1)),
    unit("公里", "km", &["千米"], &[("m", 1)], (1000, 1)),
    unit("海里", "nmi", &[], &[("m", 1)], (1852, 1)),
    unit("立方米", "m³", &["m3"], &[("m", 3)], (1, 1)),
    si("升", "L", &["litres", "liters"], &[("m", 3)], (1, 1000)),
    // Mass. What is burnt and what is emitted are dimensions of their own.
    si("克", "g", &[], &[("g", 1)], (1, 1)),
    unit("千克", "kg", &["公斤"], &[("g", 1)], (1000, 1)),
    unit("斤", "jin", &[], &[("g", 1)], (500, 1)),
    si("吨", "t", &["tonnes", "tons"], &[("g", 1)], (1_000_000, 1)),
    si("吨标准煤", "tce", &["吨标煤"], &[("吨标准煤", 1)], (1, 1)),
    unit("千克标准煤", "kgce", &[], &[("吨标准煤", 1)], (1, 1000)),
    unit("克标准煤", "gce", &[], &[("吨标准煤", 1)], (1, 1_000_000)),
    si("吨标准油", "toe", &["吨油当量"], &[("吨标准油", 1)], (1, 1)),
    si(
        "吨二氧化碳",
        "tCO2",
        &["tCO₂", "吨二氧化碳当量", "tCO2e", "tCO₂e"],
        &[("吨二氧化碳", 1)],
        (1, 1),
    ),
    // Energy and power.
    si("焦耳", "J", &["焦"], &[("J", 1)], (1, 1)),
    si("瓦时", "Wh", &[], &[("J", 1)], (3600, 1)),
    unit("千瓦时", "kWh", &["度"], &[("J", 1)], (3_600_000, 1)),
    si("瓦", "W", &[], &[("W", 1)], (1, 1)),
    unit("千瓦", "kW", &[], &[("W", 1)], (1000, 1)),
    // People.
    own!("人", "persons", "people", "名", "residents"),
    own!("人次", "visits", "person times"),
    own!("户", "households"),
    // Counted things.
    own!("家", "firms", "enterprises", "companies", "company"),
    own!("个", "units"),
    own!("件", "pieces", "cases", "patents"),
    own!("项", "items", "projects"),
    own!("台", "machines"),
    own!("套", "sets"),
    own!("辆", "vehicles"),
    own!("所", "institutions", "schools"),
    own!("座", "structures", "stations"),
    own!("栋", "buildings", "幢"),
    own!("间", "rooms"),
    own!("条", "lines"),
    own!("处", "sites"),
    own!("张", "beds"),
    own!("场", "events"),
    own!("次", "occasions"),
    own!("批", "batches", "batch"),
    own!("篇", "papers"),
    own!("部", "works"),
    own!("册", "copies", "copy"),
    own!("种", "kinds"),
    own!("支", "teams"),
    own!("门", "courses"),
    own!("班", "classes", "class"),
    own!("株", "trees"),
    own!("头", "head"),
    own!("只", "animals"),
    own!("艘", "ships"),
    own!("架次", "flights"),
    own!("标准箱", "TEU"),
    own!("分", "score"),
    // Time. Flows are per year by understanding, so these count what they name and nothing else.
    own!("年", "years"),
    own!("个月", "months"),
    own!("天", "days", "日"),
    own!("小时", "hours", "h"),
    own!("分钟", "minutes"),
    // Others that plans quote.
    own!("分贝", "dB"),
    own!("℃", "°C", "摄氏度"),
];

/// A word before any unit.
pub(super) struct Prefix {
    /// Chinese prefix, written together with the unit.
    pub zh: &'static str,
    /// English words, written apart from the unit.
    pub en: &'static str,
    /// What it multiplies by, as a power of ten.
    pub power: i8,
}

impl Prefix {
    /// What stands behind the prefix: directly behind the Chinese, after a blank behind the English.
    pub fn strip<'a>(&self, word: &'a str) -> Option<&'a str> {
        let english = || match word.strip_prefix(self.en)? {
            "" => Some(""),
            rest => rest.strip_prefix(' ').map(str::trim_start),
        };
        word.strip_prefix(self.zh).or_else(english)
    }
}

/// Longer ones first, so that 万亿 is not read as 万 before 亿.
pub(super) const PREFIXES: &[Prefix] = &[
    prefix("万亿", "trillion", 12),
    prefix("千亿", "100 billion", 11),
    prefix("百亿", "10 billion", 10),
    prefix("十亿", "billion", 9),
    prefix("千万", "10 million", 7),
    prefix("百万", "million", 6),
    prefix("十万", "100,000", 5),
    prefix("亿", "100 million", 8),
    prefix("万", "10,000", 4),
    prefix("千", "thousand", 3),
    prefix("百", "hundred", 2),
];

const fn prefix(zh: &'static str, en: &'static str, power: i8) -> Prefix {
    Prefix { zh, en, power }
}

/// A prefix of the International System.
pub(super) struct SiPrefix {
    /// Before a Chinese name.
    pub zh: &'static str,
    /// Before a symbol.
    pub en: &'static str,
    /// What it multiplies by, as a power of ten.
    pub power: i8,
}

pub(super) const SI_PREFIXES: &[SiPrefix] = &[
    SiPrefix {
        zh: "太",
        en: "T",
        power: 12,
    },
    SiPrefix {
        zh: "吉",
        en: "G",
        power: 9,
    },
    SiPrefix {
        zh: "兆",
        en: "M",
        power: 6,
    },
    SiPrefix {
        zh: "千",
        en: "k",
        power: 3,
    },
    SiPrefix {
        zh: "厘",
        en: "c",
        power: -2,
    },
    SiPrefix {
        zh: "毫",
        en: "m",
        power: -3,
    },
    SiPrefix {
        zh: "微",
        en: "μ",
        power: -6,
    },
    SiPrefix {
        zh: "纳",
        en: "n",
        power: -9,
    },
];

/// A power of ten as a scale.
pub(super) fn power_of_ten(power: i8) -> Rational {
    Rational::new(10, 1)
        .and_then(|ten| ten.power(power))
        .unwrap_or(Rational::ONE)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{KNOWN, PREFIXES};
    use crate::engine::unit::parse;

    #[test]
    fn every_spelling_occurs_once_and_can_be_read() {
        let mut seen = HashSet::new();
        for known in KNOWN {
            let spellings: HashSet<_> = known.all_spellings().collect();
            for spelling in spellings {
                assert!(seen.insert(spelling), "{spelling} twice");
                assert!(
                    parse::factors(spelling).is_ok(),
                    "{spelling} cannot be read"
                );
            }
        }
    }

    #[test]
    fn a_longer_prefix_is_tried_before_its_beginning() {
        for (position, prefix) in PREFIXES.iter().enumerate() {
            let hides = |later: &&super::Prefix| later.zh.starts_with(prefix.zh);
            assert!(
                PREFIXES[position + 1..].iter().find(hides).is_none(),
                "{}",
                prefix.zh
            );
        }
    }
}
