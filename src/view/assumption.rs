//! One assumption on the left of the screen: how it is moved, where it stands, and what it rests on.

use crate::engine::index::{AssumptionIdx, MemberIdx, Year};
use crate::engine::inputs::{Inputs, Setting};
use crate::engine::lang::Lang;
use crate::engine::model::Model;
use crate::engine::plan::{Assumption, Basis, Interpolation, Plan};
use crate::text::number::{Precision, UNKNOWN, number, with_unit};
use crate::text::words::Words;

use super::group::{Group, under_headings};

/// How an assumption is moved.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Control {
    /// By a slider and a field.
    Slider(Range),
    /// By choosing one of several named values.
    Switch(Vec<(f64, String)>),
    /// By a field alone: the plan states no range.
    #[default]
    Field,
}

/// The ends and the step of a slider, in the assumption's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Lower end.
    pub min: f64,
    /// Upper end, above the lower one.
    pub max: f64,
    /// Step.
    pub step: f64,
}

impl Range {
    /// How many steps a slider has where the plan states no step.
    const STEPS: f64 = 200.0;

    /// A value one step up or down, inside the ends.
    pub fn stepped(self, value: f64, steps: f64) -> f64 {
        // Counted in steps from the lower end, so that nothing adds up.
        let from_min = ((value - self.min) / self.step).round() + steps;
        (self.min + from_min * self.step).clamp(self.min, self.max)
    }

    /// Whether a value is inside.
    pub fn holds(self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }
}

/// Which value of an assumption is looked at: of the plan or of one member, for all years or for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The assumption.
    pub assumption: AssumptionIdx,
    /// One member of its set.
    pub member: Option<MemberIdx>,
    /// One of the years it is stated for.
    pub year: Option<Year>,
}

/// The assumptions that can be moved, under their headings; constants without range stand with them where they are awaited.
pub fn groups(plan: &Plan, lang: Lang) -> Vec<Group<AssumptionIdx>> {
    let is_moved = |(_, assumption): &(usize, &Assumption)| {
        control(assumption, lang) != Control::Field || assumption.value.is_none()
    };
    let titled = |(position, assumption): (usize, &Assumption)| {
        let title = assumption.group.as_ref();
        let title = title.map(|title| title.get(lang).to_owned());
        (title, AssumptionIdx::new(position))
    };
    let assumptions = plan.assumptions.iter().enumerate();
    under_headings(assumptions.filter(is_moved).map(titled))
}

/// Names of the members an assumption ranges over; empty where it is one value.
pub fn members(plan: &Plan, index: AssumptionIdx, lang: Lang) -> Vec<String> {
    let over = plan
        .assumptions
        .get(index.at())
        .and_then(|assumption| assumption.over.as_ref());
    let set = plan.set_over(over);
    let members = set.map(|set| set.members.as_slice()).unwrap_or_default();
    members
        .iter()
        .map(|member| member.name.get(lang).to_owned())
        .collect()
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Level {
    /// The value; none while it is awaited.
    pub value: Option<f64>,
    /// The value as text, without unit.
    pub text: String,
    /// The value with its unit, as it is spoken.
    pub spoken: String,
    /// The value of the scenario, before anything was moved.
    pub base: Option<f64>,
    /// Whether it has been moved.
    pub is_moved: bool,
}

/// How an assumption is moved.
pub fn control(assumption: &Assumption, lang: Lang) -> Control {
    if !assumption.options.is_empty() {
        let named = assumption
            .options
            .iter()
            .map(|option| (option.value, option.name.get(lang).to_owned()));
        return Control::Switch(named.collect());
    }
    match (assumption.min, assumption.max) {
        (Some(min), Some(max)) if min < max => {
            let step = assumption.step.filter(|step| *step > 0.0);
            let step = step.unwrap_or((max - min) / Range::STEPS);
            Control::Slider(Range { min, max, step })
        }
        _ => Control::Field,
    }
}

/// The name of an assumption's unit.
pub fn unit(model: &Model, assumption: AssumptionIdx, lang: Lang) -> String {
    let model = model.assumptions().get(assumption.at());
    model.map(|model| model.unit.name(lang)).unwrap_or_default()
}

/// What an assumption, or one of its members, is set to, and what it was set to before anything was moved. Nothing while
/// it is awaited.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shift {
    /// What it is set to.
    pub now: Option<Setting>,
    /// What it was set to.
    pub base: Option<Setting>,
    /// Whether anything of the assumption has been moved, be it of another member.
    pub is_moved: bool,
}

impl Shift {
    /// How the inputs in force differ from those of the scenario.
    pub fn of(
        inputs: &Inputs,
        base: &Inputs,
        assumption: AssumptionIdx,
        member: Option<MemberIdx>,
    ) -> Self {
        Self {
            now: inputs.get(assumption, member).cloned(),
            base: base.get(assumption, member).cloned(),
            is_moved: inputs.0.get(assumption.at()) != base.0.get(assumption.at()),
        }
    }

    /// The years it is stated for; empty where one value serves all.
    pub fn years(&self) -> Vec<Year> {
        match &self.now {
            Some(Setting::ByYear(points)) => points.keys().copied().collect(),
            _ => Vec::new(),
        }
    }
}

/// Where a value stands, beside the same before anything was moved.
pub fn level(model: &Model, shift: &Shift, spot: Spot, lang: Lang) -> Level {
    let value = |setting: &Option<Setting>| value(model, setting.as_ref()?, spot);
    let now = value(&shift.now);
    let text = now.map(number).unwrap_or_default();
    let unit = unit(model, spot.assumption, lang);
    Level {
        value: now,
        spoken: if text.is_empty() {
            Words(lang).enter_value().to_owned()
        } else {
            with_unit(&text, &unit)
        },
        text,
        base: value(&shift.base),
        is_moved: shift.is_moved,
    }
}

fn value(model: &Model, setting: &Setting, spot: Spot) -> Option<f64> {
    let path = path(model, spot.assumption);
    let year = spot.year.unwrap_or(model.period().start);
    Some(setting.at(year, path)).filter(|value| value.is_finite())
}

/// How the values of an assumption stand between the years they are stated for.
pub fn path(model: &Model, assumption: AssumptionIdx) -> Interpolation {
    let model = model.assumptions().get(assumption.at());
    model.map_or(Interpolation::Step, |model| model.path)
}

/// A setting with another value at a spot: in the one year, or as a whole.
pub fn with_value(setting: Option<&Setting>, year: Option<Year>, value: f64) -> Setting {
    match (setting, year) {
        (Some(Setting::ByYear(points)), Some(year)) => {
            let mut points = points.clone();
            points.insert(year, value);
            Setting::ByYear(points)
        }
        (_, Some(year)) => Setting::ByYear([(year, value)].into()),
        (_, None) => Setting::Constant(value),
    }
}

/// What an assumption rests on, for those who ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounds {
    /// What kind of basis.
    pub basis: Basis,
    /// Why there is no value, and who will give it.
    pub awaits: Option<String>,
    /// Label and text of everything the plan says about it.
    pub facts: Vec<(&'static str, String)>,
}

/// What an assumption rests on.
pub fn grounds(plan: &Plan, model: &Model, index: AssumptionIdx, lang: Lang) -> Option<Grounds> {
    let assumption = plan.assumptions.get(index.at())?;
    let words = Words(lang);
    let unit = unit(model, index, lang);
    let mut facts = Vec::new();
    if let Some(derivation) = &assumption.derivation {
        facts.push((words.derivation(), derivation.get(lang).to_owned()));
    }
    if let Some(written) = written(model, index, None, &unit, lang) {
        facts.push((words.plan_value(), written));
    }
    if let Control::Slider(range) = control(assumption, lang) {
        let ends = [range.min, range.max].map(|end| with_unit(&number(end), &unit));
        facts.push((words.range(), words.from_to(&ends[0], &ends[1])));
    }
    if let Some(note) = &assumption.note {
        facts.push((words.note(), note.get(lang).to_owned()));
    }
    Some(Grounds {
        basis: assumption.basis,
        awaits: assumption.awaits.map(|awaits| {
            let from = assumption.from.as_ref().map(|from| from.get(lang));
            words.awaits(awaits, from)
        }),
        facts,
    })
}

/// The plan's own value in words.
pub(super) fn written(
    model: &Model,
    index: AssumptionIdx,
    member: Option<MemberIdx>,
    unit: &str,
    lang: Lang,
) -> Option<String> {
    let setting = model.defaults().get(index, member)?;
    Some(setting_in_words(setting, path(model, index), unit, lang))
}

/// The value in force in words: one, or by year; of members that differ, how far they reach.
pub fn in_words(model: &Model, inputs: &Inputs, index: AssumptionIdx, lang: Lang) -> String {
    let unit = unit(model, index, lang);
    let settings = inputs.0.get(index.at()).map_or(&[][..], Vec::as_slice);
    let first = settings.first().and_then(Option::as_ref);
    let is_one = settings.iter().all(|setting| setting.as_ref() == first);
    match first {
        None => Words(lang).enter_value().to_owned(),
        Some(setting) if is_one => setting_in_words(setting, path(model, index), &unit, lang),
        Some(_) => {
            let values = settings.iter().flatten().flat_map(Setting::values);
            let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
                (low.min(value), high.max(value))
            });
            let ends = [low, high].map(|end| with_unit(&number(end), &unit));
            Words(lang).from_to(&ends[0], &ends[1])
        }
    }
}

fn setting_in_words(setting: &Setting, path: Interpolation, unit: &str, lang: Lang) -> String {
    match setting {
        Setting::Constant(value) => with_unit(&number(*value), unit),
        Setting::ByYear(points) => {
            let largest = points.values().fold(0.0, |a: f64, b| a.max(b.abs()));
            let precision = Precision::needed(largest);
            let stated: Vec<String> = points
                .iter()
                .map(|(year, value)| {
                    format!("{year}: {}", with_unit(&precision.number(*value), unit))
                })
                .collect();
            let words = Words(lang);
            let stated = words.list(stated.iter().map(String::as_str));
            format!("{stated} ({})", words.interpolation(path))
        }
    }
}

/// A setting in short, without unit.
pub fn in_short(setting: Option<&Setting>) -> String {
    match setting {
        None => UNKNOWN.to_owned(),
        Some(Setting::Constant(value)) => number(*value),
        Some(Setting::ByYear(points)) => {
            let point = |(year, value): (&Year, &f64)| format!("{year}: {}", number(*value));
            points.iter().map(point).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The name of what belongs to a member.
pub fn of_member(name: &str, member: Option<&str>) -> String {
    member.map_or_else(|| name.to_owned(), |member| format!("{name} · {member}"))
}
