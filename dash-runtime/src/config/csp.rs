//! The policy that the page is served with: what it may load and run.
use super::check::bad;
use super::{Config, External};

/// The `Content-Security-Policy` of the page.
///
/// By default scripts run only if the page names them, by a nonce that is new for each load;
/// a script that got into the page by way of data does not run. Of `eval` there is none.
/// Style sheets come from the app's own server, or bear the nonce; attributes `style` are free,
/// because charts write bold and coloured text with them. Images, frames, audio and video may come
/// from any `https:` address, and everything else from the app's own server. Pages of
/// another site cannot show it in a frame.
///
/// # Examples
///
/// Images from one place alone, and map tiles from another:
///
/// ```
/// use dash_runtime::{Config, Csp};
///
/// let csp = Csp::default()
///     .with("img-src", "'self' https://images.example.org")
///     .with("connect-src", "'self' https://tiles.example.org");
/// let config = Config { csp, ..Config::default() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csp {
    directives: Vec<(String, String)>,
}

/// In the sources of a directive, what stands for the nonce of the page load.
const NONCE: &str = "{nonce}";

const DEFAULT: &[(&str, &str)] = &[
    ("default-src", "'self'"),
    ("script-src", "'nonce-{nonce}' 'strict-dynamic'"),
    // The hash is that of the style sheet that the library of all charts brings for its maps.
    ("style-src", "'self' 'nonce-{nonce}' 'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='"),
    ("style-src-attr", "'unsafe-inline'"),
    ("img-src", "'self' data: blob: https:"),
    ("media-src", "'self' data: blob: https:"),
    ("font-src", "'self' data:"),
    ("frame-src", "'self' data: blob: https:"),
    ("worker-src", "'self' blob:"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    ("frame-ancestors", "'self'"),
];

impl Default for Csp {
    fn default() -> Self {
        let own = |&(name, sources): &(&str, &str)| (name.to_owned(), sources.to_owned());
        Self { directives: DEFAULT.iter().map(own).collect() }
    }
}

impl Csp {
    /// No policy: the page may load and run anything. With [`with`](Self::with), a policy of those
    /// directives alone.
    pub fn off() -> Self {
        Self { directives: Vec::new() }
    }

    /// Sets the sources of a directive such as `img-src`, in place of those it has.
    /// `{nonce}` in them stands for the nonce of the page load.
    pub fn with(mut self, directive: &str, sources: &str) -> Self {
        match self.directives.iter_mut().find(|(name, _)| name == directive) {
            Some((_, known)) => sources.clone_into(known),
            None => self.directives.push((directive.to_owned(), sources.to_owned())),
        }
        self
    }

    /// The policy that also allows what the settings load from elsewhere: the stylesheets, and the
    /// fonts that come with them; scripts, where it is not the nonce that lets them run.
    pub(crate) fn with_externals(mut self, config: &Config) -> Self {
        let assets = config.assets_external_path.as_deref().map(External::new);
        for sheet in config.external_stylesheets.iter().chain(&assets) {
            self.allow("style-src", sheet.origin());
            self.allow("font-src", sheet.origin());
        }
        for script in config.external_scripts.iter().chain(&assets) {
            self.allow("script-src", script.origin());
        }
        self
    }

    /// Adds a source to a directive, if the policy has that one.
    fn allow(&mut self, directive: &str, origin: Option<&str>) {
        let known = self.directives.iter_mut().find(|(name, _)| name == directive);
        let (Some((_, sources)), Some(origin)) = (known, origin) else { return };
        if !sources.contains("'strict-dynamic'") && !sources.split(' ').any(|one| one == origin) {
            *sources = format!("{sources} {origin}");
        }
    }

    /// As `DASH_CSP` has it.
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        if text.trim().eq_ignore_ascii_case("off") {
            return Ok(Self::off());
        }
        let mut csp = Self::default();
        for directive in text.split(';').map(str::trim).filter(|text| !text.is_empty()) {
            let (name, sources) = directive.split_once(' ').unwrap_or((directive, ""));
            // `true` and the like are no directives.
            if !name.contains('-') {
                return Err("`off`, or directives such as `img-src 'self' https:`");
            }
            csp = csp.with(name, sources.trim());
        }
        Ok(csp)
    }

    /// The header of a page load; none if the policy is off.
    pub(crate) fn header(&self, nonce: &str) -> Option<String> {
        let directive = |(name, sources): &(String, String)| format!("{name} {sources}");
        let text = self.directives.iter().map(directive).collect::<Vec<_>>().join("; ");
        (!text.is_empty()).then(|| text.replace(NONCE, nonce))
    }

    pub(super) fn problems(&self) -> impl Iterator<Item = String> {
        let plain =
            |text: &str| text.bytes().all(|b| matches!(b, b' '..=b'~') && b != b';' && b != b',');
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        };
        let broken = move |(name, sources): &&(String, String)| !is_name(name) || !plain(sources);
        self.directives.iter().filter(broken).map(|(name, sources)| {
            bad("csp", &format!("{name} {sources}"), "directives such as `img-src 'self' https:`")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Csp;

    #[track_caller]
    fn check(csp: Csp, expected: Option<&str>) {
        assert_eq!(csp.header("N").as_deref(), expected);
    }

    #[test]
    fn a_policy_is_its_directives_with_the_nonce_of_the_load() {
        check(Csp::off(), None);
        let own = Csp::off().with("img-src", "data:").with("script-src", "'nonce-{nonce}'");
        check(own.clone(), Some("img-src data:; script-src 'nonce-N'"));
        check(own.with("img-src", "'self'"), Some("img-src 'self'; script-src 'nonce-N'"));
    }

    #[test]
    fn a_script_without_the_nonce_never_runs_by_default() {
        let header = Csp::default().header("N").expect("a policy");
        assert!(header.contains("script-src 'nonce-N' 'strict-dynamic';"), "{header}");
        assert!(!header.contains("unsafe-eval"), "{header}");
    }

    #[test]
    fn text_takes_the_place_of_single_directives() {
        assert_eq!(Csp::parse("off"), Ok(Csp::off()));
        assert_eq!(Csp::parse(""), Ok(Csp::default()));
        assert!(Csp::parse("true").is_err());
        let expected = Csp::default().with("img-src", "'self' data:").with("frame-src", "");
        assert_eq!(Csp::parse(" img-src  'self' data: ;frame-src;"), Ok(expected));
    }

    #[test]
    fn what_no_header_can_hold_is_refused() {
        let problems = |csp: Csp| csp.problems().collect::<Vec<_>>();
        assert_eq!(problems(Csp::default()), Vec::<String>::new());
        for sources in ["'self'; script-src *", "a,b", "é", "a\nb"] {
            assert_eq!(problems(Csp::default().with("img-src", sources)).len(), 1, "{sources}");
        }
        let problem = "`csp` is `IMG 'self'`: expected directives such as `img-src 'self' https:`";
        assert_eq!(problems(Csp::off().with("IMG", "'self'")), [problem]);
    }
}
