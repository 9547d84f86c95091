//! The graph of an app's callbacks, to be looked at and kept: as data, as JSON, as a Mermaid diagram.
use std::collections::BTreeSet;
use std::fmt::Write;

use dash_components::{Dependency, ViewDef};
use serde::Serialize;

use crate::page::PageDef;
use crate::{App, CallbackDef};

/// What the callbacks of an app read and write, and in which order they run; from [`App::graph`].
///
/// The same app gives the same graph, in the order of the source, so that two versions can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CallbackGraph {
    /// The view that is the layout.
    pub layout: &'static str,
    /// The components that have an id, view by view; those of the pages aside.
    pub components: Vec<WiredComponent>,
    /// The pages, in the order listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<WiredPage>,
    /// The callbacks, as listed.
    pub callbacks: Vec<WiredCallback>,
    /// The names of the callbacks in an order in which who writes comes before who reads.
    pub order: Vec<&'static str>,
}

/// A component that has an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WiredComponent {
    /// The id.
    pub id: &'static str,
    /// The view that declares it.
    pub view: &'static str,
    /// The props that callbacks read or write, by name.
    pub props: BTreeSet<&'static str>,
}

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WiredPage {
    /// The path with its parameters; none for what is shown where no page is.
    pub path: Option<&'static str>,
    /// The view that it shows.
    pub view: &'static str,
    /// The title of the document.
    pub title: &'static str,
    /// The components that have an id; pages may share some.
    pub components: Vec<WiredComponent>,
}

/// A callback; props are written `id.prop`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WiredCallback {
    /// The name of the fn.
    pub name: &'static str,
    /// The props it writes.
    pub outputs: Vec<String>,
    /// The props whose changes call it.
    pub inputs: Vec<String>,
    /// The props it reads besides.
    pub states: Vec<String>,
}

impl App {
    /// The graph of the callbacks.
    pub fn graph(&self) -> CallbackGraph {
        let mut components = Vec::new();
        self.add_components(self.view, &mut components);
        CallbackGraph {
            layout: self.view.name,
            components,
            pages: self.pages.iter().chain(self.not_found).map(|page| self.page(page)).collect(),
            callbacks: self.callbacks.iter().map(|def| WiredCallback::new(def)).collect(),
            order: self.order.iter().map(|&at| self.callbacks[at as usize].name).collect(),
        }
    }

    fn page(&self, page: &PageDef) -> WiredPage {
        let mut components = Vec::new();
        self.add_components(page.view.view, &mut components);
        let path = (!page.template.is_empty()).then_some(page.template);
        WiredPage { path, view: page.view.name, title: page.title, components }
    }

    fn add_components(&self, view: &ViewDef, components: &mut Vec<WiredComponent>) {
        components.extend(view.ids.iter().map(|id| WiredComponent {
            id: id.name,
            view: view.name,
            props: self.wires().filter(|wire| wire.id == id.name).map(|wire| wire.field).collect(),
        }));
        for view in view.includes {
            self.add_components(view, components);
        }
    }

    fn wires(&self) -> impl Iterator<Item = &Dependency> {
        self.callbacks.iter().flat_map(|def| [def.outputs, def.inputs, def.states]).flatten()
    }
}

impl WiredCallback {
    fn new(def: &CallbackDef) -> Self {
        let props = |wires: &[Dependency]| {
            wires.iter().map(|wire| format!("{}.{}", wire.id, wire.field)).collect()
        };
        Self {
            name: def.name,
            outputs: props(def.outputs),
            inputs: props(def.inputs),
            states: props(def.states),
        }
    }
}

impl CallbackGraph {
    /// The graph as JSON, on lines of its own for each entry.
    pub fn to_json(&self) -> String {
        // Text alone, which can always be written.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The graph as a [Mermaid](https://mermaid.js.org) flowchart: components with their wired
    /// props, those of a page in its frame, callbacks between them; a dotted line is a state. What
    /// several pages share stands in the first one.
    pub fn to_mermaid(&self) -> String {
        let mut chart = "flowchart LR\n".to_owned();
        let mut drawn = BTreeSet::new();
        for component in &self.components {
            draw_component(&mut chart, 1, component, &mut drawn);
        }
        for (number, page) in self.pages.iter().enumerate() {
            draw_page(&mut chart, number, page, &mut drawn);
        }
        for (at, callback) in self.callbacks.iter().enumerate() {
            let earlier = &self.callbacks[..at];
            let namesakes = earlier.iter().filter(|other| other.name == callback.name).count();
            draw_callback(&mut chart, callback, namesakes);
        }
        chart
    }
}

/// A page without wired components is a frame with nothing in it.
fn draw_page(
    chart: &mut String,
    number: usize,
    page: &WiredPage,
    drawn: &mut BTreeSet<&'static str>,
) {
    let name =
        page.path.map_or_else(|| page.view.to_owned(), |path| format!("{path} {}", page.view));
    line(chart, 1, format_args!("subgraph page_{number}[\"{}\"]", label(&name)));
    for component in &page.components {
        draw_component(chart, 2, component, drawn);
    }
    line(chart, 1, format_args!("end"));
}

fn draw_component(
    chart: &mut String,
    depth: usize,
    WiredComponent { id, props, .. }: &WiredComponent,
    drawn: &mut BTreeSet<&'static str>,
) {
    if props.is_empty() || !drawn.insert(id) {
        return;
    }
    line(chart, depth, format_args!("subgraph {}[\"{}\"]", node(&["id", id]), label(id)));
    for prop in props {
        let prop_node = node(&["prop", &format!("{id}.{prop}")]);
        line(chart, depth + 1, format_args!("{prop_node}[\"{}\"]", label(prop)));
    }
    line(chart, depth, format_args!("end"));
}

fn draw_callback(chart: &mut String, callback: &WiredCallback, namesakes: usize) {
    let name = match namesakes {
        0 => node(&["fn", callback.name]),
        number => node(&["fn", callback.name, &number.to_string()]),
    };
    line(chart, 1, format_args!("{name}([\"{}\"])", label(callback.name)));
    for input in &callback.inputs {
        line(chart, 1, format_args!("{} --> {name}", node(&["prop", input])));
    }
    for state in &callback.states {
        line(chart, 1, format_args!("{} -.-> {name}", node(&["prop", state])));
    }
    for output in &callback.outputs {
        line(chart, 1, format_args!("{name} --> {}", node(&["prop", output])));
    }
}

/// A name that Mermaid takes for a node; the dot of a prop becomes two underscores.
fn node(words: &[&str]) -> String {
    let plain = |letter: char| match letter {
        '.' => "__".to_owned(),
        letter if letter.is_alphanumeric() => letter.to_string(),
        _ => "_".to_owned(),
    };
    words.join("_").chars().map(plain).collect()
}

fn label(text: &str) -> String {
    text.replace('"', "#quot;")
}

fn line(chart: &mut String, depth: usize, text: std::fmt::Arguments<'_>) {
    // Writing into memory does not fail.
    let _ = writeln!(chart, "{}{text}", "    ".repeat(depth));
}
