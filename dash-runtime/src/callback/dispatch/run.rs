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
use crate::callback::failed::Handler;
use crate::callback::given::Given;
use crate::{App, CallbackDef, CallbackError, Context, FailedCallback, OutputValues};

/// One run of a callback.
#[derive(Debug)]
pub(super) struct Run {
    app: &'static App,
    def: &'static CallbackDef,
    pub(super) span: Span,
    /// What the callback knows, and what it sets beside its outputs.
    pub(super) context: Context,
    on_error: Option<Handler>,
    template: Option<Arc<Template>>,
    /// Since when it waits for its turn.
    pub(super) since: Instant,
}

impl Run {
    pub(super) fn new(
        callback: &Registered,
        template: Option<Arc<Template>>,
        context: Context,
    ) -> Self {
        let Registered { app, def, ref on_error, .. } = *callback;
        let triggered = &context.triggered;
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
        let on_error = on_error.clone();
        Self { app, def, span, context, on_error, template, since: Instant::now() }
    }

    /// Lets go of the request, which can be large: a callback that took the context has its own hold
    /// of it, and beside it only a handler of failures can ask for it.
    pub(super) fn forget_request(&mut self) {
        if self.def.on_error.is_none() && self.on_error.is_none() {
            self.context.given = Given::default();
        }
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
        if self.context.updates.is_empty() {
            return Outcome::Nothing;
        }
        self.with_sides(self.def.outputs.iter().map(|_| None).collect())
    }

    fn with_sides(&self, values: OutputValues) -> Outcome {
        self.checked(values).unwrap_or_else(|failure| self.failed(failure))
    }

    fn checked(&self, values: OutputValues) -> Result<Outcome, Failure> {
        let sides = self.context.updates.take();
        sides::check(&sides, self.app)?;
        Ok(Outcome::Values(values, sides, self.template.clone()))
    }

    /// A failure, in the log; the answer is what a handler makes of it, if there is one.
    pub(super) fn failed(&self, failure: Failure) -> Outcome {
        self.log(&failure);
        match self.handled(&failure) {
            None => Outcome::Failed(failure),
            Some(Ok(outcome)) => outcome,
            Some(Err(other)) => {
                self.log(&other);
                Outcome::Failed(other)
            }
        }
    }

    /// What a handler makes of a failure; what the callback had set before is lost. None is asked as
    /// long as the callback is tried again.
    fn handled(&self, failure: &Failure) -> Option<Result<Outcome, Failure>> {
        if self.context.job.as_ref().is_some_and(|job| job.is_tried_again()) {
            return None;
        }
        let failed = FailedCallback::new(self.def.name, failure.shown());
        let nothing = || self.def.outputs.iter().map(|_| None).collect();
        self.context.updates.take();
        let values = match (self.def.on_error, &self.on_error) {
            (Some(own), _) => caught(|| own(&failed, &self.context)),
            (None, Some(all)) => {
                caught(|| all.call(&failed, &self.context)).map(|()| Ok(nothing()))
            }
            (None, None) => return None,
        };
        Some(match values {
            Ok(Ok(values)) => self.checked(values),
            Ok(Err(CallbackError::PreventUpdate)) => self.checked(nothing()),
            Ok(Err(CallbackError::Failed(error))) => Err(Failure::Error(error)),
            Err(panic) => Err(panic),
        })
    }

    /// To standard error where there is no log.
    fn log(&self, failure: &Failure) {
        let output = output(self.def);
        let error = failure as &(dyn Error + 'static);
        tracing::error!(
            target: "dash::callback", parent: &self.span,
            output, callback = self.def.name, error, "a callback failed"
        );
        if !tracing::dispatcher::has_been_set() {
            eprintln!("callback `{}` of {output} failed: {failure}", self.def.name);
        }
    }
}
