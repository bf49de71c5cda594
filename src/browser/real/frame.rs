//! Work that is to be seen: at most once a frame.

use leptos::prelude::*;

type Work = Box<dyn FnOnce()>;

/// Does the latest of what it was asked for, right before the browser paints next; nothing once the component that made
/// it is gone.
#[derive(Clone, Copy)]
pub struct Frame(StoredValue<Option<Work>, LocalStorage>);

impl Frame {
    /// A frame of the component that is being made.
    pub fn of_component() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Asks for work in place of what is still waiting.
    pub fn request(self, work: impl FnOnce() + 'static) {
        let work: Work = Box::new(work);
        let is_waiting = self.0.try_update_value(|slot| slot.replace(work).is_some());
        if is_waiting != Some(false) {
            return;
        }
        request_animation_frame(move || {
            // Taken out before it is done, so that it may ask for more.
            let work = self.0.try_update_value(Option::take).flatten();
            if let Some(work) = work {
                work();
            }
        });
    }
}
