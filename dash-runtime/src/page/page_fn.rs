//! An `async fn` of the user's that builds a page: from the address first, then from the server's data.
use std::error::Error;
use std::future::Future;

use dash_components::View;

use super::{NoPage, PageBuilding, PageBuilt};
use crate::{Context, FromContext, Requirement};

/// An `async fn` that builds the page `V`: it takes what `Given` holds, then extractors.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot build the page `{V}`",
    label = "not an `async fn` that takes the parameters of this page and returns `View<{V}>`",
    note = "it takes the parameters of the path, then those of the query, then extractors, such as `Context` and `Data<T>`",
    note = "it returns `View<{V}>`, or `Option` or `Result` of it; its future must be able to change threads"
)]
pub trait PageFn<V, Given, Extracted>: Sized {
    /// Takes the extractors, and calls the fn.
    ///
    /// # Errors
    ///
    /// - The context lacks what a parameter asks for.
    fn start(self, given: Given, context: &Context) -> Result<PageBuilding, NoPage>;

    /// What the extractors need of the server.
    fn requires(&self) -> Vec<Requirement>;
}

/// What a page fn of the view `V` returns.
pub trait IntoPage<V> {
    /// The tree; nothing if there is no such page.
    ///
    /// # Errors
    ///
    /// - The fn failed.
    fn into_page(self) -> PageBuilt;
}

impl<V> IntoPage<V> for View<V> {
    fn into_page(self) -> PageBuilt {
        Ok(Some(self.into_node()))
    }
}

impl<V> IntoPage<V> for Option<View<V>> {
    fn into_page(self) -> PageBuilt {
        Ok(self.map(View::into_node))
    }
}

impl<V, T: IntoPage<V>, E: Into<Box<dyn Error + Send + Sync>>> IntoPage<V> for Result<T, E> {
    fn into_page(self) -> PageBuilt {
        self.map_err(Into::into)?.into_page()
    }
}

macro_rules! page_fn {
    ([$($given:ident)*] [$($extracted:ident)*]) => {
        #[diagnostic::do_not_recommend]
        impl<V, F, Running, $($given,)* $($extracted),*>
            PageFn<V, ($($given,)*), ($($extracted,)*)> for F
        where
            F: Fn($($given,)* $($extracted),*) -> Running,
            Running: Future<Output: IntoPage<V>> + Send + 'static,
            $($extracted: FromContext),*
        {
            #[allow(non_snake_case, reason = "a parameter is named as its type is")]
            #[allow(unused_variables, clippy::unused_unit, reason = "a fn without some parameters")]
            fn start(self, given: ($($given,)*), context: &Context) -> Result<PageBuilding, NoPage> {
                let ($($given,)*) = given;
                $(let $extracted =
                    $extracted::from_context(context).map_err(NoPage::Extractor)?;)*
                let running = self($($given,)* $($extracted),*);
                Ok(Box::pin(async move { running.await.into_page() }))
            }

            fn requires(&self) -> Vec<Requirement> {
                let all: [Option<Requirement>; _] = [$($extracted::requirement()),*];
                all.into_iter().flatten().collect()
            }
        }
    };
}

/// For up to six extractors.
macro_rules! page_fns {
    ($given:tt) => {
        page_fn!($given []);
        page_fn!($given [A]);
        page_fn!($given [A B]);
        page_fn!($given [A B C]);
        page_fn!($given [A B C D]);
        page_fn!($given [A B C D E]);
        page_fn!($given [A B C D E G]);
    };
}

page_fns!([]);
page_fns!([P]);
page_fns!([P Q]);
page_fns!([P Q R]);
page_fns!([P Q R S]);
page_fns!([P Q R S T]);
page_fns!([P Q R S T U]);
page_fns!([P Q R S T U W]);
page_fns!([P Q R S T U W X]);
