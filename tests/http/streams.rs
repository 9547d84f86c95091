//! Callbacks that return streams, pages that any task can set props on, and props that the server reads.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use std::sync::Arc;

use dash::html::{Button, Div};
use dash::{
    Context, Data, OpenPages, PageError, Patch, PreventUpdate, Server, Stream, Update, app,
    callback, serve, view,
};
use serde_json::{Value, json};
use tokio::sync::{Mutex, mpsc, watch};
use tokio_stream::StreamExt;

use crate::common::socket::{Socket, blocking, connect, listen};
use crate::common::{call, config, get, post};

view! {
    Live => <Div>
        <Button id=go/>
        <Div id=count/>
        <Div id=left/>
        <Div id=right/>
        <Div id=picky/>
        <Div id=shaky/>
        <Div id=endless/>
        <Div id=asked/>
        <Div id=news/>
    </Div>
}

#[callback(output(Live::count.children), input(Live::go.n_clicks))]
fn count(clicks: u64) -> impl Stream<Item = u64> {
    tokio_stream::iter(1..=clicks)
}

/// Each item is for two outputs, of which one may stay, and one is edited.
#[callback(output(Live::left.children, Live::right.children), input(Live::go.n_clicks))]
async fn both(clicks: u64) -> impl Stream<Item = (Update<u64>, Patch<dash::Node>)> {
    tokio_stream::iter(0..clicks).map(|at| {
        (if at == 1 { Update::Skip } else { Update::Set(at) }, Patch::new().at("k").assign(at))
    })
}

/// Leaves some out, and cannot be opened at all without a click.
#[callback(output(Live::picky.children), input(Live::go.n_clicks))]
fn pick(clicks: u64) -> Result<impl Stream<Item = Result<u64, PreventUpdate>>, PreventUpdate> {
    if clicks == 0 {
        return Err(PreventUpdate);
    }
    let odd = |number: u64| if number % 2 == 1 { Ok(number) } else { Err(PreventUpdate) };
    Ok(tokio_stream::iter(1..=clicks).map(odd))
}

/// Fails at the third item.
#[callback(output(Live::shaky.children), input(Live::go.n_clicks))]
fn shake(clicks: u64) -> impl Stream<Item = Result<u64, std::io::Error>> {
    let item = |at| if at < 3 { Ok(at) } else { Err(std::io::Error::other("the feed is gone")) };
    tokio_stream::iter(1..=clicks).map(item)
}

/// Counts the streams that are open.
#[derive(Clone)]
struct Open(Arc<watch::Sender<usize>>);

/// Counts as open for as long as it lives.
struct Counted(Open);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.0.send_modify(|open| *open -= 1);
    }
}

/// Never ends by itself.
#[callback(output(Live::endless.children), input(Live::go.n_clicks))]
fn never(clicks: u64, open: Data<Open>) -> impl Stream<Item = u64> {
    open.0.send_modify(|open| *open += 1);
    let counted = Counted((*open).clone());
    tokio_stream::once(clicks).chain(tokio_stream::pending()).map(move |item| {
        let _ = &counted;
        item
    })
}

/// What the test hands over to a task of the program.
type Handed = mpsc::UnboundedSender<Result<String, PageError>>;

/// Asks the page that called for a prop, after it has returned.
#[callback(output(Live::asked.children), input(Live::go.n_clicks), websocket)]
fn ask(_clicks: u64, context: Context, told: Data<Handed>) -> &'static str {
    let page = context.page().expect("over a socket");
    tokio::spawn(async move {
        let title = page.get_props::<_, Option<String>>(Live::news.title).await;
        let _ = told.send(title.map(Option::unwrap_or_default));
        page.closed().await;
        let gone = page.set_props(Live::news.children, "late");
        let _ = told.send(gone.map(|()| "set".to_owned()));
    });
    "asked"
}

#[callback(output(Live::news.title), input(Live::go.n_clicks))]
fn over_http(_clicks: u64, context: Context) -> &'static str {
    if context.page().is_some() { "reached" } else { "alone" }
}

app! { static APP = { layout: Live, callbacks: [count, both, pick, shake, never, ask, over_http] } }

struct Setup {
    server: Server,
    pages: OpenPages,
    open: watch::Receiver<usize>,
    told: Mutex<mpsc::UnboundedReceiver<Result<String, PageError>>>,
}

fn setup() -> Setup {
    let open = Arc::new(watch::Sender::new(0));
    let (sender, told) = mpsc::unbounded_channel::<Result<String, PageError>>();
    let watched = open.subscribe();
    let server = serve(&APP).data(Open(open)).data(sender).config(config());
    Setup { pages: server.open_pages(), server, open: watched, told: Mutex::new(told) }
}

fn request(renderer: &str, number: usize, output: &str, clicks: u64) -> Value {
    let payload = call(output, &[("go.n_clicks", json!(clicks))], &[]);
    let request = format!("{renderer}-{number}");
    json!({"type": "callback_request", "rendererId": renderer, "requestId": request, "payload": payload})
}

/// What the page is told until the answer, the answer included.
fn until_answered(socket: &mut Socket) -> Vec<Value> {
    let mut heard = Vec::new();
    loop {
        let message = socket.hear();
        let payload = message["payload"].clone();
        heard.push(payload);
        if message["type"] == "callback_response" {
            return heard;
        }
    }
}

#[track_caller]
fn check(socket: &mut Socket, output: &str, clicks: u64, expected: &[Value]) {
    socket.say(request("r1", 1, output, clicks));
    assert_eq!(until_answered(socket), expected, "{output} after {clicks}");
}

#[tokio::test]
async fn items_are_set_one_after_the_other_and_the_answer_says_that_there_are_no_more() {
    let address = listen(setup().server).await;
    blocking(move || {
        let mut socket = connect(address);
        let set = |id: &str, value: Value| json!({"componentId": id, "props": {"children": value}});
        let patch = |value: u64| {
            let operation =
                json!({"operation": "Assign", "location": ["k"], "params": {"value": value}});
            json!({"__dash_patch_update": "__dash_patch_update", "operations": [operation]})
        };
        let end = json!({"status": "prevent_update"});
        let counted = [set("count", json!(1)), set("count", json!(2)), end.clone()];
        check(&mut socket, "count.children", 2, &counted);
        check(&mut socket, "count.children", 0, std::slice::from_ref(&end));
        let edited =
            [set("left", json!(0)), set("right", patch(0)), set("right", patch(1)), end.clone()];
        check(&mut socket, "..left.children...right.children..", 2, &edited);
        let picked = [set("picky", json!(1)), set("picky", json!(3)), end.clone()];
        check(&mut socket, "picky.children", 4, &picked);
        check(&mut socket, "picky.children", 0, std::slice::from_ref(&end));
        let message = "the callback failed; see the server's log";
        let failed = json!({"status": "error", "message": message});
        check(
            &mut socket,
            "shaky.children",
            9,
            &[set("shaky", json!(1)), set("shaky", json!(2)), failed],
        );
    })
    .await;
}

#[tokio::test]
async fn by_http_the_last_item_is_the_answer() {
    let router = setup().server.into_router().expect("starts");
    let body = |output, clicks: u64| call(output, &[("go.n_clicks", json!(clicks))], &[]);
    let answer = post(&router, body("count.children", 3).to_string()).await;
    let expected = json!({"multi": true, "response": {"count": {"children": 3}}});
    assert_eq!(answer.json(), expected);
    let answer = post(&router, body("count.children", 0).to_string()).await;
    assert_eq!(answer.status, 204);
    let answer = post(&router, body("shaky.children", 3).to_string()).await;
    assert_eq!(answer.status, 500);
}

#[tokio::test]
async fn a_stream_ends_when_a_newer_call_takes_its_place_and_when_the_socket_does() {
    let Setup { server, mut open, .. } = setup();
    let address = listen(server).await;
    let (sockets, mut parked) = mpsc::unbounded_channel();
    let task = blocking(move || {
        let mut socket = connect(address);
        for number in 1..=3 {
            socket.say(request("r1", number, "endless.children", 7));
            // The end of the older stream and the first item of the newer one, in any order.
            let mut told: Vec<_> = (0..number.min(2)).map(|_| socket.hear()).collect();
            told.sort_by_key(|message| message["type"].to_string());
            assert_eq!(told.pop().expect("an item")["payload"]["props"], json!({"children": 7}));
            for ended in told {
                assert_eq!(ended["requestId"], format!("r1-{}", number - 1));
                assert_eq!(ended["payload"]["status"], "prevent_update");
            }
        }
        socket.say(request("r2", 1, "endless.children", 8));
        assert_eq!(socket.hear()["rendererId"], "r2");
        drop(sockets.send(socket));
    });
    task.await;
    open.wait_for(|open| *open == 2).await.expect("the server lives");
    let mut socket = parked.recv().await.expect("parked");
    let mut socket = blocking(move || {
        socket.say(json!({"type": "disconnect", "rendererId": "r2"}));
        socket
    })
    .await;
    open.wait_for(|open| *open == 1).await.expect("the server lives");
    blocking(move || socket.socket.close(None).expect("closes")).await;
    open.wait_for(|open| *open == 0).await.expect("the server lives");
}

#[tokio::test]
async fn any_task_sets_props_on_all_open_pages() {
    let Setup { server, pages, .. } = setup();
    let address = listen(server).await;
    assert_eq!(pages.set_props(Live::news.children, "nobody").expect("known"), 0);
    blocking(move || {
        let mut socket = connect(address);
        for renderer in ["a", "b"] {
            socket.say(request(renderer, 1, "count.children", 0));
            socket.hear();
        }
        assert_eq!(pages.set_props(Live::news.children, "flood").expect("known"), 2);
        for renderer in ["a", "b"] {
            let told = socket.hear();
            assert_eq!(told["rendererId"], renderer);
            assert_eq!(told["payload"]["props"], json!({"children": "flood"}));
        }
    })
    .await;
}

#[tokio::test]
async fn the_server_reads_a_prop_and_is_told_when_the_page_is_gone() {
    let Setup { server, told, .. } = setup();
    let address = listen(server).await;
    blocking(move || {
        let mut socket = connect(address);
        socket.say(request("r1", 1, "asked.children", 1));
        let mut question = socket.hear();
        if question["type"] == "callback_response" {
            question = socket.hear();
        }
        let payload = json!({"componentId": "news", "properties": ["title"]});
        assert_eq!((&question["type"], &question["payload"]), (&json!("get_props_request"), &payload));
        let request = &question["requestId"];
        socket.say(json!({"type": "get_props_response", "rendererId": "r1", "requestId": "foreign", "payload": {}}));
        socket.say(json!({"type": "get_props_response", "rendererId": "r1", "requestId": request, "payload": {"title": "typed"}}));
        socket.say(json!({"type": "heartbeat"}));
        while socket.hear()["type"] != "heartbeat_ack" {}
    })
    .await;
    let mut told = told.lock().await;
    assert_eq!(told.recv().await.expect("told").expect("read"), "typed");
    let gone = told.recv().await.expect("told");
    assert!(matches!(gone, Err(PageError::Gone)), "{gone:?}");
}

#[tokio::test]
async fn by_http_there_is_no_page_to_speak_to() {
    let router = setup().server.into_router().expect("starts");
    let body = call("news.title", &[("go.n_clicks", json!(1))], &[]);
    let answer = post(&router, body.to_string()).await.json();
    assert_eq!(answer["response"]["news"]["title"], "alone");
}

#[tokio::test]
async fn a_callback_without_the_word_is_not_called_over_a_socket() {
    let address = listen(setup().server).await;
    blocking(move || {
        let mut socket = connect(address);
        socket.say(request("r1", 1, "news.title", 1));
        let answer = socket.hear();
        let message = answer["payload"]["message"].as_str().unwrap_or_default();
        assert!(
            message.starts_with("the callback for `news.title` is not called over a socket"),
            "{answer}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_page_learns_which_callbacks_stream() {
    let router = setup().server.into_router().expect("starts");
    let all = get(&router, "/_dash-dependencies").await.json();
    let marked = |mark: &str| {
        let all = all.as_array().expect("a list").iter();
        all.filter(|one| one[mark] == true).count()
    };
    assert_eq!(["stream", "persistent", "websocket"].map(marked), [5, 5, 6]);
}
