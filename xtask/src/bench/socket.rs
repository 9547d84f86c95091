//! A page's WebSocket (RFC 6455), just enough to open a stream and to read its items.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::Result;

/// What the page says: the first call of the example `ticks`.
const CALL: &str = r#"{"type":"callback_request","rendererId":"r","requestId":"r-1","payload":{"output":"now.children","outputs":{"id":"now","property":"children"},"inputs":[{"id":"restart","property":"n_clicks"}],"changedPropIds":[],"parsedChangedPropsIds":[]}}"#;

/// What stands before an item.
const BEFORE: &[u8] = br#""children":"#;

/// One page with one stream.
#[derive(Debug)]
pub(super) struct Socket {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Socket {
    /// Opens the socket, and the stream over it.
    pub(super) fn open(port: u16) -> Result<Self> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let host = format!("127.0.0.1:{port}");
        write!(
            stream,
            "GET /_dash-ws-callback HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
             Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        if !head.starts_with(b"HTTP/1.1 101") {
            return Err(format!("no socket: {}", String::from_utf8_lossy(&head)).into());
        }
        stream.write_all(&text_frame(CALL))?;
        stream.set_nonblocking(true)?;
        Ok(Self { stream, read: Vec::new() })
    }

    /// The items that have come since the last look. Frames are so small that none is looked into.
    pub(super) fn items(&mut self) -> Vec<u64> {
        let mut chunk = [0; 4096];
        loop {
            match self.stream.read(&mut chunk) {
                Ok(0) => break,
                Ok(count) => self.read.extend_from_slice(&chunk[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        let mut items = Vec::new();
        while let Some(at) = self.read.windows(BEFORE.len()).position(|found| found == BEFORE) {
            let rest = &self.read[at + BEFORE.len()..];
            let Some(end) = rest.iter().position(|byte| !byte.is_ascii_digit()) else { break };
            items.extend(
                std::str::from_utf8(&rest[..end]).ok().and_then(|item| item.parse::<u64>().ok()),
            );
            self.read.drain(..at + BEFORE.len() + end);
        }
        items
    }
}

/// Since 1970, as the server counts.
pub(super) fn micros() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

/// A frame of text of 126 to 65,535 bytes; the mask of zeros leaves it as it is.
fn text_frame(text: &str) -> Vec<u8> {
    let [high, low] = u16::try_from(text.len()).unwrap_or(u16::MAX).to_be_bytes();
    let mut frame = vec![0x81, 0xfe, high, low, 0, 0, 0, 0];
    frame.extend_from_slice(text.as_bytes());
    frame
}

#[cfg(test)]
mod tests {
    use super::{CALL, text_frame};

    #[test]
    fn a_frame_says_how_long_its_text_is() {
        let frame = text_frame(CALL);
        assert_eq!(frame[..2], [0x81, 0xfe]);
        assert_eq!(usize::from(u16::from_be_bytes([frame[2], frame[3]])), CALL.len());
        assert_eq!(frame.len(), CALL.len() + 8);
    }
}
