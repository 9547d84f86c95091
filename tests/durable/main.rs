//! Kills a server ten times while it works off a thousand jobs: none may be lost, none told twice.
//!
//! This program is both: called by a test runner it is the client, and it starts itself as the server.
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use client::{Answer, ask};
use victim::Victim;

mod client;
mod victim;

const JOBS: u64 = 1000;
const KILLS: usize = 10;
const CLIENTS: u64 = 4;
const DEADLINE: Duration = Duration::from_mins(3);

fn main() {
    if let Some(folder) = std::env::var_os(victim::FOLDER) {
        return victim::serve(folder.as_ref());
    }
    let folder = std::env::temp_dir().join(format!("dash-durable-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let victim = Victim::start(&folder);
    let tickets: Vec<Ticket> = (0..JOBS).map(|number| Ticket::of(number, &victim)).collect();
    let told = AtomicUsize::new(0);
    let asked_again: usize = thread::scope(|scope| {
        scope.spawn(|| kill_now_and_then(&victim, &told));
        let clients = (0..CLIENTS).map(|client| {
            let own = tickets.iter().filter(move |ticket| ticket.number % CLIENTS == client);
            let (victim, told) = (&victim, &told);
            scope.spawn(move || follow(own.collect(), victim, told))
        });
        let clients: Vec<_> = clients.collect();
        clients.into_iter().map(|client| client.join().expect("a client is content")).sum()
    });
    let by_the_last = tickets.iter().filter(|ticket| ticket.told_by.get() == Some(&KILLS));
    for ticket in by_the_last {
        let again = ticket.poll(&victim).expect("the last server lives");
        assert_eq!((again.status, &*again.body), (204, ""), "{} is told twice", ticket.number);
    }
    let starts = victim::starts(&folder);
    let runs: u64 = starts.values().sum();
    assert_eq!(starts.len() as u64, JOBS, "each job has run");
    assert!(runs > JOBS, "no kill has hit a job that was running");
    drop(victim);
    std::fs::remove_dir_all(folder).expect("the folder goes");
    println!(
        "{JOBS} jobs, {KILLS} kills, {runs} runs, {asked_again} polls cut off; each told once"
    );
}

/// Kills the server when so many jobs are told, at a place that nobody knows, and starts another one.
fn kill_now_and_then(victim: &Victim, told: &AtomicUsize) {
    let started = Instant::now();
    for kill in 1..=KILLS {
        let random = usize::try_from(RandomState::new().hash_one(kill) % 60).expect("small");
        let wanted = kill * 80 + random;
        while told.load(Ordering::SeqCst) < wanted {
            assert!(started.elapsed() < DEADLINE, "the clients wait for kill {kill}");
            thread::yield_now();
        }
        victim.kill_and_restart();
    }
}

/// Asks after each job until its result is there; how often that had to be done again.
fn follow(mut waiting: Vec<&Ticket>, victim: &Victim, told: &AtomicUsize) -> usize {
    let (started, mut asked_again) = (Instant::now(), 0);
    while !waiting.is_empty() {
        assert!(started.elapsed() < DEADLINE, "{} jobs are not told", waiting.len());
        waiting.retain(|ticket| {
            let server = victim.kills();
            let Some(answer) = ticket.poll(victim) else {
                asked_again += 1;
                return true;
            };
            let result = ticket.result(&answer);
            if result.is_some() {
                ticket.told_by.set(server).expect("told once");
                told.fetch_add(1, Ordering::SeqCst);
            }
            result.is_none()
        });
    }
    asked_again
}

/// What the server has said of a job that it has queued.
struct Ticket {
    number: u64,
    query: String,
    /// The server that told the result, by the kills before it.
    told_by: OnceLock<usize>,
}

impl Ticket {
    fn of(number: u64, victim: &Victim) -> Self {
        let answer = ask(victim, "", &call(&json!(number))).expect("the first server lives");
        let ticket: Value = serde_json::from_str(&answer.body).expect("JSON");
        let name = |field: &str| ticket[field].as_str().expect("a name").to_owned();
        let query = format!("?job={}&cacheKey={}", name("job"), name("cacheKey"));
        Self { number, query, told_by: OnceLock::new() }
    }

    /// `None` if the server was killed before it had said all.
    fn poll(&self, victim: &Victim) -> Option<Answer> {
        ask(victim, &self.query, &call(&Value::Null))
    }

    /// The result, which is the right one.
    fn result(&self, answer: &Answer) -> Option<Value> {
        assert_eq!(answer.status, 200, "job {} is lost: {answer:?}", self.number);
        let body: HashMap<String, Value> = serde_json::from_str(&answer.body).expect("JSON");
        let response = body.get("response")?.clone();
        let square = (self.number * self.number) as f64;
        assert_eq!(response, json!({"square": {"children": square}}));
        Some(response)
    }
}

fn call(number: &Value) -> String {
    let input = json!({"id": "number", "property": "value", "value": number});
    json!({
        "output": "square.children", "outputs": {"id": "square", "property": "children"},
        "inputs": [input], "changedPropIds": ["number.value"],
    })
    .to_string()
}
