//! The word somebody probably meant.

/// The candidate nearest to a word, if any is near enough to be meant: one typing slip (a letter wrong, missing, added
/// or two swapped) for every three characters, case ignored. Of equals the first wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let allowed = length.div_ceil(3);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let limit = best.map_or(allowed + 1, |(distance, _)| distance);
        if candidate.chars().count().abs_diff(length) >= limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
        if distance < limit && distance < length {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
