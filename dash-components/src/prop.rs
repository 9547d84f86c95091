//! Typed references to one prop of one component: what a callback is wired to.
use core::fmt;
use core::marker::PhantomData;

use crate::Pattern;
use crate::id::{family_key, id_key, join, key};

/// A reference to one prop of one component, with the prop's type: `Sales::region.value`.
pub struct Prop<T> {
    // Open to the suites: a handle has dozens of props, and the compiler's interpreter makes a
    // literal far faster than it calls `new`.
    #[doc(hidden)]
    pub id: &'static str,
    #[doc(hidden)]
    pub field: &'static str,
    #[doc(hidden)]
    pub property: &'static str,
    #[doc(hidden)]
    pub ty: PhantomData<fn() -> T>,
}

impl<T> Prop<T> {
    /// Refers to `property` (its name on the wire) of the component `id`; `field` is its name in Rust.
    #[doc(hidden)]
    pub const fn new(id: &'static str, field: &'static str, property: &'static str) -> Self {
        Self { id, field, property, ty: PhantomData }
    }

    /// The same reference without its type, as the graph stores it.
    pub const fn dependency(self) -> Dependency {
        let id_key = id_key(self.id);
        Dependency {
            id: self.id,
            field: self.field,
            property: self.property,
            id_key,
            key: join(id_key, key(self.property)),
            allow_duplicate: false,
            optional: false,
            pattern: None,
        }
    }
}

impl<T> Clone for Prop<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Prop<T> {}

impl<T> fmt::Debug for Prop<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.id, self.field)
    }
}

/// One input, output or state of a callback, without its type.
#[derive(Debug, Clone, Copy)]
pub struct Dependency {
    /// The component's id; of a pattern, its form on the wire.
    pub id: &'static str,
    /// The prop's name in Rust, as in the user's code: `class_name`.
    pub field: &'static str,
    /// The prop's name on the wire: `className`.
    pub property: &'static str,
    /// The key of the id.
    pub id_key: u64,
    /// The key of id and prop together.
    pub key: u64,
    /// An output that other callbacks write too.
    pub allow_duplicate: bool,
    /// An input or state whose component the page need not have.
    pub optional: bool,
    /// The ids that are meant, where they are a family's.
    pub pattern: Option<Pattern>,
}

impl Dependency {
    /// The same output, which other callbacks write too.
    pub const fn allow_duplicate(self) -> Self {
        Self { allow_duplicate: true, ..self }
    }

    /// The same input or state, whose component the page need not have.
    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same prop of all the components whose ids fit `pattern`.
    #[doc(hidden)]
    #[must_use]
    pub const fn of(self, pattern: Pattern) -> Self {
        let id_key = family_key(pattern.name, pattern.names, pattern.family.home);
        Self {
            id: pattern.id,
            id_key,
            key: join(id_key, key(self.property)),
            pattern: Some(pattern),
            ..self
        }
    }

    /// The id as the user wrote it.
    pub const fn written(&self) -> &'static str {
        match &self.pattern {
            Some(pattern) => pattern.written,
            None => self.id,
        }
    }

    /// Whether it stands for a list of components: a pattern with `ALL` or `ALLSMALLER`.
    pub const fn is_list(&self) -> bool {
        match &self.pattern {
            Some(pattern) => pattern.is_list(),
            None => false,
        }
    }

    /// Whether both can be the same prop of the same component; their keys are known to be equal.
    pub const fn overlaps(&self, other: &Self) -> bool {
        match (&self.pattern, &other.pattern) {
            (Some(own), Some(others)) => own.overlaps(others),
            _ => true,
        }
    }
}
