//! How a server starts and stops: settings, data, port, signals.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::Duration;

use dash::html::{Button, Div};
use dash::{Config, Error, app, callback, serve, view};
use serde_json::json;
use tokio::net::TcpListener;

use crate::common::socket::connect;
use crate::common::{app as kinds, call, config, server};

#[track_caller]
fn check<T>(result: dash::Result<T>, message: &str) {
    let Err(error) = result else { panic!("started, instead of: {message}") };
    assert_eq!(error.to_string(), message);
    assert_eq!(format!("{error:?}"), message, "what `main` prints is the same text");
}

#[test]
fn missing_data_is_named_with_its_callback() {
    let router = serve(&kinds::APP).config(config()).into_router::<()>();
    check(
        router,
        "some data was not given:\n  - callback `share` needs `Data<http::common::app::Greeting>`\n\n\
         help: `dash::serve(&APP).data(value)`",
    );
}

#[test]
fn settings_that_cannot_be_used_are_named_at_once() {
    let config = Config {
        routes_pathname_prefix: "sales".into(),
        assets_url_path: "../assets".into(),
        health_endpoint: Some("/health".into()),
        ..config()
    };
    check(
        server().config(config).into_router::<()>(),
        "the configuration cannot be used:\n  \
         - `routes_pathname_prefix` is `sales`: expected a path that starts and ends with `/`, such as `/sales/`\n  \
         - `assets_url_path` is `../assets`: expected a path below the prefix, such as `assets`\n  \
         - `health_endpoint` is `/health`: expected a path below the prefix, such as `health`",
    );
}

#[test]
fn a_path_is_of_one_setting_alone() {
    let config = Config {
        assets_url_path: "files".into(),
        health_endpoint: Some("files/health".into()),
        ready_endpoint: Some("_dash-layout".into()),
        ..config()
    };
    check(
        server().config(config).into_router::<()>(),
        "the configuration cannot be used:\n  \
         - `health_endpoint` is `files/health`: expected another path than that of `assets_url_path`\n  \
         - `ready_endpoint` is `_dash-layout`: expected a path that the server does not have itself",
    );
    let same = Some("up".to_owned());
    let config = Config { health_endpoint: same.clone(), ready_endpoint: same, ..self::config() };
    check(
        server().config(config).into_router::<()>(),
        "the configuration cannot be used:\n  \
         - `ready_endpoint` is `up`: expected another path than that of `health_endpoint`",
    );
}

#[tokio::test]
async fn a_port_that_is_taken_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let result = server().config(Config { port, ..config() }).run().await;
    assert!(matches!(result, Err(Error::Listen { .. })));
    check(
        result,
        &format!(
            "port {port} of 127.0.0.1 is already in use\n\n\
             help: stop the program that uses it, or take another port: `PORT={} cargo run`",
            port + 1
        ),
    );
}

view! {
    Wait => <Div>
        <Button id=go/>
        <Div id=out/>
        <Div id=later/>
    </Div>
}

/// Takes as many milliseconds as there were clicks.
#[callback(output(Wait::out.children), input(Wait::go.n_clicks))]
async fn wait(clicks: u64) -> &'static str {
    eprintln!("begun");
    let endless = std::future::pending::<()>();
    let _ = tokio::time::timeout(Duration::from_millis(clicks), endless).await;
    "done"
}

/// The same in the background; says when it has done so.
#[callback(output(Wait::later.children), input(Wait::go.n_clicks), background)]
async fn wait_later(clicks: u64) -> &'static str {
    let done = wait(clicks).await;
    eprintln!("ended");
    done
}

app! {
    static WAIT = { layout: Wait, callbacks: [wait, wait_later] }
}

/// Set in the processes that [`Server::start`] starts.
const SERVES: &str = "DASH_TEST_SERVES";

/// The program of the processes that the tests below start; in the tests' own process it does nothing.
#[tokio::test]
async fn serve_until_stopped() {
    if std::env::var_os(SERVES).is_some() {
        serve(&WAIT).run().await.expect("runs until it is stopped");
    }
}

/// A server in a process of its own.
pub(crate) struct Server {
    pub(crate) process: Child,
    errors: BufReader<ChildStderr>,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(settings: &[(&str, &str)]) -> Self {
        let mut process = Command::new(std::env::current_exe().expect("the tests' program"))
            .args(["--exact", "start::serve_until_stopped", "--nocapture"])
            .envs([(SERVES, "1"), ("PORT", "0")])
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let errors = BufReader::new(process.stderr.take().expect("a pipe"));
        let mut server = Self { process, errors, address: String::new() };
        let line = server.line();
        let address = line.strip_prefix("Dash is running on http://").map(str::to_owned);
        server.address = address.unwrap_or_else(|| panic!("{line}"));
        server
    }

    /// The next line on standard error.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.errors.read_line(&mut line).expect("text");
        line.trim_end().to_owned()
    }

    /// Calls the callback that takes `millis`, and comes back once it has begun.
    fn call(&mut self, millis: u64) -> TcpStream {
        let page = self.send("out.children", millis);
        assert_eq!(self.line(), "begun");
        page
    }

    fn send(&self, output: &str, millis: u64) -> TcpStream {
        let body = call(output, &[("go.n_clicks", json!(millis))], &[]).to_string();
        let mut page = TcpStream::connect(&self.address).expect("the server listens");
        let head = "POST /_dash-update-component HTTP/1.1\r\nhost: x\r\nconnection: close";
        let kind = "content-type: application/json";
        write!(page, "{head}\r\n{kind}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
            .expect("sent");
        page
    }

    /// The first line of what a path answers, and the body.
    fn get(&self, path: &str) -> (String, String) {
        let mut page = TcpStream::connect(&self.address).expect("the server listens");
        write!(page, "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").expect("sent");
        let answer = read(page);
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        (head.lines().next().unwrap_or_default().to_owned(), body.to_owned())
    }

    pub(crate) fn signal(&self, signal: &str) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().expect("`kill` runs");
        assert!(sent.success());
    }

    /// Waits until the process ends; what it still wrote on standard error.
    pub(crate) fn end(mut self) -> String {
        let mut rest = String::new();
        self.errors.read_to_string(&mut rest).expect("text");
        assert!(self.process.wait().expect("ends").success(), "{rest}");
        rest
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fails where the process has ended, which is the rule.
        let _ = self.process.kill();
    }
}

fn read(mut page: TcpStream) -> String {
    let mut answer = String::new();
    page.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn a_start_is_one_line_and_a_signal_ends_it_after_open_answers() {
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::start(&[]);
        let page = server.call(200);
        server.signal(signal);
        let answer = read(page);
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("done"), "{answer}");
        assert_eq!(server.end(), "", "a start is one line");
    }
}

#[test]
fn a_signal_ends_sockets_after_their_open_answers() {
    let mut server = Server::start(&[("DASH_WEBSOCKET_CALLBACKS", "1")]);
    let mut socket = connect(server.address.parse().expect("an address"));
    let payload = call("out.children", &[("go.n_clicks", json!(200))], &[]);
    let page = json!({"type": "callback_request", "rendererId": "r", "requestId": "r-1", "payload": payload});
    socket.say(page);
    assert_eq!(server.line(), "begun");
    server.signal("-TERM");
    assert_eq!(socket.hear()["payload"]["data"]["response"], json!({"out": {"children": "done"}}));
    assert_eq!(socket.end(), (1001, "the server shuts down".into()));
    server.end();
}

#[test]
fn a_signal_ends_events_with_a_reason() {
    let server = Server::start(&[("DASH_WEBSOCKET_CALLBACKS", "1")]);
    let mut events = TcpStream::connect(&server.address).expect("the server listens");
    let request = format!(
        "POST /_dash-sse-callback?session=a&seen=0 HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\n\
         content-length: 0\r\nconnection: close\r\n\r\n",
        server.address
    );
    events.write_all(request.as_bytes()).expect("is written");
    let begun =
        BufReader::new(&events).lines().any(|line| line.expect("text").starts_with("data: "));
    assert!(begun, "the session begins");
    server.signal("-TERM");
    let end = read(events);
    let goodbye = "event: close\ndata: {\"code\":1001,\"reason\":\"the server shuts down\"}";
    assert!(end.contains(goodbye), "{end}");
    server.end();
}

#[test]
fn a_shutdown_waits_no_longer_than_it_may() {
    let mut server = Server::start(&[("DASH_SHUTDOWN_TIMEOUT", "0")]);
    let page = server.call(3_600_000);
    server.signal("-TERM");
    server.end();
    assert!(!read(page).contains("done"));
}

#[test]
fn a_second_signal_ends_the_wait() {
    let mut server = Server::start(&[("DASH_SHUTDOWN_TIMEOUT", "3600")]);
    let _page = server.call(3_600_000);
    server.signal("-INT");
    while TcpStream::connect(&server.address).is_ok() {}
    server.signal("-INT");
    server.end();
}

#[test]
fn who_asks_is_told_that_the_server_ends_and_is_served_until_it_does() {
    let mut server = Server::start(&[
        ("DASH_HEALTH_ENDPOINT", "health"),
        ("DASH_READY_ENDPOINT", "ready"),
        ("DASH_RATE_LIMIT", "1,1"),
        ("DASH_SHUTDOWN_DELAY", "2"),
    ]);
    let ok = ("HTTP/1.1 200 OK".to_owned(), "OK".to_owned());
    for path in ["/health", "/ready", "/health", "/ready"] {
        assert_eq!(server.get(path), ok, "{path}");
    }
    server.signal("-TERM");
    while server.get("/ready") == ok {}
    let (status, why) = server.get("/ready");
    assert_eq!((&*status, &*why), ("HTTP/1.1 503 Service Unavailable", "the server shuts down"));
    assert_eq!(server.get("/health"), ok);
    let page = server.call(1);
    assert!(read(page).contains("done"), "it goes on as before");
    server.end();
}

/// The first answer to a callback in the background: it is in the queue.
fn queued(page: TcpStream) {
    assert!(read(page).contains("\"job\":\""));
}

#[test]
fn a_shutdown_lets_callbacks_in_the_background_finish() {
    let mut server = Server::start(&[]);
    queued(server.send("later.children", 300));
    assert_eq!(server.line(), "begun");
    server.signal("-TERM");
    assert_eq!(server.end(), "ended\n");
}

#[test]
fn a_shutdown_tells_of_callbacks_in_the_background_that_did_not_finish() {
    let settings = [("DASH_SHUTDOWN_TIMEOUT", "0"), ("DASH_BACKGROUND_JOBS", "1")];
    let mut server = Server::start(&settings);
    queued(server.send("later.children", 3_600_000));
    assert_eq!(server.line(), "begun");
    queued(server.send("later.children", 1));
    server.signal("-TERM");
    assert_eq!(
        server.end(),
        "the callback `wait_later` in the background was ended half-way\n\
         calls in the background that were never begun: 1\n"
    );
}

#[test]
fn the_prefix_is_part_of_the_address() {
    let server = Server::start(&[("DASH_URL_BASE_PATHNAME", "/sales/")]);
    assert!(server.address.ends_with("/sales"), "{}", server.address);
    server.signal("-TERM");
    server.end();
}
