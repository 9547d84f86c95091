//! One call of one callback, from the bytes of a request to what is answered; knows no transport.
use std::sync::Arc;
use std::time::{Duration, Instant};

use tracing::Span;

use super::Shared;
use super::refuse::Refused;
use super::streamed::{latest, pushed};
use crate::callback::dispatch::{
    Body, Failure, Outcome, Prepared, Refusal, Registered, check, note, prepare,
};
use crate::callback::given;
use crate::callback::side_update::{Line, Push};
use crate::caller::Caller;
use crate::jobs::cache_key;
use crate::wire::CallbackRequest;

/// A callback that a request names, and the call that it asks for.
pub(super) struct Call<'a> {
    pub(super) callback: &'a Registered,
    /// What the answer may be kept under, of a callback that runs in the background.
    pub(super) cache_key: Option<String>,
    prepared: Result<Prepared, Outcome>,
    limit: Option<Duration>,
    push: Option<Push>,
    /// Of a stream: what a newer call must have in common with this one to take its place.
    pub(super) instance: Option<String>,
}

/// What is answered.
pub(crate) enum Answer {
    /// JSON.
    Values(Body),
    /// There is nothing to update.
    Nothing,
    Refused(Refusal),
    Failed(Failure),
    /// A job in the background failed, maybe in another process: why, and the causes of that.
    JobFailed(String, Vec<String>),
}

impl<'a> Call<'a> {
    /// Finds the callback that a request names, and holds the request against it.
    ///
    /// # Errors
    ///
    /// - The request is malformed, or not one of that callback.
    pub(super) fn read(
        shared: &'a Shared,
        body: &given::Body,
        caller: Arc<Caller>,
        line: Option<Line>,
    ) -> Result<Self, Refused> {
        let request = CallbackRequest::read((**body).as_ref()).map_err(Refusal::from)?;
        let refused = |refusal| Refused { refusal, output: Some(request.output.to_string()) };
        let callback = shared.callbacks.find(&request.output);
        let callback =
            callback.ok_or_else(|| refused(Refusal::UnknownOutput(request.output.to_string())))?;
        let call = check(&request, body, callback).map_err(refused)?;
        let cache_key = callback.def.background.map(|_| cache_key(callback.def, &request));
        if cache_key.is_some() && line.is_some() {
            return Err(refused(Refusal::Background));
        }
        let is_stream = callback.def.options.stream;
        let instance = is_stream.then(|| format!("{} {:?}", request.output, request.outputs));
        let push = line.as_ref().map(|line| Arc::clone(&line.push));
        let prepared = prepare(callback, call, &shared.data, caller, line, None);
        let limit = shared.config.callback_timeout;
        Ok(Self { callback, cache_key, prepared, limit, push, instance })
    }

    /// Why it cannot be called, as far as that is known before.
    pub(super) fn fault(self) -> Option<Answer> {
        let outcome = self.prepared.err()?;
        Some(answer(self.callback, outcome, &Span::none()))
    }

    /// Calls the user's fn. The items of a stream are set one after the other; where the page cannot
    /// be reached, the last of them is the answer.
    pub(super) async fn run(self) -> Answer {
        self.run_at_pace(|| std::future::ready(())).await
    }

    /// The same; before each item of a stream it waits for `room`.
    pub(super) async fn run_at_pace<R: Future<Output = ()>>(self, room: impl Fn() -> R) -> Answer {
        let (outcome, span) = match self.prepared {
            Ok(prepared) => {
                let span = prepared.span();
                (prepared.run(self.callback, self.limit).await, span)
            }
            Err(outcome) => (outcome, Span::none()),
        };
        let outcome = match (outcome, self.push) {
            (Outcome::Stream(stream), Some(push)) => {
                Box::pin(pushed(stream, &self.callback.template, &push, room)).await
            }
            (Outcome::Stream(stream), None) => Box::pin(latest(stream)).await,
            (outcome, _) => outcome,
        };
        answer(self.callback, outcome, &span)
    }
}

fn answer(callback: &Registered, outcome: Outcome, span: &Span) -> Answer {
    match outcome {
        Outcome::Values(values, sides, own) if !(values.is_empty() && sides.is_empty()) => {
            let template = own.as_deref().unwrap_or(&callback.template);
            let since = Instant::now();
            match template.write(values, sides) {
                Ok(body) => {
                    note(span, "encode_ms", since);
                    span.record("bytes", body.len());
                    Answer::Values(body)
                }
                Err(error) => Answer::Failed(Failure::Unwritable(error)),
            }
        }
        Outcome::Values(..) | Outcome::Nothing | Outcome::Stream(_) => Answer::Nothing,
        Outcome::Refused(refusal) => Answer::Refused(refusal),
        Outcome::Failed(failure) => Answer::Failed(failure),
    }
}
