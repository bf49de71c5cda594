//! Everything that may stand at the caret, whether it fits to what is typed or not.

use crate::engine::json::{JsonKind, Sketch};
use crate::engine::plan::format::{BY_LANGUAGE, Choice, ObjectShape, Rule, Shape};
use crate::engine::plan::problem::ItemKind;

use super::known::{ids, names, plain, referred, units, years};
use super::place::{Place, places};
use super::site::Site;
use super::{About, Candidate, Form};

pub(super) fn keys(sketch: &Sketch, site: &Site) -> Vec<Candidate> {
    let path = &sketch.caret.path;
    let present: Vec<&str> = sketch.keys(path).filter(|key| *key != site.word).collect();
    let mut found: Vec<Candidate> = Vec::new();
    for place in places(path) {
        match place.shape {
            Shape::Object(object) => found.extend(fields(object, &present)),
            Shape::Text => found.extend(fields(&BY_LANGUAGE, &present)),
            Shape::Either(_) | Shape::OneOrMore(_) => {
                for place in place.alternatives() {
                    if let Shape::Object(object) = place.shape {
                        found.extend(fields(object, &present));
                    }
                }
            }
            Shape::Map(item) if place.field.key == "set" => {
                found.extend(ids(sketch, ItemKind::Assumption, Form::Key(opening(item))));
            }
            Shape::Years(item) | Shape::ByYear(item) => {
                found.extend(years(sketch, Form::Key(opening(item))));
            }
            Shape::ByMember(item) => {
                found.extend(ids(sketch, ItemKind::Member, Form::Key(opening(item))));
            }
            Shape::Table(item) => {
                found.extend(years(sketch, Form::Key(opening(item))));
                found.extend(ids(sketch, ItemKind::Member, Form::Key("")));
            }
            _ => {}
        }
    }
    found.retain(|candidate| !present.contains(&candidate.word.as_str()));
    found
}

/// The fields that an object may have besides those that are there.
fn fields(object: &'static ObjectShape, present: &[&str]) -> Vec<Candidate> {
    let excludes = |key: &str| {
        object
            .rules
            .iter()
            .any(|rule| is_excluded(rule, key, present))
    };
    let fields = object.fields.iter().filter(|field| !excludes(field.key));
    fields
        .map(|field| Candidate {
            word: field.key.to_owned(),
            about: About::Words(field.about),
            form: Form::Key(opening(&field.shape)),
        })
        .collect()
}

fn is_excluded(rule: &Rule, key: &str, present: &[&str]) -> bool {
    match rule {
        Rule::OneAtMost(keys) => {
            keys.contains(&key) && keys.iter().any(|key| present.contains(key))
        }
        Rule::Excludes(first, others) => {
            let others_exclude = || others.iter().any(|other| present.contains(other));
            (present.contains(first) && others.contains(&key))
                || (*first == key && others_exclude())
        }
        Rule::Some(_) | Rule::Needs(..) | Rule::Idle(..) => false,
    }
}

/// What a value of a shape begins and ends with, where that is always the same.
fn opening(shape: &Shape) -> &'static str {
    let kinds = [
        (JsonKind::Number, ""),
        (JsonKind::Null, ""),
        (JsonKind::Bool, ""),
        (JsonKind::Text, "\"\""),
        (JsonKind::Object, "{}"),
        (JsonKind::List, "[]"),
    ];
    let found = kinds.into_iter().find(|(kind, _)| shape.takes(*kind));
    found.map_or("", |(_, marks)| marks)
}

pub(super) fn values(sketch: &Sketch, site: &Site) -> Vec<Candidate> {
    let places = places(&sketch.caret.path);
    let mut found: Vec<Candidate> = Vec::new();
    for place in places.iter().flat_map(|place| place.alternatives()) {
        match place.shape {
            Shape::Word(choices) => found.extend(choices.iter().map(word)),
            Shape::Reference => {
                let kind = referred(place.field.key);
                found.extend(
                    kind.into_iter()
                        .flat_map(|kind| ids(sketch, kind, Form::Text)),
                );
            }
            Shape::Formula => found.extend(names(sketch, site)),
            Shape::Unit => found.extend(units(sketch)),
            Shape::Year => found.extend(years(sketch, Form::Bare)),
            Shape::PriceBasis => {
                found.extend(["current", "comparable"].map(|word| plain(word, Form::Text)));
            }
            Shape::Format => found.push(plain("1", Form::Bare)),
            Shape::No => found.push(plain("false", Form::Bare)),
            Shape::Null => found.push(plain("null", Form::Bare)),
            _ => {}
        }
    }
    if found.is_empty() && site.word.is_empty() {
        // Something to begin with is better than nothing.
        let example = places.iter().find_map(|place| example(*place));
        let mut beginnings = places.iter().flat_map(|place| place.alternatives());
        found.extend(example.or_else(|| beginnings.find_map(beginning)));
    }
    found
}

/// An object with the fields it must have.
fn beginning(place: Place) -> Option<Candidate> {
    let Shape::Object(object) = place.shape else {
        return None;
    };
    let required = object.fields.iter().filter(|field| field.required);
    let fields: Vec<String> = required
        .map(|field| match opening(&field.shape) {
            "" => format!("\"{}\": 0", field.key),
            opening => format!("\"{}\": {opening}", field.key),
        })
        .collect();
    Some(Candidate {
        word: format!("{{ {} }}", fields.join(", ")),
        about: About::Words(object.about),
        form: Form::Bare,
    })
}

/// The example of a field, for the field as a whole.
fn example(place: Place) -> Option<Candidate> {
    let is_whole = *place.shape == place.field.shape;
    let word = place.field.example.filter(|_| is_whole)?;
    Some(Candidate {
        word: word.to_owned(),
        about: About::Words(place.field.about),
        form: Form::Bare,
    })
}

fn word(choice: &Choice) -> Candidate {
    Candidate {
        word: choice.word.to_owned(),
        about: About::Words(choice.about),
        form: Form::Text,
    }
}
