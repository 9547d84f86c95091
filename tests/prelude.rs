//! The prelude shadows no name of std's own prelude: each of those still means what it means in std.
#![allow(clippy::needless_pass_by_value)]
use dash::prelude::*;

/// Names each type and trait of std's prelude; it fails to compile when one is shadowed.
fn takes<T: Send + Sized + Sync + Unpin + Clone + PartialEq + PartialOrd + Eq + Ord + Default>(
    text: String,
    list: Vec<T>,
    maybe: Option<Box<T>>,
) -> Result<T, String> {
    let from_text: &dyn ToString = &text;
    drop(from_text.to_string());
    match (list.into_iter().next_back(), maybe) {
        (Some(end), None) => Ok(end),
        (_, Some(boxed)) => Ok(*boxed),
        (None, None) => Err(String::from("empty")),
    }
}

#[test]
fn std_names_keep_their_meaning() {
    let std_option: std::option::Option<Box<u8>> = Option::None;
    assert_eq!(takes(String::new(), vec![1_u8, 2], std_option), Ok(2));
}

#[test]
fn names_of_both_suites_are_the_plain_ones() {
    let _: dash::dcc::Button = Button::new();
    let _: dash::html::Div = Div::new();
}
