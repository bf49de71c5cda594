//! The command line, for authors of plans and for scripts: what is wrong with a plan file, and what it comes to.
//!
//! ```text
//! arguments ── clap ──▶ Cli ── check, project ──▶ Reply: what to print, and the exit code
//! ```
//!
//! Reads files and makes texts; nothing here computes or judges. Native only, and part of the program rather than of
//! the library.

mod check;
mod failure;
mod names;
mod opened;
mod project;
mod results;
mod setting;
mod sheet;
mod table;
mod words;

use std::io::Write;
use std::process::ExitCode;

use attain::engine::lang::Lang;
use clap::{Parser, Subcommand, ValueEnum};

use failure::Failure;

/// 达标：规划能否达标，还差什么 · Attain: will this plan reach its targets, and what would it take?
#[derive(Debug, Parser)]
#[command(
    name = "attain",
    version,
    arg_required_else_help = true,
    after_help = "界面在浏览器中运行 · The planner itself runs in the browser: cargo xtask serve"
)]
struct Cli {
    /// 输出语言；不写则随系统 · language of the output; the system's if absent
    #[arg(long, global = true, value_enum)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// 列出规划文件的全部问题 · list every problem of plan files
    Check(check::Arguments),
    /// 推演一份规划并判定其目标 · project a plan and judge its targets
    Project(project::Arguments),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

/// What a command answers.
#[derive(Debug, Default)]
struct Reply {
    /// For standard output.
    out: String,
    /// For standard error: remarks that are no part of the result.
    remarks: Vec<String>,
    /// 0: all is well; 1: plans have errors.
    code: u8,
}

/// Exit code when a file cannot be read or an argument cannot be used; also clap's.
const UNUSABLE: u8 = 2;

/// Runs the command the program was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let lang = match cli.lang {
        Some(Language::Zh) => Lang::Zh,
        Some(Language::En) => Lang::En,
        None => system_language(|name| std::env::var(name).ok()),
    };
    let reply = match cli.command {
        Command::Check(arguments) => Ok(check::check(&arguments, lang)),
        Command::Project(arguments) => project::project(&arguments, lang),
    };
    let reply = reply.unwrap_or_else(|failure: Failure| Reply {
        remarks: vec![failure.message(lang)],
        code: UNUSABLE,
        ..Reply::default()
    });
    print(&reply);
    ExitCode::from(reply.code)
}

/// A reader who closes early (`attain … | head`) is no error, and there is nobody left to tell.
fn print(reply: &Reply) {
    let _ = std::io::stdout().write_all(reply.out.as_bytes());
    for remark in &reply.remarks {
        let _ = writeln!(std::io::stderr(), "attain: {remark}");
    }
}

/// The language of the locale: Chinese where it is Chinese or none is set, English elsewhere.
fn system_language(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|locale| !locale.is_empty());
    match set {
        Some(locale) if !locale.starts_with("zh") => Lang::En,
        _ => Lang::Zh,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn the_language_is_that_of_the_locale() {
        let cases: [(&[(&str, &str)], Lang); 5] = [
            (&[], Lang::Zh),
            (&[("LANG", "zh_CN.UTF-8")], Lang::Zh),
            (&[("LANG", "en_GB.UTF-8")], Lang::En),
            (&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], Lang::En),
            (&[("LANG", "C"), ("LC_ALL", "")], Lang::En),
        ];
        for (variables, lang) in cases {
            let variable = |name: &str| {
                let found = variables.iter().find(|(set, _)| *set == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(system_language(variable), lang, "{variables:?}");
        }
    }
}
