//! What stands for the browser where there is none.

/// Canvases: there are none.
pub mod canvas {
    use leptos::html::Canvas;
    use leptos::prelude::{NodeRef, Signal};
    use leptos::web_sys::HtmlCanvasElement;

    use crate::browser::Room;
    use crate::charts::{Drawing, Plot};

    /// No room.
    pub fn room(_canvas: NodeRef<Canvas>) -> Signal<Option<Room>> {
        Signal::derive(|| None)
    }

    /// Draws nothing.
    pub fn draw(_canvas: &HtmlCanvasElement, _room: Room, _drawing: &impl Drawing) -> Option<Plot> {
        None
    }

    /// Draws nothing.
    pub fn download_png(_name: String, _room: Room, _drawing: &impl Drawing) {}

    /// No width.
    pub fn measure() -> impl Fn(&str, &str) -> f64 {
        |_, _| 0.0
    }
}

/// Texts from beside the page: there are none.
pub mod fetch {
    use crate::browser::Unavailable;

    /// No text.
    #[expect(clippy::unused_async, reason = "the same signature as in the browser")]
    pub async fn text(_address: &str) -> Result<String, Unavailable> {
        Err(Unavailable::Unreachable)
    }
}

/// Fields in which a text is written: there are none.
pub mod field {
    use std::ops::Range;

    use leptos::html::Textarea;
    use leptos::prelude::NodeRef;

    /// Nothing.
    pub fn selected(_field: NodeRef<Textarea>) -> Range<u32> {
        0..0
    }

    /// Goes nowhere.
    pub fn go_to(_field: NodeRef<Textarea>, _range: Range<u32>, _share: f64) {}

    /// Replaces nothing.
    pub fn replace(
        _field: NodeRef<Textarea>,
        _range: Range<u32>,
        _text: &str,
        _selected: Range<u32>,
    ) {
    }
}

/// Files of the user: there are none.
pub mod file {
    use leptos::ev::{ClipboardEvent, DragEvent, Event};

    use crate::browser::Unavailable;

    /// A file that cannot be read.
    #[derive(Debug, Clone)]
    pub struct Unread;

    impl Unread {
        /// No name.
        pub fn name(&self) -> String {
            String::new()
        }

        /// No text.
        #[expect(clippy::unused_async, reason = "the same signature as in the browser")]
        pub async fn read(self) -> Result<String, Unavailable> {
            Err(Unavailable::Unreadable)
        }
    }

    /// No file.
    pub fn chosen(_event: &Event) -> Option<Unread> {
        None
    }

    /// No file.
    pub fn dropped(_event: &DragEvent) -> Option<Unread> {
        None
    }

    /// No.
    pub fn is_dragged(_event: &DragEvent) -> bool {
        false
    }

    /// No text.
    pub fn pasted(_event: &ClipboardEvent) -> Option<String> {
        None
    }
}

/// Frames: nothing is ever painted.
pub mod frame {
    /// Drops what it is asked for.
    #[derive(Clone, Copy)]
    pub struct Frame(());

    impl Frame {
        /// A frame that is never painted.
        pub fn of_component() -> Self {
            Self(())
        }

        /// Drops the work.
        pub fn request(self, work: impl FnOnce() + 'static) {
            drop(work);
        }
    }
}

/// The browser's storage: there is none.
pub mod local_storage {
    use crate::storage::{KeyValue, StoreError};

    /// A storage that cannot be opened.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct LocalStorage(());

    impl LocalStorage {
        /// Not available.
        pub fn open() -> Result<Self, StoreError> {
            Err(StoreError::Unavailable)
        }

        /// Never calls back.
        pub fn on_change_elsewhere(
            _key: &'static str,
            _changed: impl Fn(Option<String>) + 'static,
        ) {
        }
    }

    impl KeyValue for LocalStorage {
        fn get(&self, _key: &str) -> Result<Option<String>, StoreError> {
            Err(StoreError::Unavailable)
        }

        fn set(&self, _key: &str, _text: &str) -> Result<(), StoreError> {
            Err(StoreError::Unavailable)
        }

        fn remove(&self, _key: &str) -> Result<(), StoreError> {
            Err(StoreError::Unavailable)
        }
    }
}

/// The address of the page: there is none.
pub mod location {
    /// Nothing.
    pub fn hash() -> String {
        String::new()
    }

    /// Goes nowhere.
    pub fn go_to(_hash: &str) {}

    /// Replaces nothing.
    pub fn replace(_hash: &str) {}

    /// Never calls back.
    pub fn on_change(_changed: impl Fn(String) + 'static) {}
}

/// The page: there is none.
pub mod page {
    use leptos::prelude::Signal;

    /// No preferences.
    pub fn languages() -> Vec<String> {
        Vec::new()
    }

    /// No.
    pub fn prefers_dark() -> Signal<bool> {
        Signal::derive(|| false)
    }

    /// Does nothing.
    pub fn set_root_attribute(_name: &str, _value: Option<&str>) {}

    /// No.
    pub fn is_typing(_event: &leptos::ev::Event) -> bool {
        false
    }

    /// No.
    pub fn is_skipped(_event: &leptos::ev::Event) -> bool {
        false
    }

    /// No day.
    pub fn today() -> String {
        String::new()
    }

    /// Does nothing.
    pub fn show(_id: String) {}

    /// Does nothing.
    pub fn lead_to(_id: String) {}

    /// Does nothing.
    pub fn enter(_id: &str) {}

    /// None.
    pub fn seen_rows(_event: &leptos::ev::Event, _row: &str) -> Option<crate::browser::SeenRows> {
        None
    }

    /// Does nothing.
    pub fn print() {}

    /// Does nothing.
    pub fn reload() {}

    /// Does nothing.
    pub fn set_title(_title: &str) {}

    /// Does nothing.
    pub fn download(_name: &str, _media_type: &str, _text: &str) {}
}

/// Panics: the standard library says them.
pub mod panic {
    use crate::browser::Rescue;

    /// Does nothing.
    pub fn install(_rescue: fn() -> Option<Rescue>) {}
}
