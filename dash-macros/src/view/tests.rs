//! The grammar of `view!`, and whose tokens its expansion holds.
use crate::testing::{mistakes, places, tokens};

/// Expands `input`, compares the first lines of its mistakes, and parses what comes out.
fn check(input: &str, expected: &[&str]) {
    let expansion = super::expand(tokens(input));
    assert_eq!(mistakes(&expansion), expected, "{input}");
    let is_expression = input.is_empty() || input.starts_with(['<', '{', '"']);
    let parsed = if is_expression {
        syn::parse2::<syn::Expr>(expansion).map(drop)
    } else {
        syn::parse2::<syn::File>(expansion).map(drop)
    };
    parsed.unwrap_or_else(|error| panic!("{input}: {error}"));
}

#[test]
fn accepts_the_grammar() {
    for input in [
        r#""text""#,
        "<Div/>",
        "<></>",
        "<Div></Div>",
        "{value}",
        "{let a = 1; a + 1}",
        "<html::Div class_name=\"x\" hidden/>",
        "<crate::parts::Row a=1 b=-2.5 c='x' d=true e=path::VALUE f=[1, 2] g=Cell { row: 1 } h={1 + 1}/>",
        "<Dropdown<Region> value=Region::North/>",
        "<Table<Vec<Row>, u32>/>",
        "<Div data-x=\"1\" aria-label={text} data-1=\"x\" data-a-b/>",
        "<Input type=\"text\" for=\"x\" async loop/>",
        "<Div id={\"x\"}/>",
        "<Div>\"a\" {1} <B/> {for a in b { <C/> \"x\" {a} }}</Div>",
        "<Div>{for (i, x) in xs.iter().enumerate() { {if i > 0 { <Hr/> }} {x} }}</Div>",
        "<Div>{if let Some(x) = y && x > 1 { {x} } else if z { \"z\" } else { <></> }}</Div>",
        "<Div>{match x { A | B => \"ab\", C { .. } if d => <D/>, _ => { <E/> <F/> } }}</Div>",
        "<Div>{match x {}}</Div>",
        "<a::Div>/* a comment */</a::Div>",
        "Page => <Div id=page/>",
        "/// Docs.\n#[allow(unused)]\npub(crate) Page(a: u32, b: HashMap<K, V>,) => <Div>{a}{b}</Div>",
        "Page => <><Div id=a/><Div id=r#type_/></>",
    ] {
        check(input, &[]);
    }
}

#[test]
fn says_what_is_wrong() {
    for (input, expected) in [
        ("<Div>", "`<Div>` is never closed"),
        ("<>", "`<>` is never closed"),
        ("<Div></Dib>", "`</Dib>` does not close `<Div>`"),
        ("<Div><H1></Div>", "`</Div>` does not close `<H1>`"),
        ("<Div><A><B></A></Div>", "`</A>` does not close `<B>`"),
        ("<Div/></Div>", "`</Div>` closes nothing"),
        ("<Div>hello</Div>", "text stands in quotes"),
        ("<Div>12</Div>", "text stands in quotes"),
        ("<Div>let x = 1;</Div>", "a statement has no place among markup"),
        ("<Div>if a { \"b\" } else { \"c\" }</Div>", "`if` stands in braces"),
        ("<Div>match a { _ => <B/> }</Div>", "`match` stands in braces"),
        ("<Div>{}</Div>", "these braces are empty"),
        ("<Div>{if a { <B/> } <C/>}</Div>", "expected `}`"),
        ("<Div>{for a in b \"c\"}</Div>", "expected markup in braces"),
        ("<Div>{match a { _ => 1 }}</Div>", "expected markup after `=>`"),
        ("<Div><!-- x --></Div>", "HTML comments and declarations have no place in a view"),
        ("<Div> < 1 </Div>", "expected the name of a component after `<`"),
        ("<Div a=b()/>", "this value needs braces"),
        ("<Div a=b.c d=1/>", "this value needs braces"),
        ("<Div a=&b/>", "this value needs braces"),
        ("<Div a=1..2/>", "this value needs braces"),
        ("<Div a=if b { 1 } else { 2 } c=1/>", "this value needs braces"),
        ("<Div a=b as u32/>", "this value needs braces"),
        ("<Div a=vec![1]/>", "this value needs braces"),
        ("<Div a=/>", "`a=` lacks its value"),
        ("<Div a= b=1/>", "`a=` lacks its value"),
        ("<Div a=1, b=2/>", "no comma stands between attributes"),
        ("<Div , b=2/>", "expected an attribute"),
        ("<Div {..a}/>", "expected an attribute"),
        ("<Div class-name=\"x\"/>", "`class-name` is not the name of a prop"),
        ("<Div on:click={f}/>", "`on:click` is not the name of a prop"),
        ("<Div self=1/>", "`self` is not the name of a prop"),
        ("<Div a=1 a=2/>", "`a` is given twice"),
        ("<Div data-a=\"1\" data-a=\"2\"/>", "`data-a` is given twice"),
        ("<Div a=1 <B/></Div>", "the tag `<Div` does not end"),
        ("<Div id/>", "an id needs a name"),
        ("<Div id=x/>", "a view without a name cannot declare the id `x`"),
        ("<Div id=\"x\"/>", "an id is a name, not text"),
        ("<Div id=a::b/>", "an id is a name"),
        ("<A/> <B/>", "a view has one root"),
        ("", "this view has no markup"),
        ("Page =>", "this view has no markup"),
        ("Page = <Div/>", "expected `=>` after `Page`"),
        ("Page(a) => <Div/>", "`a` lacks its type"),
        ("Page(a: u32, a: u32) => <Div/>", "the parameter `a` is declared twice"),
        ("Page(build: u32) => <Div/>", "a parameter cannot be called `build`"),
        ("Page(a: impl Fn()) => <Div/>", "a parameter of a view needs a type of its own"),
        ("Page => <Div id=new/>", "`new` cannot be an id: `new` builds the view"),
        ("Page => <Div id=_x/>", "`_x` cannot be an id: names with `_` in front are reserved"),
        ("Page => <Div id=type/>", "`type` cannot be an id: it is a word of Rust"),
        (
            "Page => <Div>{for a in b { <C id=c/> }}</Div>",
            "the id `c` would stand in the page once for each turn of the `for`",
        ),
        ("Page => <Div id=a><B id=a/></Div>", "the id `a` is already used in this view"),
    ] {
        check(input, &[expected]);
    }
}

#[test]
fn reports_all_mistakes_of_a_call() {
    check(
        "Page(a) => <Div a-b=1><B>x</C><D id=\"d\" e=f() e=1/></Div>",
        &[
            "`a` lacks its type",
            "`a-b` is not the name of a prop",
            "text stands in quotes",
            "`</C>` does not close `<B>`",
            "an id is a name, not text",
            "this value needs braces",
        ],
    );
}

#[test]
fn keeps_what_a_wrong_view_declares() {
    let expansion =
        super::expand(tokens("Page => <Div id=page>text<B id=inner/></Div>")).to_string();
    assert!(expansion.contains("const page :") && expansion.contains("const inner :"));
}

/// Editors and rustc find the user's tokens at their places in the source.
#[test]
fn holds_the_users_tokens() {
    let source = "Page => <Pager id=range min=low/>";
    let expansion = super::expand(tokens(source));
    for word in ["Page", "Pager", "range", "min", "low"] {
        let column = source.find(word).unwrap();
        let found =
            places(&expansion, word).into_iter().any(|at| at.line == 1 && at.column == column);
        assert!(found, "{word}");
    }
    let build = places(&expansion, "build");
    assert!(build.iter().any(|at| at.column == source.find("Pager").unwrap()));
}

#[test]
fn counts_tags_by_what_the_page_can_hold() {
    let includes = |input: &str| {
        let expansion = super::expand(tokens(input)).to_string();
        expansion.matches("< A as :: dash :: __private :: Component > :: VIEW").count()
    };
    assert_eq!(includes("P => <A/>"), 1);
    assert_eq!(includes("P => <><A/><A/><A/></>"), 2);
    assert_eq!(includes("P => <>{for a in b { <A/> }}</>"), 2);
    assert_eq!(includes("P => <>{if a { <A/> } else if b { <A/> } else { <A/> }}</>"), 1);
    assert_eq!(includes("P => <>{match a { _ => <A/>, b => <><A/><A/></> }}</>"), 2);
}

#[test]
fn a_large_piece_that_names_nothing_of_its_surroundings_is_a_fn_of_its_own() {
    let piece = |cell: &str| {
        let row = cell.repeat(16);
        super::expand(tokens(&format!("<><A>{row}</A></>"))).to_string().contains("fn piece ()")
    };
    assert!(piece("<B c=1 d={2.e()}>\"f\"</B>"));
    for open in ["<B c={d}/>", "<B<C>/>", "<B>{c()}</B>", "{if c { <B/> }}", "<B c={1.await}/>"] {
        assert!(!piece(open), "{open}");
    }
}
