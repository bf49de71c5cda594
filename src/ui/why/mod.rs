//! Where a number comes from: numbers that can be pressed, and the dialog they open. What stands in it is a part.

mod answer;

use leptos::prelude::*;

use crate::text::words::Words;
use crate::view::why::{Asked, Question};

use super::context::say;
use super::erased::{either, press, text};
use super::part::{parts, shown};
use super::widgets::Dialog;
use answer::AnswerPanel;

parts! {
    why:
    answer_part(trail: Trail) { view! { <AnswerPanel trail /> } }
}

/// The numbers asked about, each read in the answer to the one before; none while nobody asks.
#[derive(Debug, Clone, Copy)]
pub struct Trail(RwSignal<Vec<Question>>);

impl Trail {
    /// The trail of the page, for every number on it.
    pub fn provide() {
        provide_context(Self(RwSignal::new(Vec::new())));
    }

    /// Asks about a number of the page.
    pub fn begin(self, question: Question) {
        self.0.set(vec![question]);
    }

    /// Asks about a number of the answer.
    fn follow(self, question: Question) {
        self.0.update(|trail| trail.push(question));
    }

    /// Goes back so that so many questions are left.
    fn back_to(self, count: usize) {
        self.0.update(|trail| trail.truncate(count));
    }
}

/// The dialog that says where the number comes from.
#[component]
pub fn WhyDialog() -> impl IntoView {
    let trail: Trail = expect_context();
    view! {
        <Dialog
            open=Signal::derive(move || trail.0.with(|trail| !trail.is_empty()))
            title=say(Words::how_it_comes)
            close_label=say(Words::close)
            on_close=move |()| trail.back_to(0)
        >
            {shown(answer_part, trail)}
        </Dialog>
    }
}

/// A number that says where it comes from when it is pressed; only a number where nothing is known about that.
#[component]
pub fn Number(
    #[prop(into)] says: Signal<String>,
    #[prop(into)] asked: Signal<Option<Asked>>,
) -> impl IntoView {
    let trail: Trail = expect_context();
    let ask = move || {
        if let Some(asked) = asked.get_untracked() {
            trail.begin(asked.question);
        }
    };
    let label = text(move || asked.get().map(|asked| asked.label).unwrap_or_default());
    let button = move || {
        view! {
            <button
                type="button"
                class="asked"
                aria-haspopup="dialog"
                aria-label=label
                on:click=press(ask)
            >
                {says}
            </button>
        }
        .into_any()
    };
    either(
        move || asked.with(Option::is_some),
        button,
        move || says.into_any(),
    )
}

/// The same for a number that does not change where it stands.
pub fn number(says: String, asked: Option<Asked>) -> AnyView {
    let says = text(move || says.clone());
    let asked = Signal::derive(move || asked.clone());
    view! { <Number says asked /> }.into_any()
}
