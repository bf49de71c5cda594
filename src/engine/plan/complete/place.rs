//! The way through the format along a path: what may stand at its end.

use crate::engine::json::{Path, Step};
use crate::engine::plan::format::{BY_LANGUAGE, DOCUMENT, Field, Shape};

use super::known::is_year;

/// A place where something may stand, and the field it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub shape: &'static Shape,
    pub field: &'static Field,
}

impl Place {
    fn of(field: &'static Field) -> Self {
        let shape = &field.shape;
        Self { shape, field }
    }

    fn with(self, shape: &'static Shape) -> Self {
        Self { shape, ..self }
    }

    /// The places one step further in.
    fn inner(self, step: &Step) -> Vec<Self> {
        match (self.shape, step) {
            (Shape::Object(object), Step::Key(key)) => {
                object.field(key).map(Self::of).into_iter().collect()
            }
            (Shape::Text, Step::Key(key)) => {
                BY_LANGUAGE.field(key).map(Self::of).into_iter().collect()
            }
            (
                Shape::Map(item) | Shape::Years(item) | Shape::ByYear(item) | Shape::ByMember(item),
                Step::Key(_),
            ) => vec![self.with(item)],
            (Shape::Table(item), Step::Key(key)) if is_year(key) => vec![self.with(item)],
            // A member has a value, or values by year.
            (Shape::Table(item), Step::Key(_)) => vec![self.with(item), self],
            (Shape::List(_, item) | Shape::OneOrMore(item), Step::Index(_)) => {
                vec![self.with(item)]
            }
            (Shape::OneOrMore(item), _) => self.with(item).inner(step),
            (Shape::Tuple(items), Step::Index(position)) => {
                let item = items.get(*position);
                item.map(|item| self.with(item)).into_iter().collect()
            }
            (Shape::Either(shapes), _) => shapes
                .iter()
                .flat_map(|shape| self.with(shape).inner(step))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// It, and what else it may be.
    pub fn alternatives(self) -> Vec<Self> {
        let inner: &[Shape] = match self.shape {
            Shape::Either(shapes) => shapes,
            Shape::OneOrMore(item)
            | Shape::Table(item)
            | Shape::ByYear(item)
            | Shape::ByMember(item) => std::slice::from_ref(item),
            _ => &[],
        };
        let inner = inner.iter();
        std::iter::once(self)
            .chain(inner.flat_map(|shape| self.with(shape).alternatives()))
            .collect()
    }
}

/// What may stand at a path.
pub(super) fn places(path: &Path) -> Vec<Place> {
    let document = vec![Place::of(&DOCUMENT)];
    path.0.iter().fold(document, |places, step| {
        places
            .into_iter()
            .flat_map(|place| place.inner(step))
            .collect()
    })
}

/// Whether a formula may stand at a path.
pub(super) fn takes_formula(path: &Path) -> bool {
    let mut places = places(path).into_iter().flat_map(Place::alternatives);
    places.any(|place| matches!(place.shape, Shape::Formula))
}
