//! A client for single requests to a server on this machine: HTTP/1.0, so that the answer ends
//! with the connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::Result;

/// Where a callback is sent.
pub(super) const UPDATE: &str = "/_dash-update-component";

/// What a browser reads besides plain bytes.
pub(super) const BROWSER: &str = "gzip, deflate, br";

/// An answer of status 200.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) body: Vec<u8>,
    /// Head and body, as they came.
    pub(super) wire_bytes: usize,
}

/// Asks for a file; `encoding` is what the client reads.
pub(super) fn get(port: u16, path: &str, encoding: &str) -> Result<Answer> {
    let head = "Host: 127.0.0.1\r\nAccept-Encoding";
    ask(port, &format!("GET {path} HTTP/1.0\r\n{head}: {encoding}\r\n\r\n"))
        .map_err(|error| format!("GET {path}: {error}").into())
}

/// Sends a callback.
pub(super) fn post(port: u16, body: &str, encoding: &str) -> Result<Answer> {
    let head = format!(
        "POST {UPDATE} HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
         Accept-Encoding: {encoding}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    ask(port, &(head + body)).map_err(|error| format!("POST {UPDATE}: {error}").into())
}

fn ask(port: u16, request: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    parse(answer)
}

fn parse(mut answer: Vec<u8>) -> Result<Answer> {
    let wire_bytes = answer.len();
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").ok_or("no HTTP answer")?;
    let body = answer.split_off(end + 4);
    let head = String::from_utf8(answer)?;
    match head.split(' ').nth(1) {
        Some("200") => Ok(Answer { body, wire_bytes }),
        _ => Err(format!("{}\n{}", head.trim(), String::from_utf8_lossy(&body)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_answer_is_head_and_body() {
        let answer = parse(b"HTTP/1.0 200 OK\r\na: b\r\n\r\nx\r\n\r\ny".to_vec()).unwrap();
        assert_eq!(answer.body, b"x\r\n\r\ny");
        assert_eq!(answer.wire_bytes, 31);
    }

    #[test]
    fn another_status_is_an_error_that_shows_the_answer() {
        let message =
            parse(b"HTTP/1.0 400 Bad Request\r\n\r\nwhy".to_vec()).unwrap_err().to_string();
        assert!(message.contains("400") && message.ends_with("why"), "{message}");
    }
}
