//! The findings of every shipped plan.

use attain::engine::check::{Finding, FindingKind, Subject};
use attain::engine::lang::Lang;
use attain::engine::model::Model;
use attain::engine::plan::{Citation, ItemKind, Plan};
use attain::text::findings::Teller;
use attain::view::target;

use super::{id, report};
use crate::diagnostics::acceptable;
use crate::models::with_diagnostics;

const SHIPPED: [&str; 5] = [
    "kaiping-2021-2025",
    "pinghu-2023-2027",
    "yangjiang-2023-2027",
    "jiangxi-pilot-zones-2021-2025",
    "jianghai-2021-2025",
];

/// What is found, in words of one language.
pub(super) fn told(plan: &Plan, model: &Model, finding: &Finding, lang: Lang) -> String {
    let name = |index| target::name(plan, index, lang);
    let teller = Teller {
        plan,
        model,
        lang,
        target: &name,
    };
    format!(
        "{} | {}",
        teller.subject(finding.subject),
        teller.tell(finding)
    )
}

/// What a reviewer compares with the documents when a plan or a rule changes.
#[test]
fn findings_of_every_shipped_plan() {
    for name in SHIPPED {
        let text = std::fs::read_to_string(format!("public/plans/{name}.json")).unwrap();
        let (plan, model, _) = with_diagnostics(&text);
        let report = report(&plan, &model);
        let quote = |citation: &Citation| {
            let reference = citation
                .reference
                .as_ref()
                .map_or("", |id| id.value.as_str());
            let quote = citation.quote.as_deref().unwrap_or_default();
            format!("  {reference}: {quote}")
        };
        let mut lines = Vec::new();
        for finding in &report.findings {
            let (severity, code) = (finding.kind.severity(), finding.kind.code());
            let codes = acceptable(match finding.subject {
                Subject::Check(_) => ItemKind::Check,
                Subject::Indicator(_) => ItemKind::Indicator,
                Subject::Target(_) => ItemKind::Target,
                Subject::Assumption(_) => ItemKind::Assumption,
            });
            assert!(codes.contains(&code), "{code} cannot be accepted");
            lines.push(format!(
                "{severity:?} {code} {}",
                id(&plan, finding.subject)
            ));
            for lang in [Lang::Zh, Lang::En] {
                lines.push(format!("  {}", told(&plan, &model, finding, lang)));
            }
            if !matches!(finding.kind, FindingKind::Standing) {
                lines.extend(finding.sources.iter().map(quote));
            }
        }
        let held: Vec<String> = report
            .held
            .iter()
            .map(|&index| id(&plan, Subject::Check(index)))
            .collect();
        lines.push(format!("held: {}", held.join(", ")));
        for undecided in &report.undecided {
            let check = id(&plan, Subject::Check(undecided.check));
            lines.push(format!(
                "undecided: {check} {:?} {:?}",
                undecided.years, undecided.roots
            ));
        }
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}
