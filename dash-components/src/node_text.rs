//! The text of a node, for tests: what stands there, however it is nested.
use std::fmt::{self, Write};

use serde_json::Value;

use crate::Node;

impl Node {
    /// All text that stands in the node and in the children of its components, one after the other.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_components::html::{Div, Em};
    /// let all = Em::new().children("all").build();
    /// let node = Div::new().children([Em::new().children("2 of ").build(), all]).build();
    /// assert_eq!(node.text(), "2 of all");
    /// assert_eq!(node, "2 of all");
    /// ```
    pub fn text(&self) -> String {
        let mut text = String::new();
        let json = serde_json::to_value(self).unwrap_or_default();
        // A `String` takes whatever is written to it.
        let _ = write_text(&json, &mut text);
        text
    }
}

impl PartialEq<str> for Node {
    fn eq(&self, other: &str) -> bool {
        self.text() == other
    }
}

impl PartialEq<&str> for Node {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl PartialEq<String> for Node {
    fn eq(&self, other: &String) -> bool {
        *self == **other
    }
}

fn write_text(value: &Value, out: &mut String) -> fmt::Result {
    match value {
        Value::String(text) => out.write_str(text),
        // As JavaScript shows it: 8.0 is 8.
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            Some(float) => write!(out, "{float}"),
            None => write!(out, "{number}"),
        },
        Value::Array(items) => items.iter().try_for_each(|item| write_text(item, out)),
        Value::Object(component) => match component.get("props") {
            Some(props) => write_text(&props["children"], out),
            None => Ok(()),
        },
        Value::Null | Value::Bool(_) => Ok(()),
    }
}
