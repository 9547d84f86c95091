//! A layout that a fn builds for each page load: built anew each time, and failing for itself alone.
use std::sync::atomic::{AtomicU64, Ordering};

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::Div;
use dash::{Config, Data, View, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{Reply, call, config, get, get_with, post, unzip};

view! {
    Visited(visit: u64) => <Div><Div id=visits title="visits">{visit}</Div><Div id=out/></Div>
}

/// What the layout fn does, one after the other; then it builds.
#[derive(Debug, Default)]
struct Script {
    steps: Vec<Does>,
    at: AtomicU64,
}

#[derive(Debug, Clone, Copy)]
enum Does {
    Build,
    Fail,
    Panic,
    PanicLater,
}

async fn visited(script: Data<Script>) -> Result<View<Visited>, String> {
    let at = script.at.fetch_add(1, Ordering::SeqCst);
    let step = usize::try_from(at).ok().and_then(|at| script.steps.get(at));
    match step.unwrap_or(&Does::Build) {
        Does::Build => Ok(Visited::new().visit(at).build()),
        Does::Fail => Err("the visits are closed".to_owned()),
        Does::Panic => panic!("no visits"),
        Does::PanicLater => {
            tokio::task::yield_now().await;
            panic!("no visits later")
        }
    }
}

#[callback(output(Visited::out.children), input(Visited::visits.title))]
fn copy(title: Option<String>) -> Option<String> {
    title
}

app! { static VISITS = { layout: Visited = visited, callbacks: [copy] } }

fn router(steps: &[Does], debug: bool) -> Router {
    let script = Script { steps: steps.to_vec(), ..Script::default() };
    let server = serve(&VISITS).data(script).config(Config { debug, ..config() });
    server.into_router().expect("the server starts")
}

/// What `visits` shows: in the layout itself, or in the layout inside a page.
#[track_caller]
fn shown(text: &str) -> Value {
    let embedded = text.split_once("<script id=\"_dash-layout\" type=\"application/json\">");
    let json = embedded.map_or(text, |(_, rest)| rest.split("</script>").next().unwrap_or(""));
    let layout: Value =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {text}"));
    layout["props"]["children"][0]["props"]["children"].clone()
}

async fn copies(router: &Router) -> Reply {
    post(router, call("out.children", &[("visits.title", json!("x"))], &[]).to_string()).await
}

#[tokio::test]
async fn each_page_load_has_a_layout_of_its_own() {
    let router = router(&[], false);
    let html = "text/html; charset=utf-8";
    let loads = [("/", html), ("/", html), ("/_dash-layout", "application/json"), ("/a", html)];
    for (visit, (path, content_type)) in loads.into_iter().enumerate() {
        let reply = get(&router, path).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert_eq!(reply.header("content-type"), Some(content_type));
        assert_eq!(reply.header("cache-control"), Some("no-cache"));
        assert_eq!(shown(reply.text()), visit, "{path}");
    }
}

#[tokio::test]
async fn the_page_is_compressed_for_those_who_take_it() {
    let reply = get_with(&router(&[], false), "/", &[("accept-encoding", "gzip")]).await;
    assert_eq!(reply.header("content-encoding"), Some("gzip"));
    assert_eq!(shown(&unzip(&reply)), 0);
}

#[tokio::test]
async fn a_failure_concerns_its_page_load_alone() {
    for step in [Does::Fail, Does::Panic, Does::PanicLater] {
        let router = router(&[step, step], false);
        let page = get(&router, "/").await;
        assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(page.text().contains("see the server's log"), "{}", page.text());
        let layout = get(&router, "/_dash-layout").await;
        assert_eq!(layout.status, StatusCode::INTERNAL_SERVER_ERROR);
        let expected = json!({"error": {"message": "the layout fn failed; see the server's log"}});
        assert_eq!(layout.json(), expected);
        assert_eq!(copies(&router).await.json()["response"]["out"]["children"], "x");
        assert_eq!(shown(get(&router, "/").await.text()), 2);
    }
}

#[tokio::test]
async fn in_debug_the_reason_is_said() {
    for (step, reason) in [
        (Does::Fail, "the visits are closed"),
        (Does::Panic, "the layout fn panicked: no visits"),
        (Does::PanicLater, "the layout fn panicked: no visits later"),
    ] {
        let router = router(&[step, step], true);
        let page = get(&router, "/").await;
        assert_eq!(page.text(), format!("this page has no layout: {reason}"));
        let layout = get(&router, "/_dash-layout").await;
        assert_eq!(layout.json()["error"]["message"], reason);
    }
}

#[test]
fn data_that_the_layout_fn_needs_is_asked_for_at_the_start() {
    let error = serve(&VISITS).config(config()).into_router::<()>().expect_err("data is missing");
    let error = error.to_string();
    assert!(error.contains("layout fn `visited` needs `Data<"), "{error}");
    assert!(error.contains("Script>`"), "{error}");
}
