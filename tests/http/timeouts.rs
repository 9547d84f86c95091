//! Callbacks that take too long.
use std::io::Write;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::{Button, Div};
use dash::{Config, Context, Data, Server, app, callback, serve, view};
use serde_json::json;

use crate::common::socket::{blocking, connect, listen};
use crate::common::wait::{LONG, until};
use crate::common::{Reply, call, config, post};

view! {
    Slow => <Div>
        <Button id=go/>
        <Div id=out/>
        <Div id=pooled/>
        <Div id=asking/>
    </Div>
}

/// How many callbacks were dropped before they ended.
static DROPPED: AtomicU32 = AtomicU32::new(0);

struct Dropped;

impl Drop for Dropped {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::SeqCst);
    }
}

/// Takes for ever, unless there were no clicks.
#[callback(output(Slow::out.children), input(Slow::go.n_clicks))]
async fn wait(clicks: u64) -> &'static str {
    if clicks == 0 {
        return "at once";
    }
    let _dropped = Dropped;
    std::future::pending().await
}

/// Takes until it is known that nobody waits for it any more.
#[callback(output(Slow::pooled.children), input(Slow::go.n_clicks), blocking)]
fn compute(_clicks: u64, answered: Data<Arc<AtomicU32>>) -> &'static str {
    let begun = Instant::now();
    while answered.load(Ordering::SeqCst) == 0 && begun.elapsed() < LONG {
        std::thread::yield_now();
    }
    "computed"
}

/// What a plain fn does until it learns that nobody waits for it.
#[derive(Debug, Default)]
struct Turns {
    taken: AtomicU32,
    /// How many calls have stopped.
    stopped: AtomicU32,
}

#[callback(output(Slow::asking.children), input(Slow::go.n_clicks), blocking)]
fn ask_often(clicks: u64, context: Context, turns: Data<Arc<Turns>>) -> u64 {
    let begun = Instant::now();
    turns.taken.fetch_add(1, Ordering::SeqCst);
    while !context.is_cancelled() {
        if begun.elapsed() > LONG {
            return 0;
        }
        turns.taken.fetch_add(1, Ordering::SeqCst);
        std::thread::yield_now();
    }
    turns.stopped.fetch_add(1, Ordering::SeqCst);
    clicks
}

app! { static APP = { layout: Slow, callbacks: [wait, compute, ask_often] } }

fn router(debug: bool, answered: &Arc<AtomicU32>) -> Router {
    let callback_timeout = Some(Duration::from_millis(20));
    let config = Config { callback_timeout, debug, ..config() };
    serve(&APP)
        .data(answered.clone())
        .data(Arc::new(Turns::default()))
        .config(config)
        .into_router()
        .expect("starts")
}

async fn press(router: &Router, output: &str, clicks: u64) -> Reply {
    let request = call(output, &[("go.n_clicks", json!(clicks))], &[]);
    post(router, request.to_string()).await
}

#[tokio::test]
async fn a_callback_over_its_time_is_dropped_and_answered_for() {
    let answered = Arc::default();
    let router = router(false, &answered);
    assert_eq!(press(&router, "out.children", 0).await.status, StatusCode::OK);
    let reply = press(&router, "out.children", 1).await;
    assert_eq!(reply.status, StatusCode::GATEWAY_TIMEOUT);
    let expected = json!({"message": "the callback took too long", "output": "out.children"});
    assert_eq!(reply.json()["error"], expected);
    assert_eq!(DROPPED.load(Ordering::SeqCst), 1);
    assert_eq!(press(&router, "out.children", 0).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_waits_for_a_plain_fn_over_its_time() {
    let answered = Arc::default();
    let reply = press(&router(true, &answered), "pooled.children", 1).await;
    answered.store(1, Ordering::SeqCst);
    assert_eq!(reply.status, StatusCode::GATEWAY_TIMEOUT);
    let message = reply.json()["error"]["message"].as_str().map(str::to_owned);
    assert_eq!(message.as_deref(), Some("it took longer than the 20ms of `callback_timeout`"));
}

fn asking(turns: &Arc<Turns>, callback_timeout: Option<Duration>) -> Server {
    let config = Config { callback_timeout, websocket_callbacks: true, ..config() };
    serve(&APP).data(turns.clone()).data(Arc::new(AtomicU32::default())).config(config)
}

/// The one call that runs learns that nobody waits for it, and takes no more turns.
async fn stops(turns: &Turns) {
    until(|| turns.stopped.load(Ordering::SeqCst) == 1).await;
    let taken = turns.taken.load(Ordering::SeqCst);
    assert!(taken > 0, "it has begun");
    tokio::task::yield_now().await;
    assert_eq!(turns.taken.load(Ordering::SeqCst), taken);
}

#[tokio::test]
async fn a_plain_fn_learns_that_its_time_is_over() {
    let turns = Arc::<Turns>::default();
    let router: Router =
        asking(&turns, Some(Duration::from_millis(20))).into_router().expect("starts");
    let reply = press(&router, "asking.children", 1).await;
    assert_eq!(reply.status, StatusCode::GATEWAY_TIMEOUT);
    stops(&turns).await;
}

#[tokio::test]
async fn a_plain_fn_learns_that_its_client_has_left() {
    let turns = Arc::<Turns>::default();
    let address = listen(asking(&turns, None)).await;
    let request = call("asking.children", &[("go.n_clicks", json!(1))], &[]);
    let body = request.to_string();
    let mut client = TcpStream::connect(address).expect("the server listens");
    let head = "POST /_dash-update-component HTTP/1.1\r\nhost: x\r\ncontent-type: application/json";
    write!(client, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).expect("sent");
    until(|| turns.taken.load(Ordering::SeqCst) > 0).await;
    drop(client);
    stops(&turns).await;

    let turns = Arc::<Turns>::default();
    let address = listen(asking(&turns, None)).await;
    let mut socket = blocking(move || connect(address)).await;
    let kind = "callback_request";
    let message = json!({"type": kind, "rendererId": "r", "requestId": "r-1", "payload": request});
    socket.say(message);
    until(|| turns.taken.load(Ordering::SeqCst) > 0).await;
    drop(socket);
    stops(&turns).await;
}

#[tokio::test]
async fn a_plain_fn_that_is_waited_for_is_not_told_otherwise() {
    let turns = Arc::<Turns>::default();
    let router: Router = asking(&turns, None).into_router().expect("starts");
    let asked = tokio::spawn(async move { press(&router, "asking.children", 1).await });
    until(|| turns.taken.load(Ordering::SeqCst) > 100).await;
    assert_eq!(turns.stopped.load(Ordering::SeqCst), 0);
    asked.abort();
    stops(&turns).await;
}
