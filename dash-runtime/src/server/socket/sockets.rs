//! The open sockets of a server, so that a shutdown can end them and wait for that.
use tokio::sync::watch::{Receiver, Sender};

use super::sessions::Sessions;

/// The open sockets; clones speak of the same ones. A session that waits for its browser counts, too.
#[derive(Debug, Clone)]
pub(in crate::server) struct Sockets {
    stopped: Sender<bool>,
    pub(super) sessions: Sessions,
}

impl Default for Sockets {
    fn default() -> Self {
        Self { stopped: Sender::new(false), sessions: Sessions::default() }
    }
}

impl Sockets {
    /// One more socket, for as long as what is returned lives.
    pub(super) fn open(&self) -> Open {
        Open(self.stopped.subscribe())
    }

    /// How many are open.
    pub(super) fn count(&self) -> usize {
        self.stopped.receiver_count()
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
