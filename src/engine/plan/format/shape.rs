//! What may stand in a field.

use super::rule::Rule;
use crate::engine::json::{JsonKind, Node};
use crate::engine::lang::Words;

/// What may stand in a place of the document.
#[derive(Debug, PartialEq)]
pub enum Shape {
    /// A text for people: plain, or by language.
    Text,
    /// A text in one language: verbatim words, a link.
    Line,
    /// The id of something formulas speak of.
    Name,
    /// Any other id.
    Label,
    /// The id of something defined elsewhere.
    Reference,
    /// A finite number.
    Number,
    /// A number above zero.
    Positive,
    /// The number of the format.
    Format,
    /// A calendar year.
    Year,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// A formula.
    Formula,
    /// A unit.
    Unit,
    /// `current`, `comparable` or the year of constant prices.
    PriceBasis,
    /// One of some words.
    Word(&'static [Choice]),
    /// `false`.
    No,
    /// `null`.
    Null,
    /// Any number of something; at least so many.
    List(usize, &'static Shape),
    /// Something, or a list of it.
    OneOrMore(&'static Shape),
    /// A list of certain things in order.
    Tuple(&'static [Shape]),
    /// An object with known fields.
    Object(&'static ObjectShape),
    /// An object whose keys are the author's.
    Map(&'static Shape),
    /// An object whose keys are some of these words, in groups, and whose values are texts.
    Codes(&'static [&'static [Choice]]),
    /// The one table shape: a value, `{year: value}`, `{member: value}` or `{member: {year: value}}`.
    Table(&'static Shape),
    /// A value, or `{year: value}`.
    ByYear(&'static Shape),
    /// A value, or `{member: value}`.
    ByMember(&'static Shape),
    /// `{year: value}`.
    Years(&'static Shape),
    /// Whichever of several fits the kind of value.
    Either(&'static [Shape]),
}

/// A word with a meaning.
#[derive(Debug, PartialEq)]
pub struct Choice {
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub about: Words,
}

/// An object with known fields.
#[derive(Debug, PartialEq)]
pub struct ObjectShape {
    /// Its name in descriptions of the format.
    pub name: &'static str,
    /// What it is.
    pub about: Words,
    /// Its fields, in the order authors are advised to write them.
    pub fields: &'static [Field],
    /// The rules between them.
    pub rules: &'static [Rule],
}

/// One field of an object.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it says.
    pub about: Words,
    /// An example value, as JSON text.
    pub example: Option<&'static str>,
}

/// A word with a meaning, in Chinese and English.
pub const fn choice(word: &'static str, zh: &'static str, en: &'static str) -> Choice {
    let about = Words { zh, en };
    Choice { word, about }
}

impl Field {
    /// A field that must be there: key, shape, meaning in Chinese and English.
    pub const fn required(
        key: &'static str,
        shape: Shape,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            key,
            shape,
            required: true,
            about: Words { zh, en },
            example: None,
        }
    }

    /// A field that may be left out: key, shape, meaning in Chinese and English.
    pub const fn optional(
        key: &'static str,
        shape: Shape,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            key,
            shape,
            required: false,
            about: Words { zh, en },
            example: None,
        }
    }

    /// The same field with an example value, as JSON text.
    pub const fn example(self, json: &'static str) -> Self {
        Self {
            key: self.key,
            shape: self.shape,
            required: self.required,
            about: self.about,
            example: Some(json),
        }
    }
}

impl ObjectShape {
    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

impl Shape {
    /// Whether a value of this kind can be right here, whatever is inside.
    pub fn takes(&self, kind: JsonKind) -> bool {
        match self {
            Self::Text => matches!(kind, JsonKind::Text | JsonKind::Object),
            Self::Line | Self::Name | Self::Label | Self::Reference | Self::Date => {
                kind == JsonKind::Text
            }
            Self::Formula | Self::Unit | Self::PriceBasis | Self::Word(_) => kind == JsonKind::Text,
            Self::Number | Self::Positive | Self::Format | Self::Year => kind == JsonKind::Number,
            Self::No => kind == JsonKind::Bool,
            Self::Null => kind == JsonKind::Null,
            Self::List(..) | Self::Tuple(..) => kind == JsonKind::List,
            Self::OneOrMore(item) => kind == JsonKind::List || item.takes(kind),
            Self::Object(_) | Self::Map(_) | Self::Codes(_) | Self::Years(_) => {
                kind == JsonKind::Object
            }
            Self::Table(item) | Self::ByYear(item) | Self::ByMember(item) => {
                kind == JsonKind::Object || item.takes(kind)
            }
            Self::Either(shapes) => shapes.iter().any(|shape| shape.takes(kind)),
        }
    }

    /// Whether an object is one of these rather than a table of them: it has the first field, which is no name of a
    /// member.
    pub fn is_itself(&self, node: &Node) -> bool {
        match self {
            Self::Object(object) => {
                let mut first = object.fields.iter().take(1);
                first.any(|field| node.get(field.key).is_some())
            }
            Self::Either(shapes) => shapes.iter().any(|shape| shape.is_itself(node)),
            _ => false,
        }
    }
}
