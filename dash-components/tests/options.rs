//! Every form in which options can be given, and what the page gets.
use std::borrow::Cow;
use std::collections::BTreeMap;

use dash_components::html::B;
use dash_components::{IntoProp, OptionItem, OptionValue, Options, PropValue};
use serde::Deserializer;

#[track_caller]
fn check<V>(options: impl IntoProp<Options<V>>, expected: &str) {
    assert_eq!(serde_json::to_string(&options.into_prop()).unwrap(), expected);
}

const PLAIN: &str = r#"["a","b"]"#;
const LABELLED: &str = r#"[{"label":"A","value":"a"},{"label":"B","value":"b"}]"#;

#[test]
fn values_alone() {
    let owned = || vec!["a".to_owned(), "b".to_owned()];
    check::<String>(["a", "b"], PLAIN);
    check::<String>(&["a", "b"], PLAIN);
    check::<String>(&["a", "b"][..], PLAIN);
    check::<String>(vec!["a", "b"], PLAIN);
    check::<String>(owned(), PLAIN);
    check::<String>(&owned(), PLAIN);
    check::<String>(&owned()[..], PLAIN);
    check::<String>(owned().into_iter().collect::<Options<_>>(), PLAIN);
    check::<i32>([1952, 2007], "[1952,2007]");
    check::<f64>([0.5], "[0.5]");
    check::<bool>([true, false], "[true,false]");
    check::<String>(Options::default(), "[]");
}

#[test]
fn labels_with_values() {
    let owned = || vec![("A", "a".to_owned()), ("B", "b".to_owned())];
    check::<String>([("A", "a".to_owned()), ("B", "b".to_owned())], LABELLED);
    check::<String>(owned(), LABELLED);
    check::<i32>([("before", 2007)], r#"[{"label":"before","value":2007}]"#);
    check::<String>([("A", "a"), ("B", "b")], LABELLED);
    check::<String>(vec![("A", "a"), ("B", "b")], LABELLED);
    let names = BTreeMap::from([("a", "A"), ("b", "B")]);
    let items = names.iter().map(|(value, label)| OptionItem::new(*value).label(*label));
    check::<String>(items.collect::<Options<_>>(), LABELLED);
}

#[test]
fn items_with_more_than_a_label() {
    let item = OptionItem::<String>::new("a").disabled(true).title("sold out").search("alpha");
    check::<String>(
        [item, OptionItem::new("b")],
        r#"[{"label":"a","value":"a","disabled":true,"title":"sold out","search":"alpha"},"b"]"#,
    );
    check::<String>(
        vec![OptionItem::new("a").title("t")],
        r#"[{"label":"a","value":"a","title":"t"}]"#,
    );
    let bold = r#"{"props":{"children":"A"},"type":"B","namespace":"dash_html_components"}"#;
    check::<String>(
        [OptionItem::new("a").label(B::new().children("A"))],
        &format!(r#"[{{"label":{bold},"value":"a"}}]"#),
    );
}

/// What `#[derive(OptionValue)]` makes of an enum, by hand.
#[derive(Clone)]
enum Size {
    Small,
}

impl OptionValue for Size {
    fn encode(&self) -> PropValue {
        PropValue::from("s")
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        <String as OptionValue>::decode(value).map(|_| Self::Small)
    }

    fn label(&self) -> Option<Cow<'static, str>> {
        Some("Small".into())
    }
}

#[test]
fn a_type_may_know_the_labels_of_its_values() {
    check::<Size>([Size::Small], r#"[{"label":"Small","value":"s"}]"#);
    check::<Size>(&[Size::Small], r#"[{"label":"Small","value":"s"}]"#);
    check::<Size>([OptionItem::new(Size::Small).label("S")], r#"[{"label":"S","value":"s"}]"#);
}
