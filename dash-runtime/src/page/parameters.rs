//! What an address says to a page: values in its path and in its query, read into the types asked for.
use std::str::FromStr;

use super::NoPage;

/// The parameters of one address, by name; already decoded.
#[derive(Debug, Default)]
pub struct Parameters {
    /// The values in the path.
    pub path: Vec<(String, String)>,
    /// The values in the query.
    pub query: Vec<(String, String)>,
}

/// What a segment of a path can be: anything that is read from text, such as a number or a `String`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter in the path of a page",
    label = "a parameter in this path has the type `{Self}`",
    note = "it is read from text: take a `String`, a number, or implement `std::str::FromStr`"
)]
pub trait PathParameter: Sized {
    /// The parameter of this name.
    ///
    /// # Errors
    ///
    /// - The path has no such value, or one that cannot be read: it is another page's.
    #[doc(hidden)]
    fn read(parameters: &Parameters, name: &str) -> Result<Self, NoPage>;
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> PathParameter for T {
    fn read(parameters: &Parameters, name: &str) -> Result<Self, NoPage> {
        let text = find(&parameters.path, name);
        text.and_then(|text| text.parse().ok()).ok_or(NoPage::NotFound)
    }
}

/// What a parameter of a query can be: an `Option` of anything that is read from text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter in the query of a page",
    label = "a parameter after the `?` has the type `{Self}`",
    note = "an address may leave it out: take an `Option`, of a `String`, a number, or another type that is `std::str::FromStr`"
)]
pub trait QueryParameter: Sized {
    /// The parameter of this name; nothing where it is missing or cannot be read.
    #[doc(hidden)]
    fn read(parameters: &Parameters, name: &str) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> QueryParameter for Option<T> {
    fn read(parameters: &Parameters, name: &str) -> Self {
        find(&parameters.query, name)?.parse().ok()
    }
}

fn find<'a>(values: &'a [(String, String)], name: &str) -> Option<&'a str> {
    values.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters() -> Parameters {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Parameters {
            path: vec![pair("year", "2023")],
            query: vec![pair("q", "a b"), pair("from", "x"), pair("q", "second")],
        }
    }

    #[test]
    fn a_path_whose_value_cannot_be_read_is_another_pages() {
        let parameters = parameters();
        assert!(matches!(i32::read(&parameters, "year"), Ok(2023)));
        assert!(matches!(bool::read(&parameters, "year"), Err(NoPage::NotFound)));
        assert!(matches!(String::read(&parameters, "month"), Err(NoPage::NotFound)));
    }

    #[test]
    fn a_query_may_leave_values_out_and_the_first_of_two_counts() {
        let parameters = parameters();
        assert_eq!(Option::<String>::read(&parameters, "q").as_deref(), Some("a b"));
        assert_eq!(Option::<u32>::read(&parameters, "from"), None);
        assert_eq!(Option::<u32>::read(&parameters, "to"), None);
    }
}
