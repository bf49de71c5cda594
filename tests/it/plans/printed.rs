//! The numbers a document prints.

/// The numbers in a text: as they stand, and times ten thousand where 万 follows.
pub fn numbers(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        rest = &rest[at..];
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (digits, after) = rest.split_at(end.unwrap_or(rest.len()));
        if let Ok(number) = digits.trim_end_matches('.').parse::<f64>() {
            found.push(number);
            if after.starts_with('万') {
                found.push(number * 10_000.0);
            }
        }
        rest = after;
    }
    found
}

/// All that is quoted in an item's citations.
pub fn quotes(item: &serde_json::Value) -> String {
    let sources = match &item["source"] {
        serde_json::Value::Array(sources) => sources.iter().collect(),
        one => vec![one],
    };
    let quotes = sources.iter().filter_map(|source| source["quote"].as_str());
    quotes.collect::<Vec<_>>().join("\n")
}

#[test]
fn numbers_are_found() {
    assert_eq!(
        numbers("超1万件,约5400件,增长28.68%;到2027年。"),
        [1.0, 10_000.0, 5400.0, 28.68, 2027.0]
    );
}
