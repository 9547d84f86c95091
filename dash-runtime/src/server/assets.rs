//! `GET assets/<path>`: the app's own folder of files, and the links to them in the page.
use std::convert::Infallible;
use std::fs::{self, DirEntry};
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use regex_lite::Regex;

use super::fixed::NO_CACHE;
use super::folder::Folder;
use crate::Config;

/// Serves the files of the assets; a browser asks each time whether one has changed.
pub(super) async fn asset(folder: Arc<Folder>, request: Request) -> Result<Response, Infallible> {
    let mut answer = folder.answer(request).await;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(NO_CACHE));
    Ok(answer)
}

/// The files that the page links by itself, as URLs below the server's prefix.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub(super) icon: Option<String>,
    pub(super) styles: Vec<String>,
    pub(super) scripts: Vec<String>,
    /// Where they are found, if it is not the server.
    external: Option<String>,
}

impl Links {
    /// Looks through the folder of the assets.
    pub(super) fn find(config: &Config) -> Self {
        let external = config.assets_external_path.as_deref();
        let external = external.map(|path| format!("{}/", path.trim_end_matches('/')));
        let mut links = Self { external, ..Self::default() };
        if !config.include_assets_files {
            return links;
        }
        let url = &config.assets_url_path;
        for file in files(&config.assets_folder, &Ignore::new(config)) {
            let link = format!("{url}/{}?m={}", file.path(), file.modified);
            match file.extension() {
                Some("css") => links.styles.push(link),
                Some("js" | "mjs") => links.scripts.push(link),
                Some("ico") if file.path() == "favicon.ico" => links.icon = Some(link),
                _ => {}
            }
        }
        links
    }

    /// The whole URL of a link, for a server below `prefix`.
    pub(super) fn url(&self, prefix: &str, link: &str) -> String {
        format!("{}{link}", self.external.as_deref().unwrap_or(prefix))
    }
}

/// Which files have no place in a page.
#[derive(Debug)]
pub(super) struct Ignore {
    names: Option<Regex>,
    folders: Vec<Regex>,
}

impl Ignore {
    pub(super) fn new(config: &Config) -> Self {
        // The settings have been checked.
        let regex = |text: &String| Regex::new(text).ok();
        Self {
            names: config.assets_ignore.as_ref().and_then(regex),
            folders: config.assets_path_ignore.iter().filter_map(regex).collect(),
        }
    }

    fn file(&self, name: &str) -> bool {
        self.names.as_ref().is_some_and(|regex| regex.is_match(name))
    }

    fn folder(&self, name: &str) -> bool {
        self.folders.iter().any(|regex| regex.is_match(name))
    }
}

/// What a path in a URL keeps as it is.
pub(super) const KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A file of the folder.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct File {
    directory: String,
    name: String,
    /// The time of its last change, in seconds since 1970.
    pub(super) modified: String,
}

impl File {
    /// Where it is below the folder, as a part of a URL.
    pub(super) fn path(&self) -> String {
        utf8_percent_encode(&format!("{}{}", self.directory, self.name), KEPT).to_string()
    }

    pub(super) fn extension(&self) -> Option<&str> {
        self.name.rsplit_once('.').map(|(_, extension)| extension)
    }
}

/// The files of a folder that pages may load; directories in order, and files in order in each.
pub(super) fn files(folder: &Path, ignore: &Ignore) -> Vec<File> {
    let mut found = Vec::new();
    walk(&mut found, folder, "", ignore);
    found.sort_unstable();
    found
}

/// Collects the files below `folder`; a folder that cannot be read has none.
fn walk(found: &mut Vec<File>, folder: &Path, directory: &str, ignore: &Ignore) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !ignore.folder(&name) {
                walk(found, &entry.path(), &format!("{directory}{name}/"), ignore);
            }
        } else if !ignore.file(&name) {
            found.push(File { directory: directory.into(), name, modified: modified(&entry) });
        }
    }
}

fn modified(entry: &DirEntry) -> String {
    let time = entry.path().metadata().and_then(|metadata| metadata.modified());
    let age = time.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    age.as_secs_f64().to_string()
}
