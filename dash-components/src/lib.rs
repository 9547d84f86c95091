//! The component model (ids, props, values, nodes, figures) and the typed suites; no HTTP here.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod closed;
mod component;
mod convert;
mod dcc_types;
mod derived;
mod figure;
mod id;
mod node;
mod options;
mod parameter;
mod prop;
mod scalar;
mod style;
mod value;

pub mod suites;

pub use component::{Component, View, ViewDef};
pub use figure::Figure;
pub use id::IdDef;
pub use node::{Element, IntoNode, Node};
pub use options::{OptionItem, OptionValue, Options};
pub use prop::{Dependency, Prop};
pub use scalar::{ContentEditable, NumberAsText, Persistence, TextBool, TextOrNumber, Timestamp};
pub use style::Style;
pub use value::{FromProp, IntoProp, Json, PropType, PropValue, Stored};

pub use suites::{dcc, html};

/// What generated code needs; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use serde::Deserializer;

    pub use crate::derived::{decode_name, encode_name};
    pub use crate::id::key;
    pub use crate::node::{child, markers, text};
    pub use crate::parameter::{Given, Missing};
    pub use crate::value::deserialize_or_default;
    pub use crate::{
        Component, IdDef, IntoNode, Node, OptionValue, Prop, PropValue, View, ViewDef,
    };
}
