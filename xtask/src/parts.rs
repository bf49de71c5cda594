//! Cuts the production build into the program a first visit loads and the parts that are loaded on demand.
//!
//! The source marks where (`src/ui/part.rs`). The linker leaves its relocations in the program ([`FLAGS`]), the splitter
//! follows them to what only a part needs, and the rest is treated as trunk treats a program: glue from wasm-bindgen, then
//! wasm-opt. The files take the names, and with them the fingerprint, that trunk gave the whole program.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::project::{Project, Result, run};

/// The compiler's flags for a program that can be cut, added to those of `.cargo/config.toml`.
pub(crate) const FLAGS: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "--cfg split -C link-args=--emit-relocs",
);

/// What trunk would be told in index.html: for size, and no function inlined because it has one caller only.
const OPTIMISE: &str = "wasm-opt -Oz --one-caller-inline-max-function-size=0";
const PROGRAM: &str = "target/wasm32-unknown-unknown/release/attain.wasm";
const WORK: &str = "target/parts";
/// The splitter's own module, which loads the parts.
const LOADER: &str = "__wasm_split.js";

/// Puts the program in `dist/` in parts.
pub(crate) fn cut(project: &Project) -> Result {
    let name = program_name(&project.dist())?;
    let work = project.join(WORK);
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    run(project
        .command("wasm-split-cli --out-name")
        .arg(&name)
        .args([PROGRAM, WORK]))?;
    run(project
        .command(&format!(
            "wasm-bindgen --target web --no-typescript --keep-lld-exports --out-dir {WORK}/glue"
        ))
        .arg(work.join(&name).with_extension("wasm")))?;

    let loader = format!("{name}_parts.js");
    let mut loading = fs::read_to_string(work.join(LOADER))?;
    for part in parts(&work, &name)? {
        let file = format!("{name}_{}", part.trim_start_matches("split_"));
        loading = loading.replace(&format!("./{part}"), &format!("./{file}"));
        optimise(project, &work.join(part), &file)?;
    }
    fs::write(project.dist().join(&loader), loading)?;
    let glue = format!("{name}.js");
    let text = fs::read_to_string(work.join("glue").join(&glue))?;
    // The name stays where it is the key of what the program imports.
    let text = text.replace(
        &format!("from \"./{LOADER}\""),
        &format!("from \"./{loader}\""),
    );
    fs::write(project.dist().join(&glue), text)?;
    let main = format!("{name}_bg.wasm");
    optimise(project, &work.join("glue").join(&main), &main)
}

fn optimise(project: &Project, from: &Path, to: &str) -> Result {
    run(project
        .command(OPTIMISE)
        .arg(from)
        .arg("-o")
        .arg(project.dist().join(to)))
}

/// The name trunk gave the program, without an ending.
fn program_name(dist: &Path) -> Result<String> {
    let names = file_names(dist)?;
    let of_program = names.iter().find_map(|name| name.strip_suffix("_bg.wasm"));
    Ok(of_program
        .ok_or("trunk left no program in dist/")?
        .to_owned())
}

/// The files the splitter made beside the program, in the order of their names.
fn parts(work: &Path, program: &str) -> Result<Vec<String>> {
    let mut names = file_names(work)?;
    names.retain(|name| {
        let file = Path::new(name);
        file.extension() == Some(OsStr::new("wasm"))
            && file.file_stem() != Some(OsStr::new(program))
    });
    names.sort();
    Ok(names)
}

fn file_names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder)?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.collect()
}
