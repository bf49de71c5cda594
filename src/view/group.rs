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
