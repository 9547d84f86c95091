//! Settings as a page shows them: meta tags, what comes from elsewhere, the index string, the dev tools.
use std::time::Duration;

use dash::axum::Router;
use dash::{Config, Csp, DevTools, External, MetaTag};
use serde_json::{Value, json};

use crate::common::{Reply, config, get, get_with, server};

fn router(config: Config) -> Router {
    server().config(config).into_router().expect("starts")
}

async fn page(config: Config) -> Reply {
    get(&router(config), "/").await
}

/// The lines of the page in which a text is found.
fn lines(page: &Reply, text: &str) -> Vec<String> {
    page.markup().lines().filter(|line| line.contains(text)).map(str::to_owned).collect()
}

#[tokio::test]
async fn meta_tags_of_the_app_come_after_or_in_place_of_ours() {
    let charset = r#"<meta charset="utf-8">"#;
    let viewport = r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#;
    assert_eq!(lines(&page(config()).await, "<meta"), [charset, viewport]);
    let meta_tags = vec![
        MetaTag::new("viewport", "width=500"),
        MetaTag::default().with("property", "og:title").with("content", "\"A\" & <b>"),
    ];
    let own = Config { meta_tags, description: Some("All of it".into()), ..config() };
    let expected = [
        charset,
        r#"<meta name="viewport" content="width=500">"#,
        r#"<meta property="og:title" content="&quot;A&quot; &amp; &lt;b&gt;">"#,
        r#"<meta name="description" content="All of it">"#,
    ];
    assert_eq!(lines(&page(own).await, "<meta"), expected);
}

#[tokio::test]
async fn what_comes_from_elsewhere_stands_first_and_the_policy_follows() {
    let sheet = External::new("https://cdn.example/a.css?x=1&y")
        .with("integrity", "sha384-x")
        .with("crossorigin", "anonymous");
    let own = Config {
        external_stylesheets: vec![sheet, "/own.css".into()],
        external_scripts: vec![External::new("//cdn.example/a.js").with("async", "")],
        ..config()
    };
    let page = page(own).await;
    let sheets = lines(&page, "rel=\"stylesheet\"");
    assert_eq!(
        sheets[..2],
        [
            r#"<link rel="stylesheet" href="https://cdn.example/a.css?x=1&amp;y" integrity="sha384-x" crossorigin="anonymous">"#,
            r#"<link rel="stylesheet" href="/own.css">"#,
        ]
    );
    assert_eq!(lines(&page, " src=")[0], r#"<script src="//cdn.example/a.js" async=""></script>"#);
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.contains("font-src 'self' data: https://cdn.example;"), "{policy}");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let bears = format!(" nonce=\"{}\" src=\"//cdn", nonce.expect("a nonce"));
    assert!(page.text().contains(&bears), "{}", page.text());
}

#[tokio::test]
async fn scripts_from_elsewhere_are_named_where_no_nonce_lets_them_run() {
    let csp = Csp::off().with("script-src", "'self'");
    let external_scripts = vec!["https://cdn.example:81/a.js".into(), "/b.js".into()];
    let page = page(Config { csp, external_scripts, ..config() }).await;
    let policy = page.header("content-security-policy");
    assert_eq!(policy, Some("script-src 'self' https://cdn.example:81"));
}

#[tokio::test]
async fn the_index_string_has_the_servers_parts_in_its_slots() {
    let index_string = "<html><script nonce=\"{%nonce%}\">own()</script>{%app_entry%}|{%title%}|\
        {%config%}|{%scripts%}{%renderer%}</html>";
    let own = Config { index_string: index_string.into(), title: "A <b>".into(), ..config() };
    let router = router(own);
    let page = get(&router, "/").await;
    let entry = r#"<main id="react-entry-point">"#;
    let start = format!("<html><script>own()</script>{entry}");
    assert!(page.markup().starts_with(&start), "{}", page.markup());
    assert!(page.text().contains("|A &lt;b&gt;|<script id=\"_dash-config\""));
    assert_eq!(page.text().matches("<html>").count(), 1);
    let nonce = page.text().split('"').nth(1).expect("a nonce");
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(nonce.len() == 32 && policy.contains(nonce), "{nonce}: {policy}");
    let packed = get_with(&router, "/", &[("accept-encoding", "gzip")]).await;
    assert!(crate::common::unzip(&packed).contains("<script nonce=\""));
}

#[test]
fn all_that_is_wrong_with_the_page_is_said_at_once() {
    let own = Config {
        assets_ignore: Some("(".into()),
        meta_tags: vec![MetaTag::default()],
        external_scripts: vec!["a b".into()],
        index_string: "{%app_entry%}{%scripts%}{%heads%}".into(),
        csrf_token_name: "a;b".into(),
        dev_tools: DevTools { hot_reload_interval: Duration::ZERO, ..DevTools::default() },
        ..config()
    };
    let error = server().config(own).into_router::<()>().expect_err("refused").to_string();
    for setting in [
        "`assets_ignore` is `(`: ",
        "`meta_tags` is ``: ",
        "`external_scripts` is `a b`: ",
        "`index_string` has no slot `{%config%}`",
        "`index_string` is `{%heads%}`: ",
        "`csrf_token_name` is `a;b`: ",
        "`hot_reload_interval` is `0`: ",
    ] {
        assert!(error.contains(setting), "{setting} in {error}");
    }
    assert_eq!(error.matches("\n  - ").count(), 7, "{error}");
}

/// What the page's script is told.
async fn told(own: Config) -> Value {
    let page = page(own).await;
    let open = "<script id=\"_dash-config\" type=\"application/json\">";
    let (_, rest) = page.text().split_once(open).expect("the settings");
    serde_json::from_str(rest.split("</script>").next().expect("an end")).expect("JSON")
}

#[tokio::test]
async fn dev_tools_are_on_in_debug_unless_they_are_set() {
    for debug in [false, true] {
        let told = told(Config { debug, ..config() }).await;
        for tool in ["ui", "props_check", "validate_callbacks"] {
            assert_eq!(told[tool], debug, "{tool}");
        }
        assert_eq!(told["hot_reload"].is_object(), debug);
        assert_eq!(told["dev_tools"].is_array(), debug);
    }
    let dev_tools = DevTools {
        ui: Some(false),
        props_check: Some(true),
        hot_reload: Some(true),
        hot_reload_interval: Duration::from_millis(250),
        hot_reload_max_retry: 2,
        ..DevTools::default()
    };
    let told = told(Config { dev_tools, show_undo_redo: true, ..config() }).await;
    assert_eq!(
        (&told["ui"], &told["props_check"], &told["validate_callbacks"]),
        (&json!(false), &json!(true), &json!(false))
    );
    assert_eq!(told["hot_reload"], json!({"interval": 250, "max_retry": 2}));
    assert_eq!(told["show_undo_redo"], true);
}

#[tokio::test]
async fn no_callback_runs_at_the_load_if_the_app_says_so() {
    let specs = |config| async move {
        let specs = get(&router(config), "/_dash-dependencies").await.json();
        let all = specs.as_array().expect("a list").clone();
        all.iter().filter(|spec| spec["prevent_initial_call"] == true).count() == all.len()
    };
    assert!(!specs(config()).await);
    assert!(specs(Config { prevent_initial_callbacks: true, ..config() }).await);
}

#[tokio::test]
async fn nothing_is_compressed_if_the_app_says_so() {
    let router = router(Config { compress: false, ..config() });
    for path in ["/", "/_dash-layout", "/_dash-dependencies"] {
        let reply = get_with(&router, path, &[("accept-encoding", "gzip, br")]).await;
        assert_eq!(reply.header("content-encoding"), None, "{path}");
    }
}
