//! What the attribute and the signature must have in common; one rule, one fn.
use quote::ToTokens;
use syn::{FnArg, ReturnType, Signature as FnSignature, Type};

use super::args::Args;
use super::endpoint;
use super::entry::Entry;
use super::progress;
use super::signature::{self, Signature};
use super::stream;
use super::wire::Wire;
use crate::errors::Errors;
use crate::words::{as_written, compact, count};

/// Notes every rule that is broken.
pub(super) fn check(
    args: &Args,
    function: &FnSignature,
    signature: &Signature,
    errors: &mut Errors,
) {
    plain_fn(function, errors);
    options(args, function, errors);
    if !errors.is_empty() {
        return;
    }
    wiring(args, function, errors);
    client(args, signature, errors);
    background(args, function, signature, errors);
    endpoint::check(args, function, errors);
    stream::check(args, function, signature, errors);
    duplicates(args, errors);
    parameters(args, function, signature, errors);
    results(args, function, signature, errors);
}

/// A callback is a free fn without type parameters.
fn plain_fn(function: &FnSignature, errors: &mut Errors) {
    if !function.generics.params.is_empty() {
        errors.add(
            &function.generics,
            "a callback cannot be generic\n\nhelp: write the types that its props have",
        );
    }
    for parameter in &function.inputs {
        if let FnArg::Typed(typed) = parameter
            && matches!(*typed.ty, Type::ImplTrait(_))
        {
            errors.add(&typed.ty, "a callback's parameter needs a type of its own\n\nhelp: write the type that its prop has");
        }
        if let Some(owned) = signature::owned(parameter) {
            let help = as_written(&owned.to_token_stream());
            errors.add(
                parameter,
                format!("a callback's parameter owns its value\n\nhelp: write `{help}`"),
            );
        }
    }
}

/// Words that contradict each other or the fn.
fn options(args: &Args, function: &FnSignature, errors: &mut Errors) {
    let (blocking, inline) = (args.option("blocking"), args.option("inline"));
    if let (Some(_), Some(inline)) = (blocking, inline) {
        errors.add(inline, "`blocking` and `inline` exclude each other\n\nhelp: write one of them");
    }
    if let (Some(word), Some(_)) = (blocking.or(inline), &function.asyncness) {
        errors.add(
            word,
            format!(
                "`{word}` is for a plain `fn`: an `async fn` never blocks\n\nhelp: remove `{word}`"
            ),
        );
    }
    if let (Some(cancel), None, None) =
        (args.option("cancel"), &function.asyncness, &args.background.word)
        && !matches!(&function.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)))
    {
        errors.add(cancel, "`cancel` is for an `async fn`: a plain `fn` cannot be stopped\n\nhelp: remove `cancel`, or write `async fn`");
    }
}

/// What the browser runs takes what is wired, and nothing of the server's.
fn client(args: &Args, signature: &Signature, errors: &mut Errors) {
    let Some(client) = &args.client else { return };
    if args.groups().next().is_none() {
        client.check(args, errors);
    }
    for word in ["blocking", "inline", "cancel", "websocket"]
        .iter()
        .filter_map(|word| args.option(word))
        .chain(&args.background.word)
    {
        errors.add(
            word,
            format!("`{word}` is for a callback that the server runs\n\nhelp: remove `{word}`"),
        );
    }
    for group in args.groups() {
        errors.add(group, "the browser runs this callback, and takes the props one by one\n\nhelp: write the wires of the struct here");
    }
    for extractor in signature.parameters.iter().skip(args.wired().count()) {
        errors.add(extractor, "the browser runs this callback, and has no extractors\n\nhelp: wire the parameter with `input(..)` or `state(..)`, or remove it");
    }
}

/// What goes with `background`, and what does not.
fn background(args: &Args, function: &FnSignature, signature: &Signature, errors: &mut Errors) {
    let background = &args.background;
    if background.word.is_none() {
        for word in &background.details {
            errors.add(word, format!("`{word}` is for a callback that runs in the background\n\nhelp: add `background`"));
        }
        return;
    }
    for (word, why) in [
        ("websocket", "asks after a callback in the background by HTTP: `websocket` says nothing"),
        ("blocking", "always runs a plain `fn` in the background on the blocking pool"),
        ("inline", "always runs a plain `fn` in the background on the blocking pool"),
    ] {
        if let Some(word) = args.option(word) {
            let who = if word == "websocket" { "the page" } else { "the server" };
            errors.add(word, format!("{who} {why}\n\nhelp: remove `{word}`"));
        }
    }
    if let Some(word) = args.option("cancel") {
        errors.add(word, "a callback in the background ends when it is called again, and not when nobody waits\n\nhelp: write `cancel(View::id.prop)` for what else ends it, or remove `cancel`");
    }
    for wire in background.wires().filter(|wire| wire.pattern.is_some()) {
        errors.add(&wire.id, format!("`{}` is a family of ids, and one component is wanted here\n\nhelp: write `View::id.{}` with a plain id", wire.id, wire.prop));
    }
    background.check_values(errors);
    ignored(args, errors);
    progress::check(args, function, signature, errors);
}

/// What makes no difference is something that could make one.
fn ignored(args: &Args, errors: &mut Errors) {
    let background = &args.background;
    if let (Some(word), None) =
        (background.detail("cache_args_to_ignore"), background.detail("cache"))
    {
        errors.add(word, "nothing is kept: there is no `cache`\n\nhelp: add `cache = \"10m\"`");
    }
    if args.groups().next().is_some() {
        return;
    }
    let written = |wire: &Wire| compact(&wire.written);
    for wire in &background.ignore {
        if !args.wired().filter_map(Entry::wire).any(|own| written(own) == written(wire)) {
            errors.add(
                &wire.written,
                format!(
                    "`{}.{}` is no input or state of this callback\n\nhelp: write one of them",
                    wire.id, wire.prop
                ),
            );
        }
    }
}

/// Of several callbacks that write a prop when the page loads, it is open which one is the last.
fn duplicates(args: &Args, errors: &mut Errors) {
    let mut wires = args.outputs.iter().filter_map(Entry::wire);
    let word = wires.find_map(|wire| wire.modifier.as_ref());
    let is_known = args.outputs.iter().all(|entry| entry.wire().is_some());
    let initial = args.option("initial_duplicate");
    match (word, initial, args.option("prevent_initial_call")) {
        (Some(word), None, None) => errors.add(word, "several callbacks would write this prop when the page loads, in no order\n\nhelp: add `prevent_initial_call`, or `initial_duplicate` if any order will do"),
        (None, Some(initial), _) if is_known => errors.add(initial, "`initial_duplicate` is for an output that is `allow_duplicate`\n\nhelp: remove `initial_duplicate`"),
        (_, Some(initial), Some(_)) => errors.add(initial, "`initial_duplicate` and `prevent_initial_call` exclude each other\n\nhelp: write one of them"),
        _ => {}
    }
}

/// It is wired to something, and something calls it.
fn wiring(args: &Args, function: &FnSignature, errors: &mut Errors) {
    if args.outputs.is_empty() && args.wired().next().is_none() {
        errors.add(&function.ident, format!("`fn {}` is wired to nothing\n\nhelp: add `output(View::id.prop)` and `input(View::id.prop)` to the attribute", function.ident));
    } else if let (Some(word), true) = (args.option("prevent_initial_call"), args.inputs.is_empty())
    {
        errors.add(word, format!("nothing calls `fn {}`: it has no input, and `prevent_initial_call` keeps it from the page's load\n\nhelp: remove `prevent_initial_call`, or add `input(View::id.prop)`", function.ident));
    }
}

/// Each input and state has its parameter; what is left over are extractors, which rustc checks.
fn parameters(args: &Args, function: &FnSignature, signature: &Signature, errors: &mut Errors) {
    let (wired, taken) = (args.wired().count(), signature.parameters.len());
    let wired = match args.groups().next() {
        None => is_are(wired, "prop"),
        Some(_) => format!("{wired} are"),
    };
    for entry in args.wired().skip(taken) {
        errors.add(entry.tokens(), format!(
            "`fn {}` has no parameter for `{}`: {wired} wired, and it takes {}\n\nhelp: add a parameter, in the order inputs, then states",
            function.ident, entry.written(), count(taken, "parameter"),
        ));
    }
}

/// One value for each output.
fn results(args: &Args, function: &FnSignature, signature: &Signature, errors: &mut Errors) {
    let (wanted, Some(found)) = (args.outputs.len(), signature.returns.count()) else { return };
    if wanted == found {
        return;
    }
    let gives = if signature.stream.is_some() { "an item of its stream has" } else { "returns" };
    let text = format!(
        "`fn {}` has {}, but {gives} {}",
        function.ident,
        count(wanted, "output"),
        count(found, "value"),
    );
    let help = match (wanted, found) {
        (0, _) => "add `output(View::id.prop)` to the attribute, or return nothing".to_owned(),
        (_, 1) => {
            let places = vec!["_"; wanted].join(", ");
            format!("return a tuple, one value for each output: `({places})`")
        }
        _ => "return one value for each output, in the order of the outputs".to_owned(),
    };
    let at = match (&signature.stream, &function.output) {
        (Some(items), _) => items.ty.to_token_stream(),
        (None, ReturnType::Type(_, ty)) => ty.to_token_stream(),
        (None, ReturnType::Default) => function.ident.to_token_stream(),
    };
    errors.add(at, format!("{text}\n\nhelp: {help}"));
}

pub(super) fn is_are(number: usize, thing: &str) -> String {
    format!("{} {}", count(number, thing), if number == 1 { "is" } else { "are" })
}
