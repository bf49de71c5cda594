//! The editor: the text of the plan, what is wrong with it beside it, and what it would give.

mod completing;
mod counts;
mod writing;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::draft::{Discarded, Reading, Standing};
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{effect, either, flag, kept, name, press, when};
use crate::ui::problems;
use crate::ui::widgets::{Code, WayBack};
use crate::view::problem::{At, List};
use completing::Completing;
use counts::Counts;
use writing::Writing;

/// The text, the problems and the result.
#[component]
pub fn Editor() -> impl IntoView {
    let planner = use_planner();
    let code = Code::new();
    let completing = Completing::new(code);
    let reading = planner.reading();
    let standing = Derived::new(move || reading.with(|reading| reading.standing));
    let list = planner.reading_problems(reading);
    let store = planner.store;
    let go_to = move |at: At| code.go_to(store.range_in_field(at), at.line);
    // The field is there, and has its text, a moment after the page.
    effect(move || {
        if let Some(at) = store.sought_place() {
            request_animation_frame(move || {
                go_to(at);
                store.forget_sought_place();
            });
        }
    });
    // Who wants to mend a text wants to write. The dialog that led here gives the focus back first.
    effect(move || {
        if standing.get() == Standing::Apart {
            request_animation_frame(move || code.focus());
        }
    });
    let explained = move |words: Words| match standing.get() {
        Standing::Apart => words.mending_explained(),
        Standing::Same | Standing::Changed => words.editor_explained(),
    };
    view! {
        <section class="page editor" id="targets" tabindex="-1" aria-label=say(Words::editor)>
            <header class="page-head">
                <h2>{say(Words::editor)}</h2>
                <p>{name(move || explained(planner.store.words()))}</p>
            </header>
            <Doing code completing standing reading list />
            <Writing code completing list />
            <div class="editor-side">
                <Counts standing reading />
                <h3>{say(Words::problems)}</h3>
                {either(
                    move || list.with(|list| list.shown.is_empty()),
                    || view! { <p class="hint">{say(Words::no_problems)}</p> }.into_any(),
                    move || problems::list(list, Some(Callback::new(go_to))),
                )}
            </div>
        </section>
    }
}

/// How the text stands, and what can be done with it.
#[component]
fn Doing(
    code: Code,
    completing: Completing,
    standing: Derived<Standing>,
    reading: Derived<Reading>,
    list: Derived<List>,
) -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    // The plan as it was applied last; any other has been opened, undone or redone since.
    let applied = RwSignal::new(None);
    let is_sound = Derived::new(move || reading.with(Reading::is_sound));
    let is_plan = move || reading.with(Reading::is_plan);
    let is_same = move || standing.get() == Standing::Same;
    let apply = move || {
        let is_done = store.apply_draft(!is_sound.get_untracked());
        applied.set(is_done.then(|| planner.opened.get_untracked()));
        code.focus();
    };
    // Can be put back as long as the text is what was left when it was dropped.
    let discarded = RwSignal::new(None::<(Discarded, Arc<str>)>);
    let text = planner.field_text();
    let discard = move || {
        let dropped = store.discard_draft();
        discarded.set(dropped.map(|dropped| (dropped, text.get_untracked())));
    };
    let can_put_back =
        move || discarded.with(|last| last.as_ref().is_some_and(|(_, left)| text.get() == *left));
    let put_back = move |()| {
        if let Some((dropped, _)) = discarded.try_update(Option::take).flatten() {
            store.put_draft_back(dropped);
            code.focus();
        }
    };
    let way_back = move || {
        view! { <WayBack says=say(Words::draft_discarded) label=say(Words::undo) on_back=put_back /> }
            .into_any()
    };
    let complete = move || {
        code.focus();
        completing.ask();
    };
    let apply_label = name(move || {
        let words = store.words();
        match (standing.get(), !is_sound.get() && is_plan()) {
            (Standing::Changed, true) => words.apply_without_faults(),
            (Standing::Apart, true) => words.open_anyway(),
            (Standing::Apart, false) => words.open_mended(),
            (Standing::Changed | Standing::Same, _) => words.apply_draft(),
        }
    });
    let discard_label = name(move || {
        let words = store.words();
        match standing.get() {
            Standing::Apart => words.discard_mended(),
            Standing::Same | Standing::Changed => words.discard_draft(),
        }
    });
    let says = Derived::new(move || {
        let words = store.words();
        let ready = match standing.get() {
            Standing::Same if applied.get() == Some(planner.opened.get()) => words.draft_applied(),
            Standing::Same => words.draft_same(),
            Standing::Changed => words.draft_ready(),
            Standing::Apart => words.mended_ready(),
        };
        let counted = list.with(|list| list.count.text(words));
        let counted = Some(counted).filter(|counted| !counted.is_empty());
        let ready = (is_sound.get() || is_same()).then(|| ready.to_owned());
        let parts: Vec<String> = ready.into_iter().chain(counted).collect();
        parts.join(words.dot())
    });
    view! {
        <div class="editor-doing">
            <button
                type="button"
                class="button"
                class:is-main=flag(move || is_sound.get())
                disabled=flag(move || is_same() || !is_plan())
                on:click=press(apply)
            >
                {apply_label}
            </button>
            {when(
                move || !is_same(),
                move || {
                    view! {
                        <button type="button" class="button" on:click=press(discard)>
                            {discard_label}
                        </button>
                    }
                    .into_any()
                },
            )}
            <p class="editor-says" role="status">
                {either(can_put_back, way_back, move || kept(says).into_any())}
            </p>
            <button type="button" class="button editor-complete" on:click=press(complete)>
                {say(Words::complete)}
            </button>
        </div>
    }
}
