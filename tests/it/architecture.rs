//! The rules between the folders of the source, checked on the sources themselves.
//!
//! The package is one crate, so the compiler lets every folder use every other. These tests are the walls between
//! them: who may use whom, where the browser may be named, what the engine never does, and how a file is kept readable.

mod source;

use std::fs;

use source::{Source, Token};

/// What a folder of `src/` may use besides itself and the standard library.
struct Folder {
    name: &'static str,
    folders: &'static [&'static str],
    crates: &'static [&'static str],
}

/// In the order of the pipeline; an arrow never points to a later line.
const FOLDERS: [Folder; 9] = [
    Folder {
        name: "engine",
        folders: &[],
        crates: &[
            "jsonc_parser",
            "libm",
            "serde",
            "serde_json",
            "strsim",
            "thiserror",
            "winnow",
        ],
    },
    Folder {
        name: "text",
        folders: &["engine"],
        crates: &[],
    },
    Folder {
        name: "storage",
        folders: &["engine"],
        crates: &["serde", "serde_json", "thiserror"],
    },
    Folder {
        name: "view",
        folders: &["engine", "text"],
        crates: &["serde", "serde_json"],
    },
    Folder {
        name: "charts",
        folders: &["view"],
        crates: &["plotters", "plotters_backend"],
    },
    Folder {
        name: "browser",
        folders: &["charts", "storage", "text", "view"],
        crates: &[
            "console_error_panic_hook",
            "gloo_file",
            "gloo_storage",
            "js_sys",
            "leptos",
            "leptos_use_device_pixel_ratio",
            "leptos_use_preferences",
            "leptos_use_resize_observer",
            "plotters_backend",
            "plotters_canvas",
            "thiserror",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    },
    Folder {
        name: "app",
        folders: &["engine", "storage", "text", "view"],
        crates: &[
            "leptos",
            "percent_encoding",
            "serde",
            "serde_json",
            "thiserror",
            "undo",
        ],
    },
    Folder {
        name: "ui",
        folders: &["app", "text", "view"],
        crates: &["leptos"],
    },
    // Part of the program, and not of the library.
    Folder {
        name: "cli",
        folders: &["engine", "text", "view"],
        crates: &["clap", "csv", "serde", "serde_json", "unicode_width"],
    },
];

/// Single files that may use one folder more, and why.
const EXTRA: [(&str, &str); 11] = [
    // Where the store meets the page: fetching, keeping, handing out.
    ("src/ui/outside/address.rs", "browser"),
    ("src/ui/outside/charts.rs", "browser"),
    ("src/ui/outside/keeping.rs", "browser"),
    ("src/ui/outside/keeping.rs", "storage"),
    ("src/ui/outside/mod.rs", "browser"),
    ("src/ui/outside/plans.rs", "browser"),
    // The widgets whose HTML element the browser has to drive.
    ("src/ui/widgets/canvas.rs", "browser"),
    ("src/ui/widgets/code.rs", "browser"),
    ("src/ui/widgets/file.rs", "browser"),
    // Who hands a spec to its drawing.
    ("src/ui/widgets/canvas.rs", "charts"),
    ("src/ui/outside/charts.rs", "charts"),
];

/// Files longer than [`MAX_LINES`], and why that reads better than parts of them would.
const LONG: [(&str, &str); 0] = [];

/// Lines of a file before its tests.
const MAX_LINES: usize = 450;

/// Parts of the standard library that reach outside, or make two runs differ.
const IMPURE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

/// What stops the program instead of telling the user.
const PANICKING_METHODS: [&str; 3] = ["unwrap", "expect", "unwrap_unchecked"];
const PANICKING_MACROS: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];

/// Methods of `f64` whose last bits depend on the platform; the engine takes these functions from `libm`.
const PLATFORM_FLOATS: [&str; 27] = [
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "exp",
    "exp2", "exp_m1", "hypot", "ln", "ln_1p", "log", "log10", "log2", "mul_add", "powf", "powi",
    "sin", "sin_cos", "sinh", "tan", "tanh",
];

type Rule = fn(&Source) -> Vec<String>;

const RULES: [Rule; 8] = [
    folders_use_what_they_may,
    browser_is_named_in_one_place,
    engine_is_pure,
    engine_does_not_panic,
    engine_computes_alike_everywhere,
    nothing_is_unsafe,
    file_is_short,
    file_says_what_it_is,
];

#[test]
fn sources_keep_the_rules() {
    let sources = Source::all(&["src", "xtask/src", "tests/it"]);
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"));
    let broken: Vec<String> = sources
        .iter()
        .flat_map(|source| RULES.iter().flat_map(|rule| rule(source)))
        .collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn exceptions_are_still_needed() {
    for (path, _) in LONG {
        let source = Source::read(path);
        assert!(
            source.lines_before_tests() > MAX_LINES,
            "{path} is short now"
        );
    }
}

#[test]
fn every_rule_sees_what_breaks_it() {
    let cases = [
        (
            "src/engine/a.rs",
            "//! A.\nuse crate::view::Card;",
            "use `view`",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nuse crate::{engine::b, ui};",
            "use `ui`",
        ),
        (
            "src/engine/a/b.rs",
            "//! A.\nuse super::super::super::app::C;",
            "use `app`",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nfn f() { crate::text::g() }",
            "use `text`",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nuse leptos::prelude::*;",
            "use `leptos`",
        ),
        (
            "src/view/a.rs",
            "//! A.\nuse {web_sys as w};",
            "use `web_sys`",
        ),
        (
            "src/ui/a.rs",
            "//! A.\nview! { <p>{crate::engine::f()}</p> }",
            "use `engine`",
        ),
        (
            "src/ui/a.rs",
            "//! A.\nuse crate::browser::Canvas;",
            "use `browser`",
        ),
        (
            "src/cli/a.rs",
            "//! A.\nuse attain::{engine::plan, storage};",
            "use `storage`",
        ),
        ("src/new/a.rs", "//! A.", "no rule"),
        (
            "src/app/a.rs",
            "//! A.\n#[cfg(target_arch = \"wasm32\")]\nfn f() {}",
            "target",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nfn f() { std::time::Instant::now(); }",
            "std::time",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nuse std::{collections, fs};",
            "std::fs",
        ),
        ("src/engine/a.rs", "//! A.\nstatic mut A: u8 = 0;", "global"),
        (
            "src/engine/a.rs",
            "//! A.\nfn f() { g().unwrap(); }",
            "unwrap",
        ),
        ("src/engine/a.rs", "//! A.\nfn f() { todo!() }", "todo!"),
        (
            "src/engine/a.rs",
            "//! A.\nfn f(x: f64) { x.powi(2); }",
            "powi",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nconst F: fn(f64) -> f64 = f64::exp;",
            "exp",
        ),
        ("src/ui/a.rs", "//! A.\nfn f() { unsafe {} }", "unsafe"),
        ("src/ui/a.rs", "fn f() {}", "//!"),
    ];
    for (path, text, expected) in cases {
        let source = Source::parse(path, text);
        let found: Vec<String> = RULES.iter().flat_map(|rule| rule(&source)).collect();
        assert_eq!(found.len(), 1, "{path}: {text}\n{found:?}");
        assert!(found[0].contains(expected), "{path}: {text}\n{found:?}");
    }
    let long = format!("//! A.\n{}", "const A: u8 = 0;\n".repeat(MAX_LINES));
    assert_eq!(file_is_short(&Source::parse("src/ui/a.rs", &long)).len(), 1);
}

#[test]
fn no_rule_sees_what_is_allowed() {
    let cases = [
        (
            "src/engine/a.rs",
            "//! `crate::ui` and x.unwrap().\n// leptos::view\nconst A: &str = \"web_sys::x\";",
        ),
        (
            "src/engine/a.rs",
            "//! A.\nfn f(x: f64) -> f64 { libm::exp(x).sqrt().abs() }",
        ),
        (
            "src/engine/a.rs",
            "//! A.\n#[cfg(test)]\nmod tests { fn f() { g().unwrap(); std::fs::read(\"\"); } }",
        ),
        ("src/engine/a.rs", "//! A.\nuse super::view;"),
        (
            "src/browser/mod.rs",
            "//! A.\n#[cfg(target_arch = \"wasm32\")]\nmod real;",
        ),
        (
            "src/ui/widgets/canvas.rs",
            "//! A.\nuse crate::browser::Canvas;",
        ),
        (
            "src/main.rs",
            "//! A.\nuse attain::ui::App; use leptos::mount;",
        ),
    ];
    for (path, text) in cases {
        let source = Source::parse(path, text);
        let found: Vec<String> = RULES.iter().flat_map(|rule| rule(&source)).collect();
        assert!(found.is_empty(), "{path}: {text}\n{found:?}");
    }
}

fn folders_use_what_they_may(source: &Source) -> Vec<String> {
    let Some(name) = source.folder() else {
        return Vec::new();
    };
    let Some(folder) = FOLDERS.iter().find(|folder| folder.name == name) else {
        return vec![source.at(1, &format!("there is no rule for the folder `{name}`"))];
    };
    let is_extra = |used: &str| EXTRA.contains(&(source.path.as_str(), used));
    let folders = source.crate_paths().into_iter().filter(|(_, used)| {
        let is_folder = FOLDERS.iter().any(|folder| folder.name == used);
        is_folder && used != name && !folder.folders.contains(&used.as_str()) && !is_extra(used)
    });
    let dependencies = dependencies();
    let crates = source
        .extern_paths()
        .into_iter()
        .filter(|(_, used)| dependencies.contains(used) && !folder.crates.contains(&used.as_str()));
    folders
        .chain(crates)
        .map(|(line, used)| source.at(line, &format!("`{name}` may not use `{used}`")))
        .collect()
}

/// The packages the product depends on, as crate names.
fn dependencies() -> Vec<String> {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest is read");
    let mut in_dependencies = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line == "[dependencies]" || line.ends_with(".dependencies]");
        } else if let Some((name, _)) = line.split_once(" =").filter(|_| in_dependencies) {
            names.push(name.replace('-', "_"));
        }
    }
    names
}

fn browser_is_named_in_one_place(source: &Source) -> Vec<String> {
    let may = matches!(source.folder(), Some("browser") | None);
    let names_target = |token: &&Token| !may && token.text.starts_with("target_");
    source
        .tokens
        .iter()
        .filter(names_target)
        .map(|token| {
            source.at(
                token.line,
                "the target is asked for in browser/ and main.rs only",
            )
        })
        .collect()
}

fn engine_is_pure(source: &Source) -> Vec<String> {
    let Some("engine") = source.folder() else {
        return Vec::new();
    };
    let impure = source
        .std_paths()
        .into_iter()
        .filter(|(_, module)| IMPURE.contains(&module.as_str()))
        .map(|(line, module)| source.at(line, &format!("the engine may not use std::{module}")));
    let global = source.product_tokens().filter_map(|(i, token)| {
        let is_mutable = token.text == "static" && source.text_at(i + 1) == "mut";
        (is_mutable || token.text == "thread_local")
            .then(|| source.at(token.line, "the engine has no global state"))
    });
    impure.chain(global).collect()
}

fn engine_does_not_panic(source: &Source) -> Vec<String> {
    let Some("engine") = source.folder() else {
        return Vec::new();
    };
    let panics = |i: usize, name: &str| {
        let is_method = i > 0 && source.text_at(i - 1) == "." && PANICKING_METHODS.contains(&name);
        let is_macro = source.text_at(i + 1) == "!" && PANICKING_MACROS.contains(&name);
        match (is_method, is_macro) {
            (true, _) => Some(format!(".{name}()")),
            (_, true) => Some(format!("{name}!")),
            _ => None,
        }
    };
    source
        .product_tokens()
        .filter_map(|(i, token)| Some((token.line, panics(i, &token.text)?)))
        .map(|(line, what)| {
            source.at(
                line,
                &format!("{what} would stop the planner; the engine gives a value"),
            )
        })
        .collect()
}

fn engine_computes_alike_everywhere(source: &Source) -> Vec<String> {
    let Some("engine") = source.folder() else {
        return Vec::new();
    };
    let is_float_method = |i: usize| match i.checked_sub(1).map(|before| source.text_at(before)) {
        Some(".") => source.text_at(i + 1) == "(",
        Some(":") => i >= 3 && source.text_at(i - 3) == "f64",
        _ => false,
    };
    source
        .product_tokens()
        .filter(|(i, token)| PLATFORM_FLOATS.contains(&token.text.as_str()) && is_float_method(*i))
        .map(|(_, token)| {
            let name = &token.text;
            source.at(
                token.line,
                &format!("{name} differs between platforms; take it from libm"),
            )
        })
        .collect()
}

fn nothing_is_unsafe(source: &Source) -> Vec<String> {
    source
        .tokens
        .iter()
        .filter(|token| token.text == "unsafe")
        .map(|token| source.at(token.line, "unsafe"))
        .collect()
}

fn file_is_short(source: &Source) -> Vec<String> {
    let lines = source.lines_before_tests();
    let is_excused = LONG.iter().any(|(path, _)| *path == source.path);
    if lines <= MAX_LINES || is_excused {
        return Vec::new();
    }
    vec![source.at(lines, &format!("{lines} lines, {MAX_LINES} are the limit"))]
}

fn file_says_what_it_is(source: &Source) -> Vec<String> {
    if source.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![source.at(1, "the file begins with a `//!` line that says what it is")]
}
