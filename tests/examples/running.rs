//! An example that runs as a process of its own, and what it answers.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};

/// A running example; ended when dropped.
pub(crate) struct Running {
    child: Child,
    pub(crate) address: String,
}

impl Running {
    pub(crate) fn start(example: &str) -> Self {
        Self::spawn(&mut Command::new(binary(example)))
    }

    /// Without what only a debug build adds to its answers.
    pub(crate) fn start_released(example: &str) -> Self {
        Self::spawn(Command::new(binary(example)).env("DASH_DEBUG", "0"))
    }

    fn spawn(command: &mut Command) -> Self {
        let mut child = command
            .current_dir(std::env::temp_dir())
            .env("PORT", "0")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let address = address(child.stderr.take().expect("stderr is piped"));
        Self { child, address }
    }

    /// The status line and the body of a GET.
    pub(crate) fn get(&self, path: &str) -> (String, String) {
        self.ask(&format!("GET {path}"), "")
    }

    /// The status line and the body of a POST of JSON.
    pub(crate) fn post(&self, path: &str, json: &str) -> (String, String) {
        self.ask(&format!("POST {path}"), json)
    }

    fn ask(&self, what: &str, body: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("the example listens");
        let (address, length) = (&self.address, body.len());
        let head = format!("{what} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
        let kind = format!("Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all([&*head, &*kind, body].concat().as_bytes()).expect("the request is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the answer is text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("the answer has a head");
        (head.lines().next().unwrap_or_default().to_owned(), body.to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already ended is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Examples are built next to the tests, in `examples` beside `deps`.
pub(crate) fn binary(example: &str) -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    let folder = test.ancestors().nth(2).expect("tests lie in `deps`").join("examples");
    folder.join(format!("{example}{}", std::env::consts::EXE_SUFFIX))
}

fn address(stderr: ChildStderr) -> String {
    let line = BufReader::new(stderr).lines().next().expect("a line is printed").expect("as text");
    let address = line.strip_prefix("Dash is running on http://");
    address.unwrap_or_else(|| panic!("the first line is {line:?}")).trim_end_matches('/').to_owned()
}
