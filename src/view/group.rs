//! Items of a plan under the headings it gives them.

/// Items under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group<T> {
    /// The heading; none where there is none.
    pub title: Option<String>,
    /// The items, in the order they came in.
    pub items: Vec<T>,
}

/// Puts every item under its heading. Headings stand in the order of their first items.
pub fn under_headings<T>(items: impl IntoIterator<Item = (Option<String>, T)>) -> Vec<Group<T>> {
    let mut groups: Vec<Group<T>> = Vec::new();
    for (title, item) in items {
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.items.push(item),
            None => groups.push(Group {
                title,
                items: vec![item],
            }),
        }
    }
    groups
}

/// How many items there are under all headings.
pub fn count<T>(groups: &[Group<T>]) -> usize {
    groups.iter().map(|group| group.items.len()).sum()
}

/// How many items stand before one.
pub fn place<T: PartialEq>(groups: &[Group<T>], item: T) -> Option<usize> {
    let mut items = groups.iter().flat_map(|group| &group.items);
    items.position(|other| *other == item)
}

/// The first so many items, under their headings.
pub fn first<T: Clone>(groups: &[Group<T>], most: usize) -> Vec<Group<T>> {
    let mut left = most;
    let mut taken = Vec::new();
    for group in groups {
        if left == 0 {
            break;
        }
        let items: Vec<T> = group.items.iter().take(left).cloned().collect();
        left -= items.len();
        let title = group.title.clone();
        taken.push(Group { title, items });
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_items_keep_their_headings() {
        let title = |title: &str| Some(title.to_owned());
        let groups = under_headings([(title("a"), 1), (title("b"), 2), (title("a"), 3), (None, 4)]);
        assert_eq!(count(&groups), 4);
        assert_eq!(
            [1, 3, 2, 4, 5].map(|item| place(&groups, item)),
            [Some(0), Some(1), Some(2), Some(3), None]
        );
        let items = |most| {
            let taken = first(&groups, most);
            let told = |group: Group<i32>| (group.title.unwrap_or_default(), group.items);
            taken.into_iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(items(0), []);
        assert_eq!(items(1), [("a".to_owned(), vec![1])]);
        assert_eq!(
            items(3),
            [("a".to_owned(), vec![1, 3]), ("b".to_owned(), vec![2])]
        );
        assert_eq!(first(&groups, 4), groups);
        assert_eq!(first(&groups, 9), groups);
    }
}
