//! `attain check`: every problem of plan files and every finding of the plan check, each with its place, as editors and
//! build servers read it, and a count.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use attain::engine::check::{Finding, Report};
use attain::engine::diagnostic::{Diagnostic, Severity, Span};
use attain::engine::lang::{Lang, Text};
use attain::engine::model::Model;
use attain::engine::plan::{Plan, accepted};
use attain::text::findings::Teller;
use attain::text::problems;
use attain::view::target;

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
    let printer = Printer { file, opened, lang };
    for problem in &opened.problems {
        printer.problem(out, problem);
    }
    let findings = opened.findings();
    if let Some((plan, model)) = &opened.plan {
        printer.findings(out, plan, model, &findings);
    }
    let counts = [Severity::Error, Severity::Warning, Severity::Notice]
        .map(|severity| opened.count(severity));
    let mut summary = words::counts(counts, lang);
    if opened.plan.is_some() {
        summary += &words::findings(&findings, lang);
    }
    line(out, &format!("{}: {summary}", file.display()));
}

/// Prints what is wrong with one file.
#[derive(Clone, Copy)]
struct Printer<'a> {
    file: &'a Path,
    opened: &'a Opened,
    lang: Lang,
}

impl Printer<'_> {
    /// The line of a problem, then the item, the way to it, the way out, and why its author accepts it.
    fn problem(self, out: &mut String, found: &Diagnostic) {
        let message = problems::message(&found.problem, self.lang);
        let (severity, code) = (found.problem.severity(), found.problem.code());
        self.head(out, found.span, severity, code, &message.text);
        let place = problems::place(&self.opened.document, found.span, self.lang);
        let path = Some(place.path).filter(|path| !path.is_empty());
        let where_it_is: Vec<String> = place.item.into_iter().chain(path).collect();
        if !where_it_is.is_empty() {
            line(out, &format!("    {}", where_it_is.join(" · ")));
        }
        if let Some(help) = message.help {
            line(out, &format!("    {}", words::help(&help, self.lang)));
        }
        self.accepted(out, accepted(&self.opened.document, found).as_ref());
    }

    fn findings(self, out: &mut String, plan: &Plan, model: &Model, report: &Report) {
        let name = |index| target::name(plan, index, self.lang);
        let teller = Teller {
            plan,
            model,
            lang: self.lang,
            target: &name,
        };
        for finding in &report.findings {
            self.finding(out, teller, finding);
        }
    }

    /// The line of a finding, then the words it rests on, and why its author accepts it.
    fn finding(self, out: &mut String, teller: Teller<'_>, finding: &Finding) {
        let kind = &finding.kind;
        let parts = [teller.subject(finding.subject), teller.tell(finding)];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let said = said.join(self.lang.pick("：", ": "));
        self.head(out, finding.span, kind.severity(), kind.code(), &said);
        for quote in finding
            .sources
            .iter()
            .filter_map(|source| source.quote.as_deref())
        {
            line(out, &format!("    {}", words::quoted(quote, self.lang)));
        }
        self.accepted(out, finding.accepted.as_ref());
    }

    fn accepted(self, out: &mut String, reason: Option<&Text>) {
        if let Some(reason) = reason {
            let accepted = words::accepted(reason.get(self.lang), self.lang);
            line(out, &format!("    {accepted}"));
        }
    }

    /// `file:line:column: severity[code]: message`.
    fn head(self, out: &mut String, span: Span, severity: Severity, code: &str, said: &str) {
        let at = self.opened.document.locate(span);
        let file = self.file.display();
        let severity = problems::severity(severity, self.lang).to_lowercase();
        line(
            out,
            &format!(
                "{file}:{}:{}: {severity}[{code}]: {said}",
                at.line, at.column
            ),
        );
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}
