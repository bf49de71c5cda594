//! Reference vectors: expected values from outside this code, each with its tolerance and its source.

use serde_json::Value;

/// One vector.
pub struct Vector(Value);

/// All vectors kept with the tests.
pub fn all() -> Vec<Vector> {
    let file: Value = serde_json::from_str(include_str!("fixtures/vectors.json")).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    vectors.iter().cloned().map(Vector).collect()
}

/// The vector of an id.
pub fn vector(id: &str) -> Vector {
    let found = all().into_iter().find(|vector| vector.id() == id);
    found.unwrap_or_else(|| panic!("no vector {id}"))
}

/// Numbers of a list.
pub fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(number).collect()
}

/// A number.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// The entries of a list.
pub fn entries(list: &Value) -> &[Value] {
    list.as_array().unwrap()
}

impl std::ops::Index<&str> for Vector {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        &self.0[key]
    }
}

impl Vector {
    pub fn id(&self) -> &str {
        self.0["id"].as_str().unwrap()
    }

    pub fn group(&self) -> &str {
        self.0["group"].as_str().unwrap()
    }

    /// An input.
    pub fn input(&self, key: &str) -> &Value {
        &self.0["inputs"][key]
    }

    /// An input that is a number.
    pub fn number(&self, key: &str) -> f64 {
        number(self.input(key))
    }

    /// What is expected: an object, or a list of results.
    pub fn expected(&self) -> &Value {
        &self.0["expected"]
    }

    /// Asserts that a number is as expected within the vector's own tolerance.
    pub fn check(&self, found: f64, expected: &Value, what: &str) {
        let tolerance = self.0["tolerance"]["abs"].as_f64().unwrap_or(0.0);
        let expected = number(expected);
        assert!(
            (found - expected).abs() <= tolerance,
            "{} {what}: {found} instead of {expected}",
            self.id()
        );
    }

    /// Asserts the same of a list of numbers.
    pub fn check_all(&self, found: impl IntoIterator<Item = f64>, expected: &Value) {
        let found: Vec<f64> = found.into_iter().collect();
        let expected = entries(expected);
        assert_eq!(found.len(), expected.len(), "{}", self.id());
        for (position, (found, expected)) in found.into_iter().zip(expected).enumerate() {
            self.check(found, expected, &format!("entry {position}"));
        }
    }
}
