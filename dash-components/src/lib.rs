//! The component model (ids, props, values, nodes, figures) and the typed suites; no HTTP here.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod any_value;
mod clicks;
mod closed;
mod component;
mod convert;
mod dcc_types;
mod derived;
mod dict_id;
mod figure;
mod id;
mod id_key;
mod node;
mod node_text;
mod options;
mod page_container;
mod parameter;
mod pattern;
mod prop;
mod prop_of;
mod scalar;
mod shown;
mod style;
mod suite_def;
mod value;
mod written;

pub mod suites;

pub use any_value::AnyValue;
pub use clicks::Clicks;
pub use component::{Component, View, ViewDef};
pub use dict_id::{DashId, IdKeys};
pub use figure::Figure;
pub use id::{IdDef, are_twins, is_family};
pub use id_key::{IdKey, KeyValue};
pub use node::{Element, IntoNode, Node};
pub use options::{OptionItem, OptionValue, Options};
pub use page_container::{PageContainer, ShownPage};
pub use pattern::{Family, Field, Pattern, Wanted};
pub use prop::{Dependency, Prop};
pub use prop_of::PropOf;
pub use scalar::{ContentEditable, NumberAsText, Persistence, TextBool, TextOrNumber, Timestamp};
pub use shown::Shown;
pub use style::Style;
pub use suite_def::SuiteDef;
pub use value::{FromProp, IntoProp, Json, PropType, PropValue, Stored};
pub use written::Written;

/// What rustc names where a tag lacks something: here, because it shows the path.
#[doc(hidden)]
pub use {parameter::Missing, pattern::TextKey};

pub use suites::{dcc, html};

/// What generated code needs; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use serde::Deserializer;

    pub use crate::closed::Word;
    pub use crate::derived::{decode_name, encode_name};
    pub use crate::dict_id::in_layout;
    pub use crate::id::key;
    pub use crate::node::{child, markers, text};
    pub use crate::parameter::{Given, Missing};
    pub use crate::pattern::{FamilyOf, TextKey, wildcard};
    pub use crate::suites::base as suite;
    pub use crate::value::deserialize_or_default;
    pub use crate::{
        Component, DashId, Dependency, Field, IdDef, IdKey, IdKeys, IntoNode, IntoProp, KeyValue,
        Node, OptionValue, Pattern, Prop, PropValue, View, ViewDef, Wanted,
    };
}
