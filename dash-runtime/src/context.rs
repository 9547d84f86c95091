//! What a callback can ask for beside its inputs: the context of the call, and the server's data.
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dash_components::{DashId, PropOf};

use crate::callback::given::Given;
use crate::callback::side_update::SideUpdates;
use crate::caller::Caller;
use crate::jobs::JobLink;
use crate::{IntoOutput, wire};

/// The circumstances of one call of a callback.
#[derive(Debug, Clone, Default)]
pub struct Context {
    pub(crate) triggered: Arc<[String]>,
    pub(crate) given: Given,
    pub(crate) data: DataMap,
    pub(crate) updates: SideUpdates,
    pub(crate) caller: Arc<Caller>,
    /// Whether nobody waits for the answer any more.
    pub(crate) abandoned: Arc<AtomicBool>,
    /// What runs the call, if it runs in the background.
    pub(crate) job: Option<Arc<JobLink>>,
    #[cfg(feature = "server")]
    pub(crate) page: Option<crate::PageHandle>,
}

impl Context {
    /// The props whose change caused this call, as `id.prop`; empty on the initial call.
    pub fn triggered(&self) -> &[String] {
        &self.triggered
    }

    /// The id of the component that caused this call; `None` on the initial call. Source: `ctx.triggered_id`.
    pub fn triggered_id(&self) -> Option<&str> {
        self.triggered.first()?.rsplit_once('.').map(|(id, _)| id)
    }

    /// The id of the component that caused this call, if it is of the family `T`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// # use dash_components::DashId;
    /// fn cell<Cell: DashId>(context: &Context) -> Option<Cell> {
    ///     context.triggered_id_as::<Cell>()
    /// }
    /// ```
    pub fn triggered_id_as<T: DashId>(&self) -> Option<T> {
        T::from_keys(&wire::id_keys(self.triggered_id()?)?)
    }

    /// A path of the app, which starts with a slash, as the browser has it: with the prefix before it
    /// where the app is nested in another one, or behind a proxy. For links between pages. Source:
    /// `dash.get_relative_path`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// fn report(context: &Context, year: u16) -> String {
    ///     context.relative_path(&format!("/report/{year}"))
    /// }
    /// // A test has no server, and so no prefix.
    /// assert_eq!(report(&Context::default(), 2023), "/report/2023");
    /// ```
    pub fn relative_path(&self, path: &str) -> String {
        let prefix = self.caller.prefix.as_deref().unwrap_or_default();
        format!("{}{path}", prefix.trim_end_matches('/'))
    }

    /// Whether nobody waits for the answer any more: the browser has left or given the request up,
    /// [`callback_timeout`][limit] is over, or the server ends; in the background, the page has cancelled
    /// the callback, or called it again.
    ///
    /// An `async fn` with the word `cancel`, in the background or over its time is dropped at its next
    /// await. A plain `fn` cannot be: one that takes long asks from time to time, and returns anything
    /// when it is to stop. It has the word `blocking`: what runs on the reactor keeps the server from
    /// noticing that somebody leaves.
    ///
    /// [limit]: crate::Config::callback_timeout
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// fn add_up(rows: &[u64], context: &Context) -> Option<u64> {
    ///     let mut sum = 0;
    ///     for chunk in rows.chunks(10_000) {
    ///         if context.is_cancelled() {
    ///             return None;
    ///         }
    ///         sum += chunk.iter().sum::<u64>();
    ///     }
    ///     Some(sum)
    /// }
    /// assert_eq!(add_up(&[1, 2], &Context::default()), Some(3));
    /// ```
    pub fn is_cancelled(&self) -> bool {
        self.abandoned.load(Ordering::Acquire)
            || self.job.as_ref().is_some_and(|job| job.is_cancelled())
    }

    /// Says that nobody waits for the answer any more.
    #[cfg(feature = "server")]
    pub(crate) fn abandon(&self) {
        self.abandoned.store(true, Ordering::Release);
    }

    /// Sets a prop that is no output of the callback; the page does so before it sets the outputs.
    ///
    /// Whoever listens to the prop is called. A callback that prevents the update leaves its outputs
    /// alone, and not what it has set: unlike in Dash, where it is lost unless it goes over a
    /// websocket. What is set by a callback that fails, or after it has returned, is lost. One
    /// component of a family is named by its fields:
    /// `context.set_props(Sheet::Cell.value.of(Cell { row: 1, col: 0 }), "x")`. The callback fails
    /// if no view of the app has the id.
    ///
    /// A callback with the word `websocket` sets the prop at once, while it runs on, whatever comes
    /// of it; and after it has returned, from a task of yours, for as long as the page is there.
    /// In a browser that cannot do so it is like any other. Source: `dash.set_props`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// # use dash_components::Prop;
    /// # struct Sales;
    /// # #[allow(non_upper_case_globals)]
    /// # impl Sales { const status: Status = Status { children: Prop::new("status", "children", "children") }; }
    /// # struct Status { children: Prop<String> }
    /// fn save(context: &Context) {
    ///     context.set_props(Sales::status.children, "saved");
    /// }
    /// ```
    pub fn set_props<P, Kind>(&self, prop: impl Into<PropOf<P>>, value: impl IntoOutput<P, Kind>) {
        if let Some(value) = value.into_output() {
            self.updates.set(prop.into(), value);
        }
    }
}

/// The values given with `.data(..)`, by type.
#[derive(Debug, Clone, Default)]
pub(crate) struct DataMap(Arc<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

#[cfg(feature = "server")]
impl DataMap {
    /// Adds a value; the last one of a type wins.
    pub(crate) fn insert<T: Any + Send + Sync>(&mut self, value: T) {
        Arc::make_mut(&mut self.0).insert(TypeId::of::<T>(), Arc::new(value));
    }

    /// The value of that type.
    pub(crate) fn find<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        self.0.get(&TypeId::of::<T>()).cloned()?.downcast().ok()
    }

    /// Whether there is a value of that type.
    pub(crate) fn holds(&self, ty: TypeId) -> bool {
        self.0.contains_key(&ty)
    }
}

/// A value that the whole app shares: a table, a pool, a model; given once with `.data(value)`.
#[derive(Debug)]
pub struct Data<T>(Arc<T>);

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> From<T> for Data<T> {
    /// Wraps a value, for calling a callback in a unit test.
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Deref for Data<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A parameter of a callback that is not wired to a prop.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither wired to an input or state nor an extractor",
    label = "no `input(..)` or `state(..)` is left for this parameter",
    note = "parameters take inputs, then states, in order; after them come extractors such as `Context` and `Data<T>`"
)]
pub trait FromContext: Sized {
    /// Takes the value.
    ///
    /// # Errors
    ///
    /// - The context has no such value; the text says what is missing.
    fn from_context(context: &Context) -> Result<Self, String>;

    /// What must have been given to the server for this to succeed; checked when it starts.
    fn requirement() -> Option<Requirement> {
        None
    }
}

/// A type of data that a callback needs.
#[derive(Debug, Clone, Copy)]
pub struct Requirement {
    /// The type.
    pub ty: TypeId,
    /// Its name, for messages.
    pub name: &'static str,
}

#[diagnostic::do_not_recommend]
impl FromContext for Context {
    fn from_context(context: &Context) -> Result<Self, String> {
        Ok(context.clone())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Any + Send + Sync> FromContext for Data<T> {
    fn from_context(context: &Context) -> Result<Self, String> {
        let found = context.data.0.get(&TypeId::of::<T>()).cloned();
        found.and_then(|value| value.downcast().ok()).map(Data).ok_or_else(|| {
            format!("no `{}` was given with `.data(..)`", std::any::type_name::<T>())
        })
    }

    fn requirement() -> Option<Requirement> {
        Some(Requirement { ty: TypeId::of::<T>(), name: std::any::type_name::<T>() })
    }
}
