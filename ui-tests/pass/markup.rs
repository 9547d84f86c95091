//! Every form of markup, and what it becomes.
use dash::components::{Node, View};
use dash::dcc::{Dropdown, Graph, Link, Slider};
use dash::html::{self, Button, Div, H1, Label, Li, Ul};
use dash::view;

mod parts {
    dash::view! {
        /// A part of another module.
        pub(crate) Footer => <dash::html::Footer>"end"</dash::html::Footer>
    }
}

view! {
    /// Parameters are given like props, in any order; borrowed ones too.
    Panel(title: &str, years: Vec<i32>, children: Node) => <Div class_name="panel">
        <H1>{title.to_uppercase()}</H1>
        <Ul>{for year in &years { <Li>{*year}</Li> }}</Ul>
        {children}
    </Div>
}

view! {
    Page(rows: usize, name: Option<&str>) => <>
        <Div hidden data-row={rows.to_string()} aria-label="page"/>
        <Dropdown<i64> id=choice options={vec![1_i64, 2]} value=2/>
        <Slider min=-1.5 max=10 value={2.0 * 2.0}/>
        <Graph/>
        <Link href="/home">"home"</Link>
        <html::Label html_for="x">"text " {1 + 1} {'c'}</html::Label>
        <Button type="submit" id={format!("button-{rows}")}>"Go"</Button>
        {if rows > 3 { "many" } else if let Some(name) = name { {name} } else { <></> }}
        {if rows > 100 { <H1>"very many"</H1> <H1>"indeed"</H1> }}
        {match name {
            None => "nobody",
            Some(name) if name.is_empty() => <Label>"empty"</Label>,
            Some(name) => { "somebody called " {name} }
        }}
        {for (index, name) in ["a", "b"].iter().enumerate() {
            {for _ in 0..index { <Li>{*name}</Li> }}
        }}
        {Some("maybe")} {None::<Node>} {vec![1, 2]} {(0..2).map(|n| n.to_string())} {true}
        {let sum: u32 = [1, 2].iter().sum(); sum}
        <Panel title="Inner" years={vec![2024, 2025]}>"child"</Panel>
        <parts::Footer/>
    </>
}

fn main() {
    let page: View<Page> = Page::new().name(None).rows(2).build();
    let inside: Node = view! { <Div>{page}</Div> };
    let mut kinds = Vec::new();
    inside.walk(&mut |element| kinds.push(element.kind()));
    let expected = [
        "Div", "Div", "Dropdown", "Slider", "Graph", "Link", "Label", "Button", "Li", "Div", "H1",
        "Ul", "Li", "Li", "Footer",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(Page::choice.id, "choice");
    let _: Node = view! { "text alone" };
    let _: Node = view! { <>{1} "and" {2}</> };
}
