//! Mutations of what a browser says over a socket: it is answered, or the socket ends with a reason.
use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use serde_json::{Value, json};
use tungstenite::Message;

use crate::app::{ALONE, APP, CALLS, recorded};
use crate::common::{Socket, blocking, connect, listen};
use crate::http::config;
use crate::mutate::{CLASSES, Draws};

const MUTATIONS: usize = 800;
const SEED: u64 = 0x00da_5b50_c4e7_0001;

#[tokio::test]
async fn what_is_said_is_answered_or_ends_the_socket_with_a_reason() {
    let _counts_alone = ALONE.lock().await;
    let config = dash::Config { websocket_callbacks: true, ..config() };
    let address = listen(dash::serve(&APP).config(config)).await;
    let ends = blocking(move || {
        let mut draws = Draws(SEED);
        let mut ends = BTreeMap::<String, usize>::new();
        let mut socket = connect(address);
        for number in 0..MUTATIONS {
            let message = mutation(&mut draws, number);
            let calls = CALLS.load(Ordering::SeqCst);
            socket.say(&message);
            let (said, end) = until_quiet(&mut socket);
            let ran = CALLS.load(Ordering::SeqCst) - calls;
            let answered = said.iter().filter(|one| one["payload"]["status"] == "ok").count();
            assert_eq!(ran, answered, "{message} was answered with {said:?}");
            *ends.entry(end.map_or("stays".into(), |code| code.to_string())).or_default() += 1;
            if end.is_some() {
                socket = connect(address);
            }
        }
        ends
    })
    .await;
    println!("{ends:?}");
    let known = ["1007", "stays"];
    assert!(ends.keys().all(|end| known.contains(&end.as_str())), "{ends:?}");
    assert!(known.iter().all(|end| ends[*end] > MUTATIONS / 20), "{ends:?}");
}

/// A message of which anything is changed.
fn mutation(draws: &mut Draws, number: usize) -> String {
    let recorded = recorded();
    let payload = &recorded[draws.below(recorded.len())];
    let message = json!({"type": "callback_request", "rendererId": "r", "requestId": "r-1", "payload": payload});
    let (_, mutate) = CLASSES[number % CLASSES.len()];
    String::from_utf8_lossy(&mutate(draws, &message)).into_owned()
}

/// What the server says up to the answer to a heartbeat; the code if it ends the socket first.
fn until_quiet(socket: &mut Socket) -> (Vec<Value>, Option<u16>) {
    let mut said = Vec::new();
    // Calls are answered in their own time; a heartbeat says at least that the socket stays.
    let _ = socket.socket.send(Message::text(r#"{"type":"heartbeat"}"#));
    let (mut is_alive, mut is_answered) = (false, false);
    while !(is_alive && is_answered) {
        match socket.socket.read() {
            Ok(Message::Text(text)) => {
                let messages = match serde_json::from_str(&text).expect("JSON") {
                    Value::Array(messages) => messages,
                    one => vec![one],
                };
                is_alive |= messages.iter().any(|one| one["type"] == "heartbeat_ack");
                is_answered |= messages.iter().any(|one| one["type"] == "callback_response");
                said.extend(messages);
            }
            Ok(Message::Close(Some(frame))) => return (said, Some(frame.code.into())),
            other => panic!("{other:?}"),
        }
    }
    (said, None)
}
