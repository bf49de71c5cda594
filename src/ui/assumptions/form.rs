//! What a scenario of the user's own is called, why it is there, who has made it and when: asked for in a dialog.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::session::About;
use crate::text::words::Words;
use crate::ui::context::{say, use_planner};
use crate::ui::erased::{effect, press, text};
use crate::ui::outside::today;
use crate::ui::part::{parts, shown};
use crate::ui::widgets::Dialog;

use super::Tools;

/// What the form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new scenario, from the one in force and what is moved.
    Add,
    /// The own scenario in force.
    Edit,
}

parts! {
    assumptions:
    form_part(tools: Tools) { view! { <Form tools /> } }
}

/// The dialog; open while something is asked.
#[component]
pub fn ScenarioDialog(
    tools: Tools,
    /// What a new scenario is.
    adds: Signal<String>,
) -> impl IntoView {
    let asked = tools.asked;
    let edits = say(Words::edit_scenario);
    let title = text(move || match asked.get() {
        Some(Purpose::Edit) => edits.get(),
        Some(Purpose::Add) | None => adds.get(),
    });
    view! {
        <Dialog
            open=Signal::derive(move || asked.get().is_some())
            title
            close_label=say(Words::close)
            on_close=move |()| asked.set(None)
        >
            {shown(form_part, tools)}
        </Dialog>
    }
}

#[component]
fn Form(tools: Tools) -> impl IntoView {
    let asked = tools.asked;
    let planner = use_planner();
    let store = planner.store;
    let edited = (asked.get_untracked() == Some(Purpose::Edit))
        .then(|| {
            planner
                .work
                .with_untracked(|work| work.own_scenario().cloned())
        })
        .flatten();
    let before = match &edited {
        Some(own) => own.about(),
        None => planner.about_new(today()),
    };
    let id = StoredValue::new(edited.map(|own| own.id));
    let problem = RwSignal::new(false);
    let name = NodeRef::<html::Input>::new();
    let (author, date) = (NodeRef::new(), NodeRef::new());
    let reason = NodeRef::<html::Textarea>::new();
    effect(move || {
        if let Some(name) = name.get() {
            // A field that cannot take the focus is still a field.
            drop(name.focus());
            name.select();
        }
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let about = About {
            name: written(name),
            reason: reason
                .get()
                .map(|field| field.value().trim().to_owned())
                .unwrap_or_default(),
            author: written(author),
            date: written(date),
        };
        let id = id.get_value();
        let is_taken = planner.is_scenario_called(&about.name, id.as_deref());
        problem.set(is_taken);
        if is_taken || about.name.is_empty() {
            return;
        }
        match id {
            Some(id) => store.describe_scenario(&id, about),
            None => store.add_scenario(about),
        }
        asked.set(None);
    };
    let says = text(move || {
        let words = store.words();
        let says = if problem.get() {
            words.scenario_name_taken()
        } else {
            ""
        };
        says.to_owned()
    });
    view! {
        <form class="form" on:submit=save>
            <label>
                {say(Words::scenario_name)}
                <input
                    node_ref=name
                    class="field"
                    value=before.name
                    required
                    pattern=r".*\S.*"
                    maxlength="60"
                    autocomplete="off"
                    aria-invalid=text(move || problem.get().to_string())
                    aria-describedby="scenario-name-problem"
                />
            </label>
            <p class="form-problem" id="scenario-name-problem" role="alert">
                {says}
            </p>
            <label>
                {say(Words::scenario_reason)}
                <textarea node_ref=reason class="field" rows="3" maxlength="1000">
                    {before.reason}
                </textarea>
            </label>
            <div class="form-line">
                {line(say(Words::scenario_author), "text", before.author, author)}
                {line(say(Words::scenario_date), "date", before.date, date)}
            </div>
            <footer class="dialog-foot">
                <button type="button" class="button" on:click=press(move || asked.set(None))>
                    {say(Words::cancel)}
                </button>
                <button type="submit" class="button is-main">
                    {say(Words::save)}
                </button>
            </footer>
        </form>
    }
}

/// A line that may be left empty.
fn line(
    label: Signal<String>,
    kind: &'static str,
    value: String,
    node: NodeRef<html::Input>,
) -> AnyView {
    view! {
        <label>
            {label} <input node_ref=node class="field" type=kind value=value maxlength="60" />
        </label>
    }
    .into_any()
}

fn written(node: NodeRef<html::Input>) -> String {
    let field = node.get();
    field
        .map(|field| field.value().trim().to_owned())
        .unwrap_or_default()
}
