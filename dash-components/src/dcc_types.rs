//! The closed types of dcc's props that are more than an enum; one file each group.

mod event;
mod graph;
mod input;
mod slider;

pub use event::{
    BoundingBox, ClickAnnotationData, ClickData, HoverData, PlotValue, Point, SelectedData,
};
pub use graph::{AnimationMode, AnimationOptions, ExtendData, RelayoutData, RestyleData};
pub use input::{Debounce, OptionHeight, Pushable};
pub use slider::Marks;
