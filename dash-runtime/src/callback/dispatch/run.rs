//! One run of a callback, as the log sees it.
use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use tracing::Span;
use tracing::field::Empty;

use super::outcome::caught;
use super::pace::Pace;
use super::registry::output;
use super::timing::timed;
use super::{Failure, Outcome, Registered, Template, sides};
use crate::callback::side_update::{Push, SideUpdates};
use crate::{App, CallbackDef, CallbackError, OutputValues};

/// One run of a callback.
#[derive(Debug)]
pub(super) struct Run {
    app: &'static App,
    def: &'static CallbackDef,
    pub(super) span: Span,
    /// What the callback sets beside its outputs.
    pub(super) updates: SideUpdates,
    template: Option<Arc<Template>>,
    /// Since when it waits for its turn.
    pub(super) since: Instant,
}

impl Run {
    pub(super) fn new(
        callback: &Registered,
        triggered: &[String],
        template: Option<Arc<Template>>,
        push: Option<Push>,
    ) -> Self {
        let Registered { app, def, .. } = *callback;
        let span = tracing::debug_span!(
            target: "dash::callback",
            "callback",
            output = output(def),
            ?triggered,
            queue_ms = Empty,
            user_ms = Empty,
            encode_ms = Empty,
            bytes = Empty
        );
        let updates = SideUpdates::new(push.map(|push| sides::known(push, app)));
        Self { app, def, span, updates, template, since: Instant::now() }
    }

    /// Calls the user's plain fn here and now.
    pub(super) fn call(
        &self,
        pace: &Pace,
        work: impl FnOnce() -> Result<OutputValues, CallbackError>,
    ) -> Outcome {
        let work = || timed(&self.span, self.since, || pace.time(work));
        let result = self.span.in_scope(|| caught(work));
        self.conclude(result)
    }

    /// What came of the run, written to the log.
    pub(super) fn conclude(
        &self,
        result: Result<Result<OutputValues, CallbackError>, Failure>,
    ) -> Outcome {
        match result {
            Ok(Ok(values)) => self.values(values),
            Ok(Err(CallbackError::PreventUpdate)) => self.prevented(),
            Ok(Err(CallbackError::Failed(error))) => self.failed(Failure::Error(error)),
            Err(panic) => self.failed(panic),
        }
    }

    /// A list has one value for each component.
    fn values(&self, values: OutputValues) -> Outcome {
        let misfit = self.template.as_ref().and_then(|template| template.misfit(&values));
        let Some((output, found, expected)) = misfit else { return self.with_sides(values) };
        let prop = &self.def.outputs[output];
        let output = format!("{}.{}", prop.written(), prop.field);
        self.failed(Failure::Misfit { output, found, expected })
    }

    /// Nothing for the outputs; what was set beside them is not theirs.
    fn prevented(&self) -> Outcome {
        if self.updates.is_empty() {
            return Outcome::Nothing;
        }
        self.with_sides(self.def.outputs.iter().map(|_| None).collect())
    }

    fn with_sides(&self, values: OutputValues) -> Outcome {
        let sides = self.updates.take();
        match sides::check(&sides, self.app) {
            Ok(()) => Outcome::Values(values, sides, self.template.clone()),
            Err(failure) => self.failed(failure),
        }
    }

    /// A failure, written to the log; to standard error where there is no log.
    pub(super) fn failed(&self, failure: Failure) -> Outcome {
        let output = output(self.def);
        let error = &failure as &(dyn Error + 'static);
        tracing::error!(
            target: "dash::callback", parent: &self.span,
            output, callback = self.def.name, error, "a callback failed"
        );
        if !tracing::dispatcher::has_been_set() {
            eprintln!("callback `{}` of {output} failed: {failure}", self.def.name);
        }
        Outcome::Failed(failure)
    }
}
