//! What a test sees of an app: the page, its address and title, and which callbacks were called.
use dash_components::{PropOf, Shown};
use serde_json::{Map, Value};

use super::app::TestApp;
use super::calls::Call;
use super::error::{CallbackFailure, Error};
use super::ids::prop_id;
use super::similar::similar;
use super::value::without_marks;

impl TestApp {
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

    /// The callbacks that have failed so far. Each has failed the action that led to it, or during
    /// which its stream, or its work in the background, failed.
    pub fn errors(&self) -> &[CallbackFailure] {
        &self.page.failures
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

    /// The props of a component.
    pub(super) fn component(&self, id: &str) -> Result<&Map<String, Value>, Error> {
        let tree = &self.page.engine.tree;
        let props = tree.component(id).and_then(|component| component["props"].as_object());
        props.ok_or_else(|| {
            let known = tree.ids().places().iter().map(|place| place.id.to_string());
            Error::UnknownId { id: id.to_owned(), similar: similar(id, known) }
        })
    }
}

/// The value as JSON, or the start of it.
pub(super) fn shortened(value: &Value) -> String {
    const MOST: usize = 200;
    let mut text = value.to_string();
    if text.len() > MOST {
        text.truncate(text.floor_char_boundary(MOST));
        text.push('…');
    }
    text
}
