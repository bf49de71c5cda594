//! What the text speaks of as far as it is written: its ids, years and units.

use crate::engine::formula::builtins::BUILTINS;
use crate::engine::json::{Path, Role, Sketch, Step, Written};
use crate::engine::lang::Text;
use crate::engine::plan::problem::ItemKind;
use crate::engine::sort;

use super::site::Site;
use super::{About, Candidate, Form};

/// A word that says itself what it is.
pub(super) fn plain(word: &str, form: Form) -> Candidate {
    Candidate {
        word: word.to_owned(),
        about: About::Itself,
        form,
    }
}

/// What the ids in a field refer to.
pub(super) fn referred(key: &str) -> Option<ItemKind> {
    Some(match key {
        "ref" => ItemKind::Source,
        "over" => ItemKind::Set,
        "except" => ItemKind::Member,
        "base" => ItemKind::Scenario,
        "raising" => ItemKind::Assumption,
        "never_lowers" => ItemKind::Indicator,
        "serves" => ItemKind::Target,
        _ => return None,
    })
}

/// What a formula may name, functions among it. Where no text has begun, the word becomes one.
pub(super) fn names(sketch: &Sketch, site: &Site) -> Vec<Candidate> {
    let form = |inside| if site.is_quoted { inside } else { Form::Text };
    let kinds = [
        ItemKind::Indicator,
        ItemKind::Assumption,
        ItemKind::Member,
        ItemKind::LookupTable,
    ];
    let named = kinds
        .into_iter()
        .flat_map(|kind| ids(sketch, kind, form(Form::Name)));
    let functions = BUILTINS.iter().filter(|_| site.is_quoted);
    let functions = functions.map(|builtin| Candidate {
        word: builtin.name.to_owned(),
        about: About::Builtin(builtin),
        form: Form::Call,
    });
    named.chain(functions).collect()
}

/// The ids of a kind of item, as far as they are written.
pub(super) fn ids(sketch: &Sketch, kind: ItemKind, form: Form) -> Vec<Candidate> {
    let is_member = kind == ItemKind::Member;
    let section = if is_member { ItemKind::Set } else { kind }.section();
    let is_id = |path: &Path| match path.0.as_slice() {
        [Step::Key(list), Step::Index(_), inner @ ..] if list == section => match inner {
            [Step::Key(id)] => !is_member && id == "id",
            [Step::Key(members), Step::Index(_), Step::Key(id)] => {
                is_member && members == "members" && id == "id"
            }
            _ => false,
        },
        _ => false,
    };
    let written = sketch.written.iter();
    let of_kind = written.filter(|item| item.role == Role::Value && is_id(&item.path));
    of_kind
        .map(|item| Candidate {
            word: item.text.clone(),
            about: About::Item(kind, name_beside(sketch, &item.path)),
            form,
        })
        .collect()
}

/// What the item of an id is called.
fn name_beside(sketch: &Sketch, id: &Path) -> Option<Text> {
    let item = Path(id.0.iter().take(id.0.len() - 1).cloned().collect());
    ["name", "title", "text"].into_iter().find_map(|key| {
        let name = item.clone().key(key);
        let value = |path: Path| sketch.value(&path).map(str::to_owned);
        let [zh, en] = ["zh", "en"].map(|lang| value(name.clone().key(lang)));
        if zh.is_some() || en.is_some() {
            return Some(Text::in_languages(zh, en));
        }
        value(name).map(Text::plain)
    })
}

/// Years of a period offered at most: while it is written, its end may be any number.
const MOST_YEARS: u16 = 100;

/// The years of the plan, and others it speaks of.
pub(super) fn years(sketch: &Sketch, form: Form) -> Vec<Candidate> {
    let period = Path::default().key("period");
    let bound = |key| sketch.value(&period.clone().key(key))?.parse::<u16>().ok();
    let period = bound("start").zip(bound("end"));
    let period = period.map(|(start, end)| start..=end.min(start.saturating_add(MOST_YEARS)));
    let keys = sketch.written.iter().filter(|item| item.role == Role::Key);
    let spoken_of = keys
        .filter(|item| is_year(&item.text))
        .map(|item| item.text.clone());
    let mut years: Vec<String> = period
        .into_iter()
        .flatten()
        .map(|year| year.to_string())
        .chain(spoken_of)
        .collect();
    sort::distinct(&mut years);
    years.iter().map(|year| plain(year, form)).collect()
}

/// The units the text speaks in.
pub(super) fn units(sketch: &Sketch) -> Vec<Candidate> {
    let is_unit = |item: &&Written| {
        item.role == Role::Value
            && item.path != sketch.caret.path
            && matches!(item.path.0.last(), Some(Step::Key(key)) if key == "unit")
    };
    let mut units: Vec<String> = Vec::new();
    for item in sketch.written.iter().filter(is_unit) {
        if !units.contains(&item.text) {
            units.push(item.text.clone());
        }
    }
    units.iter().map(|unit| plain(unit, Form::Text)).collect()
}

pub(super) fn is_year(key: &str) -> bool {
    key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit())
}
