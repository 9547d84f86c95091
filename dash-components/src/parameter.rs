//! The states of a view's parameter while the view is being built.

/// Not given yet.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

/// Given.
#[derive(Debug, Clone, Copy)]
pub struct Given<T>(pub T);
