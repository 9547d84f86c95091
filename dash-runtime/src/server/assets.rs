//! `GET assets/<path>`: the app's own folder of files, and the links to them in the page.
use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tower::ServiceExt;
use tower::util::MapResponse;
use tower_http::services::ServeDir;
use tower_http::services::fs::ServeFileSystemResponseBody;

use super::fixed::NO_CACHE;

type Answer = Response<ServeFileSystemResponseBody>;

/// Serves the files of `folder`, with dates and ranges; a browser asks each time whether one has changed.
pub(super) fn service(folder: &Path) -> MapResponse<ServeDir, fn(Answer) -> Answer> {
    let files = ServeDir::new(folder).append_index_html_on_directories(false);
    ServiceExt::<axum::extract::Request>::map_response(files, revalidated)
}

fn revalidated(mut response: Answer) -> Answer {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(NO_CACHE));
    response
}

/// The files that the page links by itself, as URLs below the server's prefix.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub(super) icon: Option<String>,
    pub(super) styles: Vec<String>,
    pub(super) scripts: Vec<String>,
}

impl Links {
    /// Looks through `folder`, which is served at `url`.
    pub(super) fn find(folder: &Path, url: &str) -> Self {
        let mut links = Self::default();
        for file in files(folder) {
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

/// The files of a folder; directories in order, and files in order in each.
pub(super) fn files(folder: &Path) -> Vec<File> {
    let mut found = Vec::new();
    walk(&mut found, folder, "");
    found.sort_unstable();
    found
}

/// Collects the files below `folder`; a folder that cannot be read has none.
fn walk(found: &mut Vec<File>, folder: &Path, directory: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(found, &entry.path(), &format!("{directory}{name}/"));
        } else {
            found.push(File { directory: directory.into(), name, modified: modified(&entry) });
        }
    }
}

fn modified(entry: &DirEntry) -> String {
    let time = entry.path().metadata().and_then(|metadata| metadata.modified());
    let age = time.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    age.as_secs_f64().to_string()
}
