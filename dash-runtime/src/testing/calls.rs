//! What a test can ask about the calls of callbacks.

/// A call of a callback, on the server or in a stand-in of the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Counts the calls from 1, over all callbacks.
    pub number: usize,
    /// The name of the fn.
    pub callback: String,
    /// What names the callback on the wire: `total.children`.
    pub output: String,
    /// The props that triggered it, as `id.prop`; none on its first call.
    pub triggered: Vec<String>,
}
