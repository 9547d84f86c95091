//! The pages of an app: what `app!` says of each, and how a fn of the user's builds one.

mod def;
mod page_fn;
mod parameters;

pub use def::{NoPage, PageBuilding, PageBuilt, PageDef, PageOf, PageParameters, PageView};
pub use page_fn::{IntoPage, PageFn};
pub use parameters::{Parameters, PathParameter, QueryParameter};
