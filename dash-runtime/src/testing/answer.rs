//! What came of a callback, as the page takes it.
use serde_json::Value;

use super::graph::Side;
use super::ids::{Id, Wanted, prop_id, without_suffix};
use crate::wire::AnswerText;

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

impl Answer {
    /// Reads what the server answers.
    pub(super) fn read(json: &str) -> Result<Self, serde_json::Error> {
        Ok(AnswerText::read(json)?.into())
    }

    /// The props that it writes.
    pub(super) fn written(&self) -> Vec<String> {
        let props = self.response.iter().flat_map(|(id, props)| {
            props.iter().map(move |(property, _)| prop_id(id, without_suffix(property)))
        });
        props.collect()
    }
}

impl From<AnswerText> for Answer {
    fn from(AnswerText { side_update, response }: AnswerText) -> Self {
        let response = response.0.into_iter().map(|(id, props)| (Id::read(&id), props.0));
        let sides = side_update.0.into_iter().map(|(id, props)| (Wanted::read(&id), props.0));
        Self { sides: sides.collect(), response: response.collect() }
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
