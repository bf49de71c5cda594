//! The objects of a plan file and their fields.

use super::shape::{Field, ObjectShape, Shape};
use Shape::{
    ByYear, Date, Either, Formula, Label, Line, List, Map, Name, No, Null, Number, Object,
    OneOrMore, PriceBasis, Reference, Table, Text, Tuple, Unit, Word, Year, Years,
};

static AMOUNT: Shape = Either(&[Number, Formula]);
/// An observed value.
pub static OBSERVED: Shape = Either(&[Number, Null, Object(&OBSERVATION)]);
static RECORD: Shape = Either(&[No, Date]);
static DUE: Shape = Either(&[Year, Date]);
static POINT: Shape = Tuple(2, &Number);

/// The document.
pub static DOCUMENT: Shape = Object(&PLAN);

/// A text by language.
pub static BY_LANGUAGE: ObjectShape = ObjectShape {
    name: "text",
    fields: &[Field::optional("zh", Line), Field::optional("en", Line)],
};

static PLAN: ObjectShape = ObjectShape {
    name: "plan",
    fields: &[
        Field::optional("$schema", Line),
        Field::required("format", Number),
        Field::required("id", Label),
        Field::required("title", Text),
        Field::optional("note", Text),
        Field::required("period", Object(&PERIOD)),
        Field::optional("sources", List(0, &Object(&SOURCE))),
        Field::optional("sets", List(0, &Object(&SET))),
        Field::optional("tables", List(0, &Object(&LOOKUP_TABLE))),
        Field::optional("units", List(0, &Object(&UNIT))),
        Field::optional("assumptions", List(0, &Object(&ASSUMPTION))),
        Field::optional("indicators", List(0, &Object(&INDICATOR))),
        Field::optional("targets", List(0, &Object(&TARGET))),
        Field::optional("checks", List(0, &Object(&CHECK))),
        Field::optional("scenarios", List(0, &Object(&SCENARIO))),
        Field::optional("measures", List(0, &Object(&MEASURE))),
    ],
};

static PERIOD: ObjectShape = ObjectShape {
    name: "period",
    fields: &[Field::required("start", Year), Field::required("end", Year)],
};

static SOURCE: ObjectShape = ObjectShape {
    name: "source",
    fields: &[
        Field::required("id", Label),
        Field::required("title", Text),
        Field::optional("issuer", Text),
        Field::optional("date", Date),
        Field::optional("url", Line),
    ],
};

static CITATION: ObjectShape = ObjectShape {
    name: "citation",
    fields: &[
        Field::optional("ref", Reference),
        Field::optional("at", Text),
        Field::optional("quote", Line),
    ],
};

static SET: ObjectShape = ObjectShape {
    name: "set",
    fields: &[
        Field::required("id", Name),
        Field::optional("name", Text),
        Field::required("members", List(1, &Object(&MEMBER))),
        Field::optional("counter", Unit),
    ],
};

static MEMBER: ObjectShape = ObjectShape {
    name: "member",
    fields: &[Field::required("id", Name), Field::optional("name", Text)],
};

static LOOKUP_TABLE: ObjectShape = ObjectShape {
    name: "table",
    fields: &[
        Field::required("id", Name),
        Field::optional("of", Unit),
        Field::required("unit", Unit),
        Field::required("points", Either(&[List(1, &POINT), Years(&Number)])),
        Field::required("path", Word(&["step", "linear", "compound"])),
    ],
};

static UNIT: ObjectShape = ObjectShape {
    name: "unit",
    fields: &[
        Field::required("symbol", Unit),
        Field::optional("equals", Line),
        Field::optional("name", Text),
    ],
};

static ASSUMPTION: ObjectShape = ObjectShape {
    name: "assumption",
    fields: &[
        Field::required("id", Name),
        Field::optional("name", Text),
        Field::optional("group", Text),
        Field::required("unit", Unit),
        Field::optional("prices", PriceBasis),
        Field::optional("over", Reference),
        Field::optional("value", Table(&AMOUNT)),
        Field::optional("path", Word(&["step", "linear", "compound"])),
        Field::optional("min", Number),
        Field::optional("max", Number),
        Field::optional("step", Number),
        Field::optional("basis", Word(&["history", "plan", "expert", "placeholder"])),
        Field::optional("derivation", Text),
        Field::optional("uncertainty", Object(&UNCERTAINTY)),
        Field::optional("awaits", Word(&["benchmark", "delegated", "pending"])),
        Field::optional("from", Text),
        Field::optional("options", List(1, &Object(&OPTION))),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
        Field::optional("note", Text),
        Field::optional("accept", Map(&Text)),
    ],
};

static UNCERTAINTY: ObjectShape = ObjectShape {
    name: "uncertainty",
    fields: &[
        Field::optional("pert", Tuple(3, &Number)),
        Field::optional("triangular", Tuple(3, &Number)),
        Field::optional("normal", Tuple(2, &Number)),
        Field::optional("lognormal", Tuple(2, &Number)),
        Field::optional("uniform", Tuple(2, &Number)),
    ],
};

static OPTION: ObjectShape = ObjectShape {
    name: "option",
    fields: &[
        Field::required("value", Number),
        Field::required("name", Text),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
    ],
};

static INDICATOR: ObjectShape = ObjectShape {
    name: "indicator",
    fields: &[
        Field::required("id", Name),
        Field::optional("name", Text),
        Field::optional("group", Text),
        Field::required("unit", Unit),
        Field::optional("prices", PriceBasis),
        Field::required("better", Word(&["higher", "lower", "neutral"])),
        Field::optional("over", Reference),
        Field::optional("whole", Formula),
        Field::optional("except", List(0, &Reference)),
        Field::optional("observed", Table(&OBSERVED)),
        Field::optional("formula", ByYear(&Formula)),
        Field::optional("path", Word(&["step", "linear", "compound"])),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
        Field::optional("note", Text),
        Field::optional("accept", Map(&Text)),
    ],
};

static OBSERVATION: ObjectShape = ObjectShape {
    name: "observation",
    fields: &[
        Field::required("value", Either(&[Number, Null])),
        Field::optional("vintage", Line),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
    ],
};

static TARGET: ObjectShape = ObjectShape {
    name: "target",
    fields: &[
        Field::required("id", Label),
        Field::optional("name", Text),
        Field::optional("group", Text),
        Field::optional("kind", Word(&["binding", "anticipatory", "aspirational"])),
        Field::optional("of", Formula),
        Field::optional("unit", Unit),
        Field::optional("in", Year),
        Field::optional("every", Tuple(2, &Year)),
        Field::optional("by", Either(&[Year, Date, Tuple(2, &DUE)])),
        Field::optional("at_least", Table(&AMOUNT)),
        Field::optional("more_than", Table(&AMOUNT)),
        Field::optional("at_most", Table(&AMOUNT)),
        Field::optional("less_than", Table(&AMOUNT)),
        Field::optional("between", Tuple(2, &AMOUNT)),
        Field::optional("about", Table(&AMOUNT)),
        Field::optional("tolerance", Either(&[Number, Formula])),
        Field::optional("stretch", Table(&AMOUNT)),
        Field::optional("base", Year),
        Field::optional("event", Text),
        Field::optional("over", Reference),
        Field::optional("done", Table(&RECORD)),
        Field::optional("statement", Text),
        Field::optional("responsible", List(0, &Text)),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
        Field::optional("note", Text),
        Field::optional("accept", Map(&Text)),
    ],
};

static CHECK: ObjectShape = ObjectShape {
    name: "check",
    fields: &[
        Field::optional("id", Label),
        Field::optional("text", Text),
        Field::optional("that", Formula),
        Field::optional("in", Year),
        Field::optional("every", Tuple(2, &Year)),
        Field::optional("within", Line),
        Field::optional("raising", Reference),
        Field::optional("never_lowers", Reference),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
        Field::optional("note", Text),
        Field::optional("accept", Map(&Text)),
    ],
};

static SCENARIO: ObjectShape = ObjectShape {
    name: "scenario",
    fields: &[
        Field::required("id", Label),
        Field::optional("name", Text),
        Field::optional("base", Reference),
        Field::required("set", Map(&Table(&AMOUNT))),
        Field::optional("author", Line),
        Field::optional("date", Date),
        Field::optional("reason", Text),
    ],
};

static MEASURE: ObjectShape = ObjectShape {
    name: "measure",
    fields: &[
        Field::required("id", Label),
        Field::required("text", Text),
        Field::optional("responsible", List(0, &Text)),
        Field::optional("serves", List(0, &Reference)),
        Field::optional("source", OneOrMore(&Object(&CITATION))),
    ],
};
