//! Callbacks in the background: a test sees how far they are, waits for them, and ends them.
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use dash::SetProgress;
use dash::prelude::*;
use dash::testing::{Result, TestApp};

view! {
    Work => <Div>
        <Button id=start>"Start"</Button>
        <Button id=stop>"Stop"</Button>
        <P id=progress/>
        <P id=result/>
        <P id=after/>
    </Div>
}

/// Lets the work end.
static MAY_END: AtomicBool = AtomicBool::new(false);

#[callback(
    output(Work::result.children),
    input(Work::start.n_clicks),
    background,
    progress(Work::progress.children),
    progress_default("none"),
    running(Work::start.disabled, true, false),
    cancel(Work::stop.n_clicks),
    prevent_initial_call
)]
async fn work(clicks: u64, progress: SetProgress<String>) -> std::result::Result<String, String> {
    if clicks == 3 {
        return Err("no work is left".to_owned());
    }
    progress.set("half".to_owned());
    while !MAY_END.load(Ordering::SeqCst) {
        tokio::task::yield_now().await;
    }
    Ok(format!("work {clicks}"))
}

#[callback(output(Work::after.children), input(Work::result.children), prevent_initial_call)]
fn follow(result: Json<String>) -> String {
    format!("after {}", result.0)
}

app! { static APP = { layout: Work, callbacks: [work, follow] } }

#[callback(output(Work::result.children), input(Work::start.n_clicks), background, prevent_initial_call)]
async fn idle(_clicks: u64) -> String {
    std::future::pending().await
}

#[callback(output(Work::after.children), input(Work::stop.n_clicks), prevent_initial_call)]
async fn hang(_clicks: u64) -> String {
    std::future::pending().await
}

app! { static ENDLESS = { layout: Work, callbacks: [idle, hang] } }

#[tokio::test]
async fn work_is_waited_for_when_the_test_says_so_and_ended_by_a_click() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.click(Work::start).await?;
    assert!(app.get(Work::start.disabled)?);
    app.until(|app| app.get(Work::progress.children).is_ok_and(|shown| shown == "half")).await?;
    app.click(Work::stop).await?;
    app.until_idle().await?;
    assert_eq!(app.get(Work::result.children)?, "");
    assert_eq!(app.get(Work::progress.children)?, "none");

    MAY_END.store(true, Ordering::SeqCst);
    app.click(Work::start).await?;
    app.until_idle().await?;
    assert_eq!(app.get(Work::after.children)?, "after work 2");
    assert_eq!(app.get(Work::progress.children)?, "none");
    assert!(!app.get(Work::start.disabled)?);

    app.click(Work::start).await?;
    let error = app.until_idle().await.unwrap_err().to_string();
    assert!(error.starts_with("callback `work` failed: no work is left"), "{error}");
    let never = app.until(|_| false).await.unwrap_err().to_string();
    assert!(never.starts_with("nothing goes on any more"), "{never}");
    Ok(())
}

#[tokio::test]
async fn work_that_does_not_end_in_time_is_named() -> Result {
    let mut app = TestApp::new(&ENDLESS).time_limit(Duration::from_millis(20)).start().await?;
    app.click(Work::start).await?;
    let error = app.until_idle().await.unwrap_err().to_string();
    assert_eq!(
        error,
        "after 20ms, `idle` (`result.children`) has not ended\n\nhelp: if it needs longer, start the test with `.time_limit(..)`"
    );
    let error = app.until_changed(Work::result.children).await.unwrap_err().to_string();
    assert_eq!(
        error,
        "after 20ms, `result.children` is still null; still going on: `idle` (`result.children`)"
    );
    let error = app.click(Work::stop).await.unwrap_err().to_string();
    assert!(error.starts_with("after 20ms, `hang` (`after.children`) has not ended"), "{error}");
    Ok(())
}
