//! Products, quotients and powers of units, with the kind of number that results.

use super::{Parts, Rational, Symbol, Tag, Unit, UnitProblem};

impl Unit {
    /// Unit of a product. Ratios scale what they multiply; points survive scaling by a number.
    pub fn times(&self, other: &Self) -> Result<Self, UnitProblem> {
        let tag = match (self.0.tag, other.0.tag) {
            (Tag::Points, Tag::Points) | (Tag::Plain, Tag::Plain) => Tag::Plain,
            (Tag::Points, _) | (_, Tag::Points) => Tag::Points,
            (Tag::Ratio, _) | (_, Tag::Ratio) => Tag::Ratio,
        };
        self.combined(other, 1, tag)
    }

    /// Unit of a quotient. Quotients of ratios or points are plain numbers; both survive division by a number.
    pub fn over(&self, other: &Self) -> Result<Self, UnitProblem> {
        let tag = match other.0.tag {
            Tag::Plain => self.0.tag,
            Tag::Ratio | Tag::Points => Tag::Plain,
        };
        self.combined(other, -1, tag)
    }

    /// Unit of an integer power.
    pub fn power(&self, exponent: i8) -> Result<Self, UnitProblem> {
        let tag = if exponent > 0 { self.0.tag } else { Tag::Plain };
        Self::plain().combined(self, exponent, tag)
    }

    /// This times a power of another, tagged if no dimension remains.
    fn combined(&self, other: &Self, exponent: i8, tag: Tag) -> Result<Self, UnitProblem> {
        self.try_combined(other, exponent, tag)
            .ok_or(UnitProblem::OutOfRange)
    }

    fn try_combined(&self, other: &Self, exponent: i8, tag: Tag) -> Option<Self> {
        let mut terms = self.0.terms.clone();
        for (symbol, power) in &other.0.terms {
            add_term(&mut terms, symbol, power.checked_mul(exponent)?)?;
        }
        let dimension = self.0.dimension.times_power(&other.0.dimension, exponent)?;
        let tag = if dimension.is_none() { tag } else { Tag::Plain };
        Some(
            Parts {
                factor: self.0.factor.times(other.0.factor.power(exponent)?)?,
                terms,
                scale: self.0.scale.times(other.0.scale.power(exponent)?)?,
                dimension,
                tag,
                written: None,
            }
            .unit(),
        )
    }

    /// The unit of one symbol behind a prefix of the International System. The number one leaves no trace.
    pub(super) fn of_symbol(factor: Rational, symbol: &Symbol) -> Option<Self> {
        let is_one = symbol.dimension().is_none()
            && symbol.scale() == Rational::ONE
            && symbol.tag() == Tag::Plain;
        let terms = if is_one {
            Vec::new()
        } else {
            vec![(symbol.clone(), 1)]
        };
        let parts = Parts {
            factor,
            terms,
            dimension: symbol.dimension(),
            scale: factor.times(symbol.scale())?,
            tag: symbol.tag(),
            written: None,
        };
        Some(parts.unit())
    }
}

fn add_term(terms: &mut Vec<(Symbol, i8)>, symbol: &Symbol, power: i8) -> Option<()> {
    match terms.iter_mut().find(|(known, _)| known == symbol) {
        Some((_, known)) => *known = known.checked_add(power)?,
        None => terms.push((symbol.clone(), power)),
    }
    terms.retain(|&(_, power)| power != 0);
    Some(())
}
