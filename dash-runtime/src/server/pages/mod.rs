//! The pages of an app: which one an address means, and what is shown for it.

mod callbacks;
mod load;
mod routes;

use dash_components::{Node, ShownPage};

use self::routes::Routes;
use super::layout::{Failure, finish};
use crate::callback::dispatch::guarded;
use crate::page::{NoPage, PageDef, Parameters};
use crate::{App, Context};

pub(super) use self::callbacks::{ENTITLE, SHOW};
pub(super) use self::load::{Load, load, redirect};

/// The pages, ready to be looked up.
#[derive(Debug)]
pub(super) struct Pages {
    routes: Routes,
    not_found: Option<&'static PageDef>,
    /// The title of the app, for an address that is no page's.
    title: String,
}

/// What is shown at an address.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) content: Node,
    pub(super) title: String,
    /// The page, if it is not what is shown in place of one.
    pub(super) page: Option<&'static PageDef>,
    pub(super) is_found: bool,
}

/// The page that could not be built, and why.
type Failed = (&'static str, Failure);

impl Pages {
    /// The pages of an app, if it has any; `title` is the app's own.
    ///
    /// # Errors
    ///
    /// - Two paths cannot be told from each other.
    pub(super) fn of(app: &'static App, title: &str) -> crate::Result<Option<Self>> {
        if app.pages.is_empty() {
            return Ok(None);
        }
        let routes = Routes::new(app.pages)?;
        Ok(Some(Self { routes, not_found: app.not_found, title: title.to_owned() }))
    }

    /// The path of the page to which a path leads that is not its own.
    pub(super) fn redirect(&self, path: &str) -> Option<String> {
        self.routes.redirect(path)
    }

    /// Builds what the address shows; `path` starts with a slash, `query` has no question mark.
    ///
    /// # Errors
    ///
    /// - The page could not be built.
    pub(super) async fn show(
        &self,
        path: Option<&str>,
        query: &str,
        context: &Context,
    ) -> Result<Shown, Failed> {
        if let Some((page, parameters)) = path.and_then(|path| self.routes.find(path, query))
            && let Some(node) = build(page, &parameters, context).await?
        {
            let title = page.title.to_owned();
            return Ok(Shown { content: node, title, page: Some(page), is_found: true });
        }
        let (node, title) = match self.not_found {
            Some(page) => (build(page, &Parameters::default(), context).await?, page.title),
            None => (Some(ShownPage::not_found()), &*self.title),
        };
        let title = title.to_owned();
        let page = self.not_found;
        Ok(Shown { content: node.unwrap_or_default(), title, page, is_found: false })
    }
}

/// Builds a page; nothing if there is none with these parameters.
async fn build(
    page: &PageDef,
    parameters: &Parameters,
    context: &Context,
) -> Result<Option<Node>, Failed> {
    let failed = |failure| (page.view.name, failure);
    match guarded(|| (page.build)(parameters, context)) {
        Ok(Ok(building)) => finish("page", building).await.map_err(failed),
        Ok(Err(NoPage::NotFound)) => Ok(None),
        Ok(Err(NoPage::Extractor(reason))) => Err(failed(Failure::Extractor(reason))),
        Err(message) => Err(failed(Failure::Panic { of: "page", message })),
    }
}
