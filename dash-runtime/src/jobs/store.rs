//! Where background jobs are kept: what a store does, and what it is given.
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Why a store could not do what it was asked for.
pub type StoreError = Box<dyn Error + Send + Sync>;

/// What a store will have done, or found.
pub type Stored<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Keeps the jobs of background callbacks until their results are fetched, and results for who asks
/// the same again.
///
/// The server claims jobs one by one, oldest first, and says of each how it goes on. A store that
/// outlives its process, or that several processes share, lends a job for a [lease](Self::lease):
/// one that is not renewed in time is claimed by somebody else, and the first claim is worth nothing
/// any more. Jobs are text, so any database will do. All methods are asynchronous, since most of
/// them are far away.
///
/// [`MemoryStore`](crate::MemoryStore) is the one that a server has unless it is given another.
pub trait JobStore: fmt::Debug + Send + Sync + 'static {
    /// Adds a job at the end of the queue.
    fn enqueue(&self, job: NewJob) -> Stored<'_, ()>;

    /// Takes the oldest job that nobody holds; `None` if there is none.
    fn claim(&self) -> Stored<'_, Option<ClaimedJob>>;

    /// Renews the lease, and adds what the page is to be told. Whether the claim still holds: the
    /// job may have been cancelled, or claimed by somebody else.
    fn update(&self, claim: &Claim, update: JobUpdate) -> Stored<'_, bool>;

    /// Ends the job with this result, and keeps the result itself for as long as `keep` says under
    /// the job's cache key. Nothing happens if the claim does not hold any more.
    fn finish(&self, claim: &Claim, result: JobResult, keep: Option<Duration>) -> Stored<'_, ()>;

    /// Puts the job back, as the first in the queue.
    fn release(&self, claim: &Claim) -> Stored<'_, ()>;

    /// What there is to tell the page about a job, each thing once; `None` if there is no such job:
    /// it was cancelled, never was, or its result has been taken.
    fn take(&self, id: &str) -> Stored<'_, Option<JobAnswer>>;

    /// Removes a job, whether it runs or not.
    fn cancel(&self, id: &str) -> Stored<'_, ()>;

    /// A result that is kept under this cache key.
    fn cached(&self, key: &str) -> Stored<'_, Option<String>>;

    /// Removes the results that nobody has fetched for so long, and the kept ones whose time is over.
    fn sweep(&self, unfetched: Duration) -> Stored<'_, ()>;

    /// For how long a claim holds that is not renewed. Default: `None`, for a store that ends with
    /// its process.
    fn lease(&self) -> Option<Duration> {
        None
    }

    /// What the server signs the names of jobs with unless its settings say: something that nobody
    /// can guess and that lives as long as the jobs. Default: `None`, as long as the process.
    fn secret(&self) -> Option<Vec<u8>> {
        None
    }
}

/// A job that is to be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// Its name, which no other job has.
    pub id: String,
    /// The callback's output, as on the wire, for whoever looks at the queue.
    pub output: String,
    /// The call, as JSON that only the server reads.
    pub call: String,
    /// What its result is kept under; the same for two calls with the same answer.
    pub cache_key: String,
}

/// The right to run a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The job.
    pub id: String,
    /// How many times the job was claimed before; only the latest claim holds.
    pub earlier: u32,
}

/// A job, and the right to run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedJob {
    /// The right to run it.
    pub claim: Claim,
    /// The call, as it was given.
    pub call: String,
}

/// What a page is to be told of a job that runs; of two values of a prop, the last one counts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct JobUpdate {
    /// The props that show how far it is: `id.prop`, and the JSON of its value.
    pub progress: BTreeMap<String, Box<RawValue>>,
    /// Other props: the id, the name, and the JSON of its value.
    pub side_update: BTreeMap<String, BTreeMap<String, Box<RawValue>>>,
    /// Headers that go with the next answer to the page: names in lower case, and values. Only
    /// `set-cookie` comes more than once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<(String, String)>,
}

impl JobUpdate {
    /// Adds what came later.
    pub fn merge(&mut self, later: Self) {
        self.progress.extend(later.progress);
        for (id, props) in later.side_update {
            self.side_update.entry(id).or_default().extend(props);
        }
        let is_new = |name: &str| later.headers.iter().any(|(other, _)| other == name);
        self.headers.retain(|(name, _)| name == "set-cookie" || !is_new(name));
        self.headers.extend(later.headers);
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.progress.is_empty() && self.side_update.is_empty() && self.headers.is_empty()
    }
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum JobResult {
    /// The values of its outputs, as JSON.
    Done(String),
    /// Nothing is to be updated.
    Nothing,
    /// It failed.
    Failed {
        /// Why.
        message: String,
        /// The causes of that.
        chain: Vec<String>,
    },
}

/// What there is to tell a page about a job.
#[derive(Debug, Clone, Default)]
pub struct JobAnswer {
    /// What is new.
    pub update: JobUpdate,
    /// What came of it, if it has ended.
    pub result: Option<JobResult>,
}
