//! Index newtypes: positions in the lists of a plan, which the model keeps. Never an id, never a name.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position as a `usize`, to index with.
            pub const fn at(self) -> usize {
                self.0 as usize
            }

            /// The index of a position. Plans are far below four billion items long (the reader refuses them).
            pub const fn new(position: usize) -> Self {
                Self(position as u32)
            }
        }
    )+};
}

index! {
    /// An assumption of the plan.
    AssumptionIdx,
    /// An indicator of the plan.
    IndicatorIdx,
    /// A target of the plan.
    TargetIdx,
    /// A check of the plan.
    CheckIdx,
    /// A set of the plan.
    SetIdx,
    /// A member of one set.
    MemberIdx,
    /// A lookup table of the plan.
    TableIdx,
}

/// A calendar year.
pub type Year = i32;

/// What a name in a formula stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Var {
    /// An assumption.
    Assumption(AssumptionIdx),
    /// An indicator.
    Indicator(IndicatorIdx),
}

/// The values a quantity has in one year: one for the plan, or one per member of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Domain {
    /// One value.
    Plan,
    /// One value per member.
    Set(SetIdx),
}
