//! Props that a callback sets beside its outputs.
use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use dash_components::{PropOf, PropValue};

/// What one call has set so far; clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct SideUpdates(Arc<Mutex<Vec<SideUpdate>>>);

/// A component, and what its props are set to.
#[derive(Debug)]
pub(crate) struct SideUpdate {
    pub(crate) id: Cow<'static, str>,
    /// The key of the id, or of its family.
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "only the server checks it"))]
    pub(crate) id_key: u64,
    pub(crate) props: Vec<(&'static str, PropValue)>,
}

impl SideUpdates {
    /// Sets a prop; of two values for it, the last one counts.
    pub(crate) fn set<T>(&self, prop: PropOf<T>, value: PropValue) {
        let PropOf { id, id_key, property, .. } = prop;
        let mut updates = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = updates.iter().position(|update| update.id == id).unwrap_or_else(|| {
            updates.push(SideUpdate { id, id_key, props: Vec::new() });
            updates.len() - 1
        });
        let props = &mut updates[at].props;
        props.retain(|(name, _)| *name != property);
        props.push((property, value));
    }

    /// Whether nothing was set.
    #[cfg(feature = "server")]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// All that was set, in order; nothing is left.
    #[cfg(any(feature = "server", test))]
    pub(crate) fn take(&self) -> Vec<SideUpdate> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
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
