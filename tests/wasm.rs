//! What has to hold in WebAssembly as on the host: the same bits.
//!
//! A file with these tests runs twice, natively by `cargo test` and in Node by
//! `cargo test --target wasm32-unknown-unknown --test wasm`.

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
