//! A call of a callback, from checked values to what came of it; knows no HTTP.

mod answer;
mod attend;
mod check;
mod listed;
mod matched;
mod outcome;
mod pace;
mod pool;
mod refusal;
mod registry;
mod run;
mod sides;
mod streaming;
mod timing;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::OwnedSemaphorePermit;
use tracing::Span;

use self::attend::{Attended, Work};
use self::outcome::caught;
use self::pool::{Place, pooled};
use self::run::Run;
use self::timing::{timed, timed_async};
use super::glue::{Args, Rejection};
use super::side_update::{Line, SideUpdates};
use crate::caller::Caller;
use crate::context::DataMap;
use crate::jobs::JobLink;
use crate::{Context, Job};

pub(crate) use self::answer::{Body, Template};
pub(crate) use self::check::{Call, check};
pub(crate) use self::listed::lists;
pub(crate) use self::outcome::{Failure, Outcome, guarded};
pub(crate) use self::refusal::Refusal;
pub(crate) use self::registry::{Registered, Registry, output, prop_id};
pub(crate) use self::streaming::Streaming;
pub(crate) use self::timing::note;

/// A call whose values are decoded; user code has not run yet.
#[derive(Debug)]
pub(crate) struct Prepared {
    job: Job,
    run: Run,
}

/// Decodes the values of a call; what it sets beside its outputs goes over `line`, or with the answer.
///
/// # Errors
///
/// - A value does not decode, an extractor fails, or one of them panics.
pub(crate) fn prepare(
    callback: &Registered,
    call: Call<'_>,
    data: &DataMap,
    caller: Arc<Caller>,
    line: Option<Line>,
    job: Option<Arc<JobLink>>,
) -> Result<Prepared, Outcome> {
    let def = callback.def;
    let push = line.as_ref().map(|line| sides::known(Arc::clone(&line.push), callback.app));
    let updates = SideUpdates::new(push);
    let page = line.and_then(|line| line.page);
    let Call { values, triggered, template, given } = call;
    let data = data.clone();
    let abandoned = Arc::default();
    let context = Context { triggered, given, data, updates, caller, abandoned, job, page };
    let mut run = Run::new(callback, template, context);
    let decode = || (def.prepare)(&mut Args::new(&values, def.inputs.len()), &run.context);
    match run.span.in_scope(|| caught(decode)) {
        Ok(Ok(job)) => {
            run.forget_request();
            Ok(Prepared { job, run })
        }
        Ok(Err(Rejection::Value { prop, reason })) => {
            Err(Outcome::Refused(Refusal::Value { prop, reason }))
        }
        Ok(Err(Rejection::Extractor(reason))) => Err(run.failed(Failure::Error(reason.into()))),
        Err(panic) => Err(run.failed(panic)),
    }
}

impl Prepared {
    /// The run, as the log sees it.
    pub(crate) fn span(&self) -> Span {
        self.run.span.clone()
    }

    /// Calls the user's fn where it wants to run, for no longer than `limit`.
    pub(crate) async fn run(self, callback: &Registered, limit: Option<Duration>) -> Outcome {
        let Self { job, run } = self;
        let work = match (job, callback.place()) {
            (Job::Stream(opening), _) => {
                return Outcome::Stream(Box::new(Streaming::new(opening, run)));
            }
            (Job::Async(work), _) if run.span.is_disabled() => work,
            (Job::Async(work), _) => Box::pin(timed_async(run.span.clone(), run.since, work)),
            (Job::Sync(work), Place::Reactor) => return run.call(&callback.pace, work),
            (Job::Sync(work), Place::Pool { turns }) => {
                let (pace, span, since) = (Arc::clone(&callback.pace), run.span.clone(), run.since);
                let work = move || span.in_scope(|| timed(&span, since, || pace.time(work)));
                Box::pin(pooled(turns, work))
            }
        };
        Attended::new(work, run, callback.def.options.cancel, limit).await
    }

    /// Calls the user's fn away from the reactor if it is a plain one; an async one ends when this is
    /// dropped. `turn` is given back when it has ended.
    pub(crate) async fn run_alone(self, turn: Arc<OwnedSemaphorePermit>) -> Outcome {
        let Self { job, run } = self;
        let work: Work = match job {
            Job::Stream(opening) => {
                return Outcome::Stream(Box::new(Streaming::new(opening, run)));
            }
            Job::Async(work) => Box::pin(timed_async(run.span.clone(), run.since, work)),
            Job::Sync(work) => {
                let (span, since) = (run.span.clone(), run.since);
                Box::pin(pooled(None, move || {
                    let _turn = turn;
                    span.in_scope(|| timed(&span, since, work))
                }))
            }
        };
        Attended::new(work, run, true, None).await
    }
}
