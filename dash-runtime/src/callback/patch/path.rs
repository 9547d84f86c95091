//! Where inside a value an edit stands.
use dash_components::PropValue;

/// One step into a value: a name in an object, or a position in a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no step into a value",
    label = "neither a name nor a position"
)]
pub trait Key {
    /// The step as the page receives it.
    #[doc(hidden)]
    fn into_key(self) -> PropValue;
}

/// A way into a value: one [`Key`], or a tuple of up to six; `()` is the value itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no place in a value",
    label = "expected a name, a position, or a tuple of them: `(\"data\", 0, \"x\")`"
)]
pub trait IntoPath {
    /// The steps, from the outside in.
    #[doc(hidden)]
    fn into_path(self) -> Vec<PropValue>;
}

macro_rules! keys {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Key for $ty {
            fn into_key(self) -> PropValue {
                self.into()
            }
        }
    )*};
}

keys!(&str, String, &String, i32, i64, isize, u32, u64, usize);

#[diagnostic::do_not_recommend]
impl<K: Key> IntoPath for K {
    fn into_path(self) -> Vec<PropValue> {
        vec![self.into_key()]
    }
}

#[diagnostic::do_not_recommend]
impl IntoPath for () {
    fn into_path(self) -> Vec<PropValue> {
        Vec::new()
    }
}

macro_rules! tuples {
    ($(($($key:ident)+))*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($key: Key),+> IntoPath for ($($key,)+) {
            #[expect(non_snake_case, reason = "types and values of a tuple share their names")]
            fn into_path(self) -> Vec<PropValue> {
                let ($($key,)+) = self;
                vec![$($key.into_key()),+]
            }
        }
    )*};
}

tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
