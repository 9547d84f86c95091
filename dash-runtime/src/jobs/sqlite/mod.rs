//! Jobs in an SQLite database, which outlive the process; what is asked of the database is in `statements`.
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use self::statements::SCHEMA;
use super::store::{
    Claim, ClaimedJob, JobAnswer, JobResult, JobStore, JobUpdate, NewJob, StoreError, Stored,
};

mod statements;

/// How long another process may keep the database to itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keeps jobs in an SQLite database, so that none is lost when the process ends, however it ends.
///
/// A job that was running when its process was killed runs again, in the next process or in another
/// one with the same database, as soon as its lease is over. So the effects of a callback on the
/// world may happen twice; its result is handed out once. When the process is killed between handing
/// it out and sending it, the page that asks again within a minute gets it from the next process.
///
/// What is written survives the end of the process at once; when the machine itself loses its power,
/// the last writes may be lost, but the database stays whole. Needs the feature `sqlite`.
///
/// # Examples
///
/// ```
/// # fn main() -> Result<(), dash_runtime::StoreError> {
/// use dash_runtime::SqliteStore;
///
/// # let folder = std::env::temp_dir().join(format!("dash-jobs-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let file = folder.join("jobs.sqlite");
/// let store = SqliteStore::open(file)?;
/// // dash::serve(&APP).job_store(store).run().await
/// # drop(store);
/// # std::fs::remove_dir_all(folder)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct SqliteStore {
    database: Arc<Mutex<Connection>>,
    lease: Duration,
    /// Tells this process from the others that have the database.
    owner: String,
    secret: Vec<u8>,
}

impl SqliteStore {
    /// Opens the database in this file, which is made if there is none.
    ///
    /// # Errors
    ///
    /// - The file cannot be opened, or is not such a database.
    pub fn open(file: impl AsRef<Path>) -> Result<Self, StoreError> {
        let database = Connection::open(file)?;
        database.busy_timeout(PATIENCE)?;
        database.pragma_update(None, "journal_mode", "wal")?;
        database.pragma_update(None, "synchronous", "normal")?;
        database.execute_batch(SCHEMA)?;
        let secret = statements::secret(&database, random()?.as_bytes())?;
        let database = Arc::new(Mutex::new(database));
        Ok(Self { database, lease: Duration::from_secs(10), owner: random()?, secret })
    }

    /// Sets how long a job is another process's whose process says nothing any more.
    /// Default: 10 seconds.
    pub fn with_lease(self, lease: Duration) -> Self {
        Self { lease, ..self }
    }

    /// Does some work in one transaction, away from the reactor.
    fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Stored<'static, T> {
        let database = Arc::clone(&self.database);
        let work = move || {
            let mut database = database.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        Box::pin(async { tokio::task::spawn_blocking(work).await? })
    }
}

fn random() -> Result<String, StoreError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}

impl JobStore for SqliteStore {
    fn enqueue(&self, job: NewJob) -> Stored<'_, ()> {
        self.with(move |database| statements::enqueue(database, &job))
    }

    fn claim(&self) -> Stored<'_, Option<ClaimedJob>> {
        let lease = self.lease;
        self.with(move |database| statements::claim(database, lease))
    }

    fn update(&self, claim: &Claim, update: JobUpdate) -> Stored<'_, bool> {
        let (claim, lease) = (claim.clone(), self.lease);
        self.with(move |database| statements::update(database, &claim, update, lease))
    }

    fn finish(&self, claim: &Claim, result: JobResult, keep: Option<Duration>) -> Stored<'_, ()> {
        let claim = claim.clone();
        self.with(move |database| statements::finish(database, &claim, &result, keep))
    }

    fn release(&self, claim: &Claim) -> Stored<'_, ()> {
        let claim = claim.clone();
        self.with(move |database| statements::release(database, &claim))
    }

    fn take(&self, id: &str) -> Stored<'_, Option<JobAnswer>> {
        let (id, owner) = (id.to_owned(), self.owner.clone());
        self.with(move |database| statements::take(database, &id, &owner))
    }

    fn cancel(&self, id: &str) -> Stored<'_, ()> {
        let id = id.to_owned();
        self.with(move |database| statements::cancel(database, &id))
    }

    fn cached(&self, key: &str) -> Stored<'_, Option<String>> {
        let key = key.to_owned();
        self.with(move |database| statements::cached(database, &key))
    }

    fn sweep(&self, unfetched: Duration) -> Stored<'_, ()> {
        self.with(move |database| statements::sweep(database, unfetched))
    }

    fn lease(&self) -> Option<Duration> {
        Some(self.lease)
    }

    fn secret(&self) -> Option<Vec<u8>> {
        Some(self.secret.clone())
    }
}
