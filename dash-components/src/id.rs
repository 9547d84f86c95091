//! Ids: their names and the 64-bit keys by which the const graph compares them.

/// An id, or a family of ids, that a view declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdDef {
    /// The id as written in the view, and in the page; of a family, the name of its struct.
    pub name: &'static str,
    /// The key of the name; [`is_family`] tells the two kinds apart.
    pub key: u64,
    /// Of a family, the module that declares its struct.
    pub home: &'static str,
}

impl IdDef {
    /// Declares the id `name`.
    pub const fn new(name: &'static str) -> Self {
        Self { name, key: id_key(name), home: "" }
    }

    /// Declares the family of ids that have the struct `name` of the module `home` with these fields,
    /// sorted: `col row`.
    pub const fn family(name: &'static str, fields: &str, home: &'static str) -> Self {
        Self { name, key: family_key(name, fields, home), home }
    }
}

/// The bit that keys of families have, so that they come last when sorted.
const FAMILY: u64 = 1 << 63;

/// Whether the key is that of a family.
pub const fn is_family(key: u64) -> bool {
    key & FAMILY != 0
}

/// The part of a family's key that its struct's module makes.
const HOME: u64 = 0xFFFF_FFFF;

/// Whether the keys are those of two families whose ids are the same in the page: structs of one name
/// and the same fields, of other modules.
pub const fn are_twins(a: u64, b: u64) -> bool {
    a != b && a & !HOME == b & !HOME && is_family(a)
}

/// The key of a plain id.
pub(crate) const fn id_key(name: &str) -> u64 {
    key(name) & !FAMILY
}

/// The key of a family: structs of one name with other fields, or of another module, are other
/// families. Those that are the same in the page stand side by side when sorted.
pub(crate) const fn family_key(name: &str, fields: &str, home: &str) -> u64 {
    join(key(name), key(fields)) & !HOME | key(home) & HOME | FAMILY
}

/// The key of a name: FNV-1a. The compiler's interpreter compares keys instead of strings; calls are
/// dear there, hence no `wrapping_mul`.
#[expect(clippy::cast_possible_truncation, reason = "the product wraps")]
pub const fn key(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = ((hash ^ bytes[at] as u64) as u128 * 0x0100_0000_01b3) as u64;
        at += 1;
    }
    hash
}

/// The key of a prop of an id; the order of the two matters.
pub(crate) const fn join(id: u64, property: u64) -> u64 {
    (id ^ property.rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
