//! What went wrong with a request, as an answer; production answers carry no internals.
use std::error::Error;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::layout;
use crate::callback::dispatch::{Failure, Refusal};

/// A request that is refused, and the output that it named as far as that was read.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) refusal: Refusal,
    pub(super) output: Option<String>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, output: None }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let Self { refusal, output } = self;
        let status = match refusal {
            Refusal::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refusal::CrossSite | Refusal::NoToken { .. } => StatusCode::FORBIDDEN,
            Refusal::Slow => StatusCode::REQUEST_TIMEOUT,
            Refusal::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::UnknownOutput(_) => StatusCode::NOT_FOUND,
            _ => StatusCode::BAD_REQUEST,
        };
        // The message may quote a value of a prop, so it stays out of the log.
        let code = status.as_u16();
        tracing::debug!(target: "dash::callback", output, status = code, "a request was refused");
        answer(status, &Report { told: Told::refusal(&refusal), output: output.as_deref() })
    }
}

/// Answers a request whose callback failed.
pub(super) fn failed(failure: &Failure, output: &str, debug: bool) -> Response {
    let told = Told::failure(failure, debug);
    let status = match failure {
        Failure::TimedOut(_) => StatusCode::GATEWAY_TIMEOUT,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    answer(status, &Report { told, output: Some(output) })
}

/// Answers a request for a job that failed.
pub(super) fn job_failed(
    message: String,
    chain: Vec<String>,
    output: &str,
    debug: bool,
) -> Response {
    let told = if debug {
        Told { message, chain: Some(chain) }
    } else {
        Told { message: CALLBACK_FAILED.to_owned(), chain: None }
    };
    answer(StatusCode::INTERNAL_SERVER_ERROR, &Report { told, output: Some(output) })
}

/// Answers a request for a layout that could not be built.
pub(super) fn layout_failed(failure: &layout::Failure, debug: bool) -> Response {
    let told = Told::of(failure, "the layout fn failed; see the server's log", debug);
    answer(StatusCode::INTERNAL_SERVER_ERROR, &Report { told, output: None })
}

const CALLBACK_FAILED: &str = "the callback failed; see the server's log";

/// What a client is told of what went wrong.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    chain: Option<Vec<String>>,
}

impl Told {
    /// The fault is the client's.
    pub(super) fn refusal(refusal: &Refusal) -> Self {
        Self { message: refusal.to_string(), chain: None }
    }

    /// A callback failed.
    pub(super) fn failure(failure: &Failure, debug: bool) -> Self {
        let in_production = match failure {
            Failure::TimedOut(_) => "the callback took too long",
            _ => CALLBACK_FAILED,
        };
        Self::of(failure, in_production, debug)
    }

    fn of(error: &dyn Error, in_production: &str, debug: bool) -> Self {
        if debug {
            return Self { message: error.to_string(), chain: Some(chain(error)) };
        }
        Self { message: in_production.to_owned(), chain: None }
    }
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    error: &'a Report<'a>,
}

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    told: Told,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<&'a str>,
}

fn chain(failure: &dyn Error) -> Vec<String> {
    std::iter::successors(failure.source(), |&error| error.source())
        .map(ToString::to_string)
        .collect()
}

fn answer(status: StatusCode, report: &Report<'_>) -> Response {
    let json = serde_json::to_vec(&ErrorBody { error: report }).unwrap_or_default();
    let mut response = Response::new(Body::from(json));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
