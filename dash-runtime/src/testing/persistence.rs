//! What components keep of what the user changed, to bring it back when they come again. Pure.
use std::collections::HashMap;

use serde_json::{Map, Value};

use super::browser::CORE;
use super::ids::Id;
use super::value::equal;

/// What is kept, by where and by component, prop and `persistence`: the value, and the one before it.
#[derive(Debug, Default)]
pub(super) struct Persistence(HashMap<Key, (Value, Value)>);

type Key = (String, String);
type Props = Vec<(String, Value)>;

/// What a component keeps, and where. Parts of props are not kept: their components know how.
#[derive(Debug, PartialEq)]
struct Settings {
    id: String,
    persistence: Value,
    kind: String,
    names: Vec<String>,
}

impl Persistence {
    /// The browser leaves the page.
    pub(super) fn without_memory(mut self) -> Self {
        self.0.retain(|(kind, _), _| kind != "memory");
        self
    }

    /// The kept props of a component that has come into the layout.
    pub(super) fn restored(&mut self, component: &Map<String, Value>) -> Props {
        match (Settings::of(component), component["props"].as_object()) {
            (Some(own), Some(props)) => self.swapped(&own, props, &own.names, to_value),
            _ => Props::new(),
        }
    }

    /// Keeps what the user changes; the component is as it was.
    pub(super) fn record(&mut self, component: &Map<String, Value>, changed: &Props) {
        let Some(own) = Settings::of(component) else { return };
        for (name, value) in changed.iter().filter(|(name, _)| own.names.contains(name)) {
            let before = component["props"].get(name).cloned().unwrap_or_default();
            let kept = self.0.entry(own.key(name)).or_insert((Value::Null, before));
            kept.0 = value.clone();
        }
    }

    /// New props that a callback sets, with what follows from them; they win over kept ones.
    pub(super) fn overridden(&mut self, component: &Map<String, Value>, mut given: Props) -> Props {
        let before = Settings::of(component);
        if before.is_none() && given.iter().all(|(name, _)| name != "persistence") {
            return given;
        }
        let mut component = component.clone();
        let Some(props) = component["props"].as_object_mut() else { return given };
        let was = props.clone();
        props.extend(given.iter().cloned());
        let after = Settings::of(&component);
        let renewed = if before == after {
            Props::new()
        } else {
            self.exchanged(before.as_ref(), after.as_ref(), was, &given)
        };
        if let Some(after) = &after {
            for (name, _) in &given {
                self.0.remove(&after.key(name));
            }
        }
        given.extend(renewed);
        given
    }

    /// Takes back what the old settings brought, and brings what the new ones keep.
    fn exchanged(
        &mut self,
        before: Option<&Settings>,
        after: Option<&Settings>,
        mut props: Map<String, Value>,
        given: &Props,
    ) -> Props {
        let mut renewed = Props::new();
        for (settings, direction) in [(before, to_original as Direction), (after, to_value)] {
            let Some(settings) = settings else { continue };
            let is_open = |name: &&String| given.iter().all(|(own, _)| own != *name);
            let open: Vec<String> = settings.names.iter().filter(is_open).cloned().collect();
            let swapped = self.swapped(settings, &props, &open, direction);
            props.extend(swapped.iter().cloned());
            renewed.extend(swapped);
        }
        renewed
    }

    /// The props that change if kept values come or go; what was kept for another starting point is
    /// forgotten.
    fn swapped(
        &mut self,
        settings: &Settings,
        props: &Map<String, Value>,
        names: &[String],
        direction: Direction,
    ) -> Props {
        let mut update = Props::new();
        for name in names {
            let key = settings.key(name);
            let Some(kept) = self.0.get(&key) else { continue };
            let (from, to) = direction(kept);
            if equal(from, props.get(name).unwrap_or(&Value::Null)) {
                update.push((name.clone(), to.clone()));
            } else {
                self.0.remove(&key);
            }
        }
        update
    }
}

/// From a value to another.
type Direction = fn(&(Value, Value)) -> (&Value, &Value);

fn to_value((value, original): &(Value, Value)) -> (&Value, &Value) {
    (original, value)
}

fn to_original((value, original): &(Value, Value)) -> (&Value, &Value) {
    (value, original)
}

impl Settings {
    fn of(component: &Map<String, Value>) -> Option<Self> {
        let props = component.get("props")?.as_object()?;
        let persistence = props.get("persistence").filter(|value| is_truthy(value))?.clone();
        let id = Id::of(props.get("id")?)?.to_string();
        let is_core = component.get("namespace")?.as_str() == Some(CORE);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let kind = match props.get("persistence_type") {
            Some(kind) => text(kind)?,
            None => is_core.then(|| "local".to_owned())?,
        };
        let names = match props.get("persisted_props") {
            Some(names) => names.as_array()?.iter().filter_map(text).collect(),
            None => is_core.then(|| vec!["value".to_owned()])?,
        };
        Some(Self { id, persistence, kind, names })
    }

    fn key(&self, name: &str) -> Key {
        (self.kind.clone(), format!("{}.{name}.{}", self.id, self.persistence))
    }
}

/// As JavaScript takes it.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        _ => true,
    }
}
