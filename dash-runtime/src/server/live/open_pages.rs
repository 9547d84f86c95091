//! All pages of an app that are open, so that any task can set props on them.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use dash_components::{PropOf, PropValue};

use super::{PageError, PageHandle};
use crate::{Context, FromContext, IntoOutput};

/// The pages that are open now: those that have called a callback over the socket. Clones speak of
/// the same ones. Taken before the server runs by [`Server::open_pages`](crate::Server::open_pages),
/// or by a callback as a parameter.
///
/// # Examples
///
/// ```no_run
/// # use dash_runtime::{App, OpenPages};
/// # use dash_components::Prop;
/// # struct Live;
/// # #[allow(non_upper_case_globals)]
/// # impl Live { const price: Price = Price { children: Prop::new("price", "children", "children") }; }
/// # struct Price { children: Prop<String> }
/// # async fn next_price() -> f64 { 1.0 }
/// # async fn start(app: &'static App) -> dash_runtime::Result<()> {
/// let server = dash_runtime::serve(app);
/// let pages = server.open_pages();
/// tokio::spawn(async move {
///     loop {
///         let price = next_price().await;
///         let _ = pages.set_props(Live::price.children, format!("{price:.2}"));
///     }
/// });
/// server.run().await
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct OpenPages(Arc<Mutex<Vec<PageHandle>>>);

impl OpenPages {
    /// Sets a prop on all of them, at once; how many they are.
    ///
    /// # Errors
    ///
    /// - No view of the app has the id, or the value cannot be written as JSON.
    pub fn set_props<P, Kind>(
        &self,
        prop: impl Into<PropOf<P>>,
        value: impl IntoOutput<P, Kind>,
    ) -> Result<usize, PageError> {
        let (prop, Some(value)) = (prop.into(), value.into_output()) else { return Ok(0) };
        // Written once for all.
        let json = serde_json::value::to_raw_value(&value).map_err(|error| {
            let prop = format!("{}.{}", prop.id, prop.property);
            PageError::Unwritable { prop, reason: error.to_string() }
        })?;
        let mut set = 0;
        for page in self.all() {
            match page.set_written(&prop, PropValue::Json(json.clone())) {
                Ok(()) => set += 1,
                Err(PageError::Gone) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(set)
    }

    /// Each of them.
    pub fn all(&self) -> Vec<PageHandle> {
        self.lock().clone()
    }

    pub(in crate::server) fn add(&self, page: PageHandle) {
        self.lock().push(page);
    }

    pub(in crate::server) fn remove(&self, gone: &PageHandle) {
        self.lock().retain(|page| !Arc::ptr_eq(page.page(), gone.page()));
    }

    fn lock(&self) -> MutexGuard<'_, Vec<PageHandle>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[diagnostic::do_not_recommend]
impl FromContext for OpenPages {
    fn from_context(context: &Context) -> Result<Self, String> {
        Ok(context.data.find::<Self>().as_deref().cloned().unwrap_or_default())
    }
}
