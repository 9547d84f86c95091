//! Clients that stall on the route of the sockets, before the upgrade or in the middle of a frame,
//! against a server in a process of its own.
#![cfg(target_os = "linux")]
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::bad_input::{FOR_EVER, answers_others, connect, drip, ends_well, is_closed, memory};
use crate::start::Server;

/// A server with sockets and little patience, in seconds.
fn start(patience: &str) -> Server {
    Server::start(&[
        ("DASH_READ_TIMEOUT", patience),
        ("DASH_WEBSOCKET_CALLBACKS", "1"),
        ("DASH_WEBSOCKET_INACTIVITY_TIMEOUT", patience),
    ])
}

/// A client that has said the first of what opens a socket.
fn begin(server: &Server) -> TcpStream {
    let mut stream = connect(server);
    stream.write_all(b"GET /_dash-ws-callback HTTP/1.1\r\n").expect("sent");
    stream
}

/// A client whose socket is open.
fn upgrade(server: &Server) -> TcpStream {
    let mut stream = begin(server);
    let address = &server.address;
    write!(
        stream,
        "host: {address}\r\norigin: http://{address}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    .expect("sent");
    let head = BufReader::new(&stream).lines().next().expect("an answer").expect("text");
    assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
    stream
}

/// The start of a text of 60 MB, which the limit of a body allows, and whose bytes do not come.
fn half_a_frame() -> Vec<u8> {
    [&[0x81, 0xff][..], &60_000_000_u64.to_be_bytes(), b"mask", b"{"].concat()
}

/// A client that has opened its socket, and said half a frame.
fn upgrade_half(server: &Server) -> TcpStream {
    let mut socket = upgrade(server);
    socket.write_all(&half_a_frame()).expect("sent");
    socket
}

#[test]
fn who_opens_a_socket_byte_by_byte_is_left_alone() {
    let server = start("1");
    let heard = drip(&server, begin(&server), "x-a: b\r\n");
    assert!(!heard.contains("101 "), "{heard}");
    ends_well(server);
}

#[test]
fn who_sends_a_frame_byte_by_byte_is_left_alone() {
    let server = start("1");
    let heard = drip(&server, upgrade_half(&server), "{");
    assert!(heard.contains("inactivity timeout"), "{heard}");
    ends_well(server);
}

#[test]
fn a_thousand_sockets_that_are_half_open_keep_nobody_waiting() {
    let server = start("4");
    drop(upgrade(&server));
    answers_others(&server);
    let before = memory(&server);
    let mut half = Vec::new();
    for _ in 0..500 {
        half.push(begin(&server));
        half.push(upgrade_half(&server));
    }
    let begun = Instant::now();
    for _ in 0..20 {
        answers_others(&server);
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    let during = memory(&server);
    assert!(during <= before + 50, "{before} MB became {during} MB");
    let mut heard = Vec::new();
    for stream in &mut half {
        let begun = Instant::now();
        while !is_closed(stream, &mut heard) {
            assert!(begun.elapsed() < FOR_EVER, "half a frame is waited for");
        }
    }
    answers_others(&server);
    let after = memory(&server);
    assert!(after <= before + 30, "{before} MB became {after} MB");
    ends_well(server);
}
