//! The syntax of `app!`.
use crate::testing::{mistakes, tokens};

fn check(input: &str, expected: &[&str]) {
    let expansion = super::expand(tokens(input));
    assert_eq!(mistakes(&expansion), expected, "{input}");
    if let Err(error) = syn::parse2::<syn::File>(expansion) {
        panic!("{input}: {error}");
    }
}

#[test]
fn accepts_an_app() {
    for input in [
        "static APP = { layout: Sales, callbacks: [] }",
        "/// Docs.\npub(crate) static APP = { callbacks: [a, m::b,], layout: crate::m::Sales, };",
    ] {
        check(input, &[]);
    }
}

#[test]
fn says_what_is_wrong() {
    for (input, expected) in [
        ("APP = { layout: A, callbacks: [] }", "expected `static`"),
        ("static APP { layout: A, callbacks: [] }", "expected `=`"),
        ("static APP = { layout: A, callbacks: [] } more", "an `app!` ends with its `}`"),
        ("static APP = { callbacks: [] }", "this app has no `layout`"),
        ("static APP = { layout: A }", "this app has no `callbacks`"),
        ("static APP = { layouts: A, callbacks: [] }", "unknown key `layouts`"),
        ("static APP = { layout: A, callbacks: [], title: \"x\" }", "unknown key `title`"),
        ("static APP = { layout: A, layout: B, callbacks: [] }", "`layout` is written twice"),
        ("static APP = { layout A, callbacks: [] }", "expected `:` after `layout`"),
        ("static APP = { layout: , callbacks: [] }", "expected the name of a view"),
        ("static APP = { layout: <A/>, callbacks: [] }", "expected the name of a view"),
        ("static APP = { layout: A, callbacks: a }", "expected a list"),
        ("static APP = { layout: A, callbacks: [a()] }", "expected the path of a callback"),
        ("static APP = { layout: A, callbacks: [a,, b] }", "expected the path of a callback"),
        ("static APP = { layout: A, callbacks: [m::a, b, m::a] }", "`m::a` is listed twice"),
    ] {
        check(input, &[expected]);
    }
}

#[test]
fn reports_all_mistakes_of_a_call() {
    check(
        "static APP = { layuot: A, callbacks: [1, a, a], x: 1 }",
        &[
            "unknown key `layuot`",
            "expected the path of a callback",
            "`a` is listed twice",
            "unknown key `x`",
        ],
    );
}
