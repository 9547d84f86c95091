//! What goes with callbacks in the background: the request, headers of the answer, failures, and the
//! end of the server.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::{Button, Div};
use dash::http::header::{HeaderName, HeaderValue};
use dash::{
    Claim, ClaimedJob, Config, Context, Cookie, Data, FailedCallback, JobAnswer, JobResult,
    JobStore, JobUpdate, MemoryStore, NewJob, Server, Stored, app, callback, serve, view,
};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::common::wait::{LONG, until};
use crate::common::{Reply, call, config, post_with, request, send};
use crate::log::Log;

view! {
    Desk => <Div>
        <Button id=go/><Div id=seen/><Div id=marked/><Div id=shaky/><Div id=long/><Div id=note/>
    </Div>
}

/// What the callbacks of one test count, and what keeps them.
#[derive(Debug)]
struct Counts {
    started: AtomicU32,
    steps: Semaphore,
}

impl Counts {
    fn new() -> Arc<Self> {
        Arc::new(Self { started: AtomicU32::new(0), steps: Semaphore::new(0) })
    }

    /// Waits until so many calls have begun.
    async fn begun(&self, calls: u32) {
        until(|| self.started.load(Ordering::SeqCst) >= calls).await;
    }
}

/// All that the context knows of the request.
#[callback(output(Desk::seen.children), input(Desk::go.n_clicks), background)]
fn see(_clicks: u64, context: Context) -> String {
    let agent = context.headers().get("user-agent").and_then(|value| value.to_str().ok());
    format!(
        "{} {} {} {} {:?} {}",
        agent.unwrap_or("nobody"),
        context.cookie("theme").unwrap_or_default(),
        context.uri().path(),
        context.relative_path("/report"),
        context.remote_addr(),
        context.triggered().join(","),
    )
}

/// Sets what goes with two answers.
#[callback(output(Desk::marked.children), input(Desk::go.n_clicks), background)]
async fn mark(_clicks: u64, context: Context, counts: Data<Arc<Counts>>) -> &'static str {
    context.set_cookie(Cookie::new("a", "1"));
    context.set_cookie(Cookie::new("b", "2"));
    context.set_header(HeaderName::from_static("x-step"), HeaderValue::from_static("first"));
    counts.steps.acquire().await.expect("open").forget();
    context.set_header(HeaderName::from_static("x-step"), HeaderValue::from_static("last"));
    "marked"
}

#[callback(
    output(Desk::shaky.children),
    input(Desk::go.n_clicks),
    background,
    retries = 2,
    on_error = excuse
)]
fn shake(clicks: u64, context: Context, counts: Data<Arc<Counts>>) -> Result<String, String> {
    let attempt = counts.started.fetch_add(1, Ordering::SeqCst) + 1;
    context.set_props(Desk::note.children, format!("attempt {attempt}"));
    if u64::from(attempt) < clicks { Err(format!("attempt {attempt}")) } else { Ok("done".into()) }
}

fn excuse(failed: &FailedCallback<'_>, context: &Context) -> String {
    context.set_props(Desk::note.children, "given up");
    format!("{} failed: {failed}", failed.name())
}

/// Waits for a step each time it is begun.
#[callback(output(Desk::long.children), input(Desk::go.n_clicks), background)]
async fn take_long(_clicks: u64, counts: Data<Arc<Counts>>) -> String {
    let begun = counts.started.fetch_add(1, Ordering::SeqCst) + 1;
    counts.steps.acquire().await.expect("open").forget();
    format!("begun {begun} times")
}

app! { static DESK = { layout: Desk, callbacks: [see, mark, shake, take_long] } }

fn server(counts: &Arc<Counts>) -> Server {
    let config = Config { proxies: 1, secret_key: Some("secret".into()), ..config() };
    serve(&DESK).data(Arc::clone(counts)).config(config)
}

fn router(server: Server) -> Router {
    server.into_router().expect("the server starts")
}

const ASKS: [(&str, &str); 4] = [
    ("content-type", "application/json"),
    ("user-agent", "Lynx"),
    ("cookie", "theme=dark; _csrf_token=t"),
    ("x-csrftoken", "t"),
];

/// Puts a call into the queue; where the page asks after it.
async fn start(router: &Router, output: &str, clicks: u64) -> String {
    let headers = [&ASKS[..], &[("x-forwarded-for", "1.2.3.4")]].concat();
    let body = call(output, &[("go.n_clicks", json!(clicks))], &[]).to_string();
    let ticket = post_with(router, body, &headers).await.json();
    let name = |field: &str| ticket[field].as_str().expect("a name").to_owned();
    format!("/_dash-update-component?job={}&cacheKey={}", name("job"), name("cacheKey"))
}

async fn poll(router: &Router, path: &str, output: &str) -> Reply {
    let mut request = request("POST".parse().expect("a method"), path, &ASKS);
    *request.body_mut() = call(output, &[("go.n_clicks", Value::Null)], &[]).to_string().into();
    send(router, request).await
}

/// Asks until `is_it` so.
async fn asked(router: &Router, path: &str, output: &str, is_it: impl Fn(&Reply) -> bool) -> Reply {
    let begun = Instant::now();
    loop {
        assert!(begun.elapsed() < LONG, "it never comes");
        let reply = poll(router, path, output).await;
        if is_it(&reply) {
            return reply;
        }
        assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
        tokio::task::yield_now().await;
    }
}

/// The last answer: the value of the only output.
async fn result(router: &Router, path: &str, output: &str) -> (Reply, String) {
    let reply = asked(router, path, output, |reply| reply.json().get("response").is_some()).await;
    let (id, _) = output.split_once('.').expect("id.prop");
    let value = reply.json()["response"][id]["children"].as_str().unwrap_or_default().to_owned();
    (reply, value)
}

#[tokio::test]
async fn it_sees_the_request_that_called_it_and_none_of_those_that_ask_after_it() {
    let router = router(server(&Counts::new()));
    let path = start(&router, "seen.children", 1).await;
    let (_, seen) = result(&router, &path, "seen.children").await;
    let expected = "Lynx dark /_dash-update-component /report Some(1.2.3.4) go.n_clicks";
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn headers_and_cookies_go_with_the_next_answer_each_once() {
    let counts = Counts::new();
    let router = router(server(&counts));
    let path = start(&router, "marked.children", 1).await;
    let is_marked = |reply: &Reply| reply.header("x-step").is_some();
    let first = asked(&router, &path, "marked.children", is_marked).await;
    assert_eq!(first.json(), json!({"multi": true}));
    assert_eq!(first.header("x-step"), Some("first"));
    let cookies: Vec<_> = first.headers.get_all("set-cookie").iter().collect();
    assert_eq!(
        cookies,
        ["a=1; Path=/; SameSite=Lax; HttpOnly", "b=2; Path=/; SameSite=Lax; HttpOnly"]
    );

    let second = poll(&router, &path, "marked.children").await;
    assert!(!second.headers.contains_key("set-cookie") && !is_marked(&second), "{second:?}");

    counts.steps.add_permits(1);
    let (last, value) = result(&router, &path, "marked.children").await;
    assert_eq!(value, "marked");
    assert_eq!(last.header("x-step"), Some("last"));
}

#[tokio::test]
async fn a_handler_of_failures_is_asked_when_the_last_attempt_has_failed() {
    for (clicks, started, value, note) in [
        (1, 1, "done", "attempt 1"),
        (3, 3, "done", "attempt 3"),
        (4, 3, "shake failed: attempt 3", "given up"),
    ] {
        let counts = Counts::new();
        let router = router(server(&counts));
        let path = start(&router, "shaky.children", clicks).await;
        let mut noted = Value::Null;
        let begun = Instant::now();
        let last = loop {
            assert!(begun.elapsed() < LONG, "{clicks} never ends");
            let reply = poll(&router, &path, "shaky.children").await;
            assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
            let told = reply.json()["sideUpdate"]["note"]["children"].take();
            noted = if told.is_null() { noted } else { told };
            if let Some(response) = reply.json().get("response") {
                break response["shaky"]["children"].clone();
            }
            tokio::task::yield_now().await;
        };
        assert_eq!((last, noted), (json!(value), json!(note)), "{clicks}");
        assert_eq!(counts.started.load(Ordering::SeqCst), started, "{clicks}");
    }
}

/// A store in memory that outlives its server, as one in a file does.
#[derive(Debug, Clone, Default)]
struct Lasting(Arc<MemoryStore>);

impl JobStore for Lasting {
    fn enqueue(&self, job: NewJob) -> Stored<'_, ()> {
        self.0.enqueue(job)
    }

    fn claim(&self) -> Stored<'_, Option<ClaimedJob>> {
        self.0.claim()
    }

    fn update(&self, claim: &Claim, update: JobUpdate) -> Stored<'_, bool> {
        self.0.update(claim, update)
    }

    fn finish(&self, claim: &Claim, result: JobResult, keep: Option<Duration>) -> Stored<'_, ()> {
        self.0.finish(claim, result, keep)
    }

    fn release(&self, claim: &Claim) -> Stored<'_, ()> {
        self.0.release(claim)
    }

    fn take(&self, id: &str) -> Stored<'_, Option<JobAnswer>> {
        self.0.take(id)
    }

    fn cancel(&self, id: &str) -> Stored<'_, ()> {
        self.0.cancel(id)
    }

    fn cached(&self, key: &str) -> Stored<'_, Option<String>> {
        self.0.cached(key)
    }

    fn sweep(&self, unfetched: Duration) -> Stored<'_, ()> {
        self.0.sweep(unfetched)
    }

    fn lease(&self) -> Option<Duration> {
        Some(Duration::from_mins(1))
    }
}

/// A job as some other build has queued it.
fn foreign(id: &str, call: &str) -> NewJob {
    let [id, call] = [id, call].map(str::to_owned);
    NewJob { id, output: "seen.children".into(), call, cache_key: "k".into() }
}

#[tokio::test]
async fn what_another_build_has_queued_and_this_one_cannot_run_fails_by_its_name() {
    let caller = r#"{"prefix":null,"headers":[],"uri":"/","remote":null}"#;
    let queued = |request| format!(r#"{{"request":{request},"caller":{caller}}}"#);
    let strange = call("seen.children", &[("old.value", json!(1))], &[]);
    let undecodable = call("seen.children", &[("go.n_clicks", json!("many"))], &[]);
    let gone = call("gone.children", &[], &[]);
    let cases = [
        ("v0", "{\"cookie\":\"secret\"}".to_owned(), "it cannot be read, from column 19 on"),
        ("noise", "secret".to_owned(), "it cannot be read, from column 1 on"),
        (
            "gone",
            queued(gone),
            "there is no callback for `gone.children`; the page may be older than the server",
        ),
        (
            "strange",
            queued(strange),
            "`old.value` stands where the callback has its input `go.n_clicks`",
        ),
        ("undecodable", queued(undecodable), "the value of `go.n_clicks` cannot be read"),
    ];
    let ((log, _guard), store) = (Log::listen(), Lasting::default());
    for (id, call, _) in &cases {
        store.enqueue(foreign(id, call)).await.expect("queued");
    }
    let router = router(server(&Counts::new()).job_store(store.clone()));
    let path = start(&router, "seen.children", 1).await;
    let (_, seen) = result(&router, &path, "seen.children").await;
    assert!(seen.starts_with("Lynx"), "those behind them run: {seen}");
    let logged = log.lines("event ERROR dash::jobs");
    for ((id, _, reason), line) in cases.iter().zip(&logged) {
        let told = store.take(id).await.expect("asked").expect("a job");
        let message = format!("the job cannot be run: {reason}");
        assert_eq!(told.result, Some(JobResult::Failed { message, chain: Vec::new() }), "{id}");
        assert!(line.contains(&format!("job=\"{id}\" reason=\"{reason}\"")), "{line}");
    }
    assert_eq!(logged.len(), cases.len(), "{logged:?}");
}

#[tokio::test]
async fn a_store_that_lasts_keeps_what_runs_for_the_next_server() {
    let (counts, store) = (Counts::new(), Lasting::default());
    let first = router(server(&counts).job_store(store.clone()));
    let path = start(&first, "long.children", 1).await;
    counts.begun(1).await;
    drop(first);
    let next = router(server(&counts).job_store(store));
    counts.begun(2).await;
    counts.steps.add_permits(1);
    let (_, value) = result(&next, &path, "long.children").await;
    assert_eq!(value, "begun 2 times");
}
