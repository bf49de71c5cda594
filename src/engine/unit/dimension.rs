//! Dimensions: what kind of thing a unit measures.

use std::borrow::Cow;

use crate::engine::sort;

/// A base dimension, named by the unit that measures it: `元`, `家`, `m`. Each currency and each counted thing is one.
pub type Base = Cow<'static, str>;

/// A product of powers of base dimensions; empty for plain numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Dimension(Vec<(Base, i8)>);

impl Dimension {
    /// The dimension with the given powers of bases.
    pub(super) fn new(powers: &[(&'static str, i8)]) -> Self {
        let mut dimension = Self::default();
        for &(base, exponent) in powers {
            dimension.0.push((Base::Borrowed(base), exponent));
        }
        sort::by(&mut dimension.0, Ord::cmp);
        dimension
    }

    /// A base dimension of its own.
    pub(super) fn own(base: String) -> Self {
        Self(vec![(Base::Owned(base), 1)])
    }

    /// Whether it is that of a plain number.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The bases and their powers, in a fixed order; none of the powers is 0.
    pub fn powers(&self) -> &[(Base, i8)] {
        &self.0
    }

    /// This times a power of another. `None` when an exponent leaves its range.
    pub(super) fn times_power(&self, other: &Self, exponent: i8) -> Option<Self> {
        let mut product = self.clone();
        for (base, power) in &other.0 {
            let power = power.checked_mul(exponent)?;
            match product.0.iter_mut().find(|(known, _)| known == base) {
                Some((_, known)) => *known = known.checked_add(power)?,
                None => product.0.push((base.clone(), power)),
            }
        }
        product.0.retain(|&(_, power)| power != 0);
        sort::by(&mut product.0, Ord::cmp);
        Some(product)
    }
}
