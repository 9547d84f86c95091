//! Tests of apps without a browser: a test does what a user does, and asks what is on the page.
//!
//! Turn the feature on for tests alone, by naming the crate once more under `[dev-dependencies]`:
//! `dash = { version = "..", features = ["testing"] }`.
//!
//! ```
//! use dash::prelude::*;
//! use dash::testing::{Result, TestApp};
//!
//! view! {
//!     pub Sales => <Div>
//!         <Dropdown id=region options=["North", "South"] value="North"/>
//!         <H1 id=heading/>
//!         <Button id=like>"Like"</Button>
//!         <P id=likes/>
//!     </Div>
//! }
//!
//! #[callback(output(Sales::heading.children), input(Sales::region.value))]
//! fn head(region: Option<String>, currency: Data<&'static str>) -> String {
//!     format!("Sales in the {}, in {}", region.unwrap_or_default(), *currency)
//! }
//!
//! #[callback(output(Sales::likes.children), input(Sales::like.n_clicks))]
//! fn count(likes: u64) -> u64 {
//!     likes
//! }
//!
//! app! { static APP = { layout: Sales, callbacks: [head, count] } }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result { choosing_a_region_changes_the_heading().await }
//! # /*
//! #[tokio::test]
//! # */
//! async fn choosing_a_region_changes_the_heading() -> Result {
//!     let mut app = TestApp::new(&APP).data("euros").start().await?;
//!     assert_eq!(app.get(Sales::heading.children)?, "Sales in the North, in euros");
//!
//!     app.set(Sales::region.value, "South").await?;
//!     assert_eq!(app.get(Sales::heading.children)?, "Sales in the South, in euros");
//!
//!     app.forget_calls();
//!     app.click(Sales::like).await?;
//!     assert_eq!(app.get(Sales::likes.children)?, "1");
//!     let called: Vec<&str> = app.calls().iter().map(|call| &*call.callback).collect();
//!     assert_eq!(called, ["count"]);
//!     Ok(())
//! }
//! ```
//!
//! # What runs
//!
//! The layout is built as for a page load, by the layout fn and the page fn where there are any. The
//! callbacks run by the rules of the page in the browser, which are written down and tested for both:
//! first calls, chains, what comes and goes with new children, requests that become one. Each call is
//! the request that a browser would send, and is checked and answered by what answers it in the server.
//! An action such as [`TestApp::set`] returns when nothing more follows from it, but callbacks in the
//! background: [`TestApp::until`] waits until they are so far, [`TestApp::until_idle`] until they have
//! ended.
//!
//! # Streams, and tasks that set props
//!
//! Nobody waits for a stream: an action takes the items that are ready, each with all that follows from
//! it, and goes on. [`TestApp::until_changed`] waits for the next one, [`TestApp::until`] for one that
//! fits. A stream ends when a newer call takes its place, and with the page.
//!
//! ```
//! use dash::prelude::*;
//! use dash::testing::{Result, TestApp};
//! use tokio::sync::mpsc::unbounded_channel;
//! use tokio_stream::wrappers::UnboundedReceiverStream;
//!
//! view! {
//!     pub News => <P id=line/>
//! }
//!
//! #[callback(output(News::line.children))]
//! async fn read() -> impl Stream<Item = &'static str> {
//!     let (sender, lines) = unbounded_channel();
//!     tokio::spawn(async move {
//!         for line in ["one", "two", "three"] {
//!             tokio::task::yield_now().await;
//!             sender.send(line)?;
//!         }
//!         Ok::<_, tokio::sync::mpsc::error::SendError<_>>(())
//!     });
//!     UnboundedReceiverStream::new(lines)
//! }
//!
//! app! { static APP = { layout: News, callbacks: [read] } }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result { the_news_are_shown_as_they_come().await }
//! # /*
//! #[tokio::test]
//! # */
//! async fn the_news_are_shown_as_they_come() -> Result {
//!     let mut app = TestApp::new(&APP).start().await?;
//!     app.until_changed(News::line.children).await?;
//!     assert_eq!(app.get(News::line.children)?, "one");
//!     app.until(|app| app.get(News::line.children).is_ok_and(|line| line == "three")).await?;
//!     Ok(())
//! }
//! ```
//!
//! A stream that waits for the time of tokio needs no patience where a test starts with that time
//! paused: `#[tokio::test(start_paused = true)]`, with tokio's feature `test-util`.
//!
//! A test is an open page once it has called a callback over the socket: what a task sets by
//! [`OpenPages`](crate::OpenPages) or a [`PageHandle`](crate::PageHandle) is there after the next
//! action, or when [`TestApp::until`] has waited for it. [`Setup::open_pages`] gives a test the pages of
//! its app.
//!
//! # What a user does
//!
//! [`TestApp::set`] sets whatever a component reports when a user has changed it: the `value` of a field,
//! the boxes of a `Checklist`, a point of a `Graph` (`click_data`), in suites made by others the rows of
//! a table or the `contents` of an upload. [`TestApp::click`] counts, and sets the time of it: clicks, or
//! what a component counts instead, such as `n_submit` of an `Input` for the key Enter, or
//! `submit_n_clicks` and `cancel_n_clicks` of a `ConfirmDialog`. A link is followed by
//! [`TestApp::goto`] with its address.
//!
//! ```
//! use dash::prelude::*;
//! use dash::testing::{Result, TestApp};
//!
//! view! {
//!     pub Order => <Div>
//!         <Input id=name/>
//!         <Checklist id=extras options=["cheese", "ham", "olives"]/>
//!         <P id=order/>
//!     </Div>
//! }
//!
//! #[callback(
//!     output(Order::order.children),
//!     input(Order::name.n_submit),
//!     state(Order::name.value, Order::extras.value),
//!     prevent_initial_call
//! )]
//! fn order(_enter: u64, name: Option<String>, extras: Vec<String>) -> String {
//!     format!("{}: {}", name.unwrap_or_default(), extras.join(", "))
//! }
//!
//! app! { static APP = { layout: Order, callbacks: [order] } }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result { enter_orders().await }
//! # /*
//! #[tokio::test]
//! # */
//! async fn enter_orders() -> Result {
//!     let mut app = TestApp::new(&APP).start().await?;
//!     app.set(Order::name.value, "Ann").await?;
//!     app.set(Order::extras.value, ["ham", "olives"]).await?;
//!     app.click(Order::name.n_submit).await?;
//!     assert_eq!(app.get(Order::order.children)?, "Ann: ham, olives");
//!     Ok(())
//! }
//! ```
//!
//! # What does not
//!
//! Nothing is drawn, and components do nothing by themselves, but for those that stand for the browser:
//! `Location` follows the address ([`TestApp::goto`]), `Store` keeps data, and `Interval` ticks when the
//! test lets time pass ([`TestApp::advance`]). Callbacks that run in the browser need a fn of Rust that
//! stands in for them: [`Setup::client`]. `persistence`
//! keeps what the test has set, as the browser does, but no parts of props such as `columns.name`.
//!
//! # Reading and writing props
//!
//! Props are named as in a callback: `Sales::region.value`, and of one component of a family
//! `Line::Amount.value.of(Amount { row: 1 })`. [`TestApp::get`] gives the prop's own type; what stands
//! in a component is equal to the text that it shows. [`TestApp::json`] gives any value as JSON, such as
//! that of a figure: `app.json(Sales::chart.figure)?["data"][0]["y"]`.
//!
//! # Failures
//!
//! An action fails if a callback does that it leads to, with the callback's name, the causes of its
//! error, and what called it. A test that expects it looks at the error, or at [`TestApp::errors`]; the
//! app goes on. An id that is not in the layout at the moment is named with those that are like it.
//! Nothing is waited for without an end: after [`Setup::time_limit`] the test fails, and is told which
//! callbacks have not ended.
#[doc(no_inline)]
pub use dash_components::Clicks;
#[doc(inline)]
pub use dash_runtime::testing::*;
