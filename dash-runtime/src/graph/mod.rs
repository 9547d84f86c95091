//! The graph that `app!` evaluates while it compiles; `const fn` only.
#![allow(
    clippy::cast_possible_truncation,
    reason = "an app has fewer than 2³² callbacks and edges"
)]

mod check;
mod cycle;
mod families;
mod faults;
mod group;
mod grouped;
mod index;
mod message;
mod order;
mod pages;
mod parameters;
mod plan;
mod twice;
mod wildcards;
mod wording;

#[cfg(feature = "server")]
pub(crate) use families::has_family;
pub use faults::{Faults, part_of};
pub use group::{CallbackGroup, count, join};
pub use grouped::{InputsListedIn, OutputsListedIn, has_duplicate, wires};
pub use index::Slot;
pub use message::Message;
pub use order::Order;
pub use plan::{Graph, ListedIn, Plan, Planned, Sizes};

#[cfg(test)]
mod tests;
