//! The commands of `cargo xtask`; what a command does lives in its own module.

mod apt;
mod bench;
mod cases;
mod chromium;
mod ci;
mod codegen;
mod conformance;
mod front_end;
mod graph;
mod mutants;
mod node;
mod project;
mod steps;
mod test;
mod tidy;

use std::process::ExitCode;

/// What every chore returns: nothing, or one message for the person who ran it.
type Result<T = (), E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

const USAGE: &str = "\
usage: cargo xtask <command>

  test [--mutants]
         every test: Rust, compile-fail, TypeScript, browser; `--mutants` breaks the rules of
         scheduling one by one instead, and wants a red test for each
  ci     every check that is not a test: format, lints, docs, types, house rules
  cases [--check]
         holds the snapshots of compile errors against the rules for messages, and writes the list
         of cases in ui-tests/README.md; `--check` only compares
  codegen [--check]
         writes the component suites from their schemas and overlays; `--check` only compares
  codegen --schema <file.json> [--overlay <file.toml>] --out <file.rs> [--check]
         writes a module of typed components for a suite made by others
  conformance
         Dash apps in Python, each with Dash's own renderer and with ours: the same outcome is wanted
  graph <example> [--json]
         prints what the callbacks of an example are wired to: a Mermaid diagram, or JSON
  bench [http|sizes|testing|build|compile [size ..]]
         measures the budgets of ARCHITECTURE.md; alone: `sizes` and `http`; `compile` takes the
         numbers of callbacks and elements, else 100, 1,000 and 5,000
  bench browser [--dash] [--rounds <n>] [page ..]
         loads pages in Chromium beside the same written by hand, and with `--dash` beside the same
         under Dash in Python, 9 times each
  bench soak
         eight minutes on the example `pages`, another page every second: what the browser holds";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result {
    match args {
        ["test"] => test::run(),
        ["test", "--mutants"] => mutants::run(),
        ["ci"] => ci::run(),
        ["cases", flags @ ..] => cases::run(flags),
        ["codegen", flags @ ..] => codegen::run(flags),
        ["conformance"] => conformance::run(),
        ["graph", args @ ..] => graph::run(args),
        ["bench", what @ ..] => bench::run(what),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [unknown, ..] => Err(format!("no command `{unknown}`\n\n{USAGE}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn an_unknown_command_is_named_and_the_known_ones_are_listed() {
        let message = run(&["tset"]).unwrap_err().to_string();
        assert!(message.contains("no command `tset`"), "{message}");
        assert!(message.contains("usage: cargo xtask"), "{message}");
    }
}
