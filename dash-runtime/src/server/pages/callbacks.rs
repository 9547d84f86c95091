//! The two callbacks by which the browser goes to another page without loading it; those of Dash.
use std::sync::Arc;

use dash_components::{Dependency, PageContainer, PropValue, ShownPage};

use super::Pages;
use crate::callback::glue::{Args, BROKEN_CALLBACK, Rejection};
use crate::callback::{Client, Gives};
use crate::context::{Data, FromContext};
use crate::server::prefix::{UNKNOWN, below};
use crate::{CallbackDef, CallbackOptions, Context, Job};

/// Shows the page at the address of the browser. The first page is in the layout already.
pub(in crate::server) const SHOW: CallbackDef = CallbackDef {
    name: "show a page",
    module: "dash::pages",
    outputs: &CONTENT,
    inputs: &ADDRESS,
    options: CallbackOptions { prevent_initial_call: true, ..BROKEN_CALLBACK.options },
    prepare: show,
    ..BROKEN_CALLBACK
};

/// Gives the document the title of its page.
pub(in crate::server) const ENTITLE: CallbackDef = CallbackDef {
    name: "entitle a page",
    module: "dash::pages",
    outputs: &DUMMY,
    inputs: &TITLE,
    client: Some(Client::Source(
        "(data) => {\n  if (data?.title) document.title = data.title;\n  return window.dash_clientside.no_update;\n}",
    )),
    ..BROKEN_CALLBACK
};

const CONTENT: [Dependency; 2] =
    [PageContainer::__content.children.dependency(), PageContainer::__store.data.dependency()];
const ADDRESS: [Dependency; 2] =
    [PageContainer::location.pathname.dependency(), PageContainer::location.search.dependency()];
const TITLE: [Dependency; 1] = [PageContainer::__store.data.dependency()];
const DUMMY: [Dependency; 1] = [PageContainer::__dummy.children.dependency()];

fn show(values: &mut Args<'_>, context: &Context) -> Result<Job, Rejection> {
    let pathname: Option<String> =
        Gives::give(PageContainer::location.pathname, &mut values.inputs)?;
    let search: Option<String> = Gives::give(PageContainer::location.search, &mut values.inputs)?;
    let pages = Data::<Arc<Pages>>::from_context(context).map_err(Rejection::Extractor)?;
    let prefix =
        context.caller.prefix.clone().ok_or_else(|| Rejection::Extractor(UNKNOWN.to_owned()))?;
    let context = context.clone();
    Ok(Job::Async(Box::pin(async move {
        let (path, search) = (pathname.unwrap_or_default(), search.unwrap_or_default());
        let query = search.strip_prefix('?').unwrap_or(&search);
        let shown = pages.show(below(&path, &prefix), query, &context).await;
        let shown = shown.map_err(|(_, failure)| failure)?;
        let store = ShownPage::store(shown.title);
        Ok(vec![Some(PropValue::Node(Box::new(shown.content))), Some(store)])
    })))
}
