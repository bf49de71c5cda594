//! The same ratios in WebAssembly, where the planner runs: through the test runner in Node, which has a clock.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "a program of its own")]

mod workloads;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the program began.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

#[wasm_bindgen_test]
fn ratios() {
    for ratio in workloads::ratios(|| now() / 1e3) {
        console_log!("{ratio}");
    }
}
