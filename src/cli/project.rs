//! `attain project`: a plan under a scenario and further moves, as a table to read, a sheet or JSON.

use std::path::PathBuf;
use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::diagnostic::Severity;
use attain::engine::eval::Evaluator;
use attain::engine::inputs::Inputs;
use attain::engine::lang::Lang;
use attain::engine::model::Model;
use attain::engine::plan::Plan;
use clap::ValueEnum;

use super::failure::Failure;
use super::names::Names;
use super::opened::Opened;
use super::results::Results;
use super::setting::{Move, meant};
use super::{Reply, sheet, table, words};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// 规划文件 · plan file
    file: PathBuf,
    /// 情景的标识 · id of a scenario
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    /// 调整假设，可多次：ID=7、ID[成员]=7、ID=2024:5,2027:6 · move an assumption, repeatable: ID=7, ID[member]=7, ID=2024:5,2027:6
    #[arg(long = "set", value_name = "ID=VALUE")]
    moves: Vec<String>,
    /// 输出格式；csv 为带 BOM 的 UTF-8 · format of the output; csv is UTF-8 with a byte order mark
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// 表格的内容，json 总是全部 · what the table holds, json always all of it
    #[arg(long, value_enum, default_value_t = What::Outcomes)]
    what: What,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// 供人阅读 · to read
    Table,
    /// 供电子表格 · for spreadsheets
    Csv,
    /// 供程序 · for programs
    Json,
}

/// What a table or sheet holds.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum What {
    /// 达标情况 · attainment of the targets
    Outcomes,
    /// 各指标逐年数值 · indicators year by year
    Series,
}

/// Code 0, or 1 where the plan has errors: what depends on them is undetermined.
pub fn project(arguments: &Arguments, lang: Lang) -> Result<Reply, Failure> {
    let opened = Opened::open(&arguments.file)?;
    let errors = opened.count(Severity::Error);
    let (plan, model) = opened
        .plan
        .ok_or_else(|| Failure::NoPlan(arguments.file.clone()))?;
    let mut inputs = scenario(arguments.scenario.as_deref(), &plan, &model)?.clone();
    let moves: Result<Vec<Move>, Failure> = arguments
        .moves
        .iter()
        .map(|text| Move::read(text, &plan, &model))
        .collect();
    let moves = moves?;
    for moved in &moves {
        moved.apply(&mut inputs);
    }
    let mut remarks: Vec<String> = moves
        .iter()
        .filter_map(|moved| moved.remark(&plan, lang))
        .collect();
    if errors > 0 {
        remarks.push(words::projected_with_errors(errors, &arguments.file, lang));
    }
    let projection = Evaluator::new(Arc::clone(&model), &inputs).projection();
    let outcomes = attain(&projection);
    let names = Names {
        plan: &plan,
        model: &model,
        lang,
    };
    let scenario = arguments.scenario.as_deref();
    let results = Results::new(names, scenario, &moves, &projection, &outcomes);
    Ok(Reply {
        out: write(&results, arguments.format, arguments.what, lang),
        remarks,
        code: u8::from(errors > 0),
    })
}

/// The assumptions' values under a scenario; the plan's own without one.
fn scenario<'a>(id: Option<&str>, plan: &Plan, model: &'a Model) -> Result<&'a Inputs, Failure> {
    let Some(id) = id else {
        return Ok(model.defaults());
    };
    let mut ids = plan.scenarios.iter().map(|scenario| &*scenario.id.value);
    let position = ids.clone().position(|known| known == id);
    position
        .and_then(|position| model.scenario(position))
        .ok_or_else(|| Failure::UnknownScenario(id.to_owned(), meant(id, ids.by_ref())))
}

fn write(results: &Results<'_>, format: Format, what: What, lang: Lang) -> String {
    match format {
        Format::Table => table::write(results, what, lang),
        Format::Csv => sheet::write(results, what),
        Format::Json => {
            let json = serde_json::to_string_pretty(results);
            json.expect("texts, numbers and lists make JSON") + "\n"
        }
    }
}
