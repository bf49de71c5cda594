//! Building blocks that know no word of the product: values come in through signals, what the user does goes out through
//! callbacks. Each has its styles in `public/style/widgets.css` under its own name.

mod badge;
mod canvas;
mod choice;
mod code;
mod dialog;
mod disclosure;
mod file;
mod icon;
mod number_field;
mod select;
mod slider;
mod way_back;

pub use badge::Badge;
pub use canvas::{ChartCanvas, Plot};
pub use choice::Choice;
pub use code::{Beside, Code, CodeField};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use file::FileButton;
pub use icon::{Glyph, Icon};
pub use number_field::{Nudge, NumberField};
pub use select::Select;
pub use slider::{Scale, Slider};
pub use way_back::WayBack;
