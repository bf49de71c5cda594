//! Where a number comes from: the formula with names, the same with the numbers of the year, and every number it reads,
//! which can be asked about in turn, down to what was observed, assumed or promised.
//!
//! ```text
//! Question ── formula ──▶ typed tree   the formula in force, units checked
//!          ── arithmetic ▶ Term        the same in one year, for one member; and what it reads
//!          ── term ──────▶ text        with as many digits as a reader needs to redo it
//! ```

mod arithmetic;
mod formula;
mod grounds;
mod scaled;
mod term;

use crate::engine::eval::{Cell, Projection};
use crate::engine::index::{AssumptionIdx, IndicatorIdx, MemberIdx, TargetIdx, Year};
use crate::engine::inputs::Inputs;
use crate::engine::lang::Lang;
use crate::engine::model::PlanNames;
use crate::engine::plan::Plan;
use crate::engine::unit::Unit;
use crate::text::number::{Precision, UNKNOWN, with_unit};
use crate::text::words::Words;

use super::citation::Quote;
use super::detail::{Reason, reason};
use super::results::Results;
use super::target;
use arithmetic::Arithmetic;
use formula::Formula;

/// A number somebody asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Question {
    /// What it is a value of.
    pub of: Of,
    /// The year it is of.
    pub year: Year,
    /// The precision it was read with, so that the answer says the same number.
    pub precision: Precision,
}

/// What a number is a value of; with the member where it is of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// An indicator, of the plan or the whole, or of a member.
    Indicator(IndicatorIdx, Option<MemberIdx>),
    /// An assumption.
    Assumption(AssumptionIdx, Option<MemberIdx>),
    /// What a target compares.
    Quantity(TargetIdx, Option<MemberIdx>),
    /// What a target compares it with.
    Threshold(TargetIdx, Option<MemberIdx>),
}

/// A number that can be asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// The question as it is spoken.
    pub label: String,
}

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The numbers asked about before, which led here.
    pub way: Vec<String>,
    /// What it is a value of.
    pub name: String,
    /// The year it is of.
    pub year: Year,
    /// The number with its unit.
    pub value: String,
    /// Observed, projected, assumed, required.
    pub kind: String,
    /// What else is known about it.
    pub facts: Vec<(&'static str, String)>,
    /// The formula with names; empty where there is none.
    pub formula: String,
    /// The same with numbers, and what it comes to.
    pub numbers: String,
    /// What the formula reads.
    pub inputs: Vec<Input>,
    /// Why it is unknown.
    pub reasons: Vec<Reason>,
    /// Where it stands.
    pub quotes: Vec<Quote>,
}

/// A number a formula reads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Input {
    /// What leads on to where it comes from; none for a total of many members.
    pub question: Option<Question>,
    /// What it is a value of.
    pub name: String,
    /// The year it is of.
    pub year: Year,
    /// The number with its unit.
    pub value: String,
    /// Where it comes from, in short.
    pub origin: String,
}

impl Asked {
    /// A number of a name and year, as it reads with its unit.
    pub fn new(of: Of, year: Year, name: &str, number: &str, lang: Lang) -> Self {
        Self {
            question: Question {
                of,
                year,
                precision: Precision::read(number),
            },
            label: Words(lang).number_of(year, name, number),
        }
    }
}

impl Answer {
    /// Where the last of some numbers comes from, each read in the answer to the one before, under the inputs the
    /// projection was made with.
    pub fn to(
        questions: &[Question],
        plan: &Plan,
        projection: &Projection,
        (inputs, results): (&Inputs, &Results),
        lang: Lang,
    ) -> Option<Self> {
        let answering = Answering {
            plan,
            projection,
            inputs,
            results,
            names: PlanNames::new(plan).0,
            words: Words(lang),
        };
        let (last, before) = questions.split_last()?;
        let step = |question: &Question| {
            let name = answering.name(question.of);
            answering.words.value_in(&name, question.year)
        };
        Some(Self {
            way: before.iter().map(step).collect(),
            ..answering.answer(*last)
        })
    }
}

/// What answers are made from.
struct Answering<'a> {
    plan: &'a Plan,
    projection: &'a Projection,
    inputs: &'a Inputs,
    results: &'a Results,
    names: PlanNames<'a>,
    words: Words,
}

impl Answering<'_> {
    fn answer(&self, question: Question) -> Answer {
        let Question { of, year, .. } = question;
        let answer = Answer {
            name: self.name(of),
            year,
            value: self.value(question),
            ..Answer::default()
        };
        match of {
            Of::Indicator(index, member) => self.of_indicator(question, index, member, answer),
            Of::Assumption(index, member) => self.of_assumption(question, index, member, answer),
            Of::Quantity(index, member) => match self.indicator_of(index, member) {
                Some((indicator, member)) => self.answer(Question {
                    of: Of::Indicator(indicator, member),
                    ..question
                }),
                None => self.computed(question, answer),
            },
            Of::Threshold(index, member) => self.of_threshold(question, index, member, answer),
        }
    }

    /// The name of a quantity, with its member.
    fn name(&self, of: Of) -> String {
        let lang = self.words.0;
        let (name, over, member) = match of {
            Of::Indicator(index, member) => {
                let indicator = &self.plan.indicators[index.at()];
                (indicator.name.get(lang).to_owned(), self.domain(of), member)
            }
            Of::Assumption(index, member) => {
                let assumption = &self.plan.assumptions[index.at()];
                (
                    assumption.name.get(lang).to_owned(),
                    self.domain(of),
                    member,
                )
            }
            Of::Quantity(index, member) | Of::Threshold(index, member) => (
                target::name(self.plan, index, lang),
                self.domain(of),
                member,
            ),
        };
        let set = over.and_then(|set| self.plan.sets.get(set.at()));
        let member = set
            .zip(member)
            .and_then(|(set, member)| set.members.get(member.at()));
        match member {
            Some(member) => self.words.of_member(&name, member.name.get(lang)),
            None => name,
        }
    }

    fn unit(&self, of: Of) -> Unit {
        let model = self.projection.model();
        let unit = match of {
            Of::Indicator(index, _) => model.indicators().get(index.at()).map(|known| &known.unit),
            Of::Assumption(index, _) => {
                model.assumptions().get(index.at()).map(|known| &known.unit)
            }
            Of::Quantity(index, _) | Of::Threshold(index, _) => {
                self.quantity(index).map(|quantity| &quantity.unit)
            }
        };
        unit.cloned().unwrap_or_else(Unit::plain)
    }

    /// The number asked about, as it was read.
    fn value(&self, question: Question) -> String {
        match self.cell(question.of, question.year) {
            Cell::NotApplicable => self.words.not_applicable().to_owned(),
            cell => match cell.number() {
                Some(value) => self.written(question.precision.padded(value), question.of),
                None => UNKNOWN.to_owned(),
            },
        }
    }

    fn written(&self, number: String, of: Of) -> String {
        with_unit(&number, &self.unit(of).name(self.words.0))
    }

    /// The formula it is computed by, with its numbers and what it reads; or why there is none.
    fn computed(&self, question: Question, answer: Answer) -> Answer {
        let cell = self.cell(question.of, question.year);
        let applies = cell != Cell::NotApplicable;
        let reasons = self.reasons(cell);
        let formula = self.formula(question.of, question.year);
        let Some(formula) = formula.filter(|_| applies) else {
            return Answer { reasons, ..answer };
        };
        Answer {
            kind: self.words.projection().to_owned(),
            reasons,
            ..self.worked(question, &formula, answer)
        }
    }

    fn worked(&self, question: Question, formula: &Formula, answer: Answer) -> Answer {
        let value = self.cell(question.of, question.year).number();
        let arithmetic = Arithmetic::of(self, formula, question);
        let digits = arithmetic.digits(value, question.precision);
        let shown = arithmetic.written(digits, self.words);
        Answer {
            formula: formula.readable.clone(),
            numbers: format!("{shown} = {}", answer.value),
            inputs: arithmetic.inputs(self, digits),
            ..answer
        }
    }

    fn reasons(&self, cell: Cell<'_>) -> Vec<Reason> {
        let lang = self.words.0;
        match cell {
            Cell::Unknown(roots) => roots
                .iter()
                .map(|root| reason(self.plan, *root, lang))
                .collect(),
            Cell::Fault => vec![Reason {
                text: self.words.no_number().to_owned(),
                awaits: None,
            }],
            _ => Vec::new(),
        }
    }
}
