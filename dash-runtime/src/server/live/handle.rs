//! One open page, as a callback or a task that it has started speaks to it.
use std::sync::Arc;

use dash_components::{FromProp, PropOf, PropValue};
use serde_json::value::RawValue;

use super::OpenPage;
use crate::callback::side_update::{Line, Push, SideUpdate};
use crate::{App, Context, IntoOutput, wire};

/// A page that is open in a browser. Clones speak to the same one.
///
/// # Examples
///
/// A task that goes on for as long as the page is there:
///
/// ```
/// # use dash_runtime::{Context, PageError, PageHandle};
/// # use dash_components::Prop;
/// # struct Live;
/// # #[allow(non_upper_case_globals)]
/// # impl Live { const price: Price = Price { children: Prop::new("price", "children", "children") }; }
/// # struct Price { children: Prop<String> }
/// # async fn next_price() -> f64 { 1.0 }
/// fn start(context: &Context) {
///     let Some(page) = context.page() else { return };
///     tokio::spawn(async move {
///         while page.is_open() {
///             let price = next_price().await;
///             page.set_props(Live::price.children, format!("{price:.2}"))?;
///         }
///         Ok::<_, PageError>(())
///     });
/// }
/// # start(&Context::default());
/// ```
#[derive(Debug, Clone)]
pub struct PageHandle {
    page: Arc<OpenPage>,
    app: &'static App,
}

/// Why a page could not be spoken to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PageError {
    /// The browser has left it, or the way to it is cut.
    #[error("the page is gone")]
    Gone,
    /// The page did not answer within 30 seconds.
    #[error("the page does not answer")]
    Silent,
    /// No view of the app has the id.
    #[error(
        "no view of the app has the id `{0}`; put the view that has it into the layout, or list it in `also: [..]`"
    )]
    UnknownId(String),
    /// The value cannot be written as JSON.
    #[error("the value of `{prop}` cannot be written as JSON: {reason}")]
    Unwritable {
        /// The prop, as `id.prop`.
        prop: String,
        /// Why not.
        reason: String,
    },
    /// What the page answered is no value of the type.
    #[error("the value of `{prop}` cannot be read: {reason}")]
    Unreadable {
        /// The prop, as `id.prop`.
        prop: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl PageHandle {
    pub(in crate::server) fn new(page: Arc<OpenPage>, app: &'static App) -> Self {
        Self { page, app }
    }

    /// Sets a prop of the page at once, whatever runs; whoever listens to the prop is called.
    /// Source: `dash.set_props`.
    ///
    /// # Errors
    ///
    /// - The page is gone.
    /// - No view of the app has the id, or the value cannot be written as JSON.
    pub fn set_props<P, Kind>(
        &self,
        prop: impl Into<PropOf<P>>,
        value: impl IntoOutput<P, Kind>,
    ) -> Result<(), PageError> {
        let Some(value) = value.into_output() else { return Ok(()) };
        self.set_written(&prop.into(), value)
    }

    pub(super) fn set_written<P>(
        &self,
        prop: &PropOf<P>,
        value: PropValue,
    ) -> Result<(), PageError> {
        let PropOf { ref id, id_key, property, .. } = *prop;
        if !self.page.is_open() {
            return Err(PageError::Gone);
        }
        if !self.app.has_id(id_key) {
            return Err(PageError::UnknownId(id.to_string()));
        }
        let update = SideUpdate { id: id.clone(), id_key, props: vec![(property, value)] };
        self.page.set(update).map_err(|refused| PageError::Unwritable {
            prop: format!("{}.{property}", refused.id),
            reason: refused.fault().map_or_else(String::new, |error| error.to_string()),
        })
    }

    /// Reads a prop as the page has it now; a prop that it has not is null. Source:
    /// `ctx.websocket.get_prop`.
    ///
    /// # Errors
    ///
    /// - The page is gone, or does not answer within 30 seconds.
    /// - The value is not one of the type that is asked for.
    pub async fn get_props<P, T: FromProp<P>>(
        &self,
        prop: impl Into<PropOf<P>>,
    ) -> Result<T, PageError> {
        let PropOf { id, property, .. } = prop.into();
        let answer = self.page.get(&id, property).await?;
        let unreadable = |error: serde_json::Error| PageError::Unreadable {
            prop: format!("{id}.{property}"),
            reason: error.to_string(),
        };
        let value = wire::answered(&answer, property).map_err(unreadable)?;
        wire::decode::<P, T>(value.map_or("null", RawValue::get)).map_err(unreadable)
    }

    /// Whether the page is there.
    pub fn is_open(&self) -> bool {
        self.page.is_open()
    }

    /// Waits until the page is gone.
    pub async fn closed(&self) {
        self.page.closed().await;
    }

    /// The way of what a callback sets.
    pub(in crate::server) fn line(&self) -> Line {
        let page = Arc::clone(&self.page);
        let push: Push = Arc::new(move |update| page.set(update));
        Line { push, page: Some(self.clone()) }
    }

    pub(super) fn page(&self) -> &Arc<OpenPage> {
        &self.page
    }
}

impl Context {
    /// The page that called, if the server can reach it by itself: over a socket, and not by HTTP
    /// alone. It outlives the call.
    pub fn page(&self) -> Option<PageHandle> {
        self.page.clone()
    }
}
