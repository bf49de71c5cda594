//! What no formula gives: observed and interpolated values, assumptions, thresholds; and where an input comes from in short.

use crate::engine::eval::Cell;
use crate::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx, SetIdx, TargetIdx, Year};
use crate::engine::plan::{Observation, Series};
use crate::text::number::{Precision, UNKNOWN, number};
use crate::view::assumption::{Control, control, path, written};
use crate::view::citation::quotes;
use crate::view::figures::Figures;
use crate::view::row::requirement;

use super::{Answer, Answering, Input, Of, Question};

impl Answering<'_> {
    pub(super) fn of_indicator(
        &self,
        question: Question,
        index: IndicatorIdx,
        member: Option<MemberIdx>,
        answer: Answer,
    ) -> Answer {
        match self.cell(question.of, question.year) {
            Cell::Observed(_) => self.observed(index, member, answer),
            Cell::Interpolated(_) => self.interpolated(question, index, answer),
            _ => self.computed(question, answer),
        }
    }

    /// What has happened, and where that is written.
    fn observed(&self, index: IndicatorIdx, member: Option<MemberIdx>, answer: Answer) -> Answer {
        let lang = self.words.0;
        let indicator = &self.plan.indicators[index.at()];
        let observation = self.observation(index, member, answer.year);
        let own = observation.map(|observation| observation.sources.as_slice());
        let sources = own
            .filter(|own| !own.is_empty())
            .unwrap_or(&indicator.sources);
        let vintage = observation.and_then(|observation| observation.vintage.clone());
        let note = indicator
            .note
            .as_ref()
            .map(|note| note.get(lang).to_owned());
        let facts = [
            vintage.map(|vintage| (self.words.edition(), vintage)),
            note.map(|note| (self.words.note(), note)),
        ];
        Answer {
            kind: self.words.observed().to_owned(),
            facts: facts.into_iter().flatten().collect(),
            quotes: quotes(self.plan, sources, lang),
            ..answer
        }
    }

    fn observation(
        &self,
        index: IndicatorIdx,
        member: Option<MemberIdx>,
        year: Year,
    ) -> Option<&Observation> {
        let table = self.plan.indicators[index.at()].observed.as_ref()?;
        let domain = self.domain(Of::Indicator(index, member));
        match self.of_member(table, domain, member)? {
            Series::One(_) => None,
            Series::ByYear(entries) => {
                let found = entries.iter().find(|(stated, _)| stated.value == year);
                found.map(|(_, observation)| observation)
            }
        }
    }

    /// Between which observations a value lies, and how.
    fn interpolated(&self, question: Question, index: IndicatorIdx, answer: Answer) -> Answer {
        let axis = self.projection.model().axis();
        let is_observed = |year: &Year| matches!(self.cell(question.of, *year), Cell::Observed(_));
        let before = (axis.first..question.year).rev().find(is_observed);
        let after = (question.year + 1..=axis.last).find(is_observed);
        let end = |year| {
            let value = self.cell(question.of, year).number();
            self.input(Question {
                year,
                precision: value.map_or(Precision::decimals(0), as_usual),
                ..question
            })
        };
        let between = self.plan.indicators[index.at()].path;
        Answer {
            kind: self.words.interpolated().to_owned(),
            facts: between
                .map(|path| {
                    (
                        self.words.between_years(),
                        self.words.interpolation(path).to_owned(),
                    )
                })
                .into_iter()
                .collect(),
            inputs: before.into_iter().chain(after).map(end).collect(),
            ..answer
        }
    }

    pub(super) fn of_assumption(
        &self,
        question: Question,
        index: AssumptionIdx,
        member: Option<MemberIdx>,
        answer: Answer,
    ) -> Answer {
        let (lang, words) = (self.words.0, self.words);
        let assumption = &self.plan.assumptions[index.at()];
        let model = self.projection.model();
        let unit = self.unit(question.of).name(lang);
        let is_moved = self.is_moved(index, member, question.year);
        let mut facts = vec![(
            words.basis_label(),
            format!(
                "{} · {}",
                words.basis(assumption.basis),
                words.basis_explained(assumption.basis)
            ),
        )];
        if let Some(derivation) = &assumption.derivation {
            facts.push((words.derivation(), derivation.get(lang).to_owned()));
        }
        if let Some(written) = written(model, index, member, &unit, lang) {
            facts.push((words.plan_value(), written));
        }
        if let Control::Slider(range) = control(assumption, lang) {
            let [low, high] =
                [range.min, range.max].map(|end| self.written(number(end), question.of));
            facts.push((words.range(), words.from_to(&low, &high)));
        }
        if let Some(awaits) = assumption.awaits {
            let from = assumption.from.as_ref().map(|from| from.get(lang));
            facts.push((words.awaited_from(), words.awaits(awaits, from)));
        }
        if let Some(note) = &assumption.note {
            facts.push((words.note(), note.get(lang).to_owned()));
        }
        let derived = self
            .formula(question.of, question.year)
            .filter(|_| !is_moved);
        let answer = match derived {
            Some(formula) => self.worked(question, &formula, answer),
            None => answer,
        };
        Answer {
            kind: if is_moved {
                words.assumption_moved()
            } else {
                words.assumption()
            }
            .to_owned(),
            facts,
            reasons: self.reasons(self.cell(question.of, question.year)),
            quotes: quotes(self.plan, &assumption.sources, lang),
            ..answer
        }
    }

    /// Whether a value is another than the plan's own.
    fn is_moved(&self, index: AssumptionIdx, member: Option<MemberIdx>, year: Year) -> bool {
        let model = self.projection.model();
        let path = path(model, index);
        let at = |inputs: &crate::engine::inputs::Inputs| {
            inputs
                .get(index, member)
                .map(|setting| setting.at(year, path))
        };
        at(self.inputs) != at(model.defaults())
    }

    pub(super) fn of_threshold(
        &self,
        question: Question,
        index: TargetIdx,
        member: Option<MemberIdx>,
        answer: Answer,
    ) -> Answer {
        let (lang, words) = (self.words.0, self.words);
        let target = &self.plan.targets[index.at()];
        let outcomes = self.results.of(index).iter();
        let mut of_member = outcomes.filter(|outcome| outcome.member == member);
        let outcome = of_member.find(|outcome| outcome.year == question.year);
        let required = outcome.map(|outcome| {
            let figures = Figures::of(outcome, &self.unit(question.of).name(lang), lang);
            requirement(self.plan, outcome, &figures, lang)
        });
        let note = target.note.as_ref().map(|note| note.get(lang).to_owned());
        let facts = [
            required.map(|required| (words.required(), required)),
            Some((words.bindingness(), words.kind(target.kind).to_owned())),
            note.map(|note| (words.note(), note)),
        ];
        let worked = match self.formula(question.of, question.year) {
            Some(formula) => Answer {
                reasons: self.reasons(self.cell(question.of, question.year)),
                ..self.worked(question, &formula, answer)
            },
            None => answer,
        };
        Answer {
            kind: words.required_value().to_owned(),
            facts: facts.into_iter().flatten().collect(),
            quotes: quotes(self.plan, &target.sources, lang),
            ..worked
        }
    }

    /// A number a formula reads, on one line.
    pub(super) fn input(&self, question: Question) -> Input {
        Input {
            name: self.name(question.of),
            year: question.year,
            value: self.value(question),
            origin: self.origin(question),
            question: Some(question),
        }
    }

    /// A total of members that are too many to be shown.
    pub(super) fn total_input(
        &self,
        set: SetIdx,
        count: usize,
        year: Year,
        value: Option<f64>,
        precision: Precision,
    ) -> Input {
        let set = self.plan.sets.get(set.at());
        let set = set.map_or("", |set| set.name.get(self.words.0));
        Input {
            question: None,
            name: self.words.total_of_members(set, count),
            year,
            value: value.map_or_else(|| UNKNOWN.to_owned(), |value| precision.padded(value)),
            origin: String::new(),
        }
    }

    /// Where a value comes from, in short.
    fn origin(&self, question: Question) -> String {
        let (lang, words) = (self.words.0, self.words);
        let parts = match (question.of, self.cell(question.of, question.year)) {
            (Of::Assumption(index, member), _) => {
                let assumption = &self.plan.assumptions[index.at()];
                let is_moved = self.is_moved(index, member, question.year);
                let kind = if is_moved {
                    words.assumption_moved()
                } else {
                    words.assumption()
                };
                let derivation = assumption
                    .derivation
                    .as_ref()
                    .map(|text| text.get(lang).to_owned());
                [
                    Some(kind.to_owned()),
                    Some(words.basis(assumption.basis).to_owned()),
                    derivation,
                ]
            }
            (Of::Indicator(index, member), Cell::Observed(_)) => {
                let observed = self.observed(
                    index,
                    member,
                    Answer {
                        year: question.year,
                        ..Answer::default()
                    },
                );
                let place = observed.quotes.into_iter().next().map(|quote| quote.place);
                [Some(observed.kind), place, None]
            }
            (_, Cell::Interpolated(_)) => [Some(words.interpolated().to_owned()), None, None],
            (_, Cell::Unknown(_) | Cell::Fault | Cell::NotApplicable) => {
                [Some(words.unknown().to_owned()), None, None]
            }
            _ => {
                let formula = self.formula(question.of, question.year);
                let formula = formula.map(|formula| formula.readable);
                [Some(words.projection().to_owned()), formula, None]
            }
        };
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(words.dot())
    }
}

fn as_usual(value: f64) -> Precision {
    Precision::read(&number(value))
}
