//! The graph that `app!` evaluates while it compiles; `const fn` only.
#![allow(
    clippy::cast_possible_truncation,
    reason = "an app has fewer than 2³² callbacks and edges"
)]

mod check;
mod cycle;
mod families;
mod group;
mod grouped;
mod index;
mod message;
mod order;
mod pages;
mod plan;

pub use check::{Clause, Fault, fail};
pub use group::{After, CallbackGroup, before, count, join};
pub use grouped::{InputsListedIn, OutputsListedIn, has_duplicate, wires};
pub use index::Slot;
pub use message::Message;
#[cfg(feature = "server")]
pub(crate) use message::has_family;
pub use order::Order;
pub use plan::{Graph, ListedIn, Plan, Sizes};

#[cfg(test)]
mod tests;
