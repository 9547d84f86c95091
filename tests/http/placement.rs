//! Where callbacks run, and what becomes of them when the page has left.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Barrier, LazyLock, Mutex};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use dash::axum::Router;
use dash::axum::body::Body;
use dash::axum::http::{Method, StatusCode};
use dash::html::{Button, Div};
use dash::{app, callback, serve, view};
use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::common::{call, config, post, request, send};

view! {
    Places => <Div>
        <Button id=go/>
        <Div id=quick/>
        <Div id=slow/>
        <Div id=pooled/>
        <Div id=pinned/>
        <Div id=computed/>
        <Div id=together/>
        <Div id=kept/>
        <Div id=dropped/>
    </Div>
}

/// The threads on which a callback ran, by call.
static THREADS: Mutex<Vec<(&str, ThreadId)>> = Mutex::new(Vec::new());

fn note(name: &'static str) {
    THREADS.lock().expect("no panic").push((name, thread::current().id()));
}

/// Keeps its thread busy, as a long computation does.
fn compute() {
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(5) {}
}

#[callback(output(Places::quick.children), input(Places::go.n_clicks))]
fn quick(_clicks: u64) -> &'static str {
    note("quick");
    "done"
}

#[callback(output(Places::slow.children), input(Places::go.n_clicks))]
fn slow(_clicks: u64) -> &'static str {
    note("slow");
    compute();
    "done"
}

#[callback(output(Places::pooled.children), input(Places::go.n_clicks), blocking)]
fn pooled(_clicks: u64) -> &'static str {
    note("pooled");
    "done"
}

#[callback(output(Places::pinned.children), input(Places::go.n_clicks), inline)]
fn pinned(_clicks: u64) -> &'static str {
    note("pinned");
    compute();
    "done"
}

/// How many calls of [`compute_alone`] run now, and how many ran at once at most.
static COMPUTING: AtomicUsize = AtomicUsize::new(0);
static AT_ONCE: AtomicUsize = AtomicUsize::new(0);

#[callback(output(Places::computed.children), input(Places::go.n_clicks))]
fn compute_alone(_clicks: u64) -> &'static str {
    AT_ONCE.fetch_max(COMPUTING.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
    compute();
    COMPUTING.fetch_sub(1, Ordering::SeqCst);
    "done"
}

const MANY: usize = 40;

/// Lets nobody pass until many have come.
static ALL: LazyLock<Barrier> = LazyLock::new(|| Barrier::new(MANY));

#[callback(output(Places::together.children), input(Places::go.n_clicks), blocking)]
fn wait_for_all(_clicks: u64) -> &'static str {
    ALL.wait();
    "done"
}

/// What happens to a callback that waits.
struct Steps {
    begun: Notify,
    go_on: Notify,
    ended: Notify,
}

impl Steps {
    const fn new() -> Self {
        Self { begun: Notify::const_new(), go_on: Notify::const_new(), ended: Notify::const_new() }
    }
}

static KEPT: Steps = Steps::new();
static DROPPED: Steps = Steps::new();

/// Says that it is dropped.
struct Ends(&'static Steps);

impl Drop for Ends {
    fn drop(&mut self) {
        self.0.ended.notify_one();
    }
}

#[callback(output(Places::kept.children), input(Places::go.n_clicks))]
async fn keep(_clicks: u64) -> &'static str {
    KEPT.begun.notify_one();
    KEPT.go_on.notified().await;
    KEPT.ended.notify_one();
    "done"
}

#[callback(output(Places::dropped.children), input(Places::go.n_clicks), cancel)]
async fn leave(_clicks: u64) -> &'static str {
    let _ends = Ends(&DROPPED);
    DROPPED.begun.notify_one();
    DROPPED.go_on.notified().await;
    "done"
}

app! {
    static APP = {
        layout: Places,
        callbacks: [quick, slow, pooled, pinned, compute_alone, wait_for_all, keep, leave],
    }
}

fn router() -> Router {
    serve(&APP).config(config()).into_router().expect("starts")
}

fn body(output: &str) -> String {
    call(output, &[("go.n_clicks", json!(1))], &[]).to_string()
}

/// Whether each of `calls` calls ran on the thread of the test's reactor.
async fn on_reactor(router: &Router, name: &str, calls: usize) -> Vec<bool> {
    for _ in 0..calls {
        post(router, body(&format!("{name}.children"))).await;
    }
    let threads = THREADS.lock().expect("no panic");
    let own = threads.iter().filter(|(callback, _)| *callback == name);
    own.map(|(_, thread)| *thread == thread::current().id()).collect()
}

#[tokio::test]
async fn a_plain_fn_leaves_the_reactor_once_it_has_been_seen_to_take_long() {
    let router = router();
    assert_eq!(on_reactor(&router, "quick", 3).await, [true, true, true]);
    assert_eq!(on_reactor(&router, "slow", 3).await, [true, false, false]);
}

#[tokio::test]
async fn a_plain_fn_runs_where_its_attribute_says() {
    let router = router();
    assert_eq!(on_reactor(&router, "pooled", 2).await, [false, false]);
    assert_eq!(on_reactor(&router, "pinned", 3).await, [true, true, true]);
}

/// Calls a callback many times at once.
async fn many(router: &Router, output: &str) {
    let mut calls = JoinSet::new();
    for _ in 0..MANY {
        let (router, body) = (router.clone(), body(output));
        calls.spawn(async move { post(&router, body).await });
    }
    for reply in calls.join_all().await {
        assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
    }
}

#[tokio::test]
async fn no_more_compute_at_once_than_the_machine_can_do() {
    let router = router();
    post(&router, body("computed.children")).await;
    many(&router, "computed.children").await;
    let processors = thread::available_parallelism().expect("known").get();
    let at_once = AT_ONCE.load(Ordering::SeqCst);
    assert!(at_once <= (2 * processors).max(4), "{at_once} at once on {processors} processors");
}

#[tokio::test]
async fn as_many_wait_at_once_as_are_called() {
    soon(many(&router(), "together.children")).await;
}

/// Waits for what is bound to happen, and not for ever where it does not.
async fn soon(what: impl Future<Output = ()>) {
    let patience = Duration::from_secs(20);
    tokio::time::timeout(patience, what).await.expect("it happens soon");
}

/// Calls a callback over a real connection, and leaves once it has begun.
async fn call_and_leave(output: &str, steps: &Steps) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(serve(&APP).config(config()).listener(listener).run());
    let mut page = TcpStream::connect(address).await.expect("the server listens");
    let body = body(output);
    let head = "POST /_dash-update-component HTTP/1.1\r\nhost: x\r\ncontent-type: application/json";
    let request = format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    page.write_all(request.as_bytes()).await.expect("sent");
    steps.begun.notified().await;
    drop(page);
    soon(steps.ended.notified()).await;
    server.abort();
}

#[tokio::test]
async fn without_cancel_a_callback_goes_on_when_the_page_has_left() {
    // Dropped half-way, as the server drops an answer that nobody waits for.
    let router = router();
    let mut request =
        request(Method::POST, "/_dash-update-component", &[("content-type", "application/json")]);
    *request.body_mut() = Body::from(body("kept.children"));
    tokio::select! {
        biased;
        reply = send(&router, request) => panic!("answered: {reply:?}"),
        () = KEPT.begun.notified() => {}
    }
    KEPT.go_on.notify_one();
    soon(KEPT.ended.notified()).await;
}

#[tokio::test]
async fn with_cancel_a_callback_is_dropped_when_the_page_has_left() {
    call_and_leave("dropped.children", &DROPPED).await;
}
