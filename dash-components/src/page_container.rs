//! The place in a layout where the pages of an app are shown, and how one gets there.
use crate::dcc::{Location, LocationProps, Refresh, Store, StoreProps};
use crate::html::{Div, DivProps, H1};
use crate::id::key;
use crate::{Component, IdDef, IntoNode, Node, PropValue, View, ViewDef};

/// The place in a layout where the pages of an app are shown: `<PageContainer/>`, once.
///
/// `app!` says which page is shown at which path: `pages: [Home at "/"]`. A callback reads the path
/// from [`PageContainer::location`], and leads to another page by writing it. Source:
/// `dash.page_container`.
///
/// # Examples
///
/// ```
/// use dash_components::PageContainer;
/// use dash_components::dcc::Link;
/// use dash_components::html::{Div, Nav};
///
/// let shell = Div::new().children([
///     Nav::new().children(Link::new().href("/").children("Home").build()).build(),
///     PageContainer::new().build().into_node(),
/// ]);
/// # let json = serde_json::to_value(shell.build()).unwrap();
/// # assert_eq!(json["props"]["children"][1]["props"]["children"][1]["props"]["id"], "_pages_content");
/// ```
#[derive(Debug)]
pub struct PageContainer;

const LOCATION: &str = "_pages_location";
const CONTENT: &str = "_pages_content";
const STORE: &str = "_pages_store";
const DUMMY: &str = "_pages_dummy";

#[allow(non_upper_case_globals)]
impl PageContainer {
    /// The address of the page: its `pathname`, `search`, `hash` and `href`.
    pub const location: LocationProps = Location::__handle(LOCATION);

    #[doc(hidden)]
    pub const __content: DivProps = Div::__handle(CONTENT);
    #[doc(hidden)]
    pub const __store: StoreProps = Store::<serde_json::Value>::__handle(STORE);
    #[doc(hidden)]
    pub const __dummy: DivProps = Div::__handle(DUMMY);
}

impl PageContainer {
    /// Starts to build it; there is nothing to set.
    #[allow(clippy::new_without_default, reason = "`view!` calls `new`, as it does of every tag")]
    pub const fn new() -> Self {
        Self
    }

    /// The components under the names that Dash gives them.
    pub fn build(self) -> View<Self> {
        let location = Location::new().id(LOCATION).refresh(Refresh::CallbackNav);
        let content = Div::new().id(CONTENT).disable_n_clicks(true);
        let dummy = Div::new().id(DUMMY).disable_n_clicks(true);
        let parts =
            [location.build(), content.build(), Store::new().id(STORE).build(), dummy.build()];
        View::new(Div::new().children(parts).build())
    }
}

impl Component for PageContainer {
    type Handle = ();
    const VIEW: ViewDef = ViewDef {
        name: "PageContainer",
        key: key("dash_components::PageContainer"),
        ids: &[IdDef::new(LOCATION), IdDef::new(CONTENT), IdDef::new(STORE), IdDef::new(DUMMY)],
        includes: &[],
    };
}

/// A page on its way into the layout of an app.
#[doc(hidden)]
#[derive(Debug)]
pub struct ShownPage {
    /// What is shown.
    pub content: Node,
    /// The title of the document.
    pub title: String,
    /// The path as the browser has it.
    pub pathname: String,
    /// The query as the browser has it: with its question mark, or empty.
    pub search: String,
}

impl ShownPage {
    /// Puts the page into the container: the address as well, so that the browser need not ask for
    /// the page once more.
    pub fn put_into(self, layout: &mut Node) {
        let data = Self::store(self.title);
        let mut set = |id, property, value| {
            if let Some(element) = layout.find(id) {
                element.set(property, value);
            }
        };
        set(LOCATION, "pathname", PropValue::from(self.pathname));
        set(LOCATION, "search", PropValue::from(self.search));
        set(CONTENT, "children", PropValue::from(self.content));
        set(STORE, "data", data);
    }

    /// What the store of the container holds of a page with this title.
    pub fn store(title: String) -> PropValue {
        PropValue::Map(vec![("title".into(), PropValue::from(title))])
    }

    /// What is shown where no page is, unless the app has something of its own.
    pub fn not_found() -> Node {
        H1::new().children("404 - Page not found").into_node()
    }
}
