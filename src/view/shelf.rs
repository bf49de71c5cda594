//! The plans that come with the product, as their list says.

use serde::Deserialize;

use crate::engine::index::Year;
use crate::engine::lang::Lang;
use crate::text::words::Words;

/// The list, as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shelf {
    /// It is on its way.
    Coming,
    /// It cannot be had, or is no list.
    Missing,
    /// It is here.
    Here(Vec<Shipped>),
}

/// One plan of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct Shipped {
    /// Its id, which is its file's name.
    pub id: String,
    title: InLanguages,
    issuer: InLanguages,
    period: Period,
    summary: InLanguages,
    targets: usize,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
struct InLanguages {
    zh: String,
    en: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
struct Period {
    start: Year,
    end: Year,
}

/// Reads the list; nothing if it is no list.
pub fn parse(text: &str) -> Option<Vec<Shipped>> {
    #[derive(Deserialize)]
    struct List {
        plans: Vec<Shipped>,
    }
    let list: List = serde_json::from_str(text).ok()?;
    Some(list.plans)
}

impl InLanguages {
    fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl Shipped {
    /// Its title.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(lang)
    }

    /// What it is about.
    pub fn summary(&self, lang: Lang) -> &str {
        self.summary.get(lang)
    }

    /// Its issuer, its years and how many targets it has.
    pub fn note(&self, words: Words) -> String {
        let issuer = self.issuer.get(words.0);
        let period = words.period(self.period.start, self.period.end);
        let targets = words.count_of_targets(self.targets);
        [issuer, &period, &targets].join(words.dot())
    }
}
