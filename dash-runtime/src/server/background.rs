//! A callback in the background over HTTP: the first answer, those that say how far it is, and its end.
use std::collections::BTreeMap;

use axum::http::Uri;
use dash_components::{Dependency, Prop, PropValue};
use serde::Serialize;
use serde_json::value::RawValue;

use super::Shared;
use super::handles::Scope;
use super::nonce::nonce;
use crate::callback::Background;
use crate::callback::dispatch::{Refusal, Registered, prop_id};
use crate::callback::glue::BROKEN_CALLBACK;
use crate::caller::Caller;
use crate::jobs::{JobAnswer, JobResult, JobUpdate, NewJob, Started, StoreError};
use crate::wire::{CallbackRequest, StoredCall};
use crate::{CallbackDef, CallbackOptions, Job};

/// What the URL of a callback request says about jobs; names are still signed.
#[derive(Debug, Default)]
pub(super) struct Asked {
    end: Option<String>,
    /// The job that the page asks after, and what its result is kept under.
    poll: Option<(String, String)>,
    /// The jobs that the page wants no more.
    ended: Vec<String>,
}

/// What is answered in the place of values.
#[derive(Debug)]
pub(super) enum JobReply {
    /// JSON.
    Json(Vec<u8>),
    /// There is no such job any more, or nothing to update.
    Gone,
    /// It failed; why, and the causes of that.
    Failed(String, Vec<String>),
}

impl Asked {
    /// Reads the query.
    pub(super) fn read(uri: &Uri) -> Self {
        let mut asked = Self::default();
        let (mut job, mut cache_key) = (None, None);
        let query = uri.query().unwrap_or_default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "endId" => asked.end = Some(value.into_owned()),
                "job" => job = Some(value.into_owned()),
                "cacheKey" => cache_key = Some(value.into_owned()),
                "cancelJob" | "oldJob" => asked.ended.push(value.into_owned()),
                _ => {}
            }
        }
        asked.poll = job.zip(cache_key);
        asked
    }

    /// Whether it asks how a job goes on.
    pub(super) fn is_poll(&self) -> bool {
        self.poll.is_some()
    }

    /// The load of the page; empty for a client that does not know it.
    fn load(&self, shared: &Shared) -> &str {
        let end = self.end.as_deref();
        end.and_then(|end| shared.handles.verify(Scope::End, end)).unwrap_or_default()
    }

    /// Ends the jobs that the page wants no more.
    ///
    /// # Errors
    ///
    /// - The store failed.
    pub(super) async fn end_jobs(&self, shared: &Shared) -> Result<(), StoreError> {
        let load = self.load(shared);
        for token in &self.ended {
            if let Some(id) = shared.handles.verify(Scope::Job(load), token) {
                shared.jobs.cancel(id).await?;
            }
        }
        Ok(())
    }
}

/// Puts a checked call into the queue.
///
/// # Errors
///
/// - The store failed.
pub(super) async fn start(
    shared: &Shared,
    asked: &Asked,
    callback: &Registered,
    body: &[u8],
    caller: &Caller,
    cache_key: String,
) -> Result<JobReply, StoreError> {
    let Some(background) = callback.def.background else { return Ok(JobReply::Gone) };
    let id = format!("{}-{:016x}", nonce()?, callback.def.key());
    let job = NewJob {
        id: id.clone(),
        output: callback.output.clone(),
        call: StoredCall::write(body, caller.stored())?,
        cache_key: cache_key.clone(),
    };
    if let Started::Kept(response) = shared.jobs.start(job, background.cache.is_some()).await? {
        let answer = JobAnswer { result: Some(JobResult::Done(response)), ..JobAnswer::default() };
        return reply(answer);
    }
    let load = asked.load(shared);
    json(&Ticket {
        cache_key: shared.handles.sign(Scope::CacheKey(load), &cache_key),
        job: shared.handles.sign(Scope::Job(load), &id),
        cancel: background.cancel.iter().map(Wire::of).collect(),
        progress_default: defaults(&background),
    })
}

/// Says how a job goes on.
///
/// # Errors
///
/// - The store failed.
pub(super) async fn poll(
    shared: &Shared,
    asked: &Asked,
    callback: &Registered,
    caller: &Caller,
) -> Result<JobReply, StoreError> {
    let Some((job, cache_key)) = &asked.poll else { return Ok(JobReply::Gone) };
    let load = asked.load(shared);
    let id = shared.handles.verify(Scope::Job(load), job);
    let is_own = |id: &&str| id.ends_with(&format!("-{:016x}", callback.def.key()));
    let (Some(id), Some(_)) =
        (id.filter(is_own), shared.handles.verify(Scope::CacheKey(load), cache_key))
    else {
        return Ok(JobReply::Gone);
    };
    let Some(mut answer) = shared.jobs.poll(id).await? else { return Ok(JobReply::Gone) };
    caller.answer_with(std::mem::take(&mut answer.update.headers));
    reply(answer)
}

/// The callback that a poll names; its values are not there, so they are not looked at.
///
/// # Errors
///
/// - The request is malformed, or names no callback.
pub(super) fn polled<'a>(shared: &'a Shared, body: &[u8]) -> Result<&'a Registered, Refusal> {
    let request = CallbackRequest::read(body)?;
    let found = shared.callbacks.find(&request.output);
    found.ok_or_else(|| Refusal::UnknownOutput(request.output.into_owned()))
}

fn reply(JobAnswer { update, result }: JobAnswer) -> Result<JobReply, StoreError> {
    let response = match result {
        None => None,
        Some(JobResult::Done(response)) => Some(RawValue::from_string(response)?),
        Some(JobResult::Nothing) if update.is_empty() => return Ok(JobReply::Gone),
        Some(JobResult::Nothing) => Some(RawValue::from_string("{}".to_owned())?),
        Some(JobResult::Failed { message, chain }) => {
            return Ok(JobReply::Failed(message, chain));
        }
    };
    let JobUpdate { progress, side_update, .. } = &update;
    json(&News { multi: true, progress, side_update, response })
}

fn json(value: &impl Serialize) -> Result<JobReply, StoreError> {
    Ok(JobReply::Json(serde_json::to_vec(value)?))
}

/// The first answer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ticket<'a> {
    cache_key: String,
    job: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cancel: Vec<Wire<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    progress_default: BTreeMap<String, PropValue>,
}

#[derive(Serialize)]
struct Wire<'a> {
    id: &'a str,
    property: &'a str,
}

impl<'a> Wire<'a> {
    fn of(prop: &'a Dependency) -> Self {
        Self { id: prop.id, property: prop.property }
    }
}

fn defaults(background: &Background) -> BTreeMap<String, PropValue> {
    let values = background.progress_default.iter().map(|value| value());
    background.progress.iter().map(prop_id).zip(values).collect()
}

/// The answer to each poll; the last one has a response.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct News<'a> {
    multi: bool,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    progress: &'a BTreeMap<String, Box<RawValue>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    side_update: &'a BTreeMap<String, BTreeMap<String, Box<RawValue>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<Box<RawValue>>,
}

/// The callbacks by which pages end jobs: they do nothing themselves, for the page names the jobs in
/// the URL. Those that share a component are one, since they have one output, `<id>.id`.
pub(super) fn cancels(callbacks: &[&CallbackDef]) -> Vec<&'static CallbackDef> {
    let mut by_id: BTreeMap<&'static str, Vec<Dependency>> = BTreeMap::new();
    for prop in callbacks.iter().filter_map(|def| def.background).flat_map(|one| one.cancel) {
        let props = by_id.entry(prop.id).or_default();
        if props.iter().all(|known| known.key != prop.key) {
            props.push(*prop);
        }
    }
    by_id.into_iter().map(cancel).collect()
}

/// Kept for as long as the process lives, like the callbacks of an app.
fn cancel((id, inputs): (&'static str, Vec<Dependency>)) -> &'static CallbackDef {
    let output = Prop::<PropValue>::new(id, "id", "id").dependency();
    Box::leak(Box::new(CallbackDef {
        name: "cancel a background job",
        outputs: vec![output].leak(),
        inputs: inputs.leak(),
        options: CallbackOptions { prevent_initial_call: true, ..BROKEN_CALLBACK.options },
        prepare: |_, _| Ok(Job::now(|| Ok(vec![None]))),
        ..BROKEN_CALLBACK
    }))
}
