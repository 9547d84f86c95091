//! A running app as a test sees it: what a user can do, and what is on the page.
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use dash_components::{Clicks, IntoProp, PropOf, Shown};
use serde_json::Value;

use super::browser::{Browser, has_location};
use super::calls::Call;
use super::clock::ticks;
use super::drive::Page;
use super::engine::Engine;
use super::error::{CallbackFailure, Error};
use super::graph::Graph;
use super::headers::Headers;
use super::ids::prop_id;
use super::location::Address;
use super::setup::Setup;
use super::similar::similar;
use super::slots::Slots;
use super::spec::Spec;
use super::stand_in::StandIn;
use super::tree::Tree;
use super::value::without_marks;
use crate::server::InProcess;
use crate::{App, wire};

/// A page of an app that runs in a test, without a browser: see the [module](super).
#[derive(Debug)]
pub struct TestApp {
    server: Arc<InProcess>,
    stand_ins: Arc<HashMap<String, StandIn>>,
    browser: Browser,
    page: Page,
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
    ) -> Result<Self, Error> {
        let browser = Browser::new(Address::read(address));
        let page = open(&server, &stand_ins, headers, &browser.address).await?;
        let mut app = Self { server, stand_ins, browser, page };
        app.start().await?;
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

    /// Clicks a component: its `n_clicks` grows by 1.
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
        if is("disable_n_clicks") {
            return not("it does not count clicks");
        }
        let clicks = props.get(property).and_then(Value::as_u64).unwrap_or_default() + 1;
        let at = self.browser.clock.timestamp();
        let counted = [(property, clicks), ("n_clicks_timestamp", at)];
        let props = counted.map(|(name, value)| (name.to_owned(), Value::from(value)));
        self.report(&id, props.into()).await
    }

    /// The value of a prop, as a type of Rust: see [`Shown`].
    ///
    /// # Errors
    ///
    /// - No component of the layout has the id.
    /// - The value has another type.
    pub fn get<P: Shown>(&self, prop: impl Into<PropOf<P>>) -> Result<P::Value, Error> {
        let prop = prop.into();
        let (id, property) = (prop.id.clone(), prop.property);
        let value = self.json(prop)?;
        P::read(&value).map_err(|reason| Error::Value {
            prop: prop_id(id, property),
            reason: reason.to_string(),
            found: shortened(&value),
        })
    }

    /// The value of a prop as JSON; null where the page has none.
    ///
    /// # Errors
    ///
    /// - No component of the layout has the id.
    pub fn json<P>(&self, prop: impl Into<PropOf<P>>) -> Result<Value, Error> {
        let PropOf { id, property, .. } = prop.into();
        Ok(self.component(&id)?.get(property).map(without_marks).unwrap_or_default())
    }

    /// Whether a component of the layout has this id at the moment.
    pub fn has<P>(&self, prop: impl Into<PropOf<P>>) -> bool {
        self.page.engine.tree.ids().has(&prop.into().id)
    }

    /// The calls of callbacks so far, the first calls included; [`forget_calls`](Self::forget_calls)
    /// starts anew.
    pub fn calls(&self) -> &[Call] {
        &self.page.calls
    }

    /// Forgets the calls so far: what follows is asked about alone.
    pub fn forget_calls(&mut self) {
        self.page.calls.clear();
    }

    /// The callbacks that have failed so far. Each has failed the action that led to it.
    pub fn errors(&self) -> &[CallbackFailure] {
        &self.page.failures
    }

    /// Waits for callbacks in the background, which actions do not wait for, and what follows from them.
    ///
    /// # Errors
    ///
    /// - A callback fails.
    pub async fn until_idle(&mut self) -> Result<(), Error> {
        self.run(true, |_| false).await
    }

    /// Waits until something holds: until a callback in the background is so far, say.
    ///
    /// # Errors
    ///
    /// - A callback fails.
    /// - Nothing goes on any more, and it does not hold.
    pub async fn until(&mut self, holds: impl Fn(&Self) -> bool) -> Result<(), Error> {
        self.run(true, &holds).await?;
        if holds(self) { Ok(()) } else { Err(Error::NeverHolds) }
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
        self.start().await
    }

    /// The address that is shown: `/report/2024?region=South`.
    pub fn address(&self) -> String {
        self.browser.address.shown()
    }

    /// The title of the document: that of the page shown, or of the app.
    pub fn title(&self) -> String {
        let store = self.page.engine.tree.prop("_pages_store", "data");
        let shown = store.and_then(|data| data["title"].as_str()).map(str::to_owned);
        shown.unwrap_or_else(|| self.server.title().to_owned())
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

    /// Runs the first calls.
    async fn start(&mut self) -> Result<(), Error> {
        self.page.engine.load();
        self.settle().await
    }

    async fn report(&mut self, id: &str, props: Vec<(String, Value)>) -> Result<(), Error> {
        self.component(id)?;
        self.page.engine.change(id, props);
        self.settle().await
    }

    /// Runs callbacks until nothing more follows, but what goes on in the background.
    async fn settle(&mut self) -> Result<(), Error> {
        self.run(false, |_| false).await
    }

    /// Runs callbacks until `holds`, or nothing more follows; with `jobs`, from the background either.
    async fn run(&mut self, jobs: bool, holds: impl Fn(&Self) -> bool) -> Result<(), Error> {
        let before = self.page.failures.len();
        let mut loads = None;
        while !holds(self) {
            self.page.take_pushed();
            loads = self.browser.react(&mut self.page.engine).or(loads);
            let started = self.page.advance();
            if !self.page.wait(jobs).await && !started && self.page.engine.is_settled() {
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

    /// The props of a component.
    fn component(&self, id: &str) -> Result<&serde_json::Map<String, Value>, Error> {
        let tree = &self.page.engine.tree;
        let props = tree.component(id).and_then(|component| component["props"].as_object());
        props.ok_or_else(|| {
            let known = tree.ids().places().iter().map(|place| place.id.to_string());
            Error::UnknownId { id: id.to_owned(), similar: similar(id, known) }
        })
    }
}

/// Loads the page at an address; nothing is called yet.
async fn open(
    server: &Arc<InProcess>,
    stand_ins: &Arc<HashMap<String, StandIn>>,
    mut headers: Headers,
    address: &Address,
) -> Result<Page, Error> {
    let cannot = |reason: String| Error::Load { address: address.shown(), reason };
    let loaded = server.load(&address.of_request(), headers.of_request()).await.map_err(cannot)?;
    headers.keep(&loaded.reply);
    let layout = wire::json(&loaded.layout).map_err(|error| cannot(error.to_string()))?;
    let specs = wire::json(&server.dependencies()).and_then(serde_json::from_value::<Vec<Spec>>);
    let specs = specs.map_err(|error| cannot(error.to_string()))?;
    let tree = Tree::new(layout, Slots::new(server.children_props()));
    let engine = Engine::new(Graph::new(&specs), tree);
    Ok(Page::new(Arc::clone(server), Arc::clone(stand_ins), headers, engine))
}

/// The value as JSON, or the start of it.
fn shortened(value: &Value) -> String {
    const MOST: usize = 200;
    let mut text = value.to_string();
    if text.len() > MOST {
        text.truncate(text.floor_char_boundary(MOST));
        text.push('…');
    }
    text
}
