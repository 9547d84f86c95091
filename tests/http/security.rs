//! What another site cannot make a browser do, what answers tell a browser, and who asks too often.
use dash::axum::Router;
use dash::axum::http::{Method, StatusCode};
use dash::{Config, RateLimit, SecurityHeaders};
use serde_json::json;

use crate::common::{Reply, call, config, get, get_with, post_with, request, router, send, server};

async fn press(router: &Router, headers: &[(&str, &str)]) -> Reply {
    let body = call("chart.figure", &[("go.n_clicks", json!(1))], &[]).to_string();
    let json = ("content-type", "application/json");
    post_with(router, body, &[&[json], headers].concat()).await
}

#[tokio::test]
async fn a_call_that_another_site_makes_is_refused() {
    let config = Config { allowed_origins: vec!["https://partner.example".into()], ..config() };
    let router = server().config(config).into_router().expect("starts");
    let check = async |headers: &[(&str, &str)], refused: Option<&str>| {
        let reply = press(&router, headers).await;
        let Some(message) = refused else {
            assert_eq!(reply.status, StatusCode::OK, "{headers:?}");
            return;
        };
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(reply.json()["error"], json!({"message": message}));
    };
    let other = Some("the request comes from another site");
    check(&[], None).await;
    check(&[("sec-fetch-site", "same-origin")], None).await;
    check(&[("sec-fetch-site", "cross-site")], other).await;
    check(&[("host", "own.example"), ("origin", "https://own.example")], None).await;
    check(&[("host", "own.example"), ("origin", "https://evil.example")], other).await;
    check(&[("origin", "https://partner.example")], None).await;
    let token = Some("the header `X-CSRFToken` is not the cookie `_csrf_token`");
    check(&[("cookie", "session=1")], token).await;
    check(&[("cookie", "_csrf_token=a"), ("x-csrftoken", "b")], token).await;
    check(&[("cookie", "_csrf_token=a"), ("x-csrftoken", "a")], None).await;
}

#[tokio::test]
async fn a_page_gives_its_browser_a_token_once() {
    let router = router();
    let token = async |headers: &[(&str, &str)]| {
        let page = get_with(&router, "/", headers).await;
        page.header("set-cookie").map(str::to_owned)
    };
    let (first, second) = (token(&[]).await.expect("a token"), token(&[]).await);
    assert_ne!(Some(&first), second.as_ref());
    let value = first.strip_prefix("_csrf_token=").and_then(|rest| rest.split(';').next());
    let value = value.expect("the name that the page is told");
    assert_eq!(first, format!("_csrf_token={value}; Path=/; SameSite=Lax"));
    assert_eq!(value.len(), 32);
    assert_eq!(token(&[("cookie", &format!("x=1; _csrf_token={value}"))]).await, None);
    let cookie = ("cookie", &*format!("_csrf_token={value}"));
    assert_eq!(press(&router, &[cookie, ("x-csrftoken", value)]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_token_goes_by_the_names_of_the_settings() {
    let config = Config {
        csrf_token_name: "t".into(),
        csrf_header_name: "x-t".into(),
        routes_pathname_prefix: "/a/".into(),
        ..config()
    };
    let router = server().config(config).into_router().expect("starts");
    let page = get(&router, "/a/").await;
    let cookie = page.header("set-cookie").expect("a token");
    assert!(cookie.starts_with("t=") && cookie.contains("; Path=/a/;"), "{cookie}");
    assert!(page.text().contains(r#""csrf_header_name":"x-t""#));
    assert!(page.text().contains(r#""csrf_token_name":"t""#));
}

#[tokio::test]
async fn a_browser_that_came_over_tls_keeps_the_token_to_that() {
    for (proxies, proto, secure) in [(0, "https", false), (1, "http", false), (1, "https", true)] {
        let router = server().config(Config { proxies, ..config() }).into_router().expect("starts");
        let page = get_with(&router, "/", &[("x-forwarded-proto", proto)]).await;
        let cookie = page.header("set-cookie").expect("a token");
        assert_eq!(cookie.ends_with("; SameSite=Lax; Secure"), secure, "{proxies} {proto}");
    }
}

#[tokio::test]
async fn answers_tell_a_browser_to_be_careful() {
    let router = router();
    for path in ["/", "/_dash-layout", "/_favicon.ico", "/assets/none", "/_reload-hash"] {
        let reply = get(&router, path).await;
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.header("x-frame-options"), Some("SAMEORIGIN"), "{path}");
        let referrer = Some("strict-origin-when-cross-origin");
        assert_eq!(reply.header("referrer-policy"), referrer, "{path}");
        let opener = Some("same-origin-allow-popups");
        assert_eq!(reply.header("cross-origin-opener-policy"), opener, "{path}");
    }
    let policy = get(&router, "/").await;
    let policy = policy.header("content-security-policy").expect("a policy");
    assert!(policy.contains("frame-ancestors 'self'"), "{policy}");

    let security_headers =
        SecurityHeaders::default().with("X-Frame-Options", "DENY").without("referrer-policy");
    let config = Config { security_headers, ..config() };
    let page = get(&server().config(config).into_router().expect("starts"), "/").await;
    assert_eq!(page.header("x-frame-options"), Some("DENY"));
    assert_eq!(page.header("referrer-policy"), None);
}

#[tokio::test]
async fn a_client_that_asks_too_often_waits_and_others_do_not() {
    let rate_limit = Some(RateLimit { per_second: 1, burst: 2 });
    let config = Config { rate_limit, proxies: 1, ..config() };
    let router = server().config(config).into_router().expect("starts");
    let ask = async |client: &str| {
        let request = request(Method::GET, "/_dash-layout", &[("x-forwarded-for", client)]);
        send(&router, request).await
    };
    for _ in 0..2 {
        assert_eq!(ask("9.9.9.9, 1.1.1.1").await.status, StatusCode::OK);
    }
    let refused = ask("8.8.8.8, 1.1.1.1").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(refused.text(), "too many requests");
    assert_eq!(ask("2.2.2.2").await.status, StatusCode::OK);
}
