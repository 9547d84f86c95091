//! Why a request is refused before any user code runs; the fault is the client's.
use thiserror::Error;

/// Why a request is refused before any user code runs.
#[derive(Debug, Error)]
pub(crate) enum Refusal {
    #[error("the request comes from another site")]
    CrossSite,
    #[error("the header `{header}` is not the cookie `{cookie}`")]
    NoToken { cookie: String, header: String },
    #[error("the body must be JSON: send `Content-Type: application/json`")]
    ContentType,
    #[error("the body is larger than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("the body arrives too slowly")]
    Slow,
    #[error("`{found}` is no parameter; there are {known}")]
    UnknownParameter { found: String, known: String },
    #[error("`{0}` is a list, of one value for each component")]
    NoList(&'static str),
    #[error("the body did not arrive whole")]
    Incomplete,
    #[error("the body is not a callback request: {0}")]
    Malformed(#[from] serde_json::Error),
    #[error("the callback runs in the background: call it by HTTP")]
    Background,
    #[error("there is no callback for `{0}`; the page may be older than the server")]
    UnknownOutput(String),
    #[error(
        "the callback for `{0}` is not called over a socket: add `websocket` to its attribute, or set `websocket_callbacks`"
    )]
    NotOverSocket(String),
    #[error("`outputs` are not those that `output` names")]
    Outputs,
    #[error("`{kind}` has {found} entries where the callback has {expected}")]
    Count { kind: &'static str, expected: usize, found: usize },
    #[error("`{found}` stands where the callback has its {kind} `{expected}`")]
    Foreign { kind: &'static str, expected: String, found: String },
    #[error("the callback's {kind} `{expected}` is {is}")]
    Shape { kind: &'static str, expected: String, is: &'static str },
    #[error("`{0}` in `changedPropIds` is not an input of the callback")]
    NoInput(String),
    #[error("`{0}` is twice in `changedPropIds`")]
    Twice(String),
    #[error("the value of `{prop}` cannot be read: {reason}")]
    Value { prop: String, reason: String },
}
