//! The objects of a plan file and their fields.

mod accept;
mod assumption;
mod document;
mod indicator;
mod rest;
mod target;

pub use assumption::UNCERTAINTY;
pub use document::{BY_LANGUAGE, DOCUMENT};
pub use indicator::OBSERVED;
pub use rest::LOOKUP_TABLE;
pub use target::ENDS;

use super::shape::{Choice, Field, ObjectShape, Shape, choice};

/// A number, or a formula.
const AMOUNT: Shape = Shape::Either(&[Shape::Number, Shape::Formula]);
static CITATION: Shape = Shape::Object(&document::CITATION);

/// The citations of an item.
const SOURCE: Field = Field::optional(
    "source",
    Shape::OneOrMore(&CITATION),
    "出处：一处或多处",
    "Where it comes from: one place or several",
)
.example(r#"{ "ref": "annex1", "at": "row 5", "quote": "…" }"#);

/// Remarks on an item.
const NOTE: Field = Field::optional("note", Shape::Text, "说明", "Remarks");

const PATHS: &[Choice] = &[
    choice("step", "保持上一个给定值", "the last stated value holds"),
    choice("linear", "直线内插", "straight line"),
    choice("compound", "按固定增速内插", "constant rate of growth"),
];

const fn list(object: &'static Shape) -> Shape {
    Shape::List(0, object)
}

const fn object(object: &'static ObjectShape) -> Shape {
    Shape::Object(object)
}
