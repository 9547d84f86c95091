//! A connection that is cut: nothing that was said is lost, and nothing is heard twice.

use std::net::{Shutdown, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use dash::html::{Button, Div};
use dash::{Config, Data, Server, Stream, app, callback, serve, view};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::interval;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::IntervalStream;
use tungstenite::client::IntoClientRequest;
use tungstenite::protocol::CloseFrame;
use tungstenite::protocol::frame::coding::CloseCode;

use crate::common::socket::{Socket, blocking, listen, open};
use crate::common::{call, config};

view! {
    Live => <Div>
        <Button id=go/>
        <Div id=count/>
        <Div id=double/>
        <Div id=endless/>
    </Div>
}

/// An item a millisecond, so that the connection can be cut between any two.
#[callback(output(Live::count.children), input(Live::go.n_clicks))]
async fn count(clicks: u64) -> impl Stream<Item = u64> {
    let ticks = IntervalStream::new(interval(Duration::from_millis(1)));
    let mut numbers = 1..=clicks;
    ticks.map_while(move |_| numbers.next())
}

#[callback(output(Live::double.children), input(Live::go.n_clicks), websocket)]
fn double(clicks: u64) -> u64 {
    2 * clicks
}

/// How many streams run.
struct Running(Arc<watch::Sender<usize>>);

struct Guard(Arc<watch::Sender<usize>>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.send_modify(|running| *running -= 1);
    }
}

#[callback(output(Live::endless.children), input(Live::go.n_clicks))]
async fn run(clicks: u64, running: Data<Running>) -> impl Stream<Item = u64> {
    running.0.send_modify(|running| *running += 1);
    let guard = Guard(Arc::clone(&running.0));
    tokio_stream::once(clicks).chain(tokio_stream::pending()).map(move |clicks| {
        let _ = &guard;
        clicks
    })
}

app! { static APP = { layout: Live, callbacks: [count, double, run] } }

pub(super) fn server(change: impl FnOnce(&mut Config)) -> (Server, watch::Receiver<usize>) {
    let running = Arc::new(watch::Sender::new(0));
    let watched = running.subscribe();
    let mut config = config();
    change(&mut config);
    (serve(&APP).data(Running(running)).config(config), watched)
}

/// The end of a browser that numbers what it says.
struct Line {
    address: SocketAddr,
    name: &'static str,
    socket: Socket,
    /// The number of the last frame it has.
    seen: u64,
    /// What the server may not have, with the number of each.
    said: Vec<(u64, Value)>,
    sent: u64,
    resumed: bool,
}

impl Line {
    fn open(address: SocketAddr, name: &'static str) -> Self {
        let socket = open_session(address, name, 0);
        let mut line =
            Self { address, name, socket, seen: 0, said: Vec::new(), sent: 0, resumed: false };
        line.welcome();
        line
    }

    /// Ends the connection as a broken cable does; nothing that is on its way arrives.
    fn cut(&mut self) {
        self.socket.socket.get_ref().shutdown(Shutdown::Both).expect("is open");
        self.come_back();
    }

    /// Opens another connection, whatever became of this one.
    fn come_back(&mut self) {
        self.socket = open_session(self.address, self.name, self.seen);
        self.welcome();
    }

    fn welcome(&mut self) {
        let welcome = self.socket.hear();
        assert_eq!(welcome["type"], "session");
        self.resumed = welcome["resumed"] == true;
        let taken = welcome["taken"].as_u64().expect("a number");
        self.said.retain(|(number, _)| *number > taken);
        for (_, message) in &self.said {
            self.socket.say(message);
        }
    }

    fn say(&mut self, mut message: Value) {
        self.sent += 1;
        message["number"] = json!(self.sent);
        self.socket.say(&message);
        self.said.push((self.sent, message));
    }

    fn ask(&mut self, output: &str, clicks: u64) {
        let payload = call(output, &[("go.n_clicks", json!(clicks))], &[]);
        let request = format!("r1-{}", self.sent + 1);
        self.say(json!({"type": "callback_request", "rendererId": "r1", "requestId": request, "payload": payload}));
    }

    /// The messages of the next frame.
    fn hear(&mut self) -> Vec<Value> {
        let mut frame = self.socket.hear();
        let number = frame["number"].as_u64().expect("a number");
        assert_eq!(number, self.seen + 1, "{frame}");
        self.seen = number;
        let Value::Array(messages) = frame["messages"].take() else { panic!("{frame}") };
        messages
    }
}

fn open_session(address: SocketAddr, name: &str, seen: u64) -> Socket {
    try_session(address, name, seen).expect("accepted")
}

fn try_session(address: SocketAddr, name: &str, seen: u64) -> Result<Socket, u16> {
    let url = format!("ws://{address}/_dash-ws-callback?session={name}&seen={seen}");
    let mut request = url.into_client_request().expect("a URL");
    let origin = format!("http://{address}");
    request.headers_mut().insert("origin", origin.parse().expect("a header value"));
    open(request, address)
}

/// Numbers below `end` that look like chance, the same at each run.
pub(super) fn chance(seed: &mut u64, end: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % end
}

/// What a page of a stream of `ITEMS` has heard.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) set: Vec<u64>,
    pub(super) answered: Vec<u64>,
}

impl Heard {
    pub(super) fn is_streaming(&self) -> bool {
        self.set.last() != Some(&ITEMS)
    }

    pub(super) fn take(&mut self, messages: Vec<Value>) {
        for message in messages {
            let payload = &message["payload"];
            self.set.extend(payload["props"]["children"].as_u64());
            self.answered.extend(payload["data"]["response"]["double"]["children"].as_u64());
        }
    }
}

pub(super) const ITEMS: u64 = 3_000;

/// Follows a stream, and asks beside it, with so many cuts.
fn follow(address: SocketAddr, name: &'static str, cuts: u64) -> Heard {
    let mut luck = 20;
    let mut line = Line::open(address, name);
    line.ask("count.children", ITEMS);
    let mut heard = Heard::default();
    for clicks in 0..cuts {
        line.ask("double.children", clicks);
        for _ in 0..chance(&mut luck, 3) {
            heard.take(line.hear());
        }
        assert!(heard.is_streaming(), "the stream ended before cut {clicks}");
        match chance(&mut luck, 3) {
            0 => line.come_back(),
            _ => line.cut(),
        }
        assert!(line.resumed, "after cut {clicks}");
        if chance(&mut luck, 2) == 0 {
            let seen = line.seen;
            line.socket.say(json!({"type": "seen", "seen": seen}));
        }
    }
    while heard.is_streaming() || (heard.answered.len() as u64) < cuts {
        heard.take(line.hear());
    }
    heard.answered.sort_unstable();
    heard
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_is_cut_60_times_loses_nothing_and_doubles_nothing() {
    let (server, _) = server(|_| {});
    let address = listen(server).await;
    let follow = move || [("a", 0), ("b", 60)].map(|(name, cuts)| follow(address, name, cuts));
    let [uncut, cut] = blocking(follow).await;
    assert_eq!(uncut.set, (1..=ITEMS).collect::<Vec<_>>());
    assert_eq!(cut.set, uncut.set);
    assert_eq!(cut.answered, (0..60).map(|clicks| 2 * clicks).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_session_that_nobody_knows_begins_anew() {
    let (server, _) = server(|_| {});
    let address = listen(server).await;
    let welcome = blocking(move || open_session(address, "gone", 7).hear()).await;
    assert_eq!(welcome, json!({"type": "session", "resumed": false, "taken": 0}));
}

#[tokio::test]
async fn what_is_no_longer_kept_cannot_be_sent_again() {
    let (server, _) = server(|config| config.websocket_resume_bytes = 0);
    let address = listen(server).await;
    let resumed = blocking(move || {
        let mut line = Line::open(address, "short");
        for clicks in 0..2 {
            line.ask("double.children", clicks);
            line.hear();
        }
        // Both have been sent, and the last one alone is kept.
        [1, 0].map(|seen| {
            line.seen = seen;
            line.cut();
            line.resumed
        })
    });
    assert_eq!(resumed.await, [true, false]);
}

#[tokio::test]
async fn a_stream_runs_on_until_nobody_comes_back() {
    let (server, mut running) = server(|config| config.websocket_resume_timeout = Duration::ZERO);
    let address = listen(server).await;
    let mut line = blocking(move || {
        let mut line = Line::open(address, "left");
        line.ask("endless.children", 7);
        line.hear();
        line
    })
    .await;
    running.wait_for(|running| *running == 1).await.expect("the server lives");
    line = blocking(move || {
        line.socket.socket.get_ref().shutdown(Shutdown::Both).expect("is open");
        line
    })
    .await;
    running.wait_for(|running| *running == 0).await.expect("the server lives");
    blocking(move || {
        line.come_back();
        assert!(!line.resumed);
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_says_goodbye_does_not_come_back() {
    let (server, mut running) = server(|_| {});
    let address = listen(server).await;
    blocking(move || {
        let mut line = Line::open(address, "goodbye");
        line.ask("endless.children", 7);
        line.hear();
        let goodbye = CloseFrame { code: CloseCode::Normal, reason: "no page is left".into() };
        line.socket.socket.close(Some(goodbye)).expect("closes");
        assert_eq!(line.socket.end().0, 1000);
    })
    .await;
    running.wait_for(|running| *running == 0).await.expect("the server lives");
}

#[tokio::test]
async fn who_is_gone_makes_room_for_who_comes_and_takes_none_when_coming_back() {
    let (server, mut running) = server(|config| config.max_connections = 1);
    let address = listen(server).await;
    let opened = Instant::now();
    let line = blocking(move || {
        let mut line = Line::open(address, "gone");
        line.ask("endless.children", 7);
        line.hear();
        let full = |name| try_session(address, name, 0).err();
        assert_eq!(full("other"), Some(503), "who is there stays");
        line.cut();
        assert!(line.resumed, "the room is its own");
        line.socket.socket.get_ref().shutdown(Shutdown::Both).expect("is open");
        // The server may not have noticed yet that it is gone.
        while full("other").is_some() {
            assert!(opened.elapsed() < Duration::from_secs(10), "nobody makes room");
        }
        line
    })
    .await;
    running.wait_for(|running| *running == 0).await.expect("the server lives");
    drop(line);
}
