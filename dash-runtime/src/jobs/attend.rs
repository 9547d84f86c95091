//! One job, from its claim to its result: calls the user's fn, passes on what it shows, ends it when
//! nobody wants it any more.
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use serde_json::value::to_raw_value;
use tokio::sync::{Notify, OwnedSemaphorePermit};
use tokio::time::sleep;

use super::link::{JobLink, News};
use super::queue::{Desk, failed};
use super::store::{Claim, ClaimedJob, JobResult, JobUpdate, StoreError};
use crate::CallbackDef;
use crate::callback::dispatch::{
    Failure, Outcome, Prepared, Refusal, Registered, check, prepare, prop_id,
};
use crate::callback::given::Body;
use crate::callback::side_update::{Push, SideUpdate};
use crate::caller::Caller;
use crate::wire::{CallbackRequest, StoredCall};

/// Before the first time that a failed job runs again; then twice as long each time.
const FIRST_PAUSE: Duration = Duration::from_millis(100);

/// A job that was started so often and never ended takes its process down with it.
const MOST_CLAIMS: u32 = 20;

/// Runs a claimed job; `turn` is given back when its code has ended.
pub(super) async fn attend(desk: Arc<Desk>, claimed: ClaimedJob, turn: Arc<OwnedSemaphorePermit>) {
    let claim = claimed.claim.clone();
    let def = match admit(&desk, &claimed) {
        Ok(def) => def,
        Err(reason) => {
            return told(desk.store.finish(&claim, unfit(&claim, &reason), None).await);
        }
    };
    let changed = Arc::new(Notify::new());
    let wake = Arc::clone(&changed);
    let link = Arc::new(JobLink::new(def.name, move || wake.notify_one()));
    desk.links().insert(claim.id.clone(), Arc::clone(&link));
    if desk.is_stopping() && desk.outlives() {
        link.cancel();
    }
    let work = run(Arc::clone(&desk), claimed, Arc::clone(&link), turn);
    Attended { desk: &desk, claim: &claim, link: &link, def }.see_through(work, &changed).await;
    desk.links().remove(&claim.id);
}

/// The callback of a job that may run.
fn admit(desk: &Desk, claimed: &ClaimedJob) -> Result<&'static CallbackDef, String> {
    if claimed.claim.earlier >= MOST_CLAIMS {
        return Err(format!("it was started {MOST_CLAIMS} times, and never ended"));
    }
    let call = StoredCall::read(&claimed.call).map_err(|error| unreadable(&error))?;
    let request = CallbackRequest::read(call.request.get().as_bytes());
    let request = request.map_err(|error| unreadable(&error))?;
    let found = desk.callbacks.find(&request.output).map(|callback| callback.def);
    found.ok_or_else(|| misfit(&Refusal::UnknownOutput(request.output.into_owned())))
}

/// Where the text of a job is not what this build writes. The text itself may be a secret.
fn unreadable(error: &serde_json::Error) -> String {
    format!("it cannot be read, from column {} on", error.column())
}

/// Why a call is none of this build, without what it was called with.
fn misfit(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Value { prop, .. } => format!("the value of `{prop}` cannot be read"),
        other => other.to_string(),
    }
}

/// What becomes of a job that cannot be run, such as one that another build has queued.
fn unfit(claim: &Claim, reason: &str) -> JobResult {
    tracing::error!(target: "dash::jobs", job = claim.id, reason, "a background job cannot be run");
    JobResult::Failed { message: format!("the job cannot be run: {reason}"), chain: Vec::new() }
}

/// A job that runs, seen from outside of it.
struct Attended<'a> {
    desk: &'a Desk,
    claim: &'a Claim,
    link: &'a JobLink,
    def: &'static CallbackDef,
}

impl Attended<'_> {
    /// Follows the job until it has ended, or is not wanted any more.
    async fn see_through(
        &self,
        work: impl Future<Output = JobResult> + Send + 'static,
        changed: &Notify,
    ) {
        let mut work = tokio::spawn(work);
        let renewal = self.desk.store.lease().map_or(Duration::from_mins(1), |lease| lease / 3);
        let result = loop {
            tokio::select! {
                result = &mut work => match result {
                    Ok(result) => break result,
                    Err(_) => return,
                },
                () = changed.notified() => {}
                () = sleep(renewal) => {}
            }
            if self.link.is_cancelled() || !self.pass_on().await {
                self.link.cancel();
                work.abort();
                return self.abandon().await;
            }
        };
        if self.pass_on().await {
            let keep = self.def.background.and_then(|background| background.cache);
            let keep = keep.map(|cache| cache.expire);
            told(self.desk.store.finish(self.claim, result, keep).await);
        }
    }

    /// Has the page told what is new, and renews the lease; whether the job is still wanted.
    async fn pass_on(&self) -> bool {
        let update = update(self.link.take(), self.def).unwrap_or_else(|error| {
            failed(&error);
            JobUpdate::default()
        });
        self.desk.store.update(self.claim, update).await.unwrap_or_else(|error| {
            failed(&*error);
            true
        })
    }

    /// Leaves the job to the next process, where it is only this one that ends.
    async fn abandon(&self) {
        if self.desk.is_stopping() {
            told(self.desk.store.release(self.claim).await);
        }
    }
}

fn told(result: Result<(), StoreError>) {
    if let Err(error) = result {
        failed(&*error);
    }
}

/// What the page is to be told, as JSON.
fn update(news: News, def: &CallbackDef) -> Result<JobUpdate, serde_json::Error> {
    let mut update = JobUpdate::default();
    for (prop, value) in def.progress().iter().zip(news.progress) {
        update.progress.insert(prop_id(prop), to_raw_value(&value)?);
    }
    let mut last = None;
    for (name, value) in news.headers {
        // A name comes once, with the first of its values.
        last = name.or(last);
        if let (Some(name), Ok(value)) = (&last, value.to_str()) {
            update.headers.push((name.to_string(), value.to_owned()));
        }
    }
    for SideUpdate { id, props, .. } in news.sides {
        let component = update.side_update.entry(id.into_owned()).or_default();
        for (name, value) in props {
            component.insert(name.to_owned(), to_raw_value(&value)?);
        }
    }
    Ok(update)
}

/// Calls the user's fn, again where it fails and may be tried again.
async fn run(
    desk: Arc<Desk>,
    claimed: ClaimedJob,
    link: Arc<JobLink>,
    turn: Arc<OwnedSemaphorePermit>,
) -> JobResult {
    let mut pause = FIRST_PAUSE;
    let mut attempt = 0;
    loop {
        let (callback, prepared) = match prepared(&desk, &claimed.call, &link) {
            Ok(ready) => ready,
            Err(reason) => return unfit(&claimed.claim, &reason),
        };
        let retries = callback.def.background.map_or(0, |background| background.retries);
        link.set_tried_again(attempt < retries);
        let outcome = result(callback, prepared.run_alone(Arc::clone(&turn)).await);
        let has_failed = matches!(outcome, JobResult::Failed { .. });
        if !has_failed || attempt >= retries || link.is_cancelled() {
            return outcome;
        }
        sleep(pause).await;
        (attempt, pause) = (attempt + 1, pause * 2);
    }
}

/// The call, its arguments decoded once more.
fn prepared<'a>(
    desk: &'a Desk,
    call: &str,
    link: &Arc<JobLink>,
) -> Result<(&'a Registered, Prepared), String> {
    let StoredCall { request, caller } =
        StoredCall::read(call).map_err(|error| unreadable(&error))?;
    let body: Body = Arc::new(request.get().to_owned());
    let request = CallbackRequest::read((*body).as_ref()).map_err(|error| unreadable(&error))?;
    let unknown = || misfit(&Refusal::UnknownOutput(request.output.to_string()));
    let callback = desk.callbacks.find(&request.output).ok_or_else(unknown)?;
    let call = check(&request, &body, callback).map_err(|refusal| misfit(&refusal))?;
    let sides = Arc::clone(link);
    let push: Push = Arc::new(move |update| {
        sides.set_side(update);
        Ok(())
    });
    let caller = Arc::new(Caller::restored(caller));
    let link = Some(Arc::clone(link));
    let prepared = prepare(callback, call, &desk.data, caller, Some(push.into()), link);
    prepared.map(|prepared| (callback, prepared)).map_err(|outcome| match outcome {
        Outcome::Failed(failure) => failure.to_string(),
        Outcome::Refused(refusal) => misfit(&refusal),
        Outcome::Values(..) | Outcome::Nothing | Outcome::Stream(_) => String::new(),
    })
}

/// What the page is told in the end.
fn result(callback: &Registered, outcome: Outcome) -> JobResult {
    match outcome {
        Outcome::Values(values, _, own) if !values.is_empty() => {
            let template = own.as_deref().unwrap_or(&callback.template);
            match template.response(values) {
                Ok(response) => JobResult::Done(response),
                Err(error) => failure(&Failure::Unwritable(error)),
            }
        }
        Outcome::Values(..) | Outcome::Nothing | Outcome::Stream(_) => JobResult::Nothing,
        Outcome::Refused(refusal) => failure(&refusal),
        Outcome::Failed(reason) => failure(&reason),
    }
}

fn failure(error: &(dyn Error + 'static)) -> JobResult {
    let causes = std::iter::successors(error.source(), |&error| error.source());
    let chain = causes.map(ToString::to_string).collect();
    JobResult::Failed { message: error.to_string(), chain }
}
