//! What has to hold in WebAssembly as on the host: the same bits.
//!
//! A file with these tests runs twice, natively by `cargo test` and in Node by
//! `cargo test --target wasm32-unknown-unknown --test wasm`.

use std::sync::Arc;

use attain::engine::attain::attain;
use attain::engine::eval::Evaluator;
use attain::engine::index::{AssumptionIdx, IndicatorIdx};
use attain::engine::inputs::Setting;
use attain::engine::model::compile;
use attain::engine::plan::read;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Expected bits are the correctly rounded results, computed with sixty decimal digits by Python's `decimal`.
#[test]
fn the_functions_beyond_arithmetic_have_the_same_bits_everywhere() {
    let exp = [
        (0.065, 0x3ff1_1315_5755_c830_u64),
        (-1.5, 0x3fcc_8f87_724b_5c1d),
        (7.25, 0x4096_006b_5d53_e8d9),
        (0.1, 0x3ff1_aec7_b35a_00d4),
    ];
    for (x, bits) in exp {
        assert_eq!(libm::exp(x).to_bits(), bits, "exp({x})");
    }
    let ln = [
        (1.065, 0x3fb0_1f1d_cede_ce09_u64),
        (0.3, 0xbff3_4378_fcbd_a721),
        (470.0, 0x4018_9c65_f5a3_22e6),
        (1e-9, 0xc034_b927_f32b_ffb8),
    ];
    for (x, bits) in ln {
        assert_eq!(libm::log(x).to_bits(), bits, "ln({x})");
    }
    let pow = [
        (1.065, 13.0, 0x4002_23d0_7c26_11aa_u64),
        (1.07, 0.2, 0x3ff0_37cd_7b8f_9e8b),
        (0.97, 5.0, 0x3feb_7abf_c78b_016b),
        (3.34, 1.0 / 3.0, 0x3ff7_eab0_0912_e1a9),
    ];
    for (x, y, bits) in pow {
        assert_eq!(libm::pow(x, y).to_bits(), bits, "{x} to the power of {y}");
    }
}

/// Every value of a plan after each of a fixed series of changes, as one number.
fn fingerprint(text: &str) -> u64 {
    let plan = read(text).plan.expect("the text is a plan");
    let (model, _) = compile(&plan);
    let model = Arc::new(model);
    let mut evaluator = Evaluator::new(Arc::clone(&model), model.defaults());
    // FNV-1a over the bits.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |value: u64| {
        for byte in value.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    let movable = plan
        .assumptions
        .iter()
        .enumerate()
        .filter_map(|(position, item)| {
            item.value.as_ref()?;
            Some((AssumptionIdx::new(position), item.min?, item.max?))
        });
    for (step, (assumption, min, max)) in movable.enumerate() {
        let share = (step % 7) as f64 / 6.0;
        evaluator.set(
            assumption,
            None,
            &Setting::Constant(min + (max - min) * share),
        );
        let projection = evaluator.projection();
        for position in 0..model.indicators().len() {
            for year in model.axis().years() {
                let number = projection
                    .cell(IndicatorIdx::new(position), None, year)
                    .number();
                // What is unknown has no bits: those of NaN are the machine's own.
                add(number.map_or(1, f64::to_bits));
            }
        }
        for outcome in attain(&projection) {
            for number in [
                outcome.value,
                outcome.threshold,
                outcome.margin,
                outcome.progress,
            ] {
                add(number.map_or(1, f64::to_bits));
            }
        }
    }
    hash
}

/// The expected numbers are those of the native run: a changed plan or rule of the language changes both alike.
#[test]
fn a_model_has_the_same_bits_everywhere() {
    let plans = [
        (
            include_str!("../benches/workloads/w1.json"),
            0x50d9_d215_9d2c_7cbf,
        ),
        (
            include_str!("../public/plans/kaiping-2021-2025.json"),
            0xd6e2_7ebe_7cee_fbef,
        ),
    ];
    for (text, expected) in plans {
        let found = fingerprint(text);
        assert_eq!(found, expected, "{found:#x} instead of {expected:#x}");
    }
}
