//! The clauses of `#[callback]`, and whose tokens its expansion holds.
use super::grouped::Kind;
use crate::testing::{mistakes, tokens};

const FN: &str = "fn f(a: Option<String>) -> Figure { body }";

/// Expands the attribute on `function`, compares the first lines of its mistakes, and parses what comes out.
fn check(attribute: &str, function: &str, expected: &[&str]) {
    let expansion = super::expand(tokens(attribute), &tokens(function));
    assert_eq!(mistakes(&expansion), expected, "#[callback({attribute})] {function}");
    if let Err(error) = syn::parse2::<syn::File>(expansion) {
        panic!("#[callback({attribute})] {function}: {error}");
    }
}

#[test]
fn accepts_clauses_in_any_order() {
    for attribute in [
        "output(A::b.c), input(A::b.d)",
        "input(m::A::b.d,), output(crate::m::A::b.c,),",
        "circular, input(A::b.d), prevent_initial_call, output(A::b.r#type), unlisted, blocking",
        "input(A::b.d), inline, output(A::b.c), websocket",
    ] {
        check(attribute, FN, &[]);
    }
    check(
        "input(A::b.c), input(A::b.d), output(A::b.e), state(A::b.f), cancel",
        "pub async fn f(a: A, b: B, Json(c): Json<C>, cx: Context) -> Result<Figure, E> {}",
        &[],
    );
    check("input(A::b.c), output(A::b.d, A::b.e)", "fn f(a: A) -> (B, Update<C>) {}", &[]);
    check(
        "input(A::b.c), output(A::b.d, A::b.e)",
        "fn f(a: A) -> io::Result<Update<(B, C)>> {}",
        &[],
    );
    check("input(A::b.c), output(A::b.d, A::b.e)", "fn f(a: A) -> NoUpdate {}", &[]);
    check("input(A::b.c), output(A::b.d)", "fn f(a: A) -> (B, C) {}", &[]);
    check("output(A::b.c)", "fn f() -> B {}", &[]);
    check("input(A::b.c)", "fn f(a: A) {}", &[]);
    check("output(A::b.c)", "fn f() -> B {}", &[]);
    check("input(A::b.c)", "fn f(a: A) {}", &[]);
}

#[test]
fn says_what_is_wrong() {
    let wired = "output(A::b.c), input(A::b.d)";
    for (attribute, function, expected) in [
        ("outputs(A::b.c), input(A::b.d)", FN, "unknown clause `outputs`"),
        ("output(A::b.c), input(A::b.d), frobnicate", FN, "unknown clause `frobnicate`"),
        ("output(A::b.c) input(A::b.d)", FN, "expected `,` before the next clause"),
        ("output(A::b.c); input(A::b.d)", FN, "expected `,`, found `;`"),
        ("output(A::b.c), on_error = a input(A::b.d)", FN, "expected `,` before the next clause"),
        ("output(A::b.c), input(A::b.d), on_error =", FN, "`on_error` needs a handler"),
        (
            "output(A::b.c), input(A::b.d), on_error = a, on_error = b",
            FN,
            "`on_error` is written twice",
        ),
        ("output(A::b.c), input = A::b.d", FN, "`input` needs parentheses"),
        ("output(A::b.c), input(A::b.d), inline = true", FN, "`inline` stands alone"),
        ("output(A::b.c), input(A::b.d), unlisted(1)", FN, "`unlisted` stands alone"),
        ("output(A::b.c), input(A::b.d), inline, inline", FN, "`inline` is written twice"),
        ("output(A::b.c), input(A::b.d), 1", FN, "expected a clause"),
        ("output(A::b), input(A::b.d)", FN, "`A::b` names a component, not one of its props"),
        ("output(A::), input(A::b.d)", FN, "expected a prop of a component"),
        ("output(A::b.), input(A::b.d)", FN, "expected a prop of a component"),
        ("output(b.c), input(A::b.d)", FN, "`b` lacks its view"),
        (
            "output(A::b.c), input(A::b.id)",
            FN,
            "the id of a component is no prop: it never changes",
        ),
        ("output(\"b.c\"), input(A::b.d)", FN, "expected a prop of a component"),
        (
            wired,
            "fn f() -> B {}",
            "`fn f` has no parameter for `b.d`: 1 prop is wired, and it takes 0 parameters",
        ),
        ("output(A::b.c, A::b.e), input(A::b.d)", FN, "`fn f` has 2 outputs, but returns 1 value"),
        (
            "output(A::b.c, A::b.e), input(A::b.d)",
            "fn f(a: A) -> Result<(A, B, C), D> {}",
            "`fn f` has 2 outputs, but returns 3 values",
        ),
        (wired, "fn f<T>(a: T) -> B {}", "a callback cannot be generic"),
        (wired, "fn f(&self) -> B {}", "a callback has no `self`"),
        (wired, "fn f(&a: &A) -> B {}", "a callback's parameter owns its value"),
        (wired, "fn f(a: impl Into<A>) -> B {}", "a callback's parameter needs a type of its own"),
        (
            "output(A::b.c), input(A::b.d), blocking",
            "async fn f(a: A) -> B {}",
            "`blocking` is for a plain `fn`: an `async fn` never blocks",
        ),
        (
            "output(A::b.c), input(A::b.d), cancel",
            FN,
            "`cancel` is for an `async fn`: a plain `fn` cannot be stopped",
        ),
        (
            "output(A::b.c), input(A::b.d), inline, blocking",
            FN,
            "`blocking` and `inline` exclude each other",
        ),
        (wired, "struct A;", "`#[callback]` stands on a `fn`"),
    ] {
        check(attribute, function, &[expected]);
    }
}

#[test]
fn reports_all_mistakes_of_a_call() {
    check(
        "outputs(A::b), inputs(b.c), stat(1)",
        FN,
        &[
            "unknown clause `outputs`",
            "`A::b` names a component, not one of its props",
            "unknown clause `inputs`",
            "`b` lacks its view",
            "unknown clause `stat`",
            "expected a prop of a component",
        ],
    );
}

#[test]
fn leaves_the_fn_as_it_is() {
    for attribute in ["output(A::b.c), input(A::b.d)", "output(A::b), input()"] {
        let expansion = super::expand(tokens(attribute), &tokens(FN)).to_string();
        assert!(expansion.contains(&tokens(FN).to_string()), "{attribute}");
    }
}

/// Expands a derive on `item`, and compares the first lines of its mistakes.
fn check_derive(kind: Kind, item: &str, expected: &[&str]) {
    let expansion = super::grouped::expand(kind, tokens(item));
    assert_eq!(mistakes(&expansion), expected, "{item}");
    if let Err(error) = syn::parse2::<syn::File>(expansion) {
        panic!("{item}: {error}");
    }
}

#[test]
fn a_struct_stands_in_a_clause_with_dots() {
    check("output(..O, A::b.c), input(A::b.d, ..m::I,)", "fn f(a: A, i: m::I) -> (O, C) {}", &[]);
    check("output(..O), input(..I, ..J)", "fn f(i: I, j: J) -> Update<O> {}", &[]);
    check("output(..O, ..P), input(A::b.c)", "fn f(a: A) -> NoUpdate {}", &[]);
    for (attribute, function, expected) in [
        ("output(..), input(A::b.d)", FN, "expected a struct of wires after `..`"),
        ("output(A::b.c), input(..I::)", FN, "expected a struct of wires after `..`"),
        ("output(A::b.c), input(I)", FN, "`I` is not a prop of a component"),
        (
            "output(A::b.c), input(..I), state(..J)",
            FN,
            "a struct of wires stands in `input(..)`, with its states",
        ),
        (
            "output(allow_duplicate(..O)), input(A::b.d)",
            FN,
            "`allow_duplicate` stands around a single prop",
        ),
        (
            "output(A::b.c), input(..I, ..J)",
            FN,
            "`fn f` has no parameter for `..J`: 2 are wired, and it takes 1 parameter",
        ),
        ("output(..O, A::b.c), input(..I)", FN, "`fn f` has 2 outputs, but returns 1 value"),
    ] {
        check(attribute, function, &[expected]);
    }
}

#[test]
fn each_field_of_a_struct_has_one_wire() {
    let fields =
        "struct I { #[input(optional(A::b.c))] a: A, /** b */ #[state(A::F { x: ALL }.c)] b: B }";
    check_derive(Kind::Inputs, fields, &[]);
    check_derive(Kind::Outputs, "struct O { #[output(allow_duplicate(A::b.c))] a: A }", &[]);
    for (kind, item, expected) in [
        (Kind::Inputs, "struct I;", "`I` is not a struct with named fields"),
        (Kind::Inputs, "struct I { a: A }", "`a` is wired to nothing"),
        (Kind::Inputs, "struct I { #[input()] a: A }", "expected a prop of a component"),
        (Kind::Inputs, "struct I { #[input = 1] a: A }", "`input` needs parentheses"),
        (
            Kind::Inputs,
            "struct I { #[input(allow_duplicate(A::b.c))] a: A }",
            "`allow_duplicate` cannot stand around an input",
        ),
        (
            Kind::Inputs,
            "struct I { #[output(A::b.c)] a: A }",
            "`output` cannot stand in a struct of `Inputs`",
        ),
        (
            Kind::Outputs,
            "struct O { #[state(A::b.c)] a: A }",
            "`state` cannot stand in a struct of `Outputs`",
        ),
        (
            Kind::Outputs,
            "struct O { #[output(A::F { x: ALLSMALLER }.c)] a: A }",
            "an output cannot be `ALLSMALLER`",
        ),
        (
            Kind::Outputs,
            "struct O<'a> { #[output(A::b.c)] a: &'a str }",
            "the wires of a struct cannot be generic",
        ),
        (
            Kind::Outputs,
            "union O { #[output(A::b.c)] a: A }",
            "`O` is not a struct with named fields",
        ),
    ] {
        check_derive(kind, item, &[expected]);
    }
}
