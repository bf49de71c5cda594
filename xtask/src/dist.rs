//! The production build: trunk's output in `dist/`.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::project::{Project, Result, run};

/// What the build is made from. Everything else in the repository leaves it as it is.
const SOURCES: [&str; 8] = [
    "src",
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
        .command("trunk build --release")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk takes this variable for a switch that is `true` or `false`, and stops at the customary `1`.
        .env_remove("NO_COLOR"))
}

/// Builds the planner unless `dist/` is newer than everything it is made from.
pub(crate) fn build_if_stale(project: &Project) -> Result {
    let page = project.dist().join("index.html");
    if page.exists() {
        let mut newest = SystemTime::UNIX_EPOCH;
        for source in SOURCES {
            newest = newest.max(last_change(&project.join(source))?);
        }
        if fs::metadata(page)?.modified()? > newest {
            return Ok(());
        }
    }
    build(project)
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
