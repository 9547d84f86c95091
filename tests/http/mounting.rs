//! The router inside another one, and behind a proxy.
use dash::axum::Router;
use dash::axum::extract::State;
use dash::axum::http::StatusCode;
use dash::axum::routing::get as route;
use dash::{Config, Server};

use crate::common::{config, get, server};

/// Asks for each path; the page is to say that the browser finds the app below `prefix`.
async fn check(router: &Router, paths: &[&str], prefix: &str) {
    for path in paths {
        let page = get(router, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let expected =
            format!(r#""requests_pathname_prefix":"{}""#, prefix.replace('/', r"\u002f"));
        assert!(page.text().contains(&expected), "{path}: {}", page.text());
        let icon = format!(r#"href="{prefix}_favicon.ico""#);
        assert!(page.text().contains(&icon), "{path}: {}", page.text());
    }
}

/// The routes that are not the page answer below `prefix`.
async fn check_routes(router: &Router, prefix: &str) {
    for path in ["_dash-layout", "_dash-dependencies", "_reload-hash"] {
        let reply = get(router, &format!("{prefix}{path}")).await;
        assert_eq!(reply.header("content-type"), Some("application/json"), "{prefix}{path}");
    }
    let icon = get(router, &format!("{prefix}_favicon.ico")).await;
    assert_eq!(icon.header("content-type"), Some("image/x-icon"));
    let missing = get(router, &format!("{prefix}assets/nothere.css")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

fn with(change: impl FnOnce(&mut Config)) -> Server {
    let mut config = config();
    change(&mut config);
    server().config(config)
}

fn start<S: Clone + Send + Sync + 'static>(server: Server) -> Router<S> {
    server.into_router().expect("starts")
}

#[tokio::test]
async fn it_nests_with_and_without_a_slash_at_the_end() {
    let router = Router::new().nest("/x", start(server()));
    check(&router, &["/x", "/x/about"], "/x/").await;
    check_routes(&router, "/x/").await;

    let router = Router::new().nest("/x/", start(server()));
    check(&router, &["/x/", "/x/about"], "/x/").await;
    check_routes(&router, "/x/").await;

    let router = Router::new().nest_service("/x", start::<()>(server()));
    check(&router, &["/x", "/x/", "/x/about"], "/x/").await;
    check_routes(&router, "/x/").await;
}

#[tokio::test]
async fn it_nests_in_what_is_nested() {
    let inner = Router::new().nest("/b", start(server()));
    let router = Router::new().nest("/a", inner);
    check(&router, &["/a/b", "/a/b/about"], "/a/b/").await;
    check_routes(&router, "/a/b/").await;
}

#[tokio::test]
async fn two_apps_stand_side_by_side() {
    let router = Router::new().nest("/a", start(server())).nest("/b", start(server()));
    check(&router, &["/a"], "/a/").await;
    check(&router, &["/b"], "/b/").await;
}

#[tokio::test]
async fn it_nests_below_a_prefix_of_its_own() {
    let prefixed = with(|config| config.routes_pathname_prefix = "/app/".into());
    let router = Router::new().nest("/x", start(prefixed));
    check(&router, &["/x/app/", "/x/app/about"], "/x/app/").await;
    check_routes(&router, "/x/app/").await;
    assert_eq!(get(&router, "/x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_merges_beside_routes_a_fallback_and_a_state_of_the_users() {
    let own = Router::new()
        .route("/api", route(|State(name): State<&'static str>| async move { name }))
        .fallback(|| async { (StatusCode::IM_A_TEAPOT, "nothing here") })
        .with_state("Ann");
    let prefixed = || with(|config| config.routes_pathname_prefix = "/x/".into());
    let routers = [own.clone().merge(start(prefixed())), start(prefixed()).merge(own)];
    for router in routers {
        check(&router, &["/x/", "/x/about"], "/x/").await;
        check_routes(&router, "/x/").await;
        assert_eq!(get(&router, "/api").await.text(), "Ann");
        assert_eq!(get(&router, "/elsewhere").await.status, StatusCode::IM_A_TEAPOT);
    }
    let whole = Router::new().route("/api", route(|| async { "Bo" })).merge(start(server()));
    check(&whole, &["/", "/elsewhere"], "/").await;
    assert_eq!(get(&whole, "/api").await.text(), "Bo");
}

#[tokio::test]
async fn it_stands_behind_a_proxy_that_strips_the_prefix() {
    let proxied = with(|config| config.requests_pathname_prefix = Some("/proxy/".into()));
    let router = start(proxied);
    check(&router, &["/", "/about"], "/proxy/").await;
    check_routes(&router, "/").await;

    let both = with(|config| {
        config.routes_pathname_prefix = "/app/".into();
        config.requests_pathname_prefix = Some("/proxy/app/".into());
    });
    let router = start(both);
    check(&router, &["/app/", "/app/about"], "/proxy/app/").await;
    check_routes(&router, "/app/").await;
}

#[tokio::test]
async fn a_path_with_parameters_needs_the_prefix_to_be_set() {
    let router = Router::new().nest("/{tenant}", start(server()));
    let page = get(&router, "/acme").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.text().contains("set `Config::requests_pathname_prefix`"), "{}", page.text());
}
