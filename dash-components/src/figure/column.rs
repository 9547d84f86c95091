//! A numeric column as Plotly's typed array: which numbers, of which type, in base64.
use std::borrow::Cow;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::probe;

/// From this length on a column travels as a typed array.
pub(super) const LEAST: usize = 1_000;

/// A column of numbers, as JavaScript will hold them.
pub(super) struct Column {
    /// As written, so that the usual column is ready when it is read.
    values: Vec<[u8; 8]>,
    /// Whether Rust had whole numbers only.
    is_whole: bool,
}

impl Column {
    /// The value as a column, where it is a list of at least [`LEAST`] numbers and nothing else.
    pub(super) fn of(value: &(impl Serialize + ?Sized)) -> Option<Self> {
        probe::column(value)
    }

    pub(super) fn with_capacity(length: usize) -> Self {
        Self { values: Vec::with_capacity(length), is_whole: true }
    }

    pub(super) fn push(&mut self, value: f64, is_whole: bool) {
        self.values.push(value.to_le_bytes());
        self.is_whole &= is_whole;
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.values.iter().copied().map(f64::from_le_bytes)
    }

    /// The smallest type that holds every number as it is.
    fn dtype(&self) -> Dtype {
        if self.is_whole {
            let (least, greatest) = self.range();
            let holds = |dtype: &&Dtype| dtype.least <= least && greatest <= dtype.greatest;
            return WHOLE.iter().find(holds).copied().unwrap_or(F8);
        }
        if self.values().all(|value| value.is_nan() || is_single(value)) { F4 } else { F8 }
    }

    fn range(&self) -> (f64, f64) {
        let ends = (f64::INFINITY, f64::NEG_INFINITY);
        self.values().fold(ends, |(low, high), value| (low.min(value), high.max(value)))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::float_cmp, reason = "this asks what is lost")]
fn is_single(value: f64) -> bool {
    f64::from(value as f32) == value
}

impl Serialize for Column {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let dtype = self.dtype();
        let mut spec = serializer.serialize_struct("Column", 2)?;
        spec.serialize_field("dtype", dtype.name)?;
        spec.serialize_field("bdata", &Bytes((dtype.write)(&self.values)))?;
        spec.end()
    }
}

/// Bytes, which the figure's JSON has in base64.
struct Bytes<'a>(Cow<'a, [u8]>);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// A type of typed arrays: its name, what it holds, and how it is written.
#[derive(Clone, Copy)]
struct Dtype {
    name: &'static str,
    least: f64,
    greatest: f64,
    write: fn(&[[u8; 8]]) -> Cow<'_, [u8]>,
}

macro_rules! dtype {
    ($name:literal, $ty:ty) => {
        Dtype {
            name: $name,
            least: <$ty>::MIN as f64,
            greatest: <$ty>::MAX as f64,
            write: |values| bytes(values, |value| (value as $ty).to_le_bytes()).into(),
        }
    };
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written if it fits")]
const WHOLE: [Dtype; 6] = [
    dtype!("i1", i8),
    dtype!("u1", u8),
    dtype!("i2", i16),
    dtype!("u2", u16),
    dtype!("i4", i32),
    dtype!("u4", u32),
];
#[expect(clippy::cast_possible_truncation, reason = "written if it fits")]
const F4: Dtype = dtype!("f4", f32);
const F8: Dtype = Dtype { write: |values| values.as_flattened().into(), ..dtype!("f8", f64) };

fn bytes<const N: usize>(values: &[[u8; 8]], write: impl Fn(f64) -> [u8; N]) -> Vec<u8> {
    let mut bytes = vec![0; values.len() * N];
    let (places, _) = bytes.as_chunks_mut::<N>();
    for (place, value) in places.iter_mut().zip(values) {
        *place = write(f64::from_le_bytes(*value));
    }
    bytes
}
