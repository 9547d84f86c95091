//! The `style` prop: CSS declarations by their camelCase names.
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer};

use crate::{IntoProp, PropType, PropValue};

/// CSS declarations of one component, in order.
///
/// Made from CSS text, or by [`set`](Self::set) with names in camelCase, as React takes them.
///
/// # Examples
///
/// ```
/// # use dash_components::Style;
/// let style = Style::new().set("maxWidth", "60rem").set("opacity", 0.8);
/// assert_eq!(Style::from("max-width: 60rem; opacity: 0.8").to_string(), style.to_string());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Style(Vec<(Cow<'static, str>, PropValue)>);

impl Style {
    /// No declarations.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a declaration; a number without a unit means pixels where CSS wants a length.
    pub fn set(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<PropValue>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }
}

impl std::fmt::Display for Style {
    /// Writes CSS text.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, value) in &self.0 {
            write!(f, "{}: ", kebab(name))?;
            match value {
                PropValue::Text(text) => write!(f, "{text};")?,
                PropValue::Float(number) => write!(f, "{number};")?,
                PropValue::Int(number) => write!(f, "{number};")?,
                PropValue::UInt(number) => write!(f, "{number};")?,
                _ => f.write_str(";")?,
            }
        }
        Ok(())
    }
}

impl From<&str> for Style {
    /// Reads CSS text: `max-width: 60rem; opacity: 0.8`. A declaration without a colon is left out, as in CSS.
    fn from(css: &str) -> Self {
        Self(declarations(css).filter_map(|text| text.split_once(':')).map(declaration).collect())
    }
}

/// Splits at the semicolons that stand outside of quotes and parentheses, as in `url(data:a;b)`.
fn declarations(css: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut quote = None;
    css.split(move |c: char| {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ';' && depth == 0 && quote.is_none()
    })
}

fn declaration((name, value): (&str, &str)) -> (Cow<'static, str>, PropValue) {
    (camel(name.trim()).into(), PropValue::from(value.trim()))
}

/// `max-width` → `maxWidth`; custom properties (`--x`) keep their names.
fn camel(name: &str) -> String {
    if name.starts_with("--") {
        return name.to_owned();
    }
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut out, word| {
        let mut letters = word.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(letters.as_str());
        out
    })
}

/// `maxWidth` → `max-width`; custom properties (`--x`) keep their names.
fn kebab(name: &str) -> String {
    if name.starts_with("--") {
        return name.to_owned();
    }
    name.chars().fold(String::new(), |mut out, c| {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
        out
    })
}

impl PropType for Option<Style> {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let found = Option::<serde_json::Map<String, serde_json::Value>>::deserialize(value)?;
        Ok(found.map(|map| {
            Style(map.into_iter().map(|(k, v)| (k.into(), PropValue::json(&v))).collect())
        }))
    }

    fn encode(self) -> PropValue {
        self.map_or(PropValue::Null, |style| PropValue::Map(style.0))
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<Style>> for Style {
    fn into_prop(self) -> PropValue {
        PropValue::Map(self.0)
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<Style>> for &str {
    fn into_prop(self) -> PropValue {
        Style::from(self).into_prop()
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<Style>> for String {
    fn into_prop(self) -> PropValue {
        Style::from(self.as_str()).into_prop()
    }
}
