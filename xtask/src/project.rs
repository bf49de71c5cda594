//! The checkout, and the environment in which its tools run.

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a command gives back; the error is read by people only.
pub(crate) type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The folder of the project and the search path of its tools.
pub(crate) struct Project {
    root: PathBuf,
    path: OsString,
}

impl Project {
    /// The project this program was compiled from.
    pub(crate) fn open() -> Self {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().unwrap_or(manifest).to_path_buf();
        let own_tools = [
            root.join(".tools/bin"),
            root.join("tests/browser/node_modules/.bin"),
        ];
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = own_tools
            .into_iter()
            .chain(std::env::split_paths(&inherited));
        // Only a folder with the separator in its name cannot be joined; then the tools on the inherited path serve.
        let path = std::env::join_paths(folders).unwrap_or(inherited);
        Self { root, path }
    }

    /// A file or folder of the project.
    pub(crate) fn join(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The production build.
    pub(crate) fn dist(&self) -> PathBuf {
        self.join("dist")
    }

    /// A tool with its arguments as in a shell, run in the root of the project, without standard input.
    ///
    /// Arguments are separated by spaces; add those that hold spaces with [`Command::arg`].
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut words = line.split_whitespace();
        let program = words.next().unwrap_or_default();
        let mut command = Command::new(program);
        command
            .args(words)
            .current_dir(&self.root)
            .env("PATH", &self.path)
            .stdin(Stdio::null());
        command
    }

    /// Where a program stands on the search path.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        std::env::split_paths(&self.path)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file())
    }

    /// What a tool answers on standard output, or nothing when it is missing or fails.
    pub(crate) fn ask(&self, line: &str) -> Option<String> {
        let output = self.command(line).stderr(Stdio::null()).output().ok()?;
        let answer = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| answer.trim().to_owned())
    }
}

/// Shows a command and runs it to its end, its output passed through.
pub(crate) fn run(command: &mut Command) -> Result {
    let program = Path::new(command.get_program()).file_stem();
    let shown = program
        .into_iter()
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ");
    println!("$ {shown}");
    let status = command
        .status()
        .map_err(|error| format!("`{shown}` cannot be started: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{shown}` failed ({status})").into())
    }
}
