//! What settings must be like, alone and beside each other.
use regex_lite::Regex;

use super::{Config, External, MetaTag, index};
use crate::{Error, Result};

impl Config {
    /// Holds the settings against each other.
    pub(crate) fn check(&self) -> Result<()> {
        let problems = self.problems();
        if problems.is_empty() { Ok(()) } else { Err(Error::Config(problems)) }
    }

    pub(super) fn problems(&self) -> Vec<String> {
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
        problems.extend(self.path_problems());
        problems.extend(self.asset_problems());
        problems.extend(self.page_problems());
        problems.extend(self.limit_problems());
        if self.background_jobs == 0 {
            problems.push(bad("background_jobs", "0", "one or more"));
        }
        problems.extend(self.websocket_problems());
        problems.extend(self.csrf_problems());
        problems.extend(self.security_headers.problems());
        problems.extend(self.csp.problems());
        problems
    }
}

impl Config {
    /// Paths that are no paths, that the server has itself, or that two settings have.
    fn path_problems(&self) -> Vec<String> {
        let endpoints =
            [("health_endpoint", &self.health_endpoint), ("ready_endpoint", &self.ready_endpoint)];
        let endpoints =
            endpoints.into_iter().filter_map(|(name, path)| Some((name, path.as_ref()?)));
        let assets = [("assets_url_path", &self.assets_url_path)];
        let paths: Vec<(&str, &String)> = assets.into_iter().chain(endpoints).collect();
        let problem = |(at, &(setting, path)): (usize, &(&str, &String))| {
            let example = setting.split('_').next().unwrap_or(setting);
            if !is_relative(path) {
                let wanted = format!("a path below the prefix, such as `{example}`");
                return Some(bad(setting, path, &wanted));
            }
            if is_own(path) {
                return Some(bad(setting, path, "a path that the server does not have itself"));
            }
            let (other, _) = paths[..at].iter().find(|(_, other)| is_at_or_below(path, other))?;
            Some(bad(setting, path, &format!("another path than that of `{other}`")))
        };
        paths.iter().enumerate().filter_map(problem).collect()
    }

    fn asset_problems(&self) -> impl Iterator<Item = String> {
        let paths = self.assets_path_ignore.iter().map(|one| ("assets_path_ignore", one));
        let all = self.assets_ignore.iter().map(|one| ("assets_ignore", one)).chain(paths);
        let broken = all.filter(|(_, one)| Regex::new(one).is_err());
        let broken = broken.map(|(setting, one)| bad(setting, one, "a regular expression"));
        let external = self.assets_external_path.as_ref();
        let external =
            external.and_then(|path| External::new(path.as_str()).problem("assets_external_path"));
        broken.chain(external)
    }

    fn page_problems(&self) -> impl Iterator<Item = String> {
        let external = |setting: &'static str| move |one: &External| one.problem(setting);
        let scripts = self.external_scripts.iter().filter_map(external("external_scripts"));
        let sheets = self.external_stylesheets.iter();
        let sheets = sheets.filter_map(external("external_stylesheets"));
        let metas = self.meta_tags.iter().filter_map(MetaTag::problem);
        let never = self.dev_tools.hot_reload_interval.is_zero();
        let never = never.then(|| bad("hot_reload_interval", "0", "more than no time"));
        metas.chain(scripts).chain(sheets).chain(index::problems(&self.index_string)).chain(never)
    }

    fn limit_problems(&self) -> impl Iterator<Item = String> {
        let none = self.max_connections == 0;
        let none = none.then(|| bad("max_connections", "0", "room for at least one"));
        let never = self.callback_timeout.is_some_and(|time| time.is_zero());
        let never = never.then(|| bad("callback_timeout", "0", "more than no time"));
        let rate = self.rate_limit.filter(|limit| !limit.is_usable());
        let rate = rate.map(|_| bad("rate_limit", "0", "at least one request"));
        none.into_iter().chain(never).chain(rate)
    }

    fn websocket_problems(&self) -> impl Iterator<Item = String> {
        let named = [
            ("allowed_origins", &self.allowed_origins),
            ("websocket_allowed_origins", &self.websocket_allowed_origins),
        ];
        let all =
            named.into_iter().flat_map(|(setting, all)| all.iter().map(move |one| (setting, one)));
        let broken = all.filter(|(_, origin)| !is_origin(origin));
        let origins = broken.map(|(setting, origin)| {
            bad(setting, origin, "origins without a path, such as `https://example.org`")
        });
        let never = self.websocket_heartbeat_interval.is_zero();
        let never = never.then(|| bad("websocket_heartbeat_interval", "0", "a second or more"));
        origins.chain(never)
    }
}

impl Config {
    fn csrf_problems(&self) -> impl Iterator<Item = String> {
        let names = [
            ("csrf_token_name", &self.csrf_token_name),
            ("csrf_header_name", &self.csrf_header_name),
        ];
        let broken = names.into_iter().filter(|(_, name)| !is_token(name));
        broken.map(|(setting, name)| bad(setting, name, "letters, digits, `-` and `_`"))
    }
}

/// What both a cookie and a header can be called.
fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
}

fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '*', ' ']))
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

/// Whether the route list has it; with callbacks' endpoints the same is asked.
pub(crate) fn is_own(path: &str) -> bool {
    path.starts_with("_dash-") || matches!(path, "_favicon.ico" | "_reload-hash")
}

fn is_at_or_below(path: &str, other: &str) -> bool {
    path.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// How every setting is complained of.
pub(super) fn bad(setting: &str, value: &str, wanted: &str) -> String {
    format!("`{setting}` is `{value}`: expected {wanted}")
}
