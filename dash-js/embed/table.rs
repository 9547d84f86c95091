//! Writes the Rust source that holds the files of a built front end and says which component needs
//! which.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::dist::INDEX;
use crate::hash::{Hash, entries};

/// Writes `table.rs` into `out`.
pub(crate) fn write(dist: &Path, out: &Path) -> Result<()> {
    let unreadable =
        |error| format!("the front end in `{}` cannot be read: {error}", dist.display());
    let index = fs::read_to_string(dist.join(INDEX)).map_err(unreadable)?;
    let mut source = String::new();
    assets(&mut source, dist).map_err(unreadable)?;
    facts(&mut source, &index);
    fs::write(out.join("table.rs"), source).map_err(|error| error.to_string())
}

/// Larger files that exist in both encodings are not kept as they are: nearly every client takes
/// one of them.
const KEEP_RAW_BYTES: u64 = 200_000;

fn assets(source: &mut String, dist: &Path) -> io::Result<()> {
    let mut build = Hash::new();
    line(source, "/// Every file, sorted by name.\npub static ASSETS: &[Asset] = &[");
    for file in entries(dist)?.iter().filter(|file| is_asset(file)) {
        let name = name_of(file);
        build.add(name.as_bytes());
        let [br, gz] = ["br", "gz"].map(|encoding| encoded(file, encoding));
        let is_dropped = fs::metadata(file)?.len() > KEEP_RAW_BYTES && br.is_some() && gz.is_some();
        let raw = bytes((!is_dropped).then_some(file));
        let (br, gz, mime) = (bytes(br.as_ref()), bytes(gz.as_ref()), mime(&name));
        let fields = format!("name: {name:?}, mime: {mime:?}, raw: {raw}, br: {br}, gz: {gz}");
        line(source, &format!("    Asset {{ {fields} }},"));
    }
    line(source, "];\n/// Names this build: any change of any file changes it.");
    line(source, &format!("pub const BUILD: &str = {:?};", build.text()));
    Ok(())
}

fn is_asset(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default();
    file.is_file() && extension != "br" && extension != "gz"
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn encoded(file: &Path, encoding: &str) -> Option<PathBuf> {
    let path = file.with_file_name(format!("{}.{encoding}", name_of(file)));
    path.exists().then_some(path)
}

fn bytes(file: Option<&PathBuf>) -> String {
    file.map_or_else(
        || "&[]".to_owned(),
        |file| format!("include_bytes!({:?})", file.display().to_string()),
    )
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn facts(source: &mut String, index: &str) {
    let facts: Vec<_> = index.lines().filter_map(|fact| fact.split_once(' ')).collect();
    let all = |kind| facts.iter().filter(move |fact| fact.0 == kind).map(|fact| fact.1);
    let plotly =
        |name| all("plotly").find_map(|bundle| bundle.strip_prefix(name)?.strip_prefix(' '));

    line(source, "/// The script that every page starts with, a module.");
    text(source, "ENTRY", all("entry").next());
    line(source, "/// The entry's stylesheets.");
    list(source, "ENTRY_STYLES", all("entry-style"));
    line(source, "/// The modules that the entry imports.");
    list(source, "ENTRY_IMPORTS", all("entry-import"));
    line(source, "/// The script of the worker that holds the socket of all pages of a browser.");
    text(source, "WORKER", all("worker").next());
    line(source, "/// The chart library for lines, bars and pies.");
    text(source, "PLOTLY_BASIC", plotly("basic"));
    line(source, "/// The chart library for whatever has two axes.");
    text(source, "PLOTLY_CARTESIAN", plotly("cartesian"));
    line(source, "/// The chart library for every kind of trace; it never uses `eval`.");
    text(source, "PLOTLY_FULL", plotly("strict"));
    chunks(source, &facts);
}

fn chunks(source: &mut String, facts: &[(&str, &str)]) {
    let mut chunks: Vec<(&str, Vec<&str>, Vec<&str>)> = Vec::new();
    for &(kind, value) in facts {
        match (kind, chunks.last_mut()) {
            ("component", _) => chunks.push((value, Vec::new(), Vec::new())),
            ("script", Some(chunk)) => chunk.1.push(value),
            ("style", Some(chunk)) => chunk.2.push(value),
            _ => {}
        }
    }
    chunks.sort();
    line(source, "/// The files of each component, sorted by its name.");
    line(source, "pub static CHUNKS: &[Chunk] = &[");
    for (component, scripts, styles) in chunks {
        let fields =
            format!("component: {component:?}, scripts: &{scripts:?}, styles: &{styles:?}");
        line(source, &format!("    Chunk {{ {fields} }},"));
    }
    line(source, "];");
}

fn text(source: &mut String, constant: &str, value: Option<&str>) {
    line(source, &format!("pub const {constant}: &str = {:?};", value.unwrap_or_default()));
}

fn list<'a>(source: &mut String, constant: &str, values: impl Iterator<Item = &'a str>) {
    let values: Vec<_> = values.collect();
    line(source, &format!("pub static {constant}: &[&str] = &{values:?};"));
}

fn line(source: &mut String, text: &str) {
    // Writing into memory does not fail.
    let _ = writeln!(source, "{text}");
}
