//! The settings as the environment has them.
use std::env::VarError;
use std::path::PathBuf;
use std::time::Duration;

use super::check::bad;
use super::{Config, Csp, DevTools, External, RateLimit};
use crate::{Error, Result};

impl Config {
    /// The defaults, with what the environment says instead; each setting names its variable.
    ///
    /// # Errors
    ///
    /// - Some variable cannot be used, or does not fit another; the error names all that cannot.
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
        reader.assets(&mut config);
        reader.set("DASH_HEALTH_ENDPOINT", &mut config.health_endpoint, optional);
        reader.set("DASH_READY_ENDPOINT", &mut config.ready_endpoint, optional);
        reader.set("DASH_TITLE", &mut config.title, text);
        reader.set("DASH_UPDATE_TITLE", &mut config.update_title, optional);
        reader.page(&mut config);
        reader.dev_tools(&mut config.dev_tools);
        reader.set("DASH_COMPRESS", &mut config.compress, switch);
        reader.set("DASH_COMPRESS_FROM", &mut config.compress_from, bytes);
        reader.limits(&mut config);
        reader.sockets(&mut config);
        reader.set("DASH_SECRET_KEY", &mut config.secret_key, optional);
        reader.set("DASH_BACKGROUND_JOBS", &mut config.background_jobs, number);
        reader.set("DASH_SHUTDOWN_DELAY", &mut config.shutdown_delay, seconds);
        reader.set("DASH_SHUTDOWN_TIMEOUT", &mut config.shutdown_timeout, seconds);
        reader.set("DASH_ALLOWED_ORIGINS", &mut config.allowed_origins, texts);
        reader.set("DASH_CSRF_TOKEN_NAME", &mut config.csrf_token_name, text);
        reader.set("DASH_CSRF_HEADER_NAME", &mut config.csrf_header_name, text);
        reader.set("DASH_RATE_LIMIT", &mut config.rate_limit, RateLimit::parse);
        reader.set("DASH_PROXIES", &mut config.proxies, count);
        reader.set("DASH_CSP", &mut config.csp, Csp::parse);
        reader.problems.extend(config.problems());
        if reader.problems.is_empty() { Ok(config) } else { Err(Error::Config(reader.problems)) }
    }
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

    fn assets(&mut self, config: &mut Config) {
        self.set("DASH_ASSETS_FOLDER", &mut config.assets_folder, folder);
        self.set("DASH_ASSETS_URL_PATH", &mut config.assets_url_path, text);
        self.set("DASH_INCLUDE_ASSETS_FILES", &mut config.include_assets_files, switch);
        self.set("DASH_ASSETS_IGNORE", &mut config.assets_ignore, optional);
        let one = |value: &str| optional(value).map(|one| one.into_iter().collect());
        self.set("DASH_ASSETS_PATH_IGNORE", &mut config.assets_path_ignore, one);
        self.set("DASH_ASSETS_EXTERNAL_PATH", &mut config.assets_external_path, optional);
    }

    fn page(&mut self, config: &mut Config) {
        self.set("DASH_DESCRIPTION", &mut config.description, optional);
        self.set("DASH_INCLUDE_PAGES_META", &mut config.include_pages_meta, switch);
        self.set("DASH_EXTERNAL_SCRIPTS", &mut config.external_scripts, externals);
        self.set("DASH_EXTERNAL_STYLESHEETS", &mut config.external_stylesheets, externals);
        self.set("DASH_SHOW_UNDO_REDO", &mut config.show_undo_redo, switch);
        let prevent = &mut config.prevent_initial_callbacks;
        self.set("DASH_PREVENT_INITIAL_CALLBACKS", prevent, switch);
    }

    fn dev_tools(&mut self, tools: &mut DevTools) {
        let set = |value: &str| unless_empty(value, switch);
        self.set("DASH_UI", &mut tools.ui, set);
        self.set("DASH_PROPS_CHECK", &mut tools.props_check, set);
        self.set("DASH_VALIDATE_CALLBACKS", &mut tools.validate_callbacks, set);
        self.set("DASH_HOT_RELOAD", &mut tools.hot_reload, set);
        self.set("DASH_HOT_RELOAD_INTERVAL", &mut tools.hot_reload_interval, part_seconds);
        self.set("DASH_HOT_RELOAD_MAX_RETRY", &mut tools.hot_reload_max_retry, number);
    }

    fn limits(&mut self, config: &mut Config) {
        self.set("DASH_BODY_LIMIT", &mut config.body_limit, bytes);
        self.set("DASH_READ_TIMEOUT", &mut config.read_timeout, seconds);
        self.set("DASH_MAX_CONNECTIONS", &mut config.max_connections, count);
        let some = |value: &str| unless_empty(value, part_seconds);
        self.set("DASH_CALLBACK_TIMEOUT", &mut config.callback_timeout, some);
    }

    fn sockets(&mut self, config: &mut Config) {
        self.set("DASH_WEBSOCKET_CALLBACKS", &mut config.websocket_callbacks, switch);
        self.set("DASH_WEBSOCKET_ALLOWED_ORIGINS", &mut config.websocket_allowed_origins, texts);
        let timeout = &mut config.websocket_inactivity_timeout;
        self.set("DASH_WEBSOCKET_INACTIVITY_TIMEOUT", timeout, seconds);
        let interval = &mut config.websocket_heartbeat_interval;
        self.set("DASH_WEBSOCKET_HEARTBEAT_INTERVAL", interval, seconds);
        let timeout = &mut config.websocket_resume_timeout;
        self.set("DASH_WEBSOCKET_RESUME_TIMEOUT", timeout, seconds);
        self.set("DASH_WEBSOCKET_RESUME_BYTES", &mut config.websocket_resume_bytes, bytes);
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

fn unless_empty<T>(
    value: &str,
    parse: fn(&str) -> Result<T, &'static str>,
) -> Result<Option<T>, &'static str> {
    if value.is_empty() { Ok(None) } else { parse(value).map(Some) }
}

#[expect(clippy::unnecessary_wraps, reason = "all readers of variables have one signature")]
fn texts(value: &str) -> Result<Vec<String>, &'static str> {
    let all = value.split(',').map(str::trim).filter(|text| !text.is_empty());
    Ok(all.map(str::to_owned).collect())
}

#[expect(clippy::unnecessary_wraps, reason = "all readers of variables have one signature")]
fn externals(value: &str) -> Result<Vec<External>, &'static str> {
    Ok(value.split_whitespace().map(External::new).collect())
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

fn count(value: &str) -> Result<usize, &'static str> {
    value.parse().map_err(|_| "a whole number, such as `10000`")
}

fn number(value: &str) -> Result<u32, &'static str> {
    value.parse().map_err(|_| "a whole number, such as `8`")
}

fn part_seconds(value: &str) -> Result<Duration, &'static str> {
    let time = value.parse().ok().and_then(|time| Duration::try_from_secs_f64(time).ok());
    time.ok_or("a number of seconds, such as `0.5`")
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
        check(&["DASH_DESCRIPTION=All sales"], |c| c.description = Some("All sales".into()));
        check(&["DASH_INCLUDE_PAGES_META=0"], |c| c.include_pages_meta = false);
        check(&["DASH_EXTERNAL_SCRIPTS=https://a.example/x.js /y.js"], |c| {
            c.external_scripts = vec!["https://a.example/x.js".into(), "/y.js".into()];
        });
        check(&["DASH_EXTERNAL_STYLESHEETS=/a.css"], |c| {
            c.external_stylesheets = vec!["/a.css".into()];
        });
        check(&["DASH_INCLUDE_ASSETS_FILES=off"], |c| c.include_assets_files = false);
        check(&["DASH_ASSETS_IGNORE=^_"], |c| c.assets_ignore = Some("^_".into()));
        check(&["DASH_ASSETS_PATH_IGNORE=old"], |c| c.assets_path_ignore = vec!["old".into()]);
        check(&["DASH_ASSETS_EXTERNAL_PATH=https://a.example/"], |c| {
            c.assets_external_path = Some("https://a.example/".into());
        });
        check(&["DASH_SHOW_UNDO_REDO=1"], |c| c.show_undo_redo = true);
        check(&["DASH_PREVENT_INITIAL_CALLBACKS=1"], |c| c.prevent_initial_callbacks = true);
        check(&["DASH_UI=1"], |c| c.dev_tools.ui = Some(true));
        check(&["DASH_PROPS_CHECK=0"], |c| c.dev_tools.props_check = Some(false));
        check(&["DASH_VALIDATE_CALLBACKS=0"], |c| c.dev_tools.validate_callbacks = Some(false));
        check(&["DASH_HOT_RELOAD=0"], |c| c.dev_tools.hot_reload = Some(false));
        check(&["DASH_HOT_RELOAD_INTERVAL=0.5"], |c| {
            c.dev_tools.hot_reload_interval = Duration::from_millis(500);
        });
        check(&["DASH_HOT_RELOAD_MAX_RETRY=3"], |c| c.dev_tools.hot_reload_max_retry = 3);
        check(&["DASH_COMPRESS=0"], |c| c.compress = false);
        check(&["DASH_COMPRESS_FROM=1"], |c| c.compress_from = 1);
        check(&["DASH_BODY_LIMIT=1000"], |c| c.body_limit = 1000);
        check(&["DASH_READ_TIMEOUT=5"], |c| c.read_timeout = Duration::from_secs(5));
        check(&["DASH_MAX_CONNECTIONS=5"], |c| c.max_connections = 5);
        check(&["DASH_CALLBACK_TIMEOUT=2.5"], |c| {
            c.callback_timeout = Some(Duration::from_millis(2500));
        });
        check(&["DASH_CALLBACK_TIMEOUT=", "DASH_RATE_LIMIT=", "DASH_UI="], |_| {});
        check(&["DASH_WEBSOCKET_CALLBACKS=on"], |c| c.websocket_callbacks = true);
        check(&["DASH_WEBSOCKET_ALLOWED_ORIGINS=https://a.example, http://b.example:81,"], |c| {
            c.websocket_allowed_origins =
                vec!["https://a.example".into(), "http://b.example:81".into()];
        });
        check(&["DASH_WEBSOCKET_INACTIVITY_TIMEOUT=0"], |c| {
            c.websocket_inactivity_timeout = Duration::ZERO;
        });
        check(&["DASH_WEBSOCKET_HEARTBEAT_INTERVAL=5"], |c| {
            c.websocket_heartbeat_interval = Duration::from_secs(5);
        });
        check(&["DASH_WEBSOCKET_RESUME_TIMEOUT=5"], |c| {
            c.websocket_resume_timeout = Duration::from_secs(5);
        });
        check(&["DASH_WEBSOCKET_RESUME_BYTES=1000"], |c| c.websocket_resume_bytes = 1000);
        check(&["DASH_SECRET_KEY=s3cret"], |c| c.secret_key = Some("s3cret".into()));
        check(&["DASH_BACKGROUND_JOBS=2"], |c| c.background_jobs = 2);
        check(&["DASH_READY_ENDPOINT=ready"], |c| c.ready_endpoint = Some("ready".into()));
        check(&["DASH_SHUTDOWN_DELAY=2"], |c| c.shutdown_delay = Duration::from_secs(2));
        check(&["DASH_SHUTDOWN_TIMEOUT=3"], |c| c.shutdown_timeout = Duration::from_secs(3));
        check(&["DASH_CSRF_TOKEN_NAME=t"], |c| c.csrf_token_name = "t".into());
        check(&["DASH_CSRF_HEADER_NAME=x-t"], |c| c.csrf_header_name = "x-t".into());
        check(&["DASH_ALLOWED_ORIGINS=https://a.example"], |c| {
            c.allowed_origins = vec!["https://a.example".into()];
        });
        for (text, burst) in [("20", 20), ("20, 100", 100)] {
            check(&[&format!("DASH_RATE_LIMIT={text}")], |c| {
                c.rate_limit = Some(RateLimit { per_second: 20, burst });
            });
        }
        check(&["DASH_PROXIES=2"], |c| c.proxies = 2);
        check(&["DASH_CSP=off"], |c| c.csp = Csp::off());
        check(&["DASH_CSP=img-src 'self'"], |c| c.csp = Csp::default().with("img-src", "'self'"));
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
    fn each_variable_is_named_at_its_setting() {
        let names = std::cell::RefCell::new(Vec::new());
        let read = |name: &str| {
            names.borrow_mut().push(name.to_owned());
            None
        };
        Config::read(&read).expect("the defaults");
        let docs = [include_str!("mod.rs"), include_str!("dev_tools.rs")].concat();
        for name in names.take() {
            assert!(docs.contains(&format!("`{name}`")), "{name}");
        }
    }

    #[test]
    fn each_setting_is_in_the_table() {
        let (docs, fields) = include_str!("mod.rs").split_once("pub struct Config {").expect("it");
        let fields = fields.lines().take_while(|line| *line != "}");
        let names = fields.filter_map(|line| line.trim().strip_prefix("pub ")?.split(':').next());
        for name in names {
            assert!(docs.contains(&format!("](Self::{name})")), "{name}");
        }
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
