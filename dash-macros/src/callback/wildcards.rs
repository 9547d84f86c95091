//! What the wildcards of a callback must have in common; `MATCH` is what its outputs say.
use super::args::Args;
use super::pattern::{Field, Pattern, Wanted};
use crate::errors::Errors;

/// Notes wildcards that nothing gives a value.
pub(super) fn check(args: &Args, errors: &mut Errors) {
    let Some(first) = args.outputs.first() else { return };
    let first = first.pattern.as_ref();
    let is_matched = |name: &str| first.is_some_and(|pattern| pattern.matches(name));
    for output in &args.outputs {
        let matched: Vec<&Field> = output.pattern.iter().flat_map(Pattern::matched).collect();
        for field in matched.iter().filter(|field| !is_matched(&field.name)) {
            errors.add(&field.value, unmatched(&field.name, "the first output"));
        }
        let missing = first.iter().flat_map(|pattern| pattern.matched());
        for field in missing.filter(|field| !matched.iter().any(|own| own.name == field.name)) {
            errors.add(&output.id, format!("this output has no `{0}: MATCH`, but the first output has\n\nhelp: all outputs of a callback have the same fields `MATCH`", field.name));
        }
        for field in output.pattern.iter().flat_map(|pattern| &pattern.fields) {
            if field.wanted == Wanted::AllSmaller {
                errors.add(
                    &field.value,
                    "an output cannot be `ALLSMALLER`\n\nhelp: write `ALL` or `MATCH`",
                );
            }
        }
    }
    for field in args.wired().filter_map(|wire| wire.pattern.as_ref()).flat_map(|one| &one.fields) {
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
