//! Making models of plan texts, for the tests that need one.

use std::sync::Arc;

use attain::engine::diagnostic::{Diagnostic, Severity};
use attain::engine::eval::{Evaluator, Projection};
use attain::engine::model::{Model, compile};
use attain::engine::plan::{Plan, read};

/// The plan and the model of a text without problems worse than a notice.
pub fn plan_and_model(text: &str) -> (Plan, Arc<Model>) {
    let (plan, model, diagnostics) = with_diagnostics(text);
    let problems: Vec<_> = diagnostics
        .iter()
        .filter(|found| found.problem.severity() != Severity::Notice)
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
    (plan, model)
}

/// The model of a text without problems.
pub fn model_of(text: &str) -> Arc<Model> {
    plan_and_model(text).1
}

/// The plan and the model of a text, and everything that is wrong with it.
pub fn with_diagnostics(text: &str) -> (Plan, Arc<Model>, Vec<Diagnostic>) {
    let reading = read(text);
    let plan = reading.plan.expect("the text is a JSON object");
    let (model, mut diagnostics) = compile(&plan);
    diagnostics.extend(reading.diagnostics);
    (plan, Arc::new(model), diagnostics)
}

/// The projection of a plan under its own assumptions.
pub fn projected(plan: &serde_json::Value) -> Projection {
    let model = model_of(&plan.to_string());
    Evaluator::new(Arc::clone(&model), model.defaults()).projection()
}

/// Ids of the shipped plans.
pub const SHIPPED: [&str; 5] = [
    "kaiping-2021-2025",
    "pinghu-2023-2027",
    "yangjiang-2023-2027",
    "jiangxi-pilot-zones-2021-2025",
    "jianghai-2021-2025",
];

/// The text of a shipped plan.
pub fn shipped(id: &str) -> String {
    std::fs::read_to_string(format!("public/plans/{id}.json")).unwrap()
}
