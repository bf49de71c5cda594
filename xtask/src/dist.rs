//! The production build: trunk's output in `dist/`, the program in parts.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::parts;
use crate::project::{Project, Result, run};

/// What the build is made from. Everything else in the repository leaves it as it is.
const SOURCES: [&str; 9] = [
    "src",
    "xtask/src/parts.rs",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "rust-toolchain.toml",
];

/// Builds the planner into `dist/`.
pub(crate) fn build(project: &Project) -> Result {
    run(project
        // Not `--release`: wasm-opt has its turn when the program is in parts.
        .command("trunk build --cargo-profile release --minify")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .envs([parts::FLAGS])
        // Trunk takes this variable for a switch that is `true` or `false`, and stops at the customary `1`.
        .env_remove("NO_COLOR"))?;
    parts::cut(project)?;
    fs::copy(page(project), last_page(project))?;
    Ok(())
}

/// Builds the planner unless `dist/` holds a production build of everything as it is now.
pub(crate) fn build_if_stale(project: &Project) -> Result {
    if is_current(project)? {
        return Ok(());
    }
    build(project)
}

fn is_current(project: &Project) -> Result<bool> {
    let (page, last_page) = (page(project), last_page(project));
    if !page.exists() || !last_page.exists() || fs::read(&page)? != fs::read(&last_page)? {
        return Ok(false);
    }
    let mut newest = SystemTime::UNIX_EPOCH;
    for source in SOURCES {
        newest = newest.max(last_change(&project.join(source))?);
    }
    Ok(newest < fs::metadata(page)?.modified()?)
}

fn page(project: &Project) -> PathBuf {
    project.dist().join("index.html")
}

/// The page of the last production build, which names its files by their content: `trunk serve` puts others in `dist/`.
fn last_page(project: &Project) -> PathBuf {
    project.join("target/last-production-page.html")
}

/// When a file, or anything in a folder, was last changed. A folder's own time tells of files taken away.
fn last_change(path: &Path) -> Result<SystemTime> {
    let metadata = fs::metadata(path)?;
    let mut newest = metadata.modified()?;
    if metadata.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(last_change(&entry?.path())?);
        }
    }
    Ok(newest)
}
