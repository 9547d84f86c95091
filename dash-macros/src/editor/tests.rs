//! Code that is half typed: the expansion holds each word of it, at its place, and can be read.
use proc_macro2::{Delimiter, LineColumn, TokenStream, TokenTree};

use crate::testing::{places, tokens};

/// Which macro it is that is being typed.
#[derive(Clone, Copy, Debug)]
enum Call {
    /// `view!` as an item.
    View,
    /// `view!` as an expression.
    Markup,
    Callback,
    App,
    Callbacks,
    /// `#[derive(Inputs)]`, of which the editor has all but the wires.
    Inputs,
}
use Call::{App, Callback, Callbacks, Inputs, Markup, View};

/// `$` is where the user types. An editor also expands the call with a word of its own there.
const CASES: &[(Call, &str)] = &[
    (View, "Page => <Dro$"),
    (View, "Page => <Div><Dro$</Div>"),
    (View, "Page => <Div><dcc::$</Div>"),
    (View, "Page => <Div><Slider mi$ max=10</Div>"),
    (View, "Page => <Slider min=$ max=10/>"),
    (View, "Page => <Slider min=limits.$ max=10/>"),
    (View, "Page => <Slider id=year min=Limits::$/>"),
    (View, "Page => <Dropdown options=regions($)/>"),
    (View, "Page(title: String) => <H1>{title.$}</H1>"),
    (View, "Page(title: String) => <H1>{title.trim().$}</H1>"),
    (View, "Page(title: String, rows: Ro$) => <H1>{title}</H1> extra"),
    (View, "Page(title) => <Div id=chart><H1>{title}</H1>{rows.$}</Div>"),
    (View, "Page => <Ul>{for row in table.$ { <Li>{row.name}</Li> }}</Ul>"),
    (View, "Page => <Ul>{for row in rows { <Li>{row.$}</Li> }}</Ul>"),
    (View, "Page => <Ul>{for row in rows.$}</Ul>"),
    (View, "Page => <Div>{if user.$ { <P>{user.name}</P> }}</Div>"),
    (View, "Page => <Div>{match kind { Kind::$ => <P/> }}</Div>"),
    (View, "Page => <Div>{match kind { Kind::A => kind.$ }}</Div>"),
    (View, "Page => <Div><H1>tit$</H1><Input id=name/></Di>"),
    (View, "Page => <Input id=Cell { row: ro$, ..rest }/>"),
    (Markup, "<H1>{title.$}</H1>"),
    (Markup, "{title.$}"),
    (Markup, "<Div class_name=style.$><Pan$</Div>"),
    (Markup, "<P>{format!(\"{}\", name.$)} {name.}</P>"),
    (Callback, "output(Sales::$), input(Sales::region.value)"),
    (Callback, "output(Sales::chart.$), input(Sales::region.value)"),
    (Callback, "output(Sales::chart.figure), input(Sal$)"),
    (
        Callback,
        "output(Sales::chart.figure), input(Sales::region.value), state(pages::Sales::$, Sales::year.value)",
    ),
    (Callback, "output(Sales::chart.figure) input(Sales::region.$"),
    (
        Callback,
        "output(Sheet::Cell { row: MATCH, co$ }.value), input(Sheet::Cell { row: AL$, col: 0 }.value)",
    ),
    (
        Callback,
        "input(optional(Sales::region.$)), running(Sales::year.$, true, false), client = scripts::$",
    ),
    (Callback, "input(..Fil$ rest), output(..summary::$)"),
    (App, "static APP = { layout: Sal$, callbacks: [sales::$, by_year] }"),
    (App, "static APP = { layout: Sales = pages::$, callbacks: [..groups::$, by_year.$] }"),
    (App, "pub APP = { layout: Sales, also: [Row, detail::$], callbacks: [by_$] }"),
    (App, "static APP = { layout: Sales, callbacks: by_region$ }"),
    (Callbacks, "pub SALES: [by_region, sales::$, ..OTHER.$]"),
    (Callbacks, "SALES [by_region, sales::$]"),
    (
        Inputs,
        "#[input(Sales::$)] region: Option<String>, #[state(Sales::year.value)] year: Option<f64>",
    ),
    (
        Inputs,
        "#[input(Sales::region.$)] region: Option<String>, #[output(Sales::chart.figure)] year: u8",
    ),
];

#[test]
fn half_typed_code_keeps_its_words() {
    assert!(CASES.len() >= 30);
    for (call, input) in CASES {
        check(*call, input, "");
        check(*call, input, "marker");
    }
}

/// Expands the input with `typed` in place of each `$`.
fn check(call: Call, input: &str, typed: &str) {
    let text = balanced(&input.replace('$', typed));
    let expansion = expand(call, &text);
    let shown = expansion.to_string();
    for (word, place) in words(call, &tokens(&text)) {
        assert!(places(&expansion, &word).contains(&place), "`{word}` of `{text}` in `{shown}`");
    }
    let read = match call {
        Markup => syn::parse2::<syn::Expr>(expansion).map(drop),
        _ => syn::parse2::<syn::File>(expansion).map(drop),
    };
    read.unwrap_or_else(|error| panic!("{text}: {error}\n{shown}"));
}

/// An editor closes what is open before it expands a macro.
fn balanced(text: &str) -> String {
    let open = text.matches('(').count() - text.matches(')').count();
    format!("{text}{}", ")".repeat(open))
}

fn expand(call: Call, text: &str) -> TokenStream {
    let input = tokens(text);
    match call {
        View | Markup => crate::view::expand(input),
        Callback => crate::callback::expand(input, &tokens("fn update(a: A) -> B { c }")),
        App => crate::app::expand(input),
        Callbacks => crate::app::group::expand(input),
        Inputs => {
            let kind = crate::callback::grouped::Kind::Inputs;
            crate::callback::grouped::expand(kind, tokens(&format!("struct Filters {{ {text} }}")))
        }
    }
}

/// The user's words, without those of the macros' grammar, of Rust's, and of closing tags.
fn words(call: Call, input: &TokenStream) -> Vec<(String, LineColumn)> {
    let mut found = Vec::new();
    collect(input.clone(), &mut found);
    let own = [
        "output",
        "input",
        "state",
        "running",
        "optional",
        "client",
        "static",
        "pub",
        "layout",
        "also",
        "callbacks",
        "id",
        "for",
        "in",
        "if",
        "match",
        "MATCH",
        "ALL",
        "true",
        "false",
    ];
    found.retain(|(word, _)| !own.contains(&word.as_str()));
    let offset = if matches!(call, Inputs) { "struct Filters { ".len() } else { 0 };
    let fields = ["region", "year", "Option", "String", "f64", "u8"];
    if matches!(call, Inputs) {
        found.retain(|(word, _)| !fields.contains(&word.as_str()));
    }
    let moved = |at: LineColumn| LineColumn { column: at.column + offset, ..at };
    found.into_iter().map(|(word, at)| (word, moved(at))).collect()
}

fn collect(input: TokenStream, found: &mut Vec<(String, LineColumn)>) {
    let mut before = ["", ""].map(str::to_owned);
    for token in input {
        let text = token.to_string();
        let closes = before == ["<", "/"];
        match token {
            TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
                collect(group.stream(), found);
            }
            TokenTree::Ident(word) if !closes => {
                found.push((word.to_string(), word.span().start()));
            }
            _ => {}
        }
        before = [std::mem::take(&mut before[1]), text];
    }
}
