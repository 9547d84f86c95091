//! The suites made by others: their URLs in a page, and their files.
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use axum::body::Body;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, Request, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use percent_encoding::utf8_percent_encode;
use serde_json::{Map, Value, json};

use super::assets::KEPT;
use super::fixed::{FOREVER, NO_CACHE};
use super::folder::Folder;
use super::suite::Suite;
use super::suites::PACKAGE;
use crate::{Error, Result};

/// The suites of a server, all of whose files were there when it started.
#[derive(Debug, Default)]
pub(super) struct Suites {
    /// Package, where its folder is, and the folder.
    folders: Vec<(String, PathBuf, Folder)>,
    /// The scripts of every page, as URLs below the server's prefix.
    pub(super) scripts: Vec<String>,
    /// The stylesheets of every page, as URLs below the server's prefix.
    pub(super) stylesheets: Vec<String>,
    /// The namespaces of the suites.
    pub(super) namespaces: Vec<String>,
    /// By namespace and component: the paths of props that take components.
    pub(super) children_props: Map<String, Value>,
}

impl Suites {
    /// Looks for the files.
    ///
    /// # Errors
    ///
    /// - A folder or a file is missing, or two suites of one package have two folders.
    pub(super) fn new(suites: Vec<Suite>) -> Result<Self> {
        let mut found = Self::default();
        let mut problems = Vec::new();
        for suite in suites {
            found.add(suite, &mut problems);
        }
        if problems.is_empty() { Ok(found) } else { Err(Error::Config(problems)) }
    }

    /// Whether components of the namespace come from one of the suites, the built-in ones among them.
    pub(super) fn replace(&self, namespace: &str) -> bool {
        self.namespaces.iter().any(|known| known == namespace)
    }

    fn add(&mut self, suite: Suite, problems: &mut Vec<String>) {
        let Suite { package, folder, .. } = &suite;
        if let Some(problem) = self.folder_problem(package, folder) {
            problems.push(format!("suite `{package}`: {problem}"));
            return;
        }
        let mut urls = |paths: &[String]| -> Vec<String> {
            let url = |path: &String| match url(&suite, path) {
                Ok(url) => Some(url),
                Err(problem) => {
                    problems.push(format!("suite `{package}`: {problem}"));
                    None
                }
            };
            paths.iter().filter_map(url).collect()
        };
        self.scripts.extend(urls(&suite.scripts));
        self.stylesheets.extend(urls(&suite.stylesheets));
        let props = suite.children_props.iter();
        let props: Map<_, _> = props.map(|(name, props)| (name.clone(), json!(props))).collect();
        self.children_props.insert(suite.namespace.clone(), Value::Object(props));
        self.namespaces.push(suite.namespace);
        let folder = Folder::new(&suite.folder);
        self.folders.push((suite.package, suite.folder, folder));
    }

    fn folder_problem(&self, package: &str, folder: &Path) -> Option<String> {
        let other =
            self.folders.iter().find(|(known, other, _)| known == package && other != folder);
        if package == PACKAGE {
            Some("this is the package of the built-in front end".to_owned())
        } else if folder.as_os_str().is_empty() {
            Some("it has no folder; name it with `.folder(\"…\")`".to_owned())
        } else if let Some((_, other, _)) = other {
            let (one, other) = (other.display(), folder.display());
            Some(format!("it has two folders, `{one}` and `{other}`"))
        } else {
            (!folder.is_dir()).then(|| format!("there is no folder `{}`", folder.display()))
        }
    }

    /// The file of a package, which may be asked for with its fingerprint.
    pub(super) async fn answer(
        &self,
        package: &str,
        path: &str,
        mut request: Request<Body>,
    ) -> Response {
        let folder = self.folders.iter().find(|(known, ..)| known == package);
        let Some((.., folder)) = folder.filter(|_| is_served(path)) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let (path, cache) = match without_fingerprint(path) {
            Some(path) => (path, FOREVER),
            None => (path.to_owned(), NO_CACHE),
        };
        let address = format!("/{}", utf8_percent_encode(&path, KEPT)).parse::<Uri>();
        *request.uri_mut() = address.unwrap_or_default();
        let mut answer = folder.answer(request).await;
        if answer.status().is_success() || answer.status() == StatusCode::NOT_MODIFIED {
            answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        }
        answer
    }
}

/// What pages load; the rest of a package's folder is nobody's business.
fn is_served(path: &str) -> bool {
    const KINDS: &str = " js mjs css map json wasm svg png jpg jpeg gif webp ico woff woff2 ttf ";
    let kind = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
    kind.is_some_and(|(_, kind)| KINDS.contains(&format!(" {} ", kind.to_ascii_lowercase())))
}

/// The URL of a file below the server's prefix, which changes as soon as the file does.
fn url(suite: &Suite, path: &str) -> Result<String, String> {
    let file = suite.folder.join(path);
    let missing = || format!("there is no file `{}`", file.display());
    let metadata = file.metadata().ok().filter(std::fs::Metadata::is_file).ok_or_else(missing)?;
    let age = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let version = suite.version.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "_");
    let mark = format!(".v{version}m{}", age.unwrap_or_default().as_secs());
    let path = marked(path, &mark);
    let (package, path) = (&suite.package, utf8_percent_encode(&path, KEPT));
    Ok(format!("_dash-component-suites/{package}/{path}"))
}

/// The path with the mark before the first dot of the file's name.
fn marked(path: &str, mark: &str) -> String {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    let dot = path[name..].find('.').map_or(path.len(), |dot| name + dot);
    format!("{}{mark}{}", &path[..dot], &path[dot..])
}

/// The path of the file, where the second part of its name is a fingerprint: `a.v1_2m64ab.js`.
fn without_fingerprint(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let parts: Vec<&str> = name.split('.').collect();
    let [first, mark, rest @ ..] = &parts[..] else { return None };
    let (version, modified) = mark.strip_prefix('v')?.rsplit_once('m')?;
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let is_mark = !version.is_empty() && version.chars().all(is_word) && is_hex(modified);
    let name = [&[*first], rest].concat().join(".");
    let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
    (is_mark && !rest.is_empty()).then_some(path)
}

fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{is_served, marked, without_fingerprint};

    #[track_caller]
    fn check(path: &str, fingerprinted: &str) {
        assert_eq!(marked(path, ".v1_2-am64"), fingerprinted);
        assert_eq!(without_fingerprint(fingerprinted).as_deref(), Some(path));
    }

    #[test]
    fn a_fingerprint_stands_after_the_first_part_of_the_name() {
        check("a.js", "a.v1_2-am64.js");
        check("_x.y/a.min.js", "_x.y/a.v1_2-am64.min.js");
        check("react@18.3.1.min.js", "react@18.v1_2-am64.3.1.min.js");
    }

    #[test]
    fn a_name_that_only_looks_like_it_has_none() {
        for path in ["a.js", "a.min.js", "a.vm64.js", "a.v1m.js", "a.v1mxy.js", "a.v1m64", "a"] {
            assert_eq!(without_fingerprint(path), None, "{path}");
        }
    }

    #[test]
    fn only_what_pages_load_is_served() {
        assert!(is_served("a/b.min.js") && is_served("x.JS.map") && is_served("a b.css"));
        for path in ["__init__.py", "a.js/b", "js", ".env", "metadata", "a.js."] {
            assert!(!is_served(path), "{path}");
        }
    }
}
