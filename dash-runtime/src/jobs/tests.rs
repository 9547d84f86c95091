//! What every store does, tried on each; and what only one that outlives its process does.
use std::time::Duration;

use super::*;

const HOUR: Duration = Duration::from_hours(1);

fn job(id: &str) -> NewJob {
    NewJob {
        id: id.into(),
        output: "out.children".into(),
        call: format!("{{\"job\":\"{id}\"}}"),
        cache_key: format!("key of {id}"),
    }
}

fn done(text: &str) -> JobResult {
    JobResult::Done(text.into())
}

fn progress(value: u32) -> JobUpdate {
    let headers = [("x-step", value.to_string()), ("set-cookie", format!("s={value}"))];
    let headers = headers.map(|(name, value)| (name.to_owned(), value)).into();
    let value = serde_json::value::to_raw_value(&value).expect("a number");
    let progress = [("bar.value".to_owned(), value.clone())].into();
    let side_update = [("note".to_owned(), [(format!("p{value}"), value)].into())].into();
    JobUpdate { progress, side_update, headers }
}

/// What is told of a job, as JSON.
async fn told(store: &dyn JobStore, id: &str) -> Option<String> {
    let answer = store.take(id).await.expect("asked")?;
    Some(serde_json::to_string(&(answer.update, answer.result)).expect("writes"))
}

async fn claim(store: &dyn JobStore) -> Option<Claim> {
    store.claim().await.expect("claimed").map(|claimed| claimed.claim)
}

/// The rules of [`JobStore`], in one go.
async fn check(store: &dyn JobStore) {
    assert_eq!(claim(store).await, None);
    for id in ["a", "b", "c"] {
        store.enqueue(job(id)).await.expect("queued");
    }
    // The oldest first, each once; what it was called with comes with it.
    let first = store.claim().await.expect("claimed").expect("a job");
    assert_eq!((&*first.claim.id, first.claim.earlier, &*first.call), ("a", 0, "{\"job\":\"a\"}"));
    let a = first.claim;
    let b = claim(store).await.expect("a job");
    assert_eq!(b.id, "b");

    // Each thing is told once; of two values of a prop, the last one.
    let nothing = "[{\"progress\":{},\"side_update\":{}},null]";
    assert_eq!(told(store, "a").await.as_deref(), Some(nothing));
    for value in [1, 2] {
        assert!(store.update(&a, progress(value)).await.expect("told"));
    }
    let news = "[{\"progress\":{\"bar.value\":2},\"side_update\":{\"note\":{\"p1\":1,\"p2\":2}},\
        \"headers\":[[\"set-cookie\",\"s=1\"],[\"x-step\",\"2\"],[\"set-cookie\",\"s=2\"]]},null]";
    assert_eq!(told(store, "a").await.as_deref(), Some(news));
    assert_eq!(told(store, "a").await.as_deref(), Some(nothing));

    // A result comes with the last news, once; the same is known to who asks the same.
    assert_eq!(store.cached("key of a").await.expect("asked"), None);
    assert!(store.update(&a, progress(3)).await.expect("told"));
    store.finish(&a, done("1"), Some(HOUR)).await.expect("ended");
    assert!(!store.update(&a, progress(4)).await.expect("told"));
    let last = "[{\"progress\":{\"bar.value\":3},\"side_update\":{\"note\":{\"p3\":3}},\
        \"headers\":[[\"x-step\",\"3\"],[\"set-cookie\",\"s=3\"]]},{\"Done\":\"1\"}]";
    assert_eq!(told(store, "a").await.as_deref(), Some(last));
    assert_eq!(told(store, "a").await, None);
    assert_eq!(store.cached("key of a").await.expect("asked").as_deref(), Some("1"));

    // What is put back is the first in the queue, and the earlier claim is worth nothing.
    store.release(&b).await.expect("put back");
    let again = claim(store).await.expect("a job");
    assert_eq!((&*again.id, again.earlier), ("b", 1));
    store.finish(&b, done("2"), Some(HOUR)).await.expect("ignored");
    assert_eq!(told(store, "b").await.as_deref(), Some(nothing));
    assert_eq!(store.cached("key of b").await.expect("asked"), None);

    // Who is cancelled is gone, whether it runs or waits.
    for id in ["b", "c", "never"] {
        store.cancel(id).await.expect("cancelled");
        assert_eq!(told(store, id).await, None);
    }
    assert!(!store.update(&again, JobUpdate::default()).await.expect("asked"));
    assert_eq!(claim(store).await, None);

    // Failures are results, and none that are kept; what nobody fetches is swept away in the end.
    store.enqueue(job("d")).await.expect("queued");
    store.enqueue(job("e")).await.expect("queued");
    let d = claim(store).await.expect("a job");
    let failed = JobResult::Failed { message: "no".into(), chain: vec!["why".into()] };
    store.finish(&d, failed, Some(HOUR)).await.expect("ended");
    assert_eq!(store.cached("key of d").await.expect("asked"), None);
    store.sweep(HOUR).await.expect("swept");
    assert!(told(store, "e").await.is_some());
    store.sweep(Duration::ZERO).await.expect("swept");
    assert_eq!(told(store, "d").await, None);
    assert!(told(store, "e").await.is_some(), "what waits is not swept away");
    let e = claim(store).await.expect("a job");
    store.finish(&e, done("5"), Some(Duration::ZERO)).await.expect("ended");
    assert_eq!(store.cached("key of e").await.expect("asked"), None);
}

#[tokio::test]
async fn a_store_in_memory_keeps_the_rules() {
    check(&MemoryStore::default()).await;
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use super::*;

    /// A file of its own for one test; gone with it.
    struct File(std::path::PathBuf);

    impl File {
        fn new(name: &str) -> Self {
            let folder =
                std::env::temp_dir().join(format!("dash-jobs-{name}-{}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }

        fn open(&self) -> SqliteStore {
            SqliteStore::open(self.0.join("jobs.sqlite")).expect("opens")
        }
    }

    impl Drop for File {
        fn drop(&mut self) {
            // The system removes what is left.
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[tokio::test]
    async fn a_database_keeps_the_rules() {
        check(&File::new("rules").open()).await;
    }

    #[tokio::test]
    async fn what_is_queued_or_done_is_there_for_the_next_process() {
        let file = File::new("next");
        let secret = file.open().secret();
        let first = file.open();
        for id in ["a", "b"] {
            first.enqueue(job(id)).await.expect("queued");
        }
        let a = claim(&first).await.expect("a job");
        first.finish(&a, done("1"), Some(HOUR)).await.expect("ended");
        drop(first);
        let next = file.open();
        assert_eq!(next.secret(), secret);
        assert_eq!(next.cached("key of a").await.expect("asked").as_deref(), Some("1"));
        assert_eq!(claim(&next).await.map(|claim| claim.id).as_deref(), Some("b"));
        assert!(told(&next, "a").await.is_some_and(|told| told.contains("\"Done\":\"1\"")));
    }

    #[tokio::test]
    async fn a_job_whose_lease_is_over_is_claimed_again_and_ends_once() {
        let file = File::new("lease");
        let (dead, alive) = (file.open().with_lease(Duration::ZERO), file.open());
        dead.enqueue(job("a")).await.expect("queued");
        let lost = claim(&dead).await.expect("a job");
        let mut claimed = claim(&alive).await;
        while claimed.is_none() {
            claimed = claim(&alive).await;
        }
        let held = claimed.expect("a job");
        assert_eq!(held.earlier, 1);
        assert_eq!(claim(&alive).await, None, "the new lease holds");
        dead.finish(&lost, done("late"), None).await.expect("ignored");
        alive.finish(&held, done("1"), None).await.expect("ended");
        dead.finish(&lost, done("late"), None).await.expect("ignored");
        assert!(told(&alive, "a").await.is_some_and(|told| told.contains("\"Done\":\"1\"")));
    }

    #[tokio::test]
    async fn a_result_that_a_killed_process_took_out_is_there_for_who_asks_again() {
        let file = File::new("taken");
        let (killed, next) = (file.open(), file.open());
        killed.enqueue(job("a")).await.expect("queued");
        let a = claim(&killed).await.expect("a job");
        killed.finish(&a, done("1"), None).await.expect("ended");
        assert!(told(&killed, "a").await.is_some());
        assert_eq!(told(&killed, "a").await, None);
        assert!(told(&next, "a").await.is_some());
        assert_eq!(told(&next, "a").await, None);
    }

    #[tokio::test]
    async fn a_result_that_another_build_has_written_in_its_way_is_a_failure() {
        let file = File::new("written");
        let store = file.open();
        let database = rusqlite::Connection::open(file.0.join("jobs.sqlite")).expect("opens");
        for id in ["a", "b"] {
            store.enqueue(job(id)).await.expect("queued");
        }
        let [a, b] = [claim(&store).await, claim(&store).await].map(|claim| claim.expect("a job"));
        store.finish(&a, done("1"), None).await.expect("ended");
        let odd =
            "update jobs set news = '{\"progress\":1}', result = replace(result, 'Done', 'Well')";
        database.execute(odd, []).expect("changed");
        let failed =
            "{\"Failed\":{\"message\":\"the result of the job cannot be read\",\"chain\":[]}}";
        let nothing = "{\"progress\":{},\"side_update\":{}}";
        assert_eq!(told(&store, "a").await, Some(format!("[{nothing},{failed}]")));

        // What it has shown is lost, and it goes on.
        assert!(store.update(&b, progress(1)).await.expect("told"));
        store.finish(&b, done("2"), None).await.expect("ended");
        assert!(told(&store, "b").await.is_some_and(|told| told.ends_with("{\"Done\":\"2\"}]")));
    }
}
