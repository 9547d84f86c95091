//! Events in the place of a socket: the same session, said in one long answer and heard in requests.

use dash::axum::Router;
use dash::axum::body::{Body, BodyDataStream};
use dash::axum::http::{Method, Request, Response, StatusCode};
use serde_json::{Value, json};
use tokio_stream::StreamExt;
use tower::ServiceExt;

use super::resume::{Heard, ITEMS, chance, server};
use crate::common::{Reply, call, send};

const ORIGIN: &str = "http://sales.example";

fn request(path: &str, origin: Option<&str>, body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::builder().method(Method::POST).uri(path);
    request = request.header("host", "sales.example").header("accept-encoding", "gzip, br");
    if let Some(origin) = origin {
        request = request.header("origin", origin);
    }
    request.body(body.into()).expect("a request")
}

async fn open(router: &Router, query: &str) -> Response<Body> {
    let path = format!("/_dash-sse-callback{query}");
    router.clone().oneshot(request(&path, Some(ORIGIN), "")).await.expect("a router does not fail")
}

async fn say(router: &Router, query: &str, body: impl Into<Body>) -> Reply {
    send(router, request(&format!("/_dash-sse-message{query}"), Some(ORIGIN), body)).await
}

/// The end of a browser.
struct Line {
    router: Router,
    name: &'static str,
    events: BodyDataStream,
    read: String,
    seen: u64,
    said: Vec<(u64, String)>,
    sent: u64,
    resumed: bool,
}

impl Line {
    async fn open(router: &Router, name: &'static str) -> Self {
        let (router, events) = (router.clone(), Body::empty().into_data_stream());
        let (read, said) = (String::new(), Vec::new());
        let mut line = Self { router, name, events, read, seen: 0, said, sent: 0, resumed: false };
        line.come_back().await;
        line
    }

    /// Drops the connection and opens another one.
    async fn come_back(&mut self) {
        let query = format!("?session={}&seen={}", self.name, self.seen);
        let response = open(&self.router, &query).await;
        assert_eq!(response.status(), StatusCode::OK);
        self.events = response.into_body().into_data_stream();
        self.read.clear();
        let welcome = self.event().await;
        assert_eq!(welcome["type"], "session");
        self.resumed = welcome["resumed"] == true;
        let taken = welcome["taken"].as_u64().expect("a number");
        self.said.retain(|(number, _)| *number > taken);
        let again: Vec<_> = self.said.iter().map(|(_, message)| message.clone()).collect();
        self.tell(again.join("\n")).await;
    }

    /// The next event that is no comment.
    async fn event(&mut self) -> Value {
        loop {
            if let Some(end) = self.read.find("\n\n") {
                let event: String = self.read.drain(..end + 2).collect();
                let Some(data) = event.strip_prefix("data: ") else { continue };
                return serde_json::from_str(data).expect("JSON");
            }
            let piece = self.events.next().await.expect("more comes").expect("is read");
            self.read.push_str(str::from_utf8(&piece).expect("text"));
        }
    }

    /// What the server says last, and the end.
    async fn end(mut self) -> String {
        while let Some(piece) = self.events.next().await {
            self.read.push_str(str::from_utf8(&piece.expect("is read")).expect("text"));
        }
        self.read
    }

    async fn tell(&self, messages: String) {
        let reply = say(&self.router, &format!("?session={}", self.name), messages).await;
        assert_eq!(reply.status, StatusCode::NO_CONTENT, "{}", reply.text());
    }

    async fn ask(&mut self, output: &str, clicks: u64) {
        self.sent += 1;
        let payload = call(output, &[("go.n_clicks", json!(clicks))], &[]);
        let message = json!({
            "type": "callback_request", "rendererId": "r1", "requestId": format!("r1-{}", self.sent),
            "payload": payload, "number": self.sent,
        });
        self.tell(message.to_string()).await;
        self.said.push((self.sent, message.to_string()));
    }

    /// The messages of the next frame.
    async fn hear(&mut self) -> Vec<Value> {
        let mut frame = self.event().await;
        assert_eq!(frame["number"], self.seen + 1, "{frame}");
        self.seen += 1;
        let Value::Array(messages) = frame["messages"].take() else { panic!("{frame}") };
        messages
    }
}

fn router() -> Router {
    server(|_| {}).0.into_router().expect("starts")
}

#[tokio::test(flavor = "multi_thread")]
async fn events_that_are_cut_30_times_lose_nothing_and_double_nothing() {
    let mut luck = 21;
    let mut line = Line::open(&router(), "cut").await;
    line.ask("count.children", ITEMS).await;
    let mut heard = Heard::default();
    for clicks in 0..30 {
        line.ask("double.children", clicks).await;
        for _ in 0..chance(&mut luck, 3) {
            heard.take(line.hear().await);
        }
        assert!(heard.is_streaming(), "the stream ended before cut {clicks}");
        line.come_back().await;
        assert!(line.resumed, "after cut {clicks}");
    }
    while heard.is_streaming() || heard.answered.len() < 30 {
        heard.take(line.hear().await);
    }
    heard.answered.sort_unstable();
    assert_eq!(heard.set, (1..=ITEMS).collect::<Vec<_>>());
    assert_eq!(heard.answered, (0..30).map(|clicks| 2 * clicks).collect::<Vec<_>>());
}

#[tokio::test]
async fn proxies_and_caches_are_told_to_leave_events_alone() {
    let router = router();
    let response = open(&router, "?session=headers&seen=0").await;
    let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "text/event-stream");
    assert_eq!(header("cache-control"), "no-cache");
    assert_eq!(header("x-accel-buffering"), "no");
    assert!(!response.headers().contains_key("content-encoding"));
}

#[tokio::test]
async fn events_are_for_pages_of_the_server() {
    let router = router();
    for path in ["/_dash-sse-callback?session=a&seen=0", "/_dash-sse-message?session=a"] {
        for origin in [None, Some("null"), Some("http://evil.example")] {
            let reply = send(&router, request(path, origin, "")).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path} from {origin:?}");
        }
    }
}

#[tokio::test]
async fn what_nobody_listens_to_is_refused() {
    let router = router();
    let nameless = open(&router, "").await;
    assert_eq!(nameless.status(), StatusCode::BAD_REQUEST);
    assert_eq!(say(&router, "?session=unknown", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(say(&router, "", "").await.status, StatusCode::NOT_FOUND);
    let line = Line::open(&router, "known").await;
    let garbled = say(&router, "?session=known", vec![0xff]).await;
    assert_eq!(garbled.status, StatusCode::BAD_REQUEST);
    line.tell(json!({"type": "seen", "seen": 0}).to_string()).await;
}

#[tokio::test]
async fn events_take_the_room_of_sockets() {
    let router = server(|config| config.max_connections = 1).0.into_router().expect("starts");
    let mut line = Line::open(&router, "first").await;
    let status = open(&router, "?session=second&seen=0").await.status();
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    line.come_back().await;
    assert!(line.resumed);
}

#[tokio::test]
async fn no_message_is_larger_than_a_body_may_be() {
    let router = server(|config| config.body_limit = 1_000).0.into_router().expect("starts");
    let _line = Line::open(&router, "large").await;
    let reply = say(&router, "?session=large", " ".repeat(1_001)).await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_message_that_is_none_ends_the_events_with_a_reason() {
    let line = Line::open(&router(), "none").await;
    line.tell("{}".to_owned()).await;
    let end = line.end().await;
    assert!(
        end.contains("event: close\ndata: {\"code\":1007,\"reason\":\"a message cannot be read"),
        "{end}"
    );
}

#[tokio::test]
async fn a_browser_that_says_goodbye_does_not_come_back() {
    let (server, mut running) = server(|_| {});
    let router = server.into_router().expect("starts");
    let mut line = Line::open(&router, "goodbye").await;
    line.ask("endless.children", 7).await;
    line.hear().await;
    assert_eq!(*running.borrow_and_update(), 1);
    let reply = say(&router, "?session=goodbye&close=1000", "").await;
    assert_eq!(reply.status, StatusCode::NO_CONTENT);
    drop(line);
    running.wait_for(|running| *running == 0).await.expect("the server lives");
}
