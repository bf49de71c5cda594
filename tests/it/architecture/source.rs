//! A source file as tokens with their lines, so that comments and texts are never taken for code.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A Rust file of the project.
pub(crate) struct Source {
    /// Below the root of the project, with `/` between folders.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Every token in order; a group gives its opening, its content and its closing.
    pub(crate) tokens: Vec<Token>,
}

/// An identifier, a sign, a literal, or one end of a group.
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
    /// Stands in an item under `#[cfg(test)]`.
    in_test: bool,
    /// How many `super` lead from here to the root of the crate.
    depth: usize,
}

impl Source {
    /// All Rust files in some folders of the project.
    pub(crate) fn all(folders: &[&str]) -> Vec<Self> {
        let mut pending: Vec<String> = folders.iter().map(ToString::to_string).collect();
        let mut sources = Vec::new();
        while let Some(path) = pending.pop() {
            if Path::new(&path).is_dir() {
                let entries = fs::read_dir(&path).expect("a folder of the project is read");
                pending.extend(entries.map(|entry| {
                    let name = entry.expect("a folder of the project is read").file_name();
                    format!("{path}/{}", name.to_string_lossy())
                }));
            } else if Path::new(&path)
                .extension()
                .is_some_and(|kind| kind == "rs")
            {
                sources.push(Self::read(&path));
            }
        }
        sources
    }

    pub(crate) fn read(path: &str) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self::parse(path, &text)
    }

    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let stream = TokenStream::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let modules = path
            .split('/')
            .skip(1)
            .filter(|part| !["mod.rs", "lib.rs", "main.rs"].contains(part));
        let place = Place {
            in_test: path.ends_with("/tests.rs"),
            depth: modules.count(),
        };
        let mut tokens = Vec::new();
        flatten(stream, place, &mut tokens);
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            tokens,
        }
    }

    /// The folder of `src/` the file is in; none for `main.rs`, `lib.rs` and what is not in `src/`.
    pub(crate) fn folder(&self) -> Option<&str> {
        let (folder, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(folder)
    }

    /// A finding, with its place as editors understand it.
    pub(crate) fn at(&self, line: usize, message: &str) -> String {
        format!("{}:{line}: {message}", self.path)
    }

    /// The text of a token, empty behind the end.
    pub(crate) fn text_at(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| &token.text)
    }

    /// The tokens outside tests, with their positions.
    pub(crate) fn product_tokens(&self) -> impl Iterator<Item = (usize, &Token)> {
        self.tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| !token.in_test)
    }

    /// How long the file is without the tests at its end.
    pub(crate) fn lines_before_tests(&self) -> usize {
        let first_test = self.text.lines().position(|line| line == "#[cfg(test)]");
        first_test.unwrap_or_else(|| self.text.lines().count())
    }

    /// The names directly below the root of the crate that the file uses: by `crate::`, by enough `super::`, or in the
    /// program by the name of the library.
    pub(crate) fn crate_paths(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (i, token) in self.tokens.iter().enumerate() {
            match token.text.as_str() {
                "crate" => found.extend(self.names_after(i)),
                "attain" if !self.continues_path(i) => found.extend(self.names_after(i)),
                "super" if !self.continues_path(i) => {
                    let last = i + 3 * (token.depth.max(1) - 1);
                    let reaches_root = (i..=last).step_by(3).all(|i| self.text_at(i) == "super");
                    if reaches_root {
                        found.extend(self.names_after(last));
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// The first names of paths, which may be those of other crates.
    pub(crate) fn extern_paths(&self) -> Vec<(usize, String)> {
        let begins_path = |i: usize| {
            let is_renamed = matches!(self.text_at(i + 1), "as" | ";") && i > 0;
            let is_used = is_renamed && matches!(self.text_at(i - 1), "use" | "{" | ",");
            !self.continues_path(i) && (self.is_path_separator(i + 1) || is_used)
        };
        self.tokens
            .iter()
            .enumerate()
            .filter(|(i, _)| begins_path(*i))
            .map(|(_, token)| (token.line, token.text.clone()))
            .collect()
    }

    /// The modules of the standard library that the file uses outside tests.
    pub(crate) fn std_paths(&self) -> Vec<(usize, String)> {
        self.product_tokens()
            .filter(|(_, token)| token.text == "std")
            .flat_map(|(i, _)| self.names_after(i))
            .collect()
    }

    /// What `::name` or `::{name, name::…}` after a token names.
    fn names_after(&self, i: usize) -> Vec<(usize, String)> {
        if !self.is_path_separator(i + 1) {
            return Vec::new();
        }
        let first = i + 3;
        let name = |i: usize| (self.tokens[i].line, self.text_at(i).to_owned());
        match self.text_at(first) {
            "" => Vec::new(),
            "{" => self.items_of_group(first).into_iter().map(name).collect(),
            _ => vec![name(first)],
        }
    }

    /// Where the items of a braced list begin, those of inner lists left out.
    fn items_of_group(&self, open: usize) -> Vec<usize> {
        let mut level = 0;
        let mut items = Vec::new();
        for i in open..self.tokens.len() {
            match self.text_at(i) {
                "{" => level += 1,
                "}" => level -= 1,
                _ => {}
            }
            if level == 0 {
                break;
            }
            if level == 1 && matches!(self.text_at(i), "{" | ",") && self.text_at(i + 1) != "}" {
                items.push(i + 1);
            }
        }
        items
    }

    fn is_path_separator(&self, i: usize) -> bool {
        self.text_at(i) == ":" && self.text_at(i + 1) == ":"
    }

    /// Whether a token stands behind `::`.
    fn continues_path(&self, i: usize) -> bool {
        i >= 2 && self.is_path_separator(i - 2)
    }
}

#[derive(Clone, Copy)]
struct Place {
    in_test: bool,
    depth: usize,
}

fn flatten(stream: TokenStream, place: Place, tokens: &mut Vec<Token>) {
    let mut item_is_test = false;
    for tree in stream {
        let here = Place {
            in_test: place.in_test || item_is_test,
            ..place
        };
        match tree {
            TokenTree::Group(group) => {
                item_is_test |= is_cfg_test(&group, tokens);
                let ends_item = group.delimiter() == Delimiter::Brace;
                flatten_group(&group, here, tokens);
                item_is_test &= !ends_item;
            }
            TokenTree::Punct(sign) => {
                push(
                    sign.as_char().to_string(),
                    sign.span().start().line,
                    here,
                    tokens,
                );
                item_is_test &= sign.as_char() != ';';
            }
            other => push(other.to_string(), other.span().start().line, here, tokens),
        }
    }
}

fn flatten_group(group: &Group, place: Place, tokens: &mut Vec<Token>) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    let is_module =
        matches!(tokens[..], [.., ref keyword, _] if keyword.text == "mod") && open == "{";
    let inside = Place {
        depth: place.depth + usize::from(is_module),
        ..place
    };
    push(
        open.to_owned(),
        group.span_open().start().line,
        place,
        tokens,
    );
    flatten(group.stream(), inside, tokens);
    push(
        close.to_owned(),
        group.span_close().start().line,
        place,
        tokens,
    );
}

fn push(text: String, line: usize, place: Place, tokens: &mut Vec<Token>) {
    let Place { in_test, depth } = place;
    tokens.push(Token {
        text,
        line,
        in_test,
        depth,
    });
}

/// Whether a group is the bracket of `#[cfg(test)]`.
fn is_cfg_test(group: &Group, before: &[Token]) -> bool {
    let is_attribute = before.last().is_some_and(|token| token.text == "#");
    let content = group.stream().to_string().replace(' ', "");
    is_attribute && content == "cfg(test)"
}
