//! A suite made by others, as `main` describes it; what is served of it stands in `foreign`.
use std::path::PathBuf;

use dash_components::SuiteDef;

/// A suite of components made by others: a folder of files, and which of them a page loads.
///
/// The folder is the one that the suite's package has once it is installed, such as
/// `site-packages/dash_bootstrap_components`. Scripts, stylesheets, images and fonts in it are served
/// below `_dash-component-suites/<package>/`, what a script loads later among them. A namespace of
/// Dash's own, such as `dash_core_components`, takes the place of the built-in components.
///
/// # Examples
///
/// ```no_run
/// # async fn start(app: &'static dash_runtime::App) -> dash_runtime::Result<()> {
/// use dash_runtime::Suite;
///
/// let bootstrap = Suite::new("dash_bootstrap_components", "2.0.4")
///     .folder("site-packages/dash_bootstrap_components")
///     .script("_components/dash_bootstrap_components.min.js");
/// dash_runtime::serve(app).suite(bootstrap).run().await
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use = "a suite is served only where a server has it"]
pub struct Suite {
    pub(super) package: String,
    pub(super) namespace: String,
    pub(super) version: String,
    pub(super) folder: PathBuf,
    pub(super) scripts: Vec<String>,
    pub(super) stylesheets: Vec<String>,
    /// Component, and the paths of its props that take components.
    pub(super) children_props: Vec<(String, Vec<String>)>,
}

impl Suite {
    /// A suite without files, whose namespace is the package.
    pub fn new(package: impl Into<String>, version: impl Into<String>) -> Self {
        let package = package.into();
        Self {
            namespace: package.clone(),
            package,
            version: version.into(),
            folder: PathBuf::new(),
            scripts: Vec::new(),
            stylesheets: Vec::new(),
            children_props: Vec::new(),
        }
    }

    /// The suite of a generated module: its const `SUITE`.
    pub fn of(def: &SuiteDef) -> Self {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let props = def.children_props.iter();
        Self {
            scripts: texts(def.scripts),
            stylesheets: texts(def.stylesheets),
            children_props: props.map(|(name, props)| ((*name).to_owned(), texts(props))).collect(),
            ..Self::new(def.package, def.version).namespace(def.namespace)
        }
    }

    /// Sets the name of the suite on the wire and on `window`. Default: the package.
    pub fn namespace(self, namespace: impl Into<String>) -> Self {
        Self { namespace: namespace.into(), ..self }
    }

    /// Sets the folder of the package, relative to the working directory. There is no default.
    pub fn folder(self, folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), ..self }
    }

    /// Adds a script that every page loads, relative to the folder. They run in the order given.
    pub fn script(mut self, path: impl Into<String>) -> Self {
        self.scripts.push(path.into());
        self
    }

    /// Adds a stylesheet that every page loads, relative to the folder.
    pub fn stylesheet(mut self, path: impl Into<String>) -> Self {
        self.stylesheets.push(path.into());
        self
    }

    /// Says which props of a component take components beside `children`, as paths:
    /// `options[].label` is the label of each option. Default: those of the generated module.
    pub fn children_props<P: Into<String>>(
        mut self,
        component: impl Into<String>,
        props: impl IntoIterator<Item = P>,
    ) -> Self {
        let props = props.into_iter().map(Into::into).collect();
        self.children_props.push((component.into(), props));
        self
    }
}
