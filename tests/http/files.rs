//! Assets, the icon, the health endpoint, the reload hash; caching and compression.
use std::fs;
use std::path::PathBuf;

use dash::axum::Router;
use dash::axum::http::{Method, StatusCode};
use dash::{Config, Server};
use serde_json::json;

use crate::common::{
    Reply, call, config, get, get_with, post_with, request, router, send, server, unzip,
};

/// A folder of assets that is removed at the end of its test.
struct Assets(PathBuf);

impl Assets {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        for (path, content) in [
            ("z.css", "b{}"),
            ("a.css", "a{}"),
            ("m.mjs", "export {}"),
            ("s.js", "1"),
            ("part/p.css", "p{}"),
            ("part/a \"b\".js", "2"),
            ("note.txt", "0123456789"),
        ] {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(file, content).expect("written");
        }
        Self(folder)
    }

    fn config(&self) -> Config {
        Config { assets_folder: self.0.clone(), ..config() }
    }

    fn server(&self) -> Server {
        server().config(self.config())
    }

    fn router(&self) -> Router {
        self.server().into_router().expect("starts")
    }
}

impl Drop for Assets {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The links of a page to its assets, with the times cut off.
fn links(page: &Reply) -> Vec<String> {
    let page = page.markup();
    let lines = page.lines().filter(|line| line.contains("/assets/"));
    lines
        .map(|line| {
            let (before, after) = line.split_once("?m=").expect("a time");
            let (time, after) = after.split_once('"').expect("an end");
            assert!(time.parse::<f64>().is_ok_and(|time| time > 1.6e9), "{line}");
            format!("{before}\"{after}")
        })
        .collect()
}

#[tokio::test]
async fn styles_and_scripts_of_the_folder_are_linked_in_order() {
    let assets = Assets::new("linked");
    let page = get(&assets.router(), "/").await;
    assert_eq!(
        links(&page),
        [
            r#"<link rel="stylesheet" href="/assets/a.css">"#,
            r#"<link rel="stylesheet" href="/assets/z.css">"#,
            r#"<link rel="stylesheet" href="/assets/part/p.css">"#,
            r#"<script type="module" src="/assets/m.mjs"></script>"#,
            r#"<script src="/assets/s.js"></script>"#,
            r#"<script src="/assets/part/a%20%22b%22.js"></script>"#,
        ]
    );
}

#[tokio::test]
async fn files_can_be_left_out_of_the_page_and_come_from_elsewhere() {
    let assets = Assets::new("chosen");
    fs::write(assets.0.join("favicon.ico"), "icon").expect("written");
    let shown = |config: Config| async move {
        let router = server().config(config).into_router().expect("starts");
        links(&get(&router, "/").await)
    };
    let none = Config { include_assets_files: false, ..assets.config() };
    assert_eq!(shown(none).await, Vec::<String>::new());

    let config = Config {
        assets_ignore: Some("^[azm]\\.|ico$".into()),
        assets_path_ignore: vec!["nothing".into(), "^par".into()],
        assets_external_path: Some("https://cdn.example/x/".into()),
        ..assets.config()
    };
    let kept = shown(config.clone()).await;
    assert_eq!(kept, [r#"<script src="https://cdn.example/x/assets/s.js"></script>"#]);

    let router = server().config(config).into_router().expect("starts");
    assert_eq!(get(&router, "/assets/part/p.css").await.text(), "p{}", "served all the same");
}

#[tokio::test]
async fn an_icon_among_the_assets_is_the_icon_of_the_page() {
    let assets = Assets::new("icon");
    fs::write(assets.0.join("favicon.ico"), "icon").expect("written");
    let router = assets.router();
    let page = get(&router, "/").await;
    let icon = r#"<link rel="icon" type="image/x-icon" href="/assets/favicon.ico">"#;
    assert_eq!(links(&page)[0], icon);
    assert_eq!(get(&router, "/assets/favicon.ico").await.text(), "icon");
}

#[tokio::test]
async fn assets_are_revalidated_by_date_and_served_in_ranges() {
    let assets = Assets::new("served");
    let router = assets.router();
    let note = get(&router, "/assets/note.txt").await;
    assert_eq!((note.status, note.text()), (StatusCode::OK, "0123456789"));
    assert_eq!(note.header("content-type"), Some("text/plain"));
    assert_eq!(note.header("cache-control"), Some("no-cache"));
    let date = note.header("last-modified").expect("a date");
    let same = get_with(&router, "/assets/note.txt", &[("if-modified-since", date)]).await;
    assert_eq!((same.status, same.text()), (StatusCode::NOT_MODIFIED, ""));
    let part = get_with(&router, "/assets/note.txt", &[("range", "bytes=2-4")]).await;
    assert_eq!((part.status, part.text()), (StatusCode::PARTIAL_CONTENT, "234"));
    let encoded = get(&router, "/assets/part/a%20%22b%22.js").await;
    assert_eq!(encoded.text(), "2");
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let assets = Assets::new("enclosed");
    let secret = assets.0.parent().expect("a folder").join("secret.txt");
    fs::write(&secret, "secret").expect("written");
    let router = assets.router();
    for path in [
        "/assets/nothere.css",
        "/assets/",
        "/assets/part",
        "/assets/../secret.txt",
        "/assets/part/../../secret.txt",
        "/assets/%2e%2e/secret.txt",
        "/assets/..%2fsecret.txt",
        "/assets/%2e%2e%2fsecret.txt",
        "/assets/..%5csecret.txt",
        "/assets//etc/passwd",
        "/assets/%2fetc%2fpasswd",
        "/assets/note.txt%00.css",
    ] {
        let reply = get(&router, path).await;
        assert_eq!((reply.status, reply.text()), (StatusCode::NOT_FOUND, ""), "{path}");
    }
    fs::remove_file(secret).expect("removed");
}

#[cfg(unix)]
#[tokio::test]
async fn links_within_the_folder_are_followed_and_others_are_not() {
    use std::os::unix::fs::symlink;

    let assets = Assets::new("linked-to");
    let outside = assets.0.with_file_name("outside");
    fs::create_dir_all(&outside).expect("made");
    fs::write(outside.join("secret.txt"), "secret").expect("written");
    symlink(assets.0.join("note.txt"), assets.0.join("same.txt")).expect("linked");
    symlink(outside.join("secret.txt"), assets.0.join("other.txt")).expect("linked");
    symlink(&outside, assets.0.join("folder")).expect("linked");
    let router = assets.router();
    assert_eq!(get(&router, "/assets/same.txt").await.text(), "0123456789");
    for path in ["/assets/other.txt", "/assets/folder/secret.txt"] {
        let reply = get(&router, path).await;
        assert_eq!((reply.status, reply.text()), (StatusCode::NOT_FOUND, ""), "{path}");
        let head = send(&router, request(Method::HEAD, path, &[])).await;
        assert_eq!(head.status, StatusCode::NOT_FOUND, "{path}");
    }
    fs::remove_dir_all(outside).expect("removed");
}

#[tokio::test]
async fn large_text_is_compressed_and_known_by_its_tag() {
    let assets = Assets::new("packed");
    let text = "p { color: red }\n".repeat(100);
    for name in ["large.css", "large.png"] {
        fs::write(assets.0.join(name), &text).expect("written");
    }
    let router = assets.router();
    let plain = get(&router, "/assets/large.css").await;
    assert_eq!((plain.header("content-encoding"), plain.text()), (None, &*text));
    assert_eq!(plain.header("vary"), Some("accept-encoding"));
    for _ in 0..2 {
        let packed = get_with(&router, "/assets/large.css", &[GZIP]).await;
        assert_eq!(packed.header("content-encoding"), Some("gzip"));
        assert_eq!(packed.header("content-type"), Some("text/css"));
        assert!(packed.body.len() < 200 && unzip(&packed) == text);
        let tag = packed.header("etag").expect("a tag");
        let same = get_with(&router, "/assets/large.css", &[GZIP, ("if-none-match", tag)]).await;
        assert_eq!((same.status, same.text()), (StatusCode::NOT_MODIFIED, ""));
    }
    fs::write(assets.0.join("large.css"), format!("{text}q {{}}")).expect("written");
    let changed = get_with(&router, "/assets/large.css", &[GZIP]).await;
    assert!(unzip(&changed).ends_with("q {}"));

    for (path, headers) in [
        ("/assets/large.css", &[GZIP, ("range", "bytes=0-9")][..]),
        ("/assets/large.png", &[GZIP]),
        ("/assets/a.css", &[GZIP]),
        ("/assets/%6carge.css", &[GZIP]),
    ] {
        let reply = get_with(&router, path, headers).await;
        assert!(reply.status.is_success(), "{path}: {}", reply.status);
        assert_eq!(reply.header("content-encoding"), None, "{path}");
    }
}

#[tokio::test]
async fn the_folder_of_assets_has_a_path_of_its_choice() {
    let assets = Assets::new("moved");
    let config = Config { assets_url_path: "static/x".into(), ..config() };
    let config = Config { assets_folder: assets.0.clone(), ..config };
    let router = server().config(config).into_router().expect("starts");
    assert_eq!(get(&router, "/static/x/a.css").await.text(), "a{}");
    assert!(get(&router, "/").await.text().contains("href=\"/static/x/a.css?m="));
}

#[tokio::test]
async fn health_is_off_unless_it_has_a_path() {
    let page = get(&router(), "/health").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    let config = Config { health_endpoint: Some("health".into()), ..config() };
    let router = server().config(config).into_router().expect("starts");
    let health = get(&router, "/health").await;
    assert_eq!((health.status, health.text()), (StatusCode::OK, "OK"));
    assert_eq!(health.header("content-type"), Some("text/plain; charset=utf-8"));
}

#[tokio::test]
async fn each_start_has_a_reload_hash_of_its_own() {
    let first = router();
    let hash = get(&first, "/_reload-hash").await.json();
    assert_eq!(hash, get(&first, "/_reload-hash").await.json());
    assert_eq!((&hash["hard"], &hash["files"]), (&json!(false), &json!([])));
    assert!(hash["reloadHash"].as_str().is_some_and(|hash| hash.len() == 32), "{hash}");
    assert_ne!(hash["reloadHash"], get(&router(), "/_reload-hash").await.json()["reloadHash"]);
}

#[tokio::test]
async fn the_icon_is_an_icon() {
    let icon = get(&router(), "/_favicon.ico").await;
    assert_eq!(icon.header("content-type"), Some("image/x-icon"));
    assert_eq!(icon.body[..6], [0, 0, 1, 0, 1, 0]);
}

#[tokio::test]
async fn a_head_request_has_the_headers_and_no_body() {
    let router = router();
    for path in ["/", "/_dash-layout", "/_favicon.ico"] {
        let full = get(&router, path).await;
        let head = send(&router, request(Method::HEAD, path, &[])).await;
        assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0), "{path}");
        assert_eq!(head.header("content-length"), Some(&*full.body.len().to_string()), "{path}");
        assert_eq!(head.header("content-type"), full.header("content-type"), "{path}");
    }
}

#[tokio::test]
async fn a_method_that_a_route_does_not_have_is_refused() {
    let router = router();
    for (method, path) in [
        (Method::GET, "/_dash-update-component"),
        (Method::POST, "/_dash-layout"),
        (Method::DELETE, "/"),
    ] {
        let reply = send(&router, request(method, path, &[])).await;
        assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

const GZIP: (&str, &str) = ("accept-encoding", "gzip, deflate, br");

#[tokio::test]
async fn the_page_is_compressed_for_a_client_that_accepts_it() {
    let router = router();
    let page = get(&router, "/").await;
    assert_eq!(page.header("content-encoding"), None);
    assert_eq!(page.header("vary"), Some("accept-encoding"));
    let packed = get_with(&router, "/", &[GZIP]).await;
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(packed.header("vary"), Some("accept-encoding"));
    assert!(unzip(&packed).starts_with("<!doctype html>"));
    let refused = get_with(&router, "/", &[("accept-encoding", "gzip;q=0")]).await;
    assert_eq!(refused.header("content-encoding"), None);
}

#[tokio::test]
async fn answers_are_compressed_from_a_size_on() {
    let router = router();
    let json = ("content-type", "application/json");
    for (points, packed) in [(100, false), (1_400, false), (1_600, true), (50_000, true)] {
        let draw = call("chart.figure", &[("go.n_clicks", json!(points))], &[]).to_string();
        let plain = post_with(&router, draw.clone(), &[json]).await;
        assert_eq!(plain.header("content-encoding"), None, "{points}");
        let reply = post_with(&router, draw, &[json, GZIP]).await;
        assert_eq!(reply.header("content-encoding"), packed.then_some("gzip"), "{points}");
        assert_eq!(reply.header("content-type"), Some("application/json"), "{points}");
        let text = if packed { unzip(&reply) } else { reply.text().to_owned() };
        assert!(text == plain.text(), "{points}: not the same text");
    }
}

#[tokio::test]
async fn in_debug_the_reload_hash_tells_of_assets_that_changed() {
    let assets = Assets::new("reloaded");
    let config = Config { debug: true, ..assets.config() };
    let router = server().config(config).into_router().expect("starts");
    let hash = || async { get(&router, "/_reload-hash").await.json() };
    let first = hash().await;
    assert_eq!((&first["hard"], &first["files"]), (&json!(false), &json!([])));

    fs::write(assets.0.join("new.css"), "p {}").expect("written");
    fs::remove_file(assets.0.join("s.js")).expect("removed");
    let second = hash().await;
    assert_ne!(second["reloadHash"], first["reloadHash"]);
    assert_eq!(second["hard"], true);
    let files = second["files"].as_array().expect("a list");
    assert_eq!(files[0]["url"], "/assets/new.css");
    assert_eq!(files[0]["is_css"], true);
    assert!(files[0]["modified"].as_f64().is_some_and(|time| time > 1.6e9));
    assert_eq!(files[1], json!({"url": "/assets/s.js", "modified": -1.0, "is_css": false}));
    assert_eq!(hash().await, second);
}
