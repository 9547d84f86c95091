//! Pages that are open in browsers, as callbacks and other tasks of the program speak to them.

mod handle;
mod open_page;
mod open_pages;

pub use self::handle::{PageError, PageHandle};
pub(super) use self::open_page::{OpenPage, Say};
pub use self::open_pages::OpenPages;
