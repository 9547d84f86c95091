//! `cargo xtask bench browser`: pages in Chromium, beside the same written by hand and the same under
//! Dash in Python. The driver, `dash-js/bench`, measures; here is judged.

mod loads;
mod pages;
mod report;
pub(super) mod soak;

use std::collections::BTreeMap;
use std::process::Command;

use serde::Serialize;

use super::budget::Budgets;
use super::server::Server;
use crate::Result;
use crate::chromium;
use crate::conformance::python;
use crate::front_end::Build;
use crate::project::{cargo, dash_js, root, target};
use crate::steps::execute;
use pages::{PAGES, Page};

/// What `dash-js/bench/main.ts` is told.
#[derive(Debug, Serialize)]
struct Order {
    rounds: u32,
    /// Addresses by side, by page.
    apps: BTreeMap<&'static str, BTreeMap<&'static str, String>>,
    /// The folder of the Python apps.
    python: Option<String>,
}

/// What was asked for on the command line.
#[derive(Debug)]
struct Wish {
    dash: bool,
    rounds: u32,
    pages: Vec<&'static Page>,
}

const ROUNDS: u32 = 9;

/// Loads the pages that are named, or all of them, and prints what was measured.
pub(super) fn run(args: &[&str], budgets: &mut Budgets) -> Result {
    let wish = parse(args)?;
    build()?;
    let mut node = driver()?;
    let python = if wish.dash {
        node.env("DASH_PYTHON", python::environment()?);
        Some(root().join("xtask/apps/python").display().to_string())
    } else {
        None
    };
    let mut servers = Vec::new();
    let mut apps = BTreeMap::new();
    for page in &wish.pages {
        let [ours, bare] = [page.ours(), page.bare()].map(|program| start(&program));
        let (ours, bare) = (ours?, bare?);
        let address = |server: &Server| format!("http://127.0.0.1:{}/", server.port);
        apps.insert(
            page.name,
            BTreeMap::from([("ours", address(&ours)), ("bare", address(&bare))]),
        );
        servers.extend([ours, bare]);
    }
    let order = Order { rounds: wish.rounds, apps, python };
    node.env("DASH_BENCH", serde_json::to_string(&order)?);
    loads::of(&mut node, |name, loads| {
        let page = wish.pages.iter().find(|page| page.name == name);
        page.ok_or("an unknown page")?.report(loads, budgets);
        Ok(())
    })
}

/// `--dash`, `--rounds <n>` and names of pages.
fn parse(args: &[&str]) -> Result<Wish> {
    let mut wish = Wish { dash: false, rounds: ROUNDS, pages: Vec::new() };
    let mut args = args.iter();
    while let Some(&arg) = args.next() {
        match arg {
            "--dash" => wish.dash = true,
            "--rounds" => wish.rounds = args.next().ok_or("`--rounds` wants a number")?.parse()?,
            name => {
                let page = PAGES.iter().find(|page| page.name == name);
                wish.pages.push(page.ok_or_else(|| unknown(name))?);
            }
        }
    }
    if wish.pages.is_empty() {
        wish.pages = PAGES.iter().collect();
    }
    Ok(wish)
}

fn unknown(name: &str) -> String {
    let known: Vec<_> = PAGES.iter().map(|page| format!("`{}`", page.name)).collect();
    format!("no page `{name}`: {}", known.join(", "))
}

/// The pages that are no examples; a release, as all that is measured.
fn build() -> Result {
    let mut build = cargo("build --release --manifest-path xtask/apps/Cargo.toml --target-dir");
    execute(build.arg(target()).env("DASH_JS_DIST", Build::Release.dist()))
}

/// Node with the driver, which knows where the browser is.
fn driver() -> Result<Command> {
    let mut node = Command::new("node");
    node.current_dir(dash_js()).arg("bench/run.mjs").env("CHROME", chromium::find_or_install()?);
    Ok(node)
}

/// A server that has the chart library at hand, compressed as ours is.
fn start(program: &std::path::Path) -> Result<Server> {
    let files = std::fs::read_dir(Build::Release.dist())?;
    let library = files.flatten().map(|file| file.path()).find(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("plotly-basic") && name.ends_with(".js.br")
    });
    let mut command = Command::new(program);
    command.env("PLOTLY", library.ok_or("the front end has no plotly-basic")?);
    Server::run(command)
}

#[cfg(test)]
mod tests {
    use super::{PAGES, parse};

    #[test]
    fn without_a_name_every_page_is_loaded() {
        let wish = parse(&["--dash"]).unwrap();
        assert!(wish.dash);
        assert_eq!(wish.pages.len(), PAGES.len());
    }

    #[test]
    fn pages_and_rounds_are_chosen() {
        let wish = parse(&["wide", "--rounds", "3"]).unwrap();
        assert_eq!((wish.rounds, wish.dash), (3, false));
        assert_eq!(wish.pages.iter().map(|page| page.name).collect::<Vec<_>>(), ["wide"]);
    }

    #[test]
    fn an_unknown_page_is_named_and_the_known_ones_are_listed() {
        let message = parse(&["wied"]).unwrap_err().to_string();
        assert!(message.starts_with("no page `wied`: `counter`, "), "{message}");
    }
}
