//! What the wildcards of a callback must have in common; `MATCH` is what its outputs say.
use super::args::Args;
use super::entry::Entry;
use super::pattern::{Field, Pattern, Wanted};
use super::wire::Wire;
use crate::errors::Errors;

/// Notes wildcards that nothing gives a value. Where some wires stand on a struct, `app!` sees to it.
pub(super) fn check(args: &Args, errors: &mut Errors) {
    for wire in args.outputs.iter().filter_map(Entry::wire) {
        output(wire, errors);
    }
    if args.groups().next().is_none() {
        matches(args, errors);
    }
}

/// What an output cannot be.
pub(super) fn output(wire: &Wire, errors: &mut Errors) {
    for field in wire.pattern.iter().flat_map(|pattern| &pattern.fields) {
        if field.wanted == Wanted::AllSmaller {
            errors.add(
                &field.value,
                "an output cannot be `ALLSMALLER`\n\nhelp: write `ALL` or `MATCH`",
            );
        }
    }
}

fn matches(args: &Args, errors: &mut Errors) {
    let mut outputs = args.outputs.iter().filter_map(Entry::wire).peekable();
    let Some(first) = outputs.peek() else { return };
    let first = first.pattern.as_ref();
    let is_matched = |name: &str| first.is_some_and(|pattern| pattern.matches(name));
    for output in outputs {
        let matched: Vec<&Field> = output.pattern.iter().flat_map(Pattern::matched).collect();
        for field in matched.iter().filter(|field| !is_matched(&field.name)) {
            errors.add(&field.value, unmatched(&field.name, "the first output"));
        }
        let missing = first.iter().flat_map(|pattern| pattern.matched());
        for field in missing.filter(|field| !matched.iter().any(|own| own.name == field.name)) {
            errors.add(&output.id, format!("this output has no `{0}: MATCH`, but the first output has\n\nhelp: all outputs of a callback have the same fields `MATCH`", field.name));
        }
    }
    let wired = args.wired().filter_map(Entry::wire);
    for field in wired.filter_map(|wire| wire.pattern.as_ref()).flat_map(|one| &one.fields) {
        match field.wanted {
            Wanted::Match if !is_matched(&field.name) => {
                errors.add(&field.value, unmatched(&field.name, "no output"));
            }
            Wanted::AllSmaller if !is_matched(&field.name) => {
                errors.add(&field.value, format!("`{0}: ALLSMALLER` is smaller than nothing: no output has `{0}: MATCH`\n\nhelp: write `ALL`, or give an output `{0}: MATCH`", field.name));
            }
            _ => {}
        }
    }
}

fn unmatched(field: &str, whom: &str) -> String {
    let but =
        if whom == "no output" { "no output has it".to_owned() } else { format!("{whom} has not") };
    format!(
        "`{field}: MATCH` here, but {but}\n\nhelp: write `ALL`, or give the output `{field}: MATCH`"
    )
}
