//! Patterns: ids with fields as a callback names them, each field a value or a wildcard.
use crate::{IdKeys, KeyValue};

/// The ids of one family that a callback is wired to: `Cell { row: ALL, col: 0 }`.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// The name of the struct.
    pub name: &'static str,
    /// The names of the fields, sorted, with blanks between them.
    pub names: &'static str,
    /// The pattern as the user wrote it.
    pub written: &'static str,
    /// The pattern on the wire: `{"col":0,"row":["ALL"],"type":"Cell"}`.
    pub id: &'static str,
    /// The fields, sorted by name.
    pub fields: &'static [Field],
    /// The struct.
    pub family: Family,
}

/// The struct whose ids a pattern names.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// The module that declares it.
    pub home: &'static str,
    /// Whether an id is one of the struct's.
    pub has: fn(&IdKeys) -> bool,
}

/// One field of a pattern.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The field's name.
    pub name: &'static str,
    /// What an id must have there.
    pub wanted: Wanted,
}

/// What an id must have in a field to fit a pattern.
#[derive(Debug, Clone, Copy)]
pub enum Wanted {
    /// This value.
    Value(KeyValue<&'static str>),
    /// `MATCH`: the value that all ids of the call have there.
    Match,
    /// `ALL`: any value; all such components come as a list.
    All,
    /// `ALLSMALLER`: any value below that of `MATCH`; all such components come as a list.
    AllSmaller,
}

impl Pattern {
    /// Whether the wire stands for a list of components.
    pub const fn is_list(&self) -> bool {
        let mut at = 0;
        while at < self.fields.len() {
            if matches!(self.fields[at].wanted, Wanted::All | Wanted::AllSmaller) {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Whether an id can fit this pattern and another of the same family.
    pub const fn overlaps(&self, other: &Self) -> bool {
        let mut at = 0;
        while at < self.fields.len() && at < other.fields.len() {
            if let (Wanted::Value(own), Wanted::Value(others)) =
                (self.fields[at].wanted, other.fields[at].wanted)
                && !is_same(own, others)
            {
                return false;
            }
            at += 1;
        }
        true
    }

    /// Whether the id is of the family and has this pattern's values; wildcards take any.
    pub fn fits(&self, id: &IdKeys) -> bool {
        let mut values = id.iter().filter(|(name, _)| *name != "type");
        let fits = |field: &Field| {
            values.next().is_some_and(|(name, value)| {
                let wanted = match field.wanted {
                    Wanted::Value(wanted) => wanted == value.borrowed(),
                    Wanted::Match | Wanted::All | Wanted::AllSmaller => true,
                };
                name == field.name && wanted
            })
        };
        self.fields.iter().all(fits) && (self.family.has)(id)
    }
}

const fn is_same(a: KeyValue<&str>, b: KeyValue<&str>) -> bool {
    match (a, b) {
        (KeyValue::Number(a), KeyValue::Number(b)) => a == b,
        (KeyValue::Bool(a), KeyValue::Bool(b)) => a == b,
        (KeyValue::Text(a), KeyValue::Text(b)) => is_same_text(a, b),
        _ => false,
    }
}

const fn is_same_text(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// Stands for a wildcard where `#[callback]` has rustc check the fields of a pattern; never called.
#[doc(hidden)]
pub fn wildcard<T>() -> T {
    unreachable!("a pattern is checked, and never built")
}

/// A field that holds text.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "this field of the id is a `{Self}`, not text",
    label = "expected a `{Self}`"
)]
pub trait TextKey {
    /// Stands for a text there, which no `String` can be written as; never called.
    fn text_key(_: &'static str) -> Self;
}

#[diagnostic::do_not_recommend]
impl TextKey for String {
    fn text_key(_: &'static str) -> Self {
        wildcard()
    }
}

/// A view, by way of the struct of its ids: `<Cell as FamilyOf<Sheet>>::View` is `Sheet`.
#[doc(hidden)]
pub trait FamilyOf<V> {
    /// The view.
    type View;
}

impl<I, V> FamilyOf<V> for I {
    type View = V;
}
