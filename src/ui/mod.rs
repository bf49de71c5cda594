//! The interface: components that show view models and call actions. None reads the engine, storage or the browser
//! itself; what they show comes from `crate::app`, what reaches outside is in `outside`.

mod assumptions;
mod commands;
mod context;
mod detail;
mod erased;
mod facts;
mod guide;
mod header;
mod marks;
mod notices;
mod outside;
mod pages;
mod part;
mod problems;
mod quotes;
mod refused;
mod shell;
mod targets;
mod widgets;

pub use shell::mount;
