//! One browser over its socket: reads what its pages ask, runs it, and sends what there is to say, a
//! little at a time.
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseCode, Message, close_code};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::calls::{Calling, call};
use super::connection::Connection;
use super::message::{Address, HEARTBEAT_ACK, joined};
use super::numbers::Numbers;
use super::outbox::{Outbox, Outgoing, outbox};
use super::page::{OverSocket, SocketPage};
use super::sessions::{Arrival, Entry};
use super::sockets::Open;
use crate::caller::Caller;
use crate::server::Shared;
use crate::wire::SocketMessage;

/// Between two frames to the same browser; what comes up in the meantime goes with the second.
const BATCH: Duration = Duration::from_millis(5);

/// What has room in a close frame.
const MAX_REASON_BYTES: usize = 123;

/// Nobody has used the socket for a while; the page opens another one when it needs it.
const INACTIVE: CloseCode = 4001;

/// The browser has heard nothing for so long that it tries another connection.
const SILENT: CloseCode = 4000;

/// How a connection is over.
pub(super) enum Cut {
    /// The browser says that it leaves.
    Left,
    /// Nobody knows why.
    Lost,
    Ended(End),
    /// The browser has another one.
    Replaced(Box<Arrival>),
    /// What was received is no message; maybe the connection is gone.
    Unreadable,
}

/// Why the server ends a socket.
pub(super) struct End {
    pub(super) code: CloseCode,
    pub(super) reason: Cow<'static, str>,
}

fn end(code: CloseCode, reason: impl Into<Cow<'static, str>>) -> End {
    End { code, reason: reason.into() }
}

pub(super) struct Session {
    pub(super) shared: Arc<Shared>,
    pub(super) caller: Arc<Caller>,
    pub(super) outbox: Outbox,
    outgoing: Outgoing,
    /// If the browser numbers what it says.
    pub(super) numbers: Option<Numbers>,
    /// By the name that each load of a page has given itself.
    pages: HashMap<String, SocketPage>,
    calls: JoinSet<()>,
    /// When something other than a heartbeat was last said.
    active: Instant,
    /// When the last frame was sent.
    sent: Instant,
}

impl Session {
    pub(super) fn new(shared: &Arc<Shared>, caller: &Arc<Caller>) -> Self {
        let (outbox, outgoing) = outbox(shared.config.body_limit);
        let now = Instant::now();
        Self {
            shared: Arc::clone(shared),
            caller: Arc::clone(caller),
            outbox,
            outgoing,
            numbers: None,
            pages: HashMap::new(),
            calls: JoinSet::new(),
            active: now,
            sent: now - BATCH,
        }
    }

    /// Serves one connection.
    pub(super) async fn run(
        &mut self,
        connection: &mut Connection,
        mut entry: Option<&mut Entry>,
        open: &mut Open,
    ) -> Cut {
        let inactivity = self.shared.config.websocket_inactivity_timeout;
        let mut is_stopping = false;
        loop {
            let sent = tokio::select! {
                received = connection.hear(), if !is_stopping => match received {
                    None => return Cut::Lost,
                    Some(Err(_)) => return Cut::Unreadable,
                    Some(Ok(message)) => match self.receive(message) {
                        ControlFlow::Break(cut) => return cut,
                        ControlFlow::Continue(()) => Some(()),
                    }
                },
                Some(first) = self.outgoing.next() => self.send(connection, first).await,
                Some(_) = self.calls.join_next() => {
                    self.active = Instant::now();
                    Some(())
                }
                Some(arrival) = next(entry.as_deref_mut()) => return Cut::Replaced(Box::new(arrival)),
                () = open.stopped(), if !is_stopping => {
                    is_stopping = true;
                    // They have no end that could be waited for; the page opens them elsewhere.
                    self.pages.values().for_each(|page| page.page.end_streams());
                    Some(())
                }
                () = self.outbox.exceeded() => {
                    return Cut::Ended(end(close_code::POLICY, "the page reads too slowly"));
                }
                () = sleep_until(self.active + inactivity),
                    if self.calls.is_empty() && !inactivity.is_zero() =>
                {
                    return Cut::Ended(end(INACTIVE, "inactivity timeout"));
                }
            };
            if sent.is_none() {
                return Cut::Lost;
            }
            if is_stopping && self.calls.is_empty() {
                return self.goodbye(connection).await;
            }
        }
    }

    pub(super) fn unreadable(&self) -> End {
        let limit = self.shared.config.body_limit;
        end(close_code::SIZE, format!("a message is no message, or larger than {limit} bytes"))
    }

    fn receive(&mut self, message: Message) -> ControlFlow<Cut> {
        match message {
            Message::Text(text) => match SocketMessage::read(&text) {
                Ok((message, number)) => {
                    if self.is_new(number) {
                        self.understand(message);
                    }
                    ControlFlow::Continue(())
                }
                Err(error) => ControlFlow::Break(Cut::Ended(malformed(&error))),
            },
            Message::Binary(_) => {
                ControlFlow::Break(Cut::Ended(end(close_code::UNSUPPORTED, "messages are text")))
            }
            Message::Close(frame) => {
                let is_lost = frame.is_some_and(|frame| frame.code == SILENT);
                ControlFlow::Break(if is_lost { Cut::Lost } else { Cut::Left })
            }
            Message::Ping(_) | Message::Pong(_) => ControlFlow::Continue(()),
        }
    }

    /// A browser that was cut off says again what may be lost.
    fn is_new(&mut self, number: Option<u64>) -> bool {
        let numbers = self.numbers.as_mut().zip(number);
        numbers.is_none_or(|(numbers, number)| numbers.take(number))
    }

    fn understand(&mut self, message: SocketMessage) {
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
            SocketMessage::Seen(number) => {
                if let Some(numbers) = &mut self.numbers {
                    numbers.see(number);
                }
            }
        }
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
    async fn send(&mut self, connection: &mut Connection, first: Vec<u8>) -> Option<()> {
        sleep_until(self.sent + BATCH).await;
        let mut batch = vec![first];
        batch.extend(std::iter::from_fn(|| self.outgoing.ready()));
        let all = batch.len();
        batch.retain(|message| message != HEARTBEAT_ACK.as_bytes());
        let is_alive = batch.len() < all;
        if !batch.is_empty() {
            self.active = Instant::now();
            let frame = match &mut self.numbers {
                Some(numbers) => numbers.frame(&batch),
                None => joined(batch),
            };
            connection.say(frame).await?;
        }
        if is_alive {
            connection.say(HEARTBEAT_ACK.into()).await?;
        }
        self.sent = Instant::now();
        Some(())
    }

    /// The last answers, and why no more come.
    async fn goodbye(&mut self, connection: &mut Connection) -> Cut {
        while let Some(first) = self.outgoing.ready() {
            if self.send(connection, first).await.is_none() {
                return Cut::Left;
            }
        }
        Cut::Ended(end(close_code::AWAY, "the server shuts down"))
    }
}

/// A browser that comes back, if it can.
async fn next(entry: Option<&mut Entry>) -> Option<Arrival> {
    entry?.next().await
}

fn malformed(error: &serde_json::Error) -> End {
    let mut reason = format!("a message cannot be read: {error}");
    reason.truncate(reason.floor_char_boundary(MAX_REASON_BYTES));
    end(close_code::INVALID, reason)
}
