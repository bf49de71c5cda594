//! The browser of the end-to-end tests, and fonts for the Chinese text it shows.

use std::path::{Path, PathBuf};

use crate::project::{Project, Result, run};

/// Names a browser to use instead of the one found; the test harness reads the same variable.
pub(crate) const VARIABLE: &str = "CHROMIUM";

const PROGRAMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];
const MAC_APPLICATIONS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Finds Chromium and fonts, or has the system install them where that is permitted.
///
/// # Errors
///
/// Says what to install when Chromium is missing and this process may not install it.
pub(crate) fn ensure(project: &Project) -> Result<PathBuf> {
    let missing = missing(project);
    if !missing.is_empty() {
        let packages = missing.join(" ");
        if may_install(project) {
            run(&mut project.command("apt-get update"))?;
            run(project
                .command(&format!(
                    "apt-get install -y --no-install-recommends {packages}"
                ))
                .env("DEBIAN_FRONTEND", "noninteractive"))?;
        } else {
            println!(
                "missing: {packages} (Debian's names); install with the system's package manager"
            );
        }
    }
    find(project).ok_or_else(|| {
        format!(
            "Chromium is missing: install it (Debian: `apt-get install chromium fonts-noto-cjk`), \
             or name its program in the variable {VARIABLE}"
        )
        .into()
    })
}

/// The Debian packages that are wanted and not there.
fn missing(project: &Project) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if find(project).is_none() {
        packages.push("chromium");
    }
    if cfg!(target_os = "linux") && !has_chinese_fonts(project) {
        packages.push("fonts-noto-cjk");
    }
    packages
}

fn find(project: &Project) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE) {
        return Some(named.into());
    }
    let applications = MAC_APPLICATIONS
        .into_iter()
        .map(Path::new)
        .filter(|file| file.is_file());
    PROGRAMS
        .into_iter()
        .find_map(|program| project.find(program))
        .or_else(|| applications.map(Path::to_path_buf).next())
}

fn has_chinese_fonts(project: &Project) -> bool {
    project
        .ask("fc-list :lang=zh family")
        .is_some_and(|families| !families.is_empty())
}

fn may_install(project: &Project) -> bool {
    project.ask("id -u").as_deref() == Some("0") && project.find("apt-get").is_some()
}
