//! The browser: the only place that touches it. On other targets every function is there and does nothing or says that
//! it is unavailable, so that the whole program builds, lints and tests natively.
//!
//! Nothing here knows the plan or decides anything, and nothing here panics: what a browser refuses is an error or an
//! absent value.

#[cfg(target_arch = "wasm32")]
mod real;
#[cfg(target_arch = "wasm32")]
pub use real::{canvas, fetch, field, file, frame, local_storage, location, page, panic};

#[cfg(not(target_arch = "wasm32"))]
mod stub;
#[cfg(not(target_arch = "wasm32"))]
pub use stub::{canvas, fetch, field, file, frame, local_storage, location, page, panic};

/// A file larger than this is not read: it is more than a plan may hold.
pub const MAX_FILE_BYTES: u32 = 5_000_000;

/// A text that could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unavailable {
    /// The file is larger than [`MAX_FILE_BYTES`].
    #[error("the file has {bytes} bytes, {MAX_FILE_BYTES} are the limit")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The file is no text in UTF-8.
    #[error("the file is not UTF-8")]
    NotText,
    /// The file cannot be read any more.
    #[error("the file cannot be read")]
    Unreadable,
    /// The network or the server does not give it.
    #[error("the address gives no text")]
    Unreachable,
}

/// The room of an element on the page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Room {
    /// Width in pixels of the page.
    pub width: f64,
    /// Height in pixels of the page.
    pub height: f64,
    /// Device pixels to a pixel of the page.
    pub density: f64,
}

/// Which rows of a long table are in sight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeenRows {
    /// The first.
    pub first: usize,
    /// How many.
    pub shown: usize,
    /// The height of one, in pixels of the page.
    pub height: f64,
}

/// Work to be offered as a file when the program has stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// Name of the file.
    pub name: &'static str,
    /// What stands in it.
    pub text: String,
}
