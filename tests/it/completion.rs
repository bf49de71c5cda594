//! What may be written at a place of a plan text. `|` is the caret.

use attain::engine::plan::complete::{About, Offers, offers};
use attain::engine::plan::{ItemKind, read};

use crate::recompute::PINGHU;

/// A plan that is being written: its last target is not closed.
const PLAN: &str = r#"{
  "format": 1, "id": "p", "title": "P", "period": { "start": 2023, "end": 2025 },
  "sources": [{ "id": "annex1", "title": "附件 1" }],
  "sets": [{ "id": "towns", "name": "镇街", "members": [{ "id": "danghu", "name": { "zh": "当湖", "en": "Danghu" } }] }],
  "assumptions": [{ "id": "va_growth", "name": "增速", "unit": "%", "value": 7 }],
  "indicators": [{ "id": "va", "name": "增加值", "unit": "亿元", "better": "higher", "formula": "prev(va)" }],
  "scenarios": [{ "id": "cautious", "set": {} }],
  "targets": [{ "id": "t1", "of": "va", "in": 2025, "at_least": 1 }, @
"#;

fn at(text: &str) -> (String, Offers) {
    let caret = text.find('|').unwrap();
    let text = text.replacen('|', "", 1);
    let offers = offers(&text, caret);
    (text, offers)
}

/// The plan with something written at its end.
fn in_plan(written: &str) -> (String, Offers) {
    at(&PLAN.replace('@', written))
}

fn words(written: &str) -> Vec<String> {
    let (_, offers) = in_plan(written);
    offers.list.into_iter().map(|offer| offer.word).collect()
}

/// The text once an offer is taken, with the caret; from the line on that is written in.
#[track_caller]
fn taken(written: &str, word: &str) -> String {
    let (mut text, offers) = in_plan(written);
    let offer = offers.list.iter().find(|offer| offer.word == word);
    let offer = offer.unwrap_or_else(|| panic!("{word} in {offers:?}"));
    text.replace_range(offers.replaced.clone(), &offer.text);
    text.insert(offers.replaced.start + offer.caret, '|');
    let start = text.find(r#""at_least": 1 }, "#).unwrap() + r#""at_least": 1 }, "#.len();
    text[start..].trim_end().to_owned()
}

#[test]
fn fields_are_offered_that_are_not_there_yet() {
    let all = words("{ |");
    assert_eq!(&all[..3], ["id", "name", "group"]);
    let left = words(r#"{ "id": "t2", "group": "g", |"#);
    assert_eq!(&left[..3], ["name", "kind", "of"]);
    assert!(!left.contains(&"id".to_owned()));
}

#[test]
fn what_excludes_each_other_is_not_offered_together() {
    let words = words(r#"{ "id": "t2", "of": "va", "in": 2025, "at_most": 3, |"#);
    for excluded in [
        "event",
        "statement",
        "at_least",
        "about",
        "every",
        "done",
        "over",
    ] {
        assert!(!words.contains(&excluded.to_owned()), "{excluded}");
    }
    assert!(words.contains(&"tolerance".to_owned()));
}

#[test]
fn a_key_is_put_in_with_the_marks_it_needs() {
    assert_eq!(taken("{ |", "kind"), r#"{ "kind": "|""#);
    assert_eq!(taken(r#"{ "ki|"#, "kind"), r#"{ "kind": "|""#);
    assert_eq!(taken("{ ki|", "kind"), r#"{ "kind": "|""#);
    assert_eq!(
        taken(r#"{ "ki|": "binding" }"#, "kind"),
        r#"{ "kind"|: "binding" }"#
    );
    assert_eq!(
        taken(r#"{ "id": "t2" | }"#, "kind"),
        r#"{ "id": "t2" , "kind": "|" }"#
    );
    assert_eq!(
        taken(r#"{ | "id": "t2" }"#, "in"),
        r#"{ "in": |, "id": "t2" }"#
    );
    assert_eq!(taken("{ |", "responsible"), r#"{ "responsible": [|]"#);
}

#[test]
fn words_of_a_choice_are_offered_with_what_they_mean() {
    assert_eq!(
        words(r#"{ "kind": |"#),
        ["binding", "anticipatory", "aspirational"]
    );
    assert_eq!(words(r#"{ "kind": "a|"#), ["anticipatory", "aspirational"]);
    // A complete word gives way to any other.
    assert_eq!(words(r#"{ "kind": "binding|" }"#).len(), 3);
    assert_eq!(
        taken(r#"{ "kind": | }"#, "binding"),
        r#"{ "kind": "binding"| }"#
    );
    assert_eq!(
        taken(r#"{ "kind": "an|" }"#, "anticipatory"),
        r#"{ "kind": "anticipatory"| }"#
    );
    let (_, offers) = in_plan(r#"{ "kind": |"#);
    let About::Words(about) = &offers.list[0].about else {
        panic!("{offers:?}")
    };
    assert_eq!((about.zh, about.en), ("约束性", "a commitment"));
}

#[test]
fn ids_are_offered_where_they_are_expected() {
    assert_eq!(words(r#"{ "source": { "ref": |"#), ["annex1"]);
    assert_eq!(words(r#"{ "source": [{ "ref": "|"#), ["annex1"]);
    assert_eq!(words(r#"{ "event": "e", "over": |"#), ["towns"]);
    assert_eq!(words(r#"{}], "measures": [{ "serves": ["|"#), ["t1"]);
    assert_eq!(words(r#"{}], "checks": [{ "raising": "|"#), ["va_growth"]);
    assert_eq!(words(r#"{}], "checks": [{ "never_lowers": "|"#), ["va"]);
    assert_eq!(words(r#"{}], "scenarios": [{ "set": { |"#), ["va_growth"]);
    let (_, offers) = in_plan(r#"{ "event": "e", "over": |"#);
    let About::Item(ItemKind::Set, Some(name)) = &offers.list[0].about else {
        panic!("{offers:?}")
    };
    assert_eq!(name.get(attain::engine::lang::Lang::En), "镇街");
}

#[test]
fn a_formula_names_what_the_plan_has_and_the_functions() {
    let all = words(r#"{ "of": "|" }"#);
    for word in ["va", "va_growth", "danghu", "growth", "cumulative"] {
        assert!(all.contains(&word.to_owned()), "{word}");
    }
    assert_eq!(words(r#"{ "of": "1 + cum|" }"#), ["cumulative"]);
    // By what people call it, too.
    assert_eq!(words(r#"{ "of": "增速|" }"#), ["va_growth"]);
    assert_eq!(
        taken(r#"{ "of": "1 + cum| * 2" }"#, "cumulative"),
        r#"{ "of": "1 + cumulative(|) * 2" }"#
    );
    assert_eq!(
        taken(r#"{ "of": "gro|(va)" }"#, "growth"),
        r#"{ "of": "growth|(va)" }"#
    );
    assert_eq!(
        taken(r#"{ "of": "va-va_g|" }"#, "va_growth"),
        r#"{ "of": "va-va_growth|" }"#
    );
    assert_eq!(taken(r#"{ "of": | }"#, "va"), r#"{ "of": "va"| }"#);
    assert_eq!(
        taken(r#"{ "at_least": { "2025": "v|"#, "va"),
        r#"{ "at_least": { "2025": "va|"#
    );
}

#[test]
fn years_and_members_are_offered_as_keys_of_tables() {
    assert_eq!(
        words(r#"{ "at_least": { |"#),
        ["2023", "2024", "2025", "danghu"]
    );
    assert_eq!(
        words(r#"{ "at_least": { "2023": 1, "|"#),
        ["2024", "2025", "danghu"]
    );
    assert_eq!(words(r#"{ "in": |"#), ["2023", "2024", "2025"]);
    assert_eq!(taken(r#"{ "in": | }"#, "2025"), r#"{ "in": 2025| }"#);
}

#[test]
fn units_in_use_are_offered() {
    assert_eq!(words(r#"{ "unit": "|"#), ["%", "亿元"]);
}

#[test]
fn nothing_is_offered_where_nothing_can_stand() {
    assert!(words(r#"{ "id"|"#).is_empty());
    assert!(words(r#"{ "x-mine": { |"#).is_empty());
    assert!(words(r#"{ "id": "t|"#).is_empty());
}

#[test]
fn an_example_stands_in_where_there_is_no_choice() {
    let (_, offers) = in_plan(r#"{}], "period": |"#);
    assert_eq!(offers.list[0].word, r#"{ "start": 2023, "end": 2027 }"#);
}

#[test]
fn a_new_item_begins_with_what_it_must_have() {
    let (_, offers) = in_plan(r#"{}], "indicators": [|"#);
    assert_eq!(
        offers.list[0].word,
        r#"{ "id": "", "unit": "", "better": "" }"#
    );
}

/// Wherever the caret stands in a real plan, what is offered fits: put in place of what stands there, it makes no error
/// of syntax.
#[test]
fn every_offer_keeps_a_sound_text_sound() {
    let places = PINGHU.char_indices().map(|(at, _)| at);
    for at in places.filter(|at| at % 2003 == 0) {
        let offers = offers(PINGHU, at);
        for offer in offers
            .list
            .iter()
            .take(2)
            .filter(|_| !offers.replaced.is_empty())
        {
            let mut text = PINGHU.to_owned();
            text.replace_range(offers.replaced.clone(), &offer.text);
            let opens_value = text[offers.replaced.start..][..offer.caret].ends_with(": ");
            let reading = read(&text);
            assert!(
                opens_value || reading.document.root().is_some(),
                "{at}: {offer:?} at {:?}: {:?}",
                &PINGHU[at.saturating_sub(1).min(offers.replaced.start)..offers.replaced.end],
                reading.diagnostics.first()
            );
        }
    }
}
