//! Suites made by others: what a page loads of them, in which order, and how their files are served.
use std::fs;
use std::path::PathBuf;

use dash::axum::http::StatusCode;
use dash::{Config, Server, Suite, SuiteDef};
use serde_json::{Value, json};

use crate::common::{Reply, config, get, get_with, server, unzip};

const ODD: SuiteDef = SuiteDef {
    package: "odd_parts",
    namespace: "odd",
    version: "1.2 beta",
    scripts: &["_js/odd.min.js"],
    stylesheets: &["odd.css"],
    children_props: &[("Panel", &["label", "tabs[].title"])],
};

/// The folder of an installed package; removed at the end of its test.
struct Package(PathBuf);

impl Package {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("_js")).expect("made");
        for (path, content) in [
            ("_js/odd.min.js", "window.odd = {}"),
            ("_js/later chunk.js", "later()"),
            ("odd.css", "odd{}"),
            ("__init__.py", "secret = 1"),
        ] {
            fs::write(folder.join(path), content).expect("written");
        }
        Self(folder)
    }

    fn suite(&self) -> Suite {
        Suite::of(&ODD).folder(&self.0)
    }
}

impl Drop for Package {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The addresses of the package in a page, in order.
fn addresses<'a>(page: &'a Reply, package: &str) -> Vec<&'a str> {
    let start = format!("_dash-component-suites/{package}/");
    page.text().split('"').filter(|text| text.contains(&start)).collect()
}

#[tokio::test]
async fn a_page_loads_scripts_after_the_entry_and_stylesheets_before_the_apps() {
    let package = Package::new("foreign-order");
    let suite = package.suite().script("_js/later chunk.js");
    let router = server().suite(suite).into_router().expect("starts");
    let page = get(&router, "/").await;
    let [style, first, second] = addresses(&page, "odd_parts")[..] else { panic!("{page:?}") };
    let text = page.text();
    assert!(text.contains(&format!("<link rel=\"stylesheet\" href=\"{style}\">")), "{text}");
    for script in [first, second] {
        let line = text.lines().find(|line| line.contains(script)).expect("there");
        assert!(
            line.starts_with("<script defer nonce=\"") && line.ends_with("></script>"),
            "{line}"
        );
    }
    assert!(first.contains("/_js/odd.v1_2_betam") && first.ends_with(".min.js"), "{first}");
    assert!(second.contains("/_js/later%20chunk.v1_2_betam"), "{second}");
    if let Some(entry) = text.find("<script type=\"module\"") {
        assert!(entry < text.find(first).expect("there"), "{text}");
    }
    for address in [style, first, second] {
        let file = get(&router, address).await;
        assert_eq!(file.status, StatusCode::OK, "{address}");
        assert_eq!(file.header("cache-control"), Some("public, max-age=31536000, immutable"));
    }
    assert_eq!(get(&router, first).await.text(), "window.odd = {}");
    assert_eq!(get(&router, first).await.header("content-type"), Some("text/javascript"));
}

#[tokio::test]
async fn the_page_knows_where_components_take_components() {
    let package = Package::new("foreign-config");
    let suite = package.suite().children_props("Box", ["lid"]);
    let router = server().suite(suite).into_router().expect("starts");
    let page = get(&router, "/").await;
    let (_, rest) = page.text().split_once("id=\"_dash-config\"").expect("a config");
    let json = rest.split_once('>').and_then(|(_, rest)| rest.split_once("</script>"));
    let config: Value = serde_json::from_str(json.expect("an element").0).expect("JSON");
    let props = json!({"odd": {"Panel": ["label", "tabs[].title"], "Box": ["lid"]}});
    assert_eq!(config["children_props"], props);
    assert_eq!(config["suites"], json!(["odd"]));
}

#[cfg(feature = "front-end")]
#[tokio::test]
async fn a_suite_in_the_place_of_dcc_spares_the_page_the_files_of_dcc() {
    let package = Package::new("foreign-dcc");
    let files = |suite: Suite| async {
        let router = server().suite(suite).into_router().expect("starts");
        addresses(&get(&router, "/").await, "dash_js").len()
    };
    let with_dcc = files(package.suite()).await;
    let without = files(package.suite().namespace("dash_core_components")).await;
    assert!(
        without + 2 < with_dcc,
        "{without} instead of {with_dcc}: chunks and the chart library"
    );
}

#[tokio::test]
async fn what_a_script_loads_later_is_found_beside_it_and_asked_for_each_time() {
    let package = Package::new("foreign-chunks");
    let router = server().suite(package.suite()).into_router().expect("starts");
    let chunk = "/_dash-component-suites/odd_parts/_js/later%20chunk.js";
    let first = get(&router, chunk).await;
    assert_eq!(first.text(), "later()");
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let date = first.header("last-modified").expect("a date");
    let again = get_with(&router, chunk, &[("if-modified-since", date)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn a_bundle_is_compressed_and_known_by_its_tag_with_and_without_its_fingerprint() {
    const GZIP: (&str, &str) = ("accept-encoding", "gzip, deflate, br");
    let package = Package::new("foreign-packed");
    let text = "window.odd = {};\n".repeat(200);
    fs::write(package.0.join("_js/odd.min.js"), &text).expect("written");
    let router = server().suite(package.suite()).into_router().expect("starts");
    let page = get(&router, "/").await;
    let [_, marked] = addresses(&page, "odd_parts")[..] else { panic!("{page:?}") };
    let bare = "/_dash-component-suites/odd_parts/_js/odd.min.js";
    for (path, cache) in [(marked, "public, max-age=31536000, immutable"), (bare, "no-cache")] {
        let ask = async |headers: &[_]| {
            let reply = get_with(&router, path, headers).await;
            assert_eq!(reply.header("vary"), Some("accept-encoding"), "{path}: {headers:?}");
            assert_eq!(reply.header("cache-control"), Some(cache), "{path}: {headers:?}");
            reply
        };
        let packed = ask(&[GZIP]).await;
        assert_eq!(packed.header("content-encoding"), Some("gzip"), "{path}");
        assert!(packed.body.len() < 200 && unzip(&packed) == text, "{path}");
        let tag = packed.header("etag").expect("a tag");
        let same = ask(&[GZIP, ("if-none-match", tag)]).await;
        assert_eq!((same.status, same.text()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        let plain = ask(&[]).await;
        assert_eq!((plain.header("content-encoding"), plain.text()), (None, &*text), "{path}");
        let part = ask(&[GZIP, ("range", "bytes=0-9")]).await;
        assert_eq!((part.status, part.text()), (StatusCode::PARTIAL_CONTENT, &text[..10]));
        assert_eq!(part.header("content-encoding"), None, "{path}");
    }
}

#[tokio::test]
async fn nothing_else_is_served() {
    let package = Package::new("foreign-else");
    let router = server().suite(package.suite()).into_router().expect("starts");
    let outside = package.0.with_file_name("foreign-outside.js");
    fs::write(&outside, "outside").expect("written");
    for path in [
        "odd_parts/none.js",
        "odd_parts/__init__.py",
        "odd_parts/_js",
        "odd_parts/_js/",
        "odd_parts/../foreign-outside.js",
        "odd_parts/%2e%2e/foreign-outside.js",
        "odd_parts/..%2fforeign-outside.js",
        "odd_parts/_js/..%5c..%5cforeign-outside.js",
        "odd_parts/%2fetc%2fx.js",
        "other/odd.css",
    ] {
        let reply = get(&router, &format!("/_dash-component-suites/{path}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
    fs::remove_file(outside).expect("removed");
}

#[tokio::test]
async fn a_nested_server_serves_its_suites_below_its_own_path() {
    let package = Package::new("foreign-nested");
    let app = server().suite(package.suite()).into_router::<()>().expect("starts");
    let router = dash::axum::Router::new().nest("/x", app);
    let page = get(&router, "/x").await;
    let [style, script] = addresses(&page, "odd_parts")[..] else { panic!("{page:?}") };
    assert!(style.starts_with("/x/_dash-component-suites/") && script.starts_with("/x/"));
    assert_eq!(get(&router, script).await.text(), "window.odd = {}");
}

#[track_caller]
fn refuse(server: Server, expected: &[&str]) {
    let Err(error) = server.config(Config { ..config() }).into_router::<()>() else {
        panic!("started, instead of: {expected:?}")
    };
    let expected: String = expected.iter().flat_map(|line| ["\n  - ", line]).collect();
    assert_eq!(error.to_string(), format!("the configuration cannot be used:{expected}"));
}

#[test]
fn what_is_missing_is_named_at_start_all_at_once() {
    let package = Package::new("foreign-missing");
    let (here, none) = (package.0.display(), package.0.join("none"));
    let lost = package.suite().script("lost.js").stylesheet("lost.css");
    let file = |name: &str| format!("suite `odd_parts`: there is no file `{here}/{name}`");
    refuse(
        server()
            .suite(lost)
            .suite(Suite::new("bare", "1"))
            .suite(Suite::new("gone", "1").folder(&none)),
        &[
            &file("lost.js"),
            &file("lost.css"),
            "suite `bare`: it has no folder; name it with `.folder(\"…\")`",
            &format!("suite `gone`: there is no folder `{}`", none.display()),
        ],
    );
    let other = package.0.join("_js");
    refuse(
        server()
            .suite(package.suite())
            .suite(package.suite().folder(&other))
            .suite(Suite::new("dash_js", "1").folder(&other)),
        &[
            &format!("suite `odd_parts`: it has two folders, `{here}` and `{}`", other.display()),
            "suite `dash_js`: this is the package of the built-in front end",
        ],
    );
}
