//! What a callback in the background shares with what runs it: how far it is, and whether to go on.
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use dash_components::PropValue;
use http::HeaderMap;

#[cfg(feature = "server")]
use crate::callback::side_update::{SideUpdate, keep};

/// Between a callback in the background and what runs it.
pub(crate) struct JobLink {
    /// The name of the user's fn.
    #[cfg(feature = "server")]
    pub(super) callback: &'static str,
    cancelled: AtomicBool,
    #[cfg(feature = "server")]
    tried_again: AtomicBool,
    news: Mutex<News>,
    wake: Box<dyn Fn() + Send + Sync>,
}

/// What the page has yet to be told.
#[derive(Debug, Default)]
pub(crate) struct News {
    /// One value for each prop of `progress(..)`, if there are any.
    pub(crate) progress: Vec<PropValue>,
    /// What was set beside the outputs.
    #[cfg(feature = "server")]
    pub(crate) sides: Vec<SideUpdate>,
    /// What is to go with the next answer.
    pub(crate) headers: HeaderMap,
}

impl JobLink {
    /// Of a job that starts; `wake` is called whenever there is something new.
    #[cfg(feature = "server")]
    pub(super) fn new(callback: &'static str, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let [cancelled, tried_again] = [false; 2].map(AtomicBool::new);
        Self { callback, cancelled, tried_again, news: Mutex::default(), wake: Box::new(wake) }
    }

    /// Whether the answer is not wanted any more.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Acquire)
    }

    /// Whether the job runs again if it fails this time.
    #[cfg(feature = "server")]
    pub(crate) fn is_tried_again(&self) -> bool {
        self.tried_again.load(Ordering::Acquire)
    }

    /// Says whether the job runs again if it fails this time.
    #[cfg(feature = "server")]
    pub(super) fn set_tried_again(&self, tried_again: bool) {
        self.tried_again.store(tried_again, Ordering::Release);
    }

    /// Asks it to end.
    #[cfg(feature = "server")]
    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Release);
        (self.wake)();
    }

    /// Shows how far it is; the last values count.
    pub(super) fn set_progress(&self, values: Vec<PropValue>) {
        self.lock().progress = values;
        (self.wake)();
    }

    /// Sets headers of the next answer to the page.
    pub(crate) fn change_headers(&self, change: impl FnOnce(&mut HeaderMap)) {
        change(&mut self.lock().headers);
        (self.wake)();
    }

    /// Sets a prop beside the outputs.
    #[cfg(feature = "server")]
    pub(super) fn set_side(&self, update: SideUpdate) {
        keep(&mut self.lock().sides, update);
        (self.wake)();
    }

    /// All that is new; nothing is left.
    #[cfg(feature = "server")]
    pub(super) fn take(&self) -> News {
        std::mem::take(&mut self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for JobLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JobLink").field("cancelled", &self.cancelled).finish_non_exhaustive()
    }
}
