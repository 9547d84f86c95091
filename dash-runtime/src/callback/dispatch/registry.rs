//! The callbacks of an app, ready to be looked up by the output that a request names.
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use dash_components::Dependency;
use tokio::sync::Semaphore;

use super::answer::Template;
use super::pace::Pace;
use super::pool::{Place, turns};
use crate::callback::failed::Handler;
use crate::{App, CallbackDef, Placement};

/// The callbacks that the server runs, by their outputs.
#[derive(Debug)]
pub(crate) struct Registry {
    app: &'static App,
    by_output: HashMap<String, Registered>,
}

impl Registry {
    /// Prepares them; the hidden ones are none of the app's own.
    pub(crate) fn new(
        app: &'static App,
        hidden: &[&'static CallbackDef],
        on_error: Option<&Handler>,
    ) -> Self {
        let own = app.callbacks.iter().chain(hidden).filter(|def| def.client.is_none());
        let turns = Arc::new(turns());
        let own = own.map(|def| {
            (output(def), Registered::new(def, app, Arc::clone(&turns), on_error.cloned()))
        });
        Self { app, by_output: own.collect() }
    }

    /// All of them, in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Registered> {
        self.by_output.values()
    }

    /// The callback whose `output` a request names.
    pub(crate) fn find(&self, output: &str) -> Option<&Registered> {
        self.by_output.get(output)
    }

    /// The app whose callbacks they are.
    pub(crate) fn app(&self) -> &'static App {
        self.app
    }
}

/// A callback with what is computed once for it.
#[derive(Debug)]
pub(crate) struct Registered {
    pub(super) app: &'static App,
    pub(crate) def: &'static CallbackDef,
    pub(crate) output: String,
    /// For each plain input, the list of triggers when it is the only one.
    pub(crate) triggers: Vec<Arc<[String]>>,
    pub(crate) template: Template,
    pub(super) pace: Arc<Pace>,
    /// What handles its failures, where it does not do so itself.
    pub(super) on_error: Option<Handler>,
    turns: Arc<Semaphore>,
}

impl Registered {
    fn new(
        def: &'static CallbackDef,
        app: &'static App,
        turns: Arc<Semaphore>,
        on_error: Option<Handler>,
    ) -> Self {
        let plain = def.inputs.iter().filter(|input| input.pattern.is_none());
        Self {
            app,
            def,
            output: output(def),
            triggers: plain.map(|input| Arc::from([prop_id(input)])).collect(),
            template: Template::new(def.outputs),
            pace: Arc::default(),
            on_error,
            turns,
        }
    }

    /// Where a plain fn runs this time.
    pub(super) fn place(&self) -> Place {
        match self.def.options.placement {
            Placement::Inline => Place::Reactor,
            Placement::Measured if !self.pace.is_long() => Place::Reactor,
            Placement::Measured => Place::Pool { turns: Some(Arc::clone(&self.turns)) },
            Placement::Blocking => Place::Pool { turns: None },
        }
    }
}

/// The identity of a callback on the wire: `out.children`, `..a.x...b.y..` for several outputs, or
/// its key where it has none.
pub(crate) fn output(def: &CallbackDef) -> String {
    let name = |output: &Dependency| format!("{}.{}", output.id, property(output, def));
    match def.outputs {
        [] => format!("{:016x}", def.key()),
        [one] => name(one),
        many => format!("..{}..", many.iter().map(name).collect::<Vec<_>>().join("...")),
    }
}

/// The property of an output on the wire: one that other callbacks write too bears the key of `def`.
pub(super) fn property(output: &Dependency, def: &CallbackDef) -> Cow<'static, str> {
    if output.allow_duplicate {
        return format!("{}@{:016x}", output.property, def.key()).into();
    }
    output.property.into()
}

/// `id.property`
pub(crate) fn prop_id(dependency: &Dependency) -> String {
    format!("{}.{}", dependency.id, dependency.property)
}
