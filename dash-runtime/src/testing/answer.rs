//! What came of a callback, as the page takes it.
use serde_json::Value;

use super::background::Ticket;
use super::graph::Side;
use super::ids::{Id, Wanted, prop_id, split_prop_id, without_suffix};
use crate::server;
use crate::wire::{AnswerText, Entries};

/// What came of a callback.
#[derive(Debug)]
pub(super) enum Outcome {
    Answered(Answer),
    /// There was nothing to read.
    Skipped,
    Failed(Failure),
}

/// What a callback sets.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// Set first; wildcards stand for what triggered the callback.
    pub(super) sides: Vec<Side>,
    pub(super) response: Vec<(Id, Vec<(String, Value)>)>,
}

/// Why a callback has no answer.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    pub(super) message: String,
    pub(super) chain: Vec<String>,
}

/// What the server says to a request.
#[derive(Debug)]
pub(super) enum Said {
    /// How the call has ended.
    Ended(Outcome),
    /// It goes on in the background.
    Begun(Ticket, Vec<Side>),
    /// It still does, and is so far.
    Going(Vec<Side>),
}

impl Said {
    /// What the server answers, as the page reads it.
    pub(super) fn of(answer: server::Answer) -> Self {
        let failed = |failure| Self::Ended(Outcome::Failed(failure));
        match answer {
            server::Answer::Values(body) => {
                let bytes: Vec<u8> = body.pieces().flatten().copied().collect();
                Self::read(&String::from_utf8_lossy(&bytes))
                    .unwrap_or_else(|error| failed(Failure::new(error)))
            }
            server::Answer::Nothing => Self::Ended(Outcome::Answered(Answer::default())),
            server::Answer::Refused(refusal) => failed(Failure::of(&refusal)),
            server::Answer::Failed(failure) => failed(Failure::of(&failure)),
            server::Answer::JobFailed(message, chain) => failed(Failure { message, chain }),
        }
    }

    /// Reads an answer.
    pub(super) fn read(json: &str) -> Result<Self, serde_json::Error> {
        let AnswerText {
            side_update,
            response,
            job,
            cache_key,
            cancel,
            progress_default,
            progress,
        } = AnswerText::read(json)?;
        let own = side_update.0.into_iter().map(|(id, props)| (Wanted::read(&id), props.0));
        // What has ended shows no progress any more.
        if let Some(response) = response {
            let response = response.0.into_iter().map(|(id, props)| (Id::read(&id), props.0));
            let answer = Answer { sides: own.collect(), response: response.collect() };
            return Ok(Self::Ended(Outcome::Answered(answer)));
        }
        let sides = by_prop(progress).into_iter().chain(own).collect();
        let Some(job) = job else { return Ok(Self::Going(sides)) };
        let cancel = cancel.into_iter().map(serde_json::from_value).collect::<Result<_, _>>()?;
        let progress_default = by_prop(progress_default);
        Ok(Self::Begun(Ticket { job, cache_key, cancel, progress_default }, sides))
    }
}

fn by_prop(values: Entries<Value>) -> Vec<Side> {
    let side = |(prop, value): (String, Value)| {
        let (id, property) = split_prop_id(&prop);
        (Wanted::read(id), vec![(property.to_owned(), value)])
    };
    values.0.into_iter().map(side).collect()
}

impl Answer {
    /// The props that it writes.
    pub(super) fn written(&self) -> Vec<String> {
        let props = self.response.iter().flat_map(|(id, props)| {
            props.iter().map(move |(property, _)| prop_id(id, without_suffix(property)))
        });
        props.collect()
    }
}

impl Failure {
    pub(super) fn new(message: impl ToString) -> Self {
        Self { message: message.to_string(), chain: Vec::new() }
    }

    /// An error with its causes.
    pub(super) fn of(error: &dyn std::error::Error) -> Self {
        let causes = std::iter::successors(error.source(), |error| error.source());
        Self { message: error.to_string(), chain: causes.map(ToString::to_string).collect() }
    }
}
