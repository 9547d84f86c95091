//! `POST _dash-update-component`: one call of one callback.
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;

use super::call::{Answer, Call};
use super::encoding::{accepts, gzip};
use super::refuse::{Refused, failed};
use super::reply::complete;
use super::{Shared, Site, body, forgery};
use crate::Config;
use crate::callback::dispatch::{self, Refusal, Registered};
use crate::caller::Caller;

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
    let call = Call::read(shared, &body, Arc::clone(caller), None)?;
    drop(body);
    Ok((call.callback, call.run().await))
}

/// `application/json`, or a type built on it.
fn is_json(headers: &HeaderMap) -> bool {
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
    }
}

async fn send(body: dispatch::Body, compress_from: usize, headers: &HeaderMap) -> Response {
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
