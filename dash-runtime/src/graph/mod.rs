//! The graph that `app!` evaluates while it compiles; `const fn` only.

mod check;
mod cycle;
mod group;
mod index;
mod message;
mod order;
mod plan;

pub use check::{Clause, Wire};
pub use group::{After, CallbackGroup, before, count, join};
pub use index::Slot;
pub use message::Message;
pub use order::Order;
pub use plan::{Graph, ListedIn, Plan, Sizes};
