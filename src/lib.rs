//! Dashboards in Rust: typed components, callbacks that the compiler checks, one binary.
//!
//! An app is a layout of components, and callbacks that react to them. The compiler knows both:
//! a missing id, a value of the wrong type, two callbacks that write one output, or a cycle is an
//! error at the token to change.
//!
//! ```no_run
//! use dash::prelude::*;
//!
//! view! {
//!     pub Greeter => <Div>
//!         <Input id=name placeholder="Your name"/>
//!         <P id=greeting/>
//!     </Div>
//! }
//!
//! #[callback(output(Greeter::greeting.children), input(Greeter::name.value))]
//! fn greet(name: Option<String>) -> String {
//!     format!("Hello, {}!", name.as_deref().unwrap_or("world"))
//! }
//!
//! app! { static APP = { layout: Greeter, callbacks: [greet] } }
//!
//! #[tokio::main]
//! async fn main() -> dash::Result<()> {
//!     dash::serve(&APP).run().await
//! }
//! ```
//!
//! # Layout
//!
//! [`view!`] writes a tree of components. Tags are the components of [`html`] and [`dcc`], and
//! views of your own; attributes are their props, in `snake_case`. `id=name` declares an id that
//! callbacks can be wired to. Without the macro everything is plain Rust:
//!
//! ```
//! use dash::prelude::*;
//!
//! let page = Div::new().class_name("page").children([H1::new().children("Sales")]).build();
//! ```
//!
//! A view is a tag of other views, and one with plain ids stands in a page once. A part that is used
//! several times has ids with fields instead, and takes the value that tells them apart as a
//! parameter; its callbacks are written once, and `MATCH` keeps each use to itself:
//!
//! ```
//! use dash::prelude::*;
//!
//! #[derive(DashId)]
//! struct Plus {
//!     key: String,
//! }
//!
//! #[derive(DashId)]
//! struct Count {
//!     key: String,
//! }
//!
//! view! {
//!     Counter(key: &str) => <Div>
//!         <Button id=Plus { key: key.to_owned() }>"+"</Button>
//!         <Span id=Count { key: key.to_owned() }/>
//!     </Div>
//! }
//!
//! #[callback(output(Counter::Count { key: MATCH }.children), input(Counter::Plus { key: MATCH }.n_clicks))]
//! fn count(clicks: u64) -> u64 {
//!     clicks
//! }
//!
//! view! { Page => <Div><Counter key="apples"/><Counter key="pears"/></Div> }
//!
//! app! { static APP = { layout: Page, callbacks: [count] } }
//! # assert_eq!(APP.callbacks.len(), 1);
//! ```
//!
//! # Callbacks
//!
//! [`#[callback]`](macro@callback) wires a fn to props. Its parameters are the inputs, then the
//! states, then what it extracts from the server, such as [`Data`] and [`Context`]; what it
//! returns goes to the outputs. The fn itself stays as it is, so a unit test can call it.
//! [`app!`] joins layout and callbacks, and checks the graph of them.
//!
//! Many callbacks often read the same props. A struct that derives [`Inputs`](derive@Inputs) has the
//! wiring on its fields, and is one parameter of each of them; [`Outputs`](derive@Outputs) does the
//! same for what a callback returns:
//!
//! ```
//! use dash::prelude::*;
//!
//! view! {
//!     pub Sales => <Div>
//!         <Dropdown id=region options=["North", "South"]/>
//!         <Slider id=year min=2000 max=2025/>
//!         <H1 id=heading/>
//!         <P id=total/>
//!         <P id=trend/>
//!     </Div>
//! }
//!
//! #[derive(Inputs)]
//! struct Filters {
//!     #[input(Sales::region.value)]
//!     region: Option<String>,
//!     #[state(Sales::year.value)]
//!     year: Option<f64>,
//! }
//!
//! #[derive(Outputs)]
//! struct Summary {
//!     #[output(Sales::heading.children)]
//!     heading: String,
//!     #[output(Sales::total.children)]
//!     total: u64,
//! }
//!
//! #[callback(output(..Summary), input(..Filters))]
//! fn summarize(filters: Filters) -> Summary {
//!     let region = filters.region.unwrap_or_default();
//!     Summary { heading: format!("Sales in the {region}"), total: region.len() as u64 }
//! }
//!
//! #[callback(output(Sales::trend.children), input(Sales::total.children, ..Filters))]
//! fn compare(total: Json<Option<u64>>, filters: Filters) -> Option<String> {
//!     Some(format!("{} since {}", total.0?, filters.year?))
//! }
//!
//! app! { static APP = { layout: Sales, callbacks: [summarize, compare] } }
//! # assert_eq!(APP.callbacks[1].inputs.len(), 2);
//! ```
//!
//! # When a callback fails
//!
//! A callback that returns an error or panics leaves its outputs as they are; the log has the whole
//! chain of causes, the browser nothing of it unless the server is in debug. A handler of the callback's
//! own gives its values in its place; [`Server::on_error`] handles the failures of all others:
//!
//! ```
//! use dash::FailedCallback;
//! use dash::prelude::*;
//! # view! { Sales => <Div><Input id=year/><P id=total/></Div> }
//!
//! #[callback(output(Sales::total.children), input(Sales::year.value), on_error = excuse)]
//! fn total(year: Option<String>) -> Result<String, std::num::ParseIntError> {
//!     let year: u32 = year.unwrap_or_default().parse()?;
//!     Ok(format!("Sales of {year}"))
//! }
//!
//! fn excuse(failed: &FailedCallback<'_>, _: &Context) -> String {
//!     format!("Which year is that? {failed}")
//! }
//! # app! { static APP = { layout: Sales, callbacks: [total] } }
//! # assert_eq!(APP.callbacks.len(), 1);
//! ```
//!
//! # Background
//!
//! A callback that takes long has the word `background`: it runs as a job that no request waits for,
//! and the page asks after it. What goes with it is listed at [`#[callback]`](macro@callback):
//!
//! ```
//! use dash::prelude::*;
//!
//! view! {
//!     pub Report => <Div>
//!         <Button id=run>"Run"</Button>
//!         <Button id=stop>"Stop"</Button>
//!         <Progress id=bar/>
//!         <P id=result/>
//!     </Div>
//! }
//!
//! #[callback(
//!     output(Report::result.children),
//!     input(Report::run.n_clicks),
//!     background,
//!     progress(Report::bar.value, Report::bar.max),
//!     running(Report::run.disabled, true, false),
//!     cancel(Report::stop.n_clicks),
//!     prevent_initial_call
//! )]
//! async fn report(_clicks: u64, progress: SetProgress<(u32, u32)>) -> &'static str {
//!     for page in 1..=12 {
//!         // … asks a database …
//!         progress.set((page, 12));
//!     }
//!     "The report is done"
//! }
//!
//! app! { static APP = { layout: Report, callbacks: [report] } }
//! # assert!(APP.callbacks[0].background.is_some());
//! ```
//!
//! Jobs wait in memory, or in a [`JobStore`] of yours: [`Server::job_store`].
//!
//! # Live updates
//!
//! A callback that returns a stream sets its outputs again and again, until the stream ends, the page
//! leaves, or a newer call takes its place. Any crate's streams will do; an item is what another
//! callback would return:
//!
//! ```
//! use std::time::Duration;
//!
//! use dash::prelude::*;
//! use tokio_stream::{StreamExt, wrappers::IntervalStream};
//!
//! view! { pub Clock => <Div><Button id=restart/><P id=seconds/></Div> }
//!
//! #[callback(output(Clock::seconds.children), input(Clock::restart.n_clicks))]
//! fn run(_clicks: u64) -> impl Stream<Item = u64> {
//!     let mut seconds = 0;
//!     IntervalStream::new(tokio::time::interval(Duration::from_secs(1))).map(move |_| {
//!         seconds += 1;
//!         seconds
//!     })
//! }
//!
//! app! { static APP = { layout: Clock, callbacks: [run] } }
//! # assert!(APP.callbacks[0].options.stream);
//! ```
//!
//! Streams go over the WebSocket that all pages of a browser share, or over server-sent events where a
//! proxy forbids it. A client that has none gets the
//! last item that comes within ten seconds. Tasks of the program set props, too: on the page that
//! called ([`Context::page`]), or on all that are open ([`Server::open_pages`]).
//!
//! # Serving
//!
//! [`serve`] makes a server of an app. It runs on its own, or becomes an axum router that mounts
//! anywhere: [`Server::into_router`], as the example `mount` does. [`Config`] holds the settings, and says which environment
//! variables set them.
//!
//! # Components made by others
//!
//! Suites made for Dash run in the page as they are. `cargo xtask codegen --schema` writes a module of
//! typed components from the schema of a suite, and [`Server::suite`] serves the bundles that pip or
//! npm installed: see [`Suite`]. Props whose type the schema leaves open take [any JSON](AnyValue).
//!
//! # Features
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `server` | yes | [`serve`]: the app over HTTP, with axum and tokio |
//! | `front-end` | yes | the browser's side, inside the binary |
//! | `testing` | no | [`testing`]: tests of apps without a browser |
//! | `sqlite` | no | background jobs in a database: `SqliteStore` |
//! | `plotly` | no | figures from the `plotly` crate: `From<plotly::Plot> for Figure` |

pub mod prelude;
#[cfg(feature = "testing")]
pub mod testing;

#[doc(inline)]
pub use dash_components::{
    self as components, AnyValue, Component, DashId, Figure, IntoNode, IntoProp, Json, Node,
    OptionItem, OptionValue, Options, PageContainer, Prop, PropOf, Style, SuiteDef, View, dcc,
    html,
};
#[doc(hidden)]
pub use dash_components::{Missing, TextKey};
#[doc(inline)]
pub use dash_macros::{DashId, Inputs, OptionValue, Outputs, app, callback, callbacks, view};
#[doc(inline)]
pub use dash_runtime::*;

/// What generated code needs; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use dash_components::{self as components, __private::*};
    pub use dash_runtime::{self as runtime, __private::*};
}
