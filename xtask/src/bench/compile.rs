//! What the macros cost the compiler, in seconds of CPU of `cargo check`: callbacks with and without
//! `app!`, and views; in crates outside the workspace that are thrown away.

use std::fs;
use std::path::{Path, PathBuf};

use super::budget::{Budgets, median};
use super::build::{cpu_of, edit};
use super::subject;
use crate::Result;
use crate::project::{cargo, root, target};

const SIZES: &[usize] = &[100, 1_000, 5_000];

/// What is checked: so many callbacks, alone or listed by an `app!`, or elements of one view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Callbacks,
    App,
    View,
}

/// Seconds of CPU: the crate alone with its dependencies checked, and the same after one edit.
#[derive(Debug, Clone, Copy)]
struct Cost {
    cold: f64,
    edited: f64,
}

/// Measures each size; growth is judged where there are several.
pub(super) fn run(sizes: &[&str], budgets: &mut Budgets) -> Result {
    let sizes: Vec<usize> = match sizes {
        [] => SIZES.to_vec(),
        _ => sizes.iter().map(|size| size.parse()).collect::<Result<_, _>>()?,
    };
    let folder = target().join("bench-compile");
    let measured: Vec<(usize, [Cost; 3])> = sizes
        .into_iter()
        .map(|size| Ok((size, measured(&folder, size)?)))
        .collect::<Result<_>>()?;
    fs::remove_dir_all(&folder)?;

    println!("\n=== Seconds of CPU of `cargo check`\n{:>34} {:>8} {:>8}", "", "cold", "edited");
    let (mut of_app, mut of_view) = (Vec::new(), Vec::new());
    for (size, [callbacks, app, view]) in measured {
        line(&format!("{size} callbacks"), callbacks);
        line(&format!("{size} callbacks and `app!`"), app);
        line(&format!("a view of {size} elements"), view);
        of_app.push((size, each(size, app.cold - callbacks.cold)));
        of_view.push((size, each(size, view.cold)));
    }
    println!("\nMilliseconds of CPU");
    for (size, milliseconds) in &of_app {
        let what = format!("`app!`, for each of {size} callbacks");
        println!("{what:<40} {milliseconds:>6.2} {}", budgets.at_most(&what, *milliseconds, 2.0));
    }
    growth("`app!`", &of_app, budgets);
    growth("a view", &of_view, budgets);
    Ok(())
}

fn line(what: &str, Cost { cold, edited }: Cost) {
    println!("{what:>34} {cold:>8.2} {edited:>8.2}");
}

/// Milliseconds of one of so many.
fn each(size: usize, seconds: f64) -> f64 {
    1_000.0 * seconds / f64::from(u32::try_from(size).unwrap_or(u32::MAX))
}

/// What is linear costs each of many what it costs each of few; small sizes carry Cargo's own time.
fn growth(what: &str, costs: &[(usize, f64)], budgets: &mut Budgets) {
    for pair in costs.windows(2) {
        let [(few, small), (many, large)] = [pair[0], pair[1]];
        let what = format!("{what}, each of {many} to each of {few}");
        let ratio = large / small;
        println!("{what:<40} {ratio:>6.2} {}", budgets.at_most(&what, ratio, 1.5));
    }
}

/// The medians of interleaved rounds.
fn measured(folder: &Path, size: usize) -> Result<[Cost; 3]> {
    let sources = [Source::Callbacks, Source::App, Source::View];
    for source in sources {
        write_crate(folder, source, size)?;
        check(folder, source)?;
    }
    let mut costs = [const { Vec::new() }; 3];
    for _ in 0..rounds(size) {
        for (source, costs) in sources.into_iter().zip(&mut costs) {
            costs.push(measure(folder, source)?);
        }
    }
    Ok(costs.map(|costs: Vec<Cost>| Cost {
        cold: median(costs.iter().map(|cost| cost.cold)),
        edited: median(costs.iter().map(|cost| cost.edited)),
    }))
}

/// The smaller the crate, the more of the difference between two is the machine's mood.
fn rounds(size: usize) -> usize {
    (1_500 / size).clamp(3, 15)
}

fn measure(folder: &Path, source: Source) -> Result<Cost> {
    let mut clean = cargo("clean --quiet --package subject --target-dir");
    cpu_of(clean.arg(folder.join("target")).current_dir(crate_in(folder, source)))?;
    let cold = check(folder, source)?;
    edit(&crate_in(folder, source).join("src/lib.rs"))?;
    Ok(Cost { cold, edited: check(folder, source)? })
}

/// All crates share one target folder, and so the checked dependencies.
fn check(folder: &Path, source: Source) -> Result<f64> {
    let mut check = cargo("check --quiet --target-dir");
    cpu_of(check.arg(folder.join("target")).current_dir(crate_in(folder, source)))
}

fn crate_in(folder: &Path, source: Source) -> PathBuf {
    folder.join(format!("{source:?}"))
}

fn write_crate(folder: &Path, source: Source, size: usize) -> Result {
    let package = crate_in(folder, source);
    fs::create_dir_all(package.join("src"))?;
    let text = match source {
        Source::Callbacks => subject::callbacks(size),
        Source::App => subject::callbacks(size) + &subject::app(size),
        Source::View => subject::view(size),
    };
    fs::write(package.join("src/lib.rs"), format!("use dash::prelude::*;\n{text}"))?;
    fs::copy(root().join("Cargo.lock"), package.join("Cargo.lock"))?;
    let dash = root().display();
    let manifest = format!(
        "[package]\nname = \"subject\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         dash = {{ path = \"{dash}\", default-features = false }}\n"
    );
    Ok(fs::write(package.join("Cargo.toml"), manifest)?)
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn a_share_is_in_milliseconds() {
        assert!((each(1_000, 2.0) - 2.0).abs() < f64::EPSILON);
    }
}
