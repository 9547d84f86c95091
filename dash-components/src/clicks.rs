//! What a test clicks: a component that counts its clicks.
use crate::{Prop, PropOf};

/// The count of a component's clicks: of the component itself, `Counter::button`, or of one of a
/// family, `Line::Remove.n_clicks.of(Remove { row: 1 })`; or another of its counts, `Form::name.n_submit`.
#[derive(Debug, Clone)]
pub struct Clicks(pub PropOf<u64>);

impl From<Prop<u64>> for Clicks {
    fn from(n_clicks: Prop<u64>) -> Self {
        Self(n_clicks.into())
    }
}

impl From<PropOf<u64>> for Clicks {
    fn from(n_clicks: PropOf<u64>) -> Self {
        Self(n_clicks)
    }
}
