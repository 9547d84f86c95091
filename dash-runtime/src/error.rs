//! Why a server could not start, or stopped; how a failing callback is answered is not decided here.
use std::error::Error as StdError;
use std::fmt;
use std::io;

/// What `main` of a Dash app returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a server could not start, or stopped.
///
/// `Debug` prints the same text as `Display`, so that `fn main() -> dash::Result<()>` ends with one readable message.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Settings that cannot be used: one line each, all of them at once.
    #[error("the configuration cannot be used:{}", lines(.0))]
    Config(Vec<String>),
    /// Callbacks ask for `Data<T>` that nobody gave: one line each.
    #[error("some data was not given:{}\n\nhelp: `dash::serve(&APP).data(value)`", lines(.0))]
    MissingData(Vec<String>),
    /// Two components of the layout have one id, whose fields have the same values.
    #[error(
        "the layout has the id `{0}` twice\n\nhelp: an id stands for one component of the page: give one of the two another value"
    )]
    DuplicateId(String),
    /// The layout holds a value that cannot be written as JSON.
    #[error("the layout cannot be written as JSON: {0}")]
    Layout(#[source] serde_json::Error),
    /// A value of `running(..)` cannot be written as JSON.
    #[error("a value of `running(..)` cannot be written as JSON: {0}")]
    Running(#[source] serde_json::Error),
    /// The address cannot be listened on.
    #[error("{}", listen(host, *port, source))]
    Listen {
        /// The host, as configured.
        host: String,
        /// The port, as configured.
        port: u16,
        /// What the operating system said.
        source: io::Error,
    },
    /// Input or output failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// An error of the app itself, on its way out of `main`.
    #[error(transparent)]
    App(#[from] Box<dyn StdError + Send + Sync>),
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn lines(problems: &[String]) -> String {
    problems.iter().flat_map(|problem| ["\n  - ", problem]).collect()
}

fn listen(host: &str, port: u16, source: &io::Error) -> String {
    let other = port.checked_add(1).unwrap_or(8050);
    match source.kind() {
        io::ErrorKind::AddrInUse => format!(
            "port {port} of {host} is already in use\n\nhelp: stop the program that uses it, or take another port: `PORT={other} cargo run`"
        ),
        io::ErrorKind::PermissionDenied => format!(
            "port {port} of {host} needs rights that this program does not have\n\nhelp: take a port from 1024 on: `PORT=8050 cargo run`"
        ),
        _ => format!(
            "cannot listen on port {port} of `{host}`: {source}\n\nhelp: `HOST=127.0.0.1` is this machine alone, `HOST=0.0.0.0` all its networks"
        ),
    }
}
