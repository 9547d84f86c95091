//! The policy that the page is served with: only scripts that bear the nonce of the load run.
use dash::axum::Router;
use dash::{Config, Csp};

use crate::common::{config, get, get_with, router, server, unzip};

const HEADER: &str = "content-security-policy";

/// The nonce of a load, as its policy has it.
#[track_caller]
fn nonce_in(policy: &str) -> &str {
    let (_, rest) = policy.split_once("script-src 'nonce-").expect("scripts need a nonce");
    rest.split_once("' 'strict-dynamic';").expect("the nonce ends").0
}

/// How scripts and their preloads start; data is none of them.
const RUNS: [&str; 4] = [
    "<script nonce",
    "<script type=\"module\"",
    "<link rel=\"modulepreload\"",
    "<link rel=\"preload\"",
];

#[tokio::test]
async fn every_script_bears_the_nonce_of_the_load_and_each_load_has_its_own() {
    let router = router();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let page = get(&router, "/").await;
        let nonce = nonce_in(page.header(HEADER).expect("a policy")).to_owned();
        let own = format!(" nonce=\"{nonce}\"");
        let scripts =
            page.text().lines().filter(|line| RUNS.iter().any(|start| line.starts_with(start)));
        assert!(scripts.clone().count() > 0);
        scripts.for_each(|line| assert!(line.contains(&own), "{line}"));
        assert!(!seen.contains(&nonce));
        seen.push(nonce);
    }
}

#[tokio::test]
async fn a_compressed_page_is_the_page() {
    let router = router();
    let plain = get(&router, "/").await;
    let packed = get_with(&router, "/", &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    let nonces = [&plain, &packed].map(|page| nonce_in(page.header(HEADER).expect("a policy")));
    assert_eq!(unzip(&packed), plain.text().replace(nonces[0], nonces[1]));
}

fn with(csp: Csp) -> Router {
    server().config(Config { csp, ..config() }).into_router().expect("starts")
}

#[tokio::test]
async fn a_policy_can_be_changed_and_switched_off() {
    let own = Csp::off().with("img-src", "'self'").with("script-src", "'nonce-{nonce}'");
    let page = get(&with(own), "/").await;
    let policy = page.header(HEADER).expect("a policy");
    let nonce =
        policy.strip_prefix("img-src 'self'; script-src 'nonce-").expect("the policy given");
    assert!(page.text().contains(&format!(" nonce=\"{}\"", nonce.trim_end_matches('\''))));

    assert_eq!(get(&with(Csp::off()), "/").await.header(HEADER), None);
}

#[tokio::test]
async fn a_policy_that_no_header_can_hold_stops_the_start() {
    let csp = Csp::default().with("img-src", "*; script-src *");
    let refused = server().config(Config { csp, ..config() }).into_router::<()>().expect_err("no");
    assert!(refused.to_string().contains("`csp` is `img-src *; script-src *`"), "{refused}");
}
