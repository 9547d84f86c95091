//! The names of background jobs as a page has them: signed, and worth something to that page alone.
use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Signs names, and knows its own signatures.
#[derive(Debug, Clone)]
pub(super) struct Handles(Hmac<Sha256>);

/// What a signed name is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scope<'a> {
    /// One load of a page.
    End,
    /// A job of that load.
    Job(&'a str),
    /// What a result of that load is kept under.
    CacheKey(&'a str),
}

impl Handles {
    /// Signs with this secret.
    pub(super) fn new(secret: &[u8]) -> Self {
        Self(Hmac::new_from_slice(secret).unwrap_or_else(|_| Hmac::new(&[0; 64].into())))
    }

    /// `value~signature`
    pub(super) fn sign(&self, scope: Scope<'_>, value: &str) -> String {
        let signature = self.mac(scope, value).finalize().into_bytes();
        let mut token = format!("{value}~");
        for byte in signature {
            // Writing into memory does not fail.
            let _ = write!(token, "{byte:02x}");
        }
        token
    }

    /// The value, if it was signed here for this.
    pub(super) fn verify<'t>(&self, scope: Scope<'_>, token: &'t str) -> Option<&'t str> {
        let (value, signature) = token.rsplit_once('~')?;
        let signature = bytes(signature)?;
        // Takes as long for a signature that is nearly right as for any other.
        self.mac(scope, value).verify_slice(&signature).ok()?;
        Some(value)
    }

    fn mac(&self, scope: Scope<'_>, value: &str) -> Hmac<Sha256> {
        let (word, load) = match scope {
            Scope::End => ("end", None),
            Scope::Job(load) => ("job", Some(load)),
            Scope::CacheKey(load) => ("cacheKey", Some(load)),
        };
        let mut mac = self.0.clone();
        mac.update(word.as_bytes());
        if let Some(load) = load {
            mac.update(b":");
            mac.update(load.as_bytes());
        }
        mac.update(b"\0");
        mac.update(value.as_bytes());
        mac
    }
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&hex[at..at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_the_one_that_dash_has() {
        // HMAC-SHA256 with the key `key` of `job:load`, a zero and `7`.
        let expected = "7~5897e79075cf78c8654de8cc82e49f45b0c50264c104d22ccffb1de6367d6fd3";
        let token = Handles::new(b"key").sign(Scope::Job("load"), "7");
        assert_eq!(token, expected);
    }

    #[test]
    fn what_was_signed_for_something_else_is_worth_nothing() {
        let handles = Handles::new(b"key");
        let token = handles.sign(Scope::Job("load"), "a~7");
        assert_eq!(handles.verify(Scope::Job("load"), &token), Some("a~7"));
        for scope in [Scope::Job("other"), Scope::Job(""), Scope::CacheKey("load"), Scope::End] {
            assert_eq!(handles.verify(scope, &token), None, "{scope:?}");
        }
        assert_eq!(Handles::new(b"other").verify(Scope::Job("load"), &token), None);
        let other = format!("8{}", &token[1..]);
        for forged in [&*other, "a~7", "a~7~", "", "~", &token[..token.len() - 1], "a~7~é"] {
            assert_eq!(handles.verify(Scope::Job("load"), forged), None, "{forged}");
        }
    }
}
