//! The body of a callback's answer, written straight into bytes around a frame that is made once.
use std::collections::HashMap;

use dash_components::{Dependency, PropValue};

use crate::OutputValues;
use crate::callback::side_update::SideUpdate;

/// From this size on, JSON that is already written travels as it is, without being copied.
const PASSED_ON: usize = 64 * 1024;

/// The fixed parts of a callback's answer: outputs grouped by component, names already quoted.
#[derive(Debug)]
pub(crate) struct Template {
    components: Vec<Component>,
    /// The outputs that are lists, and how many components each of them has.
    lists: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Component {
    id: String,
    open: String,
    props: Vec<Prop>,
}

#[derive(Debug)]
struct Prop {
    property: &'static str,
    name: String,
    output: usize,
    /// The place in the output's list, if it is one.
    item: Option<usize>,
}

/// A body in pieces: nearly always the last one alone.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) before: Vec<Vec<u8>>,
    pub(crate) last: Vec<u8>,
}

impl Template {
    /// Prepares the answers of a callback with these outputs.
    pub(crate) fn new(outputs: &[Dependency]) -> Self {
        let ids: Vec<Vec<String>> = outputs.iter().map(|one| vec![one.id.to_owned()]).collect();
        Self::of(outputs, &ids)
    }

    /// Prepares the answer of a call in which each output is these components.
    pub(crate) fn of(outputs: &[Dependency], ids: &[Vec<String>]) -> Self {
        let mut components: Vec<Component> = Vec::new();
        let mut places = HashMap::new();
        let mut lists = Vec::new();
        for (output, (own, ids)) in outputs.iter().zip(ids).enumerate() {
            if own.is_list() {
                lists.push((output, ids.len()));
            }
            for (item, id) in ids.iter().enumerate() {
                let place = *places.entry(id.as_str()).or_insert(components.len());
                if place == components.len() {
                    let open = format!("{}:{{", quoted(id));
                    components.push(Component { id: id.clone(), open, props: Vec::new() });
                }
                let name = format!("{}:", quoted(own.property));
                let item = own.is_list().then_some(item);
                let property = own.property;
                components[place].props.push(Prop { property, name, output, item });
            }
        }
        Self { components, lists }
    }

    /// The first list with another number of values than components: its output, both numbers.
    pub(crate) fn misfit(&self, outputs: &OutputValues) -> Option<(usize, usize, usize)> {
        self.lists.iter().find_map(|&(output, components)| match outputs.get(output) {
            Some(Some(PropValue::List(values))) if values.len() != components => {
                Some((output, values.len(), components))
            }
            _ => None,
        })
    }

    /// The values by component, to be set one after the other.
    pub(crate) fn updates(&self, mut outputs: OutputValues) -> Vec<SideUpdate> {
        let each = self.components.iter().map(|component| {
            let props = component.props.iter();
            let props = props.filter_map(|prop| Some((prop.property, prop.take(&mut outputs)?)));
            SideUpdate { id: component.id.clone().into(), id_key: 0, props: props.collect() }
        });
        each.filter(|update| !update.props.is_empty()).collect()
    }

    /// Writes the answer with these values.
    ///
    /// # Errors
    ///
    /// - A value cannot be written as JSON.
    pub(crate) fn write(
        &self,
        outputs: OutputValues,
        sides: Vec<SideUpdate>,
    ) -> Result<Body, serde_json::Error> {
        let mut body = Body { before: Vec::new(), last: Vec::with_capacity(256) };
        body.text("{\"multi\":true,");
        body.sides(sides)?;
        body.text("\"response\":");
        self.write_response(&mut body, outputs)?;
        body.text("}");
        Ok(body)
    }

    /// The values alone, as JSON.
    ///
    /// # Errors
    ///
    /// - A value cannot be written as JSON.
    pub(crate) fn response(&self, outputs: OutputValues) -> Result<String, serde_json::Error> {
        let mut body = Body { before: Vec::new(), last: Vec::with_capacity(256) };
        self.write_response(&mut body, outputs)?;
        let bytes = body.pieces().collect::<Vec<_>>().concat();
        String::from_utf8(bytes).map_err(serde::ser::Error::custom)
    }

    fn write_response(
        &self,
        body: &mut Body,
        mut outputs: OutputValues,
    ) -> Result<(), serde_json::Error> {
        body.text("{");
        let mut separator = "";
        for component in &self.components {
            let mut opening = Some(&component.open);
            for prop in &component.props {
                let Some(value) = prop.take(&mut outputs) else { continue };
                body.text(std::mem::replace(&mut separator, ","));
                if let Some(open) = opening.take() {
                    body.text(open);
                }
                body.text(&prop.name);
                body.value(value)?;
            }
            if opening.is_none() {
                body.text("}");
            }
        }
        body.text("}");
        Ok(())
    }
}

impl Prop {
    fn take(&self, outputs: &mut OutputValues) -> Option<PropValue> {
        let value = outputs.get_mut(self.output)?;
        match (self.item, value) {
            (None, value) => value.take(),
            (Some(item), Some(PropValue::List(values))) => values.get_mut(item).map(std::mem::take),
            (Some(_), _) => None,
        }
    }
}

impl Body {
    /// JSON that is written already.
    pub(crate) fn of(last: Vec<u8>) -> Self {
        Self { before: Vec::new(), last }
    }

    /// The size of the whole, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.before.iter().map(Vec::len).sum::<usize>() + self.last.len()
    }

    /// The pieces in order.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.before.iter().chain([&self.last]).map(Vec::as_slice)
    }

    fn text(&mut self, text: &str) {
        self.last.extend_from_slice(text.as_bytes());
    }

    fn piece(&mut self, piece: Vec<u8>) {
        if piece.len() < PASSED_ON {
            self.last.extend(piece);
        } else {
            self.before.extend([std::mem::take(&mut self.last), piece]);
        }
    }

    fn sides(&mut self, sides: Vec<SideUpdate>) -> Result<(), serde_json::Error> {
        if sides.is_empty() {
            return Ok(());
        }
        let mut open = "\"sideUpdate\":{";
        for SideUpdate { id, props, .. } in sides {
            self.text(std::mem::replace(&mut open, ","));
            self.text(&quoted(&id));
            let mut open = ":{";
            for (name, value) in props {
                self.text(std::mem::replace(&mut open, ","));
                self.text(&quoted(name));
                self.text(":");
                self.value(value)?;
            }
            self.text("}");
        }
        self.text("},");
        Ok(())
    }

    fn value(&mut self, value: PropValue) -> Result<(), serde_json::Error> {
        match value {
            PropValue::Json(json) if json.get().len() >= PASSED_ON => {
                self.piece(Box::<str>::from(json).into_string().into_bytes());
                Ok(())
            }
            PropValue::Written(json) => {
                json.into_pieces().into_iter().for_each(|piece| self.piece(piece));
                Ok(())
            }
            value => serde_json::to_writer(&mut self.last, &value),
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use dash_components::{Figure, IntoProp, Prop};

    use super::*;

    const OUTPUTS: [Dependency; 3] = [
        Prop::<String>::new("a", "children", "children").dependency(),
        Prop::<String>::new("b", "title", "title").dependency(),
        Prop::<String>::new("a", "title", "title").dependency(),
    ];

    fn whole(body: &Body) -> String {
        String::from_utf8([body.before.concat(), body.last.clone()].concat()).expect("text")
    }

    #[track_caller]
    fn check(values: [Option<PropValue>; 3], expected: &str) {
        let body = Template::new(&OUTPUTS).write(values.into(), Vec::new()).expect("writes");
        assert_eq!(whole(&body), expected);
        assert_eq!(body.len(), expected.len());
    }

    #[test]
    fn outputs_are_grouped_by_component_and_skipped_ones_left_out() {
        let value = |text: &'static str| Some(PropValue::Text(text.into()));
        check(
            [value("1"), value("2"), value("3")],
            r#"{"multi":true,"response":{"a":{"children":"1","title":"3"},"b":{"title":"2"}}}"#,
        );
        check([None, value("\""), None], r#"{"multi":true,"response":{"b":{"title":"\""}}}"#);
        check([None, None, value("3")], r#"{"multi":true,"response":{"a":{"title":"3"}}}"#);
        check([None, None, None], r#"{"multi":true,"response":{}}"#);
    }

    #[test]
    fn large_json_is_passed_on_in_its_place() {
        let long = "x".repeat(PASSED_ON);
        let body = Template::new(&OUTPUTS)
            .write(
                vec![Some(PropValue::json(&long)), Some(PropValue::Bool(true)), None],
                Vec::new(),
            )
            .expect("writes");
        assert_eq!(body.before.len(), 2);
        let expected = format!(
            r#"{{"multi":true,"response":{{"a":{{"children":"{long}"}},"b":{{"title":true}}}}}}"#
        );
        assert_eq!(whole(&body), expected);
    }

    #[test]
    fn a_figures_long_column_is_a_piece_of_its_own() {
        let trace = serde_json::json!({"x": vec![0.5; 100_000]});
        let figure = Figure::new(&[trace], &serde_json::json!({}));
        let json = figure.to_json().expect("a figure");
        let body = Template::new(&OUTPUTS)
            .write(vec![Some(figure.into_prop()), Some(PropValue::Null), None], Vec::new())
            .expect("writes");
        let sizes: Vec<bool> = body.pieces().map(|piece| piece.len() >= PASSED_ON).collect();
        assert_eq!(sizes, [false, true, false]);
        let expected = format!(
            r#"{{"multi":true,"response":{{"a":{{"children":{json}}},"b":{{"title":null}}}}}}"#
        );
        assert_eq!(whole(&body), expected);
    }

    #[test]
    fn props_set_beside_the_outputs_come_first() {
        let side = |id: &'static str, props: [&'static str; 2]| SideUpdate {
            id: id.into(),
            id_key: 0,
            props: props.map(|name| (name, PropValue::Bool(true))).into(),
        };
        let sides = vec![side("s", ["x", "y"]), side("t", ["x", "y"])];
        let body = Template::new(&OUTPUTS).write(vec![None, None, None], sides).expect("writes");
        let expected = r#"{"multi":true,"sideUpdate":{"s":{"x":true,"y":true},"t":{"x":true,"y":true}},"response":{}}"#;
        assert_eq!(whole(&body), expected);
    }

    #[test]
    fn a_value_that_cannot_be_written_is_an_error() {
        let value = PropValue::Unwritable("a key is not text".into());
        let error =
            Template::new(&OUTPUTS).write(vec![Some(value), None, None], Vec::new()).unwrap_err();
        assert_eq!(error.to_string(), "a key is not text");
    }
}
