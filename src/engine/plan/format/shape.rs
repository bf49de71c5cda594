//! What may stand in a field.

use crate::engine::json::{JsonKind, Node};

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
    Word(&'static [&'static str]),
    /// `false`.
    No,
    /// `null`.
    Null,
    /// Any number of something; at least so many.
    List(usize, &'static Shape),
    /// Something, or a list of it.
    OneOrMore(&'static Shape),
    /// A list of fixed length.
    Tuple(usize, &'static Shape),
    /// An object with known fields.
    Object(&'static ObjectShape),
    /// An object whose keys are the author's.
    Map(&'static Shape),
    /// The one table shape: a value, `{year: value}`, `{member: value}` or `{member: {year: value}}`.
    Table(&'static Shape),
    /// A value, or `{year: value}`.
    ByYear(&'static Shape),
    /// `{year: value}`.
    Years(&'static Shape),
    /// Whichever of several fits the kind of value.
    Either(&'static [Shape]),
}

/// An object with known fields.
#[derive(Debug, PartialEq)]
pub struct ObjectShape {
    /// Its name in descriptions of the format.
    pub name: &'static str,
    /// Its fields, in the order authors are advised to write them.
    pub fields: &'static [Field],
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
}

impl Field {
    /// A field that must be there.
    pub const fn required(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            required: true,
        }
    }

    /// A field that may be left out.
    pub const fn optional(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            required: false,
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
            Self::Number | Self::Year => kind == JsonKind::Number,
            Self::No => kind == JsonKind::Bool,
            Self::Null => kind == JsonKind::Null,
            Self::List(..) | Self::Tuple(..) => kind == JsonKind::List,
            Self::OneOrMore(item) => kind == JsonKind::List || item.takes(kind),
            Self::Object(_) | Self::Map(_) | Self::Years(_) => kind == JsonKind::Object,
            Self::Table(item) | Self::ByYear(item) => kind == JsonKind::Object || item.takes(kind),
            Self::Either(shapes) => shapes.iter().any(|shape| shape.takes(kind)),
        }
    }

    /// Whether an object is one of these rather than a table of them: all its keys are fields, and the first field is
    /// among them.
    pub fn is_itself(&self, node: &Node) -> bool {
        match self {
            Self::Object(object) => {
                object
                    .fields
                    .first()
                    .is_some_and(|field| node.get(field.key).is_some())
                    && node
                        .entries()
                        .iter()
                        .all(|entry| object.field(&entry.key.value).is_some())
            }
            Self::Either(shapes) => shapes.iter().any(|shape| shape.is_itself(node)),
            _ => false,
        }
    }
}
