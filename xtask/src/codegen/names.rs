//! Names: a prop's in Rust, and an enum's value from the word on the wire.

use super::text::{camel, capital};

/// `className` → `class_name`; Rust's keywords become raw.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        let last = out.chars().last();
        if c.is_ascii_uppercase() && last.is_some_and(|last| last != '_' && !was_upper(name, &out))
        {
            out.push('_');
        }
        out.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
    }
    escaped(out)
}

/// The name, where Rust lets it be one.
fn escaped(name: String) -> String {
    if NO_RAW.contains(&&*name) || SETTERS.contains(&&*name) {
        return name + "_";
    }
    if KEYWORDS.contains(&&*name) { format!("r#{name}") } else { name }
}

/// Whether the last letter written was a capital: `plotlyServerURL` → `plotly_server_url`.
fn was_upper(name: &str, written: &str) -> bool {
    let letters = written.chars().filter(|c| *c != '_').count();
    let read = name.chars().filter(|c| *c != '_').nth(letters.wrapping_sub(1));
    read.is_some_and(|c| c.is_ascii_uppercase())
}

/// `top-start` → `TopStart`, `2d` → `N2d`; a word without a letter or digit has its number.
pub(super) fn variant(word: &str, number: usize) -> String {
    let parts = word.split(|c: char| !c.is_ascii_alphanumeric());
    let name: String = parts.map(capital).collect();
    match name.chars().next() {
        None => format!("Value{number}"),
        Some(first) if first.is_ascii_digit() => format!("N{name}"),
        Some(_) if name == "Self" => "SelfValue".to_owned(),
        Some(_) => name,
    }
}

/// `selectedDates` → `SelectedDates`.
pub(super) fn pascal(name: &str) -> String {
    camel(snake(name).trim_end_matches('_'))
}

/// What every component has as a method beside its props.
const SETTERS: [&str; 5] = ["new", "of", "build", "attr", "into_node"];

/// Keywords that cannot be written raw.
const NO_RAW: [&str; 3] = ["self", "super", "crate"];

const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// The names that generated code uses for something else.
pub(super) const RESERVED: [&str; 39] = [
    "AnyValue",
    "Box",
    "Clone",
    "Component",
    "ContentEditable",
    "Copy",
    "Cow",
    "Debug",
    "Default",
    "Element",
    "Err",
    "Figure",
    "Fields",
    "Given",
    "Into",
    "IntoNode",
    "IntoProp",
    "Missing",
    "Node",
    "None",
    "NumberAsText",
    "Ok",
    "Option",
    "OptionValue",
    "Options",
    "Persistence",
    "PhantomData",
    "Prop",
    "PropValue",
    "Result",
    "Self",
    "Some",
    "Stored",
    "String",
    "Style",
    "TextBool",
    "TextOrNumber",
    "Timestamp",
    "Vec",
];

#[cfg(test)]
mod tests {
    use super::{pascal, snake, variant};

    #[test]
    fn names_are_rusts() {
        let check = |wire: &str, rust: &str| assert_eq!(snake(wire), rust);
        check("className", "class_name");
        check("n_clicks", "n_clicks");
        check("plotlyServerURL", "plotly_server_url");
        check("topojsonURL", "topojson_url");
        check("persistence_type", "persistence_type");
        check("type", "r#type");
        check("async", "r#async");
        check("static", "r#static");
        check("self", "self_");
        check("build", "build_");
        check("htmlFor", "html_for");
        check("accept-charset", "accept_charset");
    }

    #[test]
    fn words_become_values_of_an_enum() {
        let check = |word: &str, name: &str| assert_eq!(variant(word, 3), name);
        check("top-start", "TopStart");
        check("-moz-initial", "MozInitial");
        check("lineString", "LineString");
        check("2d", "N2d");
        check("self", "SelfValue");
        check("", "Value3");
        check("*", "Value3");
    }

    #[test]
    fn props_give_enums_their_names() {
        assert_eq!(pascal("persistence_type"), "PersistenceType");
        assert_eq!(pascal("type"), "Type");
        assert_eq!(pascal("dir"), "Dir");
    }
}
