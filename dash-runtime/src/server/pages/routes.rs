//! Paths and queries as a browser sends them, looked up among the pages' templates.
use matchit::Router;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::page::{PageDef, Parameters};
use crate::{Error, Result};

/// The pages by their paths, and by those that lead to them.
#[derive(Debug)]
pub(super) struct Routes(Router<Route>);

#[derive(Debug, Clone, Copy)]
struct Route {
    page: &'static PageDef,
    is_redirect: bool,
}

impl Routes {
    /// Prepares the paths.
    ///
    /// # Errors
    ///
    /// - Two of them cannot be told from each other.
    pub(super) fn new(pages: &'static [PageDef]) -> Result<Self> {
        let mut router = Router::new();
        for page in pages {
            let own = [(page.path(), false)].into_iter();
            for (path, is_redirect) in
                own.chain(page.redirect_from.iter().map(|&path| (path, true)))
            {
                let refused = |error| Error::Config(vec![format!("page `{path}`: {error}")]);
                let path = in_one_form(path).unwrap_or_else(|| path.to_owned());
                router.insert(path, Route { page, is_redirect }).map_err(refused)?;
            }
        }
        Ok(Self(router))
    }

    /// The page at a path, and what the address says to it.
    pub(super) fn find(&self, path: &str, query: &str) -> Option<(&'static PageDef, Parameters)> {
        let path = in_one_form(path)?;
        let found = self.0.at(&path).ok()?;
        let in_path = |(name, value): (&str, &str)| Some((name.to_owned(), decode(value)?));
        let path = found.params.iter().map(in_path).collect::<Option<_>>()?;
        let in_query = form_urlencoded::parse(query.as_bytes());
        let query = in_query.map(|(name, value)| (name.into(), value.into())).collect();
        Some((found.value.page, Parameters { path, query }))
    }

    /// The path of the page to which a path leads that is not its own.
    pub(super) fn redirect(&self, path: &str) -> Option<String> {
        let path = in_one_form(path)?;
        let found = self.0.at(&path).ok().filter(|found| found.value.is_redirect)?;
        let segment = |segment: &str| {
            let name = segment.strip_prefix('{').and_then(|name| name.strip_suffix('}'));
            // What was found has one form, in which it is encoded.
            name.map_or(Some(segment), |name| found.params.get(name)).map(str::to_owned)
        };
        let own = in_one_form(found.value.page.path())?;
        let segments: Option<Vec<String>> = own.split('/').map(segment).collect();
        segments.map(|segments| segments.join("/"))
    }
}

/// The path without slashes at its end, and with each segment encoded in the same way; a slash that
/// is part of a segment stays one.
fn in_one_form(path: &str) -> Option<String> {
    let one = |segment: &str| {
        if segment.starts_with('{') {
            return Some(segment.to_owned());
        }
        Some(utf8_percent_encode(&decode(segment)?, NON_ALPHANUMERIC).to_string())
    };
    let segments: Option<Vec<String>> = path.trim_matches('/').split('/').map(one).collect();
    Some(format!("/{}", segments?.join("/")))
}

fn decode(segment: &str) -> Option<String> {
    percent_decode_str(segment).decode_utf8().ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use dash_components::ViewDef;

    use super::*;
    use crate::page::{NoPage, PageView};

    const fn page(template: &'static str) -> PageDef {
        const VIEW: &ViewDef = &ViewDef { name: "", key: 0, ids: &[], includes: &[] };
        PageDef {
            view: PageView { name: "", view: VIEW },
            template,
            title: "",
            description: None,
            image: None,
            redirect_from: &[],
            build: |_, _| Err(NoPage::NotFound),
            requires: Vec::new,
        }
    }

    static PAGES: [PageDef; 8] = [
        PageDef { redirect_from: &["/old/{month}/{year}"], ..page("/moved/{year}/{month}") },
        page("/"),
        page("/report/{year}"),
        page("/report/latest"),
        page("/{kind}/by/{name}?{q}"),
        page("/{other}/at"),
        page("/café am see"),
        page("/a.b-c"),
    ];

    /// The template that an address finds, and the values in its path and in its query.
    #[track_caller]
    fn check(address: &str, expected: &str) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let routes = Routes::new(&PAGES).expect("paths that differ");
        let found = routes.find(path, query).map_or_else(String::new, |(page, parameters)| {
            let values = [parameters.path, parameters.query].concat();
            let values = values.iter().map(|(name, value)| format!(" {name}={value}"));
            format!("{}{}", page.template, values.collect::<String>())
        });
        assert_eq!(found, expected, "{address}");
    }

    #[test]
    fn a_path_finds_its_page_with_or_without_slashes_at_its_end() {
        check("/", "/");
        check("", "/");
        check("/report/2023", "/report/{year} year=2023");
        check("/report/2023/", "/report/{year} year=2023");
        check("/report", "");
        check("/report/", "");
        check("/report/2023/more", "");
        check("/a.b-c", "/a.b-c");
        check("/A.b-c", "");
    }

    #[test]
    fn a_path_that_leads_to_a_page_has_its_parameters() {
        let routes = Routes::new(&PAGES).expect("paths that differ");
        let leads = |path, expected: Option<&str>| {
            assert_eq!(routes.redirect(path).as_deref(), expected, "{path}");
        };
        leads("/old/5/2023/", Some("/moved/2023/5"));
        leads("/old/%2F%2Fevil.example/a b", Some("/moved/a%20b/%2F%2Fevil%2Eexample"));
        leads("/moved/2023/5", None);
        leads("/old/5", None);
        check("/old/5/2023", "/moved/{year}/{month} month=5 year=2023");
    }

    #[test]
    fn plain_text_goes_before_a_parameter() {
        check("/report/latest", "/report/latest");
        check("/report/by/x", "/{kind}/by/{name}?{q} kind=report name=x");
        check("/report/at", "/report/{year} year=at");
        check("/x/at", "/{other}/at other=x");
    }

    #[test]
    fn what_is_encoded_is_decoded_once() {
        check("/report/a%20b%2Fc%2541", "/report/{year} year=a b/c%41");
        check("/report/a+b", "/report/{year} year=a+b");
        check("/report/%7Byear%7D", "/report/{year} year={year}");
        check("/report/%C3%BC", "/report/{year} year=ü");
        check("/report/%FF", "");
        check("/caf%C3%A9%20am%20see", "/café am see");
        check("/%72eport/1", "/report/{year} year=1");
        check("/x/by/y?q=a+b%26c&z=%C3%BC&e", "/{kind}/by/{name}?{q} kind=x name=y q=a b&c z=ü e=");
    }
}
