//! `POST _dash-update-component`: one call of one callback.
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;

use super::background::{self, Asked, JobReply};
use super::call::{Answer, Call};
use super::encoding::{accepts, gzip};
use super::refuse::{Refused, failed, job_failed};
use super::reply::complete;
use super::{Shared, Site, body, forgery};
use crate::Config;
use crate::callback::dispatch::{self, Failure, Refusal, Registered};
use crate::callback::given;
use crate::caller::Caller;
use crate::jobs::StoreError;

/// From this size on, compressing an answer takes about a millisecond, and would keep others waiting.
const LONG_TO_COMPRESS: usize = 64 * 1024;

pub(super) async fn update_component(State(shared): Site, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let started = shared.config.debug.then(Instant::now);
    let caller = Arc::new(shared.caller(parts));
    let mut response = match call(&shared, &caller, body).await {
        Ok((callback, found)) => answer(&shared, callback, found, &caller.headers).await,
        Err(refused) => refused.into_response(),
    };
    complete(&mut response, &caller, started);
    response
}

async fn call<'a>(
    shared: &'a Shared,
    caller: &Arc<Caller>,
    body: Body,
) -> Result<(&'a Registered, Answer), Refused> {
    forgery::check(&caller.headers, &shared.config)?;
    if !is_json(&caller.headers) {
        return Err(Refusal::ContentType.into());
    }
    let Config { body_limit, read_timeout, .. } = shared.config;
    let body = body::read(body, body_limit, read_timeout).await?;
    reply(shared, caller, Arc::new(body)).await
}

/// Answers a request that has been read: by a call, or by what is known of a job.
///
/// # Errors
///
/// - The request is malformed, or not one of the callback that it names.
pub(super) async fn reply<'a>(
    shared: &'a Shared,
    caller: &Arc<Caller>,
    body: given::Body,
) -> Result<(&'a Registered, Answer), Refused> {
    let asked = Asked::read(&caller.uri);
    if asked.is_poll() {
        let callback = background::polled(shared, (*body).as_ref())?;
        return Ok((callback, told(background::poll(shared, &asked, callback, caller).await)));
    }
    let ended = asked.end_jobs(shared).await;
    let call = Call::read(shared, &body, Arc::clone(caller), None)?;
    let callback = call.callback;
    if let Err(error) = ended {
        return Ok((callback, told(Err(error))));
    }
    let Some(cache_key) = call.cache_key.clone() else {
        drop(body);
        return Ok((callback, call.run().await));
    };
    if let Some(fault) = call.fault() {
        return Ok((callback, fault));
    }
    let body = (*body).as_ref();
    let started = background::start(shared, &asked, callback, body, caller, cache_key).await;
    Ok((callback, told(started)))
}

fn told(reply: Result<JobReply, StoreError>) -> Answer {
    match reply {
        Ok(JobReply::Json(json)) => Answer::Values(dispatch::Body::of(json)),
        Ok(JobReply::Gone) => Answer::Nothing,
        Ok(JobReply::Failed(message, chain)) => Answer::JobFailed(message, chain),
        Err(error) => {
            tracing::error!(target: "dash::jobs", error = &*error as &dyn std::error::Error, "the store of background jobs failed");
            Answer::Failed(Failure::Error(error))
        }
    }
}

/// `application/json`, or a type built on it.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default().trim_ascii();
    let Some((kind, subtype)) = essence.split_once('/') else { return false };
    let json = subtype.rsplit('+').next().unwrap_or_default();
    kind.eq_ignore_ascii_case("application") && json.eq_ignore_ascii_case("json")
}

async fn answer(
    shared: &Shared,
    callback: &Registered,
    answer: Answer,
    headers: &HeaderMap,
) -> Response {
    match answer {
        Answer::Values(body) => send(body, shared.config.compress_from, headers).await,
        Answer::Nothing => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            response
        }
        Answer::Refused(refusal) => {
            Refused { refusal, output: Some(callback.output.clone()) }.into_response()
        }
        Answer::Failed(failure) => failed(&failure, &callback.output, shared.config.debug),
        Answer::JobFailed(message, chain) => {
            job_failed(message, chain, &callback.output, shared.config.debug)
        }
    }
}

pub(super) async fn send(
    body: dispatch::Body,
    compress_from: usize,
    headers: &HeaderMap,
) -> Response {
    let compress = body.len() >= compress_from && accepts(headers, "gzip");
    let body = if compress { compressed(body).await } else { body::send(body) };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if compress {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

async fn compressed(body: dispatch::Body) -> Body {
    let size = body.len();
    let compress = move || gzip(body.pieces(), Compression::fast());
    if size < LONG_TO_COMPRESS {
        return compress().into();
    }
    tokio::task::spawn_blocking(compress).await.unwrap_or_default().into()
}
