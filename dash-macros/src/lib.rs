//! The macros of Dash for Rust: syntax only; whether a component or a prop exists is rustc's business.
use proc_macro::TokenStream;

mod app;
mod callback;
mod errors;
mod option_value;
#[cfg(test)]
mod testing;
mod view;
mod words;

/// Declares a view: markup with typed components, and the ids that callbacks are wired to.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    view::expand(input.into()).into()
}

/// Makes a callback of a fn: a fn that the page calls when one of the wired props changes.
#[proc_macro_attribute]
pub fn callback(attribute: TokenStream, item: TokenStream) -> TokenStream {
    callback::expand(attribute.into(), &item.into()).into()
}

/// Joins a layout and its callbacks into a static `App` whose graph the compiler checks.
///
/// - `layout: View`: the view that the page shows, or `layout: View = layout_fn` with an `async fn`
///   that builds it for each page load. That fn takes extractors, as callbacks do, and returns
///   `View<View>` or a `Result` of it.
/// - `callbacks: [a, module::b, ..GROUP]`: the callbacks, and groups of them that
///   [`callbacks!`](macro@callbacks) names.
/// - `also: [Row, Panel]`, if there are any: the views that callbacks insert into the page later;
///   their ids count as the layout's own do.
#[proc_macro]
pub fn app(input: TokenStream) -> TokenStream {
    app::expand(input.into()).into()
}

/// Names a list of callbacks, so that apps take all of them at once: `callbacks: [..sales::SALES]`.
///
/// A group lists callbacks by path, and other groups with `..` before them. A crate of views gives
/// its callbacks away in a `pub` group, and a long app gathers those of each file in one.
#[proc_macro]
pub fn callbacks(input: TokenStream) -> TokenStream {
    app::group::expand(input.into()).into()
}

/// Makes the variants of an enum values of options: for `Dropdown`, `RadioItems`, `Checklist`.
#[proc_macro_derive(OptionValue, attributes(option))]
pub fn option_value(input: TokenStream) -> TokenStream {
    option_value::expand(input.into()).into()
}
