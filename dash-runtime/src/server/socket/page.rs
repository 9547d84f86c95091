//! A page behind a socket: known to the whole server for as long as both are there.
use std::sync::Arc;

use super::message;
use super::outbox::Outbox;
use crate::callback::side_update::SideUpdate;
use crate::server::Shared;
use crate::server::live::{OpenPage, OpenPages, PageHandle, Say};

/// A page of a socket; gone when dropped.
pub(in crate::server) struct SocketPage {
    pub(in crate::server) page: Arc<OpenPage>,
    pub(in crate::server) handle: PageHandle,
    all: OpenPages,
}

impl SocketPage {
    pub(in crate::server) fn open(renderer: String, way: Box<dyn Say>, shared: &Shared) -> Self {
        let page = Arc::new(OpenPage::new(renderer, way));
        let handle = PageHandle::new(Arc::clone(&page), shared.callbacks.app());
        let all = shared.open_pages.clone();
        all.add(handle.clone());
        Self { page, handle, all }
    }
}

impl Drop for SocketPage {
    fn drop(&mut self) {
        self.all.remove(&self.handle);
        self.page.close();
    }
}

/// The way over a socket.
pub(super) struct OverSocket(pub(super) Outbox);

impl Say for OverSocket {
    fn set(&self, renderer: &str, update: SideUpdate) -> Result<(), SideUpdate> {
        let Ok(message) = message::set_props(renderer, &update) else { return Err(update) };
        self.0.send(message);
        Ok(())
    }

    fn ask(&self, renderer: &str, question: &str, id: &str, property: &str) {
        self.0.send(message::get_props(renderer, question, id, property));
    }
}
