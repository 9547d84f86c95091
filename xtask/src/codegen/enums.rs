//! Enums for the words that props take, where only the schema is known.

use std::collections::{BTreeMap, BTreeSet};

use super::guess;
use super::names::{RESERVED, pascal, variant};
use super::overlay::{Enum, Overlay};
use super::schema::Schema;
use super::types::{literals, wire_values};

/// An enum for each set of words that props take, unless the overlay has one.
pub(super) fn add_enums(schema: &Schema, overlay: &mut Overlay) {
    let sets = sets(schema, overlay);
    let mut taken: BTreeSet<String> = RESERVED.iter().map(|name| (*name).to_owned()).collect();
    for name in overlay.components.keys().chain(overlay.aliases.keys()).chain(overlay.enums.keys())
    {
        taken.extend([name.clone(), format!("{name}Props")]);
    }
    let mut users: BTreeMap<&str, usize> = BTreeMap::new();
    for used in sets.values() {
        let props: BTreeSet<&str> = used.iter().map(|(_, prop)| prop.as_str()).collect();
        for prop in props {
            *users.entry(prop).or_default() += 1;
        }
    }
    for (words, used) in &sets {
        let (component, prop) = &used[0];
        let alone = (users[prop.as_str()] == 1).then(|| pascal(prop));
        let candidates =
            [alone, Some(format!("{component}{}", pascal(prop)))].into_iter().flatten();
        let numbered = (2..).map(|n| format!("{component}{}{n}", pascal(prop)));
        let Some(name) = candidates.chain(numbered).find(|name| taken.insert(name.clone())) else {
            continue;
        };
        overlay.enums.insert(name, closed(prop, words));
    }
}

/// Component and prop of each use.
type Uses = Vec<(String, String)>;

/// The sets of at least two words, and where they are used.
fn sets(schema: &Schema, overlay: &Overlay) -> BTreeMap<BTreeSet<String>, Uses> {
    let mut sets: BTreeMap<BTreeSet<String>, Uses> = BTreeMap::new();
    for laid in overlay.components.values() {
        let Some(facts) = laid.wire.as_ref().and_then(|wire| schema.component(wire)) else {
            continue;
        };
        for prop in &facts.props {
            let words = literals(guess::items(&prop.ty).unwrap_or(&prop.ty));
            let known = || overlay.enums.values().any(|known| wire_values(known) == words);
            if words.len() > 1 && !known() {
                sets.entry(words).or_default().push((facts.name.clone(), prop.name.clone()));
            }
        }
    }
    sets
}

fn closed(prop: &str, words: &BTreeSet<String>) -> Enum {
    let mut taken = BTreeSet::new();
    let mut values = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let value: serde_json::Value =
            serde_json::from_str(word).unwrap_or_else(|_| word.trim_matches('"').into());
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let first = variant(&text, at);
        let numbered = (2..).map(|n| format!("{first}{n}"));
        let names = std::iter::once(first.clone()).chain(numbered);
        let name = names.into_iter().find(|name| taken.insert(name.clone())).unwrap_or(first);
        values.push((name, value, format!("`{text}` on the wire.")));
    }
    Enum { doc: format!("What the prop `{prop}` can be."), values }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::codegen::complete::tests::completed;

    #[test]
    fn an_enum_is_named_by_its_prop_where_no_other_prop_has_the_name() {
        let sizes = |words: &str| json!({"name": "size", "type": words});
        let components = json!([
            {"name": "A", "props": [sizes(r#""s" | "m""#), {"name": "dir", "type": r#"("x" | "y")[]"#}]},
            {"name": "B", "props": [sizes(r#""m" | "s""#), {"name": "axis", "type": r#""x" | "y""#}]},
            {"name": "Dir", "props": [sizes(r#""1" | "-1""#)]},
        ]);
        let overlay = completed(&components, "");
        let names: Vec<&String> = overlay.enums.keys().collect();
        assert_eq!(names, ["ADir", "ASize", "DirSize"]);
        let variants: Vec<&str> =
            overlay.enums["DirSize"].values.iter().map(|(name, ..)| &**name).collect();
        assert_eq!(variants, ["N1", "N12"], "two words that are one name");
        assert_eq!(overlay.components["B"].props["axis"].ty.as_deref(), Some("Option<ADir>"));
    }
}
