//! Work that is to be seen: at most once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;

type Work = Box<dyn FnOnce()>;

/// Does the latest of what it was asked for, right before the browser paints next.
#[derive(Clone, Default)]
pub struct Frame(Rc<RefCell<Option<Work>>>);

impl Frame {
    /// Asks for work in place of what is still waiting.
    pub fn request(&self, work: impl FnOnce() + 'static) {
        let waiting = self.0.replace(Some(Box::new(work)));
        if waiting.is_some() {
            return;
        }
        let slot = Rc::clone(&self.0);
        request_animation_frame(move || {
            // Taken out before it is done, so that it may ask for more.
            let work = slot.take();
            if let Some(work) = work {
                work();
            }
        });
    }
}
