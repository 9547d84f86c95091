//! The open sockets of a server: how many, and how a shutdown ends them and waits for that.
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use tokio::sync::watch::{Receiver, Sender};

use super::events::Listeners;
use super::sessions::Sessions;

/// The open sockets; clones speak of the same ones. A session that waits for its browser counts, too.
#[derive(Debug, Clone, Default)]
pub(in crate::server) struct Sockets {
    stopped: Sender<bool>,
    pub(super) sessions: Sessions,
    pub(super) listeners: Listeners,
    /// The sessions that wait for their browsers, oldest first.
    waiting: Arc<Mutex<Vec<oneshot::Sender<()>>>>,
}

impl Sockets {
    /// One more socket, for as long as what is returned lives.
    pub(super) fn open(&self) -> Open {
        Open(self.stopped.subscribe())
    }

    /// Whether there is room for one more. A browser that is there comes before one that may come
    /// back: the session that has waited longest ends.
    pub(super) fn have_room(&self, most: usize) -> bool {
        self.stopped.receiver_count() < most || self.dismiss()
    }

    /// Has a session wait, until what is returned says that its room is needed.
    pub(super) fn wait(&self) -> oneshot::Receiver<()> {
        let (dismiss, dismissed) = oneshot::channel();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|session| !session.is_closed());
        waiting.push(dismiss);
        dismissed
    }

    /// Ends the session that has waited longest; whether there was one.
    fn dismiss(&self) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|session| !session.is_closed());
        !waiting.is_empty() && waiting.remove(0).send(()).is_ok()
    }

    /// Asks all of them to end, those to come included.
    pub(in crate::server) fn stop(&self) {
        self.stopped.send_replace(true);
    }

    /// Waits until none is open.
    pub(in crate::server) async fn ended(&self) {
        self.stopped.closed().await;
    }
}

/// A socket that counts as open.
#[derive(Debug)]
pub(super) struct Open(Receiver<bool>);

impl Open {
    /// Waits until the server shuts down.
    pub(super) async fn stopped(&mut self) {
        // The server outlives its sockets; without one, nothing is left to serve.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }
}
