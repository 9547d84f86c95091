//! Writes a value as JSON, with its long numeric columns as typed arrays.
use std::fmt::{self, Write as _};

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::column::Column;

/// A value of which lists of numbers become typed arrays wherever Plotly takes those.
pub(super) struct Typed<'a, T: ?Sized>(pub(super) &'a T);

impl<T: Serialize + ?Sized> Serialize for Typed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match Column::of(self.0) {
            Some(column) => column.serialize(serializer),
            None => self.0.serialize(Inside(serializer)),
        }
    }
}

/// An element of a list: Plotly reads no typed arrays there, but in what the element holds.
struct Plain<'a, T: ?Sized>(&'a T);

impl<T: Serialize + ?Sized> Serialize for Plain<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Inside(serializer))
    }
}

/// Passes everything on, and looks for columns in what is inside.
struct Inside<S>(S);

/// Fields in which Plotly takes plain lists only: a layout's buttons may hold lists of lists, and
/// the selected points are searched as they stand.
const PLAIN: [&str; 2] = ["layout", "selectedpoints"];

/// Whether the key of a map is this text; a `Formatter` is a serializer for text.
fn reads(key: &(impl Serialize + ?Sized), text: &str) -> bool {
    struct Key<'a, T: ?Sized>(&'a T);

    impl<T: Serialize + ?Sized> fmt::Display for Key<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }

    /// What is still to be read.
    struct Rest<'a>(&'a str);

    impl fmt::Write for Rest<'_> {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
            Ok(())
        }
    }

    let mut rest = Rest(text);
    write!(rest, "{}", Key(key)).is_ok() && rest.0.is_empty()
}

/// Methods that take one scalar.
macro_rules! scalars {
    ($($method:ident($scalar:ty);)*) => {$(
        fn $method(self, scalar: $scalar) -> Result<S::Ok, S::Error> {
            self.0.$method(scalar)
        }
    )*};
}

impl<S: Serializer> Serializer for Inside<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Inside<S::SerializeSeq>;
    type SerializeTuple = Inside<S::SerializeTuple>;
    type SerializeTupleStruct = Inside<S::SerializeTupleStruct>;
    type SerializeTupleVariant = Inside<S::SerializeTupleVariant>;
    type SerializeMap = Entries<S::SerializeMap>;
    type SerializeStruct = Inside<S::SerializeStruct>;
    type SerializeStructVariant = Inside<S::SerializeStructVariant>;

    scalars! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
        serialize_unit_struct(&'static str);
    }

    /// A list of numbers, as elsewhere in `serde_json`; bytes as such are a column's own.
    fn serialize_bytes(self, bytes: &[u8]) -> Result<S::Ok, S::Error> {
        self.0.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.0.serialize_none()
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.0.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize_unit_variant(name, index, variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.0.serialize_some(&Plain(value))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize_newtype_struct(name, &Plain(value))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize_newtype_variant(name, index, variant, &Typed(value))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        self.0.serialize_seq(length).map(Inside)
    }

    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        self.0.serialize_tuple(length).map(Inside)
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        self.0.serialize_tuple_struct(name, length).map(Inside)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        self.0.serialize_tuple_variant(name, index, variant, length).map(Inside)
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        self.0.serialize_map(length).map(|map| Entries { map, is_plain: false })
    }

    fn serialize_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStruct, S::Error> {
        self.0.serialize_struct(name, length).map(Inside)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        self.0.serialize_struct_variant(name, index, variant, length).map(Inside)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// The kinds of lists.
macro_rules! lists {
    ($($list:ident: $method:ident;)*) => {$(
        impl<L: $list> $list for Inside<L> {
            type Ok = L::Ok;
            type Error = L::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), L::Error> {
                self.0.$method(&Plain(value))
            }

            fn end(self) -> Result<L::Ok, L::Error> {
                self.0.end()
            }
        }
    )*};
}

lists! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
}

/// The kinds of objects with known fields.
macro_rules! objects {
    ($($object:ident)*) => {$(
        impl<O: $object> $object for Inside<O> {
            type Ok = O::Ok;
            type Error = O::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                field: &'static str,
                value: &T,
            ) -> Result<(), O::Error> {
                if PLAIN.contains(&field) {
                    return self.0.serialize_field(field, value);
                }
                self.0.serialize_field(field, &Typed(value))
            }

            fn skip_field(&mut self, field: &'static str) -> Result<(), O::Error> {
                self.0.skip_field(field)
            }

            fn end(self) -> Result<O::Ok, O::Error> {
                self.0.end()
            }
        }
    )*};
}

objects! { SerializeStruct SerializeStructVariant }

/// The entries of a map, of which a key came last.
struct Entries<M> {
    map: M,
    is_plain: bool,
}

impl<M: SerializeMap> SerializeMap for Entries<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), M::Error> {
        self.is_plain = PLAIN.iter().any(|name| reads(key, name));
        self.map.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), M::Error> {
        if self.is_plain {
            return self.map.serialize_value(value);
        }
        self.map.serialize_value(&Typed(value))
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.map.end()
    }
}
