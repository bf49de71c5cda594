//! Sets: which members a name means, and functions over all of them.

use super::check_all;
use super::vocabulary::TOWNS;
use attain::engine::index::Domain::Plan;

#[test]
fn outside_a_set_names_mean_the_whole() {
    check_all(
        Plan,
        &[
            (
                "town_va / town_land",
                "(town_va.all / town_land.all) : 亿元/亩",
            ),
            (
                "growth(town_va)",
                "Growth(town_va.all, town_va.all@-1) : ratio",
            ),
            ("town_va[2023]", "town_va.all@2023 : 亿元"),
            ("town_lone", "no-whole ‹town_lone›"),
            ("town_lone + va", "no-whole ‹town_lone›"),
        ],
    );
}

#[test]
fn inside_a_set_names_over_it_mean_the_member() {
    check_all(
        TOWNS,
        &[
            (
                "town_va / town_land",
                "(town_va.each / town_land.each) : 亿元/亩",
            ),
            ("town_va / va", "(town_va.each / va) : plain"),
            (
                "town_va / sum(town_va)",
                "(town_va.each / sum0(town_va.each)) : plain",
            ),
            ("town_va[2023]", "town_va.each@2023 : 亿元"),
            ("town_lone", "town_lone.each : 亿元"),
            // Of another set, the whole.
            (
                "town_va + cluster_va",
                "(town_va.each + cluster_va.all) : 亿元",
            ),
        ],
    );
}

#[test]
fn a_member_is_named_in_brackets() {
    let cases = [
        ("town_va[danghu]", "town_va.0 : 亿元"),
        ("town_va[xindai, 2023]", "town_va.1@2023 : 亿元"),
        ("town_va[新仓]", "town_va.2 : 亿元"),
        ("town_lone[danghu]", "town_lone.0 : 亿元"),
        ("town_va[danhu]", "unknown-member ‹danhu›"),
        ("town_va[chips]", "unknown-member ‹chips›"),
        ("va[danghu]", "no-members ‹danghu›"),
    ];
    check_all(Plan, &cases);
    check_all(TOWNS, &cases);
}

#[test]
fn aggregates_go_through_the_members_wherever_they_stand() {
    let cases = [
        ("sum(town_va)", "sum0(town_va.each) : 亿元"),
        ("sum(town_lone)", "sum0(town_lone.each) : 亿元"),
        (
            "sum(town_va) + sum(cluster_va)",
            "(sum0(town_va.each) + sum1(cluster_va.each)) : 亿元",
        ),
        ("mean(town_rate)", "mean0(town_rate.each) : ratio %"),
        (
            "mean(town_rate, by: town_va)",
            "mean0(town_rate.each by town_va.each) : ratio %",
        ),
        ("min(town_va)", "least0(town_va.each) : 亿元"),
        ("max(town_va * 2)", "most0((town_va.each * 2)) : 亿元"),
        (
            "count(town_va >= 100亿元)",
            "count0((town_va.each >= 100)) : 个",
        ),
        (
            "count(cluster_va >= 1000亿元)",
            "count1((cluster_va.each >= 1000)) : plain",
        ),
        (
            "count(town_va >= prev(town_va) and not town_rate < 5%)",
            "count0(((town_va.each >= town_va.each@-1) and Not((town_rate.each < 5)))) : 个",
        ),
        (
            "sum(town_va * va)",
            "sum0((town_va.each * va)) : 10000000000000000 元²",
        ),
        (
            "sum(town_va - mean(town_va))",
            "sum0((town_va.each - mean0(town_va.each))) : 亿元",
        ),
        (
            "sum(town_va / sum(cluster_va))",
            "sum0((town_va.each / sum1(cluster_va.each))) : plain",
        ),
        ("prev(sum(town_va))", "sum0(town_va.each)@-1 : 亿元"),
        (
            "cumulative(sum(town_va), 2023)",
            "Σ(sum0(town_va.each), 2023) : 亿元",
        ),
    ];
    check_all(Plan, &cases);
    check_all(TOWNS, &cases);
}

#[test]
fn aggregates_need_members_of_one_set() {
    check_all(
        Plan,
        &[
            ("sum(va)", "nothing-to-aggregate ‹va›"),
            ("min(5亿元)", "nothing-to-aggregate ‹5亿元›"),
            (
                "sum(town_va[danghu])",
                "nothing-to-aggregate ‹town_va[danghu]›",
            ),
            ("sum(vaa)", "unknown-name ‹vaa›"),
            ("sum(town_va * cluster_va)", "mixed-sets ‹cluster_va›"),
            ("mean(town_rate, by: cluster_va)", "mixed-sets ‹cluster_va›"),
            ("count(town_va)", "condition-needed ‹town_va›"),
            ("sum(town_va > 0)", "quantity-needed ‹town_va > 0›"),
        ],
    );
}
