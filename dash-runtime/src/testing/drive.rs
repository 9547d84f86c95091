//! Runs the callbacks of one page on one task, until nothing more follows.
use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::HeaderMap;
use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::sleep;

use super::answer::{Answer, Failure, Outcome, Said};
use super::background::{Held, Ticket, Tickets};
use super::calls::Call;
use super::engine::{Engine, Started};
use super::error::CallbackFailure;
use super::graph::{Callback, Side};
use super::headers::Headers;
use super::ids::Id;
use super::schedule::Job;
use super::stand_in::StandIn;
use crate::callback::side_update::{Push, SideUpdate};
use crate::server::{self, InProcess};

/// Between two questions after a job in the background; a test need not wait as long as a page.
const ASK_AFTER: Duration = Duration::from_millis(2);

/// One page and its server.
#[derive(Debug)]
pub(super) struct Page {
    server: Arc<InProcess>,
    stand_ins: Arc<HashMap<String, StandIn>>,
    pub(super) headers: Headers,
    pub(super) engine: Engine,
    running: Vec<Running>,
    tickets: Tickets,
    pushed: (UnboundedSender<SideUpdate>, UnboundedReceiver<SideUpdate>),
    called: usize,
    pub(super) calls: Vec<Call>,
    pub(super) failures: Vec<CallbackFailure>,
}

/// A call under way.
struct Running {
    job: Job,
    body: Value,
    call: Pin<Box<dyn Future<Output = (Said, HeaderMap)> + Send>>,
    /// How the page asks after it, if it is in the background.
    query: Option<String>,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("job", &self.job).finish_non_exhaustive()
    }
}

impl Page {
    pub(super) fn new(
        server: Arc<InProcess>,
        stand_ins: Arc<HashMap<String, StandIn>>,
        headers: Headers,
        engine: Engine,
    ) -> Self {
        Self {
            server,
            stand_ins,
            headers,
            engine,
            running: Vec::new(),
            tickets: Tickets::default(),
            pushed: unbounded_channel(),
            called: 0,
            calls: Vec::new(),
            failures: Vec::new(),
        }
    }

    /// The page after this one; what a test asks of both is known to it.
    pub(super) fn followed_by(&mut self, next: Self) -> Self {
        let (calls, failures) =
            (std::mem::take(&mut self.calls), std::mem::take(&mut self.failures));
        Self { called: self.called, calls, failures, ..next }
    }

    /// Starts what may run; whether there was anything.
    pub(super) fn advance(&mut self) -> bool {
        let started = self.engine.advance();
        let any = !started.is_empty();
        for one in started {
            self.begin(one);
        }
        // Whoever calls a callback again has no use for the older call.
        let obsolete: Vec<u64> = self.engine.obsolete.drain(..).map(|job| job.ticket).collect();
        for at in (0..self.running.len()).rev() {
            if obsolete.contains(&self.running[at].job.ticket) {
                let Running { job, .. } = self.running.remove(at);
                self.engine.settle(&job, Outcome::Skipped);
            }
        }
        any
    }

    /// Waits until calls have ended or something was pushed, and takes it in; whether anything runs.
    /// Callbacks in the background are waited for only with `jobs`.
    pub(super) async fn wait(&mut self, jobs: bool) -> bool {
        if self.running.iter().all(|one| !jobs && one.query.is_some()) {
            return false;
        }
        for Ended { job, outcome } in poll_fn(|cx| self.poll(cx)).await {
            self.end(&job, outcome);
        }
        true
    }

    /// Takes in what callbacks have set by themselves so far.
    pub(super) fn take_pushed(&mut self) -> bool {
        let mut any = false;
        while let Ok(update) = self.pushed.1.try_recv() {
            self.push(update);
            any = true;
        }
        any
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Vec<Ended>> {
        let mut ended = Vec::new();
        let mut at = 0;
        let mut any = false;
        while at < self.running.len() {
            let Poll::Ready((said, headers)) = self.running[at].call.as_mut().poll(cx) else {
                at += 1;
                continue;
            };
            any = true;
            self.headers.keep(&headers);
            match said {
                Said::Ended(outcome) => {
                    let Running { job, .. } = self.running.remove(at);
                    ended.push(Ended { job, outcome });
                }
                Said::Begun(ticket, sides) => self.hold(at, ticket, &sides),
                Said::Going(sides) => self.ask_again(at, &sides),
            }
        }
        while let Poll::Ready(Some(update)) = self.pushed.1.poll_recv(cx) {
            self.push(update);
            any = true;
        }
        if any { Poll::Ready(ended) } else { Poll::Pending }
    }

    fn begin(&mut self, Started { job, body }: Started) {
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
        let push = callback.websocket.then(|| self.push_of());
        let (query, ended) = self.tickets.claims(callback, &body);
        for Held { job, ticket, .. } in ended {
            // What shows no progress is no patch.
            let _ = self.engine.show(job, &ticket.progress_default);
        }
        let call = self.call(&body, query, push);
        self.running.push(Running { job, body, call: Box::pin(call), query: None });
    }

    /// Sends a request.
    fn call(
        &self,
        body: &Value,
        query: String,
        push: Option<Push>,
    ) -> impl Future<Output = (Said, HeaderMap)> + Send + use<> {
        let (server, body) = (Arc::clone(&self.server), body.to_string().into_bytes());
        let headers = self.headers.of_request();
        async move {
            let (answer, headers) = server.call(body, headers, &query, push).await;
            (said(answer), headers)
        }
    }

    /// A call goes on in the background.
    fn hold(&mut self, at: usize, ticket: Ticket, sides: &[Side]) {
        let Running { job, body, query, .. } = &mut self.running[at];
        *query = Some(ticket.query());
        let outputs = body["outputs"].clone();
        self.tickets.hold(Held { ticket, outputs, job: job.clone() });
        self.ask_again(at, sides);
    }

    /// Shows how far a job in the background is, and asks after it a little later.
    fn ask_again(&mut self, at: usize, sides: &[Side]) {
        let Running { job, body, query, .. } = &self.running[at];
        let (job, query) = (job.clone(), query.clone().unwrap_or_default());
        let call = self.call(body, query, None);
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

    fn push_of(&self) -> Push {
        let sender = self.pushed.0.clone();
        Arc::new(move |update| sender.send(update).map_err(|refused| refused.0))
    }

    fn push(&mut self, SideUpdate { id, props, .. }: SideUpdate) {
        let value = |value| serde_json::to_value(value).unwrap_or_default();
        let props = props.into_iter().map(|(name, own)| (name.to_owned(), value(own))).collect();
        if let Err(failure) = self.engine.push(&Id::read(&id), props) {
            self.fail("set_props", &id, Vec::new(), failure);
        }
    }

    fn end(&mut self, job: &Job, outcome: Outcome) {
        if let Some(Held { ticket, .. }) = self.tickets.release(job) {
            // What shows no progress is no patch.
            let _ = self.engine.show(job, &ticket.progress_default);
        }
        if let Some(Outcome::Failed(failure)) = self.engine.settle(job, outcome) {
            self.fail_job(job, failure);
        }
    }

    fn fail_job(&mut self, job: &Job, failure: Failure) {
        let callback = &self.engine.graph.callbacks[job.instance.callback];
        let (name, output) = (callback.name.clone().unwrap_or_default(), callback.output.clone());
        self.fail(&name, &output, job.changed.clone(), failure);
    }

    fn fail(&mut self, name: &str, output: &str, triggered: Vec<String>, failure: Failure) {
        let Failure { message, chain } = failure;
        let (callback, output) = (name.to_owned(), output.to_owned());
        self.failures.push(CallbackFailure { callback, output, triggered, message, chain });
    }
}

struct Ended {
    job: Job,
    outcome: Outcome,
}

/// What the server answers, as the page reads it.
fn said(answer: server::Answer) -> Said {
    let failed = |failure| Said::Ended(Outcome::Failed(failure));
    match answer {
        server::Answer::Values(body) => {
            let bytes: Vec<u8> = body.pieces().flatten().copied().collect();
            Said::read(&String::from_utf8_lossy(&bytes))
                .unwrap_or_else(|error| failed(Failure::new(error)))
        }
        server::Answer::Nothing => Said::Ended(Outcome::Answered(Answer::default())),
        server::Answer::Refused(refusal) => failed(Failure::of(&refusal)),
        server::Answer::Failed(failure) => failed(Failure::of(&failure)),
        server::Answer::JobFailed(message, chain) => failed(Failure { message, chain }),
    }
}
