//! Finds out whether a value is a column: a serializer that takes lists of numbers, nothing else.
use std::fmt;

use serde::ser::{Error, Impossible, Serialize, SerializeSeq, SerializeTuple, Serializer};

use super::column::{Column, LEAST};

/// The value as a column; it is read up to the first thing that is no number.
pub(super) fn column(value: &(impl Serialize + ?Sized)) -> Option<Column> {
    value.serialize(List).ok()
}

/// A value is no column: it is written as it is.
#[derive(Debug)]
pub(super) struct NoColumn;

impl fmt::Display for NoColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a list of numbers")
    }
}

impl std::error::Error for NoColumn {}

impl Error for NoColumn {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl SerializeSeq for Column {
    type Ok = Self;
    type Error = NoColumn;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoColumn> {
        value.serialize(Number(self))
    }

    fn end(self) -> Result<Self, NoColumn> {
        Ok(self)
    }
}

impl SerializeTuple for Column {
    type Ok = Self;
    type Error = NoColumn;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoColumn> {
        value.serialize(Number(self))
    }

    fn end(self) -> Result<Self, NoColumn> {
        Ok(self)
    }
}

/// Methods of a serializer that take what no column has.
macro_rules! refuse {
    ($($method:ident($($argument:ty),*) -> $result:ident;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<Self::$result, NoColumn> {
            Err(NoColumn)
        }
    )*};
}

/// What neither a column nor a number is.
macro_rules! refuse_structures {
    () => {
        type Error = NoColumn;
        type SerializeTupleStruct = Impossible<Self::Ok, NoColumn>;
        type SerializeTupleVariant = Impossible<Self::Ok, NoColumn>;
        type SerializeMap = Impossible<Self::Ok, NoColumn>;
        type SerializeStruct = Impossible<Self::Ok, NoColumn>;
        type SerializeStructVariant = Impossible<Self::Ok, NoColumn>;

        refuse! {
            serialize_bool(bool) -> Ok;
            serialize_i128(i128) -> Ok;
            serialize_u128(u128) -> Ok;
            serialize_char(char) -> Ok;
            serialize_str(&str) -> Ok;
            serialize_bytes(&[u8]) -> Ok;
            serialize_none() -> Ok;
            serialize_unit() -> Ok;
            serialize_unit_struct(&'static str) -> Ok;
            serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
            serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
            serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
            serialize_map(Option<usize>) -> SerializeMap;
            serialize_struct(&'static str, usize) -> SerializeStruct;
            serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<Self::Ok, NoColumn> {
            Err(NoColumn)
        }

        fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, NoColumn> {
            value.serialize(self)
        }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            value: &T,
        ) -> Result<Self::Ok, NoColumn> {
            value.serialize(self)
        }

        fn collect_str<T: fmt::Display + ?Sized>(self, _: &T) -> Result<Self::Ok, NoColumn> {
            Err(NoColumn)
        }
    };
}

/// Takes a list.
struct List;

impl Serializer for List {
    type Ok = Column;
    type SerializeSeq = Column;
    type SerializeTuple = Column;

    fn serialize_seq(self, length: Option<usize>) -> Result<Column, NoColumn> {
        match length {
            Some(length) if length >= LEAST => Ok(Column::with_capacity(length)),
            _ => Err(NoColumn),
        }
    }

    fn serialize_tuple(self, length: usize) -> Result<Column, NoColumn> {
        self.serialize_seq(Some(length))
    }

    refuse_structures!();

    refuse! {
        serialize_i8(i8) -> Ok;
        serialize_i16(i16) -> Ok;
        serialize_i32(i32) -> Ok;
        serialize_i64(i64) -> Ok;
        serialize_u8(u8) -> Ok;
        serialize_u16(u16) -> Ok;
        serialize_u32(u32) -> Ok;
        serialize_u64(u64) -> Ok;
        serialize_f32(f32) -> Ok;
        serialize_f64(f64) -> Ok;
    }
}

/// Takes one number, and adds it to the column.
struct Number<'a>(&'a mut Column);

/// Methods that take a number: JavaScript has one type of them.
macro_rules! numbers {
    ($is_whole:literal: $($method:ident($number:ty))*) => {$(
        #[allow(
            clippy::cast_lossless,
            clippy::cast_precision_loss,
            reason = "one line for all types; JavaScript reads no more than this either"
        )]
        fn $method(self, number: $number) -> Result<(), NoColumn> {
            self.0.push(number as f64, $is_whole);
            Ok(())
        }
    )*};
}

impl Serializer for Number<'_> {
    type Ok = ();
    type SerializeSeq = Impossible<(), NoColumn>;
    type SerializeTuple = Impossible<(), NoColumn>;

    numbers! { true: serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) }
    numbers! { true: serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) }
    numbers! { false: serialize_f32(f32) serialize_f64(f64) }

    refuse_structures!();

    refuse! {
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
    }
}
