//! Puts in place what the project needs and the machine lacks.
//!
//! Tools of the project go into its own folders (`.tools/`, `tests/browser/node_modules/`); a tool of the right version
//! on the search path is used as it is. Only Chromium and fonts are asked of the system, in [`crate::chromium`].

use std::fs;

use crate::project::{Project, Result, run};

const WASM: &str = "wasm32-unknown-unknown";
const TRUNK_VERSION: &str = "0.21.14";
// Understands what `wasm_split_helpers` of Cargo.lock leaves in the program.
const SPLITTER_VERSION: &str = "0.2.4";
const NODE_MAJOR: u32 = 20;

/// What a production build needs.
pub(crate) fn for_build(project: &Project) -> Result {
    println!("setting up");
    node(project)?;
    wasm_target(project)?;
    run(&mut project.command(&format!("cargo fetch --quiet --locked --target {WASM}")))?;
    for tool in cargo_tools(project)? {
        tool.ensure(project)?;
    }
    npm_tools(project)
}

/// What all the checks need: also the crates of the host.
pub(crate) fn for_tests(project: &Project) -> Result {
    for_build(project)?;
    run(&mut project.command("cargo fetch --quiet --locked"))
}

fn node(project: &Project) -> Result {
    let version = project.ask("node --version");
    let major = version.as_deref().and_then(|version| {
        let (major, _) = version.trim_start_matches('v').split_once('.')?;
        major.parse::<u32>().ok()
    });
    match (major, version) {
        (Some(major), _) if major >= NODE_MAJOR => Ok(()),
        (_, Some(version)) => Err(format!(
            "Node {version} is too old: install Node {NODE_MAJOR} or newer, with npm"
        )
        .into()),
        (_, None) => {
            Err(format!("Node is missing: install Node {NODE_MAJOR} or newer, with npm").into())
        }
    }
}

fn wasm_target(project: &Project) -> Result {
    let sysroot = project
        .ask("rustc --print sysroot")
        .ok_or("`rustc` does not answer: install Rust with rustup")?;
    let library = format!("{sysroot}/lib/rustlib/{WASM}/lib");
    if fs::exists(library)? {
        return Ok(());
    }
    run(&mut project.command(&format!("rustup target add {WASM}"))).map_err(|error| {
        format!("{error}\nThe Rust target {WASM} is missing and rustup cannot add it").into()
    })
}

/// A tool installed by cargo from source.
struct CargoTool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    arguments: &'static str,
}

fn cargo_tools(project: &Project) -> Result<[CargoTool; 3]> {
    Ok([
        CargoTool {
            package: "wasm-bindgen-cli",
            version: locked_version(project, "wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Its own lock file names a crate version that has since been withdrawn.
            arguments: "",
        },
        CargoTool {
            package: "trunk",
            version: TRUNK_VERSION.to_owned(),
            programs: &["trunk"],
            arguments: "--locked --no-default-features --features rustls",
        },
        CargoTool {
            package: "wasm_split_cli_support",
            version: SPLITTER_VERSION.to_owned(),
            programs: &["wasm-split-cli"],
            arguments: "--features build-binary",
        },
    ])
}

impl CargoTool {
    fn is_there(&self, project: &Project) -> bool {
        self.is_recorded(project)
            || self.programs.iter().all(|program| {
                let answer = project.ask(&format!("{program} --version"));
                answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(&self.version))
            })
    }

    /// Whether cargo has noted that it installed the tool here: not every tool tells its version.
    fn is_recorded(&self, project: &Project) -> bool {
        let noted = fs::read_to_string(project.join(".tools/.crates.toml"));
        noted.is_ok_and(|noted| noted.contains(&format!("\"{} {} (", self.package, self.version)))
    }

    fn ensure(&self, project: &Project) -> Result {
        let Self {
            package, version, ..
        } = self;
        if self.is_there(project) {
            return Ok(());
        }
        println!("installing {package} {version} into .tools/: several minutes, once");
        let build = project.join(".tools/build");
        run(project
            .command(&format!(
                "cargo install {package} --version {version} {} --force --root",
                self.arguments
            ))
            .arg(project.join(".tools"))
            .arg("--target-dir")
            .arg(&build)
            // Half the time for a tool that runs a few seconds.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))?;
        fs::remove_dir_all(build)?;
        if self.is_there(project) {
            Ok(())
        } else {
            Err(format!(
                "{package} was installed into .tools/ but does not answer as version {version}"
            )
            .into())
        }
    }
}

/// The version of a package in Cargo.lock.
fn locked_version(project: &Project, package: &str) -> Result<String> {
    let lock = fs::read_to_string(project.join("Cargo.lock"))?;
    let version = lock
        .split_once(&format!("name = \"{package}\"\nversion = \""))
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or_else(|| format!("Cargo.lock names no package {package}"))?;
    Ok(version.to_owned())
}

fn npm_tools(project: &Project) -> Result {
    let lock = project.join("tests/browser/package-lock.json");
    // npm writes this file at the end of an installation.
    let installed = project.join("tests/browser/node_modules/.package-lock.json");
    if installed.exists() && modified(&installed)? >= modified(&lock)? {
        return Ok(());
    }
    run(project
        .command("npm ci")
        .current_dir(project.join("tests/browser")))
}

fn modified(file: &std::path::Path) -> Result<std::time::SystemTime> {
    Ok(fs::metadata(file)?.modified()?)
}
