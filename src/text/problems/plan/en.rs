//! The same in English.

use super::super::place::kind;
use super::super::shape::{self, expected};
use super::super::{Message, as_written, either};
use crate::engine::lang::Lang;
use crate::engine::plan::format::YEARS;
use crate::engine::plan::{CorrelationFault, PlanProblem, TooMany};

#[expect(clippy::too_many_lines, reason = "one arm per problem")]
pub(super) fn message(problem: &PlanProblem) -> Message {
    let en = Lang::En;
    let (first_year, last_year) = (YEARS.start(), YEARS.end());
    match problem {
        PlanProblem::WrongKind {
            expected: shape,
            found,
            field,
        } => Message::new(
            format!(
                "Expected {}, found {}",
                expected(shape, en),
                shape::found(*found, en)
            ),
            shape::remedy(shape, *found, field, en),
        ),
        PlanProblem::Missing { field } => Message::new(
            format!("The required field {} is missing", field.key),
            shape::about(field, en),
        ),
        PlanProblem::UnknownField { field, suggestion } => Message::new(
            format!("The format has no field “{field}”; it is kept but does nothing"),
            match suggestion {
                Some(field) => format!("Did you mean {}: {}", field.key, field.about.en),
                None => "Remove it; begin fields of your own with x-".to_owned(),
            },
        ),
        PlanProblem::UnknownWord {
            word,
            allowed,
            suggestion,
        } => Message::new(
            format!("“{word}” cannot stand here"),
            shape::choices(allowed, *suggestion, en),
        ),
        PlanProblem::UnknownCode {
            code,
            allowed,
            suggestion,
        } => Message::new(
            format!("No warning “{code}” can come up here, so nothing is accepted"),
            shape::codes(allowed, *suggestion, en),
        ),
        PlanProblem::Blank { field } => Message::new("The text is blank", shape::about(field, en)),
        PlanProblem::Empty { field } => {
            Message::new("At least one entry is needed", shape::about(field, en))
        }
        PlanProblem::WrongLength {
            expected,
            found,
            field,
        } => Message::new(
            format!("Expected {expected} entries, found {found}"),
            shape::about(field, en),
        ),
        PlanProblem::NotAYear(text) => Message::new(
            format!("“{text}” is no year that can be used"),
            format!("Write four digits, from {first_year} to {last_year}"),
        ),
        PlanProblem::NotADate(text) => Message::new(
            format!("“{text}” is no date"),
            "Write 2025, 2025-06 or 2025-06-30",
        ),
        PlanProblem::BadName(id) => Message::new(
            format!("The id “{id}” cannot stand in a formula"),
            "Use letters (Chinese too), digits and _ only, not beginning with a digit",
        ),
        PlanProblem::BadLabel(id) => Message::new(
            format!("The id “{id}” has characters that cannot be used"),
            "Use letters (Chinese too), digits, _, - and . only, beginning with a letter or digit",
        ),
        PlanProblem::ReservedName(id) => Message::new(
            format!("“{id}” means something else in formulas or tables and cannot be an id"),
            "Choose another id, for example with a prefix",
        ),
        PlanProblem::BadPriceBasis(text) => Message::new(
            format!("“{text}” is no price basis"),
            "Write \"current\", \"comparable\" or the year of constant prices, for example \"2020\"",
        ),
        PlanProblem::MixedTable => Message::new(
            "Years and members in one table",
            "By member, years stand inside each member: {\"member\": {\"2025\": 1}}",
        ),
        PlanProblem::NestedTable => Message::new(
            "The table goes too deep",
            "Possible are x, {year: x}, {member: x} and {member: {year: x}}",
        ),
        PlanProblem::NewerFormat { found, newest } => Message::new(
            format!(
                "This plan is of format {}; the newest format this program knows is {newest}",
                as_written(*found)
            ),
            "Open it with a newer version; the file was left untouched",
        ),
        PlanProblem::UnknownFormat(found) => Message::new(
            format!("There is no format {}", as_written(*found)),
            "Write \"format\": 1",
        ),
        PlanProblem::Reversed { start, end } => Message::new(
            format!("The first year {start} is after the last, {end}"),
            "Write the first year first",
        ),
        PlanProblem::DuplicateId {
            id, kind: taken, ..
        } => Message::new(
            format!(
                "The id “{id}” is already that of another {}",
                kind(*taken).en
            ),
            "Choose another id; for now this item does nothing",
        ),
        PlanProblem::UnknownReference {
            kind: wanted,
            id,
            suggestion,
        } => Message::new(
            format!("There is no {} “{id}”", kind(*wanted).en),
            match suggestion {
                Some(suggestion) => format!("Did you mean “{suggestion}”?"),
                None => format!("Check the spelling, or add it to {}", wanted.section()),
            },
        ),
        PlanProblem::ScenarioLoop(ring) => Message::new(
            format!("Scenarios build on each other: {}", ring.join(" → ")),
            "Remove one of the bases",
        ),
        PlanProblem::Conflict { first, second } => Message::new(
            format!("{second} cannot stand beside {first}"),
            format!("Remove one of them; for now {first} counts"),
        ),
        PlanProblem::NoneOf(keys) => Message::new(
            format!("There is no {}", either(keys, en)),
            format!("Add {}", either(keys, en)),
        ),
        PlanProblem::Needs { field, needs } => {
            let needs = either(needs, en);
            Message::new(
                format!("{field} needs {needs}"),
                format!("Add {needs}, or remove {field}"),
            )
        }
        PlanProblem::Idle { field, needs } => Message::new(
            format!("{field} does nothing without {needs}"),
            format!("Add {needs}, or remove {field}"),
        ),
        PlanProblem::MembersWithoutSet => Message::new(
            "Values by member, but no set they are members of",
            "Add over, or write a single value",
        ),
        PlanProblem::YearsOutOfPlace => Message::new(
            "Nothing can be by year here",
            "Write a date or false, or either by member",
        ),
        PlanProblem::NoPath => Message::new(
            "Several years, and nothing said of those between",
            "Add path: step (hold), linear (straight line) or compound (constant growth)",
        ),
        PlanProblem::ObservedWithoutYear => Message::new(
            "An observed value without its year",
            "Write {\"2022\": 129.8}",
        ),
        PlanProblem::NothingKnown => Message::new(
            "Neither observed values nor a formula: it has no value in any year",
            "Add observed or formula",
        ),
        PlanProblem::NoYears => Message::new(
            "Nothing says in which years it is tested",
            "Add in, every or by, or give the threshold by year",
        ),
        PlanProblem::DateForQuantity(date) => Message::new(
            format!("A quantity is tested in whole years, not “{date}”"),
            "Write a year, for example \"by\": 2025; a milestone with a date is an event",
        ),
        PlanProblem::YearsTwice { field } => Message::new(
            format!("The threshold is by year already, so {field} cannot stand beside it"),
            format!("Remove {field}, or write a single threshold"),
        ),
        PlanProblem::RangeReversed { min, max } => Message::new(
            format!(
                "The lower end {} must be below the upper, {}",
                as_written(*min),
                as_written(*max)
            ),
            "Write the smaller first",
        ),
        PlanProblem::OutsideRange { value, min, max } => Message::new(
            format!(
                "The value {} is outside the slider, {} to {}",
                as_written(*value),
                as_written(*min),
                as_written(*max)
            ),
            "Widen min and max, or correct the value",
        ),
        PlanProblem::NotPositive { value, field } => Message::new(
            format!("{} in {} must be above 0", as_written(*value), field.key),
            shape::about(field, en),
        ),
        PlanProblem::NegativeTolerance(number) => Message::new(
            format!("The tolerance {} cannot be negative", as_written(*number)),
            "Write per cent of the threshold, for example 5",
        ),
        PlanProblem::NotAnOption(value) => Message::new(
            format!("The value {} is none of the options", as_written(*value)),
            "Choose one of them, or add this one",
        ),
        PlanProblem::NotRising { field } => Message::new(
            "Out of order: the numbers should rise",
            shape::about(field, en),
        ),
        PlanProblem::BadCorrelation { with, fault } => match fault {
            CorrelationFault::OutOfRange(rank) => Message::new(
                format!(
                    "The rank correlation {} with “{with}” is not between −1 and 1",
                    as_written(*rank)
                ),
                "Write a number above −1 and below 1, for example 0.6",
            ),
            CorrelationFault::Certain => Message::new(
                format!("“{with}” says not how uncertain it is, or is this assumption itself"),
                "Give it an uncertainty, or leave the correlation out",
            ),
            CorrelationFault::OtherSet => Message::new(
                format!("“{with}” does not range over the same set"),
                "Correlate two assumptions of the plan, or two over the same set",
            ),
            CorrelationFault::Twice => Message::new(
                format!("The correlation with “{with}” is stated twice"),
                "State it on one of the two",
            ),
        },
        PlanProblem::CorrelationsContradict => Message::new(
            "These correlations cannot all hold",
            "Where A goes with B and B with C, A cannot go against C: make them weaker",
        ),
        PlanProblem::EasyStretch { stretch, threshold } => Message::new(
            format!(
                "The stretch {} is no harder than the threshold {}",
                as_written(*stretch),
                as_written(*threshold)
            ),
            "Put the harder one into stretch",
        ),
        PlanProblem::DoneWithoutDate => Message::new(
            "true does not say when it was done",
            "Write the date, for example \"2023-05-30\"",
        ),
        PlanProblem::TooMany { what, found, most } => {
            let what = match what {
                TooMany::Series => "series (assumptions and indicators, each member counted)",
                TooMany::Results => "results (each milestone and member counted)",
                TooMany::Scenarios => "scenarios",
                TooMany::Correlated => "correlated assumptions",
            };
            Message::new(
                format!("The plan has {found} {what}, more than the {most} allowed"),
                "Split it into several plans, by area or by subject",
            )
        }
        PlanProblem::FurtherProblems(more) => Message::new(
            format!("{more} more problems are not listed"),
            "Solve those listed first, then check again",
        ),
    }
}
