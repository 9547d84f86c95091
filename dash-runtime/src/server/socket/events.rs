//! `POST _dash-sse-callback` and `POST _dash-sse-message`: what a socket carries, where a proxy forbids
//! those. The server speaks in events of one long answer; the browser in requests beside it.
//!
//! The route asks for a method that always has an `Origin`: a `GET` of a page of another site has none,
//! and would begin a session with the reader's cookies under a name of that site's choice.
use std::collections::HashMap;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use axum::extract::ws::{CloseCode, CloseFrame, Message};
use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use serde_json::json;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::connection::Connection;
use super::{Ticket, arrive, foreign, full};
use crate::Config;
use crate::server::refuse::Refused;
use crate::server::{Site, body};

/// Where the events are, below the prefix.
pub(in crate::server) const PATH: &str = "_dash-sse-callback";

/// Where the browser says something.
pub(in crate::server) const MESSAGES: &str = "_dash-sse-message";

/// So many messages of a browser wait for its session.
const WAITING: usize = 16;

/// Keeps proxies such as nginx from collecting events until there are many.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

/// One connection of a browser.
#[derive(Debug)]
pub(in crate::server) struct Events {
    said: Sender<Event>,
    heard: Receiver<Message>,
    name: String,
    own: Sender<Message>,
    all: Listeners,
}

impl Events {
    pub(super) async fn hear(&mut self) -> Option<Message> {
        tokio::select! {
            // A goodbye is not lost because the events end right after it.
            biased;
            message = self.heard.recv() => message,
            () = self.said.closed() => None,
        }
    }

    pub(super) async fn say(&mut self, text: &str) -> Option<()> {
        self.said.send(event(text)).await.ok()
    }

    /// Says why no more comes.
    pub(super) async fn close(self, code: CloseCode, reason: &str) -> Option<()> {
        let why = json!({"code": code, "reason": reason}).to_string();
        self.said.send(Event::default().event("close").data(why)).await.ok()
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.all.remove(&self.name, &self.own);
    }
}

/// An event has no carriage return; where JSON has one, it is a space.
fn event(text: &str) -> Event {
    if text.contains('\r') {
        return Event::default().data(text.replace('\r', " "));
    }
    Event::default().data(text)
}

/// Who listens to what browsers say, by the names of their sessions; clones speak of the same ones.
#[derive(Debug, Clone, Default)]
pub(in crate::server) struct Listeners(Arc<Mutex<HashMap<String, Sender<Message>>>>);

impl Listeners {
    /// A connection and its events. An older connection of the same name hears no more.
    fn open(&self, name: String) -> (Events, Outgoing) {
        // What waits here would wait for nothing if the connection is cut.
        let (said, events) = channel(1);
        let (own, heard) = channel(WAITING);
        self.lock().insert(name.clone(), own.clone());
        (Events { said, heard, name, own, all: self.clone() }, Outgoing(events))
    }

    fn of(&self, name: &str) -> Option<Sender<Message>> {
        self.lock().get(name).cloned()
    }

    fn remove(&self, name: &str, own: &Sender<Message>) {
        let mut all = self.lock();
        if all.get(name).is_some_and(|known| known.same_channel(own)) {
            all.remove(name);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Sender<Message>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The events of a connection, until the session drops it.
struct Outgoing(Receiver<Event>);

impl Stream for Outgoing {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|event| event.map(Ok))
    }
}

/// Opens a connection; one with a name, since what the browser says has to find it.
pub(in crate::server) async fn sse_callback(State(shared): Site, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    if let Some(refused) = foreign(&parts.headers, &shared.config) {
        return refused;
    }
    let ticket = Ticket::of(parts.uri.query().unwrap_or_default());
    let Some(name) = ticket.session.clone() else {
        return (StatusCode::BAD_REQUEST, NO_NAME).into_response();
    };
    if !ticket.has_room(&shared) {
        return full();
    }
    let (events, outgoing) = shared.sockets.listeners.open(name);
    let caller = Arc::new(shared.caller(parts));
    tokio::spawn(arrive(shared, caller, Connection::Events(events), ticket));
    let events = Sse::new(outgoing).keep_alive(KeepAlive::default());
    ([UNBUFFERED], events).into_response()
}

/// Takes messages, a line each, and at last the goodbye.
pub(in crate::server) async fn sse_message(State(shared): Site, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if let Some(refused) = foreign(&parts.headers, &shared.config) {
        return refused;
    }
    let ticket = Ticket::of(parts.uri.query().unwrap_or_default());
    let Config { body_limit, read_timeout, .. } = shared.config;
    let body = match body::read(body, body_limit, read_timeout).await {
        Ok(body) => body,
        Err(refusal) => return Refused::from(refusal).into_response(),
    };
    let Ok(text) = str::from_utf8(&body) else {
        return (StatusCode::BAD_REQUEST, "messages are text").into_response();
    };
    let listener = ticket.session.and_then(|name| shared.sockets.listeners.of(&name));
    let told = async { tell(&listener?, text, ticket.close).await };
    match told.await {
        Some(()) => StatusCode::NO_CONTENT.into_response(),
        None => (StatusCode::NOT_FOUND, NOBODY).into_response(),
    }
}

/// Hands messages to a session; none if it no longer listens.
async fn tell(listener: &Sender<Message>, lines: &str, close: Option<CloseCode>) -> Option<()> {
    for line in lines.lines() {
        listener.send(Message::text(line)).await.ok()?;
    }
    let Some(code) = close else { return Some(()) };
    let goodbye = CloseFrame { code, reason: "".into() };
    listener.send(Message::Close(Some(goodbye))).await.ok()
}

const NO_NAME: &str = "events need a `session`: a name that nobody guesses";

const NOBODY: &str = "no session of this name has events open";

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_said_is_heard_before_the_end() {
        for _ in 0..64 {
            let (mut events, outgoing) = Listeners::default().open("a".to_owned());
            events.own.send(Message::text("bye")).await.expect("somebody listens");
            drop(outgoing);
            assert_eq!(events.hear().await, Some(Message::text("bye")));
            assert_eq!(events.hear().await, None);
        }
    }
}
