//! One component: struct, constructors, setters, handle and what it converts into.

use super::handle::{handle, named};
use super::names::{Names, bounded, has, own_type, required};
use crate::codegen::model::{Component, Prop, Suite};
use crate::codegen::text::{doc, each};

pub(super) fn component(suite: &Suite, component: &Component) -> String {
    let names = Names::of(component);
    [
        structure(component, &names),
        each(required(component), |prop| requirement(suite, component, prop)),
        constructors(suite, component, &names),
        builder(suite, component, &names),
        handle(suite, component, &names),
        conversions(component, &names),
    ]
    .concat()
}

fn structure(Component { name, doc: text, .. }: &Component, names: &Names) -> String {
    let Names { declared, of, .. } = names;
    let about = doc("///", text);
    let marker =
        if names.is_plain() { String::new() } else { format!(", of: PhantomData<fn() -> {of}>") };
    format!(
        "\n{about}\n#[derive(Debug, Clone)]\npub struct {name}{declared} {{ element: Element{marker} }}\n"
    )
}

/// The trait by which rustc says that a required prop is missing.
fn requirement(suite: &Suite, component: &Component, prop: &Prop) -> String {
    let (name, has) = (published(suite, &component.name), has(component, prop));
    let label = add(name, prop).replace('"', "\\\"");
    let prop = prop.rust.trim_start_matches("r#");
    format!(
        r#"
/// Holds once `<{name}>` has its prop `{prop}`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`<{name}>` needs the prop `{prop}`",
    label = "{label}"
)]
pub trait {has} {{}}

#[diagnostic::do_not_recommend]
impl {has} for Given<()> {{}}
"#
    )
}

/// The name by which users know the component.
fn published<'a>(suite: &'a Suite, name: &'a str) -> &'a str {
    let alias = suite.aliases.iter().find(|(_, known)| known == name);
    alias.map_or(name, |(alias, _)| alias)
}

/// How a missing prop is given.
fn add(component: &str, prop: &Prop) -> String {
    match prop.wire.as_str() {
        "children" => format!("write what stands in it: `<{component}>…</{component}>`"),
        _ => format!("add `{}=\"…\"`", prop.rust.trim_start_matches("r#")),
    }
}

fn constructors(suite: &Suite, component: &Component, names: &Names) -> String {
    let name = &component.name;
    let fresh = fresh(suite, component, names);
    let Some(generic) = &component.generic else {
        return format!(
            "\nimpl {name} {{\n/// No props yet.\npub fn new() -> Self {{\n{fresh}\n}}\n}}\n"
        );
    };
    let (own, default, bounded) = (&generic.name, &generic.default, bounded(generic));
    format!(
        "
impl {name} {{
    /// No props yet; values are `{default}`.
    pub fn new() -> Self {{
        Self::of()
    }}

    /// No props yet; values are `{own}`.
    pub fn of<{bounded}>() -> {name}<{own}> {{
        {fresh}
    }}
}}
"
    )
}

/// The component with nothing but the props that it always sends.
fn fresh(suite: &Suite, component: &Component, names: &Names) -> String {
    let Component { name, wire, send, .. } = component;
    let marker = if names.is_plain() { "" } else { ", of: PhantomData" };
    let element = format!("Element::new({:?}, {wire:?})", suite.namespace);
    if send.is_empty() {
        return format!("{name} {{ element: {element}{marker} }}");
    }
    let set = |(prop, value): &(String, String)| {
        format!("element.set({prop:?}, PropValue::from({value}));\n")
    };
    let sets = each(send, set);
    format!("let mut element = {element};\n{sets}{name} {{ element{marker} }}")
}

fn builder(suite: &Suite, component: &Component, names: &Names) -> String {
    let Component { name, props, .. } = component;
    let Names { arguments, complete, handle, .. } = names;
    let setters = each(props, |prop| setter(suite, component, prop, names));
    let attr = each(&component.attr, |text| attr(text));
    let fields = each(named(props), |Prop { rust, wire, .. }| {
        let field = rust.trim_start_matches("r#");
        format!("{rust}: Prop {{ id, field: {field:?}, property: {wire:?}, ty: PhantomData }},\n")
    });
    format!(
        "
impl{arguments} {name}{arguments} {{
    {setters}
    {attr}
    /// The component as a node of the layout.
    pub fn build(self) -> Node {complete} {{
        Node::Element(Box::new(self.element))
    }}

    #[doc(hidden)]
    pub const fn __handle(id: &'static str) -> {name}Props{handle} {{
        {name}Props {{
            id,
            {fields}
        }}
    }}
}}
"
    )
}

fn setter(suite: &Suite, component: &Component, prop: &Prop, names: &Names) -> String {
    let Prop { rust, wire, .. } = prop;
    let about = doc("///", &prop.doc);
    let (generics, argument, value) = if prop.ty == "Node" {
        ("<K>", "impl IntoNode<K>".to_owned(), "PropValue::from(value.into_node())")
    } else {
        ("", format!("impl IntoProp<{}>", own_type(suite, &prop.ty)), "value.into_prop()")
    };
    let (result, end) = if prop.required {
        let given = names.with(prop);
        let name = &component.name;
        (format!("{name}{given}"), format!("{name} {{ element: self.element, of: PhantomData }}"))
    } else {
        ("Self".to_owned(), "self".to_owned())
    };
    format!(
        "
{about}
pub fn {rust}{generics}(mut self, value: {argument}) -> {result} {{
    self.element.set({wire:?}, {value});
    {end}
}}
"
    )
}

fn attr(text: &str) -> String {
    let about = doc("///", text);
    format!(
        "
{about}
pub fn attr(mut self, name: impl Into<Cow<'static, str>>, value: impl IntoProp<Attr>) -> Self {{
    self.element.set(name, value.into_prop());
    self
}}
"
    )
}

fn conversions(Component { name, generic, .. }: &Component, names: &Names) -> String {
    let Names { bounded, arguments, handle, complete, .. } = names;
    let default = match generic {
        Some(_) => format!(
            "impl{bounded} Default for {name}{arguments} {{\nfn default() -> Self {{\n{name}::of()\n}}\n}}"
        ),
        None => format!("impl Default for {name} {{\nfn default() -> Self {{\nSelf::new()\n}}\n}}"),
    };
    format!(
        "
impl{arguments} Component for {name}{arguments} {{
    type Handle = {name}Props{handle};
}}

#[diagnostic::do_not_recommend]
impl{arguments} IntoNode<markers::One> for {name}{arguments} {complete} {{
    fn into_node(self) -> Node {{
        self.build()
    }}
}}

#[diagnostic::do_not_recommend]
impl{arguments} IntoProp<Node> for {name}{arguments} {complete} {{
    fn into_prop(self) -> PropValue {{
        PropValue::from(self.build())
    }}
}}

{default}
"
    )
}
