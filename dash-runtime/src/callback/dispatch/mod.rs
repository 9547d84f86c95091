//! A call of a callback, from checked values to what came of it; knows no HTTP.
mod answer;
mod attend;
mod check;
mod outcome;
mod pace;
mod refusal;
mod registry;

use std::error::Error;
use std::time::{Duration, Instant};

use tracing::Span;
use tracing::field::Empty;

use self::attend::{Attended, Queued};
use self::outcome::caught;
use super::glue::{Args, Rejection};
use crate::callback::side_update::SideUpdates;
use crate::context::DataMap;
use crate::{CallbackDef, CallbackError, Context, Job, Outputs, Placement};

pub(crate) use self::answer::Body;
pub(crate) use self::check::{Call, check};
pub(crate) use self::outcome::{Failure, Outcome, guarded};
pub(crate) use self::refusal::Refusal;
pub(crate) use self::registry::{Registered, Registry, output, prop_id};

/// A call whose values are decoded; user code has not run yet.
#[derive(Debug)]
pub(crate) struct Prepared {
    job: Job,
    run: Run,
}

/// Decodes the values of a call.
///
/// # Errors
///
/// - A value does not decode, an extractor fails, or one of them panics.
pub(crate) fn prepare(
    callback: &Registered,
    call: Call<'_>,
    data: &DataMap,
) -> Result<Prepared, Outcome> {
    let def = callback.def;
    let run = Run::new(def, &call.triggered);
    let updates = run.updates.clone();
    let context = Context { triggered: call.triggered, data: data.clone(), updates };
    let decode = || (def.prepare)(&mut Args::new(&call.values), &context);
    match run.span.in_scope(|| caught(decode)) {
        Ok(Ok(job)) => Ok(Prepared { job, run }),
        Ok(Err(Rejection::Value { prop, reason })) => Err(Outcome::Refused(Refusal::Value {
            prop: format!("{}.{}", prop.id, prop.property),
            reason,
        })),
        Ok(Err(Rejection::Extractor(reason))) => Err(run.failed(Failure::Error(reason.into()))),
        Err(panic) => Err(run.failed(panic)),
    }
}

impl Prepared {
    /// Calls the user's fn where it wants to run.
    pub(crate) async fn run(self, callback: &Registered) -> Outcome {
        let Self { job, run } = self;
        let options = callback.def.options;
        match job {
            Job::Async(future) => Attended::new(future, run, options.cancel).await,
            Job::Sync(work) if runs_inline(options.placement, callback) => {
                let (outcome, elapsed) = run.call(work);
                callback.pace.record(elapsed);
                outcome
            }
            Job::Sync(work) => {
                match Queued::new(move || run.restarted().call(work), options.cancel).await {
                    Ok((outcome, elapsed)) => {
                        callback.pace.record(elapsed);
                        outcome
                    }
                    Err(_) => Outcome::Failed(Failure::Stopped),
                }
            }
        }
    }
}

fn runs_inline(placement: Placement, callback: &Registered) -> bool {
    match placement {
        Placement::Measured => !callback.pace.is_long(),
        Placement::Blocking => false,
        Placement::Inline => true,
    }
}

/// One run of a callback, as the log sees it.
#[derive(Debug)]
pub(super) struct Run {
    def: &'static CallbackDef,
    pub(super) span: Span,
    updates: SideUpdates,
    started: Instant,
}

impl Run {
    fn new(def: &'static CallbackDef, triggered: &[String]) -> Self {
        let span = tracing::debug_span!(
            target: "dash::callback",
            "callback",
            output = output(def),
            ?triggered,
            elapsed_ms = Empty
        );
        Self { def, span, updates: SideUpdates::default(), started: Instant::now() }
    }

    /// The same run, its time counted from now.
    fn restarted(self) -> Self {
        Self { started: Instant::now(), ..self }
    }

    fn call(&self, work: impl FnOnce() -> Result<Outputs, CallbackError>) -> (Outcome, Duration) {
        let result = self.span.in_scope(|| caught(work));
        self.conclude(result)
    }

    /// What came of the run, written to the log.
    pub(super) fn conclude(
        &self,
        result: Result<Result<Outputs, CallbackError>, Failure>,
    ) -> (Outcome, Duration) {
        let elapsed = self.started.elapsed();
        self.span.record("elapsed_ms", elapsed.as_secs_f64() * 1e3);
        let outcome = match result {
            Ok(Ok(values)) => Outcome::Values(values, self.updates.take()),
            Ok(Err(CallbackError::PreventUpdate)) => Outcome::Nothing,
            Ok(Err(CallbackError::Failed(error))) => self.failed(Failure::Error(error)),
            Err(panic) => self.failed(panic),
        };
        (outcome, elapsed)
    }

    fn failed(&self, failure: Failure) -> Outcome {
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
