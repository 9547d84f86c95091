//! Ids of a request held against patterns, and the values that `MATCH` has in it.
use std::cmp::Ordering;

use dash_components::{Dependency, IdKeys, KeyValue, Pattern, Wanted};

use crate::wire::Id;

/// The values of the fields that are `MATCH`: the first id of the request fixes them.
#[derive(Debug, Default)]
pub(super) struct Matched(Vec<(&'static str, KeyValue<String>)>);

impl Matched {
    /// Whether the component is one that the callback is wired to, in this call.
    pub(super) fn fits(&mut self, own: &Dependency, id: &Id<'_>) -> bool {
        match (id, &own.pattern) {
            (Id::Text(text), None) => text == own.id,
            (Id::Keys(keys), Some(pattern)) => pattern.fits(keys) && self.agrees(pattern, keys),
            _ => false,
        }
    }

    fn agrees(&mut self, pattern: &Pattern, keys: &IdKeys) -> bool {
        pattern.fields.iter().all(|field| match (field.wanted, keys.get(field.name)) {
            (Wanted::Value(_) | Wanted::All, Some(_)) => true,
            (Wanted::Match, Some(value)) => self.is(field.name, value),
            (Wanted::AllSmaller, Some(value)) => self.is_above(field.name, value),
            (_, None) => false,
        })
    }

    fn is(&mut self, field: &'static str, value: &KeyValue<String>) -> bool {
        if let Some((_, known)) = self.0.iter().find(|(name, _)| *name == field) {
            return known == value;
        }
        self.0.push((field, value.clone()));
        true
    }

    fn is_above(&self, field: &str, value: &KeyValue<String>) -> bool {
        let matched = self.0.iter().find(|(name, _)| *name == field);
        matched.is_some_and(|(_, matched)| order(value, matched) == Some(Ordering::Less))
    }
}

/// The order of two values as the page has it: texts that are numbers come before the others.
fn order(a: &KeyValue<String>, b: &KeyValue<String>) -> Option<Ordering> {
    match (a, b) {
        (KeyValue::Number(a), KeyValue::Number(b)) => Some(a.cmp(b)),
        (KeyValue::Bool(a), KeyValue::Bool(b)) => Some(a.cmp(b)),
        (KeyValue::Text(a), KeyValue::Text(b)) => match (number(a), number(b)) {
            (Some(a), Some(b)) => a.partial_cmp(&b),
            (Some(_), None) => Some(Ordering::Less),
            (None, Some(_)) => Some(Ordering::Greater),
            // By UTF-16, as JavaScript does.
            (None, None) => Some(a.encode_utf16().cmp(b.encode_utf16())),
        },
        _ => None,
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}
