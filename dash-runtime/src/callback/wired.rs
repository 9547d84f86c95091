//! What a wired prop gives and takes. The traits are the prop's, whose type is known before the
//! user's: where the two do not fit, rustc names both, and no step of ours.
use dash_components::{FromProp, IntoProp, Prop, PropValue};

use super::glue::{Rejection, Values, decode};
use super::update::Plain;
use super::{IntoListOutput, IntoOutput};

/// A prop whose value a parameter of the type `T` can take: `T` is [`FromProp`] of the prop's type.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot take a prop of type `{Self}`",
    label = "the prop wired here has type `{Self}`",
    note = "parameters follow the order of `input(..)`, then `state(..)`; `Json<T>` reads any prop into a type of your own"
)]
pub trait Gives<T>: Sized {
    /// Reads the next value, which came for `prop`.
    ///
    /// # Errors
    ///
    /// - The value does not decode.
    fn give(prop: Prop<Self>, values: &mut Values<'_>) -> Result<T, Rejection>;
}

#[diagnostic::do_not_recommend]
impl<P, T: FromProp<P>> Gives<T> for P {
    fn give(prop: Prop<P>, values: &mut Values<'_>) -> Result<T, Rejection> {
        decode(prop, values.one())
    }
}

/// A prop whose values, those of all the components that fit a pattern, a `T` can take: a `Vec`.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot take the props of several components",
    label = "`ALL` and `ALLSMALLER` give a `Vec`, one value of type `{Self}` for each component"
)]
pub trait GivesAll<T>: Sized {
    /// Reads the next list, which came for `prop`.
    ///
    /// # Errors
    ///
    /// - A value does not decode.
    fn give_all(prop: Prop<Self>, values: &mut Values<'_>) -> Result<T, Rejection>;
}

#[diagnostic::do_not_recommend]
impl<P, T: FromProp<P>> GivesAll<Vec<T>> for P {
    fn give_all(prop: Prop<P>, values: &mut Values<'_>) -> Result<Vec<T>, Rejection> {
        values.many().iter().map(|value| decode(prop, *value)).collect()
    }
}

/// A prop that a callback can write a `T` to: `T` is [`IntoOutput`] of the prop's type.
#[diagnostic::on_unimplemented(
    message = "this callback gives a `{T}` to an output of type `{Self}`",
    label = "expected a value for a prop of type `{Self}`",
    note = "return the prop's type, something that converts into it, or `Update<..>` to be able to skip it"
)]
pub trait Takes<T, Kind = Plain>: Sized {
    /// The value on its way to the page; `None` leaves the output alone.
    fn take(prop: Prop<Self>, value: T) -> Option<PropValue>;
}

#[diagnostic::do_not_recommend]
impl<P, Kind, T: IntoOutput<P, Kind>> Takes<T, Kind> for P {
    fn take(_: Prop<P>, value: T) -> Option<PropValue> {
        value.into_output()
    }
}

/// A prop of all the components that fit a pattern, which a callback can write a `T` to: a `Vec`.
#[diagnostic::on_unimplemented(
    message = "this callback gives a `{T}` to an output of several components",
    label = "`ALL` takes a `Vec`, one value of type `{Self}` for each component",
    note = "return `Update<Vec<..>>` to be able to skip them all"
)]
pub trait TakesAll<T, Kind = Plain>: Sized {
    /// The values on their way to the page, one for each component; `None` leaves them all alone.
    fn take_all(prop: Prop<Self>, values: T) -> Option<PropValue>;
}

#[diagnostic::do_not_recommend]
impl<P, Kind, T: IntoListOutput<P, Kind>> TakesAll<T, Kind> for P {
    fn take_all(_: Prop<P>, values: T) -> Option<PropValue> {
        values.into_list().map(PropValue::List)
    }
}

/// A prop that can have a `T` for a time: `T` is [`IntoProp`] of the prop's type.
#[diagnostic::on_unimplemented(
    message = "a prop of type `{Self}` cannot be set to a `{T}`",
    label = "expected a value for a prop of type `{Self}`"
)]
pub trait Holds<T>: Sized {
    /// The value on its way to the page.
    fn hold(prop: Prop<Self>, value: T) -> PropValue;
}

#[diagnostic::do_not_recommend]
impl<P, T: IntoProp<P>> Holds<T> for P {
    fn hold(_: Prop<P>, value: T) -> PropValue {
        value.into_prop()
    }
}
