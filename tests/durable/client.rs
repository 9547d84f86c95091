//! One request over a connection of its own, as far as the server lives to answer it.
use std::io::{Read, Write};
use std::net::TcpStream;

use super::victim::Victim;

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// Calls a callback; `None` if the answer did not come whole.
pub(crate) fn ask(victim: &Victim, query: &str, body: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(&victim.address).ok()?;
    let (address, length) = (&victim.address, body.len());
    let request = format!(
        "POST /_dash-update-component{query} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = |line: &str| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok();
    let expected: usize = head.lines().find_map(length).unwrap_or_default();
    (body.len() == expected).then(|| Answer { status, body: body.to_owned() })
}
