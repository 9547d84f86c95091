//! A running app in the hands of a test: what a user can do, and what a test can wait for.
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use dash_components::{Clicks, IntoProp, PropOf};
use serde_json::Value;

use super::browser::{Browser, has_location};
use super::clock::ticks;
use super::drive::Page;
use super::error::Error;
use super::headers::Headers;
use super::ids::prop_id;
use super::load::open;
use super::location::Address;
use super::look::shortened;
use super::running::Waits;
use super::setup::Setup;
use super::stand_in::StandIn;
use crate::App;
use crate::server::InProcess;

/// A page of an app that runs in a test, without a browser: see the [module](super).
#[derive(Debug)]
pub struct TestApp {
    pub(super) server: Arc<InProcess>,
    stand_ins: Arc<HashMap<String, StandIn>>,
    pub(super) browser: Browser,
    pub(super) page: Page,
    pub(super) time_limit: Duration,
}

impl TestApp {
    /// Prepares a test of an app; [`Setup::start`] loads its page.
    #[expect(clippy::new_ret_no_self, reason = "an app runs once its page is loaded")]
    pub fn new(app: &'static App) -> Setup {
        Setup::new(app)
    }

    /// Loads the page at an address, in a browser of its own.
    pub(super) async fn open(
        server: Arc<InProcess>,
        stand_ins: Arc<HashMap<String, StandIn>>,
        headers: Headers,
        address: &str,
        time_limit: Duration,
    ) -> Result<Self, Error> {
        let browser = Browser::new(Address::read(address));
        let page = open(&server, &stand_ins, headers, &browser.address).await?;
        let mut app = Self { server, stand_ins, browser, page, time_limit };
        app.begin().await?;
        Ok(app)
    }

    /// Sets a prop as its component does when the user changes it; whoever listens is called if the
    /// value differs. Waits until nothing more follows.
    ///
    /// # Errors
    ///
    /// - No component of the layout has the id.
    /// - A callback fails that is called by it.
    pub async fn set<P>(
        &mut self,
        prop: impl Into<PropOf<P>>,
        value: impl IntoProp<P>,
    ) -> Result<(), Error> {
        let PropOf { id, property, .. } = prop.into();
        let unwritable = |error: serde_json::Error| Error::Unwritable {
            prop: prop_id(&id, property),
            reason: error.to_string(),
        };
        let value = serde_json::to_value(value.into_prop()).map_err(unwritable)?;
        self.report(&id, vec![(property.to_owned(), value)]).await
    }

    /// Clicks a component: its `n_clicks` grows by 1, and `n_clicks_timestamp` is the time. Where a
    /// component counts something else, such as `n_submit` of an `Input`, the same with that prop.
    ///
    /// # Errors
    ///
    /// - No component of the layout has the id.
    /// - It is disabled, or does not count clicks.
    /// - A callback fails that is called by it.
    pub async fn click(&mut self, component: impl Into<Clicks>) -> Result<(), Error> {
        let Clicks(PropOf { id, property, .. }) = component.into();
        let props = self.component(&id)?;
        let is = |name: &str| props.get(name).and_then(Value::as_bool) == Some(true);
        let not = |reason| Err(Error::NotClickable { id: id.to_string(), reason });
        if is("disabled") {
            return not("it is disabled");
        }
        if property == "n_clicks" && is("disable_n_clicks") {
            return not("it does not count clicks");
        }
        let clicks = props.get(property).and_then(Value::as_u64).unwrap_or_default() + 1;
        let at = self.browser.clock.timestamp();
        let counted = [(property.to_owned(), clicks), (format!("{property}_timestamp"), at)];
        let props = counted.map(|(name, value)| (name, Value::from(value)));
        self.report(&id, props.into()).await
    }

    /// Waits for callbacks in the background, which actions do not wait for, and what follows from
    /// them. Streams have no end to wait for.
    ///
    /// # Errors
    ///
    /// - A callback fails.
    /// - One has not ended by the [time limit](Setup::time_limit).
    pub async fn until_idle(&mut self) -> Result<(), Error> {
        self.run(Waits::Jobs, |_| false).await
    }

    /// Waits until something holds: until a callback in the background is so far, say, a stream has
    /// given an item, or a task of the server has set a prop.
    ///
    /// # Errors
    ///
    /// - A callback fails.
    /// - Nothing goes on any more, or the [time limit](Setup::time_limit) is over, and it does not hold.
    pub async fn until(&mut self, holds: impl Fn(&Self) -> bool) -> Result<(), Error> {
        self.wait_for(holds, |_| "what the test waits for does not hold".to_owned()).await
    }

    /// Waits until a prop has another value than now: for the next item of a stream, say. Items that
    /// set the value that is there are passed over.
    ///
    /// # Errors
    ///
    /// - No component of the layout has the id.
    /// - A callback fails.
    /// - Nothing goes on any more, or the [time limit](Setup::time_limit) is over, and the value is the
    ///   same.
    pub async fn until_changed<P>(&mut self, prop: impl Into<PropOf<P>>) -> Result<(), Error> {
        let PropOf { id, property, .. } = prop.into();
        let before = self.component(&id)?.get(property).cloned();
        let now = |app: &Self| app.page.engine.tree.prop(&id, property).cloned();
        let same = |app: &Self| {
            let value = now(app).unwrap_or_default();
            format!("`{}` is still {}", prop_id(&id, property), shortened(&value))
        };
        self.wait_for(|app| now(app) != before, same).await
    }

    /// Goes to another address, as by a link: the page stays, and each `Location` in it reports the
    /// address. A page without one is [loaded](Self::load).
    ///
    /// # Errors
    ///
    /// - A callback fails that is called by it, or the page that it leads to.
    pub async fn goto(&mut self, address: &str) -> Result<(), Error> {
        if !has_location(&self.page.engine) {
            return self.load(address).await;
        }
        self.browser.show(&mut self.page.engine, Address::read(address));
        self.settle().await
    }

    /// Loads the page at an address anew, as when a user reloads it or types the address. What is left
    /// of the page before are cookies, and the data of a `Store` that the browser keeps.
    ///
    /// # Errors
    ///
    /// - The layout fn or the page fails, or a callback.
    pub async fn load(&mut self, address: &str) -> Result<(), Error> {
        let (address, headers) = (Address::read(address), self.page.headers.clone());
        let page = open(&self.server, &self.stand_ins, headers, &address).await?;
        self.browser.leave(address);
        self.page = self.page.followed_by(page);
        self.begin().await
    }

    /// Lets time pass: each `Interval` ticks whose time comes, one after the other, and what follows is
    /// waited for. The time of a test stands still otherwise; that of tokio is another one.
    ///
    /// # Errors
    ///
    /// - A callback fails that is called by it.
    pub async fn advance(&mut self, time: Duration) -> Result<(), Error> {
        let end = self.browser.clock.now() + time;
        while self.browser.clock.now() < end {
            for id in self.browser.clock.next(&self.page.engine.tree, end) {
                let ticks = ticks(self.component(&id)?);
                self.page.engine.change(&id, vec![("n_intervals".into(), ticks.into())]);
            }
            self.settle().await?;
        }
        Ok(())
    }
}
