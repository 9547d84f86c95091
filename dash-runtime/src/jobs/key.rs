//! What two calls of a callback have in common that have the same answer.
use std::fmt::Write;

use dash_components::Dependency;
use sha2::{Digest, Sha256};

use crate::CallbackDef;
use crate::wire::{CallbackRequest, Entry, Object, Wired};

/// The hash of a callback and of all that its answer depends on, in hexadecimal. Which prop triggered
/// the call makes no difference, nor do the inputs and states that it says it can do without.
pub(crate) fn cache_key(def: &CallbackDef, request: &CallbackRequest<'_>) -> String {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    };
    part(&request.output);
    part(&format!("{:016x} {:?}", def.key(), request.outputs));
    let ignored = def.background.and_then(|background| background.cache);
    let ignored = ignored.map_or(&[][..], |cache| cache.ignore);
    let inputs = request.inputs.iter().zip(def.inputs);
    for (given, own) in inputs.chain(request.state.iter().zip(def.states)) {
        if !ignored.iter().any(|ignored: &Dependency| ignored.key == own.key) {
            for Object(wired) in each(given) {
                value(wired, &mut part);
            }
        }
        part("");
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into memory does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn each<'r, 'a>(entry: &'r Entry<Object<Wired<'a>>>) -> &'r [Object<Wired<'a>>] {
    match entry {
        Entry::One(one) => std::slice::from_ref(one),
        Entry::Many(list) => list,
    }
}

fn value(wired: &Wired<'_>, part: &mut impl FnMut(&str)) {
    part(&wired.id.to_string());
    part(wired.value.map_or("null", |value| value.get()));
}
