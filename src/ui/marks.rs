//! Which icon stands for which status, basis and caveat.

use crate::ui::widgets::Glyph;
use crate::view::Basis;
use crate::view::row::Caveat;
use crate::view::status::Status;

/// The icon of a status.
pub const fn of_status(status: Status) -> Glyph {
    match status {
        Status::Attained => Glyph::Check,
        Status::Near => Glyph::Half,
        Status::Missed => Glyph::Cross,
        Status::Undetermined => Glyph::Question,
        Status::Unscored => Glyph::Dash,
    }
}

/// The icon of what a value rests on.
pub const fn of_basis(basis: Basis) -> Glyph {
    match basis {
        Basis::History => Glyph::Clock,
        Basis::Plan => Glyph::Loop,
        Basis::Expert => Glyph::Person,
        Basis::Placeholder => Glyph::Hollow,
    }
}

/// The icon of what a result is to be read with.
pub const fn of_caveat(caveat: Caveat) -> Glyph {
    match caveat {
        Caveat::Circular => Glyph::Loop,
        Caveat::Placeholder => Glyph::Hollow,
    }
}

/// The icon of how bad a problem is.
pub fn of_severity(severity: &str) -> Glyph {
    match severity {
        "error" => Glyph::Cross,
        "warning" => Glyph::Warning,
        _ => Glyph::Info,
    }
}
