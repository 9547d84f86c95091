//! The settings of a server, and how they are read from the environment.
use std::env::VarError;
use std::path::PathBuf;
use std::time::Duration;

use crate::{Error, Result};

/// The settings of a server.
///
/// [`Server`](crate::Server) reads them from the environment unless it is given some.
///
/// # Examples
///
/// ```
/// # fn main() -> dash_runtime::Result<()> {
/// use dash_runtime::Config;
///
/// let config = Config { title: "Sales".into(), ..Config::from_env()? };
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The name or address to listen on. Default: `127.0.0.1`, which only this machine reaches. `HOST`.
    pub host: String,
    /// The port to listen on; 0 takes any free one. Default: 8050. `PORT`.
    pub port: u16,
    /// Shows developer tools in the page and real error messages in answers.
    /// Default: on in a debug build. `DASH_DEBUG`.
    pub debug: bool,
    /// The path below which this server answers; starts and ends with `/`. Default: `/`.
    /// `DASH_ROUTES_PATHNAME_PREFIX`, or `DASH_URL_BASE_PATHNAME` for this and the next.
    pub routes_pathname_prefix: String,
    /// The path below which the browser finds this server; ends with `routes_pathname_prefix`.
    /// Needed behind a proxy that strips a part of the path. Default: `None`, the routes' prefix
    /// below the path at which the router is nested. `DASH_REQUESTS_PATHNAME_PREFIX`.
    pub requests_pathname_prefix: Option<String>,
    /// The folder of stylesheets, scripts and images, relative to the working directory;
    /// it need not exist. Default: `assets`. `DASH_ASSETS_FOLDER`.
    pub assets_folder: PathBuf,
    /// Where the assets are served, below the prefix. Default: `assets`. `DASH_ASSETS_URL_PATH`.
    pub assets_url_path: String,
    /// A path below the prefix that answers `OK`, for load balancers. Default: `None`. `DASH_HEALTH_ENDPOINT`.
    pub health_endpoint: Option<String>,
    /// The page's title. Default: `Dash`. `DASH_TITLE`.
    pub title: String,
    /// The page's title while callbacks run; `None` leaves it alone.
    /// Default: `Updating...`. `DASH_UPDATE_TITLE`, where empty text means `None`.
    pub update_title: Option<String>,
    /// The size in bytes from which a callback's answer is compressed, for a client that accepts it.
    /// Default: 16,384, a little more than what TCP sends at once on a new connection. `DASH_COMPRESS_FROM`.
    pub compress_from: usize,
    /// The size in bytes up to which a request's body is read. Default: 64 MiB. `DASH_BODY_LIMIT`.
    pub body_limit: usize,
    /// How long open answers may take to finish after ctrl-c or SIGTERM.
    /// Default: 10 seconds. `DASH_SHUTDOWN_TIMEOUT`, in whole seconds.
    pub shutdown_timeout: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            host: "127.0.0.1".into(),
            port: 8050,
            debug: cfg!(debug_assertions),
            routes_pathname_prefix: "/".into(),
            requests_pathname_prefix: None,
            assets_folder: "assets".into(),
            assets_url_path: "assets".into(),
            health_endpoint: None,
            title: "Dash".into(),
            update_title: Some("Updating...".into()),
            compress_from: 16 * 1024,
            body_limit: 64 * 1024 * 1024,
            shutdown_timeout: Duration::from_secs(10),
        }
    }
}

impl Config {
    /// The defaults, with what the environment says instead.
    ///
    /// # Errors
    ///
    /// - Some variable cannot be used; the error names all that cannot.
    pub fn from_env() -> Result<Self> {
        Self::read(&|name| match std::env::var(name) {
            Ok(value) => Some(value),
            Err(VarError::NotPresent) => None,
            Err(VarError::NotUnicode(value)) => Some(value.to_string_lossy().into_owned()),
        })
    }

    fn read(variable: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::default();
        let mut reader = Reader { variable, problems: Vec::new() };
        reader.set("HOST", &mut config.host, text);
        reader.set("PORT", &mut config.port, port);
        reader.set("DASH_DEBUG", &mut config.debug, switch);
        reader.prefixes(&mut config);
        reader.set("DASH_ASSETS_FOLDER", &mut config.assets_folder, folder);
        reader.set("DASH_ASSETS_URL_PATH", &mut config.assets_url_path, text);
        reader.set("DASH_HEALTH_ENDPOINT", &mut config.health_endpoint, optional);
        reader.set("DASH_TITLE", &mut config.title, text);
        reader.set("DASH_UPDATE_TITLE", &mut config.update_title, optional);
        reader.set("DASH_COMPRESS_FROM", &mut config.compress_from, bytes);
        reader.set("DASH_BODY_LIMIT", &mut config.body_limit, bytes);
        reader.set("DASH_SHUTDOWN_TIMEOUT", &mut config.shutdown_timeout, seconds);
        reader.problems.extend(config.problems());
        if reader.problems.is_empty() { Ok(config) } else { Err(Error::Config(reader.problems)) }
    }

    /// Holds the settings against each other.
    pub(crate) fn check(&self) -> Result<()> {
        let problems = self.problems();
        if problems.is_empty() { Ok(()) } else { Err(Error::Config(problems)) }
    }

    fn problems(&self) -> Vec<String> {
        let routes = &self.routes_pathname_prefix;
        let requests = self.requests_pathname_prefix.as_ref().unwrap_or(routes);
        let mut problems = Vec::new();
        if !is_prefix(routes) {
            problems.push(bad(
                "routes_pathname_prefix",
                routes,
                "a path that starts and ends with `/`, such as `/sales/`",
            ));
        }
        if !is_prefix(requests) && requests != routes {
            problems.push(bad(
                "requests_pathname_prefix",
                requests,
                "a path that starts and ends with `/`, such as `/sales/`",
            ));
        } else if !requests.ends_with(routes.as_str()) {
            let wanted = format!("a path that ends with `routes_pathname_prefix`, `{routes}`");
            problems.push(bad("requests_pathname_prefix", requests, &wanted));
        }
        if !is_relative(&self.assets_url_path) {
            problems.push(bad(
                "assets_url_path",
                &self.assets_url_path,
                "a path below the prefix, such as `assets`",
            ));
        }
        if let Some(path) = self.health_endpoint.as_ref().filter(|path| !is_relative(path)) {
            problems.push(bad(
                "health_endpoint",
                path,
                "a path below the prefix, such as `health`",
            ));
        }
        problems
    }
}

/// A prefix that the router takes literally.
fn is_prefix(path: &str) -> bool {
    path == "/"
        || path.strip_prefix('/').and_then(|path| path.strip_suffix('/')).is_some_and(is_relative)
}

fn is_relative(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    path.chars().all(plain) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn bad(setting: &str, value: &str, wanted: &str) -> String {
    format!("`{setting}` is `{value}`: expected {wanted}")
}

/// Reads variables one by one and collects what is wrong with them.
struct Reader<'a> {
    variable: &'a dyn Fn(&str) -> Option<String>,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn set<T>(&mut self, name: &str, setting: &mut T, parse: fn(&str) -> Result<T, &'static str>) {
        let Some(value) = (self.variable)(name) else { return };
        match parse(&value) {
            Ok(value) => *setting = value,
            Err(wanted) => self.problems.push(bad(name, &value, wanted)),
        }
    }

    fn prefixes(&mut self, config: &mut Config) {
        let mut base = None;
        self.set("DASH_URL_BASE_PATHNAME", &mut base, optional);
        if let Some(base) = &base {
            config.routes_pathname_prefix.clone_from(base);
            let one = ["DASH_ROUTES_PATHNAME_PREFIX", "DASH_REQUESTS_PATHNAME_PREFIX"];
            for name in one.into_iter().filter(|name| (self.variable)(name).is_some()) {
                self.problems.push(format!(
                    "`{name}` and `DASH_URL_BASE_PATHNAME` exclude each other: unset one"
                ));
            }
            return;
        }
        self.set("DASH_ROUTES_PATHNAME_PREFIX", &mut config.routes_pathname_prefix, text);
        self.set("DASH_REQUESTS_PATHNAME_PREFIX", &mut config.requests_pathname_prefix, optional);
    }
}

fn text(value: &str) -> Result<String, &'static str> {
    if value.is_empty() { Err("some text; unset it for the default") } else { Ok(value.into()) }
}

#[expect(clippy::unnecessary_wraps, reason = "all readers of variables have one signature")]
fn optional(value: &str) -> Result<Option<String>, &'static str> {
    Ok(Some(value.to_owned()).filter(|value| !value.is_empty()))
}

fn folder(value: &str) -> Result<PathBuf, &'static str> {
    text(value).map(PathBuf::from)
}

fn port(value: &str) -> Result<u16, &'static str> {
    value.parse().map_err(|_| "a number from 0 to 65535, such as `PORT=8050`")
}

fn switch(value: &str) -> Result<bool, &'static str> {
    match value.to_ascii_lowercase().as_str() {
        "1" | "true" | "yes" | "on" => Ok(true),
        "0" | "false" | "no" | "off" => Ok(false),
        _ => Err("`true` or `false`"),
    }
}

fn bytes(value: &str) -> Result<usize, &'static str> {
    value.parse().map_err(|_| "a whole number of bytes, such as `16384`")
}

fn seconds(value: &str) -> Result<Duration, &'static str> {
    value.parse().map(Duration::from_secs).map_err(|_| "a whole number of seconds, such as `10`")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settings read from variables written `NAME=value`.
    fn read(variables: &[&str]) -> Result<Config> {
        let pairs: Vec<_> = variables.iter().filter_map(|one| one.split_once('=')).collect();
        Config::read(&|name| {
            let found = pairs.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[track_caller]
    fn check(variables: &[&str], change: impl FnOnce(&mut Config)) {
        let mut expected = Config::default();
        change(&mut expected);
        assert_eq!(read(variables).expect("usable"), expected);
    }

    #[test]
    fn each_variable_sets_its_setting() {
        check(&[], |_| {});
        check(&["HOST=0.0.0.0", "PORT=80"], |c| (c.host, c.port) = ("0.0.0.0".into(), 80));
        check(&["DASH_DEBUG=TRUE"], |c| c.debug = true);
        check(&["DASH_DEBUG=0"], |c| c.debug = false);
        check(&["DASH_URL_BASE_PATHNAME=/a/b/"], |c| c.routes_pathname_prefix = "/a/b/".into());
        check(&["DASH_ROUTES_PATHNAME_PREFIX=/a/"], |c| c.routes_pathname_prefix = "/a/".into());
        check(&["DASH_REQUESTS_PATHNAME_PREFIX=/x/"], |c| {
            c.requests_pathname_prefix = Some("/x/".into());
        });
        check(&["DASH_ASSETS_FOLDER=/srv/x"], |c| c.assets_folder = "/srv/x".into());
        check(&["DASH_ASSETS_URL_PATH=static"], |c| c.assets_url_path = "static".into());
        check(&["DASH_HEALTH_ENDPOINT=up"], |c| c.health_endpoint = Some("up".into()));
        check(&["DASH_TITLE=Sales"], |c| c.title = "Sales".into());
        check(&["DASH_UPDATE_TITLE="], |c| c.update_title = None);
        check(&["DASH_COMPRESS_FROM=1"], |c| c.compress_from = 1);
        check(&["DASH_BODY_LIMIT=1000"], |c| c.body_limit = 1000);
        check(&["DASH_SHUTDOWN_TIMEOUT=3"], |c| c.shutdown_timeout = Duration::from_secs(3));
    }

    #[track_caller]
    fn refuse(variables: &[&str], expected: &[&str]) {
        match read(variables) {
            Err(Error::Config(problems)) => assert_eq!(problems, expected),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn all_that_cannot_be_used_is_named_with_what_to_write() {
        refuse(
            &[
                "PORT=abc",
                "DASH_DEBUG=maybe",
                "HOST=",
                "DASH_BODY_LIMIT=-1",
                "DASH_SHUTDOWN_TIMEOUT=1s",
            ],
            &[
                "`HOST` is ``: expected some text; unset it for the default",
                "`PORT` is `abc`: expected a number from 0 to 65535, such as `PORT=8050`",
                "`DASH_DEBUG` is `maybe`: expected `true` or `false`",
                "`DASH_BODY_LIMIT` is `-1`: expected a whole number of bytes, such as `16384`",
                "`DASH_SHUTDOWN_TIMEOUT` is `1s`: expected a whole number of seconds, such as `10`",
            ],
        );
    }

    #[test]
    fn prefixes_fit_each_other() {
        refuse(
            &["DASH_URL_BASE_PATHNAME=/a/", "DASH_ROUTES_PATHNAME_PREFIX=/a/"],
            &[
                "`DASH_ROUTES_PATHNAME_PREFIX` and `DASH_URL_BASE_PATHNAME` exclude each other: unset one",
            ],
        );
        refuse(
            &["DASH_ROUTES_PATHNAME_PREFIX=/a/", "DASH_REQUESTS_PATHNAME_PREFIX=/x/"],
            &[
                "`requests_pathname_prefix` is `/x/`: expected a path that ends with `routes_pathname_prefix`, `/a/`",
            ],
        );
        let prefix = "a path that starts and ends with `/`, such as `/sales/`";
        for path in ["a", "/a", "a/", "", "//", "/a//b/", "/{a}/", "/a b/", "/../"] {
            refuse(
                &[&format!("DASH_ROUTES_PATHNAME_PREFIX={path}")],
                &[&if path.is_empty() {
                    "`DASH_ROUTES_PATHNAME_PREFIX` is ``: expected some text; unset it for the default".to_owned()
                } else {
                    format!("`routes_pathname_prefix` is `{path}`: expected {prefix}")
                }],
            );
        }
    }
}
