//! Ids that are much like another one, for who has mistaken it.

/// How many are named at most.
const MOST: usize = 3;

/// The ids nearest to `id`, as far as they are near.
pub(super) fn similar(id: &str, known: impl Iterator<Item = String>) -> Vec<String> {
    let limit = (id.chars().count() / 3).max(1);
    let mut near: Vec<(usize, String)> =
        known.map(|other| (distance(id, &other), other)).filter(|(far, _)| *far <= limit).collect();
    near.sort();
    near.truncate(MOST);
    near.into_iter().map(|(_, other)| other).collect()
}

/// How many letters differ, come or go.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, one) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, other) in b.iter().enumerate() {
            let replaced = corner + usize::from(one != *other);
            corner = row[column + 1];
            row[column + 1] = replaced.min(corner + 1).min(row[column] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[track_caller]
    fn check(id: &str, known: &[&str], expected: &[&str]) {
        let known = known.iter().map(ToString::to_string);
        assert_eq!(similar(id, known), expected, "{id}");
    }

    #[test]
    fn the_nearest_ids_are_named() {
        check("regoin", &["region", "regions", "chart"], &["region"]);
        check("totl", &["chart", "total", "tot"], &["tot", "total"]);
        check("a", &["b", "xyz"], &["b"]);
        check("chart", &[], &[]);
    }
}
