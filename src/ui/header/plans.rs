//! The plan that is open, and the ways to open another: one that comes with the product, a file, a pasted text.

use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::session::{PlanRef, Removed};
use crate::app::store::Opening;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner, use_store};
use crate::ui::erased::{changing, each, effect, kept, press, text, when};
use crate::ui::outside::{self, PLAN_FILES};
use crate::ui::part::{parts, shown};
use crate::ui::widgets::{Dialog, Disclosure, FileButton, Glyph, Icon, WayBack};
use crate::view::shelf::Shelf;

parts! {
    plans:
    list_part(_given: ()) { view! { <List /> } }
}

/// The title of the open plan; pressing it shows the others.
#[component]
pub fn Plans() -> impl IntoView {
    let planner = use_planner();
    let store = planner.store;
    let is_open = RwSignal::new(false);
    let title = kept(planner.title());
    // Whatever opens a plan is done when the plan is there, or its text in the editor.
    let mended = Derived::new(move || store.mended());
    effect(move || {
        planner.opened.track();
        mended.track();
        if is_open.get_untracked() {
            is_open.set(false);
        }
    });
    view! {
        <h1 class="plan-name">
        <button
            type="button"
            class="plan-button"
            aria-haspopup="dialog"
            title=say(Words::open_plan)
            on:click=press(move || is_open.set(true))
        >
            <span class="plan-title">{title}</span>
            <Icon glyph=Glyph::Down />
        </button>
        </h1>
        <Dialog
            open=is_open
            title=say(Words::open_plan)
            close_label=say(Words::close)
            on_close=move |()| is_open.set(false)
        >
            {shown(list_part, ())}
        </Dialog>
    }
}

/// Every plan that can be opened, and the ways to open another.
#[component]
fn List() -> impl IntoView {
    let store = use_store();
    view! {
        <Shipped />
        <Own />
        {when(
            move || matches!(store.opening(), Opening::Failed(_)),
            || view! { <p class="problem-note" role="alert">{say(Words::plan_unavailable)}</p> }.into_any(),
        )}
    }
}

/// The plans that come with the product.
#[component]
fn Shipped() -> impl IntoView {
    let store = use_store();
    let shelf = outside::shelf();
    let plans = move || match shelf.get() {
        Shelf::Here(plans) => plans,
        Shelf::Coming | Shelf::Missing => Vec::new(),
    };
    view! {
        <h3>{say(Words::shipped_plans)}</h3>
        {when(
            move || shelf.get() == Shelf::Missing,
            || view! { <p class="hint">{say(Words::no_shipped_list)}</p> }.into_any(),
        )}
        <ul class="shelf">
            {each(
                plans,
                move |plan| {
                    let note = plan.note(store.words());
                    let title = plan.title(store.lang()).to_owned();
                    let summary = plan.summary(store.lang()).to_owned();
                    let open = entry(PlanRef::Shipped(plan.id), title, summary, note);
                    view! { <li>{open}</li> }.into_any()
                },
            )}
        </ul>
    }
}

/// A plan that can be opened.
fn entry(plan: PlanRef, title: String, summary: String, note: String) -> AnyView {
    let store = use_store();
    let is_current = store.plan_ref() == plan;
    view! {
        <button
            type="button"
            class="shelf-entry"
            aria-current=is_current.then_some("true")
            on:click=press(move || outside::fetch(store, plan.clone()))
        >
            <span class="shelf-title">{title}</span>
            <span>{summary}</span>
            <span class="shelf-note">{note}</span>
        </button>
    }
    .into_any()
}

/// A plan of the user's own, which can be opened or taken off the list.
fn own_entry((plan, title): (PlanRef, String), removed: RwSignal<Option<Removed>>) -> AnyView {
    let store = use_store();
    let says = store.words().remove_plan(&title);
    let open = entry(plan.clone(), title, String::new(), String::new());
    let remove = move || removed.set(store.remove_plan(&plan));
    view! {
        <li class="shelf-own">
            {open}
            <button
                type="button"
                class="button is-quiet"
                aria-label=says.clone()
                title=says
                on:click=press(remove)
            >
                <Icon glyph=Glyph::Bin />
            </button>
        </li>
    }
    .into_any()
}

/// Plans of the user's own: those worked on before, a file, a text.
#[component]
fn Own() -> impl IntoView {
    let store = use_store();
    let open_file = move |file| outside::open_file(store, file);
    let heading = NodeRef::<html::H3>::new();
    // Can be put back until another is taken off, or the list is put away.
    let removed = RwSignal::new(None::<Removed>);
    let way_back = move |gone: Removed| {
        let title = gone.title().clone();
        let says = text(move || {
            let words = store.words();
            words.plan_removed(words.title(&title))
        });
        let put_back = move |()| {
            if let Some(heading) = heading.get_untracked() {
                drop(heading.focus());
            }
            store.put_plan_back(gone.clone());
            removed.set(None);
        };
        view! { <WayBack says label=say(Words::undo) on_back=put_back /> }.into_any()
    };
    view! {
        <h3 tabindex="-1" node_ref=heading>
            {say(Words::your_plans)}
        </h3>
        <ul class="shelf">{each(move || store.own_plans(), move |plan| own_entry(plan, removed))}</ul>
        <p class="hint" role="status">
            {changing(move || removed.get().map_or_else(|| ().into_any(), way_back))}
        </p>
        <p>
            <FileButton label=say(Words::open_file) accept=PLAN_FILES on_file=open_file />
            " "
            <button type="button" class="button" on:click=press(move || store.begin_plan())>
                {say(Words::new_plan)}
            </button>
        </p>
        <p class="hint">{say(Words::drop_hint)}</p>
        <Disclosure summary=say(Words::paste_plan)>
            <Paste />
        </Disclosure>
    }
}

/// A field for the text of a plan.
#[component]
fn Paste() -> impl IntoView {
    let store = use_store();
    let field = NodeRef::<html::Textarea>::new();
    let open = move || {
        if let Some(field) = field.get() {
            outside::open_text(store, &field.value());
        }
    };
    view! {
        <textarea
            class="field paste"
            rows="6"
            spellcheck="false"
            node_ref=field
            aria-label=say(Words::paste_plan)
        ></textarea>
        <button type="button" class="button" on:click=press(open)>
            {say(Words::open_pasted)}
        </button>
    }
}
