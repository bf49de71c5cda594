//! Values as JSON text. The one writer of numbers here is the standard library's: the fewest digits that read back as the
//! same bits, whole numbers without a fraction.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// The text of a value, on one line and without spaces.
pub fn written<T: Serialize>(value: &T) -> serde_json::Result<String> {
    let mut text = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut text, Plain))?;
    String::from_utf8(text).map_err(serde::ser::Error::custom)
}

struct Plain;

impl Formatter for Plain {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}
