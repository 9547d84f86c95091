//! `GET _dash-ws-callback`: many pages of one browser call their callbacks over one WebSocket, or over
//! events where there can be none.

mod calls;
mod connection;
mod events;
mod life;
mod message;
mod numbers;
mod outbox;
mod page;
mod session;
mod sessions;
mod sockets;

use std::sync::Arc;

use axum::extract::State;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{CloseCode, WebSocketUpgrade};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use self::connection::Connection;
use self::sessions::Arrival;
use super::suites::PACKAGE;
use super::{Shared, Site, front_end, origin};
use crate::caller::Caller;
use crate::{CallbackDef, Config};

#[cfg(feature = "testing")]
pub(super) use self::page::SocketPage;
pub(super) use self::sockets::Sockets;

pub(super) use self::events::{MESSAGES, PATH as EVENTS, sse_callback, sse_message};

/// Where the route is, below the prefix.
pub(super) const PATH: &str = "_dash-ws-callback";

/// How much is read at once. Each socket has so much for as long as it is open, and messages are short.
const READ_BYTES: usize = 8 * 1024;

type Upgrade = Result<WebSocketUpgrade, WebSocketUpgradeRejection>;

/// A page of another origin could otherwise call callbacks with the reader's cookies.
pub(super) async fn ws_callback(State(shared): Site, upgrade: Upgrade, request: Parts) -> Response {
    if let Some(refused) = foreign(&request.headers, &shared.config) {
        return refused;
    }
    let limit = shared.config.body_limit;
    let ticket = Ticket::of(request.uri.query().unwrap_or_default());
    let caller = Arc::new(shared.caller(request));
    match upgrade {
        Ok(_) if !ticket.has_room(&shared) => full(),
        Ok(upgrade) => upgrade
            .read_buffer_size(READ_BYTES)
            .max_message_size(limit)
            .max_frame_size(limit)
            .on_upgrade(move |socket| {
                arrive(shared, caller, Connection::Socket(Box::new(socket)), ticket)
            }),
        Err(rejection) => rejection.into_response(),
    }
}

/// Our own client gives its session a name that nobody guesses, under which it can come back.
async fn arrive(shared: Arc<Shared>, caller: Arc<Caller>, connection: Connection, ticket: Ticket) {
    let arrival = Arrival { connection, caller, seen: ticket.seen };
    let Some(name) = ticket.session else {
        return life::serve(shared, arrival, None).await;
    };
    if let Some((entry, arrival)) = shared.sockets.sessions.arrive(name, arrival) {
        life::serve(shared, arrival, Some(entry)).await;
    }
}

/// What a client that numbers its messages says when it comes.
#[derive(Debug, Default)]
struct Ticket {
    session: Option<String>,
    seen: u64,
    /// Why it leaves.
    close: Option<CloseCode>,
}

impl Ticket {
    fn of(query: &str) -> Self {
        let mut ticket = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "session" => ticket.session = Some(value.into_owned()),
                "seen" => ticket.seen = value.parse().unwrap_or_default(),
                "close" => ticket.close = value.parse().ok(),
                _ => {}
            }
        }
        ticket
    }

    /// Whether there is room; a session that goes on needs no more than it has.
    fn has_room(&self, shared: &Shared) -> bool {
        let sockets = &shared.sockets;
        self.session.as_ref().is_some_and(|name| sockets.sessions.know(name))
            || sockets.have_room(shared.config.max_connections)
    }
}

/// What a page of another site is told.
fn foreign(headers: &HeaderMap, config: &Config) -> Option<Response> {
    let named = [&config.allowed_origins, &config.websocket_allowed_origins];
    if origin::is_own(headers) || named.into_iter().any(|named| origin::is_named(headers, named)) {
        return None;
    }
    tracing::debug!(target: "dash::socket", origin = ?headers.get("origin"), "a socket was refused");
    Some((StatusCode::FORBIDDEN, FOREIGN).into_response())
}

fn full() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, FULL).into_response()
}

const FOREIGN: &str =
    "a WebSocket needs an `Origin` that is the server's own, or one of `websocket_allowed_origins`";

const FULL: &str = "too many sockets are open";

/// What a page is told of the socket.
#[derive(Debug)]
pub(super) struct Settings {
    enabled: bool,
    inactivity_timeout: u128,
    heartbeat_interval: u128,
}

impl Settings {
    /// None if no callback uses a socket.
    pub(super) fn of(config: &Config, callbacks: &[&CallbackDef]) -> Option<Self> {
        let enabled = config.websocket_callbacks;
        let is_used = enabled || callbacks.iter().any(|def| def.options.websocket);
        is_used.then_some(Self {
            enabled,
            inactivity_timeout: config.websocket_inactivity_timeout.as_millis(),
            heartbeat_interval: config.websocket_heartbeat_interval.as_millis(),
        })
    }

    /// With the names of Dash's own; times in milliseconds.
    pub(super) fn json(&self, prefix: &str) -> Value {
        let worker = front_end::worker()
            .map(|worker| format!("{prefix}_dash-component-suites/{PACKAGE}/{worker}"));
        json!({
            "enabled": self.enabled,
            "url": format!("{prefix}{PATH}"),
            // Ours alone, as the numbers are: what serves where a WebSocket cannot be opened.
            "events_url": format!("{prefix}{EVENTS}"),
            "messages_url": format!("{prefix}{MESSAGES}"),
            "worker_url": worker,
            "inactivity_timeout": u64::try_from(self.inactivity_timeout).unwrap_or(u64::MAX),
            // An extension of ours: Dash's own client passes it over.
            "numbered": true,
            "heartbeat_interval": u64::try_from(self.heartbeat_interval).unwrap_or(u64::MAX),
        })
    }
}
