//! House rules for every language: opening lines, nothing unfinished, no words of one machine.

use super::{Broken, Source};

/// Each Rust file opens with a `//!` line, each TypeScript file with a `//` line; a generated
/// file says instead that it is generated, a compile-fail case by its name what is wrong with it.
pub(super) fn opening_lines(source: &Source) -> Vec<Broken> {
    let opener = if source.has_extension(&["rs"]) { "//! " } else { "// " };
    let first = source.text.lines().next().unwrap_or_default();
    let is_generated = first.starts_with("//") && first.contains("enerated");
    let is_case =
        ["ui-tests/fail/", "ui-tests/pass/"].iter().any(|cases| source.path.starts_with(cases));
    if !is_code(source) || first.starts_with(opener) || is_generated || is_case {
        return Vec::new();
    }
    vec![(1, format!("the first line is not `{opener}…`"))]
}

/// No promise of later work, no test that does not run.
pub(super) fn unfinished(source: &Source) -> Vec<Broken> {
    // In two parts each, because this file is checked too.
    const WORDS: &[&str] = &[
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("unimpl", "emented!"),
        concat!("to", "do!("),
        concat!("#[ig", "nore"),
        concat!("#[should_", "panic"),
        concat!("it.on", "ly"),
        concat!("it.sk", "ip"),
        concat!("test.on", "ly"),
        concat!("test.sk", "ip"),
        concat!("describe.on", "ly"),
        concat!("describe.sk", "ip"),
    ];
    if is_lock(source) {
        return Vec::new();
    }
    source.broken(|line| WORDS.iter().find(|word| line.contains(**word)).map(|word| quoted(word)))
}

/// A test that sleeps is slow when the machine is fast and wrong when it is slow. A sleep that is
/// the tested thing itself says so with `// sleeps: <reason>` on its line or the one before.
pub(super) fn sleeps(source: &Source) -> Vec<Broken> {
    let mut found = Vec::new();
    let mut testing = is_test(source);
    let mut excused = false;
    for (number, line) in source.lines().filter(|_| is_code(source)) {
        testing |= line.starts_with("#[cfg(test)]");
        excused |= line.contains("// sleeps: ");
        let call = sleep_in(line);
        if let (true, false, Some(call)) = (testing, excused, call) {
            found.push((number, format!("`{call}` in a test")));
        }
        excused &= line.trim_start().starts_with("//");
    }
    found
}

/// The call that sleeps. `setTimeout` without a time only lets the others have their turn.
fn sleep_in(line: &str) -> Option<&'static str> {
    let timeout = line.split_once("setTimeout(").is_some_and(|(_, after)| after.contains(", "));
    let call = ["sleep(", "waitForTimeout("].into_iter().find(|call| line.contains(call));
    call.or(timeout.then_some("setTimeout("))
}

/// Nothing that is true on one machine only.
pub(super) fn machine_words(source: &Source) -> Vec<Broken> {
    const FOLDERS: &[&str] = &["home", "Users", "root", "tmp", "work", "mnt", "workspace"];
    const HOSTS: &[&str] = &[
        concat!("registry.npm", "js.org"),
        concat!("index.crates", ".io"),
        concat!("static.crates", ".io"),
    ];
    if is_lock(source) {
        return Vec::new();
    }
    source.broken(|line| {
        let folder = FOLDERS.iter().find(|folder| names_folder(line, folder));
        let host = HOSTS.iter().find(|host| line.contains(**host));
        folder.map(|folder| format!("the path `/{folder}/…`")).or(host.map(|host| quoted(host)))
    })
}

/// Whether an absolute path in that folder starts somewhere in the line.
fn names_folder(line: &str, folder: &str) -> bool {
    let starts =
        |before: &str| before.is_empty() || before.ends_with(['"', '\'', '`', ' ', '=', '(', ':']);
    line.match_indices(&format!("/{folder}/")).any(|(at, _)| starts(&line[..at]))
}

/// A lock file without addresses installs from whatever registry the machine uses.
pub(super) fn locks(source: &Source) -> Vec<Broken> {
    if source.name() != "package-lock.json" {
        return Vec::new();
    }
    source
        .broken(|line| line.contains("\"resolved\":").then(|| "an address; see .npmrc".to_owned()))
}

fn quoted(word: &str) -> String {
    format!("`{word}`")
}

fn is_lock(source: &Source) -> bool {
    matches!(source.name(), "Cargo.lock" | "package-lock.json")
}

fn is_code(source: &Source) -> bool {
    source.has_extension(&["rs", "ts", "tsx"])
}

fn is_test(source: &Source) -> bool {
    let folders = ["tests/", "ui-tests/", "dash-js/e2e/"];
    folders.iter().any(|folder| source.path.starts_with(folder))
        || source.path.contains("/tests/")
        || source.name().contains(".test.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::check;

    #[test]
    fn a_file_without_its_opening_line_is_found() {
        check(opening_lines, "a.rs", "//! The graph.\nfn f() {}", 0);
        check(opening_lines, "a.rs", "fn f() {}", 1);
        check(opening_lines, "a.rs", "// The graph.", 1);
        check(opening_lines, "a.rs", "", 1);
        check(opening_lines, "a.rs", "// Generated by `cargo xtask codegen`.", 0);
        check(opening_lines, "a.tsx", "// The slider.", 0);
        check(opening_lines, "a.ts", "import x from 'y';", 1);
        check(opening_lines, "a.md", "# A", 0);
        check(opening_lines, "ui-tests/fail/view/unknown_tag.rs", "fn main() {}", 0);
        check(opening_lines, "ui-tests/tests/ui.rs", "fn main() {}", 1);
    }

    #[test]
    fn unfinished_work_is_found() {
        check(unfinished, "a.rs", concat!("// TO", "DO: later"), 1);
        check(unfinished, "a.rs", concat!("#[ig", "nore = \"slow\"]"), 1);
        check(unfinished, "a.rs", concat!("    unimpl", "emented!()"), 1);
        check(unfinished, "a.ts", concat!("describe.on", "ly('x', () => {})"), 1);
        check(unfinished, "a.rs", "rows.skip(1)", 0);
    }

    #[test]
    fn a_sleep_is_found_in_tests_only() {
        let call = concat!("std::thread::sl", "eep(second)");
        check(sleeps, "tests/http.rs", call, 1);
        check(sleeps, "dash-runtime/src/a.rs", call, 0);
        check(sleeps, "dash-runtime/src/a.rs", format!("#[cfg(test)]\nmod tests {{\n{call}"), 1);
        check(sleeps, "dash-js/src/a.test.ts", concat!("setTime", "out(done, 10)"), 1);
        check(sleeps, "dash-js/src/a.test.ts", concat!("setTime", "out(resolve)"), 0);
        check(sleeps, "tests/http.rs", format!("// sleeps: the slow callback\n{call}"), 0);
        check(sleeps, "tests/http.rs", format!("// sleeps: the slow\n// callback\n{call}"), 0);
        check(sleeps, "tests/http.rs", format!("// sleeps: the callback\nlet x = 1;\n{call}"), 1);
    }

    #[test]
    fn paths_and_hosts_of_a_machine_are_found() {
        check(machine_words, "a.md", concat!("see /ho", "me/ann/x"), 1);
        check(machine_words, "a.md", concat!("\"/tm", "p/x\""), 1);
        check(machine_words, "a.md", concat!("https://registry.npm", "js.org/x"), 1);
        check(machine_words, "a.md", "/usr/bin/chromium", 0);
        check(machine_words, "a.md", "target/tmp/x and examples/work/x", 0);
    }

    #[test]
    fn a_lock_file_with_addresses_is_found() {
        let line = r#"      "resolved": "https://example.org/a.tgz","#;
        check(locks, "dash-js/package-lock.json", line, 1);
        check(locks, "dash-js/package.json", line, 0);
    }
}
