//! A page as `app!` writes it: constants, and fn pointers that build it.
use std::error::Error;
use std::future::{Future, ready};
use std::pin::Pin;

use dash_components::{Node, View, ViewDef};

use super::Parameters;
use crate::{Context, Requirement};

/// A page of an app.
#[derive(Debug, Clone, Copy)]
pub struct PageDef {
    /// The view that it shows.
    pub view: PageView,
    /// The path and the parameters, as written: `/report/{year}?{q}`. Empty for the page that is
    /// shown where no other is.
    pub template: &'static str,
    /// The title of the document.
    pub title: &'static str,
    /// What it is about, for those who find it or share a link to it.
    pub description: Option<&'static str>,
    /// A picture of it: a file of the assets, or a URL.
    pub image: Option<&'static str>,
    /// Paths that lead to it, with the same parameters.
    pub redirect_from: &'static [&'static str],
    /// Reads the parameters, and starts to build the page.
    pub build: fn(&Parameters, &Context) -> Result<PageBuilding, NoPage>,
    /// What must have been given to the server for that to succeed.
    pub requires: fn() -> Vec<Requirement>,
}

/// The view of a page, as the compiler sees it.
#[derive(Debug, Clone, Copy)]
pub struct PageView {
    /// The view as the user wrote it.
    pub name: &'static str,
    /// Its ids.
    pub view: &'static ViewDef,
}

/// A page that is being built.
pub type PageBuilding = Pin<Box<dyn Future<Output = PageBuilt> + Send>>;

/// A page, nothing where there is no such page, or why it could not be built.
pub type PageBuilt = Result<Option<Node>, Box<dyn Error + Send + Sync>>;

/// Why a page was not even started.
#[derive(Debug)]
pub enum NoPage {
    /// The path is none of the page's: a parameter in it cannot be read.
    NotFound,
    /// The context lacks what a parameter of the fn asks for; the text says what.
    Extractor(String),
}

impl PageDef {
    /// The path without the query: `/report/{year}`.
    pub fn path(&self) -> &'static str {
        self.template.split_once('?').map_or(self.template, |(path, _)| path)
    }
}

/// A view that takes the parameters of its path by their names, as the compiler checks them.
#[derive(Debug, Clone, Copy)]
pub struct PageParameters {
    /// What the view is called where it is a page.
    pub view: &'static str,
    /// Where the page is found: `/report/{year}`.
    pub template: &'static str,
    /// The names in the path and the query.
    pub given: &'static [&'static str],
    /// The names that the view declares.
    pub known: &'static [&'static str],
}

/// The built view `V`, as a page.
#[diagnostic::on_unimplemented(
    message = "the page `{V}` is a component, not a view",
    label = "a component alone cannot be a page",
    note = "declare a view that holds it, with `view!`"
)]
pub trait PageOf<V>: Sized {
    /// The page, which waits for nothing.
    fn built(self) -> PageBuilding;
}

#[diagnostic::do_not_recommend]
impl<V> PageOf<V> for View<V> {
    fn built(self) -> PageBuilding {
        Box::pin(ready(Ok(Some(self.into_node()))))
    }
}
