//! One page that is open in a browser: the way to it, what it is asked, and which streams it reads.
use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::value::RawValue;
use tokio::sync::{oneshot, watch};
use tokio::time::timeout;

use super::PageError;
use crate::callback::side_update::SideUpdate;

/// A page that does not answer for so long is taken for gone; as long as Dash waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// The way to a page: what is set, and what is asked.
pub(in crate::server) trait Say: Send + Sync {
    /// Has the page set props; gives back what cannot be written.
    fn set(&self, renderer: &str, update: SideUpdate) -> Result<(), SideUpdate>;

    /// Asks the page for a prop; the answer bears the name of the question.
    fn ask(&self, renderer: &str, question: &str, id: &str, property: &str);
}

/// A page that is open.
pub(crate) struct OpenPage {
    renderer: String,
    way: Box<dyn Say>,
    gone: watch::Sender<bool>,
    asked: AtomicU64,
    questions: Mutex<HashMap<String, oneshot::Sender<Box<RawValue>>>>,
    /// By callback and outputs: tells a stream that a newer call takes its place.
    streams: Mutex<HashMap<String, oneshot::Sender<()>>>,
}

impl OpenPage {
    pub(in crate::server) fn new(renderer: String, way: Box<dyn Say>) -> Self {
        let gone = watch::Sender::new(false);
        let (questions, streams) = (Mutex::default(), Mutex::default());
        Self { renderer, way, gone, asked: AtomicU64::new(0), questions, streams }
    }

    /// Sets props; what is said to a page that is gone is lost.
    pub(crate) fn set(&self, update: SideUpdate) -> Result<(), SideUpdate> {
        self.way.set(&self.renderer, update)
    }

    /// Asks for the value of a prop.
    pub(super) async fn get(&self, id: &str, property: &str) -> Result<Box<RawValue>, PageError> {
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let question = format!("{}-q{number}", self.renderer);
        let (sender, answer) = oneshot::channel();
        lock(&self.questions).insert(question.clone(), sender);
        self.way.ask(&self.renderer, &question, id, property);
        let answer = tokio::select! {
            answer = timeout(PATIENCE, answer) => answer,
            () = self.closed() => return Err(PageError::Gone),
        };
        lock(&self.questions).remove(&question);
        match answer {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(_)) => Err(PageError::Gone),
            Err(_) => Err(PageError::Silent),
        }
    }

    /// Takes the answer to a question; one that nobody asked is passed over.
    pub(in crate::server) fn answer(&self, question: &str, answer: Box<RawValue>) {
        if let Some(asker) = lock(&self.questions).remove(question) {
            // Who asked may wait no longer.
            let _ = asker.send(answer);
        }
    }

    /// Ends the stream that wrote the same, if there is one. `Ok` comes when a newer call takes the
    /// place of this one; an error when nobody reads it any more.
    pub(in crate::server) fn supersede(&self, instance: String) -> oneshot::Receiver<()> {
        let (sender, superseded) = oneshot::channel();
        if let Some(older) = lock(&self.streams).insert(instance, sender) {
            // It may have ended by itself.
            let _ = older.send(());
        }
        superseded
    }

    /// Ends all streams, without a word.
    pub(in crate::server) fn end_streams(&self) {
        lock(&self.streams).clear();
    }

    /// The page is gone, and so is whatever it waited for.
    pub(in crate::server) fn close(&self) {
        self.gone.send_replace(true);
        self.end_streams();
        lock(&self.questions).clear();
    }

    pub(super) fn is_open(&self) -> bool {
        !*self.gone.borrow()
    }

    /// Waits until the page is gone.
    pub(super) async fn closed(&self) {
        // The sender lives as long as the page.
        let _ = self.gone.subscribe().wait_for(|gone| *gone).await;
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for OpenPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenPage").field("gone", &!self.is_open()).finish_non_exhaustive()
    }
}
