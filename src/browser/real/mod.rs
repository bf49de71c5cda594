//! The browser itself.

pub mod canvas;
pub mod fetch;
pub mod field;
pub mod file;
pub mod frame;
pub mod local_storage;
pub mod location;
pub mod page;
pub mod panic;
