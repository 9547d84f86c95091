//! A page of a test, as the server speaks to it of its own accord: over a channel.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::value::to_raw_value;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::yield_now;

use super::Shared;
use super::live::Say;
use super::socket::SocketPage;
use crate::callback::side_update::{Line, SideUpdate};

/// What the server says to a page.
#[derive(Debug)]
pub(crate) enum Word {
    Set(SideUpdate),
    Ask { question: String, id: String, property: String },
}

/// A page that the server can speak to; gone when dropped.
pub(crate) struct TestPage(SocketPage);

impl TestPage {
    pub(super) fn open(words: UnboundedSender<Word>, shared: &Shared) -> Self {
        Self(SocketPage::open("test".to_owned(), Box::new(OverChannel(words)), shared))
    }

    /// The way of what one of its callbacks sets.
    pub(crate) fn line(&self) -> Line {
        self.0.handle.line()
    }

    /// Answers a question of the server.
    pub(crate) fn answer(&self, question: &str, property: &str, value: &Value) {
        if let Ok(answer) = to_raw_value(&json!({ property: value })) {
            self.0.page.answer(question, answer);
        }
    }
}

impl std::fmt::Debug for TestPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("TestPage").field(&self.0.page).finish()
    }
}

/// The way to a page of a test, which is there for as long as anyone speaks to it.
struct OverChannel(UnboundedSender<Word>);

impl Say for OverChannel {
    fn set(&self, _renderer: &str, update: SideUpdate) -> Result<(), SideUpdate> {
        if update.fault().is_some() {
            return Err(update);
        }
        // What is said to a page that is gone is lost.
        let _ = self.0.send(Word::Set(update));
        Ok(())
    }

    fn ask(&self, _renderer: &str, question: &str, id: &str, property: &str) {
        let (question, id, property) = (question.to_owned(), id.to_owned(), property.to_owned());
        // Who asks a page that is gone is told so.
        let _ = self.0.send(Word::Ask { question, id, property });
    }
}

/// Has the page take in what a call has set before the call goes on.
#[derive(Default)]
pub(super) struct Pace(Arc<AtomicBool>);

impl Pace {
    /// A line that notes what is set over it.
    pub(super) fn along(&self, Line { push, page }: Line) -> Line {
        let has_set = Arc::clone(&self.0);
        let push = Arc::new(move |update| {
            has_set.store(true, Ordering::Relaxed);
            push(update)
        });
        Line { push, page }
    }

    pub(super) async fn room(&self) {
        if self.0.swap(false, Ordering::Relaxed) {
            yield_now().await;
        }
    }
}
