//! How the layout of an app comes about: built once, or by a fn of the user's for each page load.
use std::error::Error;
use std::future::Future;
use std::pin::Pin;

use dash_components::{Node, View};

use crate::{Context, FromContext, Requirement};

/// Where a layout comes from.
#[derive(Debug, Clone, Copy)]
pub enum Layout {
    /// The view alone: the same for every page load.
    Once(fn() -> Node),
    /// A fn that is called for each page load.
    PerLoad(PerLoad),
}

/// A layout fn, as `app!` refers to it.
#[derive(Debug, Clone, Copy)]
pub struct PerLoad {
    /// The name of the user's fn.
    pub name: &'static str,
    /// Takes what the fn asks for, and calls it.
    pub build: fn(&Context) -> Result<Building, String>,
    /// What must have been given to the server for that to succeed.
    pub requires: fn() -> Vec<Requirement>,
}

/// A layout that is being built.
pub type Building = Pin<Box<dyn Future<Output = Built> + Send>>;

/// A layout, or why there is none.
pub type Built = Result<Node, Box<dyn Error + Send + Sync>>;

/// An `async fn` that builds the layout of an app: all its parameters are extractors.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot build the layout `{V}`",
    label = "not an `async fn` that returns `View<{V}>`",
    note = "it takes extractors, such as `Context` and `Data<T>`, and returns `View<{V}>` or `Result<View<{V}>, E>`",
    note = "its future must be able to change threads: it holds no `Rc` and no lock across an `await`"
)]
pub trait LayoutFn<V, Parameters>: Sized {
    /// Takes the parameters, and calls the fn.
    ///
    /// # Errors
    ///
    /// - The context lacks what a parameter asks for; the text says what.
    fn start(self, context: &Context) -> Result<Building, String>;

    /// What the parameters need of the server.
    fn requires(&self) -> Vec<Requirement>;
}

/// The built view `V`, as the layout of an app.
#[diagnostic::on_unimplemented(
    message = "the layout `{V}` is a component, not a view",
    label = "a component alone cannot be a layout",
    note = "declare a view that holds it, with `view!`"
)]
pub trait LayoutOf<V> {
    /// The tree.
    fn into_node(self) -> Node;
}

#[diagnostic::do_not_recommend]
impl<V> LayoutOf<V> for View<V> {
    fn into_node(self) -> Node {
        Self::into_node(self)
    }
}

/// What a layout fn of the view `V` returns.
pub trait IntoLayout<V> {
    /// The tree.
    ///
    /// # Errors
    ///
    /// - The fn failed.
    fn into_layout(self) -> Built;
}

impl<V> IntoLayout<V> for View<V> {
    fn into_layout(self) -> Built {
        Ok(self.into_node())
    }
}

impl<V, E: Into<Box<dyn Error + Send + Sync>>> IntoLayout<V> for Result<View<V>, E> {
    fn into_layout(self) -> Built {
        self.map(View::into_node).map_err(Into::into)
    }
}

macro_rules! layout_fn {
    ($($parameter:ident),*) => {
        #[diagnostic::do_not_recommend]
        impl<V, F, Running, $($parameter),*> LayoutFn<V, ($($parameter,)*)> for F
        where
            F: Fn($($parameter),*) -> Running,
            Running: Future<Output: IntoLayout<V>> + Send + 'static,
            $($parameter: FromContext),*
        {
            #[allow(unused_variables, reason = "a fn without parameters")]
            fn start(self, context: &Context) -> Result<Building, String> {
                let running = self($($parameter::from_context(context)?),*);
                Ok(Box::pin(async move { running.await.into_layout() }))
            }

            fn requires(&self) -> Vec<Requirement> {
                let all: [Option<Requirement>; _] = [$($parameter::requirement()),*];
                all.into_iter().flatten().collect()
            }
        }
    };
}

layout_fn!();
layout_fn!(A);
layout_fn!(A, B);
layout_fn!(A, B, C);
layout_fn!(A, B, C, D);
layout_fn!(A, B, C, D, E);
layout_fn!(A, B, C, D, E, G);
layout_fn!(A, B, C, D, E, G, H);
layout_fn!(A, B, C, D, E, G, H, I);
