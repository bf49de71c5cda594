//! Icons: strokes on a square of 16 units, in the colour of the text around them.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// ✓
    Check,
    /// A circle that is half full.
    Half,
    /// ✕
    Cross,
    /// ?
    Question,
    /// A line.
    Dash,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward.
    Redo,
    /// An arrow down to a line.
    Download,
    /// A triangle with an exclamation mark.
    Warning,
    /// A circle with one half dark.
    Contrast,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// An angle that points down.
    Down,
    /// An angle that points left.
    Left,
    /// A lens.
    Lens,
    /// A clock.
    Clock,
    /// A loop.
    Loop,
    /// A person.
    Person,
    /// An empty circle of dashes.
    Hollow,
    /// A bin.
    Bin,
    /// A pencil.
    Pencil,
    /// A closed lock.
    Locked,
    /// An open lock.
    Unlocked,
    /// An i in a circle.
    Info,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M3 8.5 6.5 12 13 4.5",
            Self::Half => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 5v6M10.2 5.8v4.4",
            Self::Cross => "M4 4l8 8M12 4l-8 8",
            Self::Question => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.2 8 10M8 12.6v.1",
            Self::Dash => "M4 8h8",
            Self::Undo => "M6 3.5 3 6.5l3 3M3.5 6.5H10a3 3 0 0 1 0 6.5H7",
            Self::Redo => "M10 3.5l3 3-3 3M12.5 6.5H6A3 3 0 0 0 6 13h3",
            Self::Download => "M8 2.5v7.5M5 7.5l3 3 3-3M3 13.5h10",
            Self::Warning => "M8 2.5 14 13H2zM8 6.5v3M8 11.2v.1",
            Self::Contrast => {
                "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 3v10M10 3.5v9M12 5v6"
            }
            Self::Sun => {
                "M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.8.8M11.8 11.8l.8.8M3.4 12.6l.8-.8M11.8 4.2l.8-.8"
            }
            Self::Moon => "M12.8 9.8A5.5 5.5 0 0 1 6.2 3.2a5.5 5.5 0 1 0 6.6 6.6z",
            Self::Down => "M4.5 6.5 8 10l3.5-3.5",
            Self::Left => "M9.5 4.5 6 8l3.5 3.5",
            Self::Lens => "M7 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10 10l3.5 3.5",
            Self::Clock => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 5v3.2l2.2 1.4",
            Self::Loop => {
                "M3.5 9.5A4.7 4.7 0 0 0 12 10.6M12.5 6.5A4.7 4.7 0 0 0 4 5.4M12.7 3.2v3.3H9.4M3.3 12.8V9.5h3.3"
            }
            Self::Person => "M8 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 1 0 8 3M3.5 13.5a4.5 4.5 0 0 1 9 0",
            Self::Hollow => {
                "M8 2.5a5.5 5.5 0 0 1 3 .9M12.6 5a5.5 5.5 0 0 1 .8 3.6M12.2 11.5a5.5 5.5 0 0 1-2.6 1.8M6.4 13.3a5.5 5.5 0 0 1-2.9-2.2M2.5 8.2A5.5 5.5 0 0 1 3.6 4.7"
            }
            Self::Info => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8 7.3v3.4M8 5.2v.1",
            Self::Bin => "M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9",
            Self::Locked => "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5M8 10v1",
            Self::Unlocked => "M4 7.5h8v6H4zM5.5 7.5V4.5a2.5 2.5 0 0 1 4.8-1M8 10v1",
            Self::Pencil => "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9.2 4.5l2.3 2.3",
        }
    }
}

/// An icon. It is decoration beside a word, so screen readers pass it over. It stands still, as most do.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=glyph.path() />
        </svg>
    }
}
