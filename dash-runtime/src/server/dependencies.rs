//! `GET _dash-dependencies`: which callback listens to what, as JSON.
use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use dash_components::{Dependency, PropValue};
use serde::Serialize;

use super::Site;
use super::clientside::Function;
use crate::callback::dispatch::{output, prop_id};
use crate::{CallbackDef, Config, Error, Result, Running};

pub(super) async fn dependencies(State(shared): Site, headers: HeaderMap) -> Response {
    shared.dependencies.answer(&headers)
}

/// The callbacks as the page receives them, in debug with the names of their fns; the hidden ones are
/// none of the app's own.
///
/// # Errors
///
/// - A value of `running(..)` cannot be written as JSON.
pub(super) fn json(
    callbacks: &[&CallbackDef],
    hidden: &[&CallbackDef],
    config: &Config,
) -> Result<String> {
    let debug = config.debug;
    let prevent = config.prevent_initial_callbacks;
    let own = |def| {
        let spec = Spec::new(def, debug);
        Spec { prevent_initial_call: prevent || spec.prevent_initial_call, ..spec }
    };
    let specs = callbacks.iter().map(|def| own(def));
    let hidden = hidden.iter().map(|def| Spec { hidden: true, ..Spec::new(def, debug) });
    let specs: Vec<Spec<'_>> = specs.chain(hidden).collect();
    serde_json::to_string(&specs).map_err(Error::Running)
}

/// One callback, with the fields of Dash's own.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the format is Dash's")]
struct Spec<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    output: String,
    inputs: Vec<Prop<'a>>,
    state: Vec<Prop<'a>>,
    clientside_function: Option<Function>,
    prevent_initial_call: bool,
    background: Option<Polled>,
    #[serde(skip_serializing_if = "Option::is_none")]
    running: Option<While>,
    dynamic_creator: Option<()>,
    no_output: bool,
    optional: bool,
    hidden: bool,
    websocket: bool,
    persistent: bool,
    /// Known to our own client alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    stream: bool,
}

/// How often the page asks after a callback in the background, in milliseconds.
#[derive(Serialize)]
struct Polled {
    interval: u32,
}

/// What is set while the callback runs, and afterwards, by prop.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct While {
    running: BTreeMap<String, PropValue>,
    running_off: BTreeMap<String, PropValue>,
}

impl While {
    fn of(running: &[Running]) -> Option<Self> {
        let by_prop = |value: fn(&Running) -> PropValue| {
            running.iter().map(|one| (prop_id(&one.prop), value(one))).collect()
        };
        let all =
            || Self { running: by_prop(|one| (one.on)()), running_off: by_prop(|one| (one.off)()) };
        (!running.is_empty()).then(all)
    }
}

#[derive(Serialize)]
struct Prop<'a> {
    id: &'a str,
    property: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    allow_optional: bool,
}

impl<'a> Spec<'a> {
    fn new(def: &'a CallbackDef, debug: bool) -> Self {
        Self {
            name: debug.then_some(def.name),
            output: output(def),
            inputs: props(def.inputs),
            state: props(def.states),
            clientside_function: def.client.map(Function::of),
            prevent_initial_call: def.options.prevent_initial_call,
            background: def.background.map(|background| Polled { interval: background.interval }),
            running: While::of(def.running),
            dynamic_creator: None,
            no_output: def.outputs.is_empty(),
            optional: false,
            hidden: false,
            websocket: def.options.websocket,
            // Without it the title would say all the time that something is updated.
            persistent: def.options.stream,
            stream: def.options.stream,
        }
    }
}

fn props(dependencies: &[Dependency]) -> Vec<Prop<'_>> {
    dependencies
        .iter()
        .map(|one| Prop { id: one.id, property: one.property, allow_optional: one.optional })
        .collect()
}
