//! Callbacks in the background: the answers, in order, and what ends a job.
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::{Button, Div, Progress};
use dash::{Config, Context, Data, SetProgress, app, callback, serve, view};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::common::wait::{LONG, until};
use crate::common::{Reply, call, config, get, post_to};

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Button id=halt/>
        <Progress id=bar/>
        <Div id=later/><Div id=plain/><Div id=shaky/><Div id=kept/><Div id=nothing/><Div id=note/>
    </Div>
}

/// What the test and the callbacks of one server share.
#[derive(Debug, Clone)]
struct Gate(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    /// A job takes one for each step.
    steps: Semaphore,
    /// How many jobs have started, and how many steps have been taken.
    started: AtomicU64,
    taken: AtomicU64,
    /// How many jobs have ended in any way.
    left: AtomicU64,
}

impl Gate {
    fn new() -> Self {
        let [started, taken, left] = [0; 3].map(AtomicU64::new);
        Self(Arc::new(Inside { steps: Semaphore::new(0), started, taken, left }))
    }

    async fn step(&self) {
        self.0.steps.acquire().await.expect("open").forget();
        self.0.taken.fetch_add(1, Ordering::SeqCst);
    }

    fn enter(&self) -> Left {
        self.0.started.fetch_add(1, Ordering::SeqCst);
        Left(self.clone())
    }
}

/// Counts the end of a job, be it a return, a panic or a drop.
struct Left(Gate);

impl Drop for Left {
    fn drop(&mut self) {
        self.0.0.left.fetch_add(1, Ordering::SeqCst);
    }
}

#[callback(
    output(Page::later.children),
    input(Page::run.n_clicks),
    background(interval = 250),
    progress(Page::bar.value, Page::bar.max),
    progress_default("0", "1"),
    cancel(Page::stop.n_clicks, Page::halt.n_clicks),
    running(Page::run.disabled, true, false)
)]
async fn count_later(
    clicks: u64,
    progress: SetProgress<(String, &'static str)>,
    gate: Data<Gate>,
    context: Context,
) -> Result<String, String> {
    let _left = gate.enter();
    for step in 1..=clicks {
        gate.step().await;
        context.set_props(Page::note.children, format!("step {step}"));
        progress.set((step.to_string(), "3"));
    }
    match clicks {
        9 => Err("nine is too many".into()),
        8 => panic!("eight is worse"),
        _ => Ok(format!("counted to {clicks}")),
    }
}

#[callback(output(Page::plain.children), input(Page::run.n_clicks), background, cancel(Page::stop.n_clicks))]
fn spin(_clicks: u64, gate: Data<Gate>, context: Context) -> u64 {
    let _left = gate.enter();
    let begun = Instant::now();
    while !context.is_cancelled() && begun.elapsed() < LONG {
        gate.0.taken.fetch_add(1, Ordering::SeqCst);
        std::thread::yield_now();
    }
    0
}

#[callback(output(Page::shaky.children), input(Page::run.n_clicks), background, retries = 2)]
async fn shake(clicks: u64, gate: Data<Gate>) -> Result<u64, String> {
    let _left = gate.enter();
    let attempt = gate.0.started.load(Ordering::SeqCst);
    if attempt < clicks { Err(format!("attempt {attempt}")) } else { Ok(attempt) }
}

#[callback(
    output(Page::kept.children),
    input(Page::run.n_clicks, Page::stop.n_clicks),
    background,
    cache = "1h",
    cache_args_to_ignore(Page::stop.n_clicks)
)]
async fn keep(clicks: u64, stops: u64, gate: Data<Gate>) -> u64 {
    let _left = gate.enter();
    100 * clicks + stops
}

#[callback(input(Page::run.n_clicks), background)]
async fn do_nothing(_clicks: u64) {}

app! {
    static APP = { layout: Page, callbacks: [count_later, spin, shake, keep, do_nothing] }
}

fn server_with(gate: &Gate, config: Config) -> Router {
    serve(&APP).data(gate.clone()).config(config).into_router().expect("the server starts")
}

fn server() -> (Router, Gate) {
    let gate = Gate::new();
    (server_with(&gate, config()), gate)
}

/// A page: what it asks goes with the name of its load.
struct Browser {
    router: Router,
    end: String,
}

impl Browser {
    async fn open(router: &Router) -> Self {
        let page = get(router, "/").await;
        let (_, config) = page.text().split_once("\"end_id\":\"").expect("the page has a load");
        let end = config.split('"').next().unwrap_or_default().to_owned();
        Self { router: router.clone(), end }
    }

    /// Sends a callback, with more in the query.
    async fn send(&self, call: &Value, more: &[(&str, &str)]) -> Reply {
        let query = [&[("endId", &*self.end)], more].concat();
        let query = query.iter().map(|(name, value)| format!("{name}={value}"));
        let path = format!("/_dash-update-component?{}", query.collect::<Vec<_>>().join("&"));
        post_to(&self.router, &path, call.to_string()).await
    }

    /// Starts a job; its ticket.
    async fn start(&self, call: &Value) -> Value {
        let reply = self.send(call, &[]).await;
        assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
        reply.json()
    }

    async fn poll(&self, call: &Value, ticket: &Value) -> Reply {
        let mut emptied = call.clone();
        for input in emptied["inputs"].as_array_mut().expect("inputs") {
            input["value"] = Value::Null;
        }
        self.send(&emptied, &[("job", name(ticket, "job")), ("cacheKey", name(ticket, "cacheKey"))])
            .await
    }

    /// Asks until there is an answer that is more than word that the job still runs.
    async fn news(&self, call: &Value, ticket: &Value) -> Reply {
        let begun = Instant::now();
        loop {
            assert!(begun.elapsed() < LONG, "there is no news");
            let reply = self.poll(call, ticket).await;
            if reply.status != StatusCode::OK || reply.json() != json!({"multi": true}) {
                return reply;
            }
            tokio::task::yield_now().await;
        }
    }
}

fn name<'a>(ticket: &'a Value, field: &str) -> &'a str {
    ticket[field].as_str().unwrap_or_else(|| panic!("`{field}` in {ticket}"))
}

fn run(output: &str, clicks: u64) -> Value {
    call(output, &[("run.n_clicks", json!(clicks))], &[])
}

#[tokio::test]
async fn a_job_says_how_far_it_is_and_what_came_of_it_each_once() {
    let (router, gate) = server();
    let browser = Browser::open(&router).await;
    let count = run("later.children", 2);
    let ticket = browser.start(&count).await;
    let stop = |id: &str| json!({"id": id, "property": "n_clicks"});
    assert_eq!(ticket["cancel"], json!([stop("stop"), stop("halt")]));
    assert_eq!(ticket["progressDefault"], json!({"bar.value": "0", "bar.max": "1"}));
    assert_eq!(browser.poll(&count, &ticket).await.json(), json!({"multi": true}));

    gate.0.steps.add_permits(1);
    let mut seen = browser.news(&count, &ticket).await.json();
    if seen.get("progress").is_none() {
        assert_eq!(seen, json!({"multi": true, "sideUpdate": {"note": {"children": "step 1"}}}));
        seen = browser.news(&count, &ticket).await.json();
    }
    assert_eq!(seen["progress"], json!({"bar.value": "1", "bar.max": "3"}));
    assert_eq!(browser.poll(&count, &ticket).await.json(), json!({"multi": true}));

    gate.0.steps.add_permits(1);
    let mut last = Value::Null;
    while last.get("response").is_none() {
        last = browser.news(&count, &ticket).await.json();
    }
    assert_eq!(last["response"], json!({"later": {"children": "counted to 2"}}));
    let again = browser.poll(&count, &ticket).await;
    assert_eq!((again.status, again.text()), (StatusCode::NO_CONTENT, ""));
}

#[tokio::test]
async fn a_failure_and_a_panic_are_answered_as_those_of_other_callbacks() {
    for (debug, clicks, message) in [
        (false, 9, "the callback failed; see the server's log"),
        (true, 9, "nine is too many"),
        (true, 8, "the callback panicked: eight is worse"),
    ] {
        let gate = Gate::new();
        gate.0.steps.add_permits(9);
        let browser = Browser::open(&server_with(&gate, Config { debug, ..config() })).await;
        let count = run("later.children", clicks);
        let ticket = browser.start(&count).await;
        let mut reply = browser.news(&count, &ticket).await;
        while reply.status == StatusCode::OK {
            reply = browser.news(&count, &ticket).await;
        }
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(reply.json()["error"]["message"], json!(message));
        assert_eq!(reply.json()["error"]["output"], json!("later.children"));
        assert_eq!(browser.poll(&count, &ticket).await.status, StatusCode::NO_CONTENT);
    }
}

#[tokio::test]
async fn a_cancelled_job_is_dropped_at_once_and_its_next_poll_is_empty() {
    let (router, gate) = server();
    let browser = Browser::open(&router).await;
    let count = run("later.children", 3);
    let ticket = browser.start(&count).await;
    until(|| gate.0.started.load(Ordering::SeqCst) == 1).await;
    let cancel = call("stop.id", &[("stop.n_clicks", json!(1))], &[]);
    let reply = browser.send(&cancel, &[("cancelJob", name(&ticket, "job"))]).await;
    assert_eq!(reply.json(), json!({"multi": true, "response": {}}));
    until(|| gate.0.left.load(Ordering::SeqCst) == 1).await;
    assert_eq!(browser.poll(&count, &ticket).await.status, StatusCode::NO_CONTENT);
    gate.0.steps.add_permits(3);
    assert_eq!((gate.0.taken.load(Ordering::SeqCst), gate.0.steps.available_permits()), (0, 3));
}

#[tokio::test]
async fn a_plain_fn_learns_that_it_is_cancelled() {
    let (router, gate) = server();
    let browser = Browser::open(&router).await;
    let spin = run("plain.children", 1);
    let ticket = browser.start(&spin).await;
    until(|| gate.0.taken.load(Ordering::SeqCst) > 0).await;
    // Any callback can bring the word: the page sends it with the first one that the click calls.
    let other = run("later.children", 0);
    browser.send(&other, &[("cancelJob", name(&ticket, "job"))]).await;
    // The other one ends as well, before or after it.
    until(|| gate.0.left.load(Ordering::SeqCst) == 2).await;
    assert_eq!(browser.poll(&spin, &ticket).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_job_that_is_replaced_ends() {
    let (router, gate) = server();
    let browser = Browser::open(&router).await;
    let (first, second) = (run("later.children", 3), run("later.children", 1));
    let old = browser.start(&first).await;
    until(|| gate.0.started.load(Ordering::SeqCst) == 1).await;
    let new = browser.send(&second, &[("oldJob", name(&old, "job"))]).await.json();
    until(|| gate.0.left.load(Ordering::SeqCst) == 1).await;
    assert_eq!(browser.poll(&first, &old).await.status, StatusCode::NO_CONTENT);
    gate.0.steps.add_permits(1);
    let mut last = Value::Null;
    while last.get("response").is_none() {
        last = browser.news(&second, &new).await.json();
    }
    assert_eq!(last["response"], json!({"later": {"children": "counted to 1"}}));
}

#[tokio::test]
async fn forged_and_foreign_names_are_those_of_no_job() {
    let (router, gate) = server();
    let (mine, other) = (Browser::open(&router).await, Browser::open(&router).await);
    let count = run("later.children", 1);
    let ticket = mine.start(&count).await;
    let ask = |browser: &Browser, call: &Value, job: &str, key: &str| {
        let (query, call) = ([("job", job.to_owned()), ("cacheKey", key.to_owned())], call.clone());
        let browser = Browser { router: browser.router.clone(), end: browser.end.clone() };
        async move {
            let [job, key] = &query;
            browser.send(&call, &[(job.0, &*job.1), (key.0, &*key.1)]).await.status
        }
    };
    let (job, key) = (name(&ticket, "job"), name(&ticket, "cacheKey"));
    let raw = job.split('~').next().unwrap_or_default();
    let older = Browser { router: router.clone(), end: String::new() };
    for (browser, call, job, key) in [
        (&other, &count, job, key),
        (&older, &count, job, key),
        (&mine, &count, raw, key),
        (&mine, &count, &*format!("{raw}~{}", "0".repeat(64)), key),
        (&mine, &count, job, job),
        (&mine, &count, key, key),
        (&mine, &run("plain.children", 1), job, key),
    ] {
        assert_eq!(ask(browser, call, job, key).await, StatusCode::NO_CONTENT, "{job} {key}");
    }
    let stop = call("stop.id", &[("stop.n_clicks", json!(1))], &[]);
    other.send(&stop, &[("cancelJob", job)]).await;
    mine.send(&stop, &[("cancelJob", raw)]).await;
    gate.0.steps.add_permits(1);
    let mut last = Value::Null;
    while last.get("response").is_none() {
        last = mine.news(&count, &ticket).await.json();
    }
    assert_eq!(last["response"], json!({"later": {"children": "counted to 1"}}));
}

#[tokio::test]
async fn a_client_that_knows_no_load_is_served_too() {
    let (router, gate) = server();
    let older = Browser { router: router.clone(), end: String::new() };
    gate.0.steps.add_permits(1);
    let count = run("later.children", 1);
    let ticket = older.start(&count).await;
    let mut last = Value::Null;
    while last.get("response").is_none() {
        last = older.news(&count, &ticket).await.json();
    }
    assert_eq!(last["response"], json!({"later": {"children": "counted to 1"}}));
}

#[tokio::test]
async fn what_fails_is_tried_again_as_often_as_said() {
    for (clicks, status, started) in [(1, 200, 1), (3, 200, 3), (4, 500, 3)] {
        let (router, gate) = server();
        let browser = Browser::open(&router).await;
        let shake = run("shaky.children", clicks);
        let ticket = browser.start(&shake).await;
        let reply = browser.news(&shake, &ticket).await;
        assert_eq!(reply.status.as_u16(), status, "{clicks}");
        assert_eq!(gate.0.started.load(Ordering::SeqCst), started, "{clicks}");
    }
}

#[tokio::test]
async fn an_answer_is_kept_for_who_asks_the_same() {
    let (router, gate) = server();
    let keep = |clicks: u64, stops: u64| {
        call(
            "kept.children",
            &[("run.n_clicks", json!(clicks)), ("stop.n_clicks", json!(stops))],
            &[],
        )
    };
    let browser = Browser::open(&router).await;
    let ticket = browser.start(&keep(1, 5)).await;
    let first = browser.news(&keep(1, 5), &ticket).await.json();
    assert_eq!(first["response"], json!({"kept": {"children": 105}}));
    let other = Browser::open(&router).await;
    assert_eq!(other.start(&keep(1, 7)).await, first);
    assert_eq!(gate.0.started.load(Ordering::SeqCst), 1);
    assert!(other.start(&keep(2, 5)).await.get("job").is_some());
}

#[tokio::test]
async fn a_callback_without_outputs_ends_with_nothing() {
    let (router, _) = server();
    let browser = Browser::open(&router).await;
    let dependencies = get(&router, "/_dash-dependencies").await.json();
    let specs = dependencies.as_array().expect("a list");
    let spec = specs.iter().find(|spec| spec["no_output"] == json!(true)).expect("one");
    let mut nothing = run("x.y", 1);
    nothing["output"] = spec["output"].clone();
    nothing.as_object_mut().expect("an object").remove("outputs");
    let ticket = browser.start(&nothing).await;
    assert_eq!(browser.news(&nothing, &ticket).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn no_more_run_at_a_time_than_the_settings_say() {
    let gate = Gate::new();
    let router = server_with(&gate, Config { background_jobs: 2, ..config() });
    let browser = Browser::open(&router).await;
    let count = run("later.children", 1);
    let tickets =
        [browser.start(&count).await, browser.start(&count).await, browser.start(&count).await];
    until(|| gate.0.started.load(Ordering::SeqCst) == 2).await;
    let waiting = browser.poll(&count, &tickets[2]).await;
    assert_eq!(
        (waiting.json(), gate.0.started.load(Ordering::SeqCst)),
        (json!({"multi": true}), 2)
    );
    gate.0.steps.add_permits(1);
    until(|| gate.0.started.load(Ordering::SeqCst) == 3).await;
}

#[tokio::test]
async fn a_call_that_does_not_fit_is_refused_before_it_is_queued() {
    let (router, gate) = server();
    let browser = Browser::open(&router).await;
    let wrong = call("later.children", &[("run.n_clicks", json!("many"))], &[]);
    assert_eq!(browser.send(&wrong, &[]).await.status, StatusCode::BAD_REQUEST);
    let unknown = run("nowhere.children", 1);
    let named = [("job", "x"), ("cacheKey", "y")];
    assert_eq!(browser.send(&unknown, &named).await.status, StatusCode::NOT_FOUND);
    assert_eq!(gate.0.started.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn the_page_learns_who_runs_in_the_background_and_what_ends_it() {
    let (router, _) = server();
    let dependencies = get(&router, "/_dash-dependencies").await.json();
    let spec = |output: &str| {
        let specs = dependencies.as_array().expect("a list");
        specs.iter().find(|spec| spec["output"] == json!(output)).expect("there is one").clone()
    };
    assert_eq!(spec("later.children")["background"], json!({"interval": 250}));
    assert_eq!(spec("plain.children")["background"], json!({"interval": 1000}));
    for id in ["stop", "halt"] {
        let cancel = spec(&format!("{id}.id"));
        assert_eq!(cancel["inputs"], json!([{"id": id, "property": "n_clicks"}]));
        assert_eq!(
            (&cancel["hidden"], &cancel["prevent_initial_call"]),
            (&json!(true), &json!(true))
        );
        assert_eq!(cancel["background"], Value::Null);
    }
}
