//! The catalogue: everything the product says, in every language it speaks, for diagnostics, command line and screen
//! alike. Usable without the interface; every key is a Rust item, so a missing one does not compile.

pub mod findings;
pub mod methods;
pub mod number;
pub mod problems;
pub mod words;
