//! Operators: what units they take, what they make of them, and where values are converted.

use super::check_all;
use attain::engine::index::Domain::Plan;

/// The table at the end of section 3 of the format.
#[test]
fn units_follow_the_table_of_the_format() {
    check_all(
        Plan,
        &[
            ("va / land", "(va / land) : 万元/亩"),
            ("prev(va) * (1 + g)", "(va@-1 * (1 + (g / 100))) : 亿元"),
            (
                "prev(va) * (1 + g_real)",
                "(va@-1 * (1 + (g_real / 100))) : 亿元; mixed-prices ‹(1 + g_real)›",
            ),
            ("prev(va) * (1 + step)", "points-as-growth ‹step›"),
            ("prev(rd) + 0.05", "bare-number ‹0.05›"),
            ("share >= 40", "bare-number ‹40›"),
            (
                "share - province_share",
                "(share - province_share) : points 百分点",
            ),
            ("prev(va) * index", "(va@-1 * index) : 亿元·指数"),
            ("index - 1", "(index - 100) : plain 指数"),
            ("index - 100", "bare-number ‹100›"),
            ("patents / population", "(patents / population) : 件/万人"),
            ("patents / persons", "(patents / persons) : 件/人"),
            ("prev(land) + supply", "(land@-1 + (supply / 10000)) : 万亩"),
            ("prev(land) + 500", "bare-number ‹500›"),
            ("usd_inv * rate", "(usd_inv * rate) : 亿元"),
            ("usd_inv + inv", "different-units ‹inv›"),
        ],
    );
}

#[test]
fn the_right_side_moves_to_the_scale_of_the_left() {
    check_all(
        Plan,
        &[
            ("supply + land", "(supply + (land * 10000)) : 亩"),
            ("land - supply", "(land - (supply / 10000)) : 万亩"),
            ("land >= supply", "(land >= (supply / 10000)) : 万亩"),
            ("land + 500亩", "(land + 0.05) : 万亩"),
            ("va + per_mu * land", "(va + (per_mu * land)) : 亿元"),
            (
                "va + per_mu * supply",
                "(va + ((per_mu * supply) / 10000)) : 亿元",
            ),
            ("land + 1平方公里", "(land + 0.15) : 万亩"),
            ("工业用电 + 1千瓦时", "(工业用电 + 0.00000001) : 亿千瓦时"),
        ],
    );
}

#[test]
fn ratios_points_and_plain_numbers_are_told_apart() {
    check_all(
        Plan,
        &[
            // ratio ± points
            ("rd + step", "(rd + step) : ratio %"),
            ("rd - step", "(rd - step) : ratio %"),
            ("step + rd", "(step + rd) : ratio 百分点"),
            ("rd + 0.05pp", "(rd + 0.05) : ratio %"),
            ("step - rd", "ratio-with-points ‹rd›"),
            ("share >= 5pp", "ratio-with-points ‹5pp›"),
            ("max(rise, 2%)", "ratio-with-points ‹2%›"),
            // ratio ± ratio
            (
                "share + province_share",
                "(share + province_share) : ratio %",
            ),
            ("rise - rise[2020]", "(rise - rise@2020) : points 百分点"),
            ("growth(va) - 5%", "(Growth(va, va@-1) - 0.05) : points"),
            // 1 ± ratio
            ("1 - share", "(1 - (share / 100)) : plain"),
            (
                "1 - share - rd",
                "((1 - (share / 100)) - (rd / 100)) : plain",
            ),
            ("share - 1", "(share - 100) : plain %"),
            ("multiple - 1", "(multiple - 1) : plain"),
            ("100% - share", "(100 - share) : plain %"),
            ("index - 100[指数]", "(index - 100) : plain 指数"),
            ("2 - share", "bare-number ‹2›"),
            ("-5 + share", "bare-number ‹-5›"),
            // plain ± points
            ("1 + rise", "points-as-growth ‹rise›"),
            ("rise + 1", "points-as-growth ‹rise›"),
            ("chains / clusters + 4pp", "points-as-growth ‹4pp›"),
            ("rise + 2", "bare-number ‹2›"),
            // quotients are plain and become what is needed
            (
                "chains / clusters >= 40%",
                "((chains / clusters) >= 0.4) : ratio",
            ),
            (
                "chains / clusters + 40%",
                "((chains / clusters) + 0.4) : plain",
            ),
            (
                "(share - province_share) / province_share",
                "((share - province_share) / province_share) : plain",
            ),
            ("va / va[2020] - 1", "((va / va@2020) - 1) : plain"),
            // scaling
            ("1.2 * share", "(1.2 * share) : ratio %"),
            ("20pp * 50%", "(20 * 50) : points 百分点·%"),
            ("20pp / 5", "(20 / 5) : points 百分点"),
            ("rise / share", "(rise / share) : plain"),
            ("va * share", "(va * share) : 亿元·%"),
            ("share * share", "(share * share) : ratio %²"),
            ("-share", "Negate(share) : ratio %"),
        ],
    );
}

#[test]
fn zero_fits_everything_and_one_fits_ratios() {
    check_all(
        Plan,
        &[
            ("va + 0", "(va + 0) : 亿元"),
            ("0 - va", "(0 - va) : 亿元"),
            ("0 <= rise", "(0 <= rise) : points 百分点"),
            (
                "max(0, land, supply)",
                "Maximum(Maximum(0, land), (supply / 10000)) : 万亩",
            ),
            (
                "if(year < 2025, 0, supply)",
                "If((year < 2025), 0, supply) : 亩",
            ),
            ("share <= 1", "(share <= 100) : ratio %"),
            ("min(1, share)", "Minimum(100, share) : ratio %"),
            ("va + (2 - 2)", "(va + (2 - 2)) : 亿元"),
            ("va + 1", "bare-number ‹1›"),
            ("max(1, 5, share)", "bare-number ‹5›"),
            ("va >= 3万", "bare-number ‹3万›"),
        ],
    );
}

#[test]
fn powers_need_plain_numbers_or_literal_integers() {
    check_all(
        Plan,
        &[
            ("land ^ 2 / land", "((land ^ 2) / land) : 万亩"),
            ("va ^ -1 * inv", "((va ^ Negate(1)) * inv) : plain"),
            ("va ^ 0.5", "not-plain ‹va›"),
            ("va ^ plain", "not-plain ‹va›"),
            ("2 ^ va", "not-plain ‹va›"),
            ("(va / inv) ^ 0.5", "((va / inv) ^ 0.5) : plain"),
            (
                "(1 + g) ^ (year - 2020)",
                "((1 + (g / 100)) ^ (year - 2020)) : plain",
            ),
            (
                "(supply / land) ^ 0.5",
                "(((supply / land) / 10000) ^ 0.5) : plain",
            ),
            ("share ^ 0.5", "((share / 100) ^ 0.5) : plain"),
            (
                "(va * va * va) ^ 100",
                "unit-out-of-range ‹(va * va * va) ^ 100›",
            ),
        ],
    );
}

#[test]
fn a_ratio_plus_an_assumption_in_percent_is_doubtful() {
    check_all(
        Plan,
        &[
            (
                "prev(rd) + rd_step",
                "(rd@-1 + rd_step) : ratio %; ratio-step ‹rd_step›",
            ),
            (
                "rd_step + prev(rd)",
                "(rd_step + rd@-1) : ratio %; ratio-step ‹rd_step›",
            ),
            ("rd_step + g", "(rd_step + g) : ratio %"),
            ("1 + rd_step", "(1 + (rd_step / 100)) : plain"),
            ("rd - rd_step", "(rd - rd_step) : points 百分点"),
        ],
    );
}

#[test]
fn joining_two_price_bases_is_doubtful() {
    check_all(
        Plan,
        &[
            (
                "va + va_real",
                "(va + va_real) : 亿元; mixed-prices ‹va_real›",
            ),
            (
                "va >= va_real",
                "(va >= va_real) : 亿元; mixed-prices ‹va_real›",
            ),
            (
                "va / va_real",
                "(va / va_real) : plain; mixed-prices ‹va_real›",
            ),
            (
                "max(va, va_real)",
                "Maximum(va, va_real) : 亿元; mixed-prices ‹va_real›",
            ),
            (
                "growth(va) = g_real",
                "(Growth(va, va@-1) = (g_real / 100)) : ratio; mixed-prices ‹g_real›",
            ),
            // Growth at comparable prices applies to the prices of any one year.
            (
                "prev(va_real) * (1 + g_real)",
                "(va_real@-1 * (1 + (g_real / 100))) : 亿元",
            ),
            (
                "growth(va_real) = g_real",
                "(Growth(va_real, va_real@-1) = (g_real / 100)) : ratio",
            ),
            // Quotients of equal bases are free of them, and what is not stated never warns.
            ("va / gdp + g_real", "((va / gdp) + (g_real / 100)) : plain"),
            ("va + inv", "(va + inv) : 亿元"),
        ],
    );
}

#[test]
fn conditions_and_quantities_are_not_mixed() {
    check_all(
        Plan,
        &[
            (
                "year >= 2025 and va > 100亿元 or not share < 40%",
                "(((year >= 2025) and (va > 100)) or Not((share < 40))) : condition",
            ),
            ("not va > 0", "Not((va > 0)) : 亿元"),
            (
                "va and share",
                "condition-needed ‹va›; condition-needed ‹share›",
            ),
            ("not va", "condition-needed ‹va›"),
            ("va + (va > 1亿元)", "quantity-needed ‹(va > 1亿元)›"),
            ("if(va, va, va)", "condition-needed ‹va›"),
            (
                "(va > 0) = (inv > 0)",
                "quantity-needed ‹(va > 0)›; quantity-needed ‹(inv > 0)›",
            ),
        ],
    );
}

#[test]
fn a_name_with_a_faulty_unit_is_not_reported_again() {
    check_all(
        Plan,
        &[
            ("faulty + 1", ""),
            ("faulty + nothing", "unknown-name ‹nothing›"),
        ],
    );
}
