//! One open socket: reads what its pages ask, runs it, and sends what there is to say, a little at a time.
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::ws::{CloseCode, CloseFrame, Message, Utf8Bytes, WebSocket, close_code};
use serde_json::value::RawValue;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

use super::message::{Address, HEARTBEAT_ACK, joined};
use super::outbox::{Outbox, Outgoing, outbox};
use super::page::{OverSocket, SocketPage};
use crate::callback::dispatch::Refusal;
use crate::callback::given::Body;
use crate::caller::Caller;
use crate::server::Shared;
use crate::server::call::{Answer, Call};
use crate::server::live::{OpenPage, PageHandle};
use crate::server::refuse::{Refused, Told};
use crate::wire::SocketMessage;

/// Between two frames to the same browser; what comes up in the meantime goes with the second.
const BATCH: Duration = Duration::from_millis(5);

/// A browser that takes nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the browser may take to say goodbye in turn.
const FAREWELL: Duration = Duration::from_secs(1);

/// What has room in a close frame.
const MAX_REASON_BYTES: usize = 123;

/// Nobody has used the socket for a while; the page opens another one when it needs it.
const INACTIVE: CloseCode = 4001;

/// Serves a socket until either side ends it.
pub(super) async fn serve(shared: Arc<Shared>, caller: Arc<Caller>, mut socket: WebSocket) {
    let (outbox, outgoing) = outbox(shared.config.body_limit);
    let now = Instant::now();
    let calls = JoinSet::new();
    let mut session = Session {
        shared,
        caller,
        outbox,
        outgoing,
        pages: HashMap::new(),
        calls,
        active: now,
        sent: now - BATCH,
    };
    let ended = session.run(&mut socket).await;
    // What still runs has nobody to answer.
    drop(session);
    if let Some(End { code, reason }) = ended {
        tracing::debug!(target: "dash::socket", code, %reason, "a socket was closed");
        let frame = CloseFrame { code, reason: reason.as_ref().into() };
        let close = async {
            socket.send(Message::Close(Some(frame))).await.ok()?;
            while socket.recv().await.is_some_and(|message| message.is_ok()) {}
            Some(())
        };
        let _ = timeout(FAREWELL, close).await;
    }
}

/// Why the server ends a socket.
struct End {
    code: CloseCode,
    reason: Cow<'static, str>,
}

fn end(code: CloseCode, reason: impl Into<Cow<'static, str>>) -> End {
    End { code, reason: reason.into() }
}

struct Session {
    shared: Arc<Shared>,
    caller: Arc<Caller>,
    outbox: Outbox,
    outgoing: Outgoing,
    /// By the name that each load of a page has given itself.
    pages: HashMap<String, SocketPage>,
    calls: JoinSet<()>,
    /// When something other than a heartbeat was last said.
    active: Instant,
    /// When the last frame was sent.
    sent: Instant,
}

impl Session {
    /// Serves; why the server ends the socket, if it is not the browser that does.
    async fn run(&mut self, socket: &mut WebSocket) -> Option<End> {
        let mut open = self.shared.sockets.open();
        let inactivity = self.shared.config.websocket_inactivity_timeout;
        let mut is_stopping = false;
        loop {
            tokio::select! {
                received = socket.recv(), if !is_stopping => match received? {
                    Ok(message) => {
                        if let ControlFlow::Break(end) = self.receive(message) {
                            return Some(end);
                        }
                    }
                    Err(_) => return Some(self.unreadable()),
                },
                Some(first) = self.outgoing.next() => self.send(socket, first).await?,
                Some(_) = self.calls.join_next() => self.active = Instant::now(),
                () = open.stopped(), if !is_stopping => {
                    is_stopping = true;
                    // They have no end that could be waited for; the page opens them elsewhere.
                    self.pages.values().for_each(|page| page.page.end_streams());
                }
                () = self.outbox.exceeded() => {
                    return Some(end(close_code::POLICY, "the page reads too slowly"));
                }
                () = sleep_until(self.active + inactivity),
                    if self.calls.is_empty() && !inactivity.is_zero() =>
                {
                    return Some(end(INACTIVE, "inactivity timeout"));
                }
            }
            if is_stopping && self.calls.is_empty() {
                return self.goodbye(socket).await;
            }
        }
    }

    fn unreadable(&self) -> End {
        let limit = self.shared.config.body_limit;
        end(close_code::SIZE, format!("a message is no message, or larger than {limit} bytes"))
    }

    fn receive(&mut self, message: Message) -> ControlFlow<End> {
        match message {
            Message::Text(text) => match SocketMessage::read(&text) {
                Ok(message) => self.understand(message),
                Err(error) => ControlFlow::Break(malformed(&error)),
            },
            Message::Binary(_) => {
                ControlFlow::Break(end(close_code::UNSUPPORTED, "messages are text"))
            }
            Message::Ping(_) | Message::Pong(_) | Message::Close(_) => ControlFlow::Continue(()),
        }
    }

    fn understand(&mut self, message: SocketMessage) -> ControlFlow<End> {
        match message {
            SocketMessage::CallbackRequest { renderer, request, payload } => {
                self.active = Instant::now();
                let page = self.page(&renderer);
                let address = Address { renderer, request };
                let (shared, outbox) = (Arc::clone(&self.shared), self.outbox.clone());
                let caller = Arc::clone(&self.caller);
                self.calls.spawn(async move {
                    let answer = call(&shared, caller, &address, payload, &page, &outbox).await;
                    if let Some(answer) = answer {
                        outbox.send(answer);
                    }
                });
            }
            SocketMessage::GetPropsResponse { renderer, question, payload } => {
                if let Some(known) = self.pages.get(&renderer) {
                    known.page.answer(&question, payload);
                }
            }
            SocketMessage::Disconnect { renderer } => drop(self.pages.remove(&renderer)),
            SocketMessage::Heartbeat => self.outbox.send(HEARTBEAT_ACK.into()),
        }
        ControlFlow::Continue(())
    }

    /// The page of that name, which may speak for the first time.
    fn page(&mut self, renderer: &str) -> Calling {
        let (shared, outbox) = (&self.shared, &self.outbox);
        let known = self.pages.entry(renderer.to_owned()).or_insert_with(|| {
            let way = Box::new(OverSocket(outbox.clone()));
            SocketPage::open(renderer.to_owned(), way, shared)
        });
        Calling { page: Arc::clone(&known.page), handle: known.handle.clone() }
    }

    /// Sends a message, and all that have come up by the time the next frame may go.
    async fn send(&mut self, socket: &mut WebSocket, first: Vec<u8>) -> Option<()> {
        sleep_until(self.sent + BATCH).await;
        let mut batch = vec![first];
        batch.extend(std::iter::from_fn(|| self.outgoing.ready()));
        if batch.iter().any(|message| message != HEARTBEAT_ACK.as_bytes()) {
            self.active = Instant::now();
        }
        let text = Utf8Bytes::try_from(Bytes::from(joined(batch))).ok()?;
        timeout(PATIENCE, socket.send(Message::Text(text))).await.ok()?.ok()?;
        self.sent = Instant::now();
        Some(())
    }

    /// The last answers, and why no more come.
    async fn goodbye(&mut self, socket: &mut WebSocket) -> Option<End> {
        while let Some(first) = self.outgoing.ready() {
            self.send(socket, first).await?;
        }
        Some(end(close_code::AWAY, "the server shuts down"))
    }
}

fn malformed(error: &serde_json::Error) -> End {
    let mut reason = format!("a message cannot be read: {error}");
    reason.truncate(reason.floor_char_boundary(MAX_REASON_BYTES));
    end(close_code::INVALID, reason)
}

/// The page that calls.
struct Calling {
    page: Arc<OpenPage>,
    handle: PageHandle,
}

/// Runs one call to its answer; a stream that nobody reads any more has none.
async fn call(
    shared: &Shared,
    caller: Arc<Caller>,
    address: &Address,
    request: Box<RawValue>,
    Calling { page, handle }: &Calling,
    outbox: &Outbox,
) -> Option<Vec<u8>> {
    let request: Body = Arc::new(Box::<str>::from(request).into_string());
    let call = match read(shared, &request, caller, handle) {
        Ok(call) => call,
        Err(refused) => {
            let output = refused.output.as_deref();
            tracing::debug!(target: "dash::callback", output, "a request was refused");
            return Some(address.error(Told::refusal(&refused.refusal)));
        }
    };
    drop(request);
    let instance = call.instance.clone();
    let run = call.run_at_pace(|| outbox.room());
    let answer = match instance {
        None => run.await,
        Some(instance) => {
            let superseded = page.supersede(instance);
            tokio::select! {
                answer = run => answer,
                superseded = superseded => superseded.ok().map(|()| Answer::Nothing)?,
            }
        }
    };
    Some(match answer {
        Answer::Values(body) => address.values(&body),
        // No job is polled over a socket.
        Answer::Nothing | Answer::JobFailed(..) => address.nothing(),
        Answer::Refused(refusal) => address.error(Told::refusal(&refusal)),
        Answer::Failed(failure) => address.error(Told::failure(&failure, shared.config.debug)),
    })
}

/// Reads a call, which must be of a callback that uses the socket.
fn read<'a>(
    shared: &'a Shared,
    request: &Body,
    caller: Arc<Caller>,
    page: &PageHandle,
) -> Result<Call<'a>, Refused> {
    let call = Call::read(shared, request, caller, Some(page.line()))?;
    if shared.config.websocket_callbacks || call.callback.def.options.websocket {
        return Ok(call);
    }
    let output = call.callback.output.clone();
    Err(Refused { refusal: Refusal::NotOverSocket(output.clone()), output: Some(output) })
}
