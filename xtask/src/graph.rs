//! `cargo xtask graph <example>`: what the callbacks of an example are wired to, for a review or a document.

use crate::Result;
use crate::project::cargo;
use crate::steps::output_of;

const USAGE: &str = "usage: cargo xtask graph <example> [--json]";

/// Prints the graph of an example; the example itself writes it, in place of serving.
pub(crate) fn run(args: &[&str]) -> Result {
    let (example, format) = read(args)?;
    let mut command = cargo("run --quiet --example");
    // The graph needs no front end: as with a plain `cargo run`, one that is there is used.
    command.arg(example).env("DASH_PRINT_GRAPH", format).env_remove("DASH_JS_DIST");
    print!("{}", output_of(&mut command)?);
    Ok(())
}

/// The example, and the format that its graph is printed in.
fn read<'a>(args: &[&'a str]) -> Result<(&'a str, &'static str)> {
    match args {
        [example] if !example.starts_with('-') => Ok((example, "mermaid")),
        [example, "--json"] | ["--json", example] => Ok((example, "json")),
        _ => Err(USAGE.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(args: &[&str], expected: Option<(&str, &str)>) {
        assert_eq!(read(args).ok(), expected, "{args:?}");
    }

    #[test]
    fn an_example_is_named_and_a_format_may_be() {
        check(&["sales"], Some(("sales", "mermaid")));
        check(&["sales", "--json"], Some(("sales", "json")));
        check(&["--json", "sales"], Some(("sales", "json")));
        check(&["--json"], None);
        check(&["sales", "--xml"], None);
        check(&[], None);
    }
}
