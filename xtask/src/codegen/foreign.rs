//! `cargo xtask codegen --schema …`: a module of typed components for a suite made by others.

use std::fs;
use std::path::Path;

use super::complete::complete;
use super::model::Served;
use super::overlay::Overlay;
use super::schema::Schema;
use super::{compare, emit, format, resolve};
use crate::Result;

/// Writes the module where it is another, or with `--check` compares it with what is there.
pub(super) fn run(flags: &[&str]) -> Result {
    let Flags { schema, overlay, out, check } = Flags::parse(flags)?;
    let text = generate(Path::new(schema), overlay.map(Path::new))?;
    let out = Path::new(out);
    let compared = compare(out, &text);
    if check || compared.is_ok() {
        return compared;
    }
    fs::write(out, text).map_err(|error| format!("`{}`: {error}", out.display()).into())
}

#[derive(Debug, Default)]
struct Flags<'a> {
    schema: &'a str,
    overlay: Option<&'a str>,
    out: &'a str,
    check: bool,
}

impl<'a> Flags<'a> {
    fn parse(flags: &[&'a str]) -> Result<Self> {
        let mut found = Self::default();
        let mut rest = flags;
        loop {
            rest = match rest {
                [] => break,
                ["--check", rest @ ..] => {
                    found.check = true;
                    rest
                }
                ["--schema", file, rest @ ..] => {
                    found.schema = file;
                    rest
                }
                ["--overlay", file, rest @ ..] => {
                    found.overlay = Some(file);
                    rest
                }
                ["--out", file, rest @ ..] => {
                    found.out = file;
                    rest
                }
                [unknown, ..] => {
                    return Err(format!("unknown flag for `codegen`: {unknown}").into());
                }
            };
        }
        if found.schema.is_empty() || found.out.is_empty() {
            return Err(
                "a suite's module needs `--schema <file.json>` and `--out <file.rs>`".into()
            );
        }
        Ok(found)
    }
}

/// The module's source text.
pub(super) fn generate(schema: &Path, overlay: Option<&Path>) -> Result<String> {
    let named =
        |file: &Path, error: &dyn std::fmt::Display| format!("`{}`: {error}", file.display());
    let read = |file: &Path| fs::read_to_string(file).map_err(|error| named(file, &error));
    let parsed = Schema::parse(&read(schema)?).map_err(|error| named(schema, &error))?;
    let mut laid = match overlay {
        Some(file) => toml::from_str(&read(file)?).map_err(|error| named(file, &error))?,
        None => Overlay::default(),
    };
    if let Some(shape) = laid.shapes.keys().next() {
        let reason =
            "an object of known fields is for suites of this workspace; give the prop a `type`";
        return Err(format!("`shapes.{shape}`: {reason}").into());
    }
    complete(&parsed, &mut laid);
    let suite =
        resolve::resolve(&parsed.namespace, &parsed, &laid).map_err(|errors| errors.join("\n"))?;
    format(&emit::foreign(&suite, &served(&parsed, laid)))
}

fn served(schema: &Schema, overlay: Overlay) -> Served {
    let library = schema.library.split('.').next().unwrap_or_default().replace('-', "_");
    let of = |component: &super::schema::Component| {
        (component.name.clone(), component.children_props.clone())
    };
    Served {
        package: overlay.suite.package.unwrap_or(library),
        version: schema.version.clone(),
        scripts: overlay.suite.scripts,
        stylesheets: overlay.suite.stylesheets,
        children_props: schema.components.iter().map(of).filter(|(_, p)| !p.is_empty()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{generate, run};
    use crate::project::root;

    #[test]
    fn the_module_that_the_tests_use_is_fresh() {
        let file =
            |name: &str| root().join("tests/fixtures/suite").join(name).display().to_string();
        let (schema, overlay) = (file("schema.json"), file("overlay.toml"));
        let out = file("odd_parts.rs");
        run(&["--schema", &schema, "--check", "--overlay", &overlay, "--out", &out]).unwrap();
        assert!(run(&["--schema", &schema, "--check", "--out", &out]).is_err());
    }

    #[test]
    fn every_component_of_every_known_suite_is_generated() {
        let mut components = 0;
        for folder in ["conformance/schema", "dash-components/schema"] {
            for entry in fs::read_dir(root().join(folder)).unwrap() {
                let text = generate(&entry.unwrap().path(), None).unwrap();
                components += text.matches("type Handle = ").count();
            }
        }
        assert_eq!(components, 443);
    }

    #[test]
    fn what_is_missing_is_named() {
        let check = |flags: &[&str], expected: &str| {
            let message = run(flags).unwrap_err().to_string();
            assert!(message.starts_with(expected), "{message}");
        };
        check(&["--schema", "a.json"], "a suite's module needs");
        check(&["--schema", "a.json", "--ot", "b.rs"], "unknown flag for `codegen`: --ot");
        check(&["--schema", "none.json", "--out", "b.rs"], "`none.json`: ");
    }
}
