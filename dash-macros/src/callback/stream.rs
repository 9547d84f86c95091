//! What goes with `-> impl Stream<Item = ..>`, and what does not.
use syn::{ReturnType, Signature as FnSignature, Type};

use super::args::Args;
use super::signature::Signature;
use crate::errors::Errors;

/// A stream is the server's, is read on the reactor, goes over the socket, and ends with its page.
pub(super) fn check(
    args: &Args,
    function: &FnSignature,
    signature: &Signature,
    errors: &mut Errors,
) {
    let ReturnType::Type(_, ty) = &function.output else { return };
    if signature.stream.is_none() {
        if matches!(**ty, Type::ImplTrait(_)) {
            errors.add(ty, "a callback returns a type of its own, or a stream\n\nhelp: write the type, or `impl Stream<Item = ..>`");
        }
        return;
    }
    if args.client.is_some() {
        errors.add(ty, "the browser runs this callback, and returns no stream\n\nhelp: write the type of the value");
    }
    if args.background.word.is_some() {
        errors.add(ty, "a callback in the background returns its values, and no stream\n\nhelp: write the type of the value");
    }
    let words = ["blocking", "inline", "cancel", "websocket"];
    for word in words.iter().filter_map(|word| args.option(word)) {
        let why = match &*word.to_string() {
            "cancel" => "is what a stream has anyway: it is dropped when its page leaves",
            "websocket" => "is what a stream has anyway: it goes over the socket",
            _ => "is for a fn that returns its values: a stream is read on the reactor",
        };
        errors.add(word, format!("`{word}` {why}\n\nhelp: remove `{word}`"));
    }
}
