//! Clients that are slow, greedy or mad, against a server in a process of its own: others are answered
//! throughout, and the memory comes back.
#![cfg(target_os = "linux")]
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::common::call;
use crate::start::Server;

/// Longer than anything here may take.
pub(crate) const FOR_EVER: Duration = Duration::from_mins(1);

/// A moment in which a client waits for what the server says.
const MOMENT: Duration = Duration::from_millis(20);

const HEAD: &str =
    "POST /_dash-update-component HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

pub(crate) fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(&server.address).expect("the server listens");
    stream.set_read_timeout(Some(FOR_EVER)).expect("set");
    stream
}

fn valid() -> Vec<u8> {
    call("out.children", &[("go.n_clicks", json!(0))], &[]).to_string().into_bytes()
}

/// Sends a body, and reads the answer: its status and body.
fn exchange(stream: &mut BufReader<TcpStream>, body: &[u8]) -> (u16, String) {
    let mut request = format!("{HEAD}content-length: {}\r\n\r\n", body.len()).into_bytes();
    request.extend_from_slice(body);
    stream.get_mut().write_all(&request).expect("sent");
    answer(stream)
}

fn answer(stream: &mut impl BufRead) -> (u16, String) {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert_ne!(stream.read_line(&mut head).expect("an answer"), 0, "it breaks off: {head}");
    }
    let head = head.to_lowercase();
    let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
    let length = length.map_or(0, |length| length.parse().expect("a number"));
    let mut body = vec![0; length];
    stream.read_exact(&mut body).expect("a body");
    let status = head.split(' ').nth(1).expect("a status").parse().expect("a number");
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// A client like any other is answered.
pub(crate) fn answers_others(server: &Server) {
    let (status, body) = exchange(&mut BufReader::new(connect(server)), &valid());
    assert_eq!((status, body.contains("done")), (200, true), "{body}");
}

/// What the server holds in memory, in megabytes.
pub(crate) fn memory(server: &Server) -> u64 {
    let path = format!("/proc/{}/status", server.process.id());
    let status = fs::read_to_string(path).expect("a process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
    line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1000
}

/// It ends as if nothing had been, and has said nothing but that callbacks have begun.
pub(crate) fn ends_well(server: Server) {
    server.signal("-TERM");
    let said = server.end();
    assert!(said.lines().all(|line| line == "begun"), "{said}");
}

/// Whether the server has closed a connection; what else it said goes to `heard`.
pub(crate) fn is_closed(stream: &mut TcpStream, heard: &mut Vec<u8>) -> bool {
    stream.set_read_timeout(Some(MOMENT)).expect("set");
    let mut bytes = [0; 1024];
    match stream.read(&mut bytes) {
        Ok(0) => true,
        Ok(read) => {
            heard.extend_from_slice(&bytes[..read]);
            false
        }
        Err(error) => !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
    }
}

/// Says something byte by byte until the server has had enough; what it heard in the end.
pub(crate) fn drip(server: &Server, mut start: TcpStream, drops: &str) -> String {
    let begun = Instant::now();
    let mut heard = Vec::new();
    for drop in drops.bytes().cycle() {
        if start.write_all(&[drop]).is_err() || is_closed(&mut start, &mut heard) {
            break;
        }
        answers_others(server);
        assert!(begun.elapsed() < FOR_EVER, "the server waits for ever");
    }
    assert!(begun.elapsed() >= Duration::from_millis(900), "the server has no patience at all");
    String::from_utf8_lossy(&heard).into_owned()
}

#[test]
fn who_asks_byte_by_byte_is_left_alone() {
    let server = Server::start(&[("DASH_READ_TIMEOUT", "1")]);
    let heard = drip(&server, connect(&server), "x-a: b\r\n");
    assert!(!heard.contains("200 OK"), "{heard}");
    let mut body = connect(&server);
    write!(body, "{HEAD}content-length: 100000\r\n\r\n").expect("sent");
    let heard = drip(&server, body, "{");
    assert!(heard.starts_with("HTTP/1.1 408 "), "{heard}");
    assert!(heard.contains("the body arrives too slowly"), "{heard}");
    ends_well(server);
}

#[test]
fn a_thousand_clients_that_say_half_a_word_keep_nobody_waiting() {
    let server = Server::start(&[("DASH_READ_TIMEOUT", "2")]);
    answers_others(&server);
    let before = memory(&server);
    let mut half: Vec<TcpStream> = (0..1000).map(|_| connect(&server)).collect();
    for (number, stream) in half.iter_mut().enumerate() {
        if number % 2 == 0 {
            stream.write_all(b"GET / HTTP/1.1\r\nhost: ").expect("sent");
        }
    }
    let begun = Instant::now();
    for _ in 0..20 {
        answers_others(&server);
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    let mut heard = Vec::new();
    for stream in &mut half {
        let begun = Instant::now();
        while !is_closed(stream, &mut heard) {
            assert!(begun.elapsed() < FOR_EVER, "half a word is waited for");
        }
    }
    answers_others(&server);
    let after = memory(&server);
    assert!(after <= before + 30, "{before} MB became {after} MB");
    ends_well(server);
}

#[test]
fn a_gigabyte_is_refused_before_it_has_come() {
    let server = Server::start(&[("DASH_BODY_LIMIT", "1000000")]);
    answers_others(&server);
    let before = memory(&server);
    let mut told = connect(&server);
    write!(told, "{HEAD}content-length: {}\r\n\r\n", 1 << 30).expect("sent");
    let (status, body) = answer(&mut BufReader::new(&told));
    assert_eq!(status, 413);
    assert!(body.contains("the body is larger than 1000000 bytes"), "{body}");

    // Without its length the server finds out as it comes.
    let mut untold = connect(&server);
    write!(untold, "{HEAD}transfer-encoding: chunked\r\n\r\n").expect("sent");
    let chunk = [&b"10000\r\n"[..], &vec![b' '; 0x10000], b"\r\n"].concat();
    let sent = (0..16_384).take_while(|_| untold.write_all(&chunk).is_ok()).count();
    assert!(sent < 1000, "{sent} chunks were taken");
    answers_others(&server);
    drop((told, untold));
    let after = memory(&server);
    assert!(after <= before + 20, "{before} MB became {after} MB");
    ends_well(server);
}

/// Numbers without order, the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("small")
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).expect("a byte")
    }
}

/// Noise, or a valid body that was cut, changed in places, or doubled.
fn mad(random: &mut Random) -> Vec<u8> {
    let mut body = valid();
    match random.below(4) {
        0 => return (0..random.below(2000)).map(|_| random.byte()).collect(),
        1 => body.truncate(random.below(body.len())),
        2 => {
            let at = random.below(body.len());
            body.splice(at..at, valid());
        }
        _ => {
            for _ in 0..=random.below(3) {
                let at = random.below(body.len());
                body[at] = random.byte();
            }
        }
    }
    body
}

/// Sends so many mad bodies over one connection; how many were refused.
fn rave(server: &Server, seed: u64, bodies: usize) -> usize {
    let mut random = Random(seed);
    let mut stream = BufReader::new(connect(server));
    let mut refused = 0;
    for number in 0..bodies {
        if number % 500 == 0 {
            answers_others(server);
        }
        let (status, body) = exchange(&mut stream, &mad(&mut random));
        assert!(status < 500, "{status}: {body}");
        if (400..500).contains(&status) {
            refused += 1;
            assert!(body.starts_with("{\"error\":{\"message\":\"") && body.len() < 5000, "{body}");
            assert!(!body.contains(['\n', '\r']), "{body}");
        }
    }
    refused
}

#[test]
fn ten_thousand_mad_bodies_are_refused_in_a_line_each() {
    const SEEDS: [u64; 4] = [0x2545_F491_4F6C_DD1D, 1, 0xDEAD_BEEF, 0x9E37_79B9_7F4A_7C15];
    let server = Server::start(&[]);
    answers_others(&server);
    let before = memory(&server);
    let refused: usize = thread::scope(|scope| {
        let server = &server;
        let mad = SEEDS.map(|seed| scope.spawn(move || rave(server, seed, 10_000 / SEEDS.len())));
        mad.into_iter().map(|one| one.join().expect("it was refused well")).sum()
    });
    assert!(refused > 9000, "{refused}");
    answers_others(&server);
    let after = memory(&server);
    assert!(after <= before + 20, "{before} MB became {after} MB");
    ends_well(server);
}
