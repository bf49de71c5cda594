//! Languages of the product and texts written in one or several of them.

use serde::{Deserialize, Serialize};

/// A language the interface and the messages speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Simplified Chinese, the first language of most plans.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The one for this language of two things that say the same.
    pub const fn pick<T: Copy>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A text of the product's own, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The text in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// A text of the plan in one or several languages, as its author wrote it.
///
/// A plain JSON string is a text without language: it serves every reader.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Text {
    plain: Option<String>,
    zh: Option<String>,
    en: Option<String>,
}

impl Text {
    /// A text without a stated language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            plain: Some(text.into()),
            ..Self::default()
        }
    }

    /// A text in the stated languages; at least one should be present.
    pub fn in_languages(zh: Option<String>, en: Option<String>) -> Self {
        Self {
            plain: None,
            zh,
            en,
        }
    }

    /// The text for a reader of `lang`, falling back to whatever language there is.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        first
            .as_deref()
            .or(self.plain.as_deref())
            .or(second.as_deref())
            .unwrap_or_default()
    }

    /// Whether there is nothing to show in any language.
    pub fn is_empty(&self) -> bool {
        self.get(Lang::Zh).is_empty() && self.get(Lang::En).is_empty()
    }
}
