//! The house rules that no compiler knows: one named check for each invariant of ARCHITECTURE.md.

mod browser;
mod house;
mod lex;
mod prelude;
mod rust;

use std::fs;
use std::process::Command;

use crate::Result;
use crate::project::root;
use crate::steps::output_of;

/// A text file of the project.
#[derive(Debug)]
struct Source {
    /// From the workspace, with `/`.
    path: String,
    text: String,
}

/// A line that breaks a rule, and what is wrong with it.
type Broken = (usize, String);

/// A rule, and the places that break it: `path:line: what is wrong`.
type Check = (&'static str, fn(&[Source]) -> Vec<String>);

const CHECKS: &[Check] = &[
    ("each file says in its first line what lives there", |all| each(all, house::opening_lines)),
    ("nothing unfinished, no test left out", |all| each(all, house::unfinished)),
    ("tests wait for a condition, never for a time", |all| each(all, house::sleeps)),
    ("no path of one machine, no host of a package registry", |all| {
        each(all, house::machine_words)
    }),
    ("package-lock.json names no registry", |all| each(all, house::locks)),
    ("axum stays in the server, tokio out of the components", |all| each(all, rust::server_crates)),
    ("raw JSON is read in wire.rs only", |all| each(all, rust::raw_json)),
    ("the macros know no component and no prop", rust::macro_names),
    ("the prelude lists every component", prelude::lists_every_component),
    ("store.ts alone changes the layout", |all| each(all, browser::one_writer)),
    ("graph, schedule and patch are pure", |all| each(all, browser::pure_core)),
    ("raw JSON is read in protocol.ts only", |all| each(all, browser::raw_json)),
    ("the page asks no other origin", |all| each(all, browser::foreign_origins)),
    ("no `any` and no silenced type error", |all| each(all, browser::untyped)),
];

/// Runs every check and lists all that they found.
pub(crate) fn run() -> Result {
    let sources = sources()?;
    let mut broken = 0;
    for (rule, find) in CHECKS {
        let found = find(&sources);
        println!("{} {rule}", if found.is_empty() { "    ok" } else { "BROKEN" });
        for place in &found {
            println!("       {place}");
        }
        broken += found.len();
    }
    if broken == 0 { Ok(()) } else { Err(format!("{broken} places break a house rule").into()) }
}

/// What a rule for one file says about all of them.
fn each(sources: &[Source], find: impl Fn(&Source) -> Vec<Broken>) -> Vec<String> {
    let in_source = |source: &Source| {
        let place = |(line, wrong)| format!("{}:{line}: {wrong}", source.path);
        find(source).into_iter().map(place).collect::<Vec<_>>()
    };
    sources.iter().flat_map(in_source).collect()
}

/// The text files that Git keeps or would keep.
fn sources() -> Result<Vec<Source>> {
    let mut list = Command::new("git");
    list.current_dir(root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let paths = output_of(&mut list)?;
    let read = |path: &str| {
        let text = fs::read_to_string(root().join(path)).ok()?;
        Some(Source { path: path.to_owned(), text })
    };
    Ok(paths.split_terminator('\0').filter_map(read).collect())
}

impl Source {
    fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// The file's name without its folders.
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The lines of which `find` has something to say.
    fn broken(&self, find: impl Fn(&str) -> Option<String>) -> Vec<Broken> {
        self.lines().filter_map(|(number, line)| Some((number, find(line)?))).collect()
    }
}

/// Shows what a rule finds in one file, and so that it can fail.
#[cfg(test)]
fn check(rule: fn(&Source) -> Vec<Broken>, path: &str, text: impl Into<String>, expected: usize) {
    let source = Source { path: path.to_owned(), text: text.into() };
    let found = rule(&source);
    assert_eq!(found.len(), expected, "{path}: {}\n{found:?}", source.text);
}
