//! Callbacks over a WebSocket: the same answers as over HTTP, props that arrive at once, and how a socket ends.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use dash::dcc::Input;
use dash::html::{Button, Div};
use dash::{Config, Context, Data, PreventUpdate, Server, app, callback, serve, view};
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tungstenite::Message;

use crate::common::socket::{Socket, blocking, connect, listen, open, opening};
use crate::common::{call, config, get};

view! { Elsewhere => <Input id=gone/> }

view! {
    Live => <Div>
        <Input id=name/>
        <Button id=go/>
        <Div id=out/>
        <Div id=kept/>
        <Div id=failed/>
        <Div id=panicked/>
        <Div id=steps/>
        <Div id=status/>
        <Div id=held/>
        <Div id=later/>
        <Div id=lost/>
    </Div>
}

#[callback(output(Live::out.children), input(Live::name.value))]
fn greet(name: Option<String>) -> String {
    format!("Hello, {}", name.unwrap_or_default())
}

#[callback(output(Live::kept.children), input(Live::go.n_clicks))]
fn keep(_clicks: u64) -> Result<String, PreventUpdate> {
    Err(PreventUpdate)
}

#[callback(output(Live::failed.children), input(Live::go.n_clicks))]
fn fail(_clicks: u64) -> Result<String, std::io::Error> {
    Err(std::io::Error::other("the disk of srv-7 is full"))
}

#[callback(output(Live::panicked.children), input(Live::go.n_clicks))]
fn panic(_clicks: u64) -> String {
    panic!("at the disco")
}

/// Says each step before it is done.
#[callback(output(Live::steps.children), input(Live::go.n_clicks), websocket)]
async fn step(clicks: u64, context: Context) -> u64 {
    for number in 1..=clicks {
        context.set_props(Live::status.children, format!("step {number}"));
        tokio::task::yield_now().await;
    }
    clicks
}

/// Sets what the page has not.
#[callback(output(Live::lost.children), input(Live::go.n_clicks))]
fn lose(clicks: u64, context: Context) -> u64 {
    context.set_props(Live::status.children, "at work");
    context.set_props(Elsewhere::gone.value, "x");
    clicks
}

/// Opened by a test when the callback may end.
struct Gate(Arc<Semaphore>);

#[callback(output(Live::held.children), input(Live::go.n_clicks), websocket)]
async fn hold(clicks: u64, gate: Data<Gate>, context: Context) -> u64 {
    context.set_props(Live::status.children, "begun");
    gate.0.acquire().await.expect("open").forget();
    clicks
}

/// Says something long after it has returned.
#[callback(output(Live::later.children), input(Live::go.n_clicks), websocket)]
fn start(_clicks: u64, gate: Data<Gate>, context: Context) -> &'static str {
    tokio::spawn(async move {
        gate.0.acquire().await.expect("open").forget();
        context.set_props(Live::status.children, "at last");
    });
    "started"
}

app! { static APP = { layout: Live, callbacks: [greet, keep, fail, panic, step, hold, start, lose] } }

fn server(change: impl FnOnce(&mut Config)) -> (Server, Arc<Semaphore>) {
    let gate = Arc::new(Semaphore::new(0));
    let mut config = Config { websocket_callbacks: true, ..config() };
    change(&mut config);
    (serve(&APP).data(Gate(Arc::clone(&gate))).config(config), gate)
}

/// Drives a socket of a server with these settings; `gate` lets a callback of the server's end.
async fn drive(change: impl FnOnce(&mut Config), with: fn(Socket, Arc<Semaphore>)) {
    let (server, gate) = server(change);
    let address = listen(server).await;
    blocking(move || with(connect(address), gate)).await;
}

fn request(renderer: &str, number: usize, output: &str, clicks: usize) -> Value {
    let payload = call(output, &[("go.n_clicks", json!(clicks))], &[]);
    let request = format!("{renderer}-{number}");
    json!({"type": "callback_request", "rendererId": renderer, "requestId": request, "payload": payload})
}

#[tokio::test]
async fn what_is_said_is_what_the_fixture_says() {
    let fixture = std::fs::read_to_string("tests/fixtures/wire/socket.json").expect("the fixture");
    let fixture: Value = serde_json::from_str(&fixture).expect("JSON");
    let (server, _) = server(|_| {});
    let address = listen(server).await;
    blocking(move || {
        let mut socket = connect(address);
        for exchange in fixture["exchanges"].as_array().expect("a list") {
            socket.say(&exchange["browser"]);
            for message in exchange["server"].as_array().expect("a list") {
                assert_eq!(&socket.hear(), message, "{}", exchange["name"]);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_prop_arrives_while_the_callback_runs() {
    let with = |mut socket: Socket, gate: Arc<Semaphore>| {
        socket.say(request("r1", 1, "held.children", 7));
        assert_eq!(socket.hear()["payload"]["props"], json!({"children": "begun"}));
        gate.add_permits(1);
        let answer = json!({"multi": true, "response": {"held": {"children": 7}}});
        assert_eq!(socket.hear()["payload"]["data"], answer);
    };
    drive(|_| {}, with).await;
}

#[tokio::test]
async fn a_prop_arrives_after_the_callback_has_returned() {
    let with = |mut socket: Socket, gate: Arc<Semaphore>| {
        socket.say(request("r1", 1, "later.children", 1));
        assert_eq!(socket.hear()["payload"]["status"], "ok");
        gate.add_permits(1);
        assert_eq!(socket.hear()["payload"]["props"], json!({"children": "at last"}));
    };
    drive(|_| {}, with).await;
}

#[tokio::test]
async fn pages_share_a_socket_and_slow_calls_hold_up_no_other() {
    let with = |mut socket: Socket, gate: Arc<Semaphore>| {
        socket.say(request("a", 1, "held.children", 1));
        assert_eq!(socket.hear()["rendererId"], "a");
        socket.say(request("b", 1, "steps.children", 0));
        let answer = socket.hear();
        assert_eq!((&answer["rendererId"], &answer["requestId"]), (&json!("b"), &json!("b-1")));
        gate.add_permits(1);
        assert_eq!(socket.hear()["requestId"], "a-1");
    };
    drive(|_| {}, with).await;
}

#[tokio::test]
async fn what_comes_up_together_is_sent_together() {
    let with = |mut socket: Socket, _| {
        let steps = 200;
        socket.say(request("r1", 1, "steps.children", steps));
        let mut frames = 0;
        let mut messages = Vec::new();
        while messages.len() <= steps {
            messages.extend(socket.frame());
            frames += 1;
        }
        assert!(frames < steps / 4, "{frames} frames");
        let said: Vec<_> = messages.iter().map(|message| &message["payload"]["props"]).collect();
        let step = |number| json!({"children": format!("step {number}")});
        assert!((1..=steps).all(|number| *said[number - 1] == step(number)), "{said:?}");
        assert_eq!(messages[steps]["payload"]["status"], "ok");
    };
    drive(|_| {}, with).await;
}

#[tokio::test]
async fn a_failure_says_no_more_than_over_http() {
    let fail = |socket: &mut Socket, output: &str| {
        socket.say(request("r1", 1, output, 1));
        socket.hear()["payload"].take()
    };
    let (server_, _) = server(|_| {});
    let address = listen(server_).await;
    blocking(move || {
        let mut socket = connect(address);
        let message = "the callback failed; see the server's log";
        for output in ["failed.children", "panicked.children"] {
            let expected = json!({"status": "error", "message": message});
            assert_eq!(fail(&mut socket, output), expected);
        }
    })
    .await;
    let (server_, _) = server(|config| config.debug = true);
    let address = listen(server_).await;
    blocking(move || {
        let mut socket = connect(address);
        let expected =
            json!({"status": "error", "message": "the disk of srv-7 is full", "chain": []});
        assert_eq!(fail(&mut socket, "failed.children"), expected);
        let message = "the callback panicked: at the disco";
        let expected = json!({"status": "error", "message": message, "chain": []});
        assert_eq!(fail(&mut socket, "panicked.children"), expected);
    })
    .await;
}

#[tokio::test]
async fn a_component_that_the_app_does_not_have_fails_the_callback_in_the_end() {
    // Another app may show it.
    drop(Elsewhere::new().build());
    let with = |mut socket: Socket, _| {
        socket.say(request("r1", 1, "lost.children", 1));
        assert_eq!(socket.hear()["payload"]["props"], json!({"children": "at work"}));
        let answer = socket.hear();
        let message = answer["payload"]["message"].as_str().unwrap_or_default();
        let expected = "it set `gone.value`, but no view of the app has the id `gone`";
        assert!(message.starts_with(expected), "{answer}");
    };
    drive(|config| config.debug = true, with).await;
}

#[tokio::test]
async fn a_foreign_call_is_refused_and_the_socket_stays() {
    let with = |mut socket: Socket, _| {
        let mut foreign = request("r1", 1, "steps.children", 1);
        foreign["payload"]["inputs"][0]["id"] = json!("name");
        let unknown = request("r1", 1, "nothere.children", 1);
        let mut malformed = request("r1", 1, "steps.children", 1);
        malformed["payload"] = json!("text");
        for (request, reason) in [
            (foreign, "`name.n_clicks` stands where the callback has its input `go.n_clicks`"),
            (
                unknown,
                "there is no callback for `nothere.children`; the page may be older than the server",
            ),
            (malformed, "the body is not a callback request: "),
        ] {
            socket.say(request);
            let answer = socket.hear();
            assert_eq!(answer["payload"]["status"], "error");
            let message = answer["payload"]["message"].as_str().expect("text");
            assert!(message.starts_with(reason), "{message}");
        }
        socket.say(r#"{"type":"heartbeat"}"#);
        assert_eq!(socket.hear(), json!({"type": "heartbeat_ack"}));
    };
    drive(|_| {}, with).await;
}

#[tokio::test]
async fn a_socket_is_for_pages_of_the_server_and_of_allowed_origins() {
    let (server, _) =
        server(|config| config.websocket_allowed_origins = vec!["https://partner.example".into()]);
    let address = listen(server).await;
    blocking(move || {
        let own = format!("http://{address}");
        let open = |origin| open(opening(address, origin), address).err();
        assert_eq!(open(Some(&own)), None);
        assert_eq!(open(Some("https://partner.example")), None);
        assert_eq!(open(Some("https://evil.example")), Some(403));
        assert_eq!(open(Some("null")), Some(403));
        assert_eq!(open(None), Some(403));
    })
    .await;
}

#[tokio::test]
async fn messages_that_are_none_end_the_socket_with_a_reason() {
    type Say = fn(&mut Socket);
    let text = |code: u16, reason: &str| (code, reason.to_owned());
    let long: Say = |socket| socket.say("x".repeat(2_000));
    for (say, expected) in [
        (
            (|socket| socket.say("{")) as Say,
            text(1007, "a message cannot be read: EOF while parsing an object at line 1 column 1"),
        ),
        (
            |socket| socket.say("[]"),
            text(
                1007,
                "a message cannot be read: invalid type: sequence, expected an object at line 1 column 0",
            ),
        ),
        (
            |socket| socket.say(json!({"type": "dance"})),
            text(
                1007,
                "a message cannot be read: unknown variant `dance`, expected one of `callback_request`, `get_props_response`, `disconnect`, ",
            ),
        ),
        (
            |socket| socket.say(json!({"type": "callback_request", "rendererId": "r"})),
            text(1007, "a message cannot be read: missing field `requestId`"),
        ),
        (
            |socket| socket.socket.send(Message::binary(vec![1_u8])).expect("sent"),
            text(1003, "messages are text"),
        ),
        (long, text(1009, "a message is no message, or larger than 1000 bytes")),
    ] {
        let (server, _) = server(|config| config.body_limit = 1000);
        let address = listen(server).await;
        let end = blocking(move || {
            let mut socket = connect(address);
            say(&mut socket);
            socket.end()
        });
        assert_eq!(end.await, expected);
    }
}

#[tokio::test]
async fn a_socket_that_nobody_uses_is_closed_heartbeats_or_not() {
    let with = |mut socket: Socket, _| {
        socket.say(r#"{"type":"heartbeat"}"#);
        assert_eq!(socket.end(), (4001, "inactivity timeout".into()));
    };
    drive(|config| config.websocket_inactivity_timeout = Duration::from_millis(50), with).await;
}

#[tokio::test]
async fn a_socket_with_a_running_callback_is_in_use() {
    let with = |mut socket: Socket, gate: Arc<Semaphore>| {
        socket.say(request("r1", 1, "held.children", 1));
        assert_eq!(socket.hear()["type"], "set_props");
        // Longer than the timeout.
        let started = std::time::Instant::now();
        while started.elapsed() < Duration::from_millis(200) {
            std::thread::yield_now();
        }
        gate.add_permits(1);
        assert_eq!(socket.hear()["payload"]["status"], "ok");
        assert_eq!(socket.end().0, 4001);
    };
    drive(|config| config.websocket_inactivity_timeout = Duration::from_millis(50), with).await;
}

#[tokio::test]
async fn the_page_is_told_of_the_socket_where_a_callback_uses_it() {
    let websocket = |page: &str| {
        let start = page.find(r#""websocket":{"#)?;
        let text = &page[start + 12..];
        let text = text[..=text.find('}')?].replace(r"\u002f", "/");
        Some(serde_json::from_str::<Value>(&text).expect("JSON"))
    };
    let page = |server: Server| async move {
        get(&server.into_router().expect("starts"), "/").await.text().to_owned()
    };
    let told = websocket(&page(server(|config| config.websocket_callbacks = false).0).await)
        .expect("a callback has the word");
    assert_eq!(told["enabled"], false);
    assert_eq!(told["url"], "/_dash-ws-callback");
    assert_eq!(told["inactivity_timeout"], 300_000);
    assert_eq!(told["heartbeat_interval"], 30_000);
    let keys: BTreeSet<&str> =
        told.as_object().expect("an object").keys().map(|key| &**key).collect();
    let all = [
        "enabled",
        "events_url",
        "heartbeat_interval",
        "inactivity_timeout",
        "messages_url",
        "numbered",
        "url",
        "worker_url",
    ];
    assert_eq!(keys, all.into());

    let every = Config { websocket_callbacks: true, ..config() };
    let told = websocket(&page(crate::common::server().config(every)).await).expect("it is on");
    assert_eq!(told["enabled"], true);
    assert_eq!(websocket(&page(crate::common::server()).await), None);
}

#[tokio::test]
async fn the_callback_with_the_word_says_so() {
    let router = server(|_| {}).0.into_router().expect("starts");
    let all = get(&router, "/_dash-dependencies").await.json();
    let marked = all.as_array().expect("a list").iter().filter(|one| one["websocket"] == true);
    let outputs: Vec<_> = marked.map(|one| one["output"].clone()).collect();
    assert_eq!(outputs, ["steps.children", "held.children", "later.children"]);
}
