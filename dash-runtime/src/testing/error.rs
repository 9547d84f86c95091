//! What a test is told when something is not as it says.
use std::fmt;
use std::time::Duration;

/// Why an action of a test failed.
///
/// `Debug` prints the same text as `Display`, so that a failing test ends with one readable message.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The app cannot be served.
    #[error(transparent)]
    Start(#[from] crate::Error),
    /// The layout of a page load could not be built.
    #[error("the page at `{address}` cannot be loaded: {reason}")]
    Load {
        /// The address.
        address: String,
        /// What the layout fn or the page says.
        reason: String,
    },
    /// No component of the layout has the id at the moment.
    #[error("`{id}` is not in the layout{}", helped(similar))]
    UnknownId {
        /// The id.
        id: String,
        /// Those in the layout that are much like it.
        similar: Vec<String>,
    },
    /// A prop has a value of another type.
    #[error("`{prop}` cannot be read: {reason}; it is {found}")]
    Value {
        /// The prop.
        prop: String,
        /// What is wrong.
        reason: String,
        /// Its value as JSON.
        found: String,
    },
    /// A value cannot be written as JSON.
    #[error("the value for `{prop}` cannot be written as JSON: {reason}")]
    Unwritable {
        /// The prop.
        prop: String,
        /// What is wrong.
        reason: String,
    },
    /// Nobody can click the component.
    #[error("`{id}` cannot be clicked: {reason}")]
    NotClickable {
        /// The id.
        id: String,
        /// Why.
        reason: &'static str,
    },
    /// What a test waits for cannot come any more.
    #[error("nothing goes on any more, and {found}")]
    NeverHolds {
        /// What is the case.
        found: String,
    },
    /// What a test waits for has not come in time, while something went on.
    #[error("after {after:?}, {found}{}", going_on(going))]
    TooLate {
        /// What is the case.
        found: String,
        /// How long the test has waited.
        after: Duration,
        /// The callbacks that go on.
        going: Vec<String>,
    },
    /// Callbacks have no end.
    #[error(
        "after {after:?}, {} has not ended\n\nhelp: if it needs longer, start the test with `.time_limit(..)`", going.join(", ")
    )]
    TimeLimit {
        /// How long the test has waited.
        after: Duration,
        /// The callbacks that go on.
        going: Vec<String>,
    },
    /// Callbacks failed that the action led to.
    #[error("{}", failures(.0))]
    Callbacks(Vec<CallbackFailure>),
    /// The app has no such callback that runs in the browser.
    #[error("no callback `{name}` runs in the browser{}", helped(known))]
    NotInBrowser {
        /// What the test calls it.
        name: String,
        /// Those that do.
        known: Vec<String>,
    },
}

/// A callback that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallbackFailure {
    /// The name of its fn.
    pub callback: String,
    /// What names it on the wire.
    pub output: String,
    /// The props that triggered it, as `id.prop`.
    pub triggered: Vec<String>,
    /// What it says.
    pub message: String,
    /// The causes of that, the first one first.
    pub chain: Vec<String>,
}

impl fmt::Display for CallbackFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "callback `{}` failed: {}", self.callback, self.message)?;
        self.chain.iter().try_for_each(|cause| write!(f, "\n  because: {cause}"))?;
        if self.triggered.is_empty() {
            return f.write_str("\n  on its first call");
        }
        write!(f, "\n  called by: {}", self.triggered.join(", "))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn failures(all: &[CallbackFailure]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn going_on(callbacks: &[String]) -> String {
    if callbacks.is_empty() {
        return String::new();
    }
    format!("; still going on: {}", callbacks.join(", "))
}

fn helped(known: &[String]) -> String {
    if known.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = known.iter().map(|one| format!("`{one}`")).collect();
    format!("\n\nhelp: there is {}", quoted.join(", "))
}
