//! Runs an app for as long as a test waits for something.
use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::app::TestApp;
use super::error::Error;
use super::running::Waits;

impl TestApp {
    /// Runs the first calls.
    pub(super) async fn begin(&mut self) -> Result<(), Error> {
        self.page.engine.load();
        self.settle().await
    }

    /// Sets props as a component reports them.
    pub(super) async fn report(
        &mut self,
        id: &str,
        props: Vec<(String, Value)>,
    ) -> Result<(), Error> {
        self.component(id)?;
        self.page.engine.change(id, props);
        self.settle().await
    }

    /// Runs callbacks until nothing more follows, but what goes on for longer.
    pub(super) async fn settle(&mut self) -> Result<(), Error> {
        self.run(Waits::Calls, |_| false).await
    }

    /// Waits until `holds`; says what else is the case if it never does.
    pub(super) async fn wait_for(
        &mut self,
        holds: impl Fn(&Self) -> bool,
        found: impl Fn(&Self) -> String,
    ) -> Result<(), Error> {
        match self.run(Waits::Anything, &holds).await {
            Ok(()) if holds(self) => Ok(()),
            Ok(()) => Err(Error::NeverHolds { found: found(self) }),
            Err(Error::TimeLimit { after, going }) => {
                Err(Error::TooLate { found: found(self), after, going })
            }
            Err(error) => Err(error),
        }
    }

    /// Runs callbacks until `holds`, or until nothing goes on that the test waits for.
    pub(super) async fn run(
        &mut self,
        waits: Waits,
        holds: impl Fn(&Self) -> bool,
    ) -> Result<(), Error> {
        let before = self.page.failures.len();
        let end = Instant::now() + self.time_limit;
        let mut loads = None;
        while !holds(self) {
            self.page.take_pushed();
            loads = self.browser.react(&mut self.page.engine).or(loads);
            let started = self.page.advance();
            let Ok(any) = timeout_at(end, self.page.wait(waits)).await else {
                let (after, going) = (self.time_limit, self.page.awaited(waits));
                return Err(Error::TimeLimit { after, going });
            };
            if !any && !started && self.page.engine.is_settled() {
                break;
            }
        }
        if let [_, ..] = &self.page.failures[before..] {
            return Err(Error::Callbacks(self.page.failures[before..].to_vec()));
        }
        match loads {
            // A page that leads to another one, which leads on.
            Some(address) => Box::pin(self.load(&address.shown())).await,
            None => Ok(()),
        }
    }
}
