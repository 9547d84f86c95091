//! What a call was given, as the page names it: the props of its outputs, inputs and states.
use std::fmt;
use std::sync::{Arc, OnceLock};

use dash_components::{DashId, FromProp, PropOf};
use serde::de::DeserializeOwned;

use crate::{CallbackDef, Context, wire};

/// A prop of one component in a call; of an input or a state, its value too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WiredProp {
    pub(crate) id: String,
    pub(crate) property: &'static str,
    pub(crate) json: Box<str>,
}

impl WiredProp {
    /// The id of the component; of one of a family, the JSON text that it is in the page.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id, if it is of the family `T`.
    pub fn id_as<T: DashId>(&self) -> Option<T> {
        T::from_keys(&wire::id_keys(&self.id)?)
    }

    /// The name of the prop on the wire, such as `className`.
    pub fn property(&self) -> &'static str {
        self.property
    }

    /// `id.property`, as in [`Context::triggered`].
    pub fn prop_id(&self) -> String {
        format!("{}.{}", self.id, self.property)
    }

    /// The value as the page has sent it; `null` where it has none, and of an output.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The value as any type that can be read, such as [`serde_json::Value`].
    ///
    /// # Errors
    ///
    /// - The value is not of that type.
    pub fn value<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        wire::value(&self.json)
    }
}

/// The call itself.
impl Context {
    /// The inputs in the order of the attribute. One that is wired to a single component is a list of
    /// one; `ALL` and `ALLSMALLER` have as many as the page has components. Empty where a fn is called
    /// for a page load, and in a unit test.
    ///
    /// A program that calls an endpoint names no components; a pattern stands for itself there.
    /// Source: `ctx.inputs_list`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// # use dash_components::DashId;
    /// /// The cells that the first input, `Sheet::Cell { row: ALL }.value`, has in the page.
    /// fn cells<Cell: DashId>(context: &Context) -> Vec<Cell> {
    ///     let first = context.inputs_list().first();
    ///     first.into_iter().flatten().filter_map(|one| one.id_as()).collect()
    /// }
    /// ```
    pub fn inputs_list(&self) -> &[Vec<WiredProp>] {
        &self.given.lists().inputs
    }

    /// The states, like [`inputs_list`](Self::inputs_list). Source: `ctx.states_list`.
    pub fn states_list(&self) -> &[Vec<WiredProp>] {
        &self.given.lists().states
    }

    /// The outputs, like [`inputs_list`](Self::inputs_list): says how many values an output with `ALL`
    /// takes, and for which components. Source: `ctx.outputs_list`.
    pub fn outputs_list(&self) -> &[Vec<WiredProp>] {
        &self.given.lists().outputs
    }

    /// All inputs, one after the other. Source: `ctx.inputs`.
    pub fn inputs(&self) -> impl Iterator<Item = &WiredProp> {
        self.inputs_list().iter().flatten()
    }

    /// All states, one after the other. Source: `ctx.states`.
    pub fn states(&self) -> impl Iterator<Item = &WiredProp> {
        self.states_list().iter().flatten()
    }

    /// The inputs whose change caused this call, with their values; none on the initial call.
    /// Source: `ctx.triggered`.
    pub fn triggered_props(&self) -> impl Iterator<Item = &WiredProp> {
        self.inputs().filter(|input| self.triggered().contains(&input.prop_id()))
    }

    /// The value of an input or a state of this call, by its prop. `None` if it is no input or state,
    /// or if the value is not of the type.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// # use dash_components::Prop;
    /// # struct Sales;
    /// # #[allow(non_upper_case_globals)]
    /// # impl Sales { const region: Region = Region { value: Prop::new("region", "value", "value") }; }
    /// # struct Region { value: Prop<Option<String>> }
    /// fn region(context: &Context) -> Option<String> {
    ///     context.value(Sales::region.value).flatten()
    /// }
    /// # assert_eq!(region(&Context::default()), None);
    /// ```
    pub fn value<P, T: FromProp<P>>(&self, prop: impl Into<PropOf<P>>) -> Option<T> {
        let prop = prop.into();
        let mut all = self.inputs().chain(self.states());
        let found = all.find(|one| one.id == prop.id && one.property == prop.property)?;
        wire::decode(&found.json).ok()
    }
}

/// What a call was given; read only if somebody asks for it.
#[derive(Clone, Default)]
pub(crate) struct Given(Option<Arc<Lazy>>);

#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "only the server makes one"))]
struct Lazy {
    def: &'static CallbackDef,
    body: Body,
    lists: OnceLock<Lists>,
}

/// The body of a request, which those share who read it.
pub(crate) type Body = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// By wire: the components, in the order of the page.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub(crate) outputs: Vec<Vec<WiredProp>>,
    pub(crate) inputs: Vec<Vec<WiredProp>>,
    pub(crate) states: Vec<Vec<WiredProp>>,
}

static NOTHING: Lists = Lists { outputs: Vec::new(), inputs: Vec::new(), states: Vec::new() };

impl Given {
    fn lists(&self) -> &Lists {
        self.0.as_ref().map_or(&NOTHING, |lazy| lazy.lists.get_or_init(|| lazy.read()))
    }
}

#[cfg(feature = "server")]
impl Given {
    /// What a request, which has been checked, says of this callback.
    pub(crate) fn new(def: &'static CallbackDef, body: &Body) -> Self {
        let body = Arc::clone(body);
        Self(Some(Arc::new(Lazy { def, body, lists: OnceLock::new() })))
    }

    /// What is known already.
    pub(crate) fn known(def: &'static CallbackDef, lists: Lists) -> Self {
        Self(Some(Arc::new(Lazy { def, body: Arc::new([]), lists: lists.into() })))
    }
}

#[cfg(feature = "server")]
impl Lazy {
    fn read(&self) -> Lists {
        crate::callback::dispatch::lists(self.def, (*self.body).as_ref())
    }
}

#[cfg(not(feature = "server"))]
impl Lazy {
    /// There is no request without a server.
    #[expect(clippy::unused_self, reason = "as with a server")]
    fn read(&self) -> Lists {
        Lists::default()
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Given").field(self.lists()).finish()
    }
}
