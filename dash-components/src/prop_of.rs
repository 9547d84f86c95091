//! One prop of one component, as a callback sets it beside its outputs.
use core::marker::PhantomData;
use std::borrow::Cow;

use crate::id::{family_key, id_key};
use crate::{DashId, Prop};

/// One prop of one component, which may be one of a family.
///
/// # Examples
///
/// ```
/// # use dash_components::{DashId, IdKeys, IdKey, KeyValue, Prop, PropOf};
/// # struct Cell { row: u32 }
/// # impl DashId for Cell {
/// #     const TYPE: &'static str = "Cell";
/// #     fn into_keys(self) -> IdKeys { IdKeys::of("Cell").with("row", self.row.into_key()) }
/// #     fn from_keys(_: &IdKeys) -> Option<Self> { None }
/// # }
/// # struct Input { value: Prop<Option<String>> }
/// # struct Sheet;
/// # #[allow(non_upper_case_globals)]
/// # impl Sheet { const Cell: Input = Input { value: Prop::new("Cell", "value", "value") }; }
/// let value: PropOf<_> = Sheet::Cell.value.of(Cell { row: 1 });
/// assert_eq!(value.id, r#"{"row":1,"type":"Cell"}"#);
/// ```
#[derive(Debug, Clone)]
pub struct PropOf<T> {
    /// The component's id; of one of a family, the JSON text that it is in the page.
    pub id: Cow<'static, str>,
    /// The key of the id or of its family.
    pub id_key: u64,
    /// The prop's name on the wire.
    pub property: &'static str,
    ty: PhantomData<fn() -> T>,
}

impl<T> From<Prop<T>> for PropOf<T> {
    fn from(prop: Prop<T>) -> Self {
        let Prop { id, property, ty, .. } = prop;
        Self { id: id.into(), id_key: id_key(id), property, ty }
    }
}

impl<T> Prop<T> {
    /// The prop of the one component of the family that has this id: `Sheet::Cell.value.of(Cell { row: 1 })`.
    pub fn of<I: DashId>(self, id: I) -> PropOf<T> {
        let Self { id: family, property, ty, .. } = self;
        let keys = id.into_keys();
        let names = keys.iter().map(|(name, _)| name).filter(|name| *name != "type");
        let fields = names.collect::<Vec<_>>().join(" ");
        // No family has the key 0: an id of another family than the prop's is unknown.
        let id_key = if I::TYPE == family { family_key(family, &fields, I::HOME) } else { 0 };
        PropOf { id: keys.to_string().into(), id_key, property, ty }
    }
}
