//! `attain check`: every problem of plan files, each with its place, as editors and build servers read it, and a count.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use attain::engine::diagnostic::{Diagnostic, Severity};
use attain::engine::lang::Lang;
use attain::text::problems;

use super::opened::Opened;
use super::{Reply, UNUSABLE, words};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// 规划文件 · plan files
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Code 0 without errors, 1 with errors, 2 when a file cannot be read.
pub fn check(arguments: &Arguments, lang: Lang) -> Reply {
    let mut reply = Reply::default();
    for file in &arguments.files {
        match Opened::open(file) {
            Ok(opened) => {
                report(&mut reply.out, file, &opened, lang);
                let has_errors = opened.count(Severity::Error) > 0;
                reply.code = reply.code.max(u8::from(has_errors));
            }
            Err(failure) => {
                reply.remarks.push(failure.message(lang));
                reply.code = UNUSABLE;
            }
        }
    }
    reply
}

fn report(out: &mut String, file: &Path, opened: &Opened, lang: Lang) {
    for problem in &opened.problems {
        one(out, file, opened, problem, lang);
    }
    let counts = [Severity::Error, Severity::Warning, Severity::Notice]
        .map(|severity| opened.count(severity));
    line(
        out,
        &format!("{}: {}", file.display(), words::counts(counts, lang)),
    );
}

/// `file:line:column: severity[code]: message`, then the item, the way to it, and the way out.
fn one(out: &mut String, file: &Path, opened: &Opened, found: &Diagnostic, lang: Lang) {
    let at = opened.document.locate(found.span);
    let severity = problems::severity(found.problem.severity(), lang).to_lowercase();
    let code = found.problem.code();
    let message = problems::message(&found.problem, lang);
    line(
        out,
        &format!(
            "{}:{}:{}: {severity}[{code}]: {}",
            file.display(),
            at.line,
            at.column,
            message.text
        ),
    );
    let place = problems::place(&opened.document, found.span, lang);
    let path = Some(place.path).filter(|path| !path.is_empty());
    let where_it_is: Vec<String> = place.item.into_iter().chain(path).collect();
    if !where_it_is.is_empty() {
        line(out, &format!("    {}", where_it_is.join(" · ")));
    }
    if let Some(help) = message.help {
        line(out, &format!("    {}", words::help(&help, lang)));
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}
