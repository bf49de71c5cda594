//! What may be written at the caret of a text field, in words.

use std::ops::Range;

use crate::engine::lang::Lang;
use crate::engine::plan::complete::{About, Offer, offers};
use crate::text::problems::item_kind;
use crate::text::words::Words;

use super::writing::{Replacement, byte_at, units};

/// What may be written at a place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completion {
    /// The likeliest first.
    pub choices: Vec<Choice>,
    /// The line of the caret, from 1.
    pub line: u32,
}

/// One thing that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The word, or how a function is called.
    pub word: String,
    /// What it is, in one line.
    pub about: String,
    /// What is done to the text.
    pub change: Replacement,
}

/// Choices listed at most. Whoever has more goes on typing.
const MOST: usize = 100;

/// What may be written at the caret, given in the units of the field.
pub fn completion(text: &str, caret: u32, lang: Lang) -> Completion {
    let at = byte_at(text, caret);
    let found = offers(text, at);
    let range = units(text, found.replaced.start)..units(text, found.replaced.end);
    let choices = found.list.into_iter().take(MOST);
    Completion {
        choices: choices
            .map(|offer| choice(offer, range.clone(), lang))
            .collect(),
        line: text[..at].bytes().filter(|byte| *byte == b'\n').count() as u32 + 1,
    }
}

fn choice(offer: Offer, range: Range<u32>, lang: Lang) -> Choice {
    let caret = range.start + units(&offer.text, offer.caret);
    let about = match &offer.about {
        About::Words(about) => about.get(lang).to_owned(),
        About::Builtin(builtin) => builtin.help.get(lang).to_owned(),
        About::Item(kind, name) => {
            let kind = item_kind(*kind).get(lang);
            let name = name.as_ref().map(|name| name.get(lang));
            let parts: Vec<&str> = std::iter::once(kind).chain(name).collect();
            parts.join(Words(lang).dot())
        }
        About::Itself => String::new(),
    };
    let word = match offer.about {
        About::Builtin(builtin) => builtin.signature(),
        _ => offer.word,
    };
    Choice {
        word,
        about,
        change: Replacement {
            range,
            text: offer.text,
            selected: caret..caret,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, lang: Lang) -> Completion {
        let caret = text.find('|').unwrap();
        let text = text.replacen('|', "", 1);
        completion(&text, units(&text, caret), lang)
    }

    #[test]
    fn choices_say_what_they_are_in_the_language_of_the_reader() {
        let text = "{ \"title\": \"😀\",\n \"sources\": [{ \"id\": \"甲\", \"title\": \"附件\" }],\n \"targets\": [{ \"source\": { \"ref\": | } }] }";
        let found = at(text, Lang::Zh);
        assert_eq!(found.line, 3);
        assert_eq!(found.choices[0].word, "甲");
        assert_eq!(found.choices[0].about, "文件 · 附件");
        assert_eq!(at(text, Lang::En).choices[0].about, "source · 附件");
    }

    #[test]
    fn places_are_in_the_units_of_the_field() {
        let found = at("{ \"title\": \"😀\", |", Lang::En);
        let choice = found
            .choices
            .iter()
            .find(|choice| choice.word == "id")
            .unwrap();
        assert_eq!(choice.change.range, 17..17);
        assert_eq!(choice.change.text, "\"id\": \"\"");
        assert_eq!(choice.change.selected, 24..24);
    }

    #[test]
    fn a_function_shows_how_it_is_called() {
        let found = at(r#"{ "targets": [{ "of": "cumul|" }] }"#, Lang::En);
        assert_eq!(found.choices[0].word, "cumulative(x, from?)");
        assert_eq!(found.choices[0].change.text, "cumulative()");
    }
}
