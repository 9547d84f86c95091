//! Structs whose fields are wired: many props as one parameter of a callback, or as one value of it.
use dash_components::Dependency;

use super::glue::{Args, Rejection};
use super::update::{Absent, Optional, Plain};
use super::{NoUpdate, OutputValues, Update};
use crate::graph::{InputsListedIn, OutputsListedIn, Planned};

/// A struct whose fields are inputs and states of callbacks: `input(..Filters)`. Derive it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no inputs",
    label = "this type does not derive `Inputs`",
    note = "write `#[derive(Inputs)]` on the struct, and `#[input(View::id.prop)]` on its fields"
)]
pub trait Inputs: Sized {
    /// The props whose changes call a callback, in the order of the fields.
    const INPUTS: &'static [Dependency];
    /// The props that are read besides, in the order of the fields.
    const STATES: &'static [Dependency];

    /// Reads the fields from the next values.
    ///
    /// # Errors
    ///
    /// - A value does not decode.
    #[doc(hidden)]
    fn read(values: &mut Args<'_>) -> Result<Self, Rejection>;

    /// Reads the fields as the type of a parameter, which is checked after this trait.
    ///
    /// # Errors
    ///
    /// - A value does not decode.
    #[doc(hidden)]
    fn read_as<T: GroupParameter<Self>>(values: &mut Args<'_>) -> Result<T, Rejection> {
        T::read(values)
    }

    /// The struct itself, as a callback of the app `A` has it.
    #[doc(hidden)]
    type In<A: Planned, const FAULT: usize, const INPUT: usize, const STATE: usize>: InputsListedIn<A, FAULT, INPUT, STATE>;
}

/// A struct whose fields are outputs of callbacks: `output(..Summary)`. Derive it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no outputs",
    label = "this type does not derive `Outputs`",
    note = "write `#[derive(Outputs)]` on the struct, and `#[output(View::id.prop)]` on its fields"
)]
pub trait Outputs: Sized {
    /// The props that a callback writes, in the order of the fields.
    const OUTPUTS: &'static [Dependency];

    /// Adds the fields to the values of a callback.
    #[doc(hidden)]
    fn write(self, values: &mut OutputValues);

    /// Adds the fields of what a callback gave, whose type is checked after this trait.
    #[doc(hidden)]
    fn write_from<T: IntoGroup<Self, Kind>, Kind>(given: T, values: &mut OutputValues) {
        given.write(values);
    }

    /// The struct itself, as a callback of the app `A` has it.
    #[doc(hidden)]
    type In<A: Planned, const FAULT: usize, const OUTPUT: usize>: OutputsListedIn<A, FAULT, OUTPUT>;
}

/// What a callback can take for the inputs of `G`: the struct itself.
#[diagnostic::on_unimplemented(
    message = "a callback parameter of type `{Self}` cannot take the inputs of `{G}`",
    label = "the inputs of `{G}` are wired to this parameter",
    note = "the inputs of a struct take one parameter, of its type"
)]
pub trait GroupParameter<G>: Sized {
    /// Reads the fields from the next values.
    ///
    /// # Errors
    ///
    /// - A value does not decode.
    #[doc(hidden)]
    fn read(values: &mut Args<'_>) -> Result<Self, Rejection>;
}

#[diagnostic::do_not_recommend]
impl<G: Inputs> GroupParameter<G> for G {
    fn read(values: &mut Args<'_>) -> Result<Self, Rejection> {
        Inputs::read(values)
    }
}

/// What a callback can give to the outputs of `G`: the struct, [`Update`] of it, or [`NoUpdate`].
#[diagnostic::on_unimplemented(
    message = "this callback gives a `{Self}` to the outputs of `{G}`",
    label = "expected a `{G}`",
    note = "return the struct, or `Update<{G}>` to be able to skip all of it"
)]
pub trait IntoGroup<G, Kind = Plain> {
    /// Adds the fields to the values of a callback.
    #[doc(hidden)]
    fn write(self, values: &mut OutputValues);
}

#[diagnostic::do_not_recommend]
impl<G: Outputs> IntoGroup<G, Plain> for G {
    fn write(self, values: &mut OutputValues) {
        Outputs::write(self, values);
    }
}

#[diagnostic::do_not_recommend]
impl<G: Outputs, Kind, T: IntoGroup<G, Kind>> IntoGroup<G, Optional<Kind>> for Update<T> {
    fn write(self, values: &mut OutputValues) {
        match self {
            Self::Set(group) => group.write(values),
            Self::Skip => IntoGroup::<G, Absent>::write(NoUpdate, values),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<G: Outputs> IntoGroup<G, Absent> for NoUpdate {
    fn write(self, values: &mut OutputValues) {
        values.extend(G::OUTPUTS.iter().map(|_| None));
    }
}
