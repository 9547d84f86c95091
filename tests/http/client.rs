//! Callbacks that the browser runs: how they are announced, and what the page holds of them.
use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::dcc::Input;
use dash::html::Div;
use dash::{app, callback, serve, view};
use serde_json::json;

use crate::common::{call, config, get, post};

view! {
    Browser => <Div>
        <Input id=name/>
        <Div id=shout/>
        <Div id=again/>
        <Div id=size/>
    </Div>
}

#[callback(
    output(Browser::shout.children),
    input(Browser::name.value),
    client = "(name) => name + '</script>'"
)]
fn shout(name: Option<String>) -> String;

#[callback(
    output(Browser::again.children),
    input(Browser::name.value),
    client = "(name) => name + '</script>'"
)]
fn again(name: Option<String>) -> String;

#[callback(
    output(Browser::size.children),
    input(Browser::name.value),
    state(Browser::shout.children),
    client = texts::size
)]
fn size(name: Option<String>, shout: dash::Node) -> u64;

#[callback(input(Browser::name.value), client = "name => console.log(name)")]
fn log(name: Option<String>);

app! { static APP = { layout: Browser, callbacks: [shout, again, size, log] } }

fn router() -> Router {
    serve(&APP).config(config()).into_router().expect("starts")
}

#[tokio::test]
async fn an_inline_source_stands_in_the_page_once_under_the_announced_name() {
    let router = router();
    let specs = get(&router, "/_dash-dependencies").await.json();
    let function = &specs[0]["clientside_function"];
    assert_eq!(function["namespace"], "_dashprivate_clientside_funcs");
    assert_eq!(function, &specs[1]["clientside_function"]);
    let name = function["function_name"].as_str().expect("text");
    let page = get(&router, "/").await;
    let script = format!(
        "<script>\n((window.dash_clientside ??= {{}})._dashprivate_clientside_funcs ??= {{}})[\"{name}\"] =\n\
         (name) => name + '<\\/script>'\n</script>\n"
    );
    assert_eq!(page.markup().matches(&script).count(), 1, "{}", page.text());
    assert!(page.markup().contains("name => console.log(name)\n</script>"));
}

#[tokio::test]
async fn a_function_of_a_script_is_announced_by_its_name() {
    let spec = get(&router(), "/_dash-dependencies").await.json()[2].take();
    let function = json!({"namespace": "texts", "function_name": "size"});
    assert_eq!(spec["clientside_function"], function);
    assert_eq!(spec["state"], json!([{"id": "shout", "property": "children"}]));
}

#[tokio::test]
async fn the_server_does_not_run_it() {
    let request = call("shout.children", &[("name.value", json!("Bo"))], &[]);
    let reply = post(&router(), request.to_string()).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND, "{reply:?}");
}
