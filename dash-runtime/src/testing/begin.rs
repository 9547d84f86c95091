//! Starts the calls of a page: on the server, over a socket, in the background, in a stand-in.
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use serde_json::Value;
use tokio::time::sleep;

use super::answer::{Answer, Failure, Outcome, Said};
use super::background::{Held, Ticket};
use super::calls::Call;
use super::drive::Page;
use super::engine::Started;
use super::graph::{Callback, Side};
use super::running::{Running, Underway};

/// Between two questions after a job in the background; a test need not wait as long as a page.
const ASK_AFTER: Duration = Duration::from_millis(2);

impl Page {
    pub(super) fn begin(&mut self, Started { job, body }: Started) {
        let body = match body {
            Ok(Some(body)) => body,
            Ok(None) => return drop(self.engine.settle(&job, Outcome::Skipped)),
            Err(missing) => return self.end(&job, Outcome::Failed(Failure::new(missing))),
        };
        let callback = &self.engine.graph.callbacks[job.instance.callback];
        if !callback.hidden {
            self.called += 1;
            self.calls.push(Call {
                number: self.called,
                callback: callback.name.clone().unwrap_or_default(),
                output: callback.output.clone(),
                triggered: job.changed.clone(),
            });
        }
        if callback.runs_in_browser {
            let outcome = self.in_browser(callback, &body);
            return self.end(&job, outcome);
        }
        let is_stream = callback.stream;
        let over_socket = callback.goes_over_socket(self.server.prefers_socket());
        let (query, ended) = self.tickets.claims(callback, &body);
        for Held { job, ticket, .. } in ended {
            // What shows no progress is no patch.
            let _ = self.engine.show(job, &ticket.progress_default);
        }
        let call: Underway = if over_socket {
            Box::pin(self.call_over(&body))
        } else {
            Box::pin(self.call(&body, query))
        };
        self.running.push(Running { job, body, call, query: None, is_stream });
    }

    /// Sends a request.
    fn call(
        &self,
        body: &Value,
        query: String,
    ) -> impl Future<Output = (Said, HeaderMap)> + Send + use<> {
        let (server, body) = (Arc::clone(&self.server), body.to_string().into_bytes());
        let headers = self.headers.of_request();
        async move {
            let (answer, headers) = server.call(body, headers, &query).await;
            (Said::of(answer), headers)
        }
    }

    /// Sends a request over the socket, which is opened by the first one.
    fn call_over(
        &mut self,
        body: &Value,
    ) -> impl Future<Output = (Said, HeaderMap)> + Send + use<> {
        let words = &self.words.0;
        let socket = self.socket.get_or_insert_with(|| self.server.connect(words.clone()));
        let (server, line) = (Arc::clone(&self.server), socket.line());
        let (body, headers) = (body.to_string().into_bytes(), self.headers.of_request());
        async move {
            let (answer, headers) = server.call_over(line, body, headers).await;
            (Said::of(answer), headers)
        }
    }

    /// A call goes on in the background.
    pub(super) fn hold(&mut self, at: usize, ticket: Ticket, sides: &[Side]) {
        let Running { job, body, query, .. } = &mut self.running[at];
        *query = Some(ticket.query());
        let outputs = body["outputs"].clone();
        self.tickets.hold(Held { ticket, outputs, job: job.clone() });
        self.ask_again(at, sides);
    }

    /// Shows how far a job in the background is, and asks after it a little later.
    pub(super) fn ask_again(&mut self, at: usize, sides: &[Side]) {
        let Running { job, body, query, .. } = &self.running[at];
        let (job, query) = (job.clone(), query.clone().unwrap_or_default());
        let call = self.call(body, query);
        let later = async move {
            sleep(ASK_AFTER).await;
            call.await
        };
        self.running[at].call = Box::pin(later);
        if let Err(failure) = self.engine.show(&job, sides) {
            self.fail_job(&job, failure);
        }
    }

    fn in_browser(&self, callback: &Callback, body: &Value) -> Outcome {
        match self.stand_ins.get(&callback.output) {
            Some(stand_in) => match stand_in.answer(body, callback.is_multi) {
                Ok(answer) => Outcome::Answered(answer),
                Err(failure) => Outcome::Failed(failure),
            },
            // The title of a page, which a test reads where it is kept.
            None if callback.hidden => Outcome::Answered(Answer::default()),
            None => Outcome::Failed(Failure::new(format!(
                "it runs in the browser, and a test has none; let a fn stand in for it: `.client(\"{}\", |..| ..)`",
                callback.name.as_deref().unwrap_or_default()
            ))),
        }
    }
}
