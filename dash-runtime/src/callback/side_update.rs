//! Props that a callback sets beside its outputs.
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use dash_components::{PropOf, PropValue};

/// What one call sets beside its outputs; clones share it.
#[derive(Clone, Default)]
pub(crate) struct SideUpdates {
    /// What waits for the answer.
    kept: Arc<Mutex<Vec<SideUpdate>>>,
    push: Option<Push>,
}

/// Has the page set a prop at once; gives back what it cannot.
pub(crate) type Push = Arc<dyn Fn(SideUpdate) -> Result<(), SideUpdate> + Send + Sync>;

/// How a call reaches its page while it runs.
#[cfg(feature = "server")]
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) push: Push,
    /// What user code speaks to; not there for a job in the background.
    pub(crate) page: Option<crate::PageHandle>,
}

#[cfg(feature = "server")]
impl From<Push> for Line {
    fn from(push: Push) -> Self {
        Self { push, page: None }
    }
}

/// A component, and what its props are set to.
#[derive(Debug)]
pub(crate) struct SideUpdate {
    pub(crate) id: Cow<'static, str>,
    /// The key of the id, or of its family.
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "only the server checks it"))]
    pub(crate) id_key: u64,
    pub(crate) props: Vec<(&'static str, PropValue)>,
}

#[cfg(feature = "server")]
impl SideUpdate {
    /// Why it cannot be written as JSON, if that is so.
    pub(crate) fn fault(&self) -> Option<serde_json::Error> {
        self.props.iter().find_map(|(_, value)| serde_json::to_writer(std::io::sink(), value).err())
    }
}

impl SideUpdates {
    /// Nothing yet; what will be set goes through `push`, if that is there.
    #[cfg(feature = "server")]
    pub(crate) fn new(push: Option<Push>) -> Self {
        Self { push, ..Self::default() }
    }

    /// Sets a prop; of two values that are kept for it, the last one counts.
    pub(crate) fn set<T>(&self, prop: PropOf<T>, value: PropValue) {
        let PropOf { id, id_key, property, .. } = prop;
        let update = SideUpdate { id, id_key, props: vec![(property, value)] };
        let left = match &self.push {
            Some(push) => push(update),
            None => Err(update),
        };
        if let Err(update) = left {
            keep(&mut self.lock(), update);
        }
    }

    /// Whether nothing is kept.
    #[cfg(feature = "server")]
    pub(crate) fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// All that is kept, in order; nothing is left.
    #[cfg(any(feature = "server", test))]
    pub(crate) fn take(&self) -> Vec<SideUpdate> {
        std::mem::take(&mut self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<SideUpdate>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SideUpdates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SideUpdates").field("kept", &self.kept).finish_non_exhaustive()
    }
}

/// Adds an update to those that are kept; of two values for a prop, the last one counts.
pub(crate) fn keep(kept: &mut Vec<SideUpdate>, update: SideUpdate) {
    let Some(known) = kept.iter_mut().find(|known| known.id == update.id) else {
        return kept.push(update);
    };
    known.props.retain(|(name, _)| update.props.iter().all(|(other, _)| other != name));
    known.props.extend(update.props);
}

#[cfg(test)]
mod tests {
    use dash_components::Prop;

    use super::*;

    #[test]
    fn props_are_grouped_by_component_and_the_last_value_counts() {
        let prop = |id, name| Prop::<String>::new(id, name, name).into();
        let updates = SideUpdates::default();
        for (prop, value) in
            [(prop("a", "x"), 1_u64), (prop("b", "x"), 2), (prop("a", "y"), 3), (prop("a", "x"), 4)]
        {
            updates.clone().set::<String>(prop, value.into());
        }
        let taken = updates.take();
        let read: Vec<_> = taken.iter().map(|update| (&*update.id, json(&update.props))).collect();
        assert_eq!(read, [("a", r#"[["y",3],["x",4]]"#.into()), ("b", r#"[["x",2]]"#.into())]);
        assert!(updates.take().is_empty());
    }

    fn json(props: &[(&str, PropValue)]) -> String {
        serde_json::to_string(props).expect("writes")
    }
}
