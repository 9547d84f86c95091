//! The address of the page, and what `Location` does with it. Pure.
use serde_json::{Map, Value};

/// The parts of an address that `Location` mirrors.
const FIELDS: [&str; 4] = ["href", "pathname", "search", "hash"];

/// What tests have for the start of an address; a page of a test is served by nobody.
const ORIGIN: &str = "http://localhost";

/// Where the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pathname: String,
    search: String,
    hash: String,
}

/// What `Location` asks of the browser.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Navigation {
    /// Loads the page at another address.
    Load(Address),
    /// Shows another address, and keeps the page.
    Show(Address),
}

impl Address {
    /// Reads `/report?year=2024#top`; with or without an origin.
    pub(super) fn read(text: &str) -> Self {
        let text = text.strip_prefix(ORIGIN).unwrap_or(text);
        let (text, hash) = split_before(text, '#');
        let (path, search) = split_before(text, '?');
        let pathname = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        Self { pathname, search: search.to_owned(), hash: hash.to_owned() }
    }

    /// What the server is asked for.
    pub(super) fn of_request(&self) -> String {
        format!("{}{}", self.pathname, self.search)
    }

    /// As it is shown.
    pub(super) fn shown(&self) -> String {
        format!("{}{}{}", self.pathname, self.search, self.hash)
    }

    fn field(&self, name: &str) -> String {
        match name {
            "href" => format!("{ORIGIN}{}", self.shown()),
            "pathname" => self.pathname.clone(),
            "search" => self.search.clone(),
            _ => self.hash.clone(),
        }
    }

    /// The parts that a `Location` leaves open.
    pub(super) fn missing(&self, props: &Map<String, Value>) -> Vec<(String, Value)> {
        self.pick(|name| props.get(name).is_none_or(Value::is_null))
    }

    /// The parts that a `Location` has otherwise.
    pub(super) fn differing(&self, props: &Map<String, Value>) -> Vec<(String, Value)> {
        self.pick(|name| props.get(name).and_then(Value::as_str) != Some(&self.field(name)))
    }

    fn pick(&self, keeps: impl Fn(&str) -> bool) -> Vec<(String, Value)> {
        let kept = FIELDS.iter().filter(|name| keeps(name));
        kept.map(|name| ((*name).to_owned(), Value::from(self.field(name)))).collect()
    }

    /// What a callback asks for that has written these props of a `Location`.
    pub(super) fn navigation(
        &self,
        props: &Map<String, Value>,
        written: &[String],
    ) -> Option<Navigation> {
        let wanted = |name: &str| props.get(name).and_then(Value::as_str);
        let differs = |name: &str| wanted(name).is_some_and(|value| value != self.field(name));
        if !FIELDS.iter().any(|name| written.iter().any(|own| own == name) && differs(name)) {
            return None;
        }
        let goal = if written.iter().any(|name| name == "href") && differs("href") {
            Self::read(wanted("href").unwrap_or_default())
        } else {
            let part = |name| wanted(name).map_or_else(|| self.field(name), str::to_owned);
            Self { pathname: part("pathname"), search: part("search"), hash: part("hash") }
        };
        let loads = props.get("refresh").is_none_or(|refresh| *refresh == Value::Bool(true));
        Some(if loads { Navigation::Load(goal) } else { Navigation::Show(goal) })
    }
}

/// The text before a letter, and the text from there on.
fn split_before(text: &str, letter: char) -> (&str, &str) {
    text.split_at(text.find(letter).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(props: Value, written: &str, expected: Option<Navigation>) {
        let here = Address::read("/a?q=1");
        let props = props.as_object().expect("props");
        assert_eq!(here.navigation(props, &[written.to_owned()]), expected);
    }

    #[test]
    fn what_a_callback_writes_to_the_address_is_shown_or_loaded() {
        let at = Address::read;
        let refresh =
            |refresh: Value| json!({"pathname": "/b", "search": "?q=1", "refresh": refresh});
        check(refresh(json!(true)), "pathname", Some(Navigation::Load(at("/b?q=1"))));
        check(refresh(json!("callback-nav")), "pathname", Some(Navigation::Show(at("/b?q=1"))));
        check(refresh(json!(false)), "search", None);
        check(json!({"href": "http://localhost/c#d"}), "href", Some(Navigation::Load(at("/c#d"))));
        check(json!({"pathname": "/a", "search": "?q=1"}), "pathname", None);
    }
}
