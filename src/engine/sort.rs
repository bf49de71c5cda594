//! Sorting by one compiled algorithm: it sorts positions, whatever stands there. The standard library's own sorts are
//! compiled anew for every type of element, two thousand bytes of the page each time.

use std::cmp::Ordering;

/// Sorts by a comparison; what compares as equal stays in its order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(items, places);
}

/// Sorts by a key; what has the same key stays in its order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts, and keeps one of those that are equal.
pub fn distinct<T: Ord>(items: &mut Vec<T>) {
    by(items, T::cmp);
    items.dedup();
}

/// The present positions of so many elements, in the order the elements shall have.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

/// Puts in every position the element whose position stands there: swaps along each cycle of moves.
fn arrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..items.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every list of up to six small numbers, each with the position it begins at.
    #[test]
    fn sorts_as_the_standard_library_does() {
        for length in 0..=6_u32 {
            for number in 0..4_u32.pow(length) {
                let digit = |at: u32| (number / 4_u32.pow(at) % 4, at);
                let list: Vec<(u32, u32)> = (0..length).map(digit).collect();
                let (mut found, mut expected) = (list.clone(), list);
                by_key(&mut found, |pair| pair.0);
                expected.sort_by_key(|pair| pair.0);
                assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn distinct_keeps_one_of_each() {
        let mut words = vec!["b", "a", "c", "a", "b"];
        distinct(&mut words);
        assert_eq!(words, ["a", "b", "c"]);
    }
}
