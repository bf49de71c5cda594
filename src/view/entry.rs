//! Numbers as people type them.

/// Reads a number the way it may be typed or pasted: with thousands separators, full-width digits, a true minus sign, a
/// percent sign behind it. `None` if it is no finite number.
pub fn parse(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter_map(plain).collect();
    let number = plain.strip_suffix('%').unwrap_or(&plain);
    // `parse` would also take words such as `inf` and `nan`.
    let is_written_out = number.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    number
        .parse()
        .ok()
        .filter(|x: &f64| is_written_out && x.is_finite())
}

/// One character as a keyboard with Latin letters has it; none where it separates digits.
fn plain(c: char) -> Option<char> {
    match c {
        ',' | '，' | '_' | '\'' => None,
        c if c.is_whitespace() => None,
        '−' | '－' | '–' => Some('-'),
        '＋' => Some('+'),
        '．' | '。' => Some('.'),
        '％' => Some('%'),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        c => Some(c),
    }
}
