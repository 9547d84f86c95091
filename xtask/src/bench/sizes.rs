//! Bytes on the wire, as a browser gets them from the release server. KB = 1,000.

use std::collections::BTreeSet;
use std::fs;

use super::budget::Budgets;
use super::server::Server;
use super::{CASES, client};
use crate::Result;
use crate::front_end::Build;

/// Prints every chunk, the entry, and what the sales page moves when nothing is cached.
pub(super) fn run(budgets: &mut Budgets) -> Result {
    let sales = CASES.iter().find(|case| case.name == "sales").ok_or("no case `sales`")?;
    let server = Server::start(&sales.ours())?;
    let html = String::from_utf8(client::get(server.port, "/", "identity")?.body)?;
    let files = addresses(&html);
    let entry = files.iter().find(|file| is_entry(&html, file)).ok_or("the page has no entry")?;

    println!("\n=== Sizes, as a browser gets them\nchunks");
    let folder = entry.rsplit_once('/').map_or("", |(folder, _)| folder);
    for name in chunks()? {
        println!(
            "  {:>8} {name}",
            client::get(server.port, &format!("{folder}/{name}"), client::BROWSER)?.body.len()
        );
    }
    let size = client::get(server.port, entry, client::BROWSER)?.body.len();
    println!("entry {}", kilobytes(budgets, "entry chunk", size, 60.0));

    println!("the sales page, cold, with heads");
    let mut whole = client::get(server.port, "/", client::BROWSER)?.wire_bytes;
    println!("  {whole:>8} the page");
    for file in &files {
        let bytes = client::get(server.port, file, client::BROWSER)?.wire_bytes;
        println!("  {bytes:>8} {file}");
        whole += bytes;
    }
    let answer = client::post(server.port, sales.request, client::BROWSER)?.wire_bytes;
    println!("  {answer:>8} the first callback");
    println!("sales page {}", kilobytes(budgets, "sales page, cold", whole + answer, 460.0));
    Ok(())
}

fn kilobytes(budgets: &mut Budgets, what: &str, bytes: usize, limit: f64) -> String {
    let kilobytes = f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1000.0;
    format!("{kilobytes:.1} KB {}", budgets.at_most(&format!("{what}, KB"), kilobytes, limit))
}

/// The scripts and styles that the front end is built of.
fn chunks() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(Build::Release.dist())? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js" || extension == "css") {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// The paths of the server that the page names in `src` and `href`.
fn addresses(html: &str) -> BTreeSet<String> {
    let named =
        |attribute| html.split(attribute).skip(1).filter_map(|after: &str| after.split('"').next());
    let all = named(" src=\"").chain(named(" href=\""));
    all.filter(|path| path.starts_with('/')).map(str::to_owned).collect()
}

/// The entry is the module that the page runs.
fn is_entry(html: &str, path: &str) -> bool {
    let tag = html.split('<').find(|tag| tag.starts_with("script") && tag.contains(path));
    tag.is_some_and(|tag| tag.contains("type=\"module\""))
}

#[cfg(test)]
mod tests {
    use super::{addresses, is_entry};

    #[test]
    fn a_page_names_its_files() {
        let html = r#"<link rel="modulepreload" href="/s/a.js"><link href="/s/b.css" rel="stylesheet">
            <a href="https://example.org">x</a><script type="module" src="/s/e.js"></script>"#;
        assert_eq!(
            addresses(html).into_iter().collect::<Vec<_>>(),
            ["/s/a.js", "/s/b.css", "/s/e.js"]
        );
        assert!(is_entry(html, "/s/e.js"));
        assert!(!is_entry(html, "/s/a.js"));
    }
}
