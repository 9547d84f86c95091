//! Messages on their way to the pages of a socket: from whoever has one to say, to the one who sends.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Where messages go; clones speak to the same socket.
#[derive(Debug, Clone)]
pub(super) struct Outbox {
    messages: UnboundedSender<Vec<u8>>,
    load: Arc<Load>,
}

/// Where messages come from.
#[derive(Debug)]
pub(super) struct Outgoing {
    messages: UnboundedReceiver<Vec<u8>>,
    load: Arc<Load>,
}

/// How many bytes wait, and how many may.
#[derive(Debug)]
struct Load {
    bytes: AtomicUsize,
    limit: usize,
    exceeded: Notify,
    drained: Notify,
}

/// Streams wait while so many bytes do.
const ROOM: usize = 64 * 1024;

/// An empty way, on which up to `limit` bytes wait.
pub(super) fn outbox(limit: usize) -> (Outbox, Outgoing) {
    let (sender, receiver) = unbounded_channel();
    let load = Arc::new(Load {
        bytes: AtomicUsize::new(0),
        limit,
        exceeded: Notify::new(),
        drained: Notify::new(),
    });
    (Outbox { messages: sender, load: Arc::clone(&load) }, Outgoing { messages: receiver, load })
}

impl Outbox {
    /// Adds a message. It is lost if the socket is gone, or too many wait already.
    pub(super) fn send(&self, message: Vec<u8>) {
        let size = message.len();
        let waiting = self.load.bytes.fetch_add(size, Ordering::Relaxed);
        // One message may be larger than the limit: what a callback gives has none.
        if waiting > self.load.limit {
            self.load.bytes.fetch_sub(size, Ordering::Relaxed);
            self.load.exceeded.notify_one();
            return;
        }
        // Nobody is there to read what the socket can no longer send.
        let _ = self.messages.send(message);
    }

    /// Waits until few enough wait for a stream to add some.
    pub(super) async fn room(&self) {
        loop {
            let drained = self.load.drained.notified();
            if self.load.bytes.load(Ordering::Relaxed) <= ROOM {
                return;
            }
            drained.await;
        }
    }

    /// Waits until a message is lost because too many wait.
    pub(super) async fn exceeded(&self) {
        self.load.exceeded.notified().await;
    }
}

impl Outgoing {
    /// Waits for a message.
    pub(super) async fn next(&mut self) -> Option<Vec<u8>> {
        let message = self.messages.recv().await?;
        Some(self.taken(message))
    }

    /// A message that is there already.
    pub(super) fn ready(&mut self) -> Option<Vec<u8>> {
        let message = self.messages.try_recv().ok()?;
        Some(self.taken(message))
    }

    fn taken(&self, message: Vec<u8>) -> Vec<u8> {
        let waiting = self.load.bytes.fetch_sub(message.len(), Ordering::Relaxed);
        if waiting > ROOM {
            self.load.drained.notify_waiters();
        }
        message
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_too_much_is_lost_and_said() {
        let (outbox, mut outgoing) = outbox(3);
        for message in ["ab", "cd", "ef"] {
            outbox.clone().send(message.into());
        }
        outbox.exceeded().await;
        assert_eq!(outgoing.next().await, Some(b"ab".to_vec()));
        outbox.send(b"gh".to_vec());
        assert_eq!(outgoing.ready(), Some(b"cd".to_vec()));
        assert_eq!(outgoing.ready(), Some(b"gh".to_vec()));
        assert_eq!(outgoing.ready(), None);
    }
}
