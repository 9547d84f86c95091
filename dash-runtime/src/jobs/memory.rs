//! Jobs in the memory of the process, which end with it.
use std::collections::{HashMap, VecDeque};
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::store::{Claim, ClaimedJob, JobAnswer, JobResult, JobStore, JobUpdate, NewJob, Stored};

/// Keeps jobs in memory; they end with the process. What a server has unless it is given another.
///
/// # Examples
///
/// ```
/// use dash_runtime::{JobResult, JobStore, MemoryStore, NewJob, StoreError};
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), StoreError> {
/// let store = MemoryStore::default();
/// let [id, output, call, cache_key] = ["1", "out.children", "{}", "k"].map(str::to_owned);
/// store.enqueue(NewJob { id, output, call, cache_key }).await?;
/// let claimed = store.claim().await?.expect("there is a job");
/// store.finish(&claimed.claim, JobResult::Nothing, None).await?;
/// let answer = store.take("1").await?.expect("it has ended");
/// assert_eq!(answer.result, Some(JobResult::Nothing));
/// assert!(store.take("1").await?.is_none());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    jobs: HashMap<String, Entry>,
    queue: VecDeque<String>,
    /// Results, and until when they are kept.
    kept: HashMap<String, (String, Instant)>,
}

#[derive(Debug)]
struct Entry {
    job: NewJob,
    claims: u32,
    update: JobUpdate,
    ended: Option<(JobResult, Instant)>,
}

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The job, if the claim holds.
    fn claimed(&mut self, claim: &Claim) -> Option<&mut Entry> {
        let entry = self.jobs.get_mut(&claim.id)?;
        (entry.claims == claim.earlier + 1 && entry.ended.is_none()).then_some(entry)
    }

    fn claim(&mut self) -> Option<ClaimedJob> {
        let queue = std::iter::from_fn(|| self.queue.pop_front());
        let id = queue.into_iter().find(|id| self.jobs.contains_key(id))?;
        let entry = self.jobs.get_mut(&id)?;
        let claim = Claim { id, earlier: entry.claims };
        entry.claims += 1;
        Some(ClaimedJob { claim, call: entry.job.call.clone() })
    }

    fn finish(&mut self, claim: &Claim, result: JobResult, keep: Option<Duration>) {
        let now = Instant::now();
        let Some(entry) = self.claimed(claim) else { return };
        let key = entry.job.cache_key.clone();
        entry.ended = Some((result.clone(), now));
        if let (JobResult::Done(response), Some(until)) =
            (result, keep.and_then(|keep| now.checked_add(keep)))
        {
            self.kept.insert(key, (response, until));
        }
    }

    fn take(&mut self, id: &str) -> Option<JobAnswer> {
        let entry = self.jobs.get_mut(id)?;
        let update = std::mem::take(&mut entry.update);
        let ended = entry.ended.take();
        if ended.is_some() {
            self.jobs.remove(id);
        }
        Some(JobAnswer { update, result: ended.map(|(result, _)| result) })
    }
}

fn done<'a, T: Send + 'a>(value: T) -> Stored<'a, T> {
    Box::pin(ready(Ok(value)))
}

impl JobStore for MemoryStore {
    fn enqueue(&self, job: NewJob) -> Stored<'_, ()> {
        let mut state = self.lock();
        state.queue.push_back(job.id.clone());
        let entry = Entry { claims: 0, update: JobUpdate::default(), ended: None, job };
        state.jobs.insert(entry.job.id.clone(), entry);
        done(())
    }

    fn claim(&self) -> Stored<'_, Option<ClaimedJob>> {
        done(self.lock().claim())
    }

    fn update(&self, claim: &Claim, update: JobUpdate) -> Stored<'_, bool> {
        let mut state = self.lock();
        let entry = state.claimed(claim);
        done(entry.map(|entry| entry.update.merge(update)).is_some())
    }

    fn finish(&self, claim: &Claim, result: JobResult, keep: Option<Duration>) -> Stored<'_, ()> {
        self.lock().finish(claim, result, keep);
        done(())
    }

    fn release(&self, claim: &Claim) -> Stored<'_, ()> {
        let mut state = self.lock();
        if state.claimed(claim).is_some() {
            state.queue.push_front(claim.id.clone());
        }
        done(())
    }

    fn take(&self, id: &str) -> Stored<'_, Option<JobAnswer>> {
        done(self.lock().take(id))
    }

    fn cancel(&self, id: &str) -> Stored<'_, ()> {
        self.lock().jobs.remove(id);
        done(())
    }

    fn cached(&self, key: &str) -> Stored<'_, Option<String>> {
        let state = self.lock();
        let kept = state.kept.get(key).filter(|(_, until)| *until > Instant::now());
        done(kept.map(|(response, _)| response.clone()))
    }

    fn sweep(&self, unfetched: Duration) -> Stored<'_, ()> {
        let (mut state, now) = (self.lock(), Instant::now());
        let is_fresh = |ended: &Instant| now.duration_since(*ended) < unfetched;
        state.jobs.retain(|_, entry| entry.ended.as_ref().is_none_or(|(_, ended)| is_fresh(ended)));
        state.kept.retain(|_, (_, until)| *until > now);
        done(())
    }
}
