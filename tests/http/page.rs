//! The page, and the layout and the dependencies in it.
use dash::Config;
use serde_json::{Value, json};

use crate::common::{config, get, router, server};

/// The JSON in the page's element `id`.
#[track_caller]
fn embedded(page: &str, id: &str) -> Value {
    let open = format!("<script id=\"{id}\" type=\"application/json\">");
    let (_, rest) = page.split_once(&open).unwrap_or_else(|| panic!("no `{id}` in {page}"));
    let (json, _) = rest.split_once("</script>").expect("the element ends");
    serde_json::from_str(json).expect("JSON")
}

#[tokio::test]
async fn the_page_holds_what_the_routes_answer() {
    let router = router();
    let page = get(&router, "/").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    let layout = get(&router, "/_dash-layout").await;
    assert_eq!(layout.header("content-type"), Some("application/json"));
    assert_eq!(embedded(page.text(), "_dash-layout"), layout.json());
    let dependencies = get(&router, "/_dash-dependencies").await.json();
    assert_eq!(embedded(page.text(), "_dash-dependencies"), dependencies);
}

#[tokio::test]
async fn dependencies_name_the_wiring_as_dash_does() {
    let dependencies = get(&router(), "/_dash-dependencies").await.json();
    let expected = json!({
        "output": "..two.children...two.title..",
        "inputs": [{"id": "go", "property": "n_clicks"}],
        "state": [{"id": "name", "property": "value"}],
        "clientside_function": null, "prevent_initial_call": false, "background": null,
        "dynamic_creator": null, "no_output": false, "optional": false, "hidden": false,
        "websocket": false, "persistent": false,
    });
    assert_eq!(dependencies[1], expected);
}

#[tokio::test]
async fn in_debug_dependencies_bear_the_names_of_their_fns() {
    let names = |debug| async move {
        let router = server().config(Config { debug, ..config() }).into_router().expect("starts");
        get(&router, "/_dash-dependencies").await.json()[1]["name"].take()
    };
    assert_eq!(names(true).await, "pair");
    assert_eq!(names(false).await, Value::Null);
}

#[tokio::test]
async fn every_path_that_nobody_takes_is_the_page() {
    let router = router();
    let page = get(&router, "/").await;
    for path in ["/about", "/a/b/c", "/a/"] {
        assert_eq!(get(&router, path).await.markup(), page.markup(), "{path}");
    }
}

#[tokio::test]
async fn the_configuration_is_under_dashs_names() {
    let page = get(&router(), "/").await;
    let config = embedded(page.text(), "_dash-config");
    assert_eq!(config["requests_pathname_prefix"], "/");
    assert_eq!(config["update_title"], "Updating...");
    assert_eq!(config["ui"], false);
    assert_eq!(config.get("hot_reload"), None);

    let debug = server().config(Config { debug: true, ..crate::common::config() });
    let page = get(&debug.into_router().expect("starts"), "/").await;
    let config = embedded(page.text(), "_dash-config");
    assert_eq!(config["ui"], true);
    assert_eq!(config["hot_reload"], json!({"interval": 1000, "max_retry": 8}));
}

#[tokio::test]
async fn the_title_is_text_and_not_markup() {
    let config = Config { title: "a < b & \"c\"".into(), ..config() };
    let page = get(&server().config(config).into_router().expect("starts"), "/").await;
    assert!(page.text().contains("<title>a &lt; b &amp; &quot;c&quot;</title>"));
}

#[tokio::test]
async fn the_entry_is_asked_for_before_the_styles_and_the_layout() {
    let page = get(&router(), "/").await;
    let mut files = page.text().split('"').filter(|text| text.contains("/dash_js/"));
    let (first, last) = (files.next(), files.next_back());
    assert!(first.is_some_and(|file| file.contains("/index-")), "{}", page.text());
    assert_eq!(first, last, "the script itself comes last");
}
