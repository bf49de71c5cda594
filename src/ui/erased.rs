//! Views of few types. Every closure in a view is a type of its own, and brings its own copy of the renderer's code into
//! the page; what goes through here shares one.

use leptos::ev::{FocusEvent, MouseEvent};
use leptos::prelude::*;

use crate::app::derived::{self, Derived};

/// A text that follows what it reads.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A text that is computed once for all who read it.
pub fn kept(memo: Derived<String>) -> Signal<String> {
    memo.into()
}

/// A condition that follows what it reads.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// One of a few fixed names, such as a tone, that follows what it reads.
pub fn name(read: impl Fn() -> &'static str + Send + Sync + 'static) -> Signal<&'static str> {
    Signal::derive(read)
}

/// A view that is made anew whenever what it reads changes.
pub fn changing(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

/// A view that is there while a condition holds.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    either(condition, view, || ().into_any())
}

/// One view while a condition holds, another while it does not.
pub fn either(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + 'static,
    other: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let holds = Derived::new(condition);
    changing(move || if holds.get() { view() } else { other() })
}

/// A view of every item, all made anew when one changes: for what is only read.
pub fn each<T: 'static>(
    items: impl Fn() -> Vec<T> + Send + 'static,
    view: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    changing(move || {
        items()
            .into_iter()
            .map(&view)
            .collect::<Vec<AnyView>>()
            .into_any()
    })
}

/// A view of every key, each kept as long as its key is there: for what is operated.
pub fn keyed(
    keys: impl Into<Signal<Vec<u32>>>,
    view: impl Fn(u32) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (keys, view) = (keys.into(), Callback::new(view));
    keyed_by(keys, view)
}

fn keyed_by(keys: Signal<Vec<u32>>, view: Callback<u32, AnyView>) -> AnyView {
    view! { <For each=move || keys.get() key=|key| *key let(key)>{view.run(key)}</For> }.into_any()
}

/// What happens when something is pressed.
pub fn press(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// Something done to the page now and whenever what it reads changes.
pub fn effect(act: impl Fn() + 'static) {
    derived::effect(Box::new(act));
}

/// What happens when the focus is lost. Nothing where it is lost because what had it is gone: its values are gone, too.
pub fn left(act: impl Fn() + 'static) -> Box<dyn FnMut(FocusEvent)> {
    let here = StoredValue::new(());
    Box::new(move |_| {
        if here.try_get_value().is_some() {
            act();
        }
    })
}
