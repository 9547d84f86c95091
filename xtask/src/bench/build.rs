//! What compiling costs, in seconds of CPU: the crate, an app, and an app after one edit.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use super::budget::{Budgets, median};
use super::server::cpu_of_children;
use crate::Result;
use crate::front_end::{self, Build};
use crate::project::{cargo, root, target};
use crate::steps::{Steps, execute};

const EDITS: usize = 9;

/// Builds a copy of the example `sales` as an app of its own, in a target folder of its own.
pub(super) fn run(budgets: &mut Budgets) -> Result {
    front_end::build(&mut Steps::default(), Build::Quick)?;
    let folder = target().join("bench-build");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let app = folder.join("app");
    write_app(&app)?;

    let of_crate =
        cpu_of(build_in(root(), &folder.join("crate")).args(["--package", "dash", "--lib"]))?;
    let mut build = build_in(&app, &folder.join("target"));
    let of_app = cpu_of(&mut build)?;
    let after_edit = (0..EDITS).map(|_| {
        edit(&app.join("src/main.rs"))?;
        cpu_of(&mut build)
    });
    let after_edit = median(after_edit.collect::<Result<Vec<f64>>>()?);

    println!("\n=== Seconds of CPU, debug builds");
    fs::remove_dir_all(&folder)?;
    let mut line = |what: &str, seconds: f64, limit: f64| {
        println!("{what:<30} {seconds:>6.1} {}", budgets.at_most(what, seconds, limit));
    };
    line("the crate `dash`, clean", of_crate, 60.0);
    line("`sales` with `plotly`, clean", of_app, 120.0);
    line("`sales` after one edit", after_edit, 2.0);
    Ok(())
}

/// An app as a user has it: one package, its own workspace, the versions of our lock file.
fn write_app(app: &Path) -> Result {
    fs::create_dir_all(app.join("src"))?;
    let example = fs::read_to_string(root().join("examples/sales.rs"))?;
    let data = root().join("examples/data").display().to_string();
    fs::write(app.join("src/main.rs"), example.replace("\"data/", &format!("\"{data}/")))?;
    fs::copy(root().join("Cargo.lock"), app.join("Cargo.lock"))?;
    let dash = root().display();
    let manifest = format!(
        "[package]\nname = \"app\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         csv = \"1\"\ndash = {{ path = \"{dash}\", features = [\"plotly\"] }}\n\
         plotly = {{ version = \"0.14\", default-features = false }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n"
    );
    Ok(fs::write(app.join("Cargo.toml"), manifest)?)
}

fn build_in(folder: &Path, target: &Path) -> Command {
    let mut build = cargo("build --quiet --target-dir");
    build.arg(target).current_dir(folder);
    build
}

/// A line that changes what the compiler sees: one more function.
pub(super) fn edit(file: &Path) -> Result {
    let mut file = OpenOptions::new().append(true).open(file)?;
    let length = file.metadata()?.len();
    Ok(writeln!(file, "#[allow(dead_code)]\nfn edit_{length}() -> u64 {{\n    {length}\n}}")?)
}

pub(super) fn cpu_of(command: &mut Command) -> Result<f64> {
    let before = cpu_of_children()?;
    execute(command)?;
    Ok(cpu_of_children()? - before)
}
