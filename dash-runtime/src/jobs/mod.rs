//! Background callbacks: the queue, what runs it, and where it is kept; no HTTP lives here.

#[cfg(feature = "server")]
mod attend;
#[cfg(feature = "server")]
mod key;
mod link;
#[cfg(feature = "server")]
mod memory;
mod progress;
#[cfg(feature = "server")]
mod queue;
#[cfg(feature = "sqlite")]
mod sqlite;
#[cfg(feature = "server")]
mod store;

#[cfg(all(test, feature = "server"))]
mod tests;

#[cfg(feature = "server")]
pub use self::memory::MemoryStore;
pub use self::progress::SetProgress;
#[cfg(feature = "sqlite")]
pub use self::sqlite::SqliteStore;
#[cfg(feature = "server")]
pub use self::store::{
    Claim, ClaimedJob, JobAnswer, JobResult, JobStore, JobUpdate, NewJob, StoreError, Stored,
};

#[cfg(feature = "server")]
pub(crate) use self::key::cache_key;
pub(crate) use self::link::JobLink;
#[doc(hidden)]
pub use self::progress::set_progress;
#[cfg(feature = "server")]
pub(crate) use self::queue::{Jobs, Started};
