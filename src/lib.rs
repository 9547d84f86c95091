//! Dashboards in Rust: typed components, callbacks that the compiler checks, one binary.

pub use dash_components::{self as components, dcc, html};
pub use dash_macros::{OptionValue, app, callback, view};
pub use dash_runtime::*;

/// What generated code needs; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use dash_components::{self as components, __private::*};
    pub use dash_runtime::{self as runtime, __private::*};
}
