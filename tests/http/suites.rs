//! The front end that is built into the program: which files a page loads, and how they are served.
use std::collections::BTreeSet;

use dash::axum::http::{Method, StatusCode};
use dash::prelude::*;
use serde_json::json;

use crate::common::{Reply, config, get, get_with, request, router, send, unzip};

/// The addresses of the front end's files in a page, in order.
fn files(page: &Reply) -> Vec<&str> {
    let quoted = page.text().split('"');
    quoted.filter(|text| text.starts_with("/_dash-component-suites/")).collect()
}

#[tokio::test]
async fn every_file_that_a_page_names_is_served_forever_and_packed() {
    let router = router();
    let page = get(&router, "/").await;
    let files = files(&page);
    assert!(files.len() > 4, "{files:?}");
    // The entry is asked for first and runs last.
    let once = &files[1..];
    assert_eq!(once.iter().collect::<BTreeSet<_>>().len(), once.len(), "twice in {files:?}");
    for file in files {
        assert!(file.starts_with("/_dash-component-suites/dash_js/"), "{file}");
        let packed = get_with(&router, file, &[("accept-encoding", "gzip, br")]).await;
        assert_eq!(packed.status, StatusCode::OK, "{file}");
        assert_eq!(packed.header("cache-control"), Some("public, max-age=31536000, immutable"));
        if packed.header("content-encoding").is_some() {
            assert_eq!(packed.header("vary"), Some("accept-encoding"), "{file}");
        }
        let gzip = get_with(&router, file, &[("accept-encoding", "gzip")]).await;
        let plain = get(&router, file).await;
        assert_eq!(plain.header("content-encoding"), None, "{file}");
        assert!(!plain.body.is_empty(), "{file}");
        match gzip.header("content-encoding") {
            Some("gzip") => assert!(unzip(&gzip) == plain.text(), "{file}"),
            coding => assert!(coding.is_none() && gzip.body == plain.body, "{file}"),
        }
        let head = send(&router, request(Method::HEAD, file, &[])).await;
        assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0), "{file}");
    }
}

#[tokio::test]
async fn what_the_front_end_does_not_have_is_not_found() {
    let router = router();
    for path in
        ["dash_js/nothere.js", "dash/index.js", "dash_js/../dash_js/x", "dash_js/.vite/dash.txt"]
    {
        let reply = get(&router, &format!("/_dash-component-suites/{path}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
}

view! { Text => <Div>"text"</Div> }
view! { Bars => <Div><Graph id=chart figure={figure("bar")}/></Div> }
view! { Boxes => <Div><Graph id=chart figure={figure("box")}/></Div> }
view! { Surfaces => <Div><Graph id=chart figure={figure("surface")}/></Div> }
view! { Later => <Div><Graph id=chart/></Div> }

fn figure(kind: &str) -> Figure {
    Figure::new(&[json!({"type": "scatter"}), json!({"type": kind})], &json!({}))
}

app! { static TEXT = { layout: Text, callbacks: [] } }
app! { static BARS = { layout: Bars, callbacks: [] } }
app! { static BOXES = { layout: Boxes, callbacks: [] } }
app! { static SURFACES = { layout: Surfaces, callbacks: [] } }
app! { static LATER = { layout: Later, callbacks: [] } }

/// The file that a page preloads as the chart library.
async fn plotly(app: &'static dash::App) -> Option<String> {
    let router = dash::serve(app).config(config()).into_router().expect("starts");
    let page = get(&router, "/").await;
    let link = page.text().lines().find(|line| line.contains("rel=\"preload\" as=\"script\""))?;
    let (_, address) = link.split_once("href=\"").expect("an address");
    Some(address.trim_end_matches("\">").to_owned())
}

#[tokio::test]
async fn the_smallest_chart_library_that_draws_the_layout_is_preloaded() {
    assert_eq!(plotly(&TEXT).await, None);
    let basic = plotly(&BARS).await;
    assert!(basic.is_some());
    assert_eq!(plotly(&LATER).await, basic);
    let all = [basic, plotly(&BOXES).await, plotly(&SURFACES).await];
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 3, "{all:?}");
}

#[tokio::test]
async fn a_page_preloads_the_chunks_of_its_own_components_only() {
    let page = |app| async move {
        let router = dash::serve(app).config(config()).into_router().expect("starts");
        get(&router, "/").await
    };
    let (text, chart) = (page(&TEXT).await, page(&LATER).await);
    let (text, chart): (BTreeSet<_>, BTreeSet<_>) =
        (files(&text).into_iter().collect(), files(&chart).into_iter().collect());
    assert!(text.is_subset(&chart), "{text:?} beside {chart:?}");
    assert!(chart.len() >= text.len() + 2, "the chart's own chunk and the library: {chart:?}");
}
