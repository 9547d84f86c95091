//! Props set beside the outputs, held against the ids of the app: only a callback's own wires are checked
//! when it compiles.
use std::sync::Arc;

use super::Failure;
use crate::App;
use crate::callback::side_update::{Push, SideUpdate};

/// Holds what a callback has set against the ids of its app.
///
/// # Errors
///
/// - No view of the app has the id.
/// - The id is a family's, and says not which component is meant.
pub(super) fn check(sides: &[SideUpdate], app: &App) -> Result<(), Failure> {
    let Some(unknown) = sides.iter().find(|side| !app.has_id(side.id_key)) else { return Ok(()) };
    let id = unknown.id.to_string();
    let (property, _) = unknown.props[0];
    let prop = format!("{id}.{property}");
    if app.has_family(&id) {
        return Err(Failure::Family { prop, id });
    }
    Err(Failure::UnknownId { prop, id })
}

/// Pushes what the app has; what it does not have is left for [`check`].
pub(super) fn known(push: Push, app: &'static App) -> Push {
    Arc::new(move |side| match check(std::slice::from_ref(&side), app) {
        Ok(()) => push(side),
        Err(_) => Err(side),
    })
}
