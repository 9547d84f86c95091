//! The handle of a component: its props as a callback names them.

use super::names::{Names, own_type};
use crate::codegen::docs::summary;
use crate::codegen::model::{Component, Prop, Suite};
use crate::codegen::text::{doc, each};

pub(super) fn handle(suite: &Suite, component: &Component, names: &Names) -> String {
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
    let clicks = if counts_clicks(props) { clicks(name, arguments) } else { String::new() };
    format!(
        "
/// The props of a [`{name}`] as a callback names them.
{derives}pub struct {name}Props{declared} {{
    /// The component's id.
    pub id: &'static str,
    {fields}
}}
{by_hand}{clicks}"
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

fn counts_clicks(props: &[Prop]) -> bool {
    props.iter().any(|prop| prop.wire == "n_clicks" && prop.ty == "u64")
}

/// What a test clicks.
fn clicks(name: &str, arguments: &str) -> String {
    format!(
        "
impl{arguments} From<{name}Props{arguments}> for Clicks {{
    fn from(own: {name}Props{arguments}) -> Self {{
        own.n_clicks.into()
    }}
}}
"
    )
}

/// The props that a callback can name: all but the id itself.
pub(super) fn named(props: &[Prop]) -> impl Iterator<Item = &Prop> {
    props.iter().filter(|prop| prop.wire != "id")
}
