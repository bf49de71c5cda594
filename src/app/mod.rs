//! The state of the program: what the user has chosen ([`session`]), the signals that hold it ([`store`]), everything that
//! follows from it ([`planner`]), and the only ways to change it ([`actions`]). Knows no elements and no browser.

pub mod actions;
pub mod commands;
pub mod derived;
mod difference;
pub mod draft;
pub mod edition;
pub mod file;
pub mod history;
pub mod inputs;
pub mod keep;
mod likelihood;
pub mod link;
pub mod observations;
pub mod opened;
mod pages;
mod parts;
pub mod planner;
pub mod rows;
mod scenarios;
pub mod session;
pub mod store;
