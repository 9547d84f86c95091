//! Changes of a request, each of one class, drawn from a seeded sequence.
use serde_json::{Map, Number, Value, json};

/// A sequence of numbers that is the same on every run: xorshift.
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    /// The next number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

type Mutate = fn(&mut Draws, &Value) -> Vec<u8>;

/// The classes of mutations, by name; all but the last leave the body JSON.
pub(crate) const CLASSES: [(&str, Mutate); 8] = [
    ("drop an entry", |draws, request| changed(draws, request, drop_entry)),
    ("repeat an entry", |draws, request| changed(draws, request, repeat_entry)),
    ("swap two entries", |draws, request| changed(draws, request, swap_entries)),
    ("another type", |draws, request| changed(draws, request, retype)),
    ("another text", |draws, request| changed(draws, request, rename)),
    ("wrap or unwrap", |draws, request| changed(draws, request, wrap)),
    ("extreme values", |draws, request| changed(draws, request, exaggerate)),
    ("bytes", |draws, request| damage(draws, &request.to_string())),
];

/// Changes one place of the request.
fn changed(draws: &mut Draws, request: &Value, change: fn(&mut Draws, &mut Value)) -> Vec<u8> {
    let mut request = request.clone();
    let mut at = draws.below(count(&request));
    change(draws, place(&mut request, &mut at));
    request.to_string().into_bytes()
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(entries) => entries.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place, counted from the outside in.
fn place<'a>(value: &'a mut Value, at: &mut usize) -> &'a mut Value {
    if *at == 0 {
        return value;
    }
    *at -= 1;
    let inner: Vec<&'a mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(entries) => entries.values_mut().collect(),
        _ => unreachable!("a place was counted that is not there"),
    };
    for one in inner {
        let size = count(one);
        if *at < size {
            return place(one, at);
        }
        *at -= size;
    }
    unreachable!("a place was counted that is not there")
}

fn drop_entry(draws: &mut Draws, value: &mut Value) {
    match value {
        Value::Array(items) if !items.is_empty() => drop(items.remove(draws.below(items.len()))),
        Value::Object(entries) if !entries.is_empty() => {
            let key = key(draws, entries);
            entries.remove(&key);
        }
        other => *other = Value::Null,
    }
}

fn repeat_entry(draws: &mut Draws, value: &mut Value) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let item = draws.pick(items).clone();
            items.insert(draws.below(items.len() + 1), item);
        }
        Value::Object(entries) if !entries.is_empty() => {
            let key = key(draws, entries);
            let (copy, value) = (format!("{key}2"), entries[&key].clone());
            entries.insert(copy, value);
        }
        other => *other = json!([other.clone(), other.clone()]),
    }
}

fn swap_entries(draws: &mut Draws, value: &mut Value) {
    match value {
        Value::Array(items) if items.len() > 1 => {
            let (one, other) = (draws.below(items.len()), draws.below(items.len()));
            items.swap(one, other);
        }
        Value::Object(entries) if entries.len() > 1 => {
            let (one, other) = (key(draws, entries), key(draws, entries));
            let first = entries[&one].clone();
            let second = std::mem::replace(&mut entries[&other], first);
            entries[&one] = second;
        }
        Value::String(text) => *text = text.chars().rev().collect(),
        other => *other = json!({"value": other.clone()}),
    }
}

fn retype(draws: &mut Draws, value: &mut Value) {
    let others = [
        json!(null),
        json!(true),
        json!(7),
        json!(-2.5),
        json!("7"),
        json!([]),
        json!({}),
        json!([1]),
    ];
    *value = draws.pick(&others).clone();
}

fn rename(draws: &mut Draws, value: &mut Value) {
    let texts = [
        "",
        ".",
        "..",
        "go",
        "name",
        "value",
        "children",
        "n_clicks",
        "clicks.children",
        "go.n_clicks",
        "later.children",
        "__proto__",
        "..a.b...c.d..",
        "{\"index\":1}.value",
        "GO",
        " go",
        "g\u{0}o",
    ];
    let text = (*draws.pick(&texts)).to_owned();
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            let key = key(draws, entries);
            let value = entries.remove(&key).unwrap_or_default();
            entries.insert(text, value);
        }
        other => *other = text.into(),
    }
}

fn wrap(draws: &mut Draws, value: &mut Value) {
    let inner = value.take();
    *value = match (draws.below(4), inner) {
        (0, Value::Array(mut items)) if items.len() == 1 => items.remove(0),
        (0 | 1, inner) => json!([inner]),
        (2, inner) => json!({"value": inner}),
        (_, inner) => (0..200).fold(inner, |inner, _| json!([inner])),
    };
}

fn exaggerate(draws: &mut Draws, value: &mut Value) {
    let long = "é".repeat(10_000);
    let many: Vec<usize> = (0..1_000).collect();
    let extremes = [
        json!(u64::MAX),
        json!(i64::MIN),
        json!(f64::MAX),
        json!(5e-324),
        json!(-0.0),
        Value::Number(Number::from_f64(1e300).expect("finite")),
        json!(long),
        json!("\u{0}\u{1f}\u{2028}\u{feff}\u{10ffff}"),
        json!(many),
    ];
    *value = draws.pick(&extremes).clone();
}

fn key(draws: &mut Draws, entries: &Map<String, Value>) -> String {
    let keys: Vec<&String> = entries.keys().collect();
    (*draws.pick(&keys)).clone()
}

/// Cuts, flips, inserts or repeats bytes.
fn damage(draws: &mut Draws, body: &str) -> Vec<u8> {
    let mut bytes = body.as_bytes().to_vec();
    let at = draws.below(bytes.len());
    match draws.below(5) {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << draws.below(8),
        2 => bytes.insert(at, *draws.pick(b"\"{}[],:\\\x00\xff 9e-")),
        3 => drop(bytes.remove(at)),
        _ => bytes.extend_from_within(at..),
    }
    bytes
}
