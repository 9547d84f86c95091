//! The graph that `app!` evaluates while it compiles; `const fn` only.
