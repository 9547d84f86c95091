//! Steps: a heading, some work, its time; and commands whose failure names them.

use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use crate::Result;

/// Runs steps one after the other; the first failure ends them. The summary is printed when it
/// is dropped, so that a failed run has one as well.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<(String, Duration, bool)>,
}

impl Steps {
    /// Prints the heading, does the work, keeps the time.
    pub(crate) fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = work();
        self.done.push((name.to_owned(), start.elapsed(), outcome.is_ok()));
        outcome.map_err(|error| format!("{name}: {error}").into())
    }

    /// A step that is one command.
    pub(crate) fn command(&mut self, name: &str, command: &mut Command) -> Result {
        self.run(name, || execute(command))
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        println!("\n=== Summary");
        for (name, time, passed) in &self.done {
            let mark = if *passed { "ok" } else { "FAILED" };
            println!("{mark:>6} {:>7.1} s  {name}", time.as_secs_f64());
        }
    }
}

/// Runs a command to its end with our own output; a failure says which command it was.
pub(crate) fn execute(command: &mut Command) -> Result {
    let shown = show(command);
    println!("$ {shown}");
    let status = command.status().map_err(|error| format!("`{shown}` did not start: {error}"))?;
    succeeded(&shown, status)
}

/// Runs a command to its end and returns what it printed.
pub(crate) fn output_of(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.output().map_err(|error| format!("`{shown}` did not start: {error}"))?;
    succeeded(&shown, output.status)
        .map_err(|error| format!("{error}\n{}", String::from_utf8_lossy(&output.stderr)))?;
    Ok(String::from_utf8(output.stdout)?)
}

fn succeeded(shown: &str, status: ExitStatus) -> Result {
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})").into()) }
}

/// The command as one would type it; the program without its folder.
fn show(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Steps, execute, output_of};

    #[test]
    fn a_failing_command_is_named_with_its_arguments() {
        let message = execute(Command::new("false").arg("--why")).unwrap_err().to_string();
        assert!(message.starts_with("`false --why` failed"), "{message}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let message = execute(&mut Command::new("no-such-program")).unwrap_err().to_string();
        assert!(message.starts_with("`no-such-program` did not start"), "{message}");
    }

    #[test]
    fn a_failing_command_shows_what_it_said() {
        let mut command = Command::new("sh");
        let message = output_of(command.args(["-c", "echo why >&2; exit 3"])).unwrap_err();
        assert!(message.to_string().ends_with("why\n"), "{message}");
    }

    #[test]
    fn a_step_names_itself_in_its_error() {
        let mut steps = Steps::default();
        let message = steps.run::<()>("lint", || Err("`x` failed".into())).unwrap_err().to_string();
        assert_eq!(message, "lint: `x` failed");
        assert_eq!(steps.done.len(), 1);
        assert!(!steps.done[0].2);
    }
}
