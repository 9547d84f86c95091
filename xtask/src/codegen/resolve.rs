//! Schema and overlay, laid over each other; collects every mistake in the overlay.

use super::docs;
use super::model::{Component, Enum, Generic, Prop, Shape, Suite};
use super::names::snake;
use super::overlay::{self, Overlay};
use super::schema::{self, Schema};
use super::types::{self, Shapes};

/// The suite, or every mistake found in its overlay.
pub(super) fn resolve(
    name: &str,
    schema: &Schema,
    overlay: &Overlay,
) -> Result<Suite, Vec<String>> {
    let mut resolver = Resolver { name, schema, overlay, shapes: Vec::new(), errors: Vec::new() };
    let suite = resolver.suite();
    if resolver.errors.is_empty() { Ok(suite) } else { Err(resolver.errors) }
}

struct Resolver<'a> {
    /// `dcc`.
    name: &'a str,
    schema: &'a Schema,
    overlay: &'a Overlay,
    shapes: Shapes,
    errors: Vec<String>,
}

impl Resolver<'_> {
    fn suite(&mut self) -> Suite {
        self.shapes =
            self.overlay.shapes.iter().filter_map(|(n, s)| self.shape_type(n, s)).collect();
        let overlay = self.overlay;
        Suite {
            name: self.name.to_owned(),
            doc: overlay.doc.clone(),
            namespace: self.schema.namespace.clone(),
            publish: overlay.publish.clone(),
            aliases: overlay.aliases.clone().into_iter().collect(),
            enums: overlay.enums.iter().map(|(name, known)| closed(name, known)).collect(),
            shapes: overlay.shapes.iter().map(|(name, shape)| self.shape(name, shape)).collect(),
            components: overlay
                .components
                .iter()
                .filter_map(|(n, c)| self.component(n, c))
                .collect(),
        }
    }

    fn component(&mut self, name: &str, laid: &overlay::Component) -> Option<Component> {
        let wire = laid.wire.as_deref().unwrap_or(name);
        let Some(facts) = self.schema.component(wire) else {
            self.errors.push(format!("{}.{wire}: not in the schema", self.name));
            return None;
        };
        let kept = |prop: &&schema::Prop| {
            !laid.omit.contains(&prop.name) && !laid.send.contains_key(&prop.name)
        };
        self.unknown_props(name, laid, facts);
        Some(Component {
            name: name.to_owned(),
            wire: wire.to_owned(),
            doc: laid.doc.clone(),
            generic: laid.generic.as_deref().map(generic),
            send: laid.send.iter().map(|(k, v)| (k.clone(), types::literal(v))).collect(),
            attr: (laid.attr || !facts.wildcard_props.is_empty())
                .then(|| self.overlay.attr.clone()),
            props: facts
                .props
                .iter()
                .filter(kept)
                .map(|p| self.prop(name, wire, laid, p))
                .collect(),
        })
    }

    fn unknown_props(&mut self, name: &str, laid: &overlay::Component, facts: &schema::Component) {
        let known = |wanted: &&String| facts.props.iter().any(|prop| prop.name == **wanted);
        for wanted in laid.props.keys().chain(&laid.omit).chain(laid.send.keys()) {
            if !known(&wanted) {
                self.errors.push(format!("{}.{name}.{wanted}: not in the schema", self.name));
            }
        }
    }

    fn prop(
        &mut self,
        name: &str,
        wire: &str,
        laid: &overlay::Component,
        prop: &schema::Prop,
    ) -> Prop {
        let overlay = self.overlay;
        let own = laid.props.get(&prop.name);
        let base = overlay.components.get(wire).and_then(|base| base.props.get(&prop.name));
        let shared = overlay.props.get(&prop.name);
        let layers: Vec<&overlay::Prop> = [own, base, shared].into_iter().flatten().collect();
        let is_own = [own, base].into_iter().flatten().any(|layer| layer.doc.is_some());
        let owner = if is_own { wire } else { "*" };
        let source = format!("{}.{owner}.{}", self.name, prop.name);
        let at = format!("{}.{name}.{}", self.name, prop.name);
        self.described(&at, &source, &layers, prop)
    }

    fn described(
        &mut self,
        at: &str,
        source: &str,
        layers: &[&overlay::Prop],
        prop: &schema::Prop,
    ) -> Prop {
        let named = layers.iter().find_map(|layer| layer.ty.clone());
        let ty = named.or_else(|| types::resolve(prop, self.overlay, &self.shapes));
        if ty.is_none() {
            self.errors.push(format!("{at}: the overlay has no Rust type for `{}`", prop.ty));
        }
        let text = layers.iter().find_map(|layer| layer.doc.as_deref()).unwrap_or_default();
        let default = layers.iter().find_map(|layer| layer.default.as_deref());
        Prop {
            wire: prop.name.clone(),
            rust: snake(&prop.name),
            ty: ty.unwrap_or_default(),
            doc: docs::compose(text, default, prop, source),
            required: prop.is_required(),
        }
    }

    /// The schema type at the path `Graph.config.edits`.
    fn shape_type(&self, name: &str, shape: &overlay::Shape) -> Option<(String, String)> {
        let mut path = shape.of.split('.');
        let component = self.schema.component(path.next()?)?;
        let prop = path.next()?;
        let first = component.props.iter().find(|known| known.name == prop)?.ty.clone();
        let ty = path.try_fold(first, |ty, field| {
            types::fields(&ty)?.into_iter().find(|(known, _)| known == field).map(|(_, ty)| ty)
        })?;
        Some((name.to_owned(), ty))
    }

    fn shape(&mut self, name: &str, shape: &overlay::Shape) -> Shape {
        let ty = self.shapes.iter().find(|(known, _)| known == name).map(|(_, ty)| ty.clone());
        let Some(fields) = ty.as_deref().and_then(types::fields) else {
            self.errors.push(format!("{}.{}: no object with known fields", self.name, shape.of));
            return Shape { name: name.to_owned(), doc: String::new(), fields: Vec::new() };
        };
        let kept = fields.into_iter().filter(|(field, _)| !shape.omit.contains(field));
        let fields = kept.map(|(field, ty)| self.field(name, shape, field, ty)).collect();
        Shape { name: name.to_owned(), doc: shape.doc.clone(), fields }
    }

    fn field(&mut self, name: &str, shape: &overlay::Shape, field: String, ty: String) -> Prop {
        let at = format!("{}.{name}.{field}", self.name);
        let source = format!("{}.{}.{field}", self.name, shape.of);
        let layers: Vec<&overlay::Prop> = shape.fields.get(&field).into_iter().collect();
        let default = serde_json::Value::Null;
        let facts = schema::Prop { name: field, ty, required: false, default };
        self.described(&at, &source, &layers, &facts)
    }
}

fn closed(name: &str, known: &overlay::Enum) -> Enum {
    let value = |(name, value, doc): &(String, serde_json::Value, String)| {
        (name.clone(), types::literal(value), doc.clone())
    };
    let values = known.values.iter().map(value).collect();
    Enum { name: name.to_owned(), doc: known.doc.clone(), values }
}

fn generic(text: &str) -> Generic {
    let (declared, default) = text.split_once('=').unwrap_or((text, ""));
    let (name, bound) = match declared.split_once(':') {
        Some((name, bound)) => (name, Some(bound.trim().to_owned())),
        None => (declared, None),
    };
    Generic { name: name.trim().to_owned(), bound, default: default.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::resolve;
    use crate::codegen::model::{Component, Prop, Suite};

    fn suite(overlay: &str) -> Result<Suite, Vec<String>> {
        let schema = json!({"namespace": "dash_x", "components": [{
            "name": "Box",
            "wildcard_props": ["data-*"],
            "props": [
                {"name": "id", "type": "string", "required": true},
                {"name": "className", "type": "string"},
                {"name": "href", "type": "string", "required": true},
                {"name": "kind", "type": "string", "default": "plain"},
                {"name": "size", "type": "{width?: string, depth?: number}"}
            ]
        }]});
        let overlay = format!("doc = '.'\ntypes.string = 'Option<String>'\n{overlay}");
        resolve("x", &serde_json::from_value(schema).unwrap(), &toml::from_str(&overlay).unwrap())
    }

    #[track_caller]
    fn fails(overlay: &str, expected: &[&str]) {
        assert_eq!(suite(overlay).unwrap_err(), expected);
    }

    #[test]
    fn what_the_schema_does_not_know_is_refused() {
        let no_size = "omit = ['size']";
        fails("[components.Bax]\ndoc = '.'", &["x.Bax: not in the schema"]);
        fails(
            &format!("[components.Box]\ndoc = '.'\n{no_size}\nprops.colour.doc = '.'"),
            &["x.Box.colour: not in the schema"],
        );
        fails(
            &format!(
                "[shapes.Size]\ndoc = '.'\nof = 'Box.kind'\nfields = {{}}\n[components.Box]\ndoc = '.'\n{no_size}"
            ),
            &["x.Box.kind: no object with known fields"],
        );
    }

    #[test]
    fn a_type_that_nobody_names_is_an_error() {
        fails(
            "[components.Box]\ndoc = '.'",
            &["x.Box.size: the overlay has no Rust type for `{width?: string, depth?: number}`"],
        );
        fails(
            "[shapes.Size]\ndoc = '.'\nof = 'Box.size'\nfields = {}\n[components.Box]\ndoc = '.'",
            &["x.Size.depth: the overlay has no Rust type for `number`"],
        );
    }

    #[test]
    fn a_variant_takes_over_what_it_does_not_say_itself() {
        let suite = suite(
            "[props.className]\ndoc = 'shared'\n
             [components.Box]\ndoc = '.'\nomit = ['size']\nprops.kind.doc = 'base'\nprops.href.type = 'Href'\n
             [components.Crate]\nis = 'Box'\ndoc = '.'\nsend = {kind = 'crate'}\nomit = ['size']\nprops.className.doc = 'own'",
        )
        .unwrap();
        let [base, variant] = &suite.components[..] else { panic!("{suite:?}") };
        let doc = |component: &Component, wire: &str| {
            component.props.iter().find(|prop| prop.wire == wire).map(|prop| prop.doc.clone())
        };
        assert_eq!(doc(base, "kind").unwrap(), "base Default: `plain`. Source: `x.Box.kind`.");
        assert_eq!(doc(base, "className").unwrap(), "shared Source: `x.*.className`.");
        assert_eq!(doc(variant, "className").unwrap(), "own Source: `x.Box.className`.");
        assert_eq!(doc(variant, "kind"), None);
        assert_eq!((&*variant.wire, &variant.send[0].1[..]), ("Box", "\"crate\""));
        let required = |prop: &&Prop| prop.required;
        let required: Vec<_> = variant.props.iter().filter(required).collect();
        assert_eq!(required.len(), 1, "the id is never required: {required:?}");
        assert_eq!((&*required[0].rust, &*required[0].ty), ("href", "Href"));
    }
}
