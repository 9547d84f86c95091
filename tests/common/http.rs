//! Requests sent straight into a router, and what came back.
#![allow(dead_code, reason = "each test file uses a part of it")]

use dash::Config;
use dash::axum::Router;
use dash::axum::body::{Body, Bytes, to_bytes};
use dash::axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }

    /// The text of a page, less the nonces, which are others for each load.
    pub(crate) fn markup(&self) -> String {
        let mut parts = self.text().split(" nonce=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once('"').expect("a nonce ends").1)
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("the header is text"))
    }
}

/// The text of a gzip body.
pub(crate) fn unzip(reply: &Reply) -> String {
    let mut text = String::new();
    let mut decoder = flate2::read::GzDecoder::new(&*reply.body);
    std::io::Read::read_to_string(&mut decoder, &mut text).expect("gzip");
    text
}

pub(crate) async fn send(router: &Router, request: Request<Body>) -> Reply {
    let response = router.clone().oneshot(request).await.expect("a router does not fail");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("the body comes whole");
    Reply { status: parts.status, headers: parts.headers, body }
}

pub(crate) fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).expect("a request")
}

pub(crate) async fn get(router: &Router, path: &str) -> Reply {
    send(router, request(Method::GET, path, &[])).await
}

pub(crate) async fn get_with(router: &Router, path: &str, headers: &[(&str, &str)]) -> Reply {
    send(router, request(Method::GET, path, headers)).await
}

/// Calls a callback with a body as it stands.
pub(crate) async fn post(router: &Router, body: impl Into<Body>) -> Reply {
    post_with(router, body, &[("content-type", "application/json")]).await
}

pub(crate) async fn post_with(
    router: &Router,
    body: impl Into<Body>,
    headers: &[(&str, &str)],
) -> Reply {
    post_at(router, "/_dash-update-component", body, headers).await
}

/// Calls a callback with more in the URL.
pub(crate) async fn post_to(router: &Router, path: &str, body: impl Into<Body>) -> Reply {
    post_at(router, path, body, &[("content-type", "application/json")]).await
}

async fn post_at(
    router: &Router,
    path: &str,
    body: impl Into<Body>,
    headers: &[(&str, &str)],
) -> Reply {
    let mut request = request(Method::POST, path, headers);
    *request.body_mut() = body.into();
    send(router, request).await
}

/// A callback request as the page sends it; props are written `id.property`.
pub(crate) fn call(output: &str, inputs: &[(&str, Value)], state: &[(&str, Value)]) -> Value {
    let named = |prop: &str| {
        let (id, property) = prop.rsplit_once('.').expect("id.property");
        json!({"id": id, "property": property})
    };
    let wired = |props: &[(&str, Value)]| -> Vec<Value> {
        let with_value = |(prop, value): &(&str, Value)| {
            let mut one = named(prop);
            one["value"] = value.clone();
            one
        };
        props.iter().map(with_value).collect()
    };
    let outputs = match output.strip_prefix("..").and_then(|list| list.strip_suffix("..")) {
        Some(list) => list.split("...").map(named).collect(),
        None => named(output),
    };
    let changed: Vec<&str> = inputs.iter().map(|(prop, _)| *prop).take(1).collect();
    json!({
        "output": output, "outputs": outputs, "inputs": wired(inputs), "state": wired(state),
        "changedPropIds": changed, "parsedChangedPropsIds": changed,
    })
}

/// Settings that do not depend on the environment.
pub(crate) fn config() -> Config {
    Config { debug: false, assets_folder: "tests/no-such-folder".into(), ..Config::default() }
}
