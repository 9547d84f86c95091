//! Each decoder of what comes from the network, as a fn of bytes that must never panic: what is read is
//! held against itself. Fuzzing calls them (`fuzz/`), and a test replays its seeds.
use dash_components::{Json, Node};
use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};
#[cfg(feature = "testing")]
use serde_json::Value;

use crate::caller::cookies;
use crate::wire::{self, CallbackRequest, Entry, SocketMessage};

/// The body of a callback request.
pub fn request(bytes: &[u8]) {
    let Ok(request) = CallbackRequest::read(bytes) else { return };
    for entry in request.inputs.iter().chain(&request.state) {
        let wired = match entry {
            Entry::One(one) => std::slice::from_ref(one),
            Entry::Many(many) => many,
        };
        for wired in wired {
            id(wired.0.id.to_string().as_bytes());
            value(wired.0.value.map_or("null", |value| value.get()).as_bytes());
        }
    }
}

/// The text of an id: its fields, written and read again, are the same.
///
/// # Panics
///
/// - What was read does not hold: a mistake of the decoder.
pub fn id(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(keys) = wire::id_keys(text) else { return };
    let written = keys.to_string();
    let again = wire::id_keys(&written).map(|keys| keys.to_string());
    assert_eq!(again.as_deref(), Some(&*written));
}

/// The value of a prop, as the types that callbacks take.
pub fn value(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = wire::decode::<Option<String>, Option<String>>(text);
    let _ = wire::decode::<u64, Json<f64>>(text);
    let _ = wire::decode::<u64, u64>(text);
    let _ = wire::decode::<Vec<String>, Vec<String>>(text);
    let _ = wire::decode::<Node, Node>(text);
}

/// A message over a socket; its payload is the body of a request.
pub fn message(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok((SocketMessage::CallbackRequest { payload, .. }, _)) = SocketMessage::read(text) {
        request(payload.get().as_bytes());
    }
}

/// The header of a request that holds its cookies.
///
/// # Panics
///
/// - What was read does not hold: a mistake of the decoder.
pub fn cookie(bytes: &[u8]) {
    let Ok(line) = HeaderValue::from_bytes(bytes) else { return };
    let mut headers = HeaderMap::new();
    headers.append(COOKIE, line);
    for (name, _) in cookies(&headers) {
        assert!(!name.contains([';', '=']), "{name}");
    }
}

/// A value, and a patch of it, in a list; what is patched can be written.
///
/// # Panics
///
/// - What was read does not hold: a mistake of the decoder.
#[cfg(feature = "testing")]
pub fn patch(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(Value::Array(list)) = wire::json(text) else { return };
    let [current, next] = &list[..] else { return };
    if let Ok(value) = crate::testing::patch::patched(Some(current), next) {
        assert!(wire::json(&value.to_string()).is_ok());
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// Runs a decoder on each of its seeds, and on each cut short anywhere.
    #[track_caller]
    fn check(name: &str, decode: fn(&[u8])) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(name);
        let mut seeds = 0;
        for seed in fs::read_dir(&folder).expect("a folder of seeds") {
            let bytes = fs::read(seed.expect("a seed").path()).expect("bytes");
            (0..=bytes.len()).for_each(|end| decode(&bytes[..end]));
            seeds += 1;
        }
        assert!(seeds > 0, "{}", folder.display());
    }

    #[test]
    fn no_seed_of_a_fuzz_target_makes_its_decoder_panic() {
        check("request", super::request);
        check("id", super::id);
        check("value", super::value);
        check("message", super::message);
        check("cookie", super::cookie);
        #[cfg(feature = "testing")]
        check("patch", super::patch);
    }
}
