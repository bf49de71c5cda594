//! The probability of a target in words.

use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::eval::Evaluator;
use attain::engine::index::AssumptionIdx;
use attain::engine::lang::Lang;
use attain::view::likelihood::Likelihood;

use super::{assumption, forecast_under, indicator, plan};
use crate::models::plan_and_model;

/// What is said of the first outcome of a plan with one uncertain assumption.
fn told(uncertainty: &str, formula: &str, target: &str, lang: Lang) -> Likelihood {
    let (plan, model) = plan_and_model(&plan(
        &assumption("a", "5", uncertainty),
        &indicator("y", formula),
        target,
    ));
    let evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    let outcome = &attain(&evaluator.projection())[0];
    let found = forecast_under(&plan, &model, model.defaults());
    let drawn = [AssumptionIdx::new(0)];
    Likelihood::of(&plan, &model, outcome, &drawn, found.as_ref(), lang)
}

#[test]
fn a_probability_is_told_with_what_it_rests_on() {
    let uniform = r#"{ "uniform": [0, 10] }"#;
    let at_least = |x: &str| format!(r#""of": "y", "in": 2026, "at_least": {x}"#);
    for (x, zh, en) in [
        (
            "7.5",
            "2026 年：达标概率约 25%",
            "2026: attained with a probability of about 25%",
        ),
        // Wilson's bounds of 0 and of all of 10,000 draws.
        (
            "11",
            "2026 年：达标概率低于 0.04%：没有一次抽样达标",
            "2026: attained with a probability below 0.04%: in none of the draws",
        ),
        (
            "0",
            "2026 年：达标概率高于 99.96%：每次抽样都达标",
            "2026: attained with a probability above 99.96%: in all of the draws",
        ),
    ] {
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let told = told(uniform, r#""a""#, &at_least(x), lang);
            assert_eq!(told.chance, expected);
            assert_eq!((told.facts.len(), told.notes.len()), (3, 3));
            assert!(told.fan.is_some());
        }
    }
    let open = told(
        r#"{ "uniform": [-1, 1] }"#,
        r#""sqrt(a)""#,
        &at_least("0.5"),
        Lang::Zh,
    );
    assert!(open.chance.contains("无法判定"), "{}", open.chance);
    assert_eq!((open.facts.len(), open.fan), (0, None));
}
