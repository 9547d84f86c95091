//! One component: struct, constructors, setters, handle and what it converts into.

use super::names::{Names, bounded, has, parameter, required};
use super::text::{doc, each};
use crate::codegen::docs::summary;
use crate::codegen::model::{Component, Prop, Suite};

pub(super) fn component(suite: &Suite, component: &Component) -> String {
    let names = Names::of(component);
    [
        structure(component, &names),
        each(required(component), |prop| requirement(component, prop)),
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
fn requirement(component: &Component, prop: &Prop) -> String {
    let (name, has) = (&component.name, has(component, prop));
    let prop = prop.rust.trim_start_matches("r#");
    format!(
        r#"
/// Holds once `<{name}>` has its prop `{prop}`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`<{name}>` needs the prop `{prop}`",
    label = "`{prop}` is missing here",
    note = "add `{prop}=\"…\"`"
)]
pub trait {has} {{}}

#[diagnostic::do_not_recommend]
impl {has} for Given<()> {{}}
"#
    )
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
    let attr = each(&component.attr, |text| attr(suite, text));
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

/// The props that a callback can name: all but the id itself.
fn named(props: &[Prop]) -> impl Iterator<Item = &Prop> {
    props.iter().filter(|prop| prop.wire != "id")
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
        let given = names.arguments.replace(&parameter(prop), "Given<()>");
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

fn attr(suite: &Suite, text: &str) -> String {
    let (about, option) = (doc("///", text), own_type(suite, "Option<String>"));
    format!(
        "
{about}
pub fn attr(mut self, name: impl Into<Cow<'static, str>>, value: impl IntoProp<{option}>) -> Self {{
    self.element.set(name, value.into_prop());
    self
}}
"
    )
}

fn handle(suite: &Suite, component: &Component, names: &Names) -> String {
    let Component { name, props, generic, .. } = component;
    let arguments = &names.handle;
    let declared = each(generic, |g| format!("<{} = {}>", g.name, g.default));
    let derives = if arguments.is_empty() { "#[derive(Debug, Clone, Copy)]\n" } else { "" };
    let field = |prop: &Prop| {
        let about = doc("///", summary(&prop.doc));
        format!("{about}.\npub {}: Prop<{}>,\n", prop.rust, own_type(suite, &prop.ty))
    };
    let fields = each(named(props), field);
    let by_hand = if arguments.is_empty() { String::new() } else { unbounded(name, arguments) };
    format!(
        "
/// The props of a [`{name}`] as a callback names them.
{derives}pub struct {name}Props{declared} {{
    /// The component's id.
    pub id: &'static str,
    {fields}
}}
{by_hand}"
    )
}

/// What `derive` would bind to the type parameter.
fn unbounded(name: &str, arguments: &str) -> String {
    format!(
        "
impl{arguments} Clone for {name}Props{arguments} {{
    fn clone(&self) -> Self {{
        *self
    }}
}}

impl{arguments} Copy for {name}Props{arguments} {{}}

impl{arguments} core::fmt::Debug for {name}Props{arguments} {{
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {{
        f.debug_struct(\"{name}Props\").field(\"id\", &self.id).finish_non_exhaustive()
    }}
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

/// The type as this suite must write it: `html` has an `Option` of its own.
fn own_type(suite: &Suite, ty: &str) -> String {
    if suite.aliases.iter().any(|(alias, _)| alias == "Option") {
        ty.replace("Option<", "core::option::Option<")
    } else {
        ty.to_owned()
    }
}
