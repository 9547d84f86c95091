//! The macros of Dash for Rust: syntax only; whether a component or a prop exists is rustc's business.
use proc_macro::TokenStream;

use self::callback::grouped::Kind;

mod app;
mod callback;
mod dash_id;
mod editor;
mod errors;
mod option_value;
#[cfg(test)]
mod testing;
mod view;
mod words;

/// Declares a view: markup with typed components, and the ids that callbacks are wired to.
///
/// - `view! { pub Sales => <Div>..</Div> }` is an item: the type `Sales`, with one constant for each id
///   (`id=region` is `Sales::region`), which is a tag of other views: `<Sales/>`.
/// - `view! { pub Card(title: &str) => .. }` has parameters: `<Card title="Total"/>`.
/// - `view! { <P>{text}</P> }` is an expression, a `Node`; it declares no ids.
///
/// A view with plain ids stands in a page once. A part that is used several times has ids with fields,
/// and a parameter that tells them apart: `id=Plus { key: key.to_owned() }` in `Counter(key: &str)`,
/// used as `<Counter key="a"/><Counter key="b"/>`, with callbacks that have `MATCH` for `key`.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    view::expand(input.into()).into()
}

/// Makes a callback of a fn: a fn that the page calls when one of the wired props changes.
///
/// | in the attribute | what it does |
/// |---|---|
/// | `output(View::id.prop, ..)` | what the returned value, or tuple, is written to; without it the fn returns nothing |
/// | `output(allow_duplicate(View::id.prop))` | the same, where other callbacks write the prop too |
/// | `input(View::id.prop, ..)` | whose changes call the fn; without it only the page's load does |
/// | `state(View::id.prop, ..)` | what is read along with the inputs |
/// | `input(optional(View::id.prop))` | the same, of a component that the page may lack; also in `state` |
/// | `input(..Filters)`, `output(..Summary)` | all wires of a struct that derives [`Inputs`] or [`Outputs`]: one parameter, one value |
/// | `running(View::id.prop, on, off)` | what a prop is while the fn runs, and afterwards |
/// | `on_error = handler` | the fn that gives the values where this one has failed: see [below](#errors) |
/// | `background`, `background(interval = 500)` | it runs in the background, and the page asks after it, each second or as often as said; see [below](#background) |
/// | `endpoint = "/path"` | programs call it with JSON: `POST` of `{"region": ..}`, by the names of the parameters |
/// | `client = "(a, b) => a + b"` | the browser runs this; the fn is a signature that ends with `;` |
/// | `client = namespace::function` | the browser runs this function of one of your scripts |
/// | `prevent_initial_call` | the page's load does not call it |
/// | `initial_duplicate` | it does, although the output is `allow_duplicate` |
/// | `circular` | a prop may be both input and output |
/// | `blocking`, `inline` | a plain `fn` runs on the blocking pool, or never there |
/// | `cancel` | an `async fn` is dropped when nobody waits for it any more |
/// | `websocket` | the page calls it over a socket, on which `Context::set_props` arrives at once |
/// | `unlisted` | no `app!` needs to list it |
///
/// The fn takes the inputs, then the states, then extractors such as `Context` and `Data<T>`. It
/// returns a value, a tuple of them, `Patch`, `Update`, `NoUpdate`, or a `Result` of any of these.
///
/// # Errors
///
/// A callback that fails or panics leaves its outputs as they are, and the failure is in the log.
/// With `on_error = handler` a fn of yours gives the values in its place: it takes a
/// `&FailedCallback<'_>` and a `&Context`, and returns what the callback does, less the `Result`.
/// `Server::on_error` handles the failures of all other callbacks.
///
/// # Background
///
/// A callback that takes long runs as a job in the background: no request waits for it, and a job
/// store that outlives the server keeps it. An `async fn` runs on the reactor, a plain `fn` on the
/// blocking pool; only so many run at a time, the others wait in a queue. When it is called again
/// before it has ended, the earlier job ends.
///
/// | beside `background` | what it does |
/// |---|---|
/// | `progress(View::id.prop, ..)` | what a parameter of the type `SetProgress<T>` sets while the fn runs; `T` is a tuple if there are several |
/// | `progress_default(value, ..)` | what those props are when it has ended, one value for each |
/// | `cancel(View::id.prop, ..)` | whose changes end the job: an `async fn` at its next await, a plain `fn` when it asks `Context::is_cancelled` |
/// | `cache = "10m"`, or a constant `Duration` | for how long the answer is given again to who asks the same, without calling the fn |
/// | `cache_args_to_ignore(View::id.prop, ..)` | the inputs and states that make no difference to that |
/// | `retries = 3` | how often it runs again after it has failed, with a pause before: 0.1 seconds, then twice as long each time |
#[proc_macro_attribute]
pub fn callback(attribute: TokenStream, item: TokenStream) -> TokenStream {
    callback::expand(attribute.into(), &item.into()).into()
}

/// Joins a layout, its pages and its callbacks into a static `App` whose graph the compiler checks.
///
/// - `layout: View`: the view that the page shows, or `layout: View = layout_fn` with an `async fn`
///   that builds it for each page load. That fn takes extractors, as callbacks do, and returns
///   `View<View>` or a `Result` of it.
/// - `callbacks: [a, module::b, ..GROUP]`: the callbacks, and groups of them that
///   [`callbacks!`](macro@callbacks) names.
/// - `pages: [Home at "/", Report at "/report/{year}?{q}"]`, in an app of several pages: the views
///   that the layout's `<PageContainer/>` shows, each at a path of its own. See [below](#pages).
/// - `not_found: View`: what it shows at any other path. Default: `404 - Page not found`.
/// - `also: [Row, Panel]`, if there are any: the views that callbacks insert into the page later;
///   their ids count as the layout's own do.
///
/// # Pages
///
/// `View at "/path"` is a page; `{name}` in the path is a parameter, and so is what stands after a
/// `?`, with `&` between two: `"/search?{q}&{from}"`. Each sets the parameter of the view that has
/// its name. With `= page_fn` they go to an `async fn` instead: those of the path, then those of the
/// query, then extractors, as callbacks have them. It returns `View<View>`, `Option<View<View>>`
/// with `None` where there is no such page, or a `Result` of either.
///
/// A parameter of the path is of any type that is read from text (`FromStr`); where the text is none,
/// the address is no page's. One of the query is an `Option`, and `None` where the text is none. Of
/// two pages that could be meant, the one goes first that has plain text in the earlier segment.
///
/// More is said of a page in braces at the end, each of it if there is any:
///
/// - `title: ".."`: the title of the document. Default: the view's name in words.
/// - `description: ".."`, `image: ".."`: how the page is described where it is found, and how a link to
///   it looks where somebody shares it. The image is a file of the assets, or a URL.
/// - `redirect_from: ["/old/{year}"]`: older paths, which lead to the page (status 301). Each has the
///   parameters that the page's path has, in any order.
///
/// An address that is no page's is answered with the status 404; one whose page fn fails, with 500.
/// Links between pages are `Link`s, and a callback goes to another page by writing
/// `PageContainer::location.pathname`. The page that is loaded first comes with the layout.
///
/// Each page is checked together with the layout and not with the other pages: an id must be there
/// once, and each callback finds its ids on at least one page, except those that are `optional`. Two
/// outputs must differ, and callbacks must not run in a circle, even where they are never on one
/// page: the browser knows them all at once.
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

/// Wires the fields of a struct, which is then one parameter of any callback: `input(..Filters)`.
///
/// | above a field | what it is |
/// |---|---|
/// | `#[input(View::id.prop)]` | an input of the callback: its changes call the fn |
/// | `#[state(View::id.prop)]` | a state: read along with the inputs |
/// | `#[input(optional(View::id.prop))]` | the same, of a component that the page may lack; also `state` |
///
/// A field has the type that a parameter would have. The wiring stands on the struct, so that one
/// struct serves all callbacks that read the same props; groups and single props mix. On the wire the
/// inputs of a group stand in the place of the group, and its states before those of the callback.
#[proc_macro_derive(Inputs, attributes(input, state, output))]
pub fn inputs(input: TokenStream) -> TokenStream {
    callback::grouped::expand(Kind::Inputs, input.into()).into()
}

/// Wires the fields of a struct, which a callback then returns as one value: `output(..Summary)`.
///
/// Above each field stands `#[output(View::id.prop)]`, or `#[output(allow_duplicate(View::id.prop))]`
/// where other callbacks write the prop too. A field has the type that a returned value would have:
/// the prop's, `Patch`, `Update`, `NoUpdate`. A callback can return `Update` of the struct.
#[proc_macro_derive(Outputs, attributes(input, state, output))]
pub fn outputs(input: TokenStream) -> TokenStream {
    callback::grouped::expand(Kind::Outputs, input.into()).into()
}

/// Makes a struct an id with fields: `id=Cell { row: r, col: 0 }`, which callbacks name by patterns.
///
/// In the page the id is its fields and the struct's name. Two structs of one name and the same fields,
/// of different modules, would be the same ids there: `app!` refuses an app that has both.
#[proc_macro_derive(DashId)]
pub fn dash_id(input: TokenStream) -> TokenStream {
    dash_id::expand(input.into()).into()
}
