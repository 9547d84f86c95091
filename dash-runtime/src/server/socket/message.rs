//! What the server says over a socket, as JSON.
use std::collections::BTreeMap;

use dash_components::PropValue;
use serde::Serialize;
use serde_json::Error;

use crate::callback::dispatch::Body;
use crate::callback::side_update::SideUpdate;
use crate::server::refuse::Told;

/// The answer to a heartbeat.
pub(super) const HEARTBEAT_ACK: &str = r#"{"type":"heartbeat_ack"}"#;

/// Whose request is answered: a page of the browser, and which of its calls.
#[derive(Debug)]
pub(super) struct Address {
    pub(super) renderer: String,
    pub(super) request: String,
}

impl Address {
    /// The callback gave values.
    pub(super) fn values(&self, body: &Body) -> Vec<u8> {
        let mut message = self.open();
        message.extend_from_slice(br#"{"status":"ok","data":"#);
        body.pieces().for_each(|piece| message.extend_from_slice(piece));
        message.extend_from_slice(b"}}");
        message
    }

    /// There is nothing to update.
    pub(super) fn nothing(&self) -> Vec<u8> {
        let mut message = self.open();
        message.extend_from_slice(br#"{"status":"prevent_update"}}"#);
        message
    }

    /// The request was refused, or the callback failed.
    pub(super) fn error(&self, told: Told) -> Vec<u8> {
        let mut message = self.open();
        // Text can always be written.
        message.extend(serde_json::to_vec(&Failed { status: "error", told }).unwrap_or_default());
        message.push(b'}');
        message
    }

    /// Up to the payload.
    fn open(&self) -> Vec<u8> {
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let (renderer, request) = (text(&self.renderer), text(&self.request));
        format!(r#"{{"type":"callback_response","rendererId":{renderer},"requestId":{request},"payload":"#)
            .into_bytes()
    }
}

#[derive(Serialize)]
struct Failed {
    status: &'static str,
    #[serde(flatten)]
    told: Told,
}

/// Props of a component are set.
///
/// # Errors
///
/// - The value cannot be written as JSON.
pub(super) fn set_props(renderer: &str, update: &SideUpdate) -> Result<Vec<u8>, Error> {
    let props = update.props.iter().map(|(name, value)| (*name, value)).collect();
    let payload = Props { component: &update.id, props };
    serde_json::to_vec(&SetProps { kind: "set_props", renderer, payload })
}

#[derive(Serialize)]
struct SetProps<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "rendererId")]
    renderer: &'a str,
    payload: Props<'a>,
}

#[derive(Serialize)]
struct Props<'a> {
    #[serde(rename = "componentId")]
    component: &'a str,
    props: BTreeMap<&'a str, &'a PropValue>,
}

/// A prop of a component is asked for.
pub(super) fn get_props(renderer: &str, question: &str, id: &str, property: &str) -> Vec<u8> {
    let message = serde_json::json!({
        "type": "get_props_request",
        "rendererId": renderer,
        "requestId": question,
        "payload": {"componentId": id, "properties": [property]},
    });
    message.to_string().into_bytes()
}

/// Messages under a number, to a browser that numbers its own, too: `taken` is the last of them.
pub(super) fn numbered(number: u64, taken: u64, messages: &[Vec<u8>]) -> Vec<u8> {
    let mut frame = format!(r#"{{"number":{number},"taken":{taken},"messages":["#).into_bytes();
    frame.extend(messages.join(&b','));
    frame.extend_from_slice(b"]}");
    frame
}

/// Whether the session of a browser that comes goes on, and its last message that was taken.
pub(super) fn session(is_back: bool, taken: u64) -> Vec<u8> {
    format!(r#"{{"type":"session","resumed":{is_back},"taken":{taken}}}"#).into_bytes()
}

/// Several messages as one: a list. One alone stays as it is.
pub(super) fn joined(mut messages: Vec<Vec<u8>>) -> Vec<u8> {
    if messages.len() == 1 {
        return messages.remove(0);
    }
    let mut list = vec![b'['];
    list.extend(messages.join(&b','));
    list.push(b']');
    list
}
