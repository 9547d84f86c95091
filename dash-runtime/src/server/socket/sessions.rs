//! Sessions that outlive their connections, by the names that browsers have given them.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::connection::Connection;
use crate::caller::Caller;

/// A browser that comes, for the first time or back.
#[derive(Debug)]
pub(super) struct Arrival {
    pub(super) connection: Connection,
    pub(super) caller: Arc<Caller>,
    /// The number of the last frame that it has.
    pub(super) seen: u64,
}

/// All of them; clones speak of the same ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Sessions(Arc<Mutex<HashMap<String, UnboundedSender<Arrival>>>>);

impl Sessions {
    /// Hands a browser to the session of that name. If there is none, it begins with this browser.
    pub(super) fn arrive(&self, name: String, arrival: Arrival) -> Option<(Entry, Arrival)> {
        let mut all = self.lock();
        let arrival = match all.get(&name) {
            Some(session) => session.send(arrival).err()?.0,
            None => arrival,
        };
        let (sender, arrivals) = unbounded_channel();
        all.insert(name.clone(), sender);
        Some((Entry { name, arrivals, all: self.clone() }, arrival))
    }

    /// Whether a browser comes back that gives this name.
    pub(super) fn know(&self, name: &str) -> bool {
        self.lock().contains_key(name)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, UnboundedSender<Arrival>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A session that can be found by its name; no longer when dropped.
#[derive(Debug)]
pub(super) struct Entry {
    name: String,
    arrivals: UnboundedReceiver<Arrival>,
    all: Sessions,
}

impl Entry {
    /// Waits for the browser to come back.
    pub(super) async fn next(&mut self) -> Option<Arrival> {
        self.arrivals.recv().await
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.all.lock().remove(&self.name);
    }
}
