//! The macros of Dash for Rust: syntax only; whether a component or a prop exists is rustc's business.
use proc_macro::TokenStream;

mod app;
mod callback;
mod errors;
mod option_value;
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
    callback::expand(attribute.into(), item.into()).into()
}

/// Joins a layout and its callbacks into a static [`App`] whose graph the compiler checks.
#[proc_macro]
pub fn app(input: TokenStream) -> TokenStream {
    app::expand(input.into()).into()
}

/// Makes the variants of an enum values of options: for `Dropdown`, `RadioItems`, `Checklist`.
#[proc_macro_derive(OptionValue, attributes(option))]
pub fn option_value(input: TokenStream) -> TokenStream {
    option_value::expand(input.into()).into()
}
