//! Props that a callback sets beside its outputs.
use std::sync::{Arc, Mutex, PoisonError};

use dash_components::{Dependency, PropValue};

/// What one call has set so far; clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct SideUpdates(Arc<Mutex<Vec<SideUpdate>>>);

/// A component, and what its props are set to.
#[derive(Debug)]
pub(crate) struct SideUpdate {
    pub(crate) id: &'static str,
    pub(crate) props: Vec<(&'static str, PropValue)>,
}

impl SideUpdates {
    /// Sets a prop; of two values for it, the last one counts.
    pub(crate) fn set(&self, prop: &Dependency, value: PropValue) {
        let mut updates = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = updates.iter().position(|update| update.id == prop.id).unwrap_or_else(|| {
            updates.push(SideUpdate { id: prop.id, props: Vec::new() });
            updates.len() - 1
        });
        let props = &mut updates[at].props;
        props.retain(|(name, _)| *name != prop.property);
        props.push((prop.property, value));
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
        let prop = |id, name| Prop::<String>::new(id, name, name).dependency();
        let updates = SideUpdates::default();
        for (prop, value) in
            [(prop("a", "x"), 1_u64), (prop("b", "x"), 2), (prop("a", "y"), 3), (prop("a", "x"), 4)]
        {
            updates.clone().set(&prop, value.into());
        }
        let taken = updates.take();
        let read: Vec<_> = taken.iter().map(|update| (update.id, json(&update.props))).collect();
        assert_eq!(read, [("a", r#"[["y",3],["x",4]]"#.into()), ("b", r#"[["x",2]]"#.into())]);
        assert!(updates.take().is_empty());
    }

    fn json(props: &[(&str, PropValue)]) -> String {
        serde_json::to_string(props).expect("writes")
    }
}
