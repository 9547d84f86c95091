//! The marks of a slider.

use serde::{Deserialize, Deserializer};

use crate::closed::Fields;
use crate::{IntoProp, PropType, PropValue, Style};

/// The marks along a slider: positions and what is written there.
///
/// Made from `(position, label)` pairs. `None` instead of marks shows none at all; without the
/// prop, the slider chooses its marks itself.
///
/// # Examples
///
/// ```
/// # use dash_components::dcc::{Marks, Slider};
/// let plain = Slider::new().min(0).max(10).marks([(0, "cold"), (10, "hot")]);
/// let red = Slider::new().marks(Marks::new().mark(0, "cold").styled(10, "hot", "color: red"));
/// let none = Slider::new().marks(None);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Marks(Vec<(String, PropValue)>);

impl Marks {
    /// No marks.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a mark.
    pub fn mark(mut self, position: impl Into<f64>, label: impl Into<String>) -> Self {
        self.0.push((position.into().to_string(), PropValue::from(label.into())));
        self
    }

    /// Adds a mark with a style of its own.
    pub fn styled(
        mut self,
        position: impl Into<f64>,
        label: impl Into<String>,
        style: impl IntoProp<Option<Style>>,
    ) -> Self {
        let mut mark = Fields::new();
        mark.set("label", PropValue::from(label.into()));
        mark.set("style", style.into_prop());
        self.0.push((position.into().to_string(), mark.into()));
        self
    }
}

impl From<Marks> for PropValue {
    fn from(marks: Marks) -> Self {
        Self::Map(marks.0.into_iter().map(|(position, mark)| (position.into(), mark)).collect())
    }
}

impl PropType for Option<Marks> {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let fields = Option::<Fields>::deserialize(value)?;
        Ok(fields.map(|fields| {
            Marks(fields.into_iter().map(|(position, mark)| (position.into(), mark)).collect())
        }))
    }

    fn encode(self) -> PropValue {
        self.map_or(PropValue::Null, PropValue::from)
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<Marks>> for Marks {
    fn into_prop(self) -> PropValue {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<P: Into<f64>, L: Into<String>, const N: usize> IntoProp<Option<Marks>> for [(P, L); N] {
    fn into_prop(self) -> PropValue {
        self.into_iter().collect::<Marks>().into()
    }
}

#[diagnostic::do_not_recommend]
impl<P: Into<f64>, L: Into<String>> IntoProp<Option<Marks>> for Vec<(P, L)> {
    fn into_prop(self) -> PropValue {
        self.into_iter().collect::<Marks>().into()
    }
}

impl<P: Into<f64>, L: Into<String>> FromIterator<(P, L)> for Marks {
    fn from_iter<I: IntoIterator<Item = (P, L)>>(marks: I) -> Self {
        let add = |all: Self, (position, label): (P, L)| all.mark(position, label);
        marks.into_iter().fold(Self::new(), add)
    }
}
