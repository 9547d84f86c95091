//! Elements that the settings put into the head of the page: meta tags, scripts and stylesheets from elsewhere.
use super::check::bad;

/// A script or a stylesheet that the page loads beside its own, by its URL.
///
/// Attributes such as `integrity` and `crossorigin` are added with [`with`](Self::with). The
/// [policy](super::Csp) of the page allows it: a script bears the nonce, and stylesheets may load fonts
/// from where they come from.
///
/// # Examples
///
/// ```
/// use dash_runtime::{Config, External};
///
/// let theme = External::new("https://cdn.example.org/theme.css")
///     .with("integrity", "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC")
///     .with("crossorigin", "anonymous");
/// let config = Config {
///     external_stylesheets: vec![theme, "/static/own.css".into()],
///     ..Config::default()
/// };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct External {
    pub(crate) url: String,
    pub(crate) attributes: Attributes,
}

/// Names and values, in the order given.
type Attributes = Vec<(String, String)>;

impl External {
    /// What is found at this URL.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), attributes: Vec::new() }
    }

    /// Adds an attribute of the element; one such as `async` has the value `""`.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.attributes.push((name.into(), value.into()));
        self
    }

    /// `https://cdn.example.org`, where the URL names another server.
    pub(crate) fn origin(&self) -> Option<&str> {
        let start = ["https://", "http://", "//"].iter().find(|one| self.url.starts_with(**one))?;
        let host = self.url[start.len()..].find(['/', '?', '#']);
        let origin = &self.url[..host.map_or(self.url.len(), |end| start.len() + end)];
        Some(origin.trim_start_matches("//"))
    }

    pub(super) fn problem(&self, setting: &str) -> Option<String> {
        let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"'<>;,".contains(c);
        if self.url.is_empty() || !self.url.chars().all(is_plain) {
            return Some(bad(setting, &self.url, "a URL, such as `https://example.org/theme.css`"));
        }
        attribute_problem(&self.attributes, setting)
    }
}

impl<T: Into<String>> From<T> for External {
    fn from(url: T) -> Self {
        Self::new(url)
    }
}

/// A `<meta>` of the page.
///
/// # Examples
///
/// ```
/// use dash_runtime::{Config, MetaTag};
///
/// let config = Config {
///     meta_tags: vec![
///         MetaTag::new("robots", "noindex"),
///         MetaTag::default().with("property", "og:type").with("content", "website"),
///     ],
///     ..Config::default()
/// };
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetaTag {
    pub(crate) attributes: Attributes,
}

impl MetaTag {
    /// `<meta name=".." content="..">`.
    pub fn new(name: impl Into<String>, content: impl Into<String>) -> Self {
        Self::default().with("name", name).with("content", content)
    }

    /// Adds an attribute.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.attributes.push((name.into(), value.into()));
        self
    }

    /// Whether its name, or its property, is this one, or it has the attribute.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.attributes.iter().any(|(attribute, value)| {
            let says = attribute.eq_ignore_ascii_case("name") || attribute == "property";
            attribute.eq_ignore_ascii_case(name) || (says && value.eq_ignore_ascii_case(name))
        })
    }

    pub(super) fn problem(&self) -> Option<String> {
        let setting = "meta_tags";
        if self.attributes.is_empty() {
            return Some(bad(
                setting,
                "",
                "attributes, such as `MetaTag::new(\"robots\", \"none\")`",
            ));
        }
        attribute_problem(&self.attributes, setting)
    }
}

fn attribute_problem(attributes: &Attributes, setting: &str) -> Option<String> {
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b))
    };
    let (name, _) = attributes.iter().find(|(name, _)| !is_name(name))?;
    Some(bad(setting, name, "names of attributes, such as `crossorigin`"))
}

#[cfg(test)]
mod tests {
    use super::{External, MetaTag};

    #[track_caller]
    fn check(url: &str, origin: Option<&str>) {
        assert_eq!(External::new(url).origin(), origin, "{url}");
        assert_eq!(External::new(url).problem("x"), None);
    }

    #[test]
    fn a_url_of_another_server_has_its_origin() {
        check("https://cdn.example.org/a/b.css", Some("https://cdn.example.org"));
        check("http://cdn.example.org:81?x", Some("http://cdn.example.org:81"));
        check("//cdn.example.org", Some("cdn.example.org"));
        check("/static/a.css", None);
        check("a.css", None);
    }

    #[test]
    fn what_would_end_an_attribute_or_a_directive_is_refused() {
        for url in ["", "a b", "https://x;script-src", "a\"b", "a,b", "a\nb"] {
            let problem = External::new(url).problem("external_scripts").expect("refused");
            assert!(problem.starts_with(&format!("`external_scripts` is `{url}`: ")), "{problem}");
        }
        assert!(External::new("a.js").with("on x", "").problem("x").is_some());
        assert!(MetaTag::default().problem().is_some());
        assert!(MetaTag::default().with("", "x").problem().is_some());
    }

    #[test]
    fn a_meta_tag_is_known_by_its_name_or_its_attribute() {
        assert!(MetaTag::new("Viewport", "x").is("viewport"));
        assert!(MetaTag::default().with("charset", "x").is("charset"));
        assert!(!MetaTag::new("x", "viewport").is("viewport"));
    }
}
