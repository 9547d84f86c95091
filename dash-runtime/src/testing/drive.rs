//! Runs the callbacks of one page on one task, until nothing more follows.
use std::collections::HashMap;
use std::future::poll_fn;
use std::mem::take;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::unconstrained;

use super::answer::{Failure, Outcome, Said};
use super::background::{Held, Tickets};
use super::calls::Call;
use super::engine::Engine;
use super::error::CallbackFailure;
use super::headers::Headers;
use super::ids::Id;
use super::job::Job;
use super::running::{Running, Waits};
use super::stand_in::StandIn;
use super::value::without_marks;
use crate::callback::side_update::SideUpdate;
use crate::server::{InProcess, TestPage, Word};

/// One page and its server.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) server: Arc<InProcess>,
    pub(super) stand_ins: Arc<HashMap<String, StandIn>>,
    pub(super) headers: Headers,
    pub(super) engine: Engine,
    pub(super) running: Vec<Running>,
    pub(super) tickets: Tickets,
    /// What the server says of its own accord.
    pub(super) words: (UnboundedSender<Word>, UnboundedReceiver<Word>),
    /// There since a callback was first called over it.
    pub(super) socket: Option<TestPage>,
    pub(super) called: usize,
    pub(super) calls: Vec<Call>,
    pub(super) failures: Vec<CallbackFailure>,
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
            words: unbounded_channel(),
            socket: None,
            called: 0,
            calls: Vec::new(),
            failures: Vec::new(),
        }
    }

    /// The page after this one; what a test asks of both is known to it.
    pub(super) fn followed_by(&mut self, mut next: Self) -> Self {
        next.engine.persistence = take(&mut self.engine.persistence).without_memory();
        let (calls, failures) = (take(&mut self.calls), take(&mut self.failures));
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

    /// Waits until calls have ended or something was set, and takes it in; whether there was anything.
    /// What is not waited for is taken in if it is there.
    pub(super) async fn wait(&mut self, waits: Waits) -> bool {
        let is_awaited = self.awaits(waits);
        let next = poll_fn(|cx| match self.poll(cx) {
            Poll::Pending if !is_awaited => Poll::Ready(None),
            polled => polled.map(Some),
        });
        // Whatever is there is taken in, however much it is.
        let Some(ended) = unconstrained(next).await else { return false };
        for Ended { job, outcome } in ended {
            self.end(&job, outcome);
        }
        true
    }

    /// The callbacks that a test still waits for.
    pub(super) fn awaited(&self, waits: Waits) -> Vec<String> {
        let awaited = self.running.iter().filter(|one| one.awaited() <= waits);
        let callback = |one: &Running| &self.engine.graph.callbacks[one.job.instance.callback];
        awaited.map(|one| callback(one).shown()).collect()
    }

    fn awaits(&self, waits: Waits) -> bool {
        let may_be_told = waits == Waits::Anything && self.socket.is_some();
        may_be_told || self.running.iter().any(|one| one.awaited() <= waits)
    }

    /// Takes in what was set without being asked for.
    pub(super) fn take_pushed(&mut self) {
        while let Ok(word) = self.words.1.try_recv() {
            self.hear(word);
        }
    }

    /// What follows from an item of a stream comes before the next item.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Vec<Ended>> {
        let mut ended = Vec::new();
        for streams in [false, true] {
            let mut any = self.poll_calls(cx, streams, &mut ended);
            while let Poll::Ready(Some(word)) = self.words.1.poll_recv(cx) {
                self.hear(word);
                any = true;
            }
            if any {
                return Poll::Ready(ended);
            }
        }
        Poll::Pending
    }

    /// Polls the streams or the other calls; whether any of them has said something.
    fn poll_calls(&mut self, cx: &mut Context<'_>, streams: bool, ended: &mut Vec<Ended>) -> bool {
        let mut at = 0;
        let mut any = false;
        while at < self.running.len() {
            let Running { is_stream, call, .. } = &mut self.running[at];
            if *is_stream != streams {
                at += 1;
                continue;
            }
            let Poll::Ready((said, headers)) = call.as_mut().poll(cx) else {
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
        any
    }

    fn hear(&mut self, word: Word) {
        match word {
            Word::Set(update) => self.push(update),
            Word::Ask { question, id, property } => {
                let value = self.engine.tree.prop(&id, &property).map(without_marks);
                if let Some(socket) = &self.socket {
                    socket.answer(&question, &property, &value.unwrap_or_default());
                }
            }
        }
    }

    fn push(&mut self, SideUpdate { id, props, .. }: SideUpdate) {
        let value = |value| serde_json::to_value(value).unwrap_or_default();
        let props = props.into_iter().map(|(name, own)| (name.to_owned(), value(own))).collect();
        if let Err(failure) = self.engine.push(&Id::read(&id), props) {
            self.fail("set_props", &id, Vec::new(), failure);
        }
    }

    pub(super) fn end(&mut self, job: &Job, outcome: Outcome) {
        if let Some(Held { ticket, .. }) = self.tickets.release(job) {
            // What shows no progress is no patch.
            let _ = self.engine.show(job, &ticket.progress_default);
        }
        if let Some(Outcome::Failed(failure)) = self.engine.settle(job, outcome) {
            self.fail_job(job, failure);
        }
    }

    pub(super) fn fail_job(&mut self, job: &Job, failure: Failure) {
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
