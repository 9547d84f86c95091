//! The queue of an app: takes calls in, has them run a few at once, and says how they go on.
use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError, Weak};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::{Notify, Semaphore};
use tokio::time::timeout;

use super::attend::attend;
use super::link::JobLink;
use super::store::{JobAnswer, JobStore, NewJob, StoreError};
use crate::callback::dispatch::Registry;
use crate::context::DataMap;

/// For how long a result waits to be fetched.
const UNFETCHED: Duration = Duration::from_hours(1);

/// How often what is too old is removed.
const SWEEP: Duration = Duration::from_mins(1);

/// How often a store that others fill too is looked at.
const LOOK: Duration = Duration::from_secs(1);

/// The background jobs of a server.
pub(crate) struct Jobs {
    desk: Arc<Desk>,
    running: Once,
}

/// What came of a call that is to run in the background.
#[derive(Debug)]
pub(crate) enum Started {
    /// It is in the queue.
    Queued,
    /// The same was asked before: the values of the outputs, as JSON.
    Kept(String),
}

/// What those share that run jobs.
pub(super) struct Desk {
    pub(super) callbacks: Arc<Registry>,
    pub(super) data: DataMap,
    pub(super) store: Arc<dyn JobStore>,
    /// Those that run here.
    links: Mutex<HashMap<String, Arc<JobLink>>>,
    turns: Arc<Semaphore>,
    at_once: u32,
    news: Notify,
    stopping: AtomicBool,
}

impl Jobs {
    /// No more than `at_once` run at the same time.
    pub(crate) fn new(
        callbacks: Arc<Registry>,
        data: DataMap,
        store: Arc<dyn JobStore>,
        at_once: u32,
    ) -> Self {
        let desk = Desk {
            callbacks,
            data,
            store,
            links: Mutex::default(),
            turns: Arc::new(Semaphore::new(at_once as usize)),
            at_once,
            news: Notify::new(),
            stopping: AtomicBool::new(false),
        };
        Self { desk: Arc::new(desk), running: Once::new() }
    }

    /// Starts to run what is in the queue, in the runtime that calls this. Called outside of one, it
    /// waits for the first call from inside.
    pub(crate) fn run(&self) {
        let Ok(runtime) = Handle::try_current() else { return };
        self.running.call_once(|| drop(runtime.spawn(serve(Arc::downgrade(&self.desk)))));
    }

    /// Puts a call into the queue, unless its answer is known.
    ///
    /// # Errors
    ///
    /// - The store failed.
    pub(crate) async fn start(&self, job: NewJob, is_kept: bool) -> Result<Started, StoreError> {
        if is_kept && let Some(response) = self.desk.store.cached(&job.cache_key).await? {
            return Ok(Started::Kept(response));
        }
        self.desk.store.enqueue(job).await?;
        self.run();
        self.desk.news.notify_one();
        Ok(Started::Queued)
    }

    /// What is new of a job; `None` if it is gone.
    ///
    /// # Errors
    ///
    /// - The store failed.
    pub(crate) async fn poll(&self, id: &str) -> Result<Option<JobAnswer>, StoreError> {
        self.run();
        self.desk.store.take(id).await
    }

    /// Ends a job.
    ///
    /// # Errors
    ///
    /// - The store failed.
    pub(crate) async fn cancel(&self, id: &str) -> Result<(), StoreError> {
        let removed = self.desk.store.cancel(id).await;
        let link = self.desk.links().get(id).cloned();
        if let Some(link) = link {
            link.cancel();
        }
        removed
    }

    /// Begins no more jobs. What runs ends at once where the store keeps it for the next process, and
    /// may finish otherwise.
    pub(crate) fn stop(&self) {
        self.desk.stop();
    }

    /// Ends what still runs, and says what was not finished and nobody else will finish.
    pub(crate) async fn end(&self) {
        self.desk.stop();
        let running = self.desk.cancel_all();
        if self.desk.outlives() {
            return;
        }
        for callback in running {
            lost(&format!("the callback `{callback}` in the background was ended half-way"));
        }
        let mut waiting = 0;
        while let Ok(Some(_)) = self.desk.store.claim().await {
            waiting += 1;
        }
        if waiting > 0 {
            lost(&format!("calls in the background that were never begun: {waiting}"));
        }
    }

    /// When nothing runs any more.
    pub(crate) async fn ended(&self) {
        // Never closed, so there is no error.
        let _ = self.desk.turns.acquire_many(self.desk.at_once).await;
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        self.desk.stop();
        self.desk.cancel_all();
    }
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs").field("store", &self.desk.store).finish_non_exhaustive()
    }
}

impl Desk {
    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }

    pub(super) fn links(&self) -> MutexGuard<'_, HashMap<String, Arc<JobLink>>> {
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether jobs are there for the next process.
    pub(super) fn outlives(&self) -> bool {
        self.store.lease().is_some()
    }

    fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
        self.news.notify_one();
        if self.outlives() {
            self.cancel_all();
        }
    }

    /// Ends all that runs; the names of the callbacks.
    fn cancel_all(&self) -> Vec<&'static str> {
        let running: Vec<_> = self.links().values().cloned().collect();
        for link in &running {
            link.cancel();
        }
        running.iter().map(|link| link.callback).collect()
    }

    /// Has the next job run, when it may; whether there was one.
    async fn next(self: &Arc<Self>) -> bool {
        let Ok(turn) = Arc::clone(&self.turns).acquire_owned().await else { return false };
        if self.is_stopping() {
            return false;
        }
        match self.store.claim().await {
            Ok(Some(claimed)) => {
                tokio::spawn(attend(Arc::clone(self), claimed, Arc::new(turn)));
                true
            }
            Ok(None) => false,
            Err(error) => {
                failed(&*error);
                false
            }
        }
    }
}

/// A store that fails now may be there again later: what cannot be done is tried again.
pub(super) fn failed(error: &(dyn std::error::Error + 'static)) {
    tracing::error!(target: "dash::jobs", error, "the store of background jobs failed");
}

/// Of a shutdown; to standard error where there is no log.
fn lost(what: &str) {
    tracing::warn!(target: "dash::jobs", "{what}");
    if !tracing::dispatcher::has_been_set() {
        eprintln!("{what}");
    }
}

/// Has jobs run until the server is gone.
async fn serve(desk: Weak<Desk>) {
    while let Some(desk) = desk.upgrade().filter(|desk| !desk.is_stopping()) {
        if desk.next().await {
            continue;
        }
        if let Err(error) = desk.store.sweep(UNFETCHED).await {
            failed(&*error);
        }
        let pause = if desk.store.lease().is_some() { LOOK } else { SWEEP };
        let _ = timeout(pause, desk.news.notified()).await;
    }
}
