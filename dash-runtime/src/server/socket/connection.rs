//! A connection of a browser, by a WebSocket or by events: what is heard, what is said, and the goodbye.
use std::time::Duration;

use axum::Error;
use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use tokio::time::timeout;

use super::events::Events;
use super::session::End;

/// A browser that takes nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the browser may take to say goodbye in turn.
const FAREWELL: Duration = Duration::from_secs(1);

/// A session is the same over both.
#[derive(Debug)]
pub(super) enum Connection {
    Socket(Box<WebSocket>),
    Events(Events),
}

impl Connection {
    /// What the browser says next. Nothing is lost where this is dropped before it ends.
    pub(super) async fn hear(&mut self) -> Option<Result<Message, Error>> {
        match self {
            Self::Socket(socket) => socket.recv().await,
            Self::Events(events) => events.hear().await.map(Ok),
        }
    }

    pub(super) async fn say(&mut self, frame: Vec<u8>) -> Option<()> {
        let text = Utf8Bytes::try_from(Bytes::from(frame)).ok()?;
        timeout(PATIENCE, self.send(text)).await.ok()?
    }

    async fn send(&mut self, text: Utf8Bytes) -> Option<()> {
        match self {
            Self::Socket(socket) => socket.send(Message::Text(text)).await.ok(),
            Self::Events(events) => events.say(&text).await,
        }
    }

    /// Lets the browser go, which has said goodbye; the next reading answers that.
    pub(super) async fn release(mut self) {
        let _ = timeout(FAREWELL, self.hear()).await;
    }

    pub(super) async fn farewell(self, End { code, reason }: End) {
        tracing::debug!(target: "dash::socket", code, %reason, "a socket was closed");
        let close = async {
            match self {
                Self::Socket(mut socket) => {
                    let reason = reason.as_ref().into();
                    let frame = CloseFrame { code, reason };
                    socket.send(Message::Close(Some(frame))).await.ok()?;
                    while socket.recv().await.is_some_and(|message| message.is_ok()) {}
                    Some(())
                }
                Self::Events(events) => events.close(code, &reason).await,
            }
        };
        let _ = timeout(FAREWELL, close).await;
    }
}
