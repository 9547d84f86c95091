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
        "static APP = { layout: A, pages: [Home at \"/\"], not_found: m::Lost, callbacks: [] }",
        "static APP = { layout: A, pages: [m::B at \"/b/{c}/{d}?{e}&{f}\" = m::b { title: \"B\" }], callbacks: [] }",
        "static APP = { layout: A, pages: [B at \"/b/{c}\" { description: \"d\", redirect_from: [\"/{c}/e\"], image: \"f\", }], not_found: C { image: \"g\" }, callbacks: [] }",
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
fn says_what_is_wrong_with_a_page() {
    for (page, expected) in [
        ("Two", "the page `Two` has no path"),
        ("Two \"/b\"", "expected `at`"),
        ("Two at b", "expected the path of the page, as text"),
        ("Two at \"/b\" =", "expected the name of a page fn"),
        ("Two at \"/b\" = b()", "expected the name of a page fn"),
        ("Two at \"/b\" b", "a page ends here"),
        ("Two at \"/b\" { name: \"B\" }", "unknown key `name`"),
        ("Two at \"/b\" { title: B }", "expected the title of the page"),
        ("Two at \"/b\" {}", "expected the title of the page"),
        ("Two at \"/b\" { title: \"B\" image: \"c\" }", "expected the title of the page"),
        ("Two at \"/b\" { title: \"B\", title: \"C\" }", "`title` is written twice"),
        ("Two at \"/b\" { descripton: \"B\" }", "unknown key `descripton`"),
        ("Two at \"/b\" { description: B }", "expected the description of the page, as text"),
        ("Two at \"/b\" { image }", "expected the image of the page, as text"),
        ("Two at \"/b\" { redirect_from: \"/c\" }", "expected a list of paths"),
        ("Two at \"/b\" { redirect_from: [c] }", "expected a list of paths"),
        ("Two at \"/b\" { redirect_from: [\"c\"] }", "the path of a page starts with `/`"),
        ("Two at \"/b\" { redirect_from: [\"/b\"] }", "two pages have the path `/b`"),
        ("Two at \"/\" { redirect_from: [\"/c\"] }, C at \"/c\"", "two pages have the path `/c`"),
        ("Two at \"/b\" { redirect_from: [\"/c?{d}\"] }", "a path that leads to a page has no `?`"),
        (
            "Two at \"/{b}\" { redirect_from: [\"/c/c\"] }",
            "`/c/c` does not say what the page's `b` is",
        ),
        (
            "Two at \"/b\" { redirect_from: [\"/c/{d}\"] }",
            "the page has no parameter `d` in its path",
        ),
        ("<B/> at \"/b\"", "expected the name of a view"),
        ("Two at \"/\", C at \"/\"", "two pages have the path `/`"),
        (
            "Two at \"/{b}/x?{c}\", C at \"/{c}/x\"",
            "`/{c}/x` is found at the same paths as `/{b}/x`",
        ),
    ] {
        check(
            &format!("static APP = {{ layout: A, pages: [{page}], callbacks: [] }}"),
            &[expected],
        );
    }
}

#[test]
fn says_what_is_wrong_with_a_path() {
    for (path, expected) in [
        ("", "the path of a page starts with `/`"),
        ("b", "the path of a page starts with `/`"),
        ("/b/", "the path of a page has no `/` at its end"),
        ("/b//c", "a segment of this path is empty"),
        ("/{b", "`{b` has a `{` without its `}`"),
        ("/b}", "`b}` has a `}` without its `{`"),
        ("/b-{c}", "`b-{c}` is only in part a parameter"),
        ("/{b}{c}", "`{b}{c}` is only in part a parameter"),
        ("/{}", "a parameter has no name"),
        ("/{*b}", "`*b` is no name for a parameter"),
        ("/{fn}", "`fn` is no name for a parameter"),
        ("/{b}/{b}", "the parameter `b` is there twice"),
        ("/{b}?{b}", "the parameter `b` is there twice"),
        ("/b#c", "`b#c` has a `#`, and the browser keeps what follows it to itself"),
        ("/b?c", "`c` is no parameter"),
        ("/b?", "what follows `?` or `&` is no parameter"),
        ("/b?{c}/d", "`{c}/d` stands after the `?`"),
        ("/b?{c", "`{c` has a `{` without its `}`"),
    ] {
        let input = format!("static APP = {{ layout: A, pages: [B at {path:?}], callbacks: [] }}");
        check(&input, &[expected]);
    }
}

#[test]
fn a_page_is_found_with_its_parameters_and_called_as_its_view() {
    let app =
        "static APP = { layout: A, pages: [m::SalesReport at \"/r/{year}?{q}\"], callbacks: [] }";
    let text = super::expand(tokens(app)).to_string();
    for part in ["\"Sales report\"", "\"/r/{year}?{q}\"", ". year (", ". q (", "\"m::SalesReport\""]
    {
        assert!(text.contains(part), "{part} in {text}");
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
