//! Streams and open pages: items come as they are ready, and nobody waits for a stream.
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use dash::prelude::*;
use dash::testing::{Result, TestApp};
use dash::{OpenPages, PageError};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::UnboundedReceiverStream;

view! {
    Live => <Div>
        <Button id=start>"Start"</Button>
        <Button id=fail>"Fail"</Button>
        <P id=tick/>
        <P id=doubled/>
        <P id=letters/>
        <P id=seen/>
        <P id=news/>
        <P id=echo/>
    </Div>
}

/// What streams give, when the test says so.
#[derive(Debug, Clone, Default)]
struct Feed(Arc<Mutex<Vec<UnboundedSender<u32>>>>);

impl Feed {
    fn subscribe(&self) -> UnboundedReceiverStream<u32> {
        let (sender, items) = unbounded_channel();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        UnboundedReceiverStream::new(items)
    }

    /// Gives an item to each stream that is read; how many they are.
    fn give(&self, item: u32) -> usize {
        let senders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        senders.iter().filter(|sender| sender.send(item).is_ok()).count()
    }
}

/// An item at once, then what the feed gives, without an end.
#[callback(
    output(Live::tick.children),
    input(Live::start.n_clicks),
    running(Live::news.hidden, true, false)
)]
async fn tick(clicks: u64, feed: Data<Feed>) -> impl Stream<Item = String> {
    let later = feed.subscribe();
    tokio_stream::once(0).chain(later).map(move |item| format!("{clicks}.{item}"))
}

#[callback(output(Live::doubled.children), input(Live::tick.children))]
fn double(tick: Json<Option<String>>) -> String {
    tick.0.unwrap_or_default().repeat(2)
}

/// All its items are ready at once.
#[callback(output(Live::letters.children), input(Live::start.n_clicks))]
async fn spell(_clicks: u64) -> impl Stream<Item = &'static str> {
    tokio_stream::iter(["a", "b", "c"])
}

#[callback(output(Live::seen.children), input(Live::letters.children), state(Live::seen.children))]
fn see(letter: Json<Option<String>>, seen: Json<Option<String>>) -> String {
    seen.0.unwrap_or_default() + &letter.0.unwrap_or_default()
}

#[callback(output(Live::news.children), input(Live::fail.n_clicks), prevent_initial_call)]
async fn fail(_clicks: u64) -> impl Stream<Item = std::result::Result<&'static str, &'static str>> {
    tokio_stream::iter([Ok("all is well"), Err("the line is cut")])
}

app! { static APP = { layout: Live, callbacks: [tick, double, spell, see, fail] } }

async fn start(feed: &Feed) -> Result<TestApp> {
    Ok(TestApp::new(&APP).data(feed.clone()).start().await?)
}

#[tokio::test]
async fn items_come_as_they_are_ready_with_what_follows_from_each() -> Result {
    let feed = Feed::default();
    let mut app = start(&feed).await?;
    assert_eq!(app.get(Live::tick.children)?, "0.0");
    assert_eq!(app.get(Live::doubled.children)?, "0.00.0");
    assert_eq!(app.get(Live::seen.children)?, "abc");
    assert!(app.get(Live::news.hidden)?);
    for item in 1..=3 {
        feed.give(item);
    }
    app.until_changed(Live::tick.children).await?;
    assert_eq!(app.get(Live::tick.children)?, "0.1");
    app.until(|app| app.get(Live::doubled.children).is_ok_and(|shown| shown == "0.30.3")).await?;
    // A stream has no end to wait for.
    app.until_idle().await?;
    assert_eq!(app.get(Live::tick.children)?, "0.3");
    Ok(())
}

#[tokio::test]
async fn a_stream_ends_when_a_newer_call_takes_its_place_and_with_the_page() -> Result {
    let feed = Feed::default();
    let mut app = start(&feed).await?;
    assert_eq!(feed.give(1), 1);
    app.click(Live::start).await?;
    assert_eq!(app.get(Live::tick.children)?, "1.0");
    assert_eq!(feed.give(1), 1);
    app.load("/").await?;
    assert_eq!(app.get(Live::tick.children)?, "0.0");
    assert_eq!(feed.give(1), 1);
    drop(app);
    assert_eq!(feed.give(1), 0);
    Ok(())
}

#[tokio::test]
async fn a_stream_that_fails_fails_the_action() -> Result {
    let mut app = start(&Feed::default()).await?;
    let error = app.click(Live::fail).await.unwrap_err().to_string();
    assert_eq!(error, "callback `fail` failed: the line is cut\n  called by: fail.n_clicks");
    assert_eq!(app.get(Live::news.children)?, "all is well");
    Ok(())
}

#[tokio::test]
async fn tasks_of_the_server_set_and_read_props_of_the_page() -> Result {
    let setup = TestApp::new(&APP).data(Feed::default());
    let pages: OpenPages = setup.open_pages();
    let mut app = setup.start().await?;
    let task = tokio::spawn(async move {
        pages.set_props(Live::news.children, "news")?;
        let page = pages.all().pop().ok_or(PageError::Gone)?;
        let Json(heard): Json<String> = page.get_props(Live::news.children).await?;
        page.set_props(Live::echo.children, heard.to_uppercase())?;
        page.closed().await;
        Ok::<_, PageError>(pages.all().len())
    });
    app.until(|app| app.get(Live::echo.children).is_ok_and(|shown| shown == "NEWS")).await?;
    drop(app);
    assert_eq!(task.await??, 0);
    Ok(())
}

#[tokio::test]
async fn what_never_comes_is_said_with_what_goes_on() -> Result {
    let setup = TestApp::new(&APP).data(Feed::default()).time_limit(Duration::from_millis(5));
    let mut app = setup.start().await?;
    let error = app.until_changed(Live::tick.children).await.unwrap_err().to_string();
    assert_eq!(
        error,
        "after 5ms, `tick.children` is still \"0.0\"; still going on: `tick` (`tick.children`)"
    );
    Ok(())
}
