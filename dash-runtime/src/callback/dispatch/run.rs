//! One run of a callback, as the log sees it.
use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use tracing::Span;
use tracing::field::Empty;

use super::outcome::caught;
use super::pace::Pace;
use super::registry::output;
use super::{Failure, Outcome, Template};
use crate::callback::side_update::SideUpdates;
use crate::{CallbackDef, CallbackError, OutputValues};

/// One run of a callback.
#[derive(Debug)]
pub(super) struct Run {
    def: &'static CallbackDef,
    pub(super) span: Span,
    /// What the callback sets beside its outputs.
    pub(super) updates: SideUpdates,
    template: Option<Arc<Template>>,
    started: Instant,
}

impl Run {
    pub(super) fn new(
        def: &'static CallbackDef,
        triggered: &[String],
        template: Option<Arc<Template>>,
    ) -> Self {
        let span = tracing::debug_span!(
            target: "dash::callback",
            "callback",
            output = output(def),
            ?triggered,
            elapsed_ms = Empty
        );
        Self { def, span, updates: SideUpdates::default(), template, started: Instant::now() }
    }

    /// Calls the user's plain fn here and now.
    pub(super) fn call(
        &self,
        pace: &Pace,
        work: impl FnOnce() -> Result<OutputValues, CallbackError>,
    ) -> Outcome {
        let result = self.span.in_scope(|| caught(|| pace.time(work)));
        self.conclude(result)
    }

    /// What came of the run, written to the log.
    pub(super) fn conclude(
        &self,
        result: Result<Result<OutputValues, CallbackError>, Failure>,
    ) -> Outcome {
        if !self.span.is_disabled() {
            self.span.record("elapsed_ms", self.started.elapsed().as_secs_f64() * 1e3);
        }
        match result {
            Ok(Ok(values)) => self.values(values),
            Ok(Err(CallbackError::PreventUpdate)) => Outcome::Nothing,
            Ok(Err(CallbackError::Failed(error))) => self.failed(Failure::Error(error)),
            Err(panic) => self.failed(panic),
        }
    }

    /// A list has one value for each component.
    fn values(&self, values: OutputValues) -> Outcome {
        let misfit = self.template.as_ref().and_then(|template| template.misfit(&values));
        let Some((output, found, expected)) = misfit else {
            return Outcome::Values(values, self.updates.take(), self.template.clone());
        };
        let prop = &self.def.outputs[output];
        let output = format!("{}.{}", prop.written(), prop.field);
        self.failed(Failure::Misfit { output, found, expected })
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
