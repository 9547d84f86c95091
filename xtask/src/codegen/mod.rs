//! `cargo xtask codegen`: the typed component suites and the types of their props for dev tools, from `dash-components/{schema,overlay}`.

mod complete;
mod docs;
mod emit;
mod enums;
mod foreign;
mod guess;
mod model;
mod names;
mod overlay;
mod prop_types;
mod resolve;
mod schema;
mod text;
mod types;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;
use crate::project::{dash_js, root};

/// Writes each suite; with `--check`, fails where a suite on disk is not what would be written.
pub(crate) fn run(flags: &[&str]) -> Result {
    match flags {
        [] => each_suite(|file, text| Ok(fs::write(file, text)?)),
        ["--check"] => each_suite(compare),
        flags if flags.contains(&"--schema") => foreign::run(flags),
        _ => Err(format!("unknown flags for `codegen`: {}", flags.join(" ")).into()),
    }
}

fn each_suite(finish: impl Fn(&Path, &str) -> Result) -> Result {
    for suite in overlays(&components().join("overlay"))? {
        let file = components().join(format!("src/suites/{suite}.rs"));
        finish(&file, &generate(&suite)?)?;
        let file = dash_js().join(format!("src/devtools/props/schema/{suite}.json"));
        finish(&file, &prop_types::emit(&schema(&suite)?))?;
    }
    Ok(())
}

fn components() -> PathBuf {
    root().join("dash-components")
}

/// The names of suites: one overlay each.
pub(crate) fn overlays(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// The suite's source text; a suite with poor texts is not written.
fn generate(suite: &str) -> Result<String> {
    let suite = model(suite)?;
    let poor = docs::check(&suite);
    if poor.is_empty() { format(&emit::suite(&suite)) } else { Err(poor.join("\n").into()) }
}

/// Schema and overlay of a suite, laid over each other.
fn model(suite: &str) -> Result<model::Suite> {
    let overlay = components().join(format!("overlay/{suite}.toml"));
    let overlay = toml::from_str(&fs::read_to_string(&overlay)?)
        .map_err(|error| format!("{}: {error}", overlay.display()))?;
    let schema = schema(suite)?;
    resolve::resolve(suite, &schema, &overlay).map_err(|errors| errors.join("\n").into())
}

fn schema(suite: &str) -> Result<schema::Schema> {
    let file = components().join(format!("schema/{suite}.json"));
    let schema = schema::Schema::parse(&fs::read_to_string(&file)?);
    schema.map_err(|error| format!("{}: {error}", file.display()).into())
}

/// The text as rustfmt leaves it.
fn format(text: &str) -> Result<String> {
    let mut command = Command::new("rustfmt");
    command.current_dir(root()).arg("--edition=2024").stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut rustfmt = command.spawn().map_err(|error| format!("`rustfmt`: {error}"))?;
    // It reads to the end before it writes, so neither side waits for the other; dropping closes.
    if let Some(mut input) = rustfmt.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = rustfmt.wait_with_output()?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`rustfmt` refused the generated text\n{why}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn compare(file: &Path, text: &str) -> Result {
    if fs::read_to_string(file).is_ok_and(|found| found == text) {
        return Ok(());
    }
    let name = file.strip_prefix(root()).unwrap_or(file).display();
    Err(format!("`{name}` is not what its schema and overlay give: run `cargo xtask codegen`")
        .into())
}

#[cfg(test)]
mod tests {
    use super::{compare, components, format, overlays, run};

    #[test]
    fn the_committed_suites_are_fresh() {
        run(&["--check"]).unwrap();
        assert!(
            overlays(&components().join("overlay")).unwrap().iter().any(|suite| suite == "html")
        );
    }

    #[test]
    fn a_stale_file_is_named_with_the_way_out() {
        let file = components().join("src/suites/html.rs");
        let message = compare(&file, "fn other() {}").unwrap_err().to_string();
        assert!(
            message.starts_with("`dash-components/src/suites/html.rs` is not what"),
            "{message}"
        );
        assert!(message.ends_with("run `cargo xtask codegen`"), "{message}");
        assert!(compare(&file.with_extension("none"), "").is_err());
    }

    #[test]
    fn text_that_is_no_rust_is_not_written() {
        assert_eq!(format("fn  f( ){}").unwrap(), "fn f() {}\n");
        let message = format("fn (").unwrap_err().to_string();
        assert!(message.contains("unclosed delimiter"), "{message}");
    }

    #[test]
    fn an_unknown_flag_is_named() {
        let message = run(&["--chekc"]).unwrap_err().to_string();
        assert_eq!(message, "unknown flags for `codegen`: --chekc");
    }
}
