//! `GET _reload-hash`: by a new hash the page learns that the server was started anew, or that a file
//! of the assets is another one.
use std::collections::BTreeMap;
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::path::{Path, PathBuf};

use axum::extract::{Request, State};
use axum::response::Response;
use serde_json::{Value, json};

use super::assets::{File, Ignore, files};
use super::{Site, front_end, layout};
use crate::Config;

pub(super) async fn reload_hash(State(shared): Site, request: Request) -> Response {
    let prefix = shared.prefix.of(request.extensions()).unwrap_or_default();
    layout::fixed(shared.reload.report(&prefix)).answer(request.headers())
}

/// What this start answers.
#[derive(Debug)]
pub(super) struct Reload {
    hash: String,
    /// Where pages follow the server alone.
    assets: Option<Assets>,
}

impl Reload {
    pub(super) fn new(config: &Config) -> Self {
        let random = || RandomState::new().hash_one(std::process::id());
        let hash = format!("{:016x}{:016x}", random(), random());
        let is_followed = config.dev_tools.hot_reload.unwrap_or(config.debug);
        Self { hash, assets: is_followed.then(|| Assets::new(config)) }
    }

    /// The front end's build stands among the packages: a page with another one is to be loaded
    /// whole, not only its layout.
    fn report(&self, prefix: &str) -> String {
        let changed = self.assets.as_ref().map(Assets::changed).unwrap_or_default();
        let packages = ["dash".to_owned(), format!("dash_js {}", front_end::BUILD)];
        let hash = if changed.is_empty() {
            self.hash.clone()
        } else {
            let mut hasher = DefaultHasher::new();
            changed.hash(&mut hasher);
            format!("{}{:016x}", &self.hash[..16], hasher.finish())
        };
        let file = |(path, modified): (&String, &String)| {
            let modified: f64 = modified.parse().unwrap_or_default();
            let is_css = Path::new(path).extension().is_some_and(|extension| extension == "css");
            json!({"url": format!("{prefix}{path}"), "modified": modified, "is_css": is_css})
        };
        let files: Vec<Value> = changed.iter().map(file).collect();
        let hard = !changed.is_empty();
        json!({"reloadHash": hash, "hard": hard, "packages": packages, "files": files}).to_string()
    }
}

/// The files of the assets, as they were at the start: every page hears of all that came since, so
/// none misses what another one has heard of.
#[derive(Debug)]
struct Assets {
    folder: PathBuf,
    ignore: Ignore,
    url: String,
    at_start: Vec<File>,
}

/// The time of a file that is gone.
const GONE: &str = "-1";

impl Assets {
    fn new(config: &Config) -> Self {
        let folder = config.assets_folder.clone();
        let ignore = Ignore::new(config);
        let at_start = files(&folder, &ignore);
        Self { at_start, folder, ignore, url: config.assets_url_path.clone() }
    }

    /// The time of each file that is not as it was, by its path below the prefix.
    fn changed(&self) -> BTreeMap<String, String> {
        let present = files(&self.folder, &self.ignore);
        let path = |file: &File| format!("{}/{}", self.url, file.path());
        let is_there = |file: &File| present.iter().any(|other| other.path() == file.path());
        let gone = self.at_start.iter().filter(|file| !is_there(file));
        let gone = gone.map(|file| (path(file), GONE.to_owned()));
        let other = present.iter().filter(|file| !self.at_start.contains(file));
        gone.chain(other.map(|file| (path(file), file.modified.clone()))).collect()
    }
}
