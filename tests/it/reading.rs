//! Plan text → plan: what is read, and where it stands.

mod items;
mod places;
mod targets;

use std::collections::BTreeSet;

use attain::engine::json::{Document, JsonKind, Node};
use attain::engine::plan::format::{self, ObjectShape, Shape};
use attain::engine::plan::{
    Amount, Assumption, Indicator, MemberKey, Plan, Quantified, Series, Subject, Table, Target,
    read,
};

const COMPLETE: &str = include_str!("fixtures/complete.json");

fn complete() -> Plan {
    let reading = read(COMPLETE);
    assert_eq!(reading.diagnostics, []);
    reading.plan.expect("a plan")
}

fn assumption(plan: &Plan, id: &str) -> Assumption {
    let mut items = plan.assumptions.iter();
    items.find(|item| item.id.value == id).expect(id).clone()
}

fn indicator(plan: &Plan, id: &str) -> Indicator {
    let mut items = plan.indicators.iter();
    items.find(|item| item.id.value == id).expect(id).clone()
}

fn target(plan: &Plan, id: &str) -> Target {
    let mut items = plan.targets.iter();
    items.find(|item| item.id.value == id).expect(id).clone()
}

fn quantity(plan: &Plan, id: &str) -> Quantified {
    match target(plan, id).subject {
        Subject::Quantity(quantity) => *quantity,
        other => panic!("{id} is {other:?}"),
    }
}

fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Number(number) => number.value.to_string(),
        Amount::Formula(formula) => format!("={}", formula.value),
    }
}

/// A table as text: members before `:`, years before `-`.
fn table<T>(table: &Table<T>, item: impl Fn(&T) -> String) -> String {
    let series = |series: &Series<T>| match series {
        Series::One(value) => item(value),
        Series::ByYear(values) => {
            let years = values
                .iter()
                .map(|(year, value)| format!("{}-{}", year.value, item(value)));
            years.collect::<Vec<_>>().join(" ")
        }
    };
    match table {
        Table::Whole(values) => series(values),
        Table::ByMember(members) => {
            let key = |key: &MemberKey| match key {
                MemberKey::Each => "*".to_owned(),
                MemberKey::Whole => "all".to_owned(),
                MemberKey::Id(id) => id.clone(),
            };
            let members = members
                .iter()
                .map(|(member, values)| format!("{}:{}", key(&member.value), series(values)));
            members.collect::<Vec<_>>().join(" ")
        }
    }
}

/// The complete plan has every field of the format, so the tests below see each of them.
#[test]
fn the_complete_plan_is_complete() {
    let document = Document::read(COMPLETE).0;
    let (mut known, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let root = [document.root().expect("a tree")];
    fields(&root, &format::DOCUMENT.shape, &mut known, &mut seen);
    assert_eq!(
        known.difference(&seen).collect::<Vec<_>>(),
        [] as [&(&str, &str); 0]
    );
}

type Keys = BTreeSet<(&'static str, &'static str)>;

/// The fields a shape knows, and those that stand in the nodes.
fn fields(nodes: &[&Node], shape: &'static Shape, known: &mut Keys, seen: &mut Keys) {
    match shape {
        Shape::Object(object) => fields_of(nodes, object, known, seen),
        Shape::List(_, item) | Shape::OneOrMore(item) => {
            let elements = nodes.iter().flat_map(|node| match node.kind() {
                Some(JsonKind::List) => node.elements().iter().collect(),
                _ => vec![*node],
            });
            fields(&elements.collect::<Vec<_>>(), item, known, seen);
        }
        Shape::Table(item) | Shape::ByMember(item) => {
            let years: Vec<&Node> = nodes
                .iter()
                .flat_map(|node| node.entries())
                .map(|entry| &entry.value)
                .collect();
            let members = years
                .iter()
                .flat_map(|node| node.entries())
                .map(|entry| &entry.value);
            let values: Vec<&Node> = members.chain(years.iter().copied()).collect();
            fields(&values, item, known, seen);
        }
        Shape::Either(shapes) => shapes
            .iter()
            .for_each(|shape| fields(nodes, shape, known, seen)),
        _ => {}
    }
}

fn fields_of(nodes: &[&Node], object: &'static ObjectShape, known: &mut Keys, seen: &mut Keys) {
    for field in object.fields {
        known.insert((object.name, field.key));
        let values: Vec<&Node> = nodes
            .iter()
            .filter_map(|node| node.get(field.key))
            .collect();
        if !values.is_empty() {
            seen.insert((object.name, field.key));
        }
        fields(&values, &field.shape, known, seen);
    }
}
