//! A WebSocket to a server that listens on a port of its own, as a browser opens one.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use dash::Server;
use serde_json::Value;
use tungstenite::client::IntoClientRequest;
use tungstenite::handshake::HandshakeError;
use tungstenite::handshake::client::Request;
use tungstenite::protocol::CloseFrame;
use tungstenite::{Error, Message, WebSocket};

/// Starts a server in the background of the test; where it listens.
pub(crate) async fn listen(server: Server) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let router = server.into_router::<()>().expect("starts");
    tokio::spawn(async { dash::axum::serve(listener, router).await });
    address
}

/// Runs code that waits for the network in its own way.
pub(crate) async fn blocking<T: Send + 'static>(code: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(code).await.expect("the test passes")
}

/// What a browser sends to open a socket.
pub(crate) fn opening(address: SocketAddr, origin: Option<&str>) -> Request {
    let mut request =
        format!("ws://{address}/_dash-ws-callback").into_client_request().expect("a URL");
    if let Some(origin) = origin {
        request.headers_mut().insert("origin", origin.parse().expect("a header value"));
    }
    request
}

/// Opens a socket; otherwise the status of the refusal.
pub(crate) fn open(request: Request, address: SocketAddr) -> Result<Socket, u16> {
    let stream = TcpStream::connect(address).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
    match tungstenite::client(request, stream) {
        Ok((socket, _)) => Ok(Socket { socket, read: Vec::new() }),
        Err(HandshakeError::Failure(Error::Http(response))) => Err(response.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

/// Opens a socket as a page of the server does.
pub(crate) fn connect(address: SocketAddr) -> Socket {
    open(opening(address, Some(&format!("http://{address}"))), address).expect("accepted")
}

/// The browser's end.
pub(crate) struct Socket {
    pub(crate) socket: WebSocket<TcpStream>,
    /// Messages that came along with others, last first.
    read: Vec<Value>,
}

impl Socket {
    pub(crate) fn say(&mut self, message: impl ToString) {
        self.socket.send(Message::text(message.to_string())).expect("sent");
    }

    /// The next message; a list is several.
    pub(crate) fn hear(&mut self) -> Value {
        while self.read.is_empty() {
            self.read = self.frame();
            self.read.reverse();
        }
        self.read.pop().unwrap_or_default()
    }

    /// The messages of the next frame.
    pub(crate) fn frame(&mut self) -> Vec<Value> {
        let text = match self.socket.read().expect("a message") {
            Message::Text(text) => text,
            other => panic!("{other:?}"),
        };
        match serde_json::from_str(&text).expect("JSON") {
            Value::Array(messages) => messages,
            one => vec![one],
        }
    }

    /// The code and the reason with which the server closes, after what it still says.
    pub(crate) fn end(mut self) -> (u16, String) {
        loop {
            match self.socket.read() {
                Ok(Message::Close(Some(CloseFrame { code, reason }))) => {
                    return (code.into(), reason.to_string());
                }
                Ok(_) => {}
                Err(error) => panic!("no close frame: {error}"),
            }
        }
    }
}
